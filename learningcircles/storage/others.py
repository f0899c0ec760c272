"""What two laptops wrote apart that nobody is asked about, and that is worth a look all the same.

Not what programs write by themselves, nor of records that are gone, or that stand for one, nor what was taken off
whoever is anonymised: nobody misses it, and nobody should see it again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from learningcircles.entities.declare import Entity, Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.operations import DELETED, EntryOp
from learningcircles.storage.connect import Connection
from learningcircles.storage.contested import Contested, asks_people, contested, named
from learningcircles.storage.given_back import given_back
from learningcircles.storage.journal import Journal, Past, remembered
from learningcircles.storage.rows import Row
from learningcircles.storage.standing import stored_rows

ANONYMISED = "anonymised"
STAND_FOR = {
    "attendance": ("meetup", "person"),
    "rsvp": ("meetup", "person"),
    "consent": ("member",),
    "learning": ("member",),
    "member_link": ("one", "other"),
    "swap_link": ("one", "other"),
}
"""Kinds of record → the fields with the records without which they say nothing."""
_NUMBERS = "SELECT id, n FROM record WHERE entity=? AND id IN"
_AT_ONCE = 500


class _Place(NamedTuple):
    """Where such a value stands: its record and register, and the changeset that wrote it."""

    entity: str
    id: bytes
    record: int
    register: str
    changeset: int


def others(connection: Connection, journal: Journal) -> list[str]:
    """Return the names (see `contested.named`) of what two laptops wrote apart and nobody is asked about, newest first.

    Remembered from one sync to the next: a large circle may have thousands.
    """

    def find() -> list[_Place]:
        return _places(contested(connection, journal, _worth_a_look))

    def since(held: list[_Place], news: list[Past]) -> list[_Place]:
        ids = {op.id for past in news for op in past.ops if not isinstance(op, EntryOp)}
        again = _places(contested(connection, journal, _worth_a_look, ids)) if ids else []
        return sorted([*again, *(each for each in held if each.id not in ids)], key=_newest)

    def told() -> list[str]:
        places = remembered(journal, "written apart", find, since)
        there, left = _standing(connection, places), {each.member for each in given_back(journal)}
        seen = [each for each in places if each.record in there and not (each.register == "status" and each.id in left)]
        return [named(*each[2:]) for each in seen]

    return remembered(journal, "others", told)


def may_be(connection: Connection) -> bool:
    """Return whether any write is open; it may be one that is asked about, or that is told to nobody."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM review)").fetchone()[0])


def _worth_a_look(entity: str, register: str, name: str) -> bool:
    declared = ENTITIES[entity]
    field = declared.field(register.partition("/")[0])
    shown = field is not None and field.settable and declared.space is not Space.CATALOGUE
    return shown and not asks_people(entity, register)


def _newest(place: _Place) -> tuple[int, int, str]:
    return -place.changeset, place.record, place.register


def _places(found: Iterable[Contested]) -> list[_Place]:
    """Return where these stand, newest first; once where several laptops wrote the same."""
    last = {(each.record, each.register, repr(each.other)): each for each in found}
    return sorted((_Place(*each[:4], each.at.n) for each in last.values()), key=_newest)


def _standing(connection: Connection, places: Iterable[_Place]) -> set[int]:
    """Return the records that are there, and so is whatever they stand for."""
    records: dict[str, dict[int, bytes]] = {}
    for each in places:
        records.setdefault(each.entity, {})[each.record] = each.id
    rows = [row for kind, ids in records.items() for row in stored_rows(connection, kind, ids).values()]
    wanted: dict[str, set[bytes]] = {}
    for row in rows:
        for kind, id_ in _stands_for(row):
            wanted.setdefault(kind, set()).add(id_)
    there = {(kind, id_) for kind, ids in wanted.items() for id_ in _there(connection, kind, ids)}
    return {row.number for row in rows if _is_there(row) and all(each in there for each in _stands_for(row))}


def _stands_for(row: Row) -> list[tuple[str, bytes]]:
    declared: Entity = ENTITIES[row.entity]
    fields = [declared.field(name) for name in STAND_FOR.get(row.entity, ())]
    values: Mapping[str, object] = row.values
    named_ = [(field.refers_to, values.get(field.name)) for field in fields if field is not None]
    return [(kind, id_) for kind, id_ in named_ if isinstance(id_, bytes)]


def _there(connection: Connection, kind: str, ids: Collection[bytes]) -> set[bytes]:
    numbers: dict[int, bytes] = {}
    wanted = list(ids)
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        sql = f"{_NUMBERS} ({','.join('?' * len(part))})"
        numbers |= {n: bytes(id_) for id_, n in connection.execute(sql, (kind, *part))}
    return {row.id for row in stored_rows(connection, kind, numbers).values() if _is_there(row)}


def _is_there(row: Row) -> bool:
    gone = row.values.get(DELETED) is True
    return bool(row.values) and not gone and not (row.entity == "member" and row.values.get("status") == ANONYMISED)
