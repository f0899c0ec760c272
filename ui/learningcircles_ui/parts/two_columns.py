"""Cards in two columns where there is room, else in one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from learningcircles_ui.parts.layouts import ByWidth
from learningcircles_ui.theme import GAP, larger

_WIDE, _TWO = 640, 940
"""Pixels at the usual size of text that a card has at most, and from which on there are two columns of them."""


class TwoColumns(ByWidth):
    """`begin` begins a column. It asks for the width of its widest card: where two have no room there will be one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # The width is kept here and not by each card: wrapped lines are measured for the width that they get.
        self._narrow = QWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._narrow, 1)
        row.addStretch(0)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._narrow)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(GAP)
        self._turn()

    def begin(self) -> QVBoxLayout:
        """Return another column for cards."""
        held, column = QVBoxLayout(), QVBoxLayout()
        column.setSpacing(GAP)
        held.addLayout(column)
        held.addStretch(1)
        self._across.addLayout(held, 1)
        return column

    def minimumSizeHint(self) -> QSize:
        """As high as it is, and no wider than one column."""
        least = super().minimumSizeHint()
        cards = (each for each in self.findChildren(QFrame) if each.property("kind") == "card")
        return QSize(max((each.minimumSizeHint().width() for each in cards), default=0), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= larger(_TWO)
        self._narrow.setMaximumWidth(larger(_WIDE) * 2 + GAP if beside else larger(_WIDE))
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if beside else way.TopToBottom)
