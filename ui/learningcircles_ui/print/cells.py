"""Words in a place of a table on paper: in one line, smaller where they hardly fit, else in as many as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from learningcircles_ui.print.paper import SMALLER, Paper, breadth

_SEVERAL = 0.9
"""How large letters are where they take more than a line."""


def height(page: Paper, words: str, width: float, *, points: float, line: float) -> float:
    """Return the millimetres that words take: `line` in one, more in several."""
    if breadth(page, words, points=points * SMALLER) <= width:
        return line
    return max(line, page.measure(words, width, points=points * _SEVERAL) + 1)


def draw(
    page: Paper, words: str, x: float, y: float, width: float, *, points: float, line: float,
    quiet: bool = False, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:  # fmt: skip
    """Draw them; return the height that they took."""
    high = height(page, words, width, points=points, line=line)
    if high == line:
        page.text(words, x, y, width, line, points=points, quiet=quiet, align=align)
    else:
        page.paragraph(words, x, y + 0.5, width, points=points * _SEVERAL, quiet=quiet, align=align)
    return high


def pieces(page: Paper, words: str, width: float, *, points: float, first: float, room: float) -> Sequence[str]:
    """Return words in pieces, the first one `first` millimetres high at most and each other one `room`."""
    if page.measure(words, width, points=points) <= first:
        return [words]
    each = page.measure("X", width, points=points)
    lines, held, most = page.broken(words, width, points=points), [], max(1, int(first / each))
    while lines:
        held.append("\n".join(lines[:most]))
        lines, most = lines[most:], max(1, int(room / each))
    return held
