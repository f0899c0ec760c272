"""Who sits at the circle's table, on paper: a bar for each of the five sectors; small numbers join one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt

from learningcircles.circle.figures import LEAST, parts_for_paper
from learningcircles.entities.people import MEMBER, SECTORS
from learningcircles_ui import text
from learningcircles_ui.print.paper import Paper

translate = QCoreApplication.translate
_LABEL, _NUMBER, _HIGH, _BAR, _TOP = 58.0, 16.0, 11.0, 4.0, 24.0
"""Millimetres: a label, a number, a row, a bar in it, and where the rows begin."""


class Table(NamedTuple):
    """Active members by sector, and how many have none; `asks`: what stands beside a sector that nobody comes from."""

    circle: str
    sectors: Mapping[str, int]
    without: int
    asks: Mapping[str, str]


def draw_sectors(page: Paper, table: Table) -> None:
    """Draw the table on one page."""
    page.text(translate("SectorsCard", "Five sectors at one table"), 0, 0, page.width, 9, points=18, bold=True)
    page.text(f"{table.circle} · {text.day(text.today())}", 0, 9.5, page.width, 6, points=10, quiet=True)
    cells = {sector: table.sectors.get(sector, 0) for sector in SECTORS} | {"": table.without}
    parts = parts_for_paper(cells)
    most = max([*parts.shown.values(), parts.rest, 1])
    y = _TOP
    for sector, number in parts.shown.items():
        if sector or number:
            _row(page, y, _name(sector), number, most, table.asks.get(sector, ""))
            y += _HIGH
    if parts.joined:
        words = translate("Sectors", "Not shown: {names}").format(names=", ".join(map(_name, parts.joined)))
        y += max(0.0, page.measure(words, _LABEL, points=10) - _HIGH / 2)
        _row(page, y, words, parts.rest, most)
        y += _HIGH
    page.line(0, y + 1, page.width)
    _row(page, y + 2, translate("Sectors", "Active members"), sum(cells.values()), 0, bold=True)
    if parts.joined:
        told = translate("Sectors", "Numbers under {number} stand in one row, so that they point at nobody.")
        page.paragraph(told.format(number=text.number(LEAST)), 0, y + 6 + _HIGH, page.width, points=9)


def _row(
    page: Paper, y: float, words: str, number: int, most: int, asks: str = "", *, bold: bool = False
) -> None:  # fmt: skip
    high = page.measure(words, _LABEL, points=10, bold=bold)
    page.paragraph(words, 0, y + (_HIGH - high) / 2, _LABEL, points=10, bold=bold)
    along = page.width - _LABEL - _NUMBER - 6
    if asks and not number:
        high = page.measure(asks, along, points=9)
        page.paragraph(asks, _LABEL + 3, y + (_HIGH - high) / 2, along, points=9)
    elif most:
        page.band(_LABEL + 3, y + (_HIGH - _BAR) / 2, max(along * number / most, 1), _BAR)
    right = Qt.AlignmentFlag.AlignRight
    page.text(text.number(number), page.width - _NUMBER, y, _NUMBER, _HIGH, points=10, bold=bold, align=right)


def _name(sector: str) -> str:
    return text.choice_label(MEMBER.field("sector"), sector) if sector else translate("Sectors", "no sector")
