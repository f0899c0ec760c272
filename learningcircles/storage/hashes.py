"""The state hash: what two laptops compare to know that they hold the same circle (FORMATS, "Registers")."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from learningcircles.codec import decode, encode
from learningcircles.entities.declare import Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.connect import Connection
from learningcircles.storage.fold import wire_name
from learningcircles.storage.journal import Numbers
from learningcircles.storage.rows import Row, unpack
from learningcircles.storage.schema import table_of


def state_hash(connection: Connection, numbers: Numbers, space: Space) -> str:
    """Return the hash of one space as hex: SHA-256 over the byte-sorted rows of all registers and settlements."""
    entries = _entries(connection, numbers) if space is Space.PRIVATE else _stray(connection, numbers, space)
    rows = sorted([*_registers(connection, numbers, space), *entries])
    total = hashlib.sha256()
    for row in rows:
        total.update(row)
    return total.hexdigest()


def _registers(connection: Connection, numbers: Numbers, space: Space) -> Iterator[bytes]:
    for name, entity in ENTITIES.items():
        if entity.space is not space:
            continue
        columns = ", ".join(f'e."{field.name}"' for field in entity.fields)
        for number, id_, *stored in connection.execute(
            f'SELECT e.n, r.id, {columns}, e._deleted, e._stamps FROM "{table_of(name)}" e JOIN record r ON r.n = e.n'
        ):
            row = Row(number, name, id_)
            unpack(entity, row, tuple(stored))
            for register, held in row.registers.items():
                yield encode(
                    [
                        name,
                        id_,
                        register,
                        held.stamp,
                        numbers.id_of(held.device),
                        held.value,
                    ]
                )
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
    ) in connection.execute("SELECT id, kind, source, round, reverses, legs, date, stamp, device FROM settlement"):
        what = [kind, source, round_, reverses, decode(legs), date]
        yield encode(["#entry", id_, "", stamp, numbers.id_of(device), what])


def _stray(connection: Connection, numbers: Numbers, space: Space) -> Iterator[bytes]:
    sql = "SELECT id, stamp, device, wire FROM stray_entry WHERE space=?"
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
