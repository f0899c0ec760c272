"""Records that are an erased person's alone and stand only in what does not count: no list shows them, so that none
tells whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.scrub import Scrub
from learningcircles.storage.connect import Connection
from learningcircles.storage.erase import ALONE, PARTS


def with_theirs(connection: Connection, scrub: Scrub, changesets: Iterable[Changeset]) -> Scrub:
    """Return a scrub that takes out as well what these changesets, in their order, say of records that no list shows:
    those that are the people's alone, and the notes and source of exchanges with them.
    """
    alone: dict[tuple[str, bytes], bool] = {}
    parts: set[bytes] = set()
    for op in (op for each in changesets for op in each.ops if isinstance(op, SetOp)):
        for field, value in op.fields.items():
            if (op.entity, field) in ALONE:
                alone[op.entity, op.id] = _is_one_of(scrub.people, value)
            elif (op.entity, field) in PARTS and _is_one_of(scrub.people, value):
                parts.add(op.id)
    gone = {id_ for (entity, id_), theirs in alone.items() if theirs and not _is_shown(connection, entity, id_)}
    return replace(scrub, gone=scrub.gone | gone, swaps=scrub.swaps | parts)


def _is_one_of(people: Set[bytes], value: object) -> bool:
    return isinstance(value, bytes) and value in people


def _is_shown(connection: Connection, entity: str, id_: bytes) -> bool:
    sql = "SELECT 1 FROM record WHERE entity=? AND id=?"
    return connection.execute(sql, (entity, id_)).fetchone() is not None
