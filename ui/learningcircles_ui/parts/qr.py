"""A QR code, drawn sharp at every scale; black on white in both themes, or phones would not read it."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""


class QrCode(QWidget):
    """Shows `text` as a QR code."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
        self.setAccessibleName(name)
        self.setMinimumSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """At least four pixels a module."""
        side = (len(self._rows) + 2 * _QUIET) * 4
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules."""
        painter = QPainter(self)
        across = len(self._rows) + 2 * _QUIET
        side = min(self.width(), self.height()) // across * across
        left, top, step = (self.width() - side) / 2, (self.height() - side) / 2, side / across
        painter.fillRect(QRectF(left, top, side, side), QColor(Qt.GlobalColor.white))
        for y, row in enumerate(self._rows, _QUIET):
            for x, dark in enumerate(row, _QUIET):
                if dark & 1:
                    painter.fillRect(QRectF(left + x * step, top + y * step, step, step), QColor(Qt.GlobalColor.black))
        painter.end()
