"""What is noted in “Who came?”: said once it is written; where it is refused it stays in view and is tried again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.evening_undo import EveningUndo
from learningcircles_ui.pages.records.restore_button import RestoreButton
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import beside, button, plain
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.unwritten import Done, Unwritten
from learningcircles_ui.shell import Shell


class Note(NamedTuple):
    """Something to write. `name`: of whom; `said`: once it is written, if anything.

    `of`: what is noted later of the same counts. `guest`: it is a guest, who is nowhere else but here.
    """

    name: str
    work: Callable[[Verbs], Any]
    said: str
    of: object
    guest: bool = False


class EveningNotes(QWidget):
    """Hidden while all is written. `noted` carries what is to be said."""

    noted = Signal(str)

    def __init__(self, shell: Shell, undo: EveningUndo, restore: RestoreButton, dialog: Dialog) -> None:
        super().__init__(dialog)
        self._shell, self._undo, self._restore, self._dialog = shell, undo, restore, dialog
        self._error: CircleError | None = None
        self._latest: dict[object, Note] = {}
        self._ending = False
        """Somebody is done, and it ends once all is written."""
        self.unwritten = Unwritten(self._again, self)
        self.unwritten.changed.connect(self._show)
        self.unwritten.tried.connect(self._tried)
        self._said = plain("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        again = button(self.tr("Try again"), self.unwritten.again, parent=self)
        column.addWidget(beside(self._said, again, parent=self))
        dialog.finished.connect(self.clear)
        self.hide()

    def write(self, note: Note, then: Done = lambda: None, failed: Callable[[CircleError], None] | None = None) -> None:
        """Write it. `failed` has the name elsewhere where it is refused; else it stays here."""
        self._latest[note.of] = note
        for each in [each for each in self.unwritten.items if each.of == note.of]:
            self.unwritten.drop(each)

        def done() -> None:
            self.unwritten.again()
            then()

        self._do(note, done, failed or partial(self._refused, note))

    def guests(self) -> Sequence[str]:
        """Return the guests who stand nowhere else."""
        return [each.name for each in self.unwritten.items if each.guest]

    def waits(self) -> bool:
        """Return whether anything is not written yet."""
        return bool(self.unwritten.items)

    def finish(self) -> None:
        """End the dialog, once all is written."""
        if not self.waits():
            self._dialog.accept()
            return
        self._ending = True
        self._dialog.done_button.setEnabled(False)
        self.unwritten.again()

    def clear(self, *_: object) -> None:
        """Give up what waits: it is kept as begun, or was thrown away."""
        self.unwritten.clear()

    def _do(self, note: Note, done: Done, refused: Callable[[CircleError], None]) -> None:
        def written(answer: Any) -> None:
            self._undo.did(answer)
            if isValid(self):
                if note.said:
                    self.noted.emit(note.said)
                done()
                if not self.waits():
                    self._dialog.wrong("")

        self._shell.do(note.work, then=written, failed=refused)

    def _again(self, note: Note, done: Done, refused: Done) -> None:
        def failed(error: CircleError) -> None:
            self._error = error
            refused()

        self._do(note, done, failed)

    def _refused(self, note: Note, error: CircleError) -> None:
        if isValid(self):
            if self._latest[note.of] is note:  # else something else has been noted of them meanwhile
                self.unwritten.add(note)
            self._restore.refused(error)
            announce(self, self._said.text())

    def _tried(self) -> None:
        """All were tried: whoever is done is told why it does not end."""
        if not self._ending:
            return
        self._ending = False
        self._dialog.done_button.setEnabled(True)
        if not self.waits():
            self._dialog.accept()
        elif self._error is not None:
            self._restore.refused(self._error)

    def _show(self) -> None:
        told = self.tr("Not written down yet: {names}. It is tried again by itself.")
        self._said.setText(told.format(names=text.listed([each.name for each in self.unwritten.items])))
        self.setVisible(self.waits())
