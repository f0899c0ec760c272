"""How long somebody means: the one rule for every field, form and list in which a length is typed.

What names its unit is clear: "1:30", "1h30", "1.5 h", "90 min". So is a part of a number ("1.5", "1,5"): hours.
Hours as this program shows them are read in every language: "1,250.25 h", "1 250,25 h", "1.250,25 h".
A bare whole number is not, and is never taken silently; whoever shows the field shows beside it what was understood.

    1 to 4        hours: nobody notes three minutes
    10 and more   minutes, where what is timed lasts a day at most (an exchange, a meetup)
    else          is asked back: "20 minutes or 20 hours?"; a course that somebody learned from may well last 20 hours
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.errors import InvalidValue

DAYS_MOST = 14 * 24 * 60
"""Minutes. What may last longer by its declaration, such as learning, may well be told in hours, however many."""
SURELY_HOURS, SURELY_MINUTES = 4, 10
_HOUR, _MINUTE = r"(?:h|hrs?|hours?|heures?|horas?|std|stunden?)", r"(?:m|mn|mins?|minutes?|minutos?|minuten?)"
_CLOCK = re.compile(rf"(\d{{1,9}})\s*(?::|{_HOUR})\s*(\d{{1,2}})(?::00)?\s*(?:{_MINUTE}|{_HOUR})?\.?")
"""With the hours named behind it as well: "0:20 h"."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}(?!\d)")
"""1,250 is a thousand and a quarter to one and one and a quarter to the other."""
_UNIT = re.compile(rf"(\d{{1,9}}(?:[.,]\d{{1,17}})?)\s*(?:({_HOUR})|({_MINUTE}))?\.?")
"""A spreadsheet that worked twenty minutes out says 0.3333333333333333."""
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:[\s'’]\d{3})+(?!\d)|(?:,\d{3})+(?=\.\d)|(?:\.\d{3})+(?=,\d))")
"""Thousands apart by spaces, or by the mark that is not the decimals'."""
_ISOLATES = {ord(mark): None for mark in "\u2066\u2067\u2068\u2069"}
"""Marks that keep figures together among letters that run from right to left (UAX 9)."""


class Length(NamedTuple):
    """`minutes`, and whether the unit was guessed: then it is worth showing."""

    minutes: int
    guessed: bool = False


WHICH = "which_length"
"""The code of the error that asks: its `params["value"]` is the number that was written."""


def length_meant(words: str, *, most: int | None = None, field: str = "") -> Length | None:
    """Return the length that is meant; None where it is none, such as "25:61". Raises InvalidValue (`WHICH`).

    `most`: minutes that the field takes at most, or None.
    """
    plain = plain_figures(words).lower()
    if clock := _CLOCK.fullmatch(plain):
        hours, minutes = int(clock[1]), int(clock[2])
        return Length(hours * 60 + minutes) if minutes < 60 else None
    match = _UNIT.fullmatch(plain)
    if match is None or _THOUSANDS.match(plain):
        return None
    number, hour, minute = match.groups()
    exact = float(number.replace(",", "."))
    if minute and not exact.is_integer():
        return None
    if hour or minute:
        return Length(round(exact * (60 if hour else 1)))
    return _bare(exact, most, field)


def plain_figures(words: str) -> str:
    """Return a number without what parts its thousands, and without marks that nobody sees."""
    return _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), words.translate(_ISOLATES).strip())


def column_unit(numbers: Sequence[int]) -> str:
    """Return what the bare numbers of a whole column are: "h", "m", or "" where each is to be looked at alone."""
    if not numbers:
        return ""
    if max(numbers) <= SURELY_HOURS * 2:
        return "h"
    return "m" if min(numbers) >= SURELY_MINUTES and any(number % 5 == 0 and number >= 45 for number in numbers) else ""


def _bare(exact: float, most: int | None, field: str) -> Length:
    if not exact.is_integer():
        return Length(round(exact * 60), guessed=True)
    number = int(exact)
    if number <= SURELY_HOURS:
        return Length(number * 60, guessed=True)
    if most is not None and most <= DAYS_MOST and number >= SURELY_MINUTES:
        return Length(number, guessed=True)
    raise InvalidValue("which_length", "{value} minutes or {value} hours?", field=field, value=number)
