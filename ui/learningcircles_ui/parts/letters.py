"""Whether words fit, told by their letters: most cells are so short that Qt need not lay them out to tell."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

_LAST = "\u024f"
"""The last of Latin Extended-B: up to it each letter stands by itself, and words take what their letters take. Others
join, or stand on each other."""
_SPARE = 3.0
"""What kerning may add to a cell's words, in pixels: it mostly takes away."""


def fits(text: str, font: QFont, room: float) -> bool:
    """Return whether a text surely fits into so many pixels; False where it takes Qt to tell."""
    letters = _letters(font)
    try:
        return sum(map(letters.__getitem__, text)) + _SPARE <= room
    except KeyError:
        return max(text) <= _LAST and _learned(letters, font, text) + _SPARE <= room


def _learned(letters: dict[str, float], font: QFont, text: str) -> float:
    metrics = QFontMetricsF(font)
    letters.update({each: metrics.horizontalAdvance(each) for each in {*text}.difference(letters)})
    return sum(map(letters.__getitem__, text))


@lru_cache(maxsize=8)
def _letters(font: QFont) -> dict[str, float]:
    """Return how wide the letters of a font are, in pixels, as far as that was asked."""
    return {}
