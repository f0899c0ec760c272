"""Pages to draw on: sizes in millimetres, the bundled typeface, headers that repeat."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from learningcircles.errors import Refused

PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
MARGIN_MM = 18.0
DPI = 300
INK = QColor("#1c211e")
QUIET = QColor("#5a645e")
LINE = QColor("#b9c2bc")


class Paper:
    """A PDF in the making. Positions and sizes are millimetres within the margins; close it by `finish`."""

    def __init__(self, path: Path, paper: str, title: str) -> None:
        self._writer = QPdfWriter(str(path))
        self._writer.setResolution(DPI)
        self._writer.setTitle(title)
        self._writer.setCreator("Learning Circles")
        layout = QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        layout.setUnits(QPageLayout.Unit.Millimeter)
        layout.setMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM))
        self._writer.setPageLayout(layout)
        area = layout.paintRect(QPageLayout.Unit.Millimeter)
        self.width, self.height = area.width(), area.height()
        self._painter = QPainter()
        if not self._painter.begin(self._writer):
            raise Refused("cannot_write", "{file} cannot be written.", file=path.name)

    def text(
        self, words: str, x: float, y: float, width: float, height: float, *, points: float = 10, bold: bool = False,
        quiet: bool = False, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        """Draw words into a box, cut off with an ellipsis where they do not fit on one line."""
        font = QFont("Inter")
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        # Contextual alternates give "18:00" a raised colon of its own, which nobody can search for or copy.
        font.setFeature(QFont.Tag("calt"), 0)
        self._painter.setFont(font)
        self._painter.setPen(QUIET if quiet else INK)
        box = QRectF(_dots(x), _dots(y), _dots(width), _dots(height))
        shown = self._painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        self._painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def line(self, x: float, y: float, width: float) -> None:
        """Draw a hairline."""
        self._painter.setPen(QPen(LINE, _dots(0.2)))
        self._painter.drawLine(int(_dots(x)), int(_dots(y)), int(_dots(x + width)), int(_dots(y)))

    def box(self, x: float, y: float, side: float) -> None:
        """Draw a box to tick."""
        self._painter.setPen(QPen(QUIET, _dots(0.3)))
        self._painter.drawRect(QRectF(_dots(x), _dots(y), _dots(side), _dots(side)))

    def next_page(self) -> None:
        """Begin a new page."""
        self._writer.newPage()

    def finish(self) -> None:
        """Write the file."""
        self._painter.end()


def _dots(millimetres: float) -> float:
    return millimetres * DPI / 25.4
