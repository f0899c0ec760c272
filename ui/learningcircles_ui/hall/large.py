"""Sizes of the hall: text half as large again, and nothing to touch that is lower than 48 pixels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from learningcircles_ui.parts.headings import button
from learningcircles_ui.theme import is_large, larger, pixels_of

LEAST = 56
"""Pixels: the height of the lowest thing to touch."""
_USUAL, _MOST = 800, 1.5
"""Pixels that a laptop's screen is high; how many times as large everything becomes on one that is higher."""


def factor() -> float:
    """Return how many times as large text is here as elsewhere: the screen is read from afar, so a higher one has
    larger text; less where it is large already.
    """
    if is_large():
        return 1.15
    return 1.5 * min(max(QGuiApplication.primaryScreen().size().height() / _USUAL, 1.0), _MOST)


def large_font(times: float = 1.0, weight: QFont.Weight = QFont.Weight.Medium) -> QFont:
    """Return the hall's font."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(pixels_of(font) * factor() * times))
    font.setWeight(weight)
    return font


def high() -> int:
    """Return the height of what is touched, in pixels."""
    return max(LEAST, QFontMetrics(large_font()).height() + 26)


def wide(pixels: int) -> int:
    """Return what so many pixels are at the hall's size of text."""
    return round(larger(pixels) * factor())


def tall(widget: QWidget, times: float = 1.0) -> None:
    """Make a widget as high as what is touched here; the style sheet's own height would win over a plain minimum."""
    widget.setStyleSheet(f"min-height: {round(high() * times) - 14}px;")


def large_button(
    words: str, clicked: Callable[[], object], parent: QWidget, *, icon_name: str = "", kind: str = ""
) -> QPushButton:
    """A push button for a hall; Enter presses it while it has the focus."""
    made = button(words, clicked, icon_name=icon_name, kind=kind, parent=parent)
    made.setFont(large_font(weight=QFont.Weight.DemiBold))
    tall(made)
    made.setAutoDefault(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon_name:
        side = QFontMetrics(made.font()).height()
        made.setIconSize(QSize(side + 8, side))
    return made
