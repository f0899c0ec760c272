"""Members' cards, eight on a sheet, and the statement of somebody's hours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt

from learningcircles.papers.account import Card, Line, Statement
from learningcircles_ui import text
from learningcircles_ui.print import cells
from learningcircles_ui.print.paper import Paper

translate = QCoreApplication.translate
_WIDE, _HIGH, _GAP, _ON_A_PAGE = 85.0, 54.0, 4.0, 8
"""ISO/IEC 7810 ID-1, as bank cards are, in whole millimetres."""
_TOP, _ROW, _DAY, _FOOT = 46.0, 7.5, 49.0, 16.0
_HOURS, _APART = 28.0, 2.5
"""Millimetres of a column of hours, and of what is free between two."""


def draw_cards(page: Paper, cards: Sequence[Card]) -> None:
    """Draw cards in two columns."""
    for number, card in enumerate(cards):
        place = number % _ON_A_PAGE
        if number and not place:
            page.next_page()
        across, down = place % 2, place // 2
        _card(page, card, across * (_WIDE + _GAP), down * (_HIGH + _GAP))


def draw_statement(page: Paper, statement: Statement) -> None:
    """Draw the lines, oldest first, on as many pages as they need."""
    y = _TOP
    _head(page, statement)
    for line in statement.lines:
        high = max(_height(page, *each) for each in _cells(page, line))
        if y + high > page.height - _FOOT:
            page.next_page()
            _head(page, statement)
            y = _TOP
        for words, x, width, right in _cells(page, line):
            align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            cells.draw(page, words, x, y, width, points=10, line=_ROW - 1, align=align)
        y += high
        page.line(0, y - 1, page.width)
    page.text(translate("Statement", "Balance"), 0, y + 2, page.width - 30, 8, points=12, bold=True)
    total = text.hours(statement.balance, signed=True)
    page.text(total, page.width - 30, y + 2, 30, 8, points=12, bold=True, align=Qt.AlignmentFlag.AlignRight)


def _card(page: Paper, card: Card, x: float, y: float) -> None:
    page.band(x, y, _WIDE, 15, round_=3)
    page.frame(x, y, _WIDE, _HIGH, round_=3)
    page.text(card.circle, x + 5, y + 2.5, _WIDE - 10, 10, points=12, bold=True)
    page.text(card.name, x + 5, y + 23, _WIDE - 10, 9, points=16, bold=True)
    since = translate("Card", "Member since {month}").format(month=text.month(card.joined)) if card.joined else ""
    page.text(since, x + 5, y + 32, _WIDE - 10, 6, points=9, quiet=True)
    if card.number:
        number = translate("Card", "Number {number}").format(number=card.number)
        page.text(number, x + 5, y + 43, _WIDE - 10, 6, points=10)


def _head(page: Paper, statement: Statement) -> None:
    page.fitted(statement.card.name, 0, 0.5, page.width, 10, points=20, least=10, bold=True)
    under = [translate("Statement", "Hours given and received"), statement.card.circle, statement.card.number]
    page.text(" · ".join(part for part in under if part), 0, 10.5, page.width, 6, points=11, quiet=True)
    made = translate("Statement", "As of {day}").format(day=text.day(text.today()))
    page.text(made, 0, 17, page.width, 6, points=9, quiet=True)
    for words, x, width, right in _columns(page):
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        page.text(words, x, _TOP - 11, width, 8, points=9, bold=True, quiet=True, align=align)
    page.line(0, _TOP - 2, page.width)


def _columns(page: Paper) -> list[tuple[str, float, float, bool]]:
    rest = page.width - _DAY - 2 * _HOURS
    return [
        (translate("Statement", "Day"), 0, _DAY, False),
        (translate("Statement", "What"), _DAY, rest / 2, False),
        (translate("Statement", "With"), _DAY + rest / 2, rest / 2, False),
        (translate("Statement", "Hours"), page.width - 2 * _HOURS, _HOURS - _APART, True),
        (translate("Statement", "Balance"), page.width - _HOURS, _HOURS, True),
    ]


def _cells(page: Paper, line: Line) -> list[tuple[str, float, float, bool]]:
    """Return what stands in the columns of a line, and where."""
    hours = (text.hours(line.minutes, signed=True), text.hours(line.balance, signed=True))
    told = (text.day(line.date), _what(line), line.who, *hours)
    found = []
    for words, (_, x, wide, right) in zip(told, _columns(page), strict=True):
        found.append((words, x, wide - (0 if right else 2), right))
    return found


def _height(page: Paper, words: str, x: float, width: float, right: bool) -> float:
    return cells.height(page, words, width, points=10, line=_ROW - 1) + 1


def _what(line: Line) -> str:
    if line.kind == "opening":
        return translate("Statement", "Opening balance")
    if line.kind == "reversal":
        return translate("Statement", "Taken back: {what}").format(what=line.what)
    return line.what
