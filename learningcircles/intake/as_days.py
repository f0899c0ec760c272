"""Member numbers that a spreadsheet took for days: it saves "1-2" as "02-Jan" or "01-Feb", "1-58" as "Jan-58".

Which of the two it is depends on the country that the spreadsheet is set to, so that both are given.
"""

from __future__ import annotations

import re

from learningcircles.intake.plain import by_word, folded
from learningcircles.intake.words import MONTHS

_MONTHS = by_word(MONTHS)
_DAY_FIRST = re.compile(r"(\d{1,2})[-\s/.]+([^\W\d_]+)\.?")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?[-\s/.]+(\d{1,4})")
_WHOLE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_OURS = re.compile(r"[1-9]\d{0,2}-[1-9]\d*")


def is_ours(cell: str) -> bool:
    """Return whether a cell may hold a number as this program gives them."""
    return any(map(_OURS.fullmatch, numbers_meant(cell)))


def numbers_meant(cell: str) -> list[str]:
    """Return the member numbers that a cell may have been, itself first."""
    text = cell.strip()
    found: list[tuple[int, int]] = []
    if match := _WHOLE.fullmatch(text):
        year, month, day = map(int, match.groups())
        found = [(month, day), (day, month), *([(month, year % 100)] if day == 1 else [])]
    elif match := _DAY_FIRST.fullmatch(text):
        month = _MONTHS.get(folded(match[2]), 0)
        found = [(month, int(match[1])), (int(match[1]), month)]
    elif match := _MONTH_FIRST.fullmatch(text):
        found = [(_MONTHS.get(folded(match[1]), 0), int(match[2]) % 100)]
    return [text, *dict.fromkeys(f"{place}-{count}" for place, count in found if place and count)]
