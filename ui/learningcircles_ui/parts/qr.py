"""QR codes: drawn sharp at every scale, black on white in both themes, or phones would not read them; and read."""

from __future__ import annotations

import html
import re
from pathlib import Path

import segno
import zxingcpp
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from learningcircles.errors import Unreadable, reason
from learningcircles.laptop.files import plain_file
from learningcircles_ui.parts.pdf_codes import MOST_BYTES, code_kept, is_pdf, photographs

_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""
_FORMATS = (b"png", b"jpg", b"jpeg", b"webp", b"bmp")
"""What phones and scanners write; drawings such as SVG run a program of a stranger's: only their words are read."""
_DESCRIBED = re.compile(r"<desc>([^<]*)</desc>")
_PIXELS = 12_000_000
_SIDE = 32_767
"""Of a picture, in pixels: what is longer holds no code, and no reader takes it."""
_MEMORY_MB = 64
_TEXT_BYTES = 16_384
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+\Z")


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
    """Return what a picture's QR code says, or a text file's first line; raises Unreadable.

    Of a drawing (SVG) it is the description, as our own have it; of a PDF the words that our own papers carry, or the
    code in a scan. A text may be called anything if it is an address.
    What a stranger has made is looked at before it is unpacked: a few bytes may claim any size.
    """
    plain_file(path)
    if path.suffix.lower() == ".txt":
        return _first_line(path)
    if path.suffix.lower() == ".svg":
        return _described(path)
    if path.is_file() and is_pdf(_read(path, _TEXT_BYTES)):
        return _on_paper(path)
    picture = _grey(QImageReader(str(path)), path)
    if picture.isNull():
        return _address(path)
    said = _seen(picture)
    if not said:
        raise Unreadable(
            "no_code", "There is no code to be seen in {file}. Take the picture from nearer.", file=path.name
        )
    return said


def _seen(picture: QImage) -> str:
    """Return what the code in a grey picture says; empty where there is none."""
    # Rows end in up to three bytes of nothing: what stands there is outside the code and its margin.
    image = memoryview(picture.constBits()).cast("B", shape=[picture.height(), picture.bytesPerLine()])
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return str(found[0].text) if found else ""


def _on_paper(path: Path) -> str:
    pdf = _read(path, MOST_BYTES + 1)
    if len(pdf) > MOST_BYTES:
        raise _too_large(path)
    said = code_kept(pdf) or next(filter(None, (_photographed(each, path) for each in photographs(pdf))), "")
    if not said:
        raise Unreadable(
            "no_code",
            "No code can be read in {file}. Take a picture of the paper itself, or type what stands on it.",
            file=path.name,
        )
    return said


def _photographed(jpeg: bytes, path: Path) -> str:
    held = QBuffer()
    held.setData(jpeg)
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    picture = _grey(QImageReader(held), path)
    return "" if picture.isNull() else _seen(picture)


def _described(path: Path) -> str:
    found = _DESCRIBED.search(_beginning(path))
    if found is None:
        raise Unreadable("no_words", "{file} does not say in words what it shows: save it as PNG.", file=path.name)
    return html.unescape(found[1]).strip()


def _address(path: Path) -> str:
    words = _first_line(path)
    if not _ADDRESS.match(words):
        raise Unreadable("no_picture", "{file} is neither a picture nor a text that can be read.", file=path.name)
    return words


def _first_line(path: Path) -> str:
    return _beginning(path).strip().partition("\n")[0].strip()


def _beginning(path: Path) -> str:
    return _read(path, _TEXT_BYTES).decode("utf-8", "replace")


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise Unreadable(
            "unreadable_file", "{path} could not be read: {reason}.", path=path, reason=reason(error)
        ) from error


def _grey(reader: QImageReader, path: Path) -> QImage:
    """Return a picture in shades of grey, made smaller where it is large, without ever unpacking much; else none."""
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    known = bytes(reader.format().data()) in _FORMATS
    if known and size.width() * size.height() > _PIXELS:
        if not reader.supportsOption(QImageIOHandler.ImageOption.ScaledSize):
            raise _too_large(path)
        part = (_PIXELS / (size.width() * size.height())) ** 0.5
        reader.setScaledSize(QSize(max(1, int(size.width() * part)), max(1, int(size.height() * part))))
    limit = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(_MEMORY_MB)
    try:
        picture = reader.read().convertToFormat(QImage.Format.Format_Grayscale8) if known else QImage()
    finally:
        QImageReader.setAllocationLimit(limit)
    if max(picture.width(), picture.height()) > _SIDE:
        raise _too_large(path)
    return picture


def _too_large(path: Path) -> Unreadable:
    return Unreadable("too_many_pixels", "{file} is too large. Save it smaller, or as JPEG.", file=path.name)
