"""Names as a hall may see them: the first name, and of the surname no more than tells two people apart."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.first_names import first_and_last
from learningcircles.intake.plain import folded

_MOST_LETTERS = 3


class Short(NamedTuple):
    """A name as the hall shows it. `number`: the member number, where nothing else tells who is meant."""

    name: str
    number: str = ""

    @property
    def shown(self) -> str:
        """The name with the number behind it."""
        if not self.number:
            return self.name
        numbered = QCoreApplication.translate("Hall", "{name} (no. {number})")
        return numbered.format(name=self.name, number=self.number)


def short_names(people: Sequence[tuple[bytes, str]], numbers: Mapping[bytes, str] | None = None) -> dict[bytes, Short]:
    """Return id → "Zoë", "Zoë L." where there are two, "Zoë Li." where that does not do.

    Where no letters do, the member number does, which stands on card and sign-in sheet beside the name; a count where
    there is none. A surname is never written out, whatever it takes: of one letter none is shown, but an initial is.
    """
    parts = {id_: first_and_last(name) for id_, name in people}
    shown = {id_: first for id_, (first, _) in parts.items()}
    for same in _groups(shown).values():
        shown |= _told_apart({id_: parts[id_] for id_ in same})
    short = {id_: Short(name) for id_, name in shown.items()}
    for same in _groups(shown).values():
        if len(same) > 1:
            short |= {id_: Short(shown[id_], (numbers or {}).get(id_, "")) for id_ in same}
    for same in _groups({id_: each.shown for id_, each in short.items()}).values():
        if len(same) > 1:
            counted = {id_: f"{short[id_].shown} ({place})" for place, id_ in enumerate(sorted(same), 1)}
            short |= {id_: Short(name) for id_, name in counted.items()}
    return short


def _told_apart(parts: Mapping[bytes, tuple[str, str]]) -> dict[bytes, str]:
    """Return names with as few letters of the surname as tell these people apart, as far as letters do."""
    names = {id_: first for id_, (first, _) in parts.items()}
    for letters in range(1, _MOST_LETTERS + 1):
        begun = {id_: _begun(last, letters) for id_, (_, last) in parts.items()}
        longer = {id_: f"{first} {begun[id_]}." if begun[id_] else first for id_, (first, _) in parts.items()}
        groups = _groups(longer).values()
        if len(groups) > 1:
            return {id_: name for same in groups for id_, name in _further(same, parts, longer).items()}
    return names


def _further(
    same: Sequence[bytes], parts: Mapping[bytes, tuple[str, str]], names: Mapping[bytes, str]
) -> dict[bytes, str]:
    """Return the names of who is still called alike: with more letters, where those tell them apart."""
    further = _told_apart({id_: parts[id_] for id_ in same}) if 1 < len(same) < len(parts) else {}
    split = len(_groups(further)) > 1
    return further if split else {id_: names[id_] for id_ in same}


def _begun(surname: str, letters: int) -> str:
    """So many letters of a surname, but two of it stay hidden, and what stands between them: "O'B" of O'Brien; and
    never all of it.
    """
    places = [place for place, letter in enumerate(surname) if letter.isalnum()]
    wanted = max(1, min(letters, len(places) - 2))
    end = places[wanted - 1] + 1 if places else 1
    while unicodedata.category(surname[end : end + 1] or " ").startswith("M"):  # a vowel sign or accent of its own
        end += 1
    return surname[:end] if end < len(surname) else ""


def _groups(shown: Mapping[bytes, str]) -> dict[str, list[bytes]]:
    groups: dict[str, list[bytes]] = defaultdict(list)
    for id_, name in shown.items():
        groups[folded(name) or name].append(id_)
    return groups
