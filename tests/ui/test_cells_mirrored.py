"""Cells as they are painted: whatever stands at the left stands at the right for who reads from there."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from learningcircles_ui.parts.delegate import CellDelegate, Look

WIDE, HIGH = 400, 52
_NOWHERE = QModelIndex()
LOOKS = {
    "text": Look("Ana"),
    "a number": Look("12", right=True),
    "an icon": Look("Ana", icon="users"),
    "two lines": Look("Ana", second="Ruiz"),
    "ticked": Look("Ana", ticked=2),
    "a pill": Look("Open", tone="ok"),
}


class One(QAbstractListModel):
    """A list of one cell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return None

    def look(self, row: int, column: int) -> Look:
        return self._look


def ink(look: Look, direction: Qt.LayoutDirection) -> tuple[int, int]:
    """Return the leftmost and the rightmost pixel of what is painted."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    model = One(look)
    cell: Any = QStyleOptionViewItem()
    cell.rect, cell.direction, cell.font = QRect(0, 0, WIDE, HIGH), direction, QApplication.font()
    painter = QPainter(image)
    CellDelegate(lines=False).paint(painter, cell, model.index(0))
    painter.end()
    white = image.pixel(0, 0)
    columns = [x for x in range(WIDE) if any(image.pixel(x, y) != white for y in range(HIGH))]
    return columns[0], columns[-1]


@pytest.mark.parametrize("kind", LOOKS)
def test_cells_are_mirrored_from_right_to_left(qapp: QApplication, kind: str) -> None:
    left, right = ink(LOOKS[kind], Qt.LayoutDirection.LeftToRight)
    mirrored = ink(LOOKS[kind], Qt.LayoutDirection.RightToLeft)
    assert (right < WIDE / 2) is (kind != "a number"), "a number stands at the end, all else at the beginning"
    assert mirrored == pytest.approx((WIDE - 1 - right, WIDE - 1 - left), abs=4)
