"""A table of the window on paper: its columns as they stand, its heading on every page."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt

from learningcircles.circle.figures import LEAST
from learningcircles_ui import text
from learningcircles_ui.parts.or_empty import only
from learningcircles_ui.print.cells import pieces
from learningcircles_ui.print.paper import Paper, breadth, glances, tell

translate = QCoreApplication.translate
_TOP, _FOOT, _PAD, _BETWEEN = 20.0, 10.0, 1.6, 3.0
_POINTS = 9.0
_NARROW, _LOOKED_AT, _HALVED = 12.0, 24, 30
"""Millimetres that a column has at least; how many of its longest texts are measured; how often a guess is halved."""
_LOOKED_THROUGH = 5_000
"""Rows of a list whose pages a preview counts; printer and file have any list's counted."""
Told = Callable[[int, int], None]


class Sheet(NamedTuple):
    """What is printed. `right` says which columns hold numbers."""

    title: str
    circle: str
    headers: Sequence[str]
    right: Sequence[bool]
    rows: Sequence[Sequence[str]]
    nothing: str = ""
    """What stands in place of the table where there are no rows."""
    narrowed: str = ""
    """By what the list is narrowed; empty where it holds everything."""


def counted(words: str, number: int) -> str:
    """Return how a number of people is printed: a small one may point at somebody, so it is not (see `figures`)."""
    return translate("Listing", "under {number}").format(number=text.number(LEAST)) if 0 < number < LEAST else words


def draw_list(page: Paper, sheet: Sheet, told: Told | None = None) -> None:
    """Draw all rows, or as many as the preview has room for.

    `told` hears (done, of all) and may raise; each row is measured, and then drawn.
    """
    if not sheet.rows:
        _title(page, sheet, text.day(text.today()))
        nothing = sheet.nothing or translate("Listing", "There is nothing in this list.")
        page.paragraph(nothing, 0, _TOP + 4, page.width, points=12, quiet=True)
        return
    widths = _widths(page, sheet)
    rows: Iterable[_Placed] = _places_of(page, sheet, widths, told)
    pages, whole = 0, 2 * len(sheet.rows)
    if not glances(page) or len(sheet.rows) <= _LOOKED_THROUGH:
        rows = list(rows)
        pages = rows[-1].on
    _head(page, sheet, widths)
    y, number = _TOP + 8, 1
    for at, row, on, height in rows:
        if on > number:
            _foot(page, number, pages)
            if page.full:
                return
            page.next_page()
            number = on
            _head(page, sheet, widths)
            y = _TOP + 8
        _row(page, sheet, widths, row, y, height)
        y += height + 2 * _PAD
        if told is not None:
            told(len(sheet.rows) + at + 1, whole)
    _foot(page, number, pages)


class _Placed(NamedTuple):
    """Which row it is, what of it stands there, the page that it stands on, and its height in millimetres."""

    at: int
    cells: Sequence[str]
    on: int
    height: float


def _places_of(page: Paper, sheet: Sheet, widths: Sequence[float], told: Told | None) -> Iterator[_Placed]:
    """Yield each row; one that is higher than a page in several pieces."""
    y, number = _TOP + 8, 1
    for at, row in enumerate(sheet.rows):
        for part, height in _pieces(page, row, widths):
            if y + height + 2 * _PAD > page.height - _FOOT:
                tell(page)
                y, number = _TOP + 8, number + 1
            yield _Placed(at, part, number, height)
            y += height + 2 * _PAD
        if told is not None:
            told(at + 1, 2 * len(sheet.rows))


def _height(page: Paper, row: Sequence[str], widths: Sequence[float]) -> float:
    return max(page.measure(cell or " ", width, points=_POINTS) for cell, width in zip(row, widths, strict=True))


