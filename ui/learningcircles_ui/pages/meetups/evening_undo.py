"""Undo and redo in “Who came?”: of what was noted there, and of nothing that was done before or elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.undo import Undone
from learningcircles.errors import CircleError
from learningcircles_ui.menus import UNDONE_SINCE, Labels, UndoRedo
from learningcircles_ui.shell import Shell, changes_in


class EveningUndo(UndoRedo):
    """Takes back what `did` was told of, the latest first, and does it again."""

    def __init__(self, shell: Shell, parent: QWidget, refused: Callable[[CircleError], None]) -> None:
        """`refused` tells in the dialog what could not be undone."""
        self._refused = refused
        self._done: list[bytes] = []
        self._undone: list[bytes] = []
        super().__init__(shell, parent)

    def did(self, answer: Any) -> None:
        """Something was noted; what could be done again cannot any more."""
        changes = changes_in(answer)
        if changes and isValid(self):  # else the evening was ended meanwhile
            self._done.append(changes.action)
            self._undone.clear()
            self.look(changes)

    def look(self, changes: Changes) -> None:
        """Name what would be undone; the evening may have ended since."""
        if isValid(self):
            super().look(changes)

    def take_back(self) -> None:
        """Undo what was noted last; what is being noted counts."""
        self._shell.tasks.mutate(lambda verbs: None, lambda _: self._turn(self._done, self._undone))

    def do_again(self) -> None:
        """Redo what was undone last."""
        self._shell.tasks.mutate(lambda verbs: None, lambda _: self._turn(self._undone, self._done))

    def _turn(self, off: list[bytes], onto: list[bytes]) -> None:
        if off:
            action = off.pop()
            self._shell.do(
                lambda verbs: verbs.undo.undo_action(action),
                then=partial(self._turned, onto), failed=partial(self._not_turned, off, action),
            )  # fmt: skip

    def _turned(self, onto: list[bytes], undone: Undone) -> None:
        if isValid(self):
            onto.append(undone.changes.action)
            self.look(undone.changes)
            self._went(undone)

    def _not_turned(self, off: list[bytes], action: bytes, error: CircleError) -> None:
        if not isValid(self):
            self._shell.signals.failed.emit(error)
            return
        if error.code not in UNDONE_SINCE:
            off.append(action)
        self.look(Changes())
        self._refused(error)

    def _labels(self, verbs: Verbs) -> Labels:
        undo, redo = (verbs.undo.deed(last[-1]) if last else None for last in (self._done[-1:], self._undone[-1:]))
        return undo, redo, False
