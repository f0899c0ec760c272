"""Who is probably here already: the same e-mail or telephone, or nearly the same name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.intake.namesakes import (
    LEAST_LIKENESS,
    Index,
    Names,
    People,
    Person,
    Place,
    blocks_of,
)
from learningcircles.intake.plain import folded, spellings
from learningcircles.journal.telling import phone_line
from learningcircles.lazy import lazy

_LEAST_DIGITS = 5
"""Digits of a short number that tells a household at least: "111" is anybody's."""


class Called(NamedTuple):
    """Members who have one name. `sharing`: whoever has the same e-mail or telephone as well; of the others, `alone`:
    whether there is but one of this name, whom nothing contradicts.
    """

    sharing: Sequence[bytes] = ()
    others: Sequence[bytes] = ()
    alone: bool = False


_ALSO = {"learning": ("topic",), "attendance": ("meetup", "person"), "rsvp": ("meetup", "person")}
"""What tells records of a kind apart beside what any may have."""


class Known:
    """Records of one kind, those of the circle and those of the file's earlier rows, by what makes them alike.

    Two people of whom e-mail and telephone are known are looked for by these, and only all others by their names:
    among 100,000 it takes minutes to compare everybody who has a common name.
    """

    def __init__(
        self,
        reader: Reader,
        entity: Entity,
        records: Iterable[Record] | None = None,
        near: Collection[str] | None = None,
    ) -> None:
        """`near`: beginnings of words that names are looked for by, where that is known; else any may be."""
        self._entity = entity
        self._near = near
        self._exact: dict[str, Place] = {}
        self._further: dict[str, list[bytes]] = {}
        """Records whose key is that of an earlier one: two exchanges of a day, of other lengths."""
        self._people = People()
        self._contacts: Index[int] = Index()
        self._whole = Names(self._people)
        self._partly = Names(self._people)
        self._named: Index[int] | None = None
        for record in reader.list(entity.name) if records is None else records:
            self._remember(record.fields, (record.id, None))

    def match(self, number: int, fields: Mapping[str, Any]) -> Place:
        """Return (record id, row number) of which one is set where these fields are probably known already."""
        found = next((place for place, _ in self._found(fields)), None)
        if found is None:
            self._remember(fields, (None, number))
        return found or (None, None)

    def called(self, fields: Mapping[str, Any]) -> Called:
        """Return who in the circle has this very name, accents, case and the order of its words aside."""
        if self._named is None:
            self._named = Index()
            for at, name in enumerate(self._people.names):
                self._named.put(hash(name), at)
        people: dict[bytes, Person] = {}
        person, *others = persons_of(fields, (None, None))
        for spelt in (person, *others):
            found = map(self._people.person, self._named.get(hash(spelt.name)) if spelt.name else ())
            people |= {each.place[0]: each for each in found if each.name == spelt.name and each.place[0] is not None}
        born = {id_: each for id_, each in people.items() if not (_told_otherwise(person.year, each.year))}
        sharing = [id_ for id_, each in born.items() if _shares_contact(person, each)]
        alone = len(people) == 1 and all(not _contradicts(person, each) for each in people.values())
        return Called(sharing, [id_ for id_ in people if id_ not in sharing], alone)

    def keyed(self, fields: Mapping[str, Any]) -> list[bytes]:
        """Return the records of the circle with the same title, people and day."""
        key = self._key(fields)
        first = self._exact.get(key, (None, None))[0]
        return [] if first is None else [first, *self._further.get(key, ())]

    def here(self, fields: Mapping[str, Any]) -> list[bytes]:
        """Return all in the circle whom these fields may mean, likeliest first."""
        return list(dict.fromkeys(place[0] for place, _ in self._found(fields) if place[0] is not None))

    def meet(self, record: Record) -> Iterator[tuple[bytes, str]]:
        """Yield (id, why) of the records met so far that are probably the same as this one, which is remembered."""
        seen: set[bytes] = set()
        for place, why in self._found(record.fields, asked=True):
            if place[0] is not None and place[0] not in seen:
                seen.add(place[0])
                yield place[0], why
        self._remember(record.fields, (record.id, None))

    def _found(self, fields: Mapping[str, Any], *, asked: bool = False) -> Iterator[tuple[Place, str]]:
        """Yield who is probably the same and why, what is surely alike first; with those that only a person can tell
        apart where somebody is asked.
        """
        if self._entity.name != "member" and self._key(fields) in self._exact:
            yield self._exact[self._key(fields)], ""
        if self._entity.name in ("member", "place"):
            persons = persons_of(fields, (None, None))
            same: dict[Place, str] = {}
            for person in persons:
                for other, why in (*self._same(person), *(self._nicknamed(person) if asked else ())):
                    same.setdefault(other.place, why)
            yield from same.items()
            for person in persons:
                alike = self._alike(person, same)
                yield from ((other.place, "name") for other in alike if not _differ(person, other))

    def _remember(self, fields: Mapping[str, Any], place: Place) -> None:
        if self._entity.name != "member":
            exact, (id_, _) = self._key(fields), place
            if self._exact.setdefault(exact, place) != place and id_ is not None:
                self._further.setdefault(exact, []).append(id_)
        for person in persons_of(fields, place) if self._entity.name in ("member", "place") else ():
            at = self._people.put(person)
            for key in (mail_key(person), phone_key(person)):
                if key is not None:
                    self._contacts.put(key, at)
            (self._whole if person.whole else self._partly).put(self._sought(person), at)

    def _sought(self, person: Person) -> list[str]:
        """Return the beginnings by which somebody will be looked for."""
        blocks = blocks_of(person.name)
        return blocks if self._near is None or not person.whole else [each for each in blocks if each in self._near]

    def _key(self, fields: Mapping[str, Any]) -> str:
        names = ["name", "title", "member", "provider", "receiver", "on", "start"]
        names += _ALSO.get(self._entity.name, ())
        return repr([_compared(fields.get(name)) for name in names])

    def _known_by(self, key: int | None) -> Iterator[Person]:
        return (self._people.person(at) for at in self._contacts.get(key))

    def _same(self, person: Person) -> Iterator[tuple[Person, str]]:
        """Yield the first who has this e-mail, and for each word of the name the first at home under this telephone."""
        mail = str(person.email or "").casefold()
        mailed = (each for each in self._known_by(mail_key(person)) if str(each.email or "").casefold() == mail)
        yield from ((each, "email") for each in islice(mailed, 1))
        # A household shares its telephone: only with a name in common is it the same person.
        at_home = self._at_home(person) or self._at_extension(person)
        for word in person.name.split():
            yield from ((each, "phone") for each in islice((p for p in at_home if word in p.name.split()), 1))

    def _at_home(self, person: Person) -> list[Person]:
        """Return who has this telephone, in whatever notation; nobody where the number is a short one."""
        line = phone_line(person.phone)
        return [each for each in self._known_by(phone_key(person)) if phone_line(each.phone) == line] if line else []

    def _at_extension(self, person: Person) -> list[Person]:
        """Return who has this short number, written alike: one of an office, or of a village."""
        short = _phone_of(person) if _tells_a_household(person) else ""
        return [each for each in self._known_by(phone_key(person)) if short and _phone_of(each) == short]

    def _nicknamed(self, person: Person) -> Iterator[tuple[Person, str]]:
        """Yield the first under this telephone where one of the two has one name only ("Pepe" and Jose Garcia)."""
        found = (each for each in self._at_home(person) if _may_be_nicknamed(person, each))
        yield from ((each, "phone") for each in islice(found, 1))

    def _alike(self, person: Person, same: Collection[Place]) -> Iterator[Person]:
        """Yield whose name is nearly the same, without those who surely differ; of the `same` not all once more."""
        blocks = blocks_of(person.name)
        for block in blocks:
            yield from self._partly.like(block, person.name)
            if not person.whole:
                yield from self._whole.like(block, person.name)
        sharing = (*self._known_by(mail_key(person)), *self._known_by(phone_key(person))) if person.whole else ()
        for other in sharing:
            near = other.whole and other.place not in same and not set(blocks).isdisjoint(blocks_of(other.name))
            if near and lazy("learningcircles.fuzzy").fuzz.ratio(person.name, other.name) >= LEAST_LIKENESS:
                yield other


