"""Letters without accents and case, alike for what is sought and for what is sorted."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
"""Letters that Unicode does not take apart into a plain one and a mark."""


class _Plain(dict[int, str | None]):
    """For `str.translate`: what stands for each letter once accents are off; worked out when it first comes."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        self[code] = None if unicodedata.combining(letter) else _LETTERS.get(letter, letter)
        return self[code]


_PLAIN = _Plain()


def plain_letters(text: str) -> str:
    """Return a text without accents and case, and as it was otherwise."""
    if text.isascii():
        return text.lower()
    # Letters do not change across a space, and few words have accents: the same ones again and again.
    return " ".join(word.lower() if word.isascii() else _plain_word(word) for word in text.split(" "))


def without_accents(text: str) -> str:
    """Return a text without accents, in capitals where it was."""
    if text.isascii():
        return text
    letters = (each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return "".join(map(_plain_letter, letters))


def _plain_letter(letter: str) -> str:
    plain = _LETTERS.get(letter.lower(), "")
    return (plain.capitalize() if letter.isupper() else plain) or letter


@lru_cache(maxsize=1024)
def _plain_word(word: str) -> str:
    return unicodedata.normalize("NFKD", word.casefold()).translate(_PLAIN).lower()
