"""How close a name is to a few letters that are typed: whether they begin it, or its words in another order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    """Return 0 where the typed words begin the name, 1 where each begins another word of it, else 2."""
    return close(words_of(words), cut(name))


def close(typed: Sequence[str], name: Cut) -> int:
    """Return what `closeness` does, of words that are cut already."""
    if not typed:
        return ELSEWHERE
    if _begins(typed, name.words) or _begins(typed, name.joined):
        return 0
    return 1 if each_begins(typed, [*name.words, *name.within]) else ELSEWHERE


def each_begins(
    typed: Sequence[str], parts: Sequence[str], begins: Callable[[str, str], bool] = str.startswith
) -> bool:
    """Return whether each typed word begins another one of a name's: "amina a" is no beginning of Amina Silva.

    `begins(part, word)` says whether a word of the name does with a typed one.
    """
    if not all(any(begins(part, word) for part in parts) for word in typed):
        return False
    return len(typed) < 2 or all(
        sum(begins(part, word) for part in parts) >= often for word, often in shared(typed).items()
    )


def shared(typed: Sequence[str]) -> dict[str, int]:
    """Return how many of a name's words must begin with a typed one, where that is more than one: "a" of "amina a".

    That is as many as typed ones do. It is enough, too: of two beginnings one is the other's, or no word has both.
    """
    often = {word: sum(each.startswith(word) for each in typed) for word in typed}
    return {word: count for word, count in often.items() if count > 1}


def _begins(typed: Sequence[str], parts: Sequence[str]) -> bool:
    pairs = zip(typed, parts, strict=False)
    return len(typed) <= len(parts) and all(part.startswith(word) for word, part in pairs)
