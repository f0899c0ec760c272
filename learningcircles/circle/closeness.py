"""How close a name is to a few letters that are typed: whether they begin it, or its words in another order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.storage.search import joined, without_apostrophes, words_of

ELSEWHERE = 2
"""How close a name is whose record holds the letters elsewhere: in a skill, a place."""


class Cut(NamedTuple):
    """A name in words. `joined`: what stands around its apostrophes is one word; empty where it has none."""

    words: Sequence[str]
    joined: Sequence[str]
    within: Sequence[str]


def cut(name: str) -> Cut:
    """Cut a name once, to ask often how close it is."""
    within = words_of(joined(name))  # few names have an apostrophe
    return Cut(words_of(name), words_of(without_apostrophes(name)) if within else (), within)


def closeness(words: str, name: str) -> int:
    """Return 0 where the typed words begin the name, 1 where each begins some word of it, else 2."""
    return close(words_of(words), cut(name))


def close(typed: Sequence[str], name: Cut) -> int:
    """Return what `closeness` does, of words that are cut already."""
    if not typed:
        return ELSEWHERE
    if _begins(typed, name.words) or _begins(typed, name.joined):
        return 0
    parts = [*name.words, *name.within]
    return 1 if all(any(part.startswith(word) for part in parts) for word in typed) else ELSEWHERE


def _begins(typed: Sequence[str], parts: Sequence[str]) -> bool:
    pairs = zip(typed, parts, strict=False)
    return len(typed) <= len(parts) and all(part.startswith(word) for word, part in pairs)
