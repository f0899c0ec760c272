"""What a full disk refused of a form that saves by itself is written later, without being asked for once more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from learningcircles.errors import CircleError
from learningcircles_ui.parts.forms import Form, is_otherwise
from learningcircles_ui.shell import Shell

_PASSES = frozenset({"disk_full", "cannot_write", "read_only", "busy"})
"""What lies in the surroundings and not in what was typed: the same value may be written a moment later."""


class Later(QObject):
    """Ends the edit of each such field anew once there is room, where it still holds what was refused, and nobody else
    has written anything else there since: whoever is told of that takes their place, or does not.

    `waits`: the form has been left, with words that say what becomes of it.
    """

    def __init__(self, shell: Shell, form: Form) -> None:
        super().__init__(form)
        self._shell, self._form = shell, form
        self.waits: Callable[[], bool] = lambda: False
        self._refused: dict[str, object] = {}
        self._tried: set[str] = set()
        shell.drafts.room.connect(self.try_again)

    def answered(self, name: str, error: CircleError | None = None) -> bool:
        """Take in what became of a field; return whether that was tried here: a refusal has been told before then."""
        tried = name in self._tried
        self._tried.discard(name)
        self._refused.pop(name, None)
        if error is not None and error.code in _PASSES:
            self._refused[name] = self._form.edit(name).typed()
            self._shell.drafts.wait_for_room()
        return tried

    def try_again(self) -> None:
        """Write what was refused, where nobody has typed on: that is written when its edit ends."""
        if self.waits():
            return
        refused, self._refused = self._refused, {}
        for name, typed in refused.items():
            if is_otherwise(self._form, name):
                self._refused[name] = typed
            elif self._form.edit(name).typed() == typed and name not in self._form.given:
                self._tried.add(name)
                self._form.end_edits(name)
                if name not in self._form.given:  # it says by now what stands there anyway, or is wrong for itself
                    self._tried.discard(name)
