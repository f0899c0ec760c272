"""One editor per kind of field. Each shows a stored value and returns what was typed, to be checked by the field."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from learningcircles.circle.people import check_born, doubt_born
from learningcircles.entities.declare import Field
from learningcircles.entities.validate import clean_field
from learningcircles.errors import InvalidValue
from learningcircles.intake.convert import Reading, converted
from learningcircles.intake.plain import folded
from learningcircles.intake.words import LANGUAGES
from learningcircles_ui import text
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.parts.wrong import mark

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NO_ISOLATES = {ord(mark): None for mark in "\u2066\u2067\u2068\u2069"}


def from_its_beginning(line: QLineEdit) -> None:
    """Let the beginning be seen of what is longer than its field, unless somebody types there."""
    if not line.hasFocus():
        line.setCursorPosition(0)


class Editor(QWidget):
    """An editor of one field. `finished` is emitted when somebody has ended an edit (left it, chose, Enter).

    `told` says what is understood by what stands there, while it is typed; empty where nothing needs saying. `resumed`:
    somebody types on in what was being looked up.
    """

    finished = Signal()
    resumed = Signal()
    told = Signal(str)

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

    def mark(self, wrong: bool) -> None:
        """Draw what is wrong so that it is seen which part of the editor is meant."""
        mark(self.control, wrong)

    def waiting(self) -> bool:
        """Return whether what was typed is still being looked up; `finished` follows."""
        return False

    def settle(self) -> bool:
        """Take what a list below the field marks, as leaving it does; where none is in view yet, look what it would be.

        Return whether `finished` was told, or follows.
        """
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

    def show_value(self, value: Any) -> None:
        """Show a stored value; sets with commas, dates as this language writes them."""
        self._line.setText(shown(self.field, value))
        from_its_beginning(self._line)

    def typed(self) -> Any:
        """Return the text."""
        return self._line.text().strip()

    def raw(self) -> Any:
        """Return the text as it stands."""
        return self._line.text()

    def show_raw(self, raw: Any) -> None:
        """Show a text as it stood."""
        self._line.setText(str(raw))


class YearEditor(LineEditor):
    """A year of birth; of a whole date that somebody types its year is taken, and said at once."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._said = ""
        self._line.textEdited.connect(self._understood)
        self.finished.connect(self._write_out)

    def typed(self) -> Any:
        """Return the year, or the words where they are none."""
        words = super().typed()
        years = _YEAR.findall(words)
        return years[0] if len(years) == 1 else words

    def value(self) -> Any:
        """Return what is to be stored; raises InvalidValue with an example."""
        typed = self.typed()
        if typed and not str(typed).isdecimal():
            raise InvalidValue(
                "no_year", "{label} is a year such as {example}.", field=self.field.name, label=self.field.label,
                example="1984",
            )  # fmt: skip
        check_born(typed, text.today())
        return super().value()

    def show_value(self, value: Any) -> None:
        """Show a stored year; one that is hardly meant is asked about."""
        super().show_value(value)
        self._doubt()

    def _understood(self, words: str) -> None:
        typed = str(self.typed())
        self._say(typed if typed != words.strip() else "")

    def _write_out(self) -> None:
        typed = str(self.typed())
        if typed != self._line.text().strip():
            self._line.setText(typed)
        self._doubt()

    def _doubt(self) -> None:
        typed = str(self.typed())
        doubt = None
        if typed.isdecimal() and self.field.least is not None and int(typed) >= self.field.least:
            doubt = doubt_born(int(typed), text.today())
        self._say(text.sentence(doubt) if doubt else "")

    def _say(self, words: str) -> None:
        if words != self._said:  # what is said of a child's year is somebody else's
            self._said = words
            self.told.emit(words)


class LanguagesEditor(LineEditor):
    """Languages by name; their own names, and names and codes in any language of the program, are understood."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._codes = {folded(text.language_name(code)): code for code in LANGUAGES}
        self._asked: list[str] = []
        self._line.textEdited.connect(lambda _: self._ask([]))
        self.finished.connect(lambda: self._ask([each for each in self.typed() if not self._is_known(each)]))

    def show_value(self, value: Any) -> None:
        """Show the names of languages by their codes."""
        self._codes |= {folded(text.language_name(code)): code for code in value or ()}
        super().show_value(value)
        if not set(self._asked) <= set(value or ()):
            self._ask([])

    def _is_known(self, said: str) -> bool:
        return said in LANGUAGES or text.language_name(said) != said

    def _ask(self, unknown: list[str]) -> None:
        """Ask about words that name no language: they are kept all the same."""
        self._asked = unknown
        words = self.tr("Is “{words}” a language? None is known by that name; it is kept as it stands.")
        self.told.emit(words.format(words=text.listed(unknown)) if unknown else "")

    def typed(self) -> Any:
        """Return the codes of what stands there; words that name no language as they are."""
        said: list[str] = []
        for part in self._line.text().translate(_NO_ISOLATES).split(","):
            code = self._codes.get(folded(part.strip()))  # before the name alone is looked up: it may say where, too
            said += [code] if code else converted(self.field, part, Reading()) or []
        return said


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
