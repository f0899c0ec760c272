"""Who is probably here already: the same e-mail or telephone, or nearly the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
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
    """Where somebody stands, and what is compared: no more, since a circle may have very many.

    `name`: its words without accents, in the order of the alphabet.
    """

    place: Place
    name: str
    year: Any
    email: Any
    phone: Any

    @property
    def whole(self) -> bool:
        """Whether e-mail and telephone are known: somebody else who is whole must share one of them to be the same."""
        return bool(self.email and self.phone)


class _Names(NamedTuple):
    """Names that share the beginning of a word, and whose each is."""

    names: list[str]
    whose: list[_Person]

    def like(self, name: str) -> list[_Person]:
        """Return whose name is nearly this one."""
        found = process.extract(name, self.names, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=None)
        return [self.whose[at] for _, _, at in found]


_NOBODY = _Names([], [])


class Known:
    """Records of one kind, those of the circle and those of the file's earlier rows, by what makes them alike.

    Two people of whom e-mail and telephone are known are looked for by these, and only all others by their names:
    among 100,000 it takes minutes to compare everybody who has a common name.
    """

    def __init__(self, reader: Reader, entity: Entity, records: Iterable[Record] | None = None) -> None:
        self._entity = entity
        self._exact: dict[str, Place] = {}
        self._contacts: dict[int, tuple[_Person, ...]] = {}
        self._whole: dict[str, _Names] = {}
        self._partly: dict[str, _Names] = {}
        for record in reader.list(entity.name) if records is None else records:
            self._remember(record.fields, (record.id, None))

    def match(self, number: int, fields: Mapping[str, Any]) -> Place:
        """Return (record id, row number) of which one is set where these fields are probably known already."""
        found = next((place for place, _ in self._found(fields)), None)
        if found is None:
            self._remember(fields, (None, number))
        return found or (None, None)

    def meet(self, record: Record) -> Iterator[tuple[bytes, str]]:
        """Yield (id, why) of the records met so far that are probably the same as this one, which is remembered."""
        seen: set[bytes] = set()
        for place, why in self._found(record.fields):
            if place[0] is not None and place[0] not in seen:
                seen.add(place[0])
                yield place[0], why
        self._remember(record.fields, (record.id, None))

    def _found(self, fields: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
        """Yield who is probably the same and why, what is surely alike first."""
        if self._entity.name != "member" and self._key(fields) in self._exact:
            yield self._exact[self._key(fields)], ""
        if self._entity.name in ("member", "place"):
            person = _person(fields, (None, None))
            yield from ((other.place, why) for other, why in self._same(person))
            yield from ((other.place, "name") for other in self._alike(person) if not _differ(person, other))

    def _remember(self, fields: Mapping[str, Any], place: Place) -> None:
        if self._entity.name != "member":
            self._exact.setdefault(self._key(fields), place)
        if self._entity.name in ("member", "place"):
            person = _person(fields, place)
            for key in (_mail_key(person), _phone_key(person)):
                if key is not None:
                    self._contacts[key] = (*self._known_by(key), person)
            near = self._whole if person.whole else self._partly
            for block in _blocks(person.name):
                held = near.get(block) or near.setdefault(block, _Names([], []))
                held.names.append(person.name)
                held.whose.append(person)

    def _key(self, fields: Mapping[str, Any]) -> str:
        names = ["name", "title", "member", "provider", "receiver", "on", "start"]
        names += ["topic"] if self._entity.name == "learning" else []
        shown = [fields.get(name) for name in names]
        return repr([folded(part) if isinstance(part, str) else part for part in shown])

    def _known_by(self, key: int | None) -> tuple[_Person, ...]:
        return () if key is None else self._contacts.get(key, ())

    def _same(self, person: _Person) -> Iterator[tuple[_Person, str]]:
        """Yield the first who has this e-mail, and for each word of the name the first at home under this telephone."""
        mail, line = str(person.email or "").casefold(), _line(person.phone)
        mailed = (each for each in self._known_by(_mail_key(person)) if str(each.email or "").casefold() == mail)
        yield from ((each, "email") for each in islice(mailed, 1))
        # A household shares its telephone: only with a name in common is it the same person.
        at_home = [each for each in self._known_by(_phone_key(person)) if line and _line(each.phone) == line]
        for word in person.name.split():
            yield from ((each, "phone") for each in islice((p for p in at_home if word in p.name.split()), 1))

    def _alike(self, person: _Person) -> Iterator[_Person]:
        """Yield whose name is nearly the same, without those who surely differ."""
        blocks = _blocks(person.name)
        for block in blocks:
            yield from self._partly.get(block, _NOBODY).like(person.name)
            if not person.whole:
                yield from self._whole.get(block, _NOBODY).like(person.name)
        sharing = (*self._known_by(_mail_key(person)), *self._known_by(_phone_key(person))) if person.whole else ()
        for other in sharing:
            alike = fuzz.ratio(person.name, other.name) >= LEAST_LIKENESS
            if other.whole and alike and not set(blocks).isdisjoint(_blocks(other.name)):
                yield other


def pairs(reader: Reader) -> list[Pair]:
    """Return the members who are probably here twice and of whom nobody has said anything yet."""
    search = Search()
    while (found := search.step(reader)) is None:
        pass
    return found


class Search:
    """Looks for pairs in steps of some milliseconds: whoever waits for the same reader gets a turn in between."""

    def __init__(self) -> None:
        self._ids: Sequence[bytes] | None = None
        self._at = 0
        self._known: Known | None = None
        self._met: list[tuple[tuple[bytes, ...], str]] = []

    def step(self, reader: Reader) -> list[Pair] | None:
        """Look at some members more; return the pairs once all have been looked at, None before."""
        if self._ids is None or self._known is None:
            self._ids, self._known = reader.ids("member"), Known(reader, declared("member"), ())
        part = self._ids[self._at : self._at + _BATCH]
        self._at += _BATCH
        for record in reader.many("member", part):
            if record["status"] != "anonymised":
                slim = Record(record.entity, record.id, {name: record[name] for name in _COMPARED})
                self._met += [(tuple(sorted((other, slim.id))), why) for other, why in self._known.meet(slim)]
        return self._pairs(reader) if self._at >= len(self._ids) else None

    def _pairs(self, reader: Reader) -> list[Pair]:
        settled = {(link["one"], link["other"]) for link in reader.list("member_link")}
        found = [(pair, why) for pair, why in self._met if pair not in settled]
        wanted = list({id_ for pair, _ in found for id_ in pair})
        by_id = {record.id: record for record in reader.many("member", wanted)}
        return [Pair(by_id[one], by_id[other], why) for (one, other), why in found if one in by_id and other in by_id]


def _blocks(name: str) -> list[str]:
    """Only names that share the beginning of a word are compared: ten thousand rows stay a second's work."""
    return sorted({word[:4] for word in name.split() if len(word) > 1} or ({name} if name else set()))


