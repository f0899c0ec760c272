"""What a stored record's registers hold now, with their stamps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.connect import Connection
from learningcircles.storage.rows import Register, Row, unpack
from learningcircles.storage.schema import table_of

_AT_ONCE = 500


def standing(connection: Connection, entity: str, id_: bytes, record: int) -> dict[str, Register]:
    """Return the registers of a stored record (`record`: its number) that this version knows."""
    return stored_rows(connection, entity, {record: id_})[record].registers


def stored_rows(connection: Connection, entity: str, records: Mapping[int, bytes]) -> dict[int, Row]:
    """Return the rows of many records of a kind, empty where one has none: number → id in, number → row out."""
    declared = ENTITIES[entity]
    columns = ", ".join(f'"{field.name}"' for field in declared.fields)
    rows = {number: Row(number, entity, id_) for number, id_ in records.items()}
    numbers = list(rows)
    for begin in range(0, len(numbers), _AT_ONCE):
        part = numbers[begin : begin + _AT_ONCE]
        sql = (
            f'SELECT n, {columns}, _deleted, _stamps FROM "{table_of(entity)}" WHERE n IN ({",".join("?" * len(part))})'
        )
        for number, *stored in connection.execute(sql, part):
            unpack(declared, rows[number], tuple(stored))
    return rows


def last_written(connection: Connection, entity: str, ids_: Sequence[bytes], fields: Sequence[str]) -> dict[bytes, int]:
    """Return when one of these fields was written last: id → tick, 0 where none ever was."""
    found = dict.fromkeys(ids_, 0)
    records: dict[int, bytes] = {}
    for begin in range(0, len(ids_), _AT_ONCE):
        part = ids_[begin : begin + _AT_ONCE]
        sql = f"SELECT n, id FROM record WHERE entity=? AND id IN ({','.join('?' * len(part))})"
        records |= connection.execute(sql, (entity, *part)).fetchall()
    for row in stored_rows(connection, entity, records).values():
        found[row.id] = max((row.marks[name][0] for name in fields if name in row.marks), default=0)
    return found
