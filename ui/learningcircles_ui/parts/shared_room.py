"""Two lists beside each other that share their room by what they hold: none is cut beside one with room to spare."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from learningcircles_ui.theme import GAP

_LEAST = 0.38
"""The part of the room that each has at least."""


class SharedRoom(QWidget):
    """`needs` return the pixels in which nothing of each is cut; `look` is called whenever they may be others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)

    def hold(self, one: QWidget, other: QWidget, needs: tuple[Callable[[], int], Callable[[], int]]) -> None:
        """Take the two, which are best made on it."""
        self._needs = needs
        self._row.addWidget(one)
        self._row.addWidget(other)

    def look(self) -> None:
        """Share the room anew."""
        one, other = (need() for need in self._needs)
        for at, wide in enumerate(shares(one, other, self.width() - GAP)):
            self._row.setStretch(at, wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another room."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.look()


def shares(one: int, other: int, room: int) -> tuple[int, int]:
    """Return two widths that fill the room: halves, but where one of them needs more than that and the other less."""
    half = room // 2
    if (one > half) == (other > half):
        return half, room - half
    if one > half:
        wide = max(half, min(one, room - other, round(room * (1 - _LEAST))))
        return wide, room - wide
    less, more = shares(other, one, room)
    return more, less
