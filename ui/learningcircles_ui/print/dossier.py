"""Everything that is held on a member, as a PDF for them to take away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from learningcircles.circle.changes import HistoryLine, Record
from learningcircles.circle.dossier import Dossier
from learningcircles.circle.swaps import IN_PERSON
from learningcircles.entities.declare import Field
from learningcircles.entities.registry import ENTITIES
from learningcircles_ui import text
from learningcircles_ui.display import draw_unseen
from learningcircles_ui.parts.history_words import became, value_words
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.preview import default_paper
from learningcircles_ui.theme import load_fonts

translate = QCoreApplication.translate
_LINE, _LABEL, _FOOT = 5.5, 46.0, 12.0
_POINT, _LEADING = 25.4 / 72, 1.35
"""Millimetres of a point, and how much higher than its letters a line is."""


class _Page:
    """Lines down a page, and on to the next one."""

    def __init__(self, paper: Paper, title: str) -> None:
        self._paper = paper
        self._title = title
        self._y = 0.0
        self.pages = 1

    def line(self, label: str, words: str, *, points: float = 10, bold: bool = False) -> None:
        """Write a label and what stands beside it, over as many lines as it takes."""
        high = max(_LINE, points * _POINT * _LEADING)
        left = _LABEL if label else 0.0
        wide = self._paper.width - left
        for place, part in enumerate(self._paper.broken(words, wide, points=points, bold=bold) or [""]):
            self._room(high)
            if label and not place:
                self._paper.text(label, 0, self._y, _LABEL - 2, _LINE, points=9, quiet=True)
            self._paper.text(part, left, self._y, wide, high, points=points, bold=bold)
            self._y += high

    def heading(self, words: str) -> None:
        """Begin a part."""
        self._room(4 * _LINE)
        self._y += _LINE
        self._paper.text(words, 0, self._y, self._paper.width, 7, points=13, bold=True)
        self._y += 7
        self._paper.line(0, self._y + 0.5, self._paper.width)
        self._y += 2

    def gap(self) -> None:
        """Leave a little room between two records."""
        self._y += _LINE / 2

    def _room(self, height: float) -> None:
        if self._y + height > self._paper.height - _FOOT:
            self._paper.next_page()
            self.pages += 1
            self._y = 0.0
            self._paper.text(self._title, 0, 0, self._paper.width, _LINE, points=8, quiet=True)
            self._y = 2 * _LINE


def title_of(held: Dossier) -> str:
    """Return what a dossier is called."""
    return translate("Dossier", "What {circle} holds on {name}").format(circle=held.circle, name=held.name)


def draw_dossier(sheet: Paper, held: Dossier) -> int:
    """Draw a dossier; returns how many pages it has."""
    title = title_of(held)
    page = _Page(sheet, title)
    page.line("", title, points=16, bold=True)
    page.line("", translate("Dossier", "As of {day}").format(day=text.day(held.on)))
    page.line(translate("Dossier", "Hour balance"), text.hours(held.minutes, signed=True))
    for kind, rows in held.records.items():
        page.heading(text.kind_label(ENTITIES[kind], plural=len(rows) > 1))
        for row in rows:
            _record(page, row, held)
    if held.mentions:
        page.heading(translate("Dossier", "Mentioned elsewhere"))
        for row in held.mentions:
            _record(page, row, held)
    page.heading(translate("Dossier", "History"))
    for line in held.history:
        told = became(ENTITIES["member"], line, partial(_named, held, None), from_=False)
        page.line(text.instant(line.at), f"{told}  ({_by(held, line)})")
    return page.pages


def write_alone(held: Dossier, path: Path) -> int:
    """Write a PDF where no window is open; returns how many pages it has. Raises Refused where it cannot be written."""
    draw_unseen()
    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    sheet = Paper(path, default_paper(), title_of(held))
    pages = draw_dossier(sheet, held)
    sheet.finish()
    app.processEvents()
    return pages


def _record(page: _Page, row: Record, held: Dossier) -> None:
    for field in ENTITIES[row.entity].read:
        if row[field.name] not in (None, [], ""):
            page.line(text.field_label(field), _value(field, row[field.name], held))
    if row.deleted:
        page.line("", translate("Dossier", "Removed, but kept in the journal"))
    page.gap()


def _value(field: Field, value: Any, held: Dossier) -> str:
    if field.name == "source" and value == IN_PERSON:
        return translate("Dossier", "in person")  # the word that the program itself writes where nobody said another
    return value_words(field, value, partial(_named, held, field))


def _named(held: Dossier, field: Field | None, id_: bytes) -> str:
    """Return what a record is called; an id tells nobody anything."""
    kind = ENTITIES.get(field.refers_to) if field is not None else None
    unnamed = text.former_member() if kind is None or kind.name == "member" else text.kind_label(kind)
    return held.names.get(id_) or unnamed


def _by(held: Dossier, line: HistoryLine) -> str:
    """Return who made a change, or else the laptop."""
    named = held.names.get(line.author or b"") or held.names.get(line.device)
    without = text.former_member() if line.author else translate("Dossier", "a laptop without a name")
    return named or without
