"""Comparing words the way people do: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from learningcircles.storage.spelling import plain_letters

Key = TypeVar("Key")
_NOT_WORD = re.compile(r"[\W_]+")
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How letters are written out where a keyboard has not got them."""


def folded(text: str) -> str:
    """Return `text` in lower case without accents and punctuation, words apart by one space: "Łukasz" is lukasz."""
    return _NOT_WORD.sub(" ", plain_letters(text)).strip()


def spellings(text: str) -> list[str]:
    """Return what a name is known by, folded: as it stands, and with its letters written out where it has such.

    "Jörg" is jorg and joerg; "Joerg" is joerg alone, and no Jorg.
    """
    plain = folded(text)
    if text.isascii():
        return [plain]
    spelt = folded(unicodedata.normalize("NFC", text.casefold()).translate(_SPELT))
    return [plain] if spelt == plain else [plain, spelt]


def by_word(words: Mapping[Key, str]) -> dict[str, Key]:
    """Turn {key: "word, word"} around into {folded word: key}; the first key keeps a word."""
    turned: dict[str, Key] = {}
    for key, listed in words.items():
        for word in listed.split(","):
            turned.setdefault(folded(word), key)
    return turned
