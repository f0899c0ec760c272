"""Looking for what is here twice, aside and again and again, while Today shows what is known of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from learningcircles.errors import CircleError
from learningcircles_ui.pages.today.double_rows import Doubles, DoubleSearch, still
from learningcircles_ui.shell import Shell


class Looking(QObject):
    """`doubles` is what is known; `found` tells that it has changed.

    In a very large circle a search takes a minute: whatever is written meanwhile, it ends first, or none ever would.
    """

    found = Signal()

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.doubles = Doubles()
        self.due = False
        """Whether something may have come since the last search began."""
        self.search: DoubleSearch | None = None

    def answered(self) -> None:
        """Leave out what was answered, which is gone at once, however long the next search takes."""
        before = self.doubles
        self._shell.tasks.query(partial(still, doubles=before), partial(self._still, before), key="still doubles")

    def _still(self, before: Doubles, left: Doubles) -> None:
        if self.doubles is before:  # else others were found meanwhile
            self._know(left)

    def begin(self) -> None:
        """Look for them where that is due, unless a search is under way: then it is looked for after that one."""
        if self.due and self.search is None:
            self.go_on(DoubleSearch(self.doubles))

    def go_on(self, search: DoubleSearch) -> None:
        """Go on with a search; with a new one begin it."""

        def failed(error: CircleError) -> None:
            self.search = None
            self._shell.signals.failed.emit(error)

        self.due &= search is self.search
        self.search = search
        self._shell.tasks.query(search.step, partial(self._looked, search), failed, key="doubles")

    def _looked(self, search: DoubleSearch, doubles: Doubles | None) -> None:
        if doubles is None:
            self.go_on(search)
            return
        self.search = None
        self._know(doubles)
        self.begin()

    def _know(self, doubles: Doubles) -> None:
        before, self.doubles = self.doubles, doubles
        if before != doubles._replace(as_of=before.as_of):
            self.found.emit()
