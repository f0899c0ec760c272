"""The editor of how often a meetup comes again: a choice, and beside it until which day or how many times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from learningcircles.entities.declare import Field, Kind
from learningcircles.errors import InvalidValue
from learningcircles.recurrence import FORTNIGHT, MONTH, WEEK, Repeats, dates_of, nth
from learningcircles_ui import text
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.timed_editors import DateEditor
from learningcircles_ui.parts.wrong import mark
from learningcircles_ui.theme import GAP_S

REPEATS = Field("repeats", str(QT_TRANSLATE_NOOP("fields", "Repeats")))
_UNTIL = Field("until", str(QT_TRANSLATE_NOOP("fields", "Until")), Kind.DATE, leans=1)
_TIMES = 12
_DAY, _NUMBER = "day", "number"


class RepeatsEditor(Editor):
    """Its value is a `Repeats`, or None. `begins` returns when the first one is, None where nobody has said it yet.

    What it comes to is told below it.
    """

    def __init__(self, begins: Callable[[], datetime | None], parent: QWidget | None = None) -> None:
        self._begins = begins
        self._heard = ""
        self.every = Choice()
        for code, words in (
            ("", self.tr("Once")),
            (WEEK, self.tr("Every week")),
            (FORTNIGHT, self.tr("Every two weeks")),
            (MONTH, self.tr("Every month, on that weekday")),
        ):
            self.every.addItem(words, code)
        super().__init__(REPEATS, self.every, parent)
        self._ends = QWidget(self)
        self.ends = Choice(self._ends)
        self.ends.addItem(self.tr("This many times"), _NUMBER)
        self.ends.addItem(self.tr("Until a day"), _DAY)
        self.ends.setAccessibleName(self.tr("When it ends"))
        self.times = QLineEdit(self._ends)
        self.times.setMaxLength(4)
        self.times.setAccessibleName(self.tr("How many times"))
        self.until = DateEditor(_UNTIL, self._ends)
        row = QHBoxLayout(self._ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        for widget in (self.ends, self.times, self.until):
            row.addWidget(widget, 1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self._ends)
        self.show_value(None)
        self.every.activated.connect(lambda _: self._chosen())
        self.ends.activated.connect(lambda _: self._ends_otherwise())
        self.times.textEdited.connect(lambda _: self.tell())
        self.times.editingFinished.connect(self._ended)
        self.until.finished.connect(self._ended)

    def stops(self) -> list[QWidget]:
        """Whether it does, how it ends, and the number or the day of that."""
        return [self.every, self.ends, self.times, *self.until.stops()]

    def show_value(self, value: Any) -> None:
        """Show how a meetup comes again; nothing means once."""
        held = value if isinstance(value, Repeats) else Repeats("", _TIMES)
        self.show_raw({
            "every": held.every, "ends": _DAY if held.until else _NUMBER, "times": str(held.times or _TIMES),
        })  # fmt: skip
        self.until.show_value(held.until or None)

    def typed(self) -> Any:
        """Return the choice with what ends it; None where it is once."""
        every = self.every.currentData()
        if not every:
            return None
        by_day = self.ends.currentData() == _DAY
        return every, self.until.typed() if by_day else self.times.text().strip()

    def value(self) -> Any:
        """Return a `Repeats` or None; raises InvalidValue."""
        if self.typed() is None:
            return None
        repeats, begins = self._meant(), self._begins()
        if begins is not None:
            dates_of(repeats, begins)
        return repeats

    def mark(self, wrong: bool) -> None:
        """Mark the number, or the day."""
        mark(self.times, wrong)
        self.until.mark(wrong)

    def raw(self) -> Any:
        """Return what is chosen and what stands there."""
        return {
            "every": self.every.currentData(), "ends": self.ends.currentData(), "times": self.times.text(),
            "until": self.until.raw(),
        }  # fmt: skip

    def show_raw(self, raw: Any) -> None:
        """Show what `raw` returned."""
        self.every.setCurrentIndex(max(0, self.every.findData(raw["every"])))
        self.ends.setCurrentIndex(max(0, self.ends.findData(raw["ends"])))
        self.times.setText(raw["times"])
        self.until.show_raw(raw.get("until", ""))
        self._show_ends()

    def tell(self) -> None:
        """Say what it comes to, where all of it is said: "12 meetups, Fridays to 19 Feb"."""
        try:
            repeats = self.value()
        except InvalidValue:
            repeats = None
        dates = self._dates(repeats) if repeats is not None else []
        words = in_words(repeats.every, dates) if repeats is not None and dates else ""
        self.told.emit(words)
        if words and words != self._heard and self.isVisible():
            announce(self, words)
        self._heard = words

    def _dates(self, repeats: Repeats) -> list[datetime]:
        begins = self._begins()
        try:
            return dates_of(repeats, begins) if begins is not None else []
        except InvalidValue:
            return []

    def _meant(self) -> Repeats:
        every = self.every.currentData()
        if self.ends.currentData() == _DAY:
            day = self.until.value()
            if not day:
                raise InvalidValue("no_last_day", "Say until which day.", field=REPEATS.name)
            return Repeats(every, until=day)
        return Repeats(every, self._number())

    def _number(self) -> int:
        words = self.times.text().strip()
        return int(words) if words.isdecimal() else 0

    def _ends_otherwise(self) -> None:
        """A day that is not said yet is the one that the number came to."""
        dates = self._dates(Repeats(self.every.currentData(), self._number()))
        if self.ends.currentData() == _DAY and not self.until.typed() and dates:
            self.until.show_value(f"{dates[-1]:%Y-%m-%d}")
        self._chosen()

    def _chosen(self) -> None:
        self._show_ends()
        self._ended()

    def _show_ends(self) -> None:
        by_day = self.ends.currentData() == _DAY
        self._ends.setVisible(bool(self.every.currentData()))
        self.times.setVisible(not by_day)
        self.until.setVisible(by_day)

    def _ended(self) -> None:
        self.tell()
        self.finished.emit()


def in_words(every: str, dates: list[datetime]) -> str:
    """Return in a sentence when a meetup is that comes again: how many there are, on which days, until when."""
    first, last = dates[0], text.day(f"{dates[-1]:%Y-%m-%d}", short=True)
    translate, many = QCoreApplication.translate, len(dates)
    weekday = text.locale().dayName(first.isoweekday())
    if every == WEEK:
        words = translate("Repeats", "%n meetup(s), {days} to {last}", "", many)
        return words.format(days=_days(first.weekday()), last=last)
    if every == FORTNIGHT:
        words = translate("Repeats", "%n meetup(s), every second {weekday} to {last}", "", many)
        return words.format(weekday=weekday, last=last)
    of_month = {
        1: translate("Repeats", "%n meetup(s), each first {weekday} of the month to {last}", "", many),
        2: translate("Repeats", "%n meetup(s), each second {weekday} of the month to {last}", "", many),
        3: translate("Repeats", "%n meetup(s), each third {weekday} of the month to {last}", "", many),
        4: translate("Repeats", "%n meetup(s), each fourth {weekday} of the month to {last}", "", many),
        -1: translate("Repeats", "%n meetup(s), each last {weekday} of the month to {last}", "", many),
    }
    return of_month[nth(first)].format(weekday=weekday, last=last)


def _days(weekday: int) -> str:
    translate = QCoreApplication.translate
    return (
        translate("Repeats", "Mondays"), translate("Repeats", "Tuesdays"), translate("Repeats", "Wednesdays"),
        translate("Repeats", "Thursdays"), translate("Repeats", "Fridays"), translate("Repeats", "Saturdays"),
        translate("Repeats", "Sundays"),
    )[weekday]  # fmt: skip
