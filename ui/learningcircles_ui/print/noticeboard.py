"""The noticeboard sheet: offers beside requests, and strips to tear off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from learningcircles.papers.noticeboard import Notice, Noticeboard
from learningcircles_ui import text
from learningcircles_ui.print.paper import LEAST, Paper, breadth, most_lines

translate = QCoreApplication.translate
Numbered = tuple[int, Notice]
_Column = tuple[str, list[Numbered]]
"""A kind of listing, and those of it that stand in the column."""
_TOP, _STRIP, _STRIPS, _GAP = 38.0, 52.0, 7, 8.0
_NUMBER, _CODE = 8.0, 15.0
"""Millimetres: the number before a listing; the code at the upper end of a strip."""
_TITLES = (18.0, 16.0, 14.0, 12.0)
"""Points of the titles, all alike: the first in which the listings have room on one page, else the last."""
_WHO = 0.75
"""How large a name is beside its title."""
_ASCENT = 0.8
"""How much of a line's height lies above what its letters stand on."""
_APART = 0.16
"""Millimetres between one listing and the next for each point."""
_SIZES = (8.5, 8.0, 7.5, 7.0, 6.2)
"""Points of the letters on a strip: the first in which all of it has room. From 9 points on programs that show PDFs
take turned words apart, letter by letter, and find them no more.
"""


def draw_noticeboard(page: Paper, board: Noticeboard) -> None:
    """Draw as many pages as the listings need; strips stand on each."""
    wide = (page.width - _GAP) / 2
    offers = list(enumerate(board.offers, 1))
    requests = list(enumerate(board.requests, len(offers) + 1))  # a number on a strip means one of all
    for points in _TITLES:
        parts = [_parts(page, notices, wide, points) for notices in (offers, requests)]
        if max(map(len, parts)) == 1:
            break
    for sheet, columns in enumerate(_sheets(*parts)):
        if sheet:
            page.next_page()
        _heading(page, board)
        for x, (kind, notices) in zip((0.0, wide + _GAP), columns, strict=False):
            heading, nothing = _words(kind)
            _column(page, heading, notices, x, wide, points)
            if not notices:
                _nothing(page, nothing, x, wide)
        _strips(page, board)


def _sheets(offers: list[list[Numbered]], requests: list[list[Numbered]]) -> list[list[_Column]]:
    """Return the columns of each page: both kinds side by side, and what is left of the longer one in two columns."""
    pairs = [[("offer", here), ("request", there)] for here, there in zip(offers, requests, strict=False)]
    done = len(pairs)
    left = [("offer", notices) for notices in offers[done:]] + [("request", notices) for notices in requests[done:]]
    return pairs + [left[at : at + 2] for at in range(0, len(left), 2)]


def _words(kind: str) -> tuple[str, str]:
    """Return a column's heading, and what is asked where it has nothing in it."""
    if kind == "offer":
        nothing = translate("Noticeboard", "Nothing is on offer yet. What could you show others?")
        return translate("Noticeboard", "We offer"), nothing
    nothing = translate("Noticeboard", "Nobody is looking for anything yet. What would you like to learn?")
    return translate("Noticeboard", "We look for"), nothing


def _heading(page: Paper, board: Noticeboard) -> None:
    page.fitted(board.circle, 0, 0.5, page.width, 12, points=26, least=12, bold=True)
    page.paragraph(board.objective, 0, 13, page.width, points=11, quiet=True, most=11)


def _column(page: Paper, heading: str, notices: list[Numbered], x: float, wide: float, points: float) -> None:
    page.text(heading, x, _TOP - 11, wide, 8, points=14, bold=True)
    page.line(x, _TOP - 2, wide)
    y = _TOP
    inner, small = wide - _NUMBER, page.measure("X", wide, points=points * _WHO)
    lower = (page.measure("X", wide, points=points) - small) * _ASCENT
    for number, notice in notices:
        page.text(text.number(number), x, y + lower, _NUMBER - 1, small, points=points * _WHO, quiet=True)
        high = page.paragraph(notice.title, x + _NUMBER, y, inner, points=points)
        if who := _who(notice):
            page.paragraph(who, x + _NUMBER, y + high, inner, points=points * _WHO, quiet=True)
        y += _height(page, notice, wide, points)


