"""Lines for days and lengths: they read what people type, and say beside the field what they understood."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from learningcircles.entities.declare import Field
from learningcircles.entities.validate import clean_field
from learningcircles.errors import InvalidValue
from learningcircles.intake.lengths import WHICH
from learningcircles_ui import text
from learningcircles_ui.parts.day_popup import DayPopup
from learningcircles_ui.parts.editors import LineEditor
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.reading import day_understood, length_understood, read_day, read_minutes
from learningcircles_ui.parts.shown import day_shown
from learningcircles_ui.theme import GAP_S

_EXAMPLE = 90
"""Minutes."""
_BESIDE = 28
"""Pixels of a line that are not for words: its edges, what is inside of them, the cursor."""


class DateEditor(LineEditor):
    """A day, with its year or without. Left, the field shows the whole date. The Down key opens a calendar, too."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._line.setPlaceholderText(self.tr("such as {day}").format(day=day_shown(text.today())))
        self._line.installEventFilter(self)
        self.pick = button("", self._open, icon_name="calendar", tip=self.tr("Choose the day"), parent=self)
        self.pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes on to the next field: the line opens it as well
        column, row = self.layout(), QHBoxLayout()
        assert isinstance(column, QVBoxLayout)
        row.addWidget(self._line, 1)
        row.addWidget(self.pick)
        column.addLayout(row)
        self._line.textEdited.connect(lambda words: self.told.emit(day_understood(words, field.leans)))
        self.finished.connect(self._write_out)

    def whole(self) -> int:
        """Return the width in pixels in which every day of a year is shown whole, in this language."""
        self.ensurePolished()
        days = (f"2028-{month:02}-28" for month in range(1, 13))
        words = max(self._line.fontMetrics().horizontalAdvance(day_shown(day)) for day in days)
        return words + _BESIDE + GAP_S + self.pick.sizeHint().width()

    def typed(self) -> Any:
        """Return the day as 2026-11-20, or the words where they are none."""
        return read_day(super().typed(), self.field.leans)

    def value(self) -> Any:
        """Return what is to be stored; raises InvalidValue with an example as this language writes it."""
        typed = self.typed()
        if typed and not _is_day(typed):
            raise InvalidValue(
                "no_day", "{label} needs a date such as {example}.", field=self.field.name, label=self.field.label,
                example=day_shown(text.today()),
            )  # fmt: skip
        return clean_field(self.field, typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar with Down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self._open()
            return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        """Show a calendar below the day."""
        DayPopup(self._line, self.typed(), self._chosen)

    def _chosen(self, day: str) -> None:
        self._line.setText(day_shown(day))
        self._line.setFocus()
        self.told.emit("")
        self.finished.emit()

    def _write_out(self) -> None:
        typed = self.typed()
        if _is_day(typed):
            self._line.setText(day_shown(typed))


class PastDateEditor(DateEditor):
    """A day on which something has happened: none that is still to come."""

    def value(self) -> Any:
        """Return what is to be stored; raises InvalidValue."""
        day = super().value()
        if day and text.in_days(day) > 0:
            raise InvalidValue("to_come", "This day is still to come. Record it afterwards.", field=self.field.name)
        return day


class LastDayEditor(DateEditor):
    """A day until which something holds. One that is past may be meant, and is told."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._line.textChanged.connect(lambda _: self._say())
        self._line.textEdited.connect(lambda _: self._say())  # once more: what was understood has just been told

    def _chosen(self, day: str) -> None:
        super()._chosen(day)
        self._say()

    def _say(self) -> None:
        typed, understood = self.typed(), day_understood(self._line.text(), self.field.leans)
        past = _is_day(typed) and text.in_days(typed) < 0
        ended = self.tr("This day is past: it counts as ended.") if past else ""
        self.told.emit("  ·  ".join(part for part in (understood, ended) if part))


class LengthEditor(LineEditor):
    """A length. What may be minutes as well as hours is asked back, with a button for each."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._line.setPlaceholderText(text.hours(_EXAMPLE))
        self._line.textEdited.connect(self._edited)
        self._asks: QWidget | None = None
        self.answers: list[QPushButton] = []

    def show_value(self, value: Any) -> None:
        """Show a stored length."""
        super().show_value(value)
        self._answered()

    def typed(self) -> Any:
        """Return the minutes, or the words where they are no length, or may be two."""
        words = super().typed()
        try:
            found = read_minutes(words, self.field.most)
        except InvalidValue:
            return words
        return words if found is None and words else found

    def value(self) -> Any:
        """Return what is to be stored; raises InvalidValue with an example, or with what it asks."""
        words = super().typed()
        try:
            found = read_minutes(words, self.field.most)
        except InvalidValue as error:
            self._ask(error)
            raise InvalidValue(error.code, error.template, field=self.field.name, value=words) from error
        if found is None and words:
            raise InvalidValue(
                "no_length", "{label}: write how long, such as {example} or 90 min.", field=self.field.name,
                label=self.field.label, example=text.hours(_EXAMPLE),
            )  # fmt: skip
        return clean_field(self.field, found)

    def _edited(self, words: str) -> None:
        self._answered()
        self.told.emit(length_understood(words, self.field.most))

    def _ask(self, error: InvalidValue) -> None:
        if error.code != WHICH:
            return
        if self._asks is None:
            self._asks = self._made()
        number = str(error.params["value"])
        words = (self.tr("{number} minutes"), self.tr("{number} hours"))
        for each, template in zip(self.answers, words, strict=True):
            each.setText(template.format(number=number))
            each.setAccessibleName(each.text())
        self._asks.show()
        for before, after in pairwise([self._line, *self.answers]):
            self.setTabOrder(before, after)

    def _made(self) -> QWidget:
        """Make the answers when they are first needed: Tab would go astray among what has never been seen."""
        asks = QWidget(self)
        row = QHBoxLayout(asks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self.answers = [button("", partial(self._answer, unit), parent=asks) for unit in "mh"]
        for each in self.answers:
            row.addWidget(each)
        row.addStretch(1)
        column = self.layout()
        assert column is not None
        column.addWidget(asks)
        return asks

    def _answered(self) -> None:
        if self._asks is not None:
            self._asks.hide()

    def _answer(self, unit: str) -> None:
        self._line.setText(f"{self._line.text().strip()} {'min' if unit == 'm' else 'h'}")
        self._answered()
        self._line.setFocus()
        self.told.emit("")
        self.finished.emit()


def _is_day(typed: str) -> bool:
    return QDate.fromString(typed, "yyyy-MM-dd").isValid()
