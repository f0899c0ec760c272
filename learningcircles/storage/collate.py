"""How names are sorted: by their letters, whatever their accents and case, as a card index is.

SQLite keeps the sort keys in an index: a comparison that it asks of us costs twenty times one that it makes itself.
"""

from __future__ import annotations

import unicodedata

SORT_KEY = "sort_key"
"""The function's name in SQL."""
_UNDIVIDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into a plain one and a mark."""


def sort_key(text: object) -> object:
    """Return what a text is sorted by: its letters without marks in lower case, then itself; anything else as it is.

    Names that differ in accents or case alone are kept apart, in a fixed order.
    """
    if not isinstance(text, str):
        return text
    return f"{_letters(text)}\1{text}"


def _letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold()).translate(_UNDIVIDED)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
