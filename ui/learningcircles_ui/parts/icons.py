"""Tabler's outline icons in the colours of the theme, sharp at every size and pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from learningcircles_ui.theme import tokens

_DIRECTED = frozenset({
    "arrow-back-up", "arrow-forward-up", "book", "chevron-left", "chevron-right", "external-link", "file-export",
    "file-import", "help", "list", "logout", "message", "note", "refresh", "restore", "share",
})  # fmt: skip
"""They point the way that one reads, and are turned round where that is from right to left.

Not those that show a thing as it is (a magnifying glass, a clock, a tick).
"""


def icon(name: str, token: str = "soft", *, gap: int = 0) -> QIcon:
    """Return the icon of that name in a colour token; it follows the theme by itself.

    `gap` pixels are kept free after it, where a style puts text too near.
    """
    return QIcon(_Engine(name, token, gap))


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon of `size` logical pixels for painting."""
    return _picture(name, str(getattr(tokens(), token)), size, ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, token: str, gap: int) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._gap = gap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        drawn = _picture(self._name, self._colour(mode), side, ratio)
        left = rect.x() + (rect.width() - side) // 2
        painter.drawPixmap(left, rect.y() + (rect.height() - side) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _picture(self._name, self._colour(mode), min(size.width(), size.height()), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = _picture(self._name, self._colour(mode), min(size.width() - self._gap, size.height()), scale)
        return _with_gap(drawn, round(self._gap * scale)) if self._gap else drawn

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token, self._gap)

    def _colour(self, mode: QIcon.Mode) -> str:
        return str(getattr(tokens(), "soft" if mode == QIcon.Mode.Disabled else self._token))


def _with_gap(drawn: QPixmap, gap: int) -> QPixmap:
    wide = QPixmap(drawn.width() + gap, drawn.height())
    wide.setDevicePixelRatio(drawn.devicePixelRatio())
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    rtl = QGuiApplication.isRightToLeft()
    painter.drawPixmap(int(gap / drawn.devicePixelRatio()) if rtl else 0, 0, drawn)
    painter.end()
    return wide


def _picture(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    return _drawn(name, colour, size, ratio, name in _DIRECTED and QGuiApplication.isRightToLeft())


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, size: int, ratio: float, turned: bool) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    pixels = max(1, round(size * ratio))
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if turned:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    data = (files("learningcircles_resources") / "icons" / f"{name}.svg").read_bytes()
    return data.replace(b'stroke-width="2"', b'stroke-width="1.75"')
