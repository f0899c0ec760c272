"""Pages to draw on: sizes in millimetres, the bundled typeface, headers that repeat."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import segno
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtPrintSupport import QPrinter

from learningcircles.errors import Refused
from learningcircles_ui.parts.pdf_codes import CODE_FILE
from learningcircles_ui.print.searchable import mend, mended

PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
MARGIN_MM = 18.0
SMALLER = 0.72
"""How much smaller type may become to stand on one line: 10 points are 7 then."""
LEAST = 5.4
"""Points: smaller type on a strip that is torn off nobody reads."""
_POINTS_PER_MM, _LEADING = 72 / 25.4, 1.25
_BESIDE_LINES = 0.6
"""What stays free beside the lines of a strip, in lines."""
_SLACK = 0.5
"""Millimetres by which a broken line is shorter than its room: measured and drawn widths differ by fractions."""
_OTHER = {
    Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft
}  # fmt: skip
# The painter would put words of the other direction at the other side by itself: a column is at one.
_AS_SEEN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
DPI = 300
INK = QColor("#1c211e")
QUIET = QColor("#5a645e")
LINE = QColor("#b9c2bc")
BAND = QColor("#e2f1ea")


class Seen(NamedTuple):
    """Where things are seen. `mirrored_in`: how wide the space is, in millimetres, that is turned; 0 where none is."""

    mirrored_in: float

    def left(self, x: float, width: float) -> float:
        """Return where the left edge of something is seen."""
        return self.mirrored_in - x - width if self.mirrored_in else x

    def side(self, align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        """Return the side at which words are seen that begin, or end, where lines do."""
        return _OTHER.get(align, align) if self.mirrored_in else align


class Pictures:
    """A device whose pages are pictures, for a preview."""

    def __init__(self, dpi: int, most: int = 40) -> None:
        self.dpi, self.most = dpi, most
        self.pages: list[QImage] = []

    def add(self, layout: QPageLayout) -> QImage:
        """Begin a page: white, of the paper's size."""
        page = QImage(layout.pageSize().sizePixels(self.dpi), QImage.Format.Format_RGB32)
        page.setDotsPerMeterX(round(self.dpi / 0.0254))
        page.setDotsPerMeterY(round(self.dpi / 0.0254))
        page.fill(QColor("white"))
        self.pages.append(page)
        return page


