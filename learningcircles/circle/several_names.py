"""Several people named in one line, as they are typed and written on paper: “Bob, Tim”, “Bob and Tim”, “Bob + 2”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.circle.first_names import first_name
from learningcircles.storage.search import words_of

_SIGNS = re.compile(r"\s*[,;/&+]\s*")
_WORDS = re.compile(r"\s+(?:and|et|y|e)\s+")
"""English, French and Spanish. A capital is the initial of one name: “Mia E Lo”."""
_OTHERS = re.compile(r"[;/&+]|\s(?:and|et|y|e)\s")
_SURNAME = re.compile(r"\S+ .*\S\s+[ye]\s+\S+")
_MORE = re.compile(r"\+\s*(\d{1,6})")


def people_named(typed: str) -> Sequence[str]:
    """Return the people that are named one after the other, in their order: one alone where no more are.

    How many more came who are not named is "+2". A plus in front says a guest of each.
    """
    line = typed.strip()
    plus = "+" if line.startswith("+") else ""
    words = _WORDS.sub(",", f" {line.lower() if line.isupper() else line} ")
    parts = [part for part in _SIGNS.split(words.strip()) if part]
    if len(parts) < 2:
        return [line]
    parts = [part.upper() for part in parts] if line.isupper() else parts
    return [f"+{part}" if part.isdecimal() else plus + part for part in parts]


def more_people(typed: str) -> int | None:
    """Return how many people without a name "+2" adds; None where it means anything else."""
    found = _MORE.fullmatch(typed.strip())
    return int(found[1]) if found else None


def may_be_one(typed: str) -> bool:
    """Return whether a line of two names may be one name all the same: “Ortega, Pilar”, “José Ortega y Gasset”."""
    behind = typed.count(",") == 1 and not _OTHERS.search(typed)
    named = people_named(typed)
    return len(named) == 2 and not any(map(more_people, named)) and (behind or bool(_SURNAME.fullmatch(typed.strip())))


def is_whole(typed: str, name: str) -> bool:
    """Return whether a line of several names is one person's: “Ortega, Pilar”, or a name that has such a word itself,
    as “José Ortega y Gasset” has.
    """
    if closeness(typed, name) == ELSEWHERE:
        return False
    if "," not in typed or not may_be_one(typed):
        return len(people_named(name)) > 1
    first, called = words_of(typed.partition(",")[2]), words_of(name)
    return bool(first and called) and called[0].startswith(first[0])


def is_unclear(typed: str, is_member: Callable[[str], bool]) -> bool:
    """Return whether a line may as well be one guest as two: “Garcia Lopez, Maria”, unless the longer part is a member.

    Two first names are two people, and so are two whole names.
    """
    if not may_be_one(typed):
        return False
    longer = [part for part in people_named(typed) if " " in part]
    return len(longer) == 1 and not is_member(longer[0])


def first_names(typed: str) -> Sequence[str]:
    """Return the first names of all who are named."""
    return [first_name(part) for part in people_named(typed)]
