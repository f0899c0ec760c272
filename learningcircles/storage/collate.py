"""How names are sorted: by their letters, whatever their accents and case, as a card index is."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

COLLATION = "letters"
_UNDIVIDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into a plain one and a mark."""


def compare(one: str, other: str) -> int:
    """Return -1, 0 or 1. Names that differ in accents or case alone are kept apart, in a fixed order."""
    first, second = key(one), key(other)
    return (first > second) - (first < second)


@lru_cache(maxsize=65_536)
def key(text: str) -> tuple[str, str]:
    """Return what a text is sorted by: its letters without marks in lower case, then itself."""
    if text.isascii():
        return text.lower(), text
    apart = unicodedata.normalize("NFD", text.casefold()).translate(_UNDIVIDED)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)), text
