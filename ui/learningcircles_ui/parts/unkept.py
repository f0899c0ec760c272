"""What was typed and could not be kept, as on a full disk: said as long as it is so, and tried again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles_ui.shell import Shell

AGAIN_MS = 2_000


class Unkept(QObject):
    """A form's drafts that are not kept, each by its own name. `told` carries why, or None once all are kept.

    Nothing of them is lost as long as their form is there: as soon as there is room they are kept.
    """

    told = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._left: dict[str, Mapping[str, Any]] = {}
        """The circle's thread alone changes it."""
        self._is_told = self._is_over = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._try_again)

    def keep(self, verbs: Verbs, name: str, values: Mapping[str, Any]) -> bool:
        """Keep a draft, or forget it where nothing stands in it; return whether its name may be used on.

        On the circle's thread. Raises CircleError: then it is tried again.
        """
        self._left.pop(name, None)
        if not values:
            verbs.drafts.drop_draft(name)
            return True
        self._left[name] = values
        kept = verbs.drafts.keep_draft(name, values)
        self._left.pop(name, None)
        return kept

    def of(self, name: str) -> Mapping[str, Any] | None:
        """Return what is not kept under a name; on the circle's thread."""
        return self._left.get(name)

    def if_all_kept(self, then: Callable[[bool], None]) -> None:
        """Say whether all that was typed up to now is kept, once that is known."""
        self._shell.tasks.mutate(lambda _: not self._left, then)

    def kept(self) -> None:
        """Something was kept."""
        if self._is_told and not self._left and isValid(self):
            self._tell(None)

    def refused(self, error: CircleError) -> None:
        """Something was not."""
        if self._left and not self._is_over and isValid(self):
            self._tell(error)
            self._again.start()

    def forget(self) -> None:
        """The form is done with: what was typed there is written or given up."""
        self._is_over = True
        self._again.stop()
        if self._is_told:
            self._tell(None)

    def _tell(self, error: CircleError | None) -> None:
        self._is_told = error is not None
        self.told.emit(error)

    def _try_again(self) -> None:
        self._shell.tasks.mutate(self._keep_all, lambda _: self.kept(), self.refused)

    def _keep_all(self, verbs: Verbs) -> None:
        for name, values in list(self._left.items()):
            self.keep(verbs, name, values)


def tell_unkept(shell: Shell, form: str, unkept: Unkept) -> None:
    """Have the window's foot say what is not kept of a form."""
    unkept.told.connect(partial(shell.signals.unkept.emit, form))
