"""Pills as cells show them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from learningcircles_ui.parts.pills import paint_pill
from learningcircles_ui.theme import colour


@pytest.mark.parametrize("tone", ["good", "info"])
def test_a_pill_is_seen_on_a_row_that_is_marked(qapp: QApplication, tone: str) -> None:
    """“Confirmed” had the row's own colour: its word stood there bare."""
    row = QPixmap(120, 36)
    row.fill(colour("accent_soft"))
    painter = QPainter(row)
    paint_pill(painter, QRectF(10, 0, 100, 36), "Open", tone, mirrored=False, on="accent_soft")
    painter.end()
    grounds = {QColor(row.toImage().pixel(x, 18)).name() for x in range(13, 17)}
    assert colour("accent_soft").name() not in grounds
