"""Who is probably here already: the same e-mail or telephone, or nearly the same name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rapidfuzz import fuzz

from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.intake.plain import folded

LEAST_LIKENESS = 92
"""How alike (0–100) two names are that are asked about."""
PHONE_DIGITS = 8
"""How many last digits make two telephone numbers the same: +33 1 23 45 67 89 is 01 23 45 67 89."""

Place = tuple[bytes | None, int | None]


class Known:
    """Records of one kind, those of the circle and those of the file's earlier rows, by what makes them alike."""

    def __init__(self, reader: Reader, entity: Entity) -> None:
        self._entity = entity
        self._exact: dict[str, Place] = {}
        self._near: dict[str, list[tuple[str, Mapping[str, Any], Place]]] = {}
        for record in reader.list(entity.name):
            self._remember(record.fields, (record.id, None))

    def match(self, number: int, fields: Mapping[str, Any]) -> Place:
        """Return (record id, row number) of which one is set where these fields are probably known already."""
        found = next((self._exact[key] for key in self._keys(fields) if key in self._exact), None)
        found = found or self._alike(fields)
        if found is None:
            self._remember(fields, (None, number))
        return found or (None, None)

    def _remember(self, fields: Mapping[str, Any], place: Place) -> None:
        for key in self._keys(fields):
            self._exact.setdefault(key, place)
        name = self._name(fields)
        for block in _blocks(name):
            self._near.setdefault(block, []).append((name, fields, place))

    def _keys(self, fields: Mapping[str, Any]) -> Iterator[str]:
        if self._entity.name != "member":
            shown = [fields.get(name) for name in ("name", "title", "member", "provider", "receiver", "on", "start")]
            yield repr([folded(part) if isinstance(part, str) else part for part in shown])
            return
        if fields.get("email"):
            yield "email " + str(fields["email"]).casefold()
        digits = re.sub(r"\D", "", str(fields.get("phone") or ""))
        if len(digits) >= PHONE_DIGITS:
            # A household shares its telephone: only with a name in common is it the same person.
            yield from (f"phone {digits[-PHONE_DIGITS:]} {word}" for word in self._name(fields).split())

    def _name(self, fields: Mapping[str, Any]) -> str:
        return " ".join(sorted(folded(str(fields.get("name") or "")).split()))

    def _alike(self, fields: Mapping[str, Any]) -> Place | None:
        if self._entity.name not in ("member", "place"):
            return None
        name = self._name(fields)
        for block in _blocks(name):
            for other, held, place in self._near.get(block, ()):
                if fuzz.ratio(name, other) >= LEAST_LIKENESS and not _differ(fields, held):
                    return place
        return None


def _blocks(name: str) -> list[str]:
    """Only names that share the beginning of a word are compared: ten thousand rows stay a second's work."""
    return sorted({word[:4] for word in name.split() if len(word) > 1} or ({name} if name else set()))


def _differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Two people of one name, born in different years or with different e-mails and telephones, are two people."""
    years = one.get("birth_year"), other.get("birth_year")
    if all(years) and years[0] != years[1]:
        return True
    both = [name for name in ("email", "phone") if one.get(name) and other.get(name)]
    return len(both) == 2 and all(folded(str(one[name])) != folded(str(other[name])) for name in both)