def _person(fields: Mapping[str, Any], place: Place) -> _Person:
    name = " ".join(sorted(folded(str(fields.get("name") or "")).split()))
    return _Person(place, name, fields.get("birth_year"), fields.get("email"), fields.get("phone"))


def _line(phone: Any) -> str:
    """Return what makes two telephone numbers the same; empty for one too short to tell."""
    digits = re.sub(r"\D", "", str(phone or ""))
    return digits[-PHONE_DIGITS:] if len(digits) >= PHONE_DIGITS else ""


def _mail_key(person: _Person) -> int | None:
    """Return what an e-mail is looked up by: a small number. Whoever is found is compared."""
    return hash(folded(str(person.email))) if person.email else None


def _phone_key(person: _Person) -> int | None:
    """Return what a telephone is looked up by, as `_mail_key` does."""
    return hash(_line(person.phone) or folded(str(person.phone))) if person.phone else None


def _differ(one: _Person, other: _Person) -> bool:
    """Two people of one name, born in different years or with different e-mails and telephones, are two people."""
    if one.year and other.year and one.year != other.year:
        return True
    both = [pair for pair in ((one.email, other.email), (one.phone, other.phone)) if all(pair)]
    return len(both) == 2 and all(folded(str(mine)) != folded(str(theirs)) for mine, theirs in both)
