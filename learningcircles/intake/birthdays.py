"""Birthdays without a year, and cells that say there is no day: neither is a mistake, or gives a year of birth.

Google and vCard (RFC 6350, 4.3.1) write "--03-04", Mailchimp "05/04", Apple the year 1604, Outlook "0/0/00" for none.
"""

from __future__ import annotations

import re

from learningcircles.intake.plain import by_word, folded
from learningcircles.intake.words import MONTHS

_NO_YEAR = "1604"
"""What Apple's address book writes instead: a leap year, so that 29 February has its place."""
_DASHED = re.compile(r"--\d\d-?\d\d")
_TWO_NUMBERS = re.compile(r"(\d{1,2})\s*[./\-]\s*(\d{1,2})\.?")
_NONE = re.compile(r"(?=.*[0/\-\u2013\u2014])[0\s./\-\u2013\u2014]+")
"""Noughts, dashes, slashes of an empty mask, and what sets them apart. "?" and "." say something else, or nothing."""
_MOST_DAYS = 31
_LONGEST = 60
"""Letters: what is longer says more than a day."""
_MONTHS = by_word(MONTHS)


def is_no_day(cell: str) -> bool:
    """Return whether a cell says that there is none: "0/0/00", "00.00.0000", "--"."""
    return _NONE.fullmatch(cell.strip()) is not None


def has_no_year(cell: str) -> bool:
    """Return whether a cell is a day of the year and nothing more: "--03-04", "05/04", "4 May", "1604-03-04".

    "May 85" and "'05 May" have one: what they say of it is not left out unsaid.
    """
    text = cell.strip()
    if len(text) > _LONGEST:
        return False
    if _DASHED.fullmatch(text) or text.startswith(_NO_YEAR):
        return True
    if match := _TWO_NUMBERS.fullmatch(text):
        first, second = sorted((int(match[1]), int(match[2])))
        return 1 <= first <= 12 and second <= 31
    numbers = re.findall(r"\d+", text)
    named = any(word in _MONTHS for word in folded(re.sub(r"\d", " ", text)).split())
    year = "'" in text or "\u2019" in text  # '85, as people shorten it
    return named and not year and len(numbers) == 1 and len(numbers[0]) <= 2 and int(numbers[0]) <= _MOST_DAYS
