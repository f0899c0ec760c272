"""Bytes as words that people write down, type and read out (BIP-39, English list): 32 bytes are 24 words.

The last eight bits are the beginning of the bytes' SHA-256, so that a wrong word is nearly always noticed.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from learningcircles.crypto.hashing import sha256
from learningcircles.errors import InvalidValue
from learningcircles.lazy import lazy

COUNT = 24
DATA_BYTES = 32
_BITS = 11
_LONGEST = 2_000
_PREFIX = 4
"""No two words of the list share their first four letters."""
_NUMBERING = re.compile(r"[\d.,;:()\[\]-]+")


@cache
def word_list() -> tuple[str, ...]:
    """Return the 2,048 words in their order."""
    return tuple((files("learningcircles_resources") / "words" / "bip39_english.txt").read_text("ascii").split())


def to_words(data: bytes) -> list[str]:
    """Return the 24 words of 32 bytes."""
    whole = (int.from_bytes(data, "big") << 8) | sha256(data)[0]
    return [word_list()[(whole >> (_BITS * place)) & 2047] for place in reversed(range(COUNT))]


def from_words(text: str) -> bytes:
    """Return the 32 bytes of 24 words; case, numbering and line ends do not matter, four letters of a word do.

    Raises InvalidValue that names the word which is not on the list, how many are missing, or that they do not
    belong together.
    """
    typed = _NUMBERING.sub(" ", text[:_LONGEST]).lower().split()
    whole = 0
    for place, word in enumerate(typed, 1):
        whole = (whole << _BITS) | _number(place, word)
    if len(typed) != COUNT:
        raise InvalidValue(
            "word_count",
            "A recovery sheet has 24 words, and here are {count}. Compare with the sheet.",
            field="words",
            count=len(typed),
        )
    data = (whole >> 8).to_bytes(DATA_BYTES, "big")
    if sha256(data)[0] != whole & 255:
        raise InvalidValue(
            "word_order",
            "Each of these words is on the list, but together they are not a sheet's: one is another word, or two"
            " have changed places. Compare with the sheet, word by word.",
            field="words",
        )
    return data


def _number(place: int, word: str) -> int:
    words = word_list()
    if word in words:
        return words.index(word)
    begun = [each for each in words if len(word) >= _PREFIX and each.startswith(word)]
    if len(begun) == 1:
        return words.index(begun[0])
    near = lazy("difflib").get_close_matches(word, words, n=1, cutoff=0.5)
    if near:
        raise InvalidValue(
            "word_unknown",
            "Word {place}, “{word}”, is not one of a recovery sheet’s. Could it be “{near}”?",
            field="words",
            place=place,
            word=word[:40],
            near=near[0],
        )
    raise InvalidValue(
        "word_unknown",
        "Word {place}, “{word}”, is not one of a recovery sheet’s. Compare with the sheet.",
        field="words",
        place=place,
        word=word[:40],
    )
