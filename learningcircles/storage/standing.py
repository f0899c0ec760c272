"""What a stored record's registers hold now, with their stamps."""

from __future__ import annotations

from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.connect import Connection
from learningcircles.storage.rows import Register, Row, unpack
from learningcircles.storage.schema import table_of


def standing(connection: Connection, entity: str, id_: bytes, record: int) -> dict[str, Register]:
    """Return the registers of a stored record (`record`: its number) that this version knows."""
    declared = ENTITIES[entity]
    columns = ", ".join(f'"{field.name}"' for field in declared.fields)
    sql = f'SELECT {columns}, _deleted, _stamps FROM "{table_of(entity)}" WHERE n=?'
    row, stored = Row(record, entity, id_), connection.execute(sql, (record,)).fetchone()
    if stored is not None:
        unpack(declared, row, stored)
    return row.registers
