"""One editor per kind of field. Each shows a stored value and returns what was typed, to be checked by the field."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from learningcircles.entities.declare import Field, Kind
from learningcircles.entities.validate import clean_field
from learningcircles.errors import InvalidValue
from learningcircles_ui import text
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.ticks import Tick

_HOURS = re.compile(r"\s*(?:(\d+)\s*[:h]\s*(\d{1,2})?|(\d+(?:[.,]\d+)?))\s*(h|min|m)?\s*\Z", re.IGNORECASE)


class Editor(QWidget):
    """An editor of one field. `finished` is emitted when somebody has ended an edit (left it, chose, Enter)."""

    finished = Signal()

    def __init__(self, field: Field, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(control)
        self.setFocusProxy(control)
        control.setAccessibleName(text.field_label(field))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops within it, in order."""
        return [self.control]

    def waiting(self) -> bool:
        """Return whether what was typed is still being looked up; `finished` follows."""
        return False

    def show_value(self, value: Any) -> None:
        """Show a stored value."""
        raise NotImplementedError

    def typed(self) -> Any:
        """Return what stands there, not yet checked."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return what is to be stored; raises InvalidValue."""
        return clean_field(self.field, self.typed())

    def raw(self) -> Any:
        """Return what stands there to the letter, for a draft."""
        return self.typed()

    def show_raw(self, raw: Any) -> None:
        """Show what `raw` returned."""
        self.show_value(raw)


class LineEditor(Editor):
    """One line of text: names, numbers, addresses, e-mail, lists of words."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(field, self._line, parent)
        self._line.editingFinished.connect(self.finished)
        self._line.setPlaceholderText(_hint(field))

    def show_value(self, value: Any) -> None:
        """Show a stored value; sets with commas, dates as this language writes them."""
        self._line.setText(shown(self.field, value))

    def typed(self) -> Any:
        """Return the text, or for dates and hours what it means."""
        words = self._line.text().strip()
        if self.field.kind is Kind.DATE:
            return read_day(words)
        if self.field.kind is Kind.MINUTES:
            minutes = read_minutes(words)
            return words if minutes is None and words else minutes
        return words

    def raw(self) -> Any:
        """Return the text as it stands."""
        return self._line.text()

    def show_raw(self, raw: Any) -> None:
        """Show a text as it stood."""
        self._line.setText(str(raw))

    def value(self) -> Any:
        """Return what is to be stored; raises InvalidValue with an example as this language writes it."""
        typed = self.typed()
        label = self.field.label
        if self.field.kind is Kind.MINUTES and isinstance(typed, str) and typed:
            raise InvalidValue("no_length", "{label} needs a length such as 1:30 or 90 min.", field=self.field.name,
                               label=label)  # fmt: skip
        if self.field.kind is Kind.DATE and typed and not QDate.fromString(typed, "yyyy-MM-dd").isValid():
            example = day_shown(text.today())
            raise InvalidValue("no_day", "{label} needs a date such as {example}.", field=self.field.name, label=label,
                               example=example)  # fmt: skip
        return clean_field(self.field, typed)


class NoteEditor(Editor):
    """Several lines of text. Tab leaves it."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._note = QPlainTextEdit()
        super().__init__(field, self._note, parent)
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._note.fontMetrics().lineSpacing() * 3 + 18)
        self._note.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An edit ends when the keyboard leaves the field."""
        if event.type() == QEvent.Type.FocusOut:
            self.finished.emit()
        return super().eventFilter(watched, event)

    def show_value(self, value: Any) -> None:
        """Show a stored value."""
        self._note.setPlainText(str(value or ""))

    def typed(self) -> Any:
        """Return the text."""
        return self._note.toPlainText().strip()

    def raw(self) -> Any:
        """Return the text as it stands."""
        return self._note.toPlainText()


class ChoiceEditor(Editor):
    """One of the field's choices, or none. A code that this version does not know is kept and shown."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._box = Choice()
        super().__init__(field, self._box, parent)
        if not field.required:
            self._box.addItem("", None)
        for code in field.choices:
            self._box.addItem(text.choice_label(field, code), code)
        self._box.activated.connect(lambda _: self.finished.emit())

    def show_value(self, value: Any) -> None:
        """Show a stored value."""
        at = self._box.findData(value)
        if at < 0:
            self._box.addItem(str(value), value)
            at = self._box.count() - 1
        self._box.setCurrentIndex(at)

    def typed(self) -> Any:
        """Return the code."""
        return self._box.currentData()

    def value(self) -> Any:
        """Return the code, unchecked where it came from a newer version."""
        code = self.typed()
        return code if code is not None and code not in self.field.choices else super().value()


class TickEditor(Editor):
    """Yes or no."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._tick = Tick(text.field_label(field))
        super().__init__(field, self._tick, parent)
        self._tick.clicked.connect(lambda _: self.finished.emit())

    def show_value(self, value: Any) -> None:
        """Show a stored value."""
        self._tick.setChecked(value is True)

    def typed(self) -> Any:
        """Return the answer."""
        return self._tick.isChecked()


def shown(field: Field, value: Any) -> str:
    """Return a stored value as a line of text that `LineEditor` reads back."""
    if value is None:
        return ""
    if field.many:
        return text.listed(value)
    if field.kind is Kind.DATE:
        return day_shown(str(value))
    if field.kind is Kind.MINUTES:
        return f"{value // 60}:{value % 60:02}" if isinstance(value, int) else str(value)
    if field.kind is Kind.ADDRESS and isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    if field.kind is Kind.LOCAL_TIME and isinstance(value, dict):
        return text.moment(value)
    if field.kind is Kind.CHOICE:
        return text.choice_label(field, value)
    if field.kind is Kind.FIELD_CODE:
        return text.field_of_learning(str(value))
    return str(value)


def day_shown(iso: str) -> str:
    """Return a date as `read_day` reads it back; what is no date as it stands."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(date, _day_format()) if date.isValid() else iso


def read_day(words: str) -> str:
    """Return what somebody typed as a date, as 2026-11-20 where it can be read, else as it stands."""
    for form in ("yyyy-MM-dd", _day_format(), QLocale().dateFormat(QLocale.FormatType.ShortFormat), "d.M.yyyy"):
        date = QLocale().toDate(words, form)
        if date.isValid() and date.year() >= 1900:
            return date.toString("yyyy-MM-dd")
    return words


def read_minutes(words: str) -> int | None:
    """Return minutes for "1:30", "1h30", "1.5", "1,5 h" or "90 min"; a bare number is hours.

    None where it cannot be read, and where more than 59 minutes follow the hours: that is a slip.
    """
    match = _HOURS.match(words)
    if match is None:
        return None
    whole, rest, bare, unit = match.groups()
    if whole is not None:
        return int(whole) * 60 + int(rest or 0) if int(rest or 0) < 60 else None
    value = float(bare.replace(",", "."))
    return round(value if (unit or "").lower() in ("min", "m") else value * 60)


def _day_format() -> str:
    return "dd/MM/yyyy" if QLocale().language() != QLocale.Language.English else "d MMM yyyy"


def _hint(field: Field) -> str:
    if field.kind is Kind.DATE:
        return QLocale().toString(QDate.currentDate(), _day_format())
    return "1:30" if field.kind is Kind.MINUTES else ""
