"""What is noted in “Who came?”: said once it is written; where it is refused it stays in view, to be tried again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.evening_marks import Note, kept_note
from learningcircles_ui.pages.meetups.evening_undo import EveningUndo
from learningcircles_ui.pages.records.restore_button import RestoreButton
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.given import Given
from learningcircles_ui.parts.headings import beside, button, plain
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.unwritten import Done, Unwritten
from learningcircles_ui.shell import Shell

_WRITING = "writing"


class EveningNotes(QWidget):
    """Hidden while all is written. `noted` carries what is to be said."""

    noted = Signal(str)

    def __init__(self, shell: Shell, meetup: bytes, undo: EveningUndo, restore: RestoreButton, dialog: Dialog) -> None:
        super().__init__(dialog)
        self._meetup = meetup
        self._shell, self._undo, self._restore, self._dialog = shell, undo, restore, dialog
        self.under_way: dict[str, Given] = {}
        """The notes that are being written, by the name that a draft keeps each under."""
        self._latest: dict[object, Note] = {}
        self._noted = self._begun = 0
        self._ending: Done | None = None
        """How somebody wants to end it, once all is written."""
        self._is_over = False
        self.typed: Callable[[], str] = str
        """A guest's name that stands in the field."""
        dialog.leave_button.setText(self.tr("Leave without noting them"))
        dialog.leave_button.hide()
        self.unwritten = Unwritten(self._again, self)
        self.unwritten.changed.connect(self._show)
        self._said = plain("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        again = button(self.tr("Try again"), self.unwritten.again, parent=self)
        column.addWidget(beside(self._said, again, parent=self))
        dialog.finished.connect(self.clear)
        self.hide()

    def write(self, note: Note) -> None:
        """Write it; where it is refused it stays here."""
        self._noted += 1
        note = note._replace(place=self._noted)
        self._latest[note.of] = note
        self._drop(note.of)
        self._do(note, lambda: None, partial(self._refused, note))

    def stands(self, of: object) -> bool:
        """Give up what waits to be noted of this; return whether nothing of it is under way either."""
        if self.waiting(of) is not None:
            self._drop(of)
            self._dialog.wrong("")
        return not any(each.item.of == of for each in self.under_way.values())

    def waiting(self, of: object) -> Note | None:
        """Return what waits to be noted of this, if anything."""
        return next((each for each in self.unwritten.items if each.of == of), None)

    def _drop(self, of: object) -> None:
        self.unwritten.drop(self.waiting(of))

    def wait(self, kept: Sequence[Sequence[Any]]) -> None:
        """Let these, as a draft has kept them, wait: in place of what waits, except where it was noted anew since."""
        for each in self.unwritten.items:
            self._latest.pop(each.of, None)
        self.unwritten.clear()
        for note in [kept_note(self._meetup, one) for one in kept]:
            if note.of not in self._latest:
                self._latest[note.of] = note
                self.unwritten.add(note)

    def kept(self) -> dict[str, Any]:
        """Return what a draft keeps of all that waits, and by itself of each that is under way."""
        writing = {name: [given.item] for name, given in self.under_way.items()}
        groups = {"waiting": [each for each in self.unwritten.items if [each] not in writing.values()]} | writing
        return {name: {"notes": [list(each.kept) for each in notes]} for name, notes in groups.items() if notes}

    def waits(self) -> bool:
        """Return whether anything is not written yet."""
        return bool(self.unwritten.items)

    def finish(self) -> None:
        """End the dialog once all is written, what was refused as well, and nothing more was begun meanwhile."""
        self._ending = self._accept
        self._dialog.done_button.setEnabled(False)
        self.unwritten.again()
        self._settle()

    def leaves_later(self) -> bool:
        """Return whether something is under way: the dialog is left then as soon as that is written.

        Else whoever leaves is told first what is given up by that.
        """
        if self.under_way:
            self._ending = self._dialog.reject
            return True
        words = self.tr("What you typed is not saved. Close this once more to throw it away.")
        if self.waits():
            words = self.tr("Not written down: {names}. Close this once more to give them up.")
        self._dialog.unsaved = words.format(names=self._names(self.typed()))
        return False

    def _accept(self) -> None:
        if not self._dialog.dirty():
            self._dialog.accept()

    def clear(self) -> None:
        """Give up what waits: it is kept as begun, or was thrown away."""
        self._is_over = True
        self.unwritten.clear()

    def _do(self, note: Note, done: Done, refused: Callable[[CircleError], None]) -> None:
        self._begun += 1
        name = f"{_WRITING} {self._begun}"
        given = self.under_way[name] = Given(note)

        def written(answer: Any) -> None:
            self._undo.did(answer, note.place)
            if isValid(self):
                if note.said:
                    self.noted.emit(note.said)
                done()
                self._answered(name)

        def failed(error: CircleError) -> None:
            if isValid(self):
                refused(error)
                self._answered(name)

        self._shell.do(given.writes(note.work), then=written, failed=failed)

    def _answered(self, name: str) -> None:
        """It is written, or refused and listed: what that began is counted as under way before this is not any more."""
        del self.under_way[name]
        if not self.waits():
            self._dialog.wrong("")
        self._settle()

    def _again(self, note: Note, done: Done, refused: Done) -> None:
        def failed(error: CircleError) -> None:
            refused()
            self._restore.refused(error)

        self._do(note, done, failed)

    def _refused(self, note: Note, error: CircleError) -> None:
        if self._is_over:
            self._shell.signals.failed.emit(error)
            return
        if self._latest.get(note.of) is note:  # else something else has been noted of them meanwhile
            self.unwritten.add(note)
        self._restore.refused(error)
        announce(self, self._said.text())

    def _settle(self) -> None:
        """Once nothing is under way, end it for whoever wants to, unless something was refused."""
        if self.under_way or self._ending is None:
            return
        end, self._ending = self._ending, None
        self._dialog.done_button.setEnabled(True)
        if not self.waits():
            end()

    def _show(self) -> None:
        self._said.setText(self.tr("Not written down yet: {names}.").format(names=self._names()))
        self.setVisible(self.waits())
        self._dialog.leave_button.setVisible(self.waits())  # what is never taken holds nobody here

    def _names(self, typed: str = "") -> str:
        return text.listed([*(each.name for each in self.unwritten.items), *filter(None, [typed.strip()])])
