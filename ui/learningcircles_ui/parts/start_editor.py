"""The editor of a local time: a day, typed as dates are everywhere or chosen from a calendar, and a time beside it."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from learningcircles.entities.declare import Field
from learningcircles.entities.validate import clean_field
from learningcircles.errors import InvalidValue
from learningcircles.zone import local_zone
from learningcircles_ui import text
from learningcircles_ui.parts.day_popup import DayPopup
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.headings import button, soft
from learningcircles_ui.parts.reading import day_understood, read_day
from learningcircles_ui.parts.shown import day_shown
from learningcircles_ui.parts.wrong import mark

_HALF = r"\s*(?:([ap])\.?\s?m\.?)?"
_TIME = re.compile(r"(\d{1,2})\s*(?:[:.]|h|hrs?|uhr)?\s*((?<!\d)\d{2})?" + _HALF, re.IGNORECASE)
_TOGETHER = re.compile(r"([2-9]|\d\d|1(?=\d\d\s*[ap]))(\d\d)" + _HALF, re.IGNORECASE)
"""Hours and minutes in one, where they can be but one time: "2359" and "730", not "130", which may lack a figure."""


class StartEditor(Editor):
    """Shows {"at", "zone"} as the locale writes it. The zone and rule of what was shown are kept."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._both = QWidget()
        self._day, self._time = QLineEdit(self._both), QLineEdit(self._both)
        super().__init__(field, self._both, parent)
        self.setFocusProxy(self._day)
        self._both.setFocusProxy(self._day)
        self._day.setAccessibleName(text.field_label(field))
        self._time.setAccessibleName(self.tr("Time"))
        self._pick = button("", self._open, icon_name="calendar", tip=self.tr("Choose the day"), parent=self._both)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._day, 3), (self._pick, 0), (self._time, 2)):
            row.addWidget(widget, stretch)
        self._past = soft("", self)
        self._past.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self._past)
        self._rest: dict[str, Any] = {}
        self._day.textEdited.connect(lambda words: self.told.emit(day_understood(words, field.leans)))
        for line in (self._day, self._time):
            line.editingFinished.connect(self._ended)

    def stops(self) -> list[QWidget]:
        """The day, its calendar, the time."""
        return [self._day, self._pick, self._time]

    def show_value(self, value: Any) -> None:
        """Show a local time; without one the day is empty and the time six in the evening."""
        self._rest = {k: v for k, v in value.items() if k != "at"} if isinstance(value, dict) else {}
        at = str(value.get("at", "")) if isinstance(value, dict) else ""
        self._day.setText(day_shown(at[:10]))
        self._time.setText(at[11:16] or "18:00")
        self._tell_past()

    def typed(self) -> Any:
        """Return what is shown, in the zone that it had or else this machine's; nothing where no day stands."""
        day = self._meant()
        if not day:
            return None
        return {"zone": local_zone(), **self._rest, "at": f"{day}T{read_time(self._time.text())}"}

    def value(self) -> Any:
        """Return what is to be stored; raises InvalidValue with an example as this language writes it."""
        typed = self.typed()
        if typed and not self._day_is_one():
            raise InvalidValue(
                "no_day", "{label} needs a date such as {example}.", field=self.field.name,
                label=self.field.label, example=day_shown(text.today()),
            )  # fmt: skip
        if typed and not self._time_is_one():
            raise InvalidValue(
                "no_time", "{value} is no time of day: one looks like 18:00.", field=self.field.name,
                value=self._time.text().strip() or "–",
            )  # fmt: skip
        return clean_field(self.field, typed)

    def mark(self, wrong: bool) -> None:
        """Mark the half that is wrong: the time where the day is one."""
        time = wrong and self._day_is_one() and not self._time_is_one()
        mark(self._time, time)
        mark(self._day, wrong and not time)

    def _day_is_one(self) -> bool:
        return QDate.fromString(self._meant(), "yyyy-MM-dd").isValid()

    def _time_is_one(self) -> bool:
        return QTime.fromString(read_time(self._time.text()), "HH:mm").isValid()

    def raw(self) -> Any:
        """Return both texts as they stand, with the zone and rule of what was shown."""
        return {"words": self._day.text(), "time": self._time.text(), "rest": self._rest}

    def show_raw(self, raw: Any) -> None:
        """Show both texts as they stood."""
        self._rest = dict(raw["rest"])
        self._day.setText(raw["words"])
        self._time.setText(raw["time"])
        self._tell_past()

    def _meant(self) -> str:
        return read_day(self._day.text().strip(), self.field.leans)

    def _ended(self) -> None:
        self._day.setText(day_shown(self._meant()))
        self._time.setText(read_time(self._time.text()))  # "7" is in the morning: that is seen now
        self._tell_past()
        self.finished.emit()

    def _tell_past(self) -> None:
        day = QDate.fromString(self._meant(), "yyyy-MM-dd")
        over = day.isValid() and day < QDate.currentDate()
        self._past.setText(self.tr("This day is over. The meetup is noted afterwards.") if over else "")
        self._past.setVisible(over)

    def _open(self) -> None:
        """Show a calendar below the day."""
        DayPopup(self._day, self._meant(), self._chosen)

    def _chosen(self, day: str) -> None:
        self._day.setText(day_shown(day))
        self._day.setFocus()
        self._ended()


def read_time(words: str) -> str:
    """Return "18:00" for "18", "18 h", "18.00", "1800", "6 pm" or "6 p.m."; what cannot be read as it stands."""
    match = _TIME.fullmatch(words.strip()) or _TOGETHER.fullmatch(words.strip())
    if match is None:
        return words.strip()
    hour, minutes, half = int(match[1]), match[2] or "00", (match[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minutes}"