def _parts(page: Paper, notices: list[Numbered], wide: float, points: float) -> list[list[Numbered]]:
    """Return the notices of each page, of which there is one at least."""
    parts: list[list[Numbered]] = [[]]
    y = _TOP
    for number, notice in notices:
        high = _height(page, notice, wide, points)
        if y + high > page.height - _STRIP - 12 and parts[-1]:
            parts.append([])
            y = _TOP
        parts[-1].append((number, notice))
        y += high
    return parts


def _height(page: Paper, notice: Notice, wide: float, points: float) -> float:
    """Return the millimetres that a listing takes: in one line with a name or without, columns stand in one line."""
    who, inner = _who(notice), wide - _NUMBER
    line, small = (page.measure("X", wide, points=size) for size in (points, points * _WHO))
    high = page.measure(notice.title, inner, points=points)
    high += page.measure(who, inner, points=points * _WHO) if who else 0
    return max(line + small, high) + _APART * points


def _who(notice: Notice) -> str:
    return " · ".join(text.as_written(part) for part in (notice.name, notice.contact) if part)


def _nothing(page: Paper, words: str, x: float, wide: float) -> None:
    """Ask whoever reads it, where a column has nothing in it."""
    page.paragraph(words, x, _TOP + 2, wide, points=12, quiet=True, most=30)


def _strips(page: Paper, board: Noticeboard) -> None:
    top, wide = page.height - _STRIP, page.width / _STRIPS
    page.cut(0, top, page.width, down=False)
    code = _CODE + 1 if board.link else 0  # what is torn off leads to the page; else the words have all of it
    asked = text.moment(board.next_start) if board.next_start else ""
    about = translate("Noticeboard", "About no. ______") if board.offers or board.requests else ""
    parts = (board.circle, about, board.next_title, asked, board.next_place, board.link)
    lines, points = _filling(page, [part for part in parts if part], wide, _STRIP - 4 - code, board.link)
    for number in range(_STRIPS):
        left = number * wide
        page.upright(lines, left, top + code, wide, _STRIP - code, points=points)
        if code:
            page.code(board.link, left + (wide - _CODE) / 2, top + 1, _CODE)
        if number:
            page.cut(left, top, _STRIP)


def _filling(page: Paper, parts: list[str], wide: float, long: float, link: str) -> tuple[list[str], float]:
    """Return what stands on a strip in lines, and in how many points they are drawn."""
    for words in [parts, parts[:-1]] if link else [parts]:  # the code says the address; half of it leads nowhere
        for points in _SIZES:
            broken = [_in_strip(page, part, long, points, bold=not at) for at, part in enumerate(words)]
            if sum(map(len, broken)) <= most_lines(wide, points):
                return [line for part in broken for line in part], points
    broken = _with_room(broken, most_lines(wide))
    return [line for part in broken for line in part], LEAST


def _with_room(parts: list[list[str]], most: int) -> list[list[str]]:
    """Return parts in so many lines: the longest goes on in fewer, whose last one is cut at its end."""
    parts = [list(part) for part in parts]
    while sum(map(len, parts)) > max(most, len(parts)):
        longest = max(parts, key=len)
        longest[-2:] = [" ".join(longest[-2:])]
    return parts


def _in_strip(page: Paper, words: str, long: float, points: float, *, bold: bool) -> list[str]:
    """Return words in lines so many millimetres long."""
    in_one = breadth(page, words, points=points, bold=bold) <= long
    return [words] if in_one else page.broken(words, long, points=points, bold=bold)
