"""How names are sorted: by their letters, whatever their accents and case, as a card index is.

SQLite keeps the sort keys in an index: a comparison that it asks of us costs twenty times one that it makes itself.
"""

from __future__ import annotations

from learningcircles.storage.spelling import plain_letters

SORT_KEY = "sort_key"
"""The function's name in SQL."""


def sort_key(text: object) -> object:
    """Return what a text is sorted by: its letters without marks in lower case, then itself; anything else as it is.

    Names that differ in accents or case alone are kept apart, in a fixed order.
    """
    return by_letters(text) if isinstance(text, str) else text


def by_letters(text: str) -> str:
    """Return what a text is sorted by where lists are put in order outside SQL, too."""
    return f"{plain_letters(text)}\1{text}"
