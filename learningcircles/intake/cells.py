"""Cells of a file: lengths and times as they are read back, and no text that a spreadsheet would run as a formula.

What it would run is made harmless on the way out and restored on the way in: a text cell that begins with one of
= + - @, a tab or a return gets an apostrophe before it (OWASP, "CSV Injection"). Cells that already look so guarded
get one more, so that reading undoes exactly what writing did.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from learningcircles.entities.declare import Entity, Field, Kind

LISTINGS = ("offer", "request")
"""They have the same fields: nothing else tells a list of the one from a list of the other."""
_RISKY = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
_FIGURES = re.compile(r"[+-](?=[\d\s().,/:-]*\d)[\d\s().,/:-]*(?:h[\d\s]*)?(?:min)?")
"""A number, a length, or a telephone with its country, whatever sign it begins with."""
_AS_FORMULA = re.compile(r'="(.*)"', re.DOTALL)
"""Figures that a program saved for a spreadsheet so that they stay text; its own way is an apostrophe."""


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return "'" + text if _RISKY.match(text) else text


def guarded_copy(text: str) -> str:
    """Return a text for the clipboard that no spreadsheet takes for a formula.

    Telephones, numbers and lengths stay as they are: they are copied into messages as well.
    """
    return text if _FIGURES.fullmatch(text) else guarded(text)


def unguarded(text: str) -> str:
    """Return what `guarded` or `guarded_copy` was given; of a text that stands as a formula (="0012") the text."""
    if _GUARDED.match(text):
        return text[1:]
    formula = _AS_FORMULA.fullmatch(text)
    return formula[1].replace('""', '"') if formula else text


def bare(text: str) -> str:
    """Return a number, a day, a telephone or an e-mail without what kept a spreadsheet from changing it."""
    return unguarded(text).removeprefix("'").strip()


def in_hours(minutes: int) -> float:
    """Return minutes as a cell that a spreadsheet can sum: hours as a number."""
    return minutes / 60


def moment_cell(start: Mapping[str, Any], zone: str) -> str:
    """Return a local time as a cell: as 2026-11-20T18:00, with its zone where that is another than `zone`."""
    elsewhere = start.get("zone") not in (None, zone)
    return f"{start.get('at', '')} {start['zone']}" if elsewhere else str(start.get("at", ""))


def entity_title(entity: Entity) -> str:
    """Return the title of the column with what records are called; that of a listing says which of the two it is."""
    field = entity.field(entity.title)
    return entity.label if entity.name in LISTINGS or field is None else field.label


def titled(field: Field) -> str:
    """Return a column's title; that of a length says that minutes stand below it, since people write hours."""
    return f"{field.label} (minutes)" if field.kind is Kind.MINUTES else field.label
