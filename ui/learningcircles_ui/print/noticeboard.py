"""The noticeboard sheet: offers beside requests, and strips to tear off."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from learningcircles.papers.noticeboard import Notice, Noticeboard
from learningcircles_ui import text
from learningcircles_ui.print import cells
from learningcircles_ui.print.paper import SMALLER, Paper, breadth

translate = QCoreApplication.translate
_TOP, _ROW, _STRIP, _STRIPS, _GAP = 38.0, 11.0, 52.0, 10, 8.0
_SMALL = 7.5
"""Points of the letters on a strip."""


def draw_noticeboard(page: Paper, board: Noticeboard) -> None:
    """Draw as many pages as the listings need; strips stand on each."""
    wide = (page.width - _GAP) / 2
    sides = [_parts(page, notices, wide) for notices in (board.offers, board.requests)]
    for number, (offers, requests) in enumerate(zip_longest(*sides, fillvalue=[])):
        if number:
            page.next_page()
        _heading(page, board)
        _column(page, translate("Noticeboard", "We offer"), offers, 0, wide)
        _column(page, translate("Noticeboard", "We look for"), requests, wide + _GAP, wide)
        if not board.offers:
            _nothing(page, translate("Noticeboard", "Nothing is on offer yet. What could you show others?"), 0, wide)
        if not board.requests:
            asked = translate("Noticeboard", "Nobody is looking for anything yet. What would you like to learn?")
            _nothing(page, asked, wide + _GAP, wide)
        _strips(page, board)


def _heading(page: Paper, board: Noticeboard) -> None:
    page.fitted(board.circle, 0, 0.5, page.width, 12, points=26, least=12, bold=True)
    page.paragraph(board.objective, 0, 13, page.width, points=11, quiet=True, most=11)


def _column(page: Paper, heading: str, notices: list[Notice], x: float, wide: float) -> None:
    page.text(heading, x, _TOP - 11, wide, 8, points=14, bold=True)
    page.line(x, _TOP - 2, wide)
    y = _TOP
    for notice in notices:
        who = _who(notice)
        high = cells.draw(page, notice.title, x, y, wide, points=12, line=6 if who else 9)
        if who:
            cells.draw(page, who, x, y + high - 0.8, wide, points=9, line=4.5, quiet=True)
        y += _height(page, notice, wide)


def _parts(page: Paper, notices: list[Notice], wide: float) -> list[list[Notice]]:
    """Return the notices of each page, of which there is one at least."""
    parts: list[list[Notice]] = [[]]
    y = _TOP
    for notice in notices:
        high = _height(page, notice, wide)
        if y + high > page.height - _STRIP - 12 and parts[-1]:
            parts.append([])
            y = _TOP
        parts[-1].append(notice)
        y += high
    return parts


def _height(page: Paper, notice: Notice, wide: float) -> float:
    who = _who(notice)
    high = cells.height(page, notice.title, wide, points=12, line=6 if who else 9)
    high += cells.height(page, who, wide, points=9, line=4.5) if who else 0
    return max(_ROW, high + 0.5)


def _who(notice: Notice) -> str:
    return " · ".join(text.as_written(part) for part in (notice.name, notice.contact) if part)


def _nothing(page: Paper, words: str, x: float, wide: float) -> None:
    """Ask whoever reads it, where a column has nothing in it."""
    page.paragraph(words, x, _TOP + 2, wide, points=12, quiet=True, most=30)


def _strips(page: Paper, board: Noticeboard) -> None:
    top = page.height - _STRIP
    page.cut(0, top, page.width, down=False)
    wide = page.width / _STRIPS
    asked = text.moment(board.next_start) if board.next_start else ""
    parts = (board.circle, board.next_title, asked, board.next_place, board.link)
    lines = [line for part in parts if part for line in _in_strip(page, part)]
    for number in range(_STRIPS):
        page.upright(lines, number * wide, top, wide, _STRIP, points=_SMALL)
        if number:
            page.cut(number * wide, top, _STRIP)


def _in_strip(page: Paper, words: str) -> list[str]:
    """Return words in lines as long as a strip, where even small letters find no room in one."""
    small, long = _SMALL * SMALLER, _STRIP - 4
    return [words] if breadth(page, words, points=small) <= long else page.broken(words, long, points=small)