def share_something(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two people have the same name, e-mail or telephone."""
    return bool(says_the_same(one, other))


def says_the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return which of name, e-mail and telephone two people have in common, however they are written."""
    nowhere: Place = (None, None)
    mine, theirs = persons_of(one, nowhere)[0], persons_of(other, nowhere)[0]
    names = {each.name for each in persons_of(one, nowhere)} & {each.name for each in persons_of(other, nowhere)}
    same_mail = mine.email and folded(str(mine.email)) == folded(str(theirs.email))
    same_phone = mine.phone and theirs.phone and _phone_of(mine) == _phone_of(theirs)
    same = (("name", any(names)), ("email", same_mail), ("phone", same_phone))
    return [name for name, is_same in same if is_same]


def _shares_contact(one: Person, other: Person) -> bool:
    same_mail = one.email and other.email and folded(str(one.email)) == folded(str(other.email))
    same_phone = _tells_a_household(one) and _phone_of(one) == _phone_of(other)
    return bool(same_mail or same_phone)


def _tells_a_household(person: Person) -> bool:
    """Return whether there is a telephone that is not anybody's."""
    return sum(map(str.isdigit, str(person.phone or ""))) >= _LEAST_DIGITS


def _contradicts(one: Person, other: Person) -> bool:
    """Return whether year, e-mail or telephone of both are known and differ."""
    mails = (folded(str(each.email)) if each.email else None for each in (one, other))
    phones = (_phone_of(each) if each.phone else None for each in (one, other))
    return any(_told_otherwise(*pair) for pair in ((one.year, other.year), tuple(mails), tuple(phones)))


def _told_otherwise(one: Any, other: Any) -> bool:
    return bool(one and other and one != other)


def _compared(value: Any) -> Any:
    """Return what makes two values the same: words without accents, a time without its zone, which lists leave out."""
    if isinstance(value, Mapping):
        return value.get("at", value)
    return folded(value) if isinstance(value, str) else value


def persons_of(fields: Mapping[str, Any], place: Place) -> list[Person]:
    """Return somebody under each spelling of the name, which is mostly one."""
    rest = fields.get("birth_year"), fields.get("email"), fields.get("phone")
    return [Person(place, name, *rest) for name in names_of(fields)]


def names_of(fields: Mapping[str, Any]) -> list[str]:
    """Return each spelling of the name, folded, its words in the order of the alphabet."""
    return [" ".join(sorted(name.split())) for name in spellings(str(fields.get("name") or ""))]


def mail_key(person: Person) -> int | None:
    """Return what an e-mail is looked up by: a small number. Whoever is found is compared."""
    return hash(folded(str(person.email))) if person.email else None


def phone_key(person: Person) -> int | None:
    """Return what a telephone is looked up by, as `mail_key` does."""
    return hash(_phone_of(person)) if person.phone else None


def _phone_of(person: Person) -> str:
    """Return what makes two telephones the same: the last digits, or a short number as it stands."""
    return phone_line(person.phone) or folded(str(person.phone))


def _differ(one: Person, other: Person) -> bool:
    """Two people of one name, born in different years or with different e-mails and telephones, are two people."""
    if one.year and other.year and one.year != other.year:
        return True
    if not (one.whole and other.whole):
        return False
    return folded(str(one.email)) != folded(str(other.email)) and _phone_of(one) != _phone_of(other)


def _may_be_nicknamed(one: Person, other: Person) -> bool:
    """One has one name, the other more, and neither year nor e-mail says that they are two people of a household."""
    said = ((one.year, other.year), (folded(str(one.email or "")), folded(str(other.email or ""))))
    short, longer = sorted((len(one.name.split()), len(other.name.split())))
    return short == 1 < longer and not any(mine and theirs and mine != theirs for mine, theirs in said)
