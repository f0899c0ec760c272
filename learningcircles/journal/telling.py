"""What tells of one person: the words that an erasure takes out of what is written of others, and where they stand.

A person's own are the whole name, as it was entered, telephone numbers, e-mail addresses and the line of an address
that has the house number. A town, a postcode, a country, a form of address or a first name out of a longer name are
everybody's: they are never looked for. What another person has as well, or a longer word of theirs, is spared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

TELLING = frozenset({"name", "phone", "email", "address"})
"""Fields of a member whose values are looked for in what is written of others."""
PLAIN = ("name", "phone", "email")
FORMER = "Former member"
"""What whoever was anonymised is called, with their number: nobody's name."""
_STREETS = ("street", "text")
_LEAST_DIGITS = 6
"""So many digits a telephone number has at least; fewer are anybody's."""
_PARTED_DIGITS = 7
"""From so many digits on a number is found however it is spaced."""
PHONE_DIGITS = 8
"""How many last digits make two telephone numbers the same: +33 1 23 45 67 89 is 01 23 45 67 89."""
_BETWEEN = r"[\s./()\-]{0,3}"
_BETWEEN_ANY = r"[\W_]{0,3}"

_APART = re.compile(r"[^\d\s.()+\-]+")
"""What stands between two numbers in one field."""

Spans = Sequence[tuple[int, int]]


class Telling(NamedTuple):
    """A person's words, longest first: `words` are looked for everywhere, `short` ones, a name of one word, only in
    records that name the person by id."""

    words: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    def plus(self, words: Iterable[str]) -> Telling:
        """Return these and more words that are looked for everywhere."""
        return self._replace(words=_longest_first({*self.words, *words}))


def telling(said: Iterable[tuple[str, Any]]) -> Telling:
    """Return a person's words, from (field of a member, value) pairs."""
    words: set[str] = set()
    short: set[str] = set()
    for field, value in said:
        if field == "address":
            words.update(_streets(value))
        elif isinstance(value, str) and (text := " ".join(value.split())):
            if field == "name" and not text.startswith(FORMER):
                (words if " " in text else short).add(text)
            elif field == "email" or (field == "phone" and _digits(text) >= _LEAST_DIGITS):
                words.add(text)
    return Telling(_longest_first(words), _longest_first(each for each in short if len(each) > 2))


def without_others(own: Telling, others: Iterable[tuple[str, Any]]) -> tuple[Telling, tuple[str, ...]]:
    """Return (what is a person's alone, longer words of others that hold some of it).

    `others` is what other people are called, reached by and live in, as (field, value) pairs; "place" is a town or a
    quarter. A word that stands there is not the person's alone; neither is a name of one word that is a part of a
    name or of a town.
    """
    pattern = pattern_of(own.words + own.short)
    if pattern is None:
        return own, ()
    theirs: set[str] = set()
    parts: set[str] = set()
    holding: list[str] = []
    for field, text in texts_of(others):
        if pattern.search(text):
            theirs.add(key_of(text))
            if field != "place":
                holding.append(text)
            if field in ("name", "place"):
                parts.update(key_of(text).split())
    words_left = tuple(each for each in own.words if key_of(each) not in theirs)
    short_left = tuple(each for each in own.short if key_of(each) not in parts)
    return Telling(words_left, short_left), _longest_first(holding)


def texts_of(others: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the texts of (field, value) pairs; of an address the line with the house number, the rest as "place"."""
    for field, value in others:
        streets = _streets(value) if field == "address" else []
        yield from (("address", text) for text in streets)
        rest = (text for text in values_in(value) if text not in streets)
        yield from (("place" if field == "address" else field, text) for text in rest)


def values_in(value: Any) -> list[str]:
    """Return the texts of a value or of its parts."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [text for part in value.values() for text in values_in(part)] if isinstance(value, dict) else []


def pattern_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds words as wholes, upper or lower case, with any white space; None without words."""
    parts = [_part(word) for word in words]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE) if parts else None


def line_pattern(lines: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds telephone lines (`phone_lines`), whatever their prefix and what parts their figures; None
    without lines.
    """
    parts = [_BETWEEN_ANY.join(line) for line in lines]
    return (
        re.compile(r"[+(]{0,2}(?:\d(?:[\s./()\-]{0,3}|[^\w\s]|_)){0,7}?(?:" + "|".join(parts) + r")(?!\d)")
        if parts
        else None
    )


def is_common(word: str) -> bool:
    """Return whether one word, as it stands in a text, is no name: names have a capital where the script has any."""
    return word.islower()


def outside(spans: Spans, spared: Spans) -> list[tuple[int, int]]:
    """Return the spans that do not lie within one that is spared."""
    return [(b, e) for b, e in spans if not any(begin <= b and e <= end for begin, end in spared)]


def _streets(value: Any) -> list[str]:
    """The line of an address with the house number, and the whole where it was entered as one line."""
    parts = [value] if isinstance(value, str) else [value.get(name) for name in _STREETS] if _is_map(value) else []
    found: list[str] = []
    for text in (part for part in parts if isinstance(part, str)):
        lines = [" ".join(line.split()) for line in re.split(r"[,;\n]", text)]
        first = next((line for line in lines if _is_street(line)), None)
        if first is not None:
            found += [" ".join(text.split()), first]
    return list(dict.fromkeys(found))


def _is_street(line: str) -> bool:
    return " " in line and _digits(line) > 0 and any(letter.isalpha() for letter in line)


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _part(word: str) -> str:
    digits = [each for each in word if each.isdigit()]
    if len(digits) >= _PARTED_DIGITS and not any(each.isalpha() or each == "@" for each in word):
        return r"(?:\+\s?)?\(?" + _BETWEEN.join(digits)
    return r"\s+".join(map(re.escape, word.split()))


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def phone_line(phone: Any) -> str:
    """Return what makes two telephone numbers the same, with the country's prefix or without; empty for a short one."""
    digits = re.sub(r"\D", "", str(phone or ""))
    return digits[-PHONE_DIGITS:] if len(digits) >= PHONE_DIGITS else ""


def phone_lines(phone: str) -> set[str]:
    """Return the last digits of each number that stands in a field, by which it is found in another writing."""
    found = {re.sub(r"\D", "", part) for part in (phone, *_APART.split(phone))}
    return {digits[-PHONE_DIGITS:] for digits in found if len(digits) >= _LEAST_DIGITS}


def key_of(text: str) -> str:
    """What two writings of one word have in common."""
    plain = " ".join(text.casefold().split())
    return plain if any(each.isalpha() for each in plain) else "".join(filter(str.isdigit, plain)) or plain


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))
