"""The sign-in sheet of a meetup: a line for everybody who is expected, and empty ones for guests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from learningcircles.papers.signin import SignInLine, SignInSheet
from learningcircles_ui import text
from learningcircles_ui.print.paper import Paper

translate = QCoreApplication.translate
_TOP, _FOOT = 34.0, 10.0
_ROWS = (9.0, 8.5, 8.0)
"""Millimetres that a row may be high: no more than people need to sign is taken from them to save a page."""
_FEW, _MANY = 4, 10
"""Lines for guests that there are at least, and on a page that nobody's name stands on."""


def draw_sign_in(page: Paper, sheet: SignInSheet) -> int:
    """Draw the sheet; returns how many pages it has."""
    row, fits = _row(page, sheet.lines)
    written = filled(sheet.lines, fits)
    parts = [written[begin : begin + fits] for begin in range(0, len(written), fits)] or [[]]
    for number, lines in enumerate(parts, 1):
        if number > 1:
            page.next_page()
        _heading(page, sheet)
        for place, line in enumerate(lines):
            _line(page, line, _TOP + place * row, row)
        foot = translate("SignIn", "Page {number} of {pages}").format(
            number=text.number(number), pages=text.number(len(parts))
        )
        page.text(foot, 0, page.height - 6, page.width, 6, points=8, quiet=True, align=Qt.AlignmentFlag.AlignRight)
    return len(parts)


def _row(page: Paper, lines: list[SignInLine]) -> tuple[float, int]:
    """Return how high a row is and how many fit: the highest with which the last page has a name on it."""
    each = [(row, max(1, int((page.height - _TOP - _FOOT) // row))) for row in _ROWS]
    named = sum(bool(line.name) for line in lines)
    return next(((row, fits) for row, fits in each if not _alone(named, fits)), each[0])


def _alone(named: int, fits: int) -> bool:
    """Whether the lines for guests would begin a page of their own."""
    return named > 0 and -(-(named + _FEW) // fits) > -(-named // fits)


def filled(lines: list[SignInLine], fits: int) -> list[SignInLine]:
    """Let the lines for guests fill the last page; where fewer than a few fit there, some begin one of their own."""
    named = [line for line in lines if line.name]
    if len(named) == len(lines):
        return lines
    pages = -(-(len(named) + _FEW) // fits)
    whole = (pages - 1) * fits + min(_MANY, fits) if _alone(len(named), fits) else pages * fits
    return named + [SignInLine()] * (whole - len(named))


def _heading(page: Paper, sheet: SignInSheet) -> None:
    page.fitted(sheet.title, 0, 0.5, page.width, 10, points=20, least=10, bold=True)
    where = " · ".join(part for part in (_when(sheet), sheet.place, sheet.circle) if part)
    page.text(where, 0, 10.5, page.width, 6, points=11, quiet=True)
    for words, x, width in _columns(page):
        page.text(words, x, 23, width, 8, points=9, bold=True, quiet=True)
    page.line(0, _TOP - 1.5, page.width)


def _columns(page: Paper) -> list[tuple[str, float, float]]:
    wide = page.width
    return [
        (translate("SignIn", "Here"), 0, 17),
        (translate("SignIn", "Name"), 17, wide * 0.44 - 3),
        (translate("SignIn", "Number"), 14 + wide * 0.44, 18),
        (translate("SignIn", "Said"), 32 + wide * 0.44, 22),
        (translate("SignIn", "Signature"), 54 + wide * 0.44, wide * 0.56 - 54),
    ]


def _line(page: Paper, line: SignInLine, y: float, row: float) -> None:
    columns = _columns(page)
    page.box(2, y + (row - 1 - 4.6) / 2, 4.6)
    for words, (_, x, width) in zip((line.name, line.number, _answer(line.answer)), columns[1:4], strict=True):
        page.text(words, x, y, width - 2, row - 1, points=11, quiet=x > 20)
    page.line(0, y + row - 1, page.width)


def _when(sheet: SignInSheet) -> str:
    at = str(sheet.start.get("at", ""))
    day = " ".join(part for part in (text.weekday(at[:10]), at[:4]) if part)
    hours = text.from_to(at, sheet.minutes)
    return ", ".join(part for part in (day, hours) if part)


def _answer(code: str) -> str:
    return {
        "yes": translate("SignIn", "Yes"),
        "maybe": translate("SignIn", "Maybe"),
        "waitlist": translate("SignIn", "Waiting list"),
    }.get(code, "")
