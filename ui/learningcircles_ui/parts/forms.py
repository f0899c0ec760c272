"""Forms from declarations: a label, an editor and, beside the field, what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.errors import CircleError, InvalidValue
from learningcircles_ui import text
from learningcircles_ui.parts.editors import (
    ChoiceEditor,
    Editor,
    LanguagesEditor,
    LineEditor,
    NoteEditor,
    TickEditor,
    YearEditor,
)
from learningcircles_ui.parts.field_editor import FieldCodeEditor
from learningcircles_ui.parts.given import Given
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.history_words import value_words
from learningcircles_ui.parts.in_view import InView
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.timed_editors import DateEditor, LengthEditor
from learningcircles_ui.parts.words import leading
from learningcircles_ui.theme import GAP


class Line(QWidget):
    """One field of a form."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._wrong = leading(QLabel(self))
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setProperty("kind", "wrong")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._note, self._meanwhile = soft("", self), soft("", self)
        for each in (self._note, self._meanwhile):
            each.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        name = text.field_label(editor.field) + (" *" if editor.field.required else "")
        label = soft(name, self)
        label.setBuddy(editor.control)
        label.setVisible(editor.field.kind is not Kind.BOOL)
        for widget in (label, editor, self._wrong, self._meanwhile, self._note):
            column.addWidget(widget)
        editor.told.connect(self.note)

    @property
    def sentence(self) -> str:
        """What is wrong; empty where nothing is."""
        return self._wrong.text()

    @property
    def is_meanwhile(self) -> bool:
        """Whether that is said of others who have written here, see `meanwhile`."""
        return bool(self._meanwhile.text())

    def wrong(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        if sentence == self._wrong.text():
            return
        self._wrong.setMinimumHeight(0 if sentence else self._wrong.height() * self._wrong.isVisible())
        self._wrong.setText(sentence)
        # Mended, its line stays empty: else what stands below would move up, under a mouse that is just pressed there.
        self._wrong.setVisible(bool(sentence) or self._wrong.minimumHeight() > 0)
        self.editor.mark(bool(sentence))
        self.editor.control.setAccessibleDescription(sentence)

    def forget(self) -> None:
        """Take back what is wrong, and the room for it: another record comes."""
        self.wrong("")
        self.meanwhile("")
        self._wrong.setMinimumHeight(0)
        self._wrong.hide()

    def meanwhile(self, words: str) -> None:
        """Say what others have made of the field while somebody types in it; empty words take it back."""
        if words and words != self._meanwhile.text():
            announce(self, words)
        self._meanwhile.setText(words)
        self._meanwhile.setVisible(bool(words))

    def note(self, words: str) -> None:
        """Say below the field what is worth knowing of what stands there; empty words take it back."""
        self._note.setText(words)
        self._note.setVisible(bool(words))


class Form(QWidget):
    """A form over some fields of an entity.

    `edited` carries a field's name and its checked value as soon as an edit ends with another value than before:
    a details pane saves it; a dialog reads `values()` at the end.
    """

    edited = Signal(str, object)

    def __init__(
        self,
        entity: Entity,
        names: Sequence[str],
        parent: QWidget | None = None,
        *,
        editors: Mapping[str, Editor] | None = None,
    ) -> None:
        super().__init__(parent)
        self.entity = entity
        self.lines: dict[str, Line] = {}
        self.stood: dict[str, Any] = {}
        """What each field showed when somebody began to type there (`show_values` leaves such a field alone), or what
        has been written since."""
        self._shown: dict[str, Any] = {}
        self._begun: dict[str, Any] = {}
        self._left: dict[str, object] = {}
        self._raw: dict[str, Any] = {}
        """What stood in each field, to the letter, when it was shown or its edit was given to be written."""
        self.given: dict[str, object] = {}
        """What was typed into fields, by their name, that is given to be written and not answered yet."""
        self.under_way: dict[str, Given] = {}
        """What is given of a field to be written, and of which nobody is told yet that it is."""
        self._then: list[Callable[[], None]] = []
        """What is done once nothing is being looked up any more; no more than one."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._in_view = InView(self, lambda: _focused(self.lines.values()))
        for name in names:
            given, field = (editors or {}).get(name), entity.field(name)
            if given is None:
                assert field is not None, name
                given = _editor_for(field)
            self.add(given)

    def add(self, editor: Editor) -> Line:
        """Add a field."""
        editor.setParent(None)  # made before the others, its frame would lead Tab to it from the end, past the first
        line = Line(editor, self)
        self.lines[editor.field.name] = line
        self._begun[editor.field.name] = editor.typed()
        self._raw[editor.field.name] = editor.raw()
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        _chain(self.lines.values())
        for stop in editor.stops():
            self._in_view.watch(stop)
        editor.finished.connect(lambda: self._finished(editor.field))
        editor.resumed.connect(self._then.clear)
        return line

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show a record's values.

        Where somebody is typing, something wrong waits to be mended, or what was typed is being looked up or saved, it
        stays.
        """
        for name, line in self.lines.items():
            if name in self.given:
                continue
            value = values.get(name)
            there = line.editor.control.hasFocus()
            typing = (there or line.sentence) and _differs(line, self._shown.get(name))
            typing = typing or (there and _goes_on(line, self._left.get(name), value)) or line.editor.waiting()
            self._shown[name] = value
            if typing and (value or None) != (self.stood.get(name) or None):
                line.meanwhile(_meanwhile(line.editor.field, value))  # theirs is written over knowingly, or not at all
            if not typing:
                line.meanwhile("")
                line.editor.show_value(value)
                self.stood[name] = value
                line.wrong("")
                self._begun[name] = line.editor.typed()
                self._raw[name] = self._left[name] = line.editor.raw()

    def when_settled(self, then: Callable[[], None]) -> None:
        """End all edits, and call `then` once nothing that was typed is still being looked up: who types fast need not
        wait. Whoever types on in that instead has not done yet.
        """
        for line in self.lines.values():
            line.editor.settle()
        self._then[:] = [then]
        self._settled()

    def _settled(self) -> None:
        if self._then and not any(line.editor.waiting() for line in self.lines.values()):
            self._then.pop()()

    def values(self) -> dict[str, Any] | None:
        """Return the checked values of the fields that hold something.

        None where one is wrong: then its sentence stands beside it, and it has the focus.
        """
        checked: dict[str, Any] = {}
        first: Line | None = None
        for name, line in self.lines.items():
            try:
                value = _checked(line.editor)
            except InvalidValue as error:
                line.wrong(text.sentence(error))
                first = first or line
                continue
            line.wrong("")
            if value not in (None, "", []):
                checked[name] = value
        if first is not None:
            first.editor.setFocus()
            return None
        return checked

    def end_edits(self, *names: str) -> None:
        """End the edit of every field, or of these, as leaving it does: one that is being typed in counts as well."""
        for name, line in self.lines.items():
            if names and name not in names:
                continue
            if line.sentence or line.editor.typed() != self._begun.get(name):
                self._ended(line.editor.field, line)

    def refused(self, error: CircleError) -> bool:
        """Show a refusal beside its field; return whether this form has the field."""
        line = self.lines.get(error.field) if isinstance(error, InvalidValue) else None
        if line is not None:
            line.wrong(text.sentence(error))
            line.editor.setFocus()
        return line is not None

    def edit(self, name: str) -> Editor:
        """Return the editor of a field."""
        return self.lines[name].editor

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        first = next(iter(self.lines.values())).editor
        first.setFocus()
        if isinstance(first.control, QLineEdit):
            first.control.end(False)  # whoever types goes on where it ends

    def dirty(self) -> bool:
        """Return whether something stands here that was not shown: what somebody typed."""
        return any(line.editor.typed() != self._begun.get(name) for name, line in self.lines.items())

    def forget(self) -> None:
        """Another record comes: nothing of what stands here, and nothing that is wrong with it, is its own."""
        for name, line in self.lines.items():
            line.forget()
            line.editor.show_value(None)
            self.stood[name] = None
            self._begun[name] = line.editor.typed()
            self._raw[name] = self._left[name] = line.editor.raw()
        self.given.clear()
        self._shown = {name: [] if line.editor.field.many else None for name, line in self.lines.items()}

    def draft(self) -> dict[str, Any]:
        """Return what stands in the fields to the letter, of those that hold something else than was shown."""
        changed = {n: line for n, line in self.lines.items() if line.editor.typed() != self._begun.get(n)}
        return {name: line.editor.raw() for name, line in changed.items()}

    def show_draft(self, draft: Mapping[str, Any]) -> None:
        """Show what `draft` returned; each of these fields is then looked at as if somebody had typed it.

        In every other one stands again what stood there before anybody typed, or what of it is being written.
        """
        for name, line in self.lines.items():
            if name not in draft and line.editor.typed() != self.given.get(name, self._begun.get(name)):
                line.editor.show_raw((self._left if name in self.given else self._raw)[name])
                line.wrong("")
        held = [line for name, line in self.lines.items() if name in draft]
        for line in held:
            line.editor.show_raw(draft[line.editor.field.name])
        for line in held:
            self._finished(line.editor.field)
        if held:
            _goes_on_at(self, held).editor.setFocus()

    def not_saved(self, name: str, error: CircleError) -> None:
        """A field's value was refused: it stays, told beside it, and is tried again when the next edit ends."""
        self.given.pop(name, None)
        self._shown[name] = self.stood.get(name)
        self.lines[name].wrong(text.sentence(error))

    def being_saved(self, name: str) -> None:
        """What stands in a field now is given to be written."""
        self.given[name] = self.lines[name].editor.typed()
        self._left[name] = self.lines[name].editor.raw()

    def saved(self, name: str, value: Any, *, last: bool = True) -> None:
        """What was given of a field is written: that is no draft any more, as what was typed since is, and what was
        given after it where it is not the `last`.
        """
        self.stood[name] = value
        self.lines[name].meanwhile("")
        if last and name in self.given:
            self._begun[name] = self.given.pop(name)
            self._raw[name] = self._left[name]

    def unsaved(self) -> list[tuple[str, str]]:
        """Return (label, what is wrong) of every field whose text could not be kept."""
        wrong = [(text.field_label(line.editor.field), line.sentence) for line in self.lines.values()]
        return [(label, sentence) for label, sentence in wrong if sentence]

    def _finished(self, field: Field) -> None:
        line = self.lines[field.name]
        if line.editor.waiting():
            return
        self._ended(field, line)
        self._settled()

    def _ended(self, field: Field, line: Line) -> None:
        try:
            value = _checked(line.editor)
        except InvalidValue as error:
            line.wrong(text.sentence(error))
            return
        line.wrong("")
        before = self._shown.get(field.name)
        if value != (before if before is not None or not field.many else []):
            self._shown[field.name] = value
            self.edited.emit(field.name, value)


def is_otherwise(form: Form, name: str) -> bool:
    """Return whether others have written something else than what somebody has typed into a field, and that is said."""
    return form.lines[name].is_meanwhile and _differs(form.lines[name], form._shown.get(name))


def _meanwhile(field: Field, value: Any) -> str:
    translate = QCoreApplication.translate
    words = value_words(field, value)
    if words:
        told = translate("Form", "Meanwhile “{value}” was written here elsewhere. What you type takes its place.")
        return told.format(value=words)
    return translate("Form", "Meanwhile this was changed elsewhere. What you type takes its place.")


def _differs(line: Line, shown: Any) -> bool:
    try:
        return bool(line.editor.value() != shown)
    except InvalidValue:
        return True


def _goes_on(line: Line, left: object, value: Any) -> bool:
    """Return whether somebody types on in a field that was `left` so, though it means the same as before: a comma, or
    so far the same word again (“español, es” of “español, esperanto”). Shown anew, the next letter would join the last.
    """
    return line.editor.raw() != left and (line.editor.field.many or not _differs(line, value))


def _goes_on_at(form: Form, held: Sequence[Line]) -> Line:
    """Return where somebody goes on who left the `held` fields: what is wrong, else the first in view that is empty."""
    shown = [line for line in form.lines.values() if line.isVisibleTo(form) and line.isEnabled()]
    last = next((line for line in [*reversed(held), *shown] if line in shown), held[-1])
    wrong = [line for line in held if line.sentence]
    return [*wrong, *(line for line in shown if line.editor.raw() in (None, "", [])), last][0]


def _focused(lines: Iterable[Line]) -> Line | None:
    """Return the line that has the keyboard."""
    return next((line for line in lines if line.isAncestorOf(line.window().focusWidget() or line)), None)


def _chain(lines: Iterable[Line]) -> None:
    """Tab follows the fields as they stand, whoever made their editors when."""
    for before, after in pairwise(stop for line in lines for stop in line.editor.stops()):
        QWidget.setTabOrder(before, after)


def _checked(editor: Editor) -> Any:
    value = editor.value()
    if editor.field.required and value in (None, "", []):
        label = editor.field.label
        raise InvalidValue("required", "{label} is needed ({field}).", field=editor.field.name, label=label)
    return value


def _editor_for(field: Field) -> Editor:
    """Return the editor of a field; references need a picker (see `pickers`)."""
    made: Callable[[Field], Editor] = _EDITORS.get(field.kind, LineEditor)
    if field.name == "birth_year":  # what is said of a wrong one names no year to come, in which nobody was born
        return YearEditor(replace(field, most=int(text.today()[:4])))
    return made(field)


_EDITORS: dict[Kind, Callable[[Field], Editor]] = {
    Kind.NOTE: NoteEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.BOOL: TickEditor,
    Kind.FIELD_CODE: FieldCodeEditor,
    Kind.LANGUAGE: LanguagesEditor,
    Kind.DATE: DateEditor,
    Kind.MINUTES: LengthEditor,
}
