"""Words whose room is kept: when something else is said in their place, nothing below moves under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from learningcircles_ui.parts.words import Words, breakable, leading


class Steady(Words):
    """Words that wrap, with the room of whichever is the highest: they themselves, or what may be said instead."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._others: frozenset[str] = frozenset()
        self.setProperty("kind", kind)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)  # Qt sets it once something has been said
        self.setSizePolicy(policy)
        leading(self)

    def keeps(self, *others: str) -> None:
        """Keep room for these sentences as well, in place of those before."""
        if self._others != frozenset(others):
            self._others = frozenset(others)
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """As high as the highest of them."""
        return max((super().heightForWidth(width), *(self._high(each, width) for each in self._others)))

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Begin at the top of the room, whatever is said."""
        super().setAlignment(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignTop)

    def _high(self, words: str, width: int) -> int:
        lines = int(Qt.TextFlag.TextWordWrap.value)
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 0), lines, breakable(words)).height()