def _pieces(page: Paper, row: Sequence[str], widths: Sequence[float]) -> Iterator[tuple[Sequence[str], float]]:
    """Yield what of a row stands together, and its height: all of it, where a page has room for it."""
    room, height = page.height - _TOP - 8 - _FOOT - 2 * _PAD, _height(page, row, widths)
    if height <= room:
        yield row, height
        return
    whole = zip(row, widths, strict=True)
    held = [pieces(page, cell, width, points=_POINTS, first=room, room=room) for cell, width in whole]
    for part in zip_longest(*held, fillvalue=""):
        yield part, _height(page, part, widths)


def _widths(page: Paper, sheet: Sheet) -> list[float]:
    """Share the page: what is short stands in one line, and the long ones share what is left."""
    most, least = [], []
    for at, header in enumerate(sheet.headers):
        cells = {row[at] for row in sheet.rows}
        parts = cells if sheet.right[at] else {word for cell in cells for word in cell.split()}
        title = breadth(page, header, points=_POINTS, bold=True)
        most.append(max(title, _broadest(page, cells), _NARROW))
        least.append(max(title, _broadest(page, parts), _NARROW))
    room = page.width - _BETWEEN * (len(most) - 1)
    if sum(most) <= room:
        return [room * each / sum(most) for each in most]
    return _shared(most, least if sum(least) <= room else [0.0] * len(least), room)


def _broadest(page: Paper, words: Collection[str]) -> float:
    """Return the millimetres that the broadest of these takes; the ones with most letters are looked at."""
    longest = heapq.nlargest(_LOOKED_AT, words, key=len)
    return max((breadth(page, each, points=_POINTS) for each in longest), default=0.0)


def _shared(most: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return widths that fill the room: nobody has more than `most`, and whoever has less has as much as the others."""
    low, high = 0.0, room
    for _ in range(_HALVED):
        level = (low + high) / 2
        widths = [min(one, max(other, level)) for one, other in zip(most, least, strict=True)]
        low, high = (level, high) if sum(widths) < room else (low, level)
    return widths


def _head(page: Paper, sheet: Sheet, widths: Sequence[float]) -> None:
    _title(page, sheet, text.day(text.today()), _many(len(sheet.rows)))
    for (x, width), header, right in zip(_places(widths), sheet.headers, sheet.right, strict=True):
        page.text(header, x, _TOP, width, 6, points=_POINTS, bold=True, align=_side(right))
    page.line(0, _TOP + 7, page.width)


def _many(rows: int) -> str:
    return text.grouped(translate("Listing", "%n in this list", "", rows), rows)


def _title(page: Paper, sheet: Sheet, *told: str) -> None:
    page.text(sheet.title, 0, 0, page.width, 9, points=18, bold=True)
    under = " · ".join(part for part in (sheet.circle, *told) if part)
    page.text(under, 0, 9.5, page.width, 6, points=10, quiet=True)
    if sheet.narrowed:
        page.text(only(sheet.narrowed), 0, 14.5, page.width, 5, points=_POINTS, quiet=True)


def _row(
    page: Paper, sheet: Sheet, widths: Sequence[float], row: Sequence[str], y: float, height: float
) -> None:  # fmt: skip
    for (x, width), cell, right in zip(_places(widths), row, sheet.right, strict=True):
        page.paragraph(cell, x, y + _PAD, width, points=_POINTS, align=_side(right), most=height)
    page.line(0, y + height + 2 * _PAD, page.width)


def _foot(page: Paper, number: int, pages: int) -> None:
    """`pages`: how many there are, or 0 where nobody has counted."""
    said = translate("SignIn", "Page {number} of {pages}") if pages else translate("Listing", "Page {number}")
    words = said.format(number=text.number(number), pages=text.number(pages))
    page.text(words, 0, page.height - 6, page.width, 6, points=8, quiet=True, align=Qt.AlignmentFlag.AlignRight)


def _places(widths: Sequence[float]) -> list[tuple[float, float]]:
    return [(sum(widths[:at]) + _BETWEEN * at, width) for at, width in enumerate(widths)]


def _side(right: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
