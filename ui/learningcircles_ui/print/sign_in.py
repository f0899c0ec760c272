"""The sign-in sheet of a meetup: a line for everybody who is expected, and empty ones for guests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from learningcircles.papers.signin import SignInLine, SignInSheet
from learningcircles_ui import text
from learningcircles_ui.print.paper import Paper

translate = QCoreApplication.translate
_TOP, _ROW, _FOOT = 34.0, 9.0, 10.0
_FEW = 4
"""Lines for guests that there are at least."""


def draw_sign_in(page: Paper, sheet: SignInSheet) -> int:
    """Draw the sheet; returns how many pages it has."""
    fits = max(1, int((page.height - _TOP - _FOOT) // _ROW))
    written = filled(sheet.lines, fits)
    parts = [written[begin : begin + fits] for begin in range(0, len(written), fits)] or [[]]
    for number, lines in enumerate(parts, 1):
        if number > 1:
            page.next_page()
        _heading(page, sheet)
        for place, line in enumerate(lines):
            _line(page, line, _TOP + place * _ROW)
        foot = translate("SignIn", "Page {number} of {pages}").format(
            number=text.number(number), pages=text.number(len(parts))
        )
        page.text(foot, 0, page.height - 6, page.width, 6, points=8, quiet=True, align=Qt.AlignmentFlag.AlignRight)
    return len(parts)


def filled(lines: list[SignInLine], fits: int) -> list[SignInLine]:
    """Let the lines for guests fill the last page; they begin one of their own where fewer than a few fit."""
    named = [line for line in lines if line.name]
    if len(named) == len(lines):
        return lines
    pages = -(-(len(named) + _FEW) // fits)
    return named + [SignInLine()] * (pages * fits - len(named))


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


def _line(page: Paper, line: SignInLine, y: float) -> None:
    columns = _columns(page)
    page.box(2, y + 1.8, 4.6)
    for words, (_, x, width) in zip((line.name, line.number, _answer(line.answer)), columns[1:4], strict=True):
        page.text(words, x, y, width - 2, _ROW - 1, points=11, quiet=x > 20)
    page.line(0, y + _ROW - 1, page.width)


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
