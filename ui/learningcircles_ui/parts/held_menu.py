"""A menu of what can be done with one record, whatever is shown by the time something of it is pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from learningcircles_ui.parts.literal import made_action


class HeldMenu(QMenu):
    """While it is open it means the record that it was opened on: others' work may bring up its neighbour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._id: bytes | None = None
        self._held: bytes | None = None
        self._hold_with(self)

    def of(self, id_: bytes | None) -> None:
        """Mean another record, or none, from when it is opened next."""
        self._id = id_

    def add(self, icon_name: str, words: str, work: Callable[[bytes], object], tone: str = "") -> QAction:
        """Add what calls `work` with the id of the record."""
        made = made_action(words, self, icon_name, tone)
        made.triggered.connect(lambda: self._call(work))
        self.addAction(made)
        return made

    def offer_in(self, menu: QMenu) -> None:
        """Add all that it holds to another menu, that means the same record."""
        menu.addActions(self.actions())
        self._hold_with(menu)

    def _hold_with(self, menu: QMenu) -> None:
        menu.aboutToShow.connect(self._hold)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._let_go))  # what was pressed is told first

    def _hold(self) -> None:
        self._held = self._id

    def _let_go(self) -> None:
        self._held = None

    def _call(self, work: Callable[[bytes], object]) -> None:
        id_ = self._held if self._held is not None else self._id
        if id_ is not None:
            work(id_)
