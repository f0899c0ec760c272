"""What a list says otherwise of somebody who is here: an export that was corrected in a spreadsheet, and comes back.

Who is meant is told by the member number, which an export holds, together with name, e-mail or telephone: in a list
of another circle the number is somebody else's. In other lists the name tells it (see `recognise`). What an export no
longer says, a cell that was emptied or a skill that is missing, is told apart from what it says anew: a list may be
older than what stands here. Somebody else's list lacks nothing: what stands here never was in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.merging import linked
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.errors import InvalidValue
from learningcircles.intake.as_days import numbers_meant
from learningcircles.intake.duplicates import share_something
from learningcircles.intake.export import cells
from learningcircles.intake.mapping import BALANCE
from learningcircles.intake.people import People
from learningcircles.intake.plain import folded
from learningcircles.intake.rows import Change, Here, Problem
from learningcircles.storage.subjects import same

NUMBER = "number"
"""The column of member numbers: whoever is here is known by it; nobody gets theirs from a list."""
_SKILLS = "topics"
_STATUS = "status"
"""A status follows from another in the program, with what comes with it, and from no list."""


class Said(NamedTuple):
    """Who a row means, and what it says of them. `notes`: what stands in theirs. `problems`: why it cannot be taken."""

    member: bytes
    here: Here
    notes: str = ""
    problems: Sequence[Problem] = ()


class Telling(NamedTuple):
    """What a row tells: its fields, the targets of its empty columns (see `mapping`), and the balance in minutes.

    `in_parts`: the name was put together of its columns, which may be fewer than a name has words. `lacks`: what stands
    here was in the list once, so that it can be missing there.
    """

    fields: Mapping[str, Any]
    empty: Collection[str] = ()
    balance: int | None = None
    in_parts: bool = False
    lacks: bool = True


class Corrections:
    """Finds whoever a row means, and what it says otherwise. `zone`: in which times are told."""

    def __init__(self, reader: Reader, entity: Entity, people: People, zone: str) -> None:
        self._reader, self._entity, self._people, self._zone = reader, entity, people, zone
        self._ids: dict[str, bytes] | None = None
        self._met: dict[bytes, int] = {}

    def find(self, row: int, number: str, told: Telling) -> Said | None:
        """Return what this row of a list says of whoever has this number; None where that is nobody it may mean.

        Of somebody who is shown as another one since nothing is new: what was said of each is kept apart.
        """
        meant = self._meant(number, told.fields)
        return self.of(row, meant[0], told) if len(meant) == 1 else None

    def of(self, row: int, record: Record, told: Telling) -> Said:
        """Return what this row of a list says of this member; a second row that says something waits."""
        if (shown := self._reader.shown_as(record.id)) != record.id:
            return Said(shown, Here())
        here, before = self.may_be(record, told), self._met.get(record.id)
        if before is None and (here.changes or here.gone):
            self._met[record.id] = row
        twice = [_said_twice(before)] if before is not None and here.changes else []
        here = here if before is None else here._replace(gone=[])
        return Said(record.id, here, str(record.get("notes") or ""), twice)

    def may_be(self, record: Record, told: Telling) -> Here:
        """Return what a row says if it is this one, whether it is or not."""
        other = self._other(record, told)
        kept = [change for change in other if change.field == _STATUS]
        kept += self._balance(record.id, told.balance)
        changes = [change for change in other if change.field != _STATUS]
        return Here(changes, self._gone(record, told) if told.lacks else (), kept)

    def numbered(self, number: str) -> list[Record]:
        """Return who has this number here, whatever else is said of them."""
        ids = filter(None, map(self._known().get, numbers_meant(number) if number else ()))
        found = (self._reader.find_one(self._entity.name, id_) for id_ in ids)
        return [each for each in found if each is not None and each[_STATUS] != "anonymised"]

    def doubts(self, number: str, fields: Mapping[str, Any]) -> list[Problem]:
        """Return why nobody can be meant by a number: a spreadsheet took it for a day, and two people fit it."""
        either = [str(each[NUMBER]) for each in self._meant(number, fields)]
        return [_may_be_two(number, *either[:2])] if len(either) > 1 else []

    def _meant(self, number: str, fields: Mapping[str, Any]) -> list[Record]:
        """Return who may have this number, alone whoever of them has the same name."""
        fit = [each for each in self.numbered(number) if share_something(each.fields, fields)]
        named = [each for each in fit if fields.get("name") and _words(each["name"]) == _words(fields["name"])]
        return named if len(named) == 1 else fit

    def _other(self, record: Record, telling: Telling) -> list[Change]:
        """Return what would stand otherwise in an export; of an address only the parts that were told count."""
        told = {name: _with_rest(record[name], value) for name, value in telling.fields.items()}
        if telling.in_parts and "name" in told and _words(told["name"]) < _words(record["name"]):
            del told["name"]  # a list with fewer columns for a name than it has words corrects none
        both = [replace(record, fields={**record.fields, **told}), record]
        after, before = cells(self._reader, self._entity, both, self._zone, self._people)
        found: list[Change] = []
        for each, new, old in zip(self._entity.fields, after, before, strict=True):
            if each.name not in told or new in ("", old):
                continue
            if not each.many:
                found.append(Change(each.name, record[each.name] or None, told[each.name]))
            elif come := [word for word in told[each.name] if word not in (record[each.name] or ())]:
                come = self._not_offered(record, come) if each.name == _SKILLS else come
                found += [Change(each.name, _like(come, record[each.name] or ()), come)] if come else []
        return found

    def _not_offered(self, record: Record, skills: Sequence[str]) -> list[str]:
        """Leave out what they offer: the list of people tells offers and skills in one column, and says nothing new."""
        people = linked(self._reader, record.id)
        offers = self._reader.list("offer", where={"member": people})
        offered = {same(str(each[name])) for each in offers for name in ("topic", "title") if each[name]}
        return [skill for skill in skills if same(skill) not in offered]

    def _gone(self, record: Record, told: Telling) -> list[Change]:
        """Return what stands here, and no longer in the list: of its empty cells, and of sets what they leave out."""
        fields = (each for each in self._entity.fields if each.settable and not each.required and each.name != _STATUS)
        left = ((each.name, _left_out(each, record[each.name], told)) for each in fields if record[each.name])
        return [Change(name, before, None) for name, before in left if before]

    def _balance(self, member: bytes, told: int | None) -> list[Change]:
        held = 0 if told is None else self._reader.balance(member)
        return [Change(BALANCE, held, told)] if told is not None and told != held else []

    def _known(self) -> dict[str, bytes]:
        if self._ids is None:
            linked = {link[side] for link in self._reader.list("member_link") for side in ("one", "other")}
            records = chain(self._reader.many("member", list(linked)), *self._reader.pages(self._entity.name))
            self._ids = {str(record[NUMBER]): record.id for record in records if record[NUMBER]}
        return self._ids


def _words(name: Any) -> Counter[str]:
    return Counter(folded(str(name)).split())


def _with_rest(stood: Any, told: Any) -> Any:
    parts = isinstance(stood, Mapping) and isinstance(told, Mapping) and "text" not in told
    return {**stood, **told} if parts else told


def _left_out(field: Field, stands: Any, told: Telling) -> Any:
    """Return what of a value that stands is no longer told: all, words of a set, parts of an address, or nothing."""
    if field.name in told.empty:
        return stands
    if field.many and field.name in told.fields:
        listed = _like(told.fields[field.name], stands)
        return [word for word in stands if word not in listed]
    if field.kind is Kind.ADDRESS:
        return {part: text for part, text in stands.items() if f"{field.name}:{part}" in told.empty}
    return None


def _like(words: Sequence[str], stands: Sequence[str]) -> list[str]:
    """Return which of the words that stand are any of these, where case, accents and spaces alone may differ."""
    keys = set(map(same, words))
    return [word for word in stands if same(word) in keys]


def _said_twice(row: int) -> Problem:
    error = InvalidValue(
        "said_twice", "Row {row} says something of the same person as well. Leave one of them in the list ({field}).",
        row=row, field=NUMBER,
    )  # fmt: skip
    return Problem(NUMBER, error, "", True)


def _may_be_two(number: str, one: str, other: str) -> Problem:
    error = InvalidValue(
        "may_be_two", "{value} may be member {one} or {other}, and both fit. Write the number as text ({field}).",
        value=number, one=one, other=other, field=NUMBER,
    )  # fmt: skip
    return Problem(NUMBER, error, number, True)
