"""The poster of a meetup, for a door or a shop window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from learningcircles.papers.poster import Poster
from learningcircles_ui import text
from learningcircles_ui.print.paper import Paper

translate = QCoreApplication.translate
_CODE = 46.0


def draw_poster(page: Paper, poster: Poster) -> None:
    """Draw it onto one page."""
    page.band(-4, -4, page.width + 8, 22)
    page.text(poster.circle, 2, -2, page.width - 4, 18, points=20, bold=True)
    y = 34 + page.fitted(poster.title, 0, 34, page.width, 75, points=46, least=22, bold=True)
    day, hours = _when(poster)
    y += 10 + page.paragraph(day, 0, y + 10, page.width, points=28, bold=True, most=26)
    y += 3 + page.paragraph(hours, 0, y + 3, page.width, points=24, most=14)
    where = "\n".join(part for part in (poster.place, poster.address) if part)
    y += 9 + page.fitted(where, 0, y + 9, page.width, 36, points=24, least=13)
    if poster.host:
        with_ = translate("Poster", "With {name}").format(name=poster.host)
        page.text(with_, 0, y + 7, page.width, 9, points=18, quiet=True)
    _foot(page, poster)


def _foot(page: Paper, poster: Poster) -> None:
    top = page.height - _CODE
    page.line(0, top - 6, page.width)
    page.code(poster.code, page.width - _CODE, top, _CODE)
    wide = page.width - _CODE - 8
    words = (
        translate("Poster", "Everybody teaches something and everybody learns. You need not be a member to come.")
        if not poster.objective
        else poster.objective
    )
    taken = page.fitted(words, 0, top + 2, wide, 24, points=14, least=9)
    says = (
        translate("Poster", "More and other dates: {address}").format(address=poster.link)
        if poster.link
        else translate("Poster", "The code puts the date into your telephone’s calendar.")
    )
    page.paragraph(says, 0, top + taken + 6, wide, points=11, quiet=True, most=14)


def _when(poster: Poster) -> tuple[str, str]:
    at = str(poster.start.get("at", ""))
    return text.weekday(at[:10]), text.from_to(at, poster.minutes)
