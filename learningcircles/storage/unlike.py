"""Exchanges whose record and whose minutes do not agree, though nobody is asked about a field of theirs.

One laptop corrected the time and another one the people: no field was overwritten, so the record holds both, but of
two settlements only one counts. What the ledger counts is then put to people as the other value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.entities.registry import entity as declared
from learningcircles.journal.operations import DELETED
from learningcircles.storage import query, settlements
from learningcircles.storage.connect import Connection
from learningcircles.storage.settlements import Settlement

_DOUBTFUL = """
SELECT id, n FROM record WHERE entity = 'swap' AND id IN
(SELECT source FROM settlement GROUP BY source HAVING count(*) > 1)
"""
"""Where only one thing was ever settled, it is what the record said."""
_MEMBERS = "SELECT id FROM record WHERE entity = 'member'"


class Unlike(NamedTuple):
    """A swap whose ledger counts `value` where the record's register says otherwise, by `row` if anything counts."""

    swap: bytes
    record: int
    register: str
    value: Any
    row: Settlement | None


def unlike(connection: Connection, asked: Collection[bytes]) -> Iterator[Unlike]:
    """Yield the exchanges that do not agree with the ledger, but those that somebody is `asked` about already."""
    numbers = {bytes(id_): n for id_, n in connection.execute(_DOUBTFUL) if id_ not in asked}
    for record in query.many(connection, declared("swap"), list(numbers)):
        row = settlements.standing(settlements.of_source(connection, record.id))
        legs = settlements.owed(record.fields, deleted=record.deleted)
        if legs is None or settlements.agree(row, legs, record["on"]):
            continue
        for register, value in _counted(connection, row).items():
            if value != (record.deleted if register == DELETED else record[register]):
                yield Unlike(record.id, numbers[record.id], register, value, row)
                break


def _counted(connection: Connection, row: Settlement | None) -> dict[str, Any]:
    """Return what the record of a swap would say if it agreed with the ledger, what decides most first."""
    if row is None:
        return {"state": "proposed"}
    found: dict[str, Any] = {DELETED: False, "state": "confirmed", "minutes": max(minutes for _, minutes in row.legs)}
    members = {ids.account(id_): bytes(id_) for (id_,) in connection.execute(_MEMBERS)}
    for side, sign in (("provider", 1), ("receiver", -1)):
        who = next((members.get(account) for account, minutes in row.legs if minutes * sign > 0), None)
        found |= {side: who} if who is not None else {}
    return found | {"on": row.date}
