"""Exchanges whose record and whose minutes do not agree, though nobody is asked about a field of theirs.

One laptop corrected the time and another one the people: no field was overwritten, so the record holds both, but of
two settlements only one counts. Or a reversal no longer counts, because its laptop may record no more, and what was
written to the record on top of it does. What the ledger counts is then put to people as the other value.

Every exchange is compared, not those alone that seem to be in doubt: what else there is to an exchange may never have
come here. Once all were, those are compared again that something was written to since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.codec import encode
from learningcircles.entities.registry import entity as declared
from learningcircles.journal.operations import DELETED, EntryOp
from learningcircles.storage import query, settlements
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Journal, Past, remembered
from learningcircles.storage.settlements import Settlement

_COUNTED = "SELECT id, source, reverses, date, legs FROM settlement WHERE counts"
_OF_SOURCE = " AND source IN"
_COLUMNS = "r.id, r.n, e.state = 'confirmed' AND NOT e._deleted, e.provider, e.receiver, e.minutes, e.\"on\""
_RECORDED = f"SELECT {_COLUMNS} FROM e_swap e CROSS JOIN record r ON r.n = e.n ORDER BY e.n"
_WITH_ID = f"SELECT {_COLUMNS} FROM record r CROSS JOIN e_swap e ON e.n = r.n WHERE r.id IN"
_AT_ONCE = 500
_MEMBERS = "SELECT id FROM record WHERE entity = 'member'"


class Unlike(NamedTuple):
    """A swap whose ledger counts `value` where the record's register says otherwise, by `row` if anything counts."""

    swap: bytes
    record: int
    register: str
    value: Any
    row: Settlement | None


def unlike(journal: Journal, asked: Collection[bytes]) -> Iterator[Unlike]:
    """Yield the exchanges that do not agree with the ledger, but those that somebody is `asked` about already."""
    doubtful = _all_doubtful(journal).items()
    return _unlike(journal.connection, {id_: n for id_, n in doubtful if id_ not in asked})


def counted_otherwise(
    connection: Connection, journal: Journal, among: Collection[bytes] | None = None
) -> dict[bytes, int]:
    """Return exchange → the minutes that count, of those that do not agree with the ledger; `among`: of these alone."""
    doubtful = _all_doubtful(journal) if among is None else dict(_doubtful_among(connection, among))
    legs = {each.swap: each.row.legs if each.row else () for each in _unlike(connection, doubtful)}
    return {swap: max((minutes for _, minutes in held), default=0) for swap, held in legs.items()}


def _unlike(connection: Connection, doubtful: Mapping[bytes, int]) -> Iterator[Unlike]:
    numbers = dict(sorted(doubtful.items(), key=lambda pair: pair[1]))
    for record in query.many(connection, declared("swap"), list(numbers)):
        row = settlements.standing(settlements.of_source(connection, record.id))
        legs = settlements.owed(record.fields, deleted=record.deleted)
        if legs is None or settlements.agree(row, legs, record["on"]):
            continue
        said = {**record.fields, DELETED: record.deleted}
        differing = ((name, value) for name, value in counted(connection, row).items() if value != said[name])
        # Where all that a record says is counted, something is counted besides.
        register, value = next(differing, ("state", "proposed"))
        yield Unlike(record.id, numbers[record.id], register, value, row)


def _all_doubtful(journal: Journal) -> dict[bytes, int]:
    connection = journal.connection
    return remembered(
        journal,
        "doubtful exchanges",
        lambda: dict(_doubtful(connection, _RECORDED, _COUNTED)),
        lambda before, pasts: dict(_doubtful_among(connection, before.keys() | _written_to(pasts))),
    )


def _written_to(pasts: Iterable[Past]) -> set[bytes]:
    """Return the exchanges whose record or minutes were written to."""
    ops = [op for past in pasts for op in past.ops]
    entries = {op.source for op in ops if isinstance(op, EntryOp)}
    return entries | {op.id for op in ops if not isinstance(op, EntryOp) and op.entity == "swap"}


def _doubtful_among(connection: Connection, among: Collection[bytes]) -> Iterator[tuple[bytes, int]]:
    wanted = sorted(among)
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        marks = f" ({','.join('?' * len(part))})"
        yield from _doubtful(connection, _WITH_ID + marks, _COUNTED + _OF_SOURCE + marks, part)


def _doubtful(
    connection: Connection, recorded: str, counting: str, values: Sequence[bytes] = ()
) -> Iterator[tuple[bytes, int]]:
    """Yield (id, number) of the exchanges that a quick look does not find agreed: each table is read once, in order."""
    account = cache(ids.account)
    moved = _standing(connection.execute(counting, values).fetchall())
    for id_, number, confirmed, provider, receiver, minutes, on in connection.execute(recorded, values):
        asked: tuple[str, bytes] | None = None
        if confirmed and None not in (provider, receiver, minutes):
            asked = on, encode([[account(provider), minutes], [account(receiver), -minutes]])
        if moved.get(id_) != asked or (confirmed and asked is None):
            yield id_, number


def _standing(rows: Sequence[tuple[Any, ...]]) -> dict[bytes, tuple[str, bytes]]:
    """Return source → (date, legs as stored) of what moves minutes now: it counts and nothing has reversed it."""
    reversed_ = {row[2] for row in rows}
    return {
        source: (date, legs) for id_, source, reverses, date, legs in rows if reverses is None and id_ not in reversed_
    }


def counted(connection: Connection, row: Settlement | None) -> dict[str, Any]:
    """Return what the record of a swap would say if it agreed with the ledger, what decides most first."""
    if row is None:
        return {"state": "proposed"}
    found: dict[str, Any] = {DELETED: False, "state": "confirmed", "minutes": max(minutes for _, minutes in row.legs)}
    members = {ids.account(id_): bytes(id_) for (id_,) in connection.execute(_MEMBERS)}
    for side, sign in (("provider", 1), ("receiver", -1)):
        who = next((members.get(account) for account, minutes in row.legs if minutes * sign > 0), None)
        found |= {side: who} if who is not None else {}
    return found | {"on": row.date}
