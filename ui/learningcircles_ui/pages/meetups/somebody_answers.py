"""Somebody answers whether they come to a meetup: the name, Enter, Enter, and the next one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.first_names import first_name, is_name
from learningcircles.circle.meetups import no_name, several_guests
from learningcircles.circle.several_names import people_named
from learningcircles.entities.gathering import ANSWERS, RSVP
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.guest_answers import ask_about_guest
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.headings import button, flowing, section
from learningcircles_ui.parts.namesakes import names_apart
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S


class SomebodyAnswers(QWidget):
    """`noted` is emitted once an answer is written."""

    noted = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._id: bytes | None = None
        self._noting: bytes | None = None
        person = RSVP.field("person")
        assert person is not None
        self.person = PickerEditor(person, shell.tasks, self)
        self.person.control.setAccessibleName(self.tr("Who answers"))
        self.person.finished.connect(self._note)
        self.person.takes_guests = True
        if isinstance(self.person.control, QLineEdit):
            self.person.control.setPlaceholderText(self.tr("Who answers? A name"))
            self.person.control.textEdited.connect(self._typed_on)
        self.answer: QComboBox = Choice(self)
        self.answer.setAccessibleName(self.tr("Answer"))
        for code in ANSWERS:
            self.answer.addItem(text.choice_label(RSVP.field("answer"), code), code)
        note = button(self.tr("Note"), self.ask, parent=self)
        self._below = (self.answer, note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(section(self.tr("Note somebody’s answer"), self))
        column.addWidget(self.person)
        column.addWidget(flowing(*self._below, parent=self))

    def about(self, meetup: bytes | None) -> None:
        """Speak of a meetup, or of none; who was named for another one answers for that one alone."""
        if meetup is not None and meetup != self._id and self._noting is None:
            self.person.show_value(None)
        self._id = meetup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the answer notes it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.answer.hasFocus() and not event.isAutoRepeat():
            self.ask()
        else:
            super().keyPressEvent(event)

    def ask(self) -> None:
        """Note what stands there, once it is known who is meant: who types fast means a member, too."""
        if self._id is None or not self.person.words():
            self.person.setFocus()
            return
        self._noting = self._id
        if not self.person.settle():
            self._note()

    def _typed_on(self) -> None:
        """Who types on has not said yet that this is to be noted: what was asked before is forgotten."""
        self._noting = None

    def _note(self) -> None:
        meetup, self._noting = self._noting, None
        person, words, answer = self.person.typed(), self.person.words(), self.answer.currentData()
        if meetup is None or not words:
            return
        if isinstance(person, bytes):
            self._write(meetup, person, words, answer)
        elif len(people_named(words)) > 1 or not is_name(words):
            refuses = several_guests if is_name(words) else no_name
            self._shell.signals.failed.emit(refuses(words))
            self._correct()
        else:
            members = [hit.title for hit in self.person.meant.hits]
            ask_about_guest(words, members, self, lambda: self._write(meetup, None, words, answer), self._correct)

    def _correct(self) -> None:
        """Go back to the name: what is typed now takes its place."""
        self.person.setFocus()
        line = self.person.control
        if isinstance(line, QLineEdit):
            line.selectAll()

    def _write(self, meetup: bytes, member: bytes | None, words: str, answer: str) -> None:
        """Write it, and be ready for the next one, who means to come unless they say otherwise."""
        named = self.person.raw()

        def refused(error: CircleError) -> None:
            self._shell.signals.failed.emit(error)
            if meetup == self._id and not self.person.words():  # unless the next one is being named
                self.person.show_raw(named)
                self.answer.setCurrentIndex(self.answer.findData(answer))

        self._shell.do(
            partial(_rsvp, meetup=meetup, member=member, answer=answer, words=words),
            say=lambda noted: text.labelled(noted[0], text.choice_label(RSVP.field("answer"), answer)),
            then=lambda _: self.noted.emit(),
            failed=refused,
        )
        if meetup == self._id:
            self.person.show_value(None)
            self.answer.setCurrentIndex(0)
            if self.focusWidget() in self._below:
                self.person.setFocus()


def _rsvp(verbs: Verbs, meetup: bytes, member: bytes | None, answer: str, words: str) -> tuple[str, Changes]:
    """Note an answer, a guest's by first name alone; return also who gave it, of several people of one name which."""
    words = words if member else first_name(words)
    _, changes = verbs.meetups.rsvp(meetup, member, answer, name="" if member else words)
    found = names_apart(verbs.reader, verbs.reader.many("member", [member])) if member else {}
    return found.get(member or b"") or words, changes
