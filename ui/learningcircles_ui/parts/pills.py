"""Pills: a state in a word on a tinted shape; the word carries the meaning, the colour only helps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from learningcircles_ui.theme import TEXT, colour, pixels_of, tokens

_TONES = {
    "good": ("accent", "accent_soft"),
    "warn": ("warn", "warn_soft"),
    "info": ("info", "info_soft"),
    "bad": ("danger", "danger_soft"),
    "plain": ("soft", "hover"),
}
_STATES = {
    "active": "good", "guest": "info", "applied": "info", "paused": "warn", "left": "plain", "anonymised": "plain",
    "open": "good", "draft": "plain", "matched": "info", "fulfilled": "info", "withdrawn": "plain", "expired": "warn",
    "proposed": "warn", "confirmed": "good", "declined": "plain", "disputed": "bad", "reversed": "plain",
    "planned": "good", "held": "plain",
    "cancelled": "bad", "attended": "good", "absent": "plain", "no_show": "warn", "yes": "good", "no": "plain",
    "maybe": "warn", "waitlist": "info",
}  # fmt: skip
_HEIGHT = 19.0


def tone_of(state: object) -> str:
    """Return the tone of a state's code: good, warn, info, bad or plain."""
    return _STATES.get(str(state), "plain")


def pill_font(base: QFont) -> QFont:
    """Return the font of pills, a little smaller and heavier than `base`."""
    return _font(base.family(), pixels_of(base))


def pill_width(text: str, base: QFont) -> float:
    """Return the logical pixels that a pill takes."""
    return _width(text, base.family(), pixels_of(base))


@lru_cache(maxsize=8)
def _font(family: str, pixels: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(9, round(pixels * 0.92)))
    font.setWeight(QFont.Weight.DemiBold)
    return font


@lru_cache(maxsize=256)
def _width(text: str, family: str, pixels: int) -> float:
    return QFontMetricsF(_font(family, pixels)).horizontalAdvance(text) + 20


def widest_pill(words: Iterable[str]) -> int:
    """Return how many pixels at the usual size of text a column takes in which every one of these pills fits."""
    font = QFont(QGuiApplication.font())
    widest = max((pill_width(each, font) for each in words), default=0)
    return ceil(widest * TEXT / pixels_of(font)) + 20


def paint_pill(painter: QPainter, area: QRectF, text: str, tone: str, *, mirrored: bool, on: str = "") -> None:
    """Paint a pill at the leading edge of `area`, centred in its height; `on`: the colour that is there already."""
    base = painter.font()
    width = min(ceil(pill_width(text, base)), floor(area.width()))
    height = ceil(max(_HEIGHT, pixels_of(base) * 1.5))
    if width <= 0:
        return
    ratio = painter.device().devicePixelRatioF()
    ink, ground = _TONES.get(tone, _TONES["plain"])
    ground = "surface" if ground == on else ground  # else it would be no pill there
    ink, ground = (str(getattr(tokens(), each)) for each in (ink, ground))
    drawn = _picture(text, ink, ground, base.family(), pixels_of(base), width, height, ratio)
    left = area.right() - width if mirrored else area.left()
    painter.drawPixmap(round(left), round(area.center().y() - height / 2), drawn)


@lru_cache(maxsize=128)
def _picture(
    text: str, ink: str, ground: str, family: str, pixels: int, width: int, height: int, ratio: float
) -> QPixmap:
    """Draw a pill once: a table shows the same few states in row after row, and with every key."""
    drawn = QPixmap(ceil(width * ratio), ceil(height * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    shape = QRectF(0, 0, width, height)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(shape, height / 2, height / 2)
    painter.setFont(_font(family, pixels))
    painter.setPen(QColor(ink))
    elided = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width - 16)
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, elided)
    painter.end()
    return drawn


class Pill(QLabel):
    """A pill as a widget."""

    def __init__(self, text: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self._widest = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def wrap_at(self, width: int) -> None:
        """Be no wider than this, in pixels: longer words go on in another line."""
        self._widest = width
        self.updateGeometry()

    def wraps(self) -> bool:
        """Return whether the words need more than one line."""
        return 0 < self._widest < pill_width(self.text(), self.font())

    def sizeHint(self) -> QSize:
        high = round(max(22.0, pixels_of(self.font()) * 1.7))
        if not self.wraps():
            return QSize(round(pill_width(self.text(), self.font())), high)
        lines = QFontMetricsF(pill_font(self.font())).boundingRect(
            QRectF(0, 0, self._widest - 20, 1000), Qt.TextFlag.TextWordWrap, self.text()
        )
        return QSize(self._widest, max(high, round(lines.height()) + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        if not self.wraps():
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_pill(painter, QRectF(self.rect()), self.text(), self._tone, mirrored=mirrored)
            return
        ink, ground = _TONES.get(self._tone, _TONES["plain"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        painter.setFont(pill_font(self.font()))
        painter.setPen(colour(ink))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()).adjusted(10, 0, -10, 0), flags, self.text())
