"""Who is meant for certain by what is typed, and whose names nearly begin so, among all names, kept in memory.

What stands for the first letters may be one letter wrong, missing, doubled or swapped from three letters on, two from
six on (optimal string alignment distance to a beginning of about that length). The first letter of a short word is
never wrong: "Tim" is not the beginning of Simon.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from learningcircles.circle.closeness import each_begins, shared
from learningcircles.fuzzy import OSA, process
from learningcircles.storage.search import joined, without_apostrophes, words_in, words_of
from learningcircles.storage.spelling import plain_letters

_FAR = 99
_MANY = 200
"""Among more who begin so than these nobody is looked for who is spelt so."""
T = TypeVar("T")
Numbered = Sequence[tuple[int, str]]
"""Records' numbers, and their titles without accents and case; after U+0001 follows how they are spelt."""


class Nearly:
    """The words of titles, and the numbers of the records that hold each.

    A word that lacks more of the typed letters than may be wrong is passed over at once: each word has a bit for each
    letter in it, and comparing these takes a twentieth of measuring the distance.
    """

    def __init__(self) -> None:
        self._titles: Numbered = []
        self._plain: dict[int, str] = {}
        self._words: list[str] = []
        self._letters: array[int] = array("Q")
        self._held: list[list[int]] = []
        self._places: dict[str, int] = {}
        self._order: list[str] = []
        """The words that somebody has, sorted: those that begin alike stand together."""

    def learn(self, titles: Numbered) -> None:
        """Know these titles and no others, by record number; those that are known already take no time."""
        if titles == self._titles:
            return
        old, new = self._plain, dict(titles)
        for number, title in old.items() - new.items():
            for word in _cut(title):
                self._let_go(word, number)
        for number, title in sorted(new.items() - old.items()):
            for word in _cut(title):
                self._holders(word).append(number)
        self._order.sort()
        self._titles, self._plain = titles, new

    def only(self, words: str, two: Callable[[Sequence[int]], Sequence[T]]) -> T | None:
        """Return who is meant for certain: the one of whose name each typed word begins another word, or of all those
        the one whose whole name it is, or who is spelt so. None where it may be several or nobody: then people are
        asked.

        `two` returns the first two of the records of these numbers that count.
        """
        typed = words_of(words)
        begun = self._begun(typed)
        whole = [number for number in begun if self._is_whole(typed, number)]
        for numbers in (begun, whole):
            found = two(numbers)
            if len(found) == 1:
                return found[0]
        found = two(self._spelt(words, begun, two))
        return found[0] if len(found) == 1 else None

    def begun(self, words: str) -> list[int]:
        """Return the numbers of those of whose name each typed word begins another word."""
        return self._begun(words_of(words))

    def nearest(self, typed: Sequence[str]) -> list[int]:
        """Return the numbers of those whose name has all that was typed, with as few wrong letters as may be; the
        fewest first.
        """
        each: list[dict[int, int]] = []
        for word in sorted(typed, key=len, reverse=True):  # by long ones fewest are meant, often nobody
            each.append(self._near(word))
            if not each[-1]:
                return []
        if not each:
            return []
        first, *others = sorted(each, key=len)
        totals = []
        for number, wrong in first.items():
            more = [other.get(number, _FAR) for other in others]
            if _FAR not in more:
                totals.append((wrong + sum(more), number))
        return [number for _, number in sorted(totals)]

    def _begun(self, typed: Sequence[str]) -> list[int]:
        each, more = [], shared(typed)
        for word in dict.fromkeys(typed):
            held = [self._held[place] for place in self._beginning(word)]
            if word in more:
                often = Counter(chain.from_iterable(held))
                each.append({number for number, times in often.items() if times >= more[word]})
            else:
                each.append(set().union(*held))
        return sorted(set.intersection(*each)) if each else []

    def _beginning(self, begin: str) -> Iterator[int]:
        """Yield the places of the words that begin so."""
        for at in range(bisect_left(self._order, begin), len(self._order)):
            if not self._order[at].startswith(begin):
                return
            yield self._places[self._order[at]]

    def _is_whole(self, typed: Sequence[str], number: int) -> bool:
        name = self._plain[number].partition("\1")[0]
        return list(typed) in (words_in(name), words_in(without_apostrophes(name)))

    def _spelt(self, words: str, begun: Sequence[int], two: Callable[[Sequence[int]], Sequence[T]]) -> list[int]:
        """Return who of them is spelt as typed: "zo" begins Zoé, and Żółć only for want of a key; none of several.

        With whoever's name is the same but for accents, which few type: "lopez" does not say which of Lopez and López
        is meant. Letters that are typed with their accents do.
        """
        if len(begun) > _MANY:
            return []
        typed = _cut(written(words))
        held = {number: _cut(written(self._plain[number].partition("\1")[2])) for number in begun}
        spelt = [number for number in begun if each_begins(typed, held[number])]
        if len(two(spelt)) != 1:
            return []
        counted = {part for number in spelt if two([number]) for part in held[number]}
        plain = {plain_letters(part) for part in counted}

        def may_be(part: str, word: str) -> bool:
            accents = word.isascii() and plain_letters(part).startswith(word) and plain_letters(part) in plain
            return accents or part.startswith(word)

        return [number for number in begun if each_begins(typed, held[number], may_be)]

    def _holders(self, word: str) -> list[int]:
        place = self._places.setdefault(word, len(self._words))
        if place == len(self._words):
            self._words.append(word)
            self._order.append(word)
            self._letters.append(_letters(word))
            self._held.append([])
        return self._held[place]

    def _let_go(self, word: str, number: int) -> None:
        place = self._places[word]
        self._held[place].remove(number)
        if not self._held[place]:
            self._words[place], self._letters[place] = "", 0
            del self._places[word]
            del self._order[bisect_left(self._order, word)]

    def _near(self, word: str) -> dict[int, int]:
        """Return by record number how many letters are wrong if `word` begins one of its words."""
        wrong: dict[int, int] = {}
        for place, count in self._alike(word):
            for number in self._held[place]:
                if count < wrong.get(number, _FAR):
                    wrong[number] = count
        return wrong

    def _alike(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield the place of each word that nearly begins so, and how many letters are wrong; some more than once."""
        allowed = allowed_in(word)
        if not allowed:
            yield from ((place, 0) for place in self._beginning(word))
            return
        near = self._likely(word, allowed)
        if is_short(word):
            near = [place for place in near if self._words[place].startswith(word[0])]
        for length in range(len(word) - 1, len(word) + 2):
            begun = [self._words[place][:length] for place in near]
            found = process.extract(word, begun, scorer=OSA.distance, score_cutoff=allowed, limit=None)
            yield from ((near[at], int(wrong)) for _, wrong, at in found)

    def _likely(self, word: str, most: int) -> list[int]:
        """Return the places of the words that lack at most one or two of a word's letters."""
        asked, alone = _letters(word), set(word)
        if len(alone) <= most:  # "zzzz": only how often they occur tells
            least = len(word) - most
            return [
                at
                for at, held in enumerate(self._letters)
                if held & asked and sum(map(self._words[at].count, alone)) >= least
            ]
        # x & (x - 1) is x with one bit less.
        if most == 1:
            return [at for at, held in enumerate(self._letters) if not (lack := asked & ~held) & (lack - 1)]
        return [
            at
            for at, held in enumerate(self._letters)
            if not (less := (lack := asked & ~held) & (lack - 1)) & (less - 1)
        ]


def written(text: str) -> str:
    """Return a text without its case, its accents one with their letters."""
    return unicodedata.normalize("NFC", text.casefold())


def _cut(title: str) -> list[str]:
    plain = title.partition("\1")[0]
    return [*words_in(plain), *words_in(joined(plain))]


def allowed_in(word: str) -> int:
    """Return how many letters may be wrong in a typed word."""
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def is_short(word: str) -> bool:
    """Return whether a typed word is so short that with another first letter it is another name."""
    return len(word) < 6


class _Bits(dict[str, int]):
    """A bit for each letter and digit of ASCII; the other letters share some."""

    def __missing__(self, letter: str) -> int:
        code = ord(letter)
        shared = _ALONE.find(letter)
        self[letter] = 1 << (shared if shared >= 0 else len(_ALONE) + code % (64 - len(_ALONE)))
        return self[letter]


_ALONE = "abcdefghijklmnopqrstuvwxyz0123456789"
_bits = _Bits()


def _letters(word: str) -> int:
    letters = 0
    for letter in word:
        letters |= _bits[letter]
    return letters
