"""Whether words fit, told by their letters: most cells are so short that Qt need not lay them out to tell."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QFont, QFontMetricsF

_LAST = "\u024f"
"""The last of Latin Extended-B: up to it letters stand side by side, and words take what each takes beside the next.
Others join, or stand on each other."""
_MOVED = "*"
"""What a font may draw otherwise by all that stands around it."""
_SPARE = 3.0
"""What a letter after the next may add to a cell's words, in pixels: it mostly takes away."""
_Widths = dict[str | tuple[str, str], float]


def fits(text: str, font: QFont, room: float) -> bool:
    """Return whether a text surely fits into so many pixels; False where it takes Qt to tell."""
    widths = _widths(font)
    try:
        return sum(map(widths.__getitem__, pairwise(text)), widths[text[-1:]]) + _SPARE <= room
    except KeyError:
        return max(text) <= _LAST and _MOVED not in text and _learned(widths, font, text) + _SPARE <= room


def _learned(widths: _Widths, font: QFont, text: str) -> float:
    metrics = QFontMetricsF(font)
    for each in {*text}.difference(widths):
        widths[each] = metrics.horizontalAdvance(each)
    pairs = [*pairwise(text)]
    for pair in {*pairs}.difference(widths):
        widths[pair] = metrics.horizontalAdvance("".join(pair)) - widths[pair[1]]
    return sum(map(widths.__getitem__, pairs), widths[text[-1]])


@lru_cache(maxsize=8)
def _widths(font: QFont) -> _Widths:
    """Return how wide the letters of a font are, in pixels, as far as that was asked: each alone, and before another.

    Some push the next one away by a third of their size, such as the "ï" of a French name.
    """
    return {"": 0.0}
