"""Undo and redo in “Who came?”: of what was noted there, and of nothing that was done before or elsewhere."""

from __future__ import annotations

from bisect import insort
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

_Done = tuple[int, bytes]
"""Where something came in the order in which somebody noted it, and its action."""


class EveningUndo(UndoRedo):
    """Takes back what `did` was told of, what somebody noted last first, whenever it was written, and does it again."""

    def __init__(self, shell: Shell, parent: QWidget, refused: Callable[[CircleError], None]) -> None:
        """`refused` tells in the dialog what could not be undone."""
        self._refused = refused
        self._done: list[_Done] = []
        self._undone: list[_Done] = []
        super().__init__(shell, parent)

    def did(self, answer: Any, place: int) -> None:
        """Something was written that was noted in this place; what could be done again cannot any more."""
        changes = changes_in(answer)
        if changes and isValid(self):  # else the evening was ended meanwhile
            insort(self._done, (place, changes.action), key=lambda done: done[0])
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

    def _turn(self, off: list[_Done], onto: list[_Done]) -> None:
        if off:
            last = off.pop()
            self._shell.do(
                lambda verbs: verbs.undo.undo_action(last[1]),
                then=partial(self._turned, onto, last[0]), failed=partial(self._not_turned, off, last),
            )  # fmt: skip

    def _turned(self, onto: list[_Done], place: int, undone: Undone) -> None:
        if isValid(self):
            onto.append((place, undone.changes.action))
            self.look(undone.changes)
            self._went(undone)

    def _not_turned(self, off: list[_Done], last: _Done, error: CircleError) -> None:
        if not isValid(self):
            self._shell.signals.failed.emit(error)
            return
        if error.code not in UNDONE_SINCE:
            off.append(last)
        self.look(Changes())
        self._refused(error)

    def _labels(self, verbs: Verbs) -> Labels:
        undo, redo = (verbs.undo.deed(last[-1][1]) if last else None for last in (self._done[-1:], self._undone[-1:]))
        return Labels(undo, redo, erased=False, erasures=verbs.drafts.erasures())
