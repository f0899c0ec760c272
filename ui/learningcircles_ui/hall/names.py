"""Names as a hall may see them: the first name, and of the surname no more than tells two people apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from learningcircles.intake.plain import folded

_MOST_LETTERS = 3
_NO_NAME = re.compile(r"\d{4}|.@")
"""What stands where a name should: a telephone number, an address. A sign before a name makes it no address."""
HIDDEN = "…"


def short_names(people: Sequence[tuple[bytes, str]]) -> dict[bytes, str]:
    """Return id → "Zoë", "Zoë L." where there are two, "Zoë Li." where that does not do; a number as the last resort.

    A surname is never written out, whatever it takes.
    """
    parts = {id_: _parts(name) for id_, name in people}
    shown = {id_: first for id_, (first, _) in parts.items()}
    for letters in range(1, _MOST_LETTERS + 1):
        for id_ in _shared(shown):
            first, surname = parts[id_]
            if surname:
                shown[id_] = f"{first} {_begun(surname, letters)}."
    for same in _groups(shown).values():
        if len(same) > 1:
            shown |= {id_: f"{shown[id_]} ({place})" for place, id_ in enumerate(sorted(same), 1)}
    return shown


def first_name(name: str) -> str:
    """Return the first name alone."""
    return _parts(name)[0]


def _parts(name: str) -> tuple[str, str]:
    """The first name and the surname; "Ortega, Pilar" is read from behind."""
    last, comma, first = name.partition(",")
    words = f"{first} {last}".split() if comma else name.split()
    if not words or _NO_NAME.search(words[0]):
        return HIDDEN, ""
    return words[0], words[-1] if len(words) > 1 else ""


def _begun(surname: str, letters: int) -> str:
    """So many letters of a surname, not all of it, and what stands between them: "O'B" of O'Brien."""
    places = [place for place, letter in enumerate(surname) if letter.isalnum()]
    wanted = max(1, min(letters, len(places) - 1))
    end = places[wanted - 1] + 1 if places else 1
    while unicodedata.category(surname[end : end + 1] or " ").startswith("M"):  # a vowel sign or accent of its own
        end += 1
    return surname[:end]


def _groups(shown: dict[bytes, str]) -> dict[str, list[bytes]]:
    groups: dict[str, list[bytes]] = defaultdict(list)
    for id_, name in shown.items():
        groups[folded(name) or name].append(id_)
    return groups


def _shared(shown: dict[bytes, str]) -> list[bytes]:
    return [id_ for same in _groups(shown).values() if len(same) > 1 for id_ in same]
