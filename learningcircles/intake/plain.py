"""Comparing words the way people do: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")
_NOT_WORD = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Return `text` in lower case without accents and punctuation, words apart by one space."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", letters).strip()


def by_word(words: Mapping[Key, str]) -> dict[str, Key]:
    """Turn {key: "word, word"} around into {folded word: key}; the first key keeps a word."""
    turned: dict[str, Key] = {}
    for key, listed in words.items():
        for word in listed.split(","):
            turned.setdefault(folded(word), key)
    return turned
