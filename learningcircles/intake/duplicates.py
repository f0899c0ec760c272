"""Who is probably here already: the same e-mail or telephone, or nearly the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.entities.registry import entity as declared
from learningcircles.intake.plain import folded

LEAST_LIKENESS = 92
"""How alike (0–100) two names are that are asked about."""
PHONE_DIGITS = 8
"""How many last digits make two telephone numbers the same: +33 1 23 45 67 89 is 01 23 45 67 89."""
_COMPARED = ("name", "email", "phone", "birth_year")
_BATCH = 400

Place = tuple[bytes | None, int | None]


class Pair(NamedTuple):
    """Two members who are probably one person, and why: "email", "phone" or "name"."""

    one: Record
    other: Record
    why: str


class _Person(NamedTuple):
    """Where somebody stands, and what tells two of one name apart: no more, since a circle may have very many."""

    place: Place
    year: Any
    email: Any
    phone: Any


class _Block(NamedTuple):
    """Names that share the beginning of a word, and whose each is."""

    names: list[str]
    whose: list[_Person]


_NOBODY = _Block([], [])


class Known:
    """Records of one kind, those of the circle and those of the file's earlier rows, by what makes them alike."""

    def __init__(self, reader: Reader, entity: Entity, records: Iterable[Record] | None = None) -> None:
        self._entity = entity
        self._exact: dict[str, Place] = {}
        self._near: dict[str, _Block] = {}
        for record in reader.list(entity.name) if records is None else records:
            self._remember(record.fields, (record.id, None))

    def match(self, number: int, fields: Mapping[str, Any]) -> Place:
        """Return (record id, row number) of which one is set where these fields are probably known already."""
        found = next((self._exact[key] for key in self._keys(fields) if key in self._exact), None)
        found = found or next(self._alike(fields), None)
        if found is None:
            self._remember(fields, (None, number))
        return found or (None, None)

    def meet(self, record: Record) -> Iterator[tuple[bytes, str]]:
        """Yield (id, why) of the records met so far that are probably the same as this one, which is remembered."""
        seen: set[bytes] = set()
        exact = [(self._exact[key], key.partition(" ")[0]) for key in self._keys(record.fields) if key in self._exact]
        for place, why in [*exact, *((place, "name") for place in self._alike(record.fields))]:
            if place[0] is not None and place[0] not in seen:
                seen.add(place[0])
                yield place[0], why
        self._remember(record.fields, (record.id, None))

    def _remember(self, fields: Mapping[str, Any], place: Place) -> None:
        for key in self._keys(fields):
            self._exact.setdefault(key, place)
        name, person = self._name(fields), _person(fields, place)
        for block in _blocks(name):
            held = self._near.setdefault(block, _Block([], []))
            held.names.append(name)
            held.whose.append(person)

    def _keys(self, fields: Mapping[str, Any]) -> Iterator[str]:
        if self._entity.name != "member":
            names = ["name", "title", "member", "provider", "receiver", "on", "start"]
            names += ["topic"] if self._entity.name == "learning" else []
            shown = [fields.get(name) for name in names]
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

    def _alike(self, fields: Mapping[str, Any]) -> Iterator[Place]:
        if self._entity.name not in ("member", "place"):
            return
        name, person = self._name(fields), _person(fields, (None, None))
        for block in _blocks(name):
            near = self._near.get(block, _NOBODY)
            for _, _, at in _like(name, near.names):
                if not _differ(person, near.whose[at]):
                    yield near.whose[at].place


def pairs(reader: Reader) -> list[Pair]:
    """Return the members who are probably here twice and of whom nobody has said anything yet."""
    known = Known(reader, declared("member"), ())
    met = [(tuple(sorted((other, record.id))), why) for record in _people(reader) for other, why in known.meet(record)]
    settled = {(link["one"], link["other"]) for link in reader.list("member_link")}
    found = [(pair, why) for pair, why in met if pair not in settled]
    by_id = {record.id: record for record in reader.many("member", list({id_ for pair, _ in found for id_ in pair}))}
    return [Pair(by_id[one], by_id[other], why) for (one, other), why in found]


def _people(reader: Reader) -> Iterator[Record]:
    """Yield every member with no more than what is compared: a large circle would fill the memory."""
    ids = reader.ids("member")
    for begin in range(0, len(ids), _BATCH):
        for record in reader.many("member", ids[begin : begin + _BATCH]):
            if record["status"] != "anonymised":
                yield Record(record.entity, record.id, {name: record[name] for name in _COMPARED})


def _blocks(name: str) -> list[str]:
    """Only names that share the beginning of a word are compared: ten thousand rows stay a second's work."""
    return sorted({word[:4] for word in name.split() if len(word) > 1} or ({name} if name else set()))


def _like(name: str, names: list[str]) -> list[tuple[str, float, int]]:
    return process.extract(name, names, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=None)


def _person(fields: Mapping[str, Any], place: Place) -> _Person:
    return _Person(place, fields.get("birth_year"), fields.get("email"), fields.get("phone"))


def _differ(one: _Person, other: _Person) -> bool:
    """Two people of one name, born in different years or with different e-mails and telephones, are two people."""
    if one.year and other.year and one.year != other.year:
        return True
    both = [pair for pair in ((one.email, other.email), (one.phone, other.phone)) if all(pair)]
    return len(both) == 2 and all(folded(str(mine)) != folded(str(theirs)) for mine, theirs in both)
