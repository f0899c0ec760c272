"""QR codes: drawn sharp at every scale, black on white in both themes, or phones would not read them; and read."""

from __future__ import annotations

from pathlib import Path

import segno
import zxingcpp
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from learningcircles.errors import Unreadable

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


def read_code(path: Path) -> str:
    """Return what a picture's code says, or a text file's first line; raises Unreadable."""
    if path.suffix.lower() == ".txt":
        return path.read_text("utf-8", "replace").strip()
    picture = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    if picture.isNull():
        raise Unreadable("no_picture", "{file} is not a picture that can be read.", file=path.name)
    wide, high, step = picture.width(), picture.height(), picture.bytesPerLine()
    held = bytes(picture.constBits())
    rows = b"".join(held[row * step : row * step + wide] for row in range(high))
    found = zxingcpp.read_barcodes(memoryview(rows).cast("B", shape=[high, wide]))
    if not found:
        raise Unreadable(
            "no_code", "There is no code to be seen in {file}. Take the picture from nearer.", file=path.name
        )
    return str(found[0].text)
