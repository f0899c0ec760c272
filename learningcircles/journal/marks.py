"""Words of an erased person as marks: they can be recognised where they come back, but not read.

A mark is [how many words, HMAC-SHA256(key, the words in lower case with one space between)[:16], short], under a key
that only the circle's laptops have. `short` ones (a name of one word) count only in records that name the person by
id as well, and where they are written with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from learningcircles.crypto.hashing import hmac_sha256
from learningcircles.journal.telling import is_common

LABEL = b"lc1 erased words"
MARK_BYTES = 16
MOST_WORDS = 12
_TOKEN = re.compile(r"\w+")


class WordMark(NamedTuple):
    """One mark."""

    words: int
    digest: bytes
    short: bool


class Marks:
    """Finds marked words in texts."""

    def __init__(self, key: bytes, rows: Iterable[WordMark]) -> None:
        self._key = key
        self._digests = {(row.words, row.digest): row.short for row in rows}
        self._sizes = sorted({row.words for row in rows}, reverse=True)

    def spans(self, text: str, *, short: bool) -> Iterator[tuple[int, int]]:
        """Yield (begin, end) of marked words, left to right; `short` ones only if asked for."""
        tokens = [(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text)]
        at = 0
        while at < len(tokens):
            size = next((n for n in self._sizes if self._is_marked(tokens[at : at + n], n, short)), 0)
            if size:
                yield tokens[at][0], tokens[at + size - 1][1]
            at += size or 1

    def _is_marked(self, tokens: list[tuple[int, int, str]], size: int, short: bool) -> bool:
        if len(tokens) < size:
            return False
        is_short = self._digests.get((size, _digest(self._key, [token.casefold() for _, _, token in tokens])))
        return is_short is not None and (not is_short or (short and not is_common(tokens[0][2])))


def marks_of(key: bytes, words: Iterable[str], short: Iterable[str]) -> list[WordMark]:
    """Return the marks of a person's words, sorted."""
    found = set()
    for each, is_short in [*((word, False) for word in words), *((word, True) for word in short)]:
        tokens = [token.casefold() for token in _TOKEN.findall(each)]
        if 0 < len(tokens) <= MOST_WORDS:
            found.add(WordMark(len(tokens), _digest(key, tokens), is_short))
    return sorted(found)


def _digest(key: bytes, tokens: Iterable[str]) -> bytes:
    return hmac_sha256(key, " ".join(tokens).encode("utf-8", "surrogatepass"))[:MARK_BYTES]
