"""Tabs that say which of several things is in view, where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from learningcircles_ui.parts.literal import literal


class Tabs(QTabBar):
    """`chosen` carries the name of what somebody has turned to; the arrow keys turn, too."""

    chosen = Signal(str)

    def __init__(self, called: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(called)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentChanged.connect(lambda at: self.chosen.emit(str(self.tabData(at))) if at >= 0 else None)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these in place of what was offered; `call` says what they are called."""
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for name in names:
                self.setTabData(self.addTab(""), name)

    def call(self, words: Mapping[str, str]) -> None:
        """Call the tabs so, by their names."""
        for at in range(self.count()):
            self.setTabText(at, literal(words[str(self.tabData(at))]))
        self.updateGeometry()

    def choose(self, name: str) -> None:
        """Mark one as the one in view; nobody has turned to it."""
        with QSignalBlocker(self):
            for at in range(self.count()):
                if self.tabData(at) == name:
                    self.setCurrentIndex(at)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """In too little width the words end with dots."""
        return QSize(0, self.sizeHint().height())
