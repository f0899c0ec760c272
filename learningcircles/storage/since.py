"""Whether anything that matters was written since somebody looked: what goes through all of a circle does so once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from learningcircles.errors import Unreadable
from learningcircles.journal.operations import EntryOp, Operation, SetOp
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import ChangesetRow, Journal

_MOST = 200
"""Changesets that are opened at most: where more have come, one of them is taken to matter."""

_MOST_RECORDS = 2_000
"""The same where it is told which records: `pasts` opens them faster, and to look at all records takes longer."""

Fields = Mapping[str, Collection[str]]
"""Kind of record → the registers that matter, or none where all of them do."""


class Moment(NamedTuple):
    """What counts at a moment: the newest changeset, by its number in this file and its action, and how many there are.

    A log of which another branch counts by now takes changesets away, and may give their numbers to others.
    """

    newest: int
    action: bytes
    many: int


def moment(connection: Connection) -> Moment:
    """Return this moment of a circle file, as this connection sees it."""
    many, newest = connection.execute("SELECT count(*), coalesce(max(n), 0) FROM changeset").fetchone()
    return Moment(newest, _action(connection, newest), many)


def wrote_since(journal: Journal, before: Moment, fields: Fields) -> bool:
    """Return whether any of these fields was written since, or may have been: where changesets have gone, do not open,
    or are too many to look at.
    """
    rows = _come(journal, before, _MOST)
    if rows is None:
        return True
    try:
        return any(_matters(op, fields) for row in rows for op in journal.body(row).ops)
    except Unreadable:
        return True


def records_since(journal: Journal, before: Moment, kinds: Collection[str]) -> set[tuple[str, bytes]] | None:
    """Return the records of these kinds that were written since a moment, by anybody; None where nobody can say."""
    rows = _come(journal, before, _MOST_RECORDS)
    if rows is None:
        return None
    try:
        ops = [op for _, past in journal.pasts(rows) for op in past.ops]
    except Unreadable:
        return None
    return {(op.entity, op.id) for op in ops if not isinstance(op, EntryOp) and op.entity in kinds}


def last_written(connection: Connection, records: Iterable[tuple[str, bytes]], but: bytes) -> int:
    """Return the newest changeset that wrote any of these records (kind, id), by its number in this file; 0 for none.

    What the action `but` wrote is left out.
    """
    last = (
        "SELECT coalesce(max(c.n), 0) FROM record r JOIN touch t ON t.record = r.n"
        " JOIN changeset c ON c.n = t.changeset WHERE r.entity=? AND r.id=? AND c.action<>?"
    )
    return max((connection.execute(last, (*record, but)).fetchone()[0] for record in records), default=0)


def _come(journal: Journal, before: Moment, most: int) -> list[ChangesetRow] | None:
    """Return the changesets that have come since; None where some have gone, or more have come than `most`."""
    connection, now = journal.connection, moment(journal.connection)
    come = now.newest - before.newest
    if come != now.many - before.many or not 0 <= come <= most:
        return None
    if _action(connection, before.newest) != before.action:
        return None
    journal.follow()
    return journal.by_rows(range(before.newest + 1, now.newest + 1))


def _action(connection: Connection, n: int) -> bytes:
    row = connection.execute("SELECT action FROM changeset WHERE n=?", (n,)).fetchone()
    return b"" if row is None else bytes(row[0])


def _matters(op: Operation, fields: Fields) -> bool:
    if isinstance(op, EntryOp) or op.entity not in fields:
        return False
    written = op.fields.keys() if isinstance(op, SetOp) else {op.field}
    return not fields[op.entity] or not written.isdisjoint(fields[op.entity])
