"""Tabler's outline icons in the colours of the theme, sharp at every size and pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from learningcircles_ui.theme import tokens


def icon(name: str, token: str = "soft") -> QIcon:
    """Return the icon of that name in a colour token; it follows the theme by itself."""
    return QIcon(_Engine(name, token))


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon of `size` logical pixels for painting."""
    return _drawn(name, str(getattr(tokens(), token)), size, ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        drawn = _drawn(self._name, self._colour(mode), side, ratio)
        left = rect.x() + (rect.width() - side) // 2
        painter.drawPixmap(left, rect.y() + (rect.height() - side) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self._colour(mode), min(size.width(), size.height()), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        side = min(size.width(), size.height())
        return _drawn(self._name, self._colour(mode), round(side / scale), scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def _colour(self, mode: QIcon.Mode) -> str:
        return str(getattr(tokens(), "soft" if mode == QIcon.Mode.Disabled else self._token))


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    pixels = max(1, round(size * ratio))
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    data = (files("learningcircles_resources") / "icons" / f"{name}.svg").read_bytes()
    return data.replace(b'stroke-width="2"', b'stroke-width="1.75"')
