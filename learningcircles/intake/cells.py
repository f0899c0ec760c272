"""Cells that a spreadsheet would run as a formula, made harmless on the way out and restored on the way in.

A text cell that begins with one of = + - @, a tab or a return gets an apostrophe before it (OWASP, "CSV
Injection"). Cells that already look so guarded get one more, so that reading undoes exactly what writing did.
"""

from __future__ import annotations

import re

from learningcircles.entities.declare import Field, Kind

_RISKY = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return "'" + text if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def titled(field: Field) -> str:
    """Return a column's title; that of a length says that minutes stand below it, since people write hours."""
    return f"{field.label} (minutes)" if field.kind is Kind.MINUTES else field.label