class Paper:
    """Pages in the making: a PDF, a printer's, or pictures. Positions and sizes are millimetres within the margins.

    Where people read from right to left, whoever draws still says "left" for where lines begin: all of it stands
    mirrored on the page, but for the words and codes themselves. `finish` ends it. `told` is called before each
    further page; what it raises ends the drawing.
    """

    def __init__(
        self, onto: Path | QBuffer | QPrinter | Pictures, paper: str, title: str, told: Callable[[], None] | None = None
    ) -> None:
        self._told = told
        self._file = onto if isinstance(onto, Path) else None
        self._device = _pdf(onto, title) if isinstance(onto, Path | QBuffer) else onto
        layout = QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        layout.setUnits(QPageLayout.Unit.Millimeter)
        layout.setMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM))
        self._layout = layout
        area = layout.paintRect(QPageLayout.Unit.Millimeter)
        self.width, self.height = area.width(), area.height()
        self._seen = Seen(self.width if QGuiApplication.isRightToLeft() else 0.0)
        self._painter = QPainter()
        if isinstance(self._device, Pictures):
            self._dots_per_mm = self._device.dpi / 25.4
            self._next_picture(self._device)
            return
        self._device.setPageLayout(layout)
        if not self._painter.begin(self._device):
            name = onto.name if isinstance(onto, Path) else title
            raise Refused("cannot_write", "{file} cannot be written.", file=name)
        self._dots_per_mm = self._device.logicalDpiX() / 25.4

    @property
    def full(self) -> bool:
        """Whether a preview shows as many pages as one looks at: a long list is drawn whole for printer and file."""
        return isinstance(self._device, Pictures) and len(self._device.pages) >= self._device.most

    def text(
        self, words: str, x: float, y: float, width: float, height: float, *, points: float = 10, bold: bool = False,
        quiet: bool = False, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, least: float = 0,
    ) -> None:  # fmt: skip
        """Draw words into a box on one line: smaller where they do not fit, then on two lines, then with three dots.

        `least`: points that they have all the same.
        """
        box = self._area(x, y, width, height)
        for size in (points, points * 0.9, points * 0.8, points * SMALLER):
            self._pen(max(least, size), bold=bold, quiet=quiet)
            if (wide := _metrics(self._painter).horizontalAdvance(words)) <= box.width():
                break
        else:
            two, high = _laid(self._painter, words, width * self._dots_per_mm, self._seen.side(align))
            if two.lineCount() == 2 and high <= height * self._dots_per_mm:
                two.draw(self._painter, QPointF(box.left(), box.center().y() - high / 2))
                return
        fits = wide <= box.width()
        shown = words if fits else _metrics(self._painter).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, self._seen.side(align) | _AS_SEEN, shown)

    def fitted(
        self, words: str, x: float, y: float, width: float, most: float, *, points: float, least: float,
        bold: bool = False,
    ) -> float:  # fmt: skip
        """Draw a paragraph in the largest type, from `points` down to `least`, in which all of it has room."""
        size = points
        while size > least and self.measure(words, width, points=size, bold=bold) > most:
            size -= 1
        return self.paragraph(words, x, y, width, points=size, bold=bold, most=most)

    def paragraph(
        self, words: str, x: float, y: float, width: float, *, points: float = 10, bold: bool = False,
        quiet: bool = False, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, most: float = 1_000,
    ) -> float:  # fmt: skip
        """Draw words on as many lines as they need, up to `most` millimetres; return the height they took."""
        self._pen(points, bold=bold, quiet=quiet)
        layout, high = _laid(self._painter, words, width * self._dots_per_mm, self._seen.side(align))
        high /= self._dots_per_mm
        box = self._area(x, y, width, most)
        self._painter.save()
        self._painter.setClipRect(box)
        layout.draw(self._painter, box.topLeft())
        self._painter.restore()
        return min(high, most)

    def measure(self, words: str, width: float, *, points: float = 10, bold: bool = False) -> float:
        """Return the height in millimetres that `paragraph` will take for these words."""
        self._pen(points, bold=bold, quiet=False)
        side = self._seen.side(Qt.AlignmentFlag.AlignLeft)
        return _laid(self._painter, words, width * self._dots_per_mm, side)[1] / self._dots_per_mm

    def broken(self, words: str, width: float, *, points: float = 10, bold: bool = False) -> list[str]:
        """Return words in lines of at most `width` millimetres, a word longer than a line broken."""
        self._pen(points, bold=bold, quiet=False)
        side = self._seen.side(Qt.AlignmentFlag.AlignLeft)
        layout, _ = _laid(self._painter, words, (width - _SLACK) * self._dots_per_mm, side)
        lines = [layout.lineAt(at) for at in range(layout.lineCount())]
        parts = [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
        return [part.strip(" \u2028") for part in parts]

    def upright(self, lines: Sequence[str], x: float, y: float, width: float, height: float, *, points: float) -> None:
        """Draw lines turned by a quarter, to be read from below, into a strip: the first one bold.

        Where there are many they are smaller than `points`, so that none touches the next, down to `LEAST`; a strip has
        room for `most_lines`.
        """
        seen = self._seen
        self._painter.save()
        self._painter.translate(seen.left(x, width) * self._dots_per_mm, (y + height) * self._dots_per_mm)
        self._painter.rotate(-90)
        self._seen = Seen(height if seen.mirrored_in else 0.0)
        each = width / (len(lines) + _BESIDE_LINES)
        points = max(LEAST, min(points, each * _POINTS_PER_MM / _LEADING))
        for number, words in enumerate(lines):
            top = each * (number + _BESIDE_LINES / 2)
            self.text(words, 2, top, height - 4, each, points=points, least=LEAST, bold=number == 0)
        self._seen = seen
        self._painter.restore()

    def code(self, words: str, x: float, y: float, side: float, *, kept: bool = False) -> None:
        """Draw a QR code, with the four white modules around it that readers need (ISO/IEC 18004).

        `kept`: a PDF carries its words as well, so that the program takes the file itself in place of a picture of it.
        """
        if kept and isinstance(self._device, QPdfWriter):
            self._device.addFileAttachment(CODE_FILE, words.encode(), "text/plain")
        rows = segno.make(words, error="m", micro=False).matrix
        step = side / (len(rows) + 8) * self._dots_per_mm
        left, top = self._seen.left(x, side) * self._dots_per_mm + 4 * step, y * self._dots_per_mm + 4 * step
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark & 1:
                    # A hair wider than a module: printers leave white lines between squares that only touch.
                    square = QRectF(left + across * step, top + down * step, step * 1.02, step * 1.02)
                    self._painter.fillRect(square, QColor("black"))

    def line(self, x: float, y: float, width: float) -> None:
        """Draw a hairline."""
        left = self._seen.left(x, width)
        self._stroke(QPen(LINE, 0.2 * self._dots_per_mm), left, y, left + width, y)

    def cut(self, x: float, y: float, along: float, *, down: bool = True) -> None:
        """Draw a dashed line to cut along."""
        pen = QPen(LINE, 0.3 * self._dots_per_mm, Qt.PenStyle.DashLine)
        left = self._seen.left(x, 0 if down else along)
        self._stroke(pen, left, y, left if down else left + along, y + along if down else y)

    def box(self, x: float, y: float, side: float) -> None:
        """Draw a box to tick."""
        self.frame(x, y, side, side)

    def frame(self, x: float, y: float, width: float, height: float, *, round_: float = 0) -> None:
        """Draw a frame, its corners rounded by so many millimetres."""
        self._painter.setPen(QPen(QUIET, 0.3 * self._dots_per_mm))
        radius = round_ * self._dots_per_mm
        self._painter.drawRoundedRect(self._area(x, y, width, height), radius, radius)

    def band(self, x: float, y: float, width: float, height: float, *, round_: float = 0) -> None:
        """Fill an area with the quiet green of the program, its upper corners rounded by so many millimetres."""
        radius = round_ * self._dots_per_mm
        whole, lower = QPainterPath(), QPainterPath()
        whole.addRoundedRect(self._area(x, y, width, height), radius, radius)
        lower.addRect(self._area(x, y + height / 2, width, height / 2))
        self._painter.fillPath(whole.united(lower), BAND)

    def next_page(self) -> None:
        """Begin a new page; whoever wanted to be told of each may stop it here."""
        tell(self)
        if isinstance(self._device, Pictures):
            self._next_picture(self._device)
        else:
            self._device.newPage()

    def _next_picture(self, pictures: Pictures) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._painter.begin(pictures.add(self._layout))
        self._painter.translate(MARGIN_MM * self._dots_per_mm, MARGIN_MM * self._dots_per_mm)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _pen(self, points: float, *, bold: bool, quiet: bool) -> None:
        font = QFont("Inter")
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        # Contextual alternates give "18:00" a raised colon of its own, which nobody can search for or copy.
        font.setFeature(QFont.Tag("calt"), 0)
        self._painter.setFont(font)
        # Each line runs as its own words do, so that a full stop stands where their sentence ends.
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._painter.setPen(QUIET if quiet else INK)

    def _area(self, x: float, y: float, width: float, height: float) -> QRectF:
        scale = self._dots_per_mm
        return QRectF(self._seen.left(x, width) * scale, y * scale, width * scale, height * scale)

    def _stroke(self, pen: QPen, x: float, y: float, to_x: float, to_y: float) -> None:
        scale = self._dots_per_mm
        self._painter.setPen(pen)
        self._painter.drawLine(int(x * scale), int(y * scale), int(to_x * scale), int(to_y * scale))

    def finish(self) -> None:
        """Write the file; raises Refused where it cannot be written."""
        self._painter.end()
        if self._file is not None and self._file.is_file():
            try:
                mend(self._file)
            except OSError as error:
                raise _not_written(self._file) from error


def tell(page: Paper) -> None:
    """Let whoever wanted to hear of each page know that one more is to be drawn, or measured; they may stop it here."""
    if page._told is not None:
        page._told()


def glances(page: Paper) -> bool:
    """Return whether these are the pictures of a preview, which need not hold all of it."""
    return isinstance(page._device, Pictures)


def most_lines(width: float, points: float = LEAST) -> int:
    """Return how many lines of so many points have room in a strip of so many millimetres (see `Paper.upright`)."""
    return int(width * _POINTS_PER_MM / (_LEADING * points) - _BESIDE_LINES)


def breadth(page: Paper, words: str, *, points: float, bold: bool = False) -> float:
    """Return the millimetres that words take in one line, rounded up a little."""
    page._pen(points, bold=bold, quiet=False)
    return _metrics(page._painter).horizontalAdvance(words) / page._dots_per_mm + 0.5


def _metrics(painter: QPainter) -> QFontMetricsF:
    return QFontMetricsF(painter.font(), painter.device())


def _not_written(path: Path) -> Refused:
    return Refused("cannot_write", "{file} cannot be written.", file=path.name)


def pdf_bytes(draw: Callable[[Paper], object], paper: str, title: str, told: Callable[[], None] | None = None) -> bytes:
    """Return a document as PDF; also off the window's thread. It is drawn in memory: no half of it is left anywhere."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page = Paper(buffer, paper, title, told)
    try:
        draw(page)
    finally:
        page.finish()
    return mended(bytes(buffer.data().data()))


def _pdf(onto: Path | QBuffer, title: str) -> QPdfWriter:
    if isinstance(onto, QBuffer):
        writer = QPdfWriter(onto)
    else:
        try:
            # Of people: for the one who writes it alone, or whoever may read what is replaced.
            os.close(os.open(onto, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        except OSError as error:
            raise _not_written(onto) from error
        writer = QPdfWriter(str(onto))
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator("Learning Circles")
    return writer


def _laid(painter: QPainter, words: str, width: float, side: Qt.AlignmentFlag) -> tuple[QTextLayout, float]:
    """Return words in lines of a width in dots, a word longer than a line broken, and their height in dots."""
    layout = QTextLayout(words.replace("\n", "\u2028"), painter.font(), painter.device())
    option = QTextOption(side)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return layout, high
