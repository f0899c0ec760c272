"""The state hash: what two laptops compare to know that they hold the same circle (FORMATS, "Registers")."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping

from learningcircles.codec import decode, encode
from learningcircles.crypto.hashing import hashing
from learningcircles.entities.declare import Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.connect import Connection
from learningcircles.storage.fold import wire_name
from learningcircles.storage.journal import Numbers
from learningcircles.storage.rows import Row, unpack
from learningcircles.storage.schema import table_of

_AT_ONCE = 250
"""Records that are read and sorted at once: all rows of a large circle take more memory than all else together."""


def state_hash(connection: Connection, numbers: Numbers, space: Space) -> str:
    """Return the hash of one space as hex: SHA-256 over the byte-sorted rows of all registers and settlements."""
    entries = _entries(connection, numbers) if space is Space.PRIVATE else _stray(connection, numbers, space)
    total = hashing()
    later = sorted(_later(connection, numbers, space))
    for row in heapq.merge(_registers(connection, numbers, space), later, entries):
        total.update(row)
    return total.finalize().hex()


def _registers(connection: Connection, numbers: Numbers, space: Space) -> Iterator[bytes]:
    """Yield the rows of registers that this version knows, sorted: they begin with the entity's name and the id."""
    for name in sorted(ENTITIES, key=encode):
        if ENTITIES[name].space is not space:
            continue
        sql = f'SELECT r.id, e.n FROM "{table_of(name)}" e JOIN record r ON r.n = e.n'
        places = sorted(connection.execute(sql), key=lambda place: encode(place[0]))
        for begin in range(0, len(places), _AT_ONCE):
            ids = {number: id_ for id_, number in places[begin : begin + _AT_ONCE]}
            yield from sorted(_of_records(connection, numbers, name, ids))


def _of_records(connection: Connection, numbers: Numbers, name: str, ids: Mapping[int, bytes]) -> Iterator[bytes]:
    """Yield the rows of some records, given by number."""
    entity = ENTITIES[name]
    columns = ", ".join(f'"{field.name}"' for field in entity.fields)
    marks = ",".join("?" * len(ids))
    sql = f'SELECT n, {columns}, _deleted, _stamps FROM "{table_of(name)}" WHERE n IN ({marks})'
    for number, *stored in connection.execute(sql, list(ids)):
        row = Row(number, name, ids[number])
        unpack(entity, row, tuple(stored))
        for register, held in row.registers.items():
            yield encode([name, row.id, register, held.stamp, numbers.id_of(held.device), held.value])


def _later(connection: Connection, numbers: Numbers, space: Space) -> Iterator[bytes]:
    """Yield the rows of what a later version has written."""
    for stored, id_, register, stamp, device, value in connection.execute(
        "SELECT r.entity, r.id, l.register, l.stamp, l.device, l.value FROM later l JOIN record r ON r.n = l.record"
    ):
        name, apart = wire_name(stored)
        if (ENTITIES[name].space if apart is None else apart) == space:
            yield encode([name, id_, register, stamp, numbers.id_of(device), decode(value)])


def _entries(connection: Connection, numbers: Numbers) -> Iterator[bytes]:
    for (
        id_,
        kind,
        source,
        round_,
        reverses,
        legs,
        date,
        stamp,
        device,
    ) in connection.execute(
        "SELECT id, kind, source, round, reverses, legs, date, stamp, device FROM settlement ORDER BY id"
    ):
        what = [kind, source, round_, reverses, decode(legs), date]
        yield encode(["#entry", id_, "", stamp, numbers.id_of(device), what])


def _stray(connection: Connection, numbers: Numbers, space: Space) -> Iterator[bytes]:
    sql = "SELECT id, stamp, device, wire FROM stray_entry WHERE space=? ORDER BY id"
    for id_, stamp, device, wire in connection.execute(sql, (space,)):
        _, _, kind, source, round_, reverses, legs, date = decode(wire)
        yield encode(
            [
                "#entry",
                id_,
                "",
                stamp,
                numbers.id_of(device),
                [kind, source, round_, reverses, legs, date],
            ]
        )
