"""Writes that did not win and that nobody has closed, as they are told: the register, both values, who, when, where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from learningcircles.circle.changes import ReviewItem
from learningcircles.clock import milliseconds
from learningcircles.entities.registry import ENTITIES
from learningcircles.ids import following, is_undo
from learningcircles.storage.closing import Closing
from learningcircles.storage.connect import Connection
from learningcircles.storage.contest import writes_of, writes_to
from learningcircles.storage.journal import ChangesetRow, Journal, whole
from learningcircles.storage.rows import Register, Row
from learningcircles.storage.standing import stored_rows

Wanted = Callable[[str, str, str], bool]
"""Whether a write is wanted: (kind of record, register, name) in; see `named`."""


class Contested(NamedTuple):
    """A write that did not win: the register's standing value, and the other one with its changeset."""

    entity: str
    id: bytes
    record: int
    register: str
    kept: Register
    other: Any
    at: ChangesetRow

    @property
    def name(self) -> str:
        """What settles it, on this laptop alone."""
        return named(self.record, self.register, self.at.n)


def contested(
    connection: Connection, journal: Journal, wanted: Wanted, of: Collection[bytes] | None = None
) -> list[Contested]:
    """Return the open writes that are wanted, oldest first; `of`: only those to records with these ids."""
    asked = [row for row in _rows(connection, of) if row[0] in ENTITIES and wanted(row[0], row[3], named(*row[2:]))]
    written = {at.n: (at, past.ops) for at, past in journal.pasts(journal.by_rows([row[4] for row in asked]))}
    stored: dict[int, Row] = {}
    for kind in {row[0] for row in asked}:
        stored |= stored_rows(connection, kind, {row[2]: row[1] for row in asked if row[0] == kind})
    found: list[Contested] = []
    for entity, id_, record, register, n in asked:
        kept = stored[record].register(register)
        if kept is not None and n in written:
            at, ops = written[n]
            if at.action == following(id_):
                continue  # nobody wrote that: laptops say it by themselves, and again where it is so
            other = _written(ops, at, entity, id_, register)
            if kept.value != other:
                found.append(Contested(entity, id_, record, register, kept, other, at))
    return found


def named(record: int, register: str, changeset: int) -> str:
    """Return the name of an open write: what settles it, on this laptop alone."""
    return f"{changeset:06x}-{record:x}-{register}"


def _rows(connection: Connection, of: Collection[bytes] | None) -> list[tuple[str, bytes, int, str, int]]:
    where, values = ("", ()) if of is None else (f" WHERE r.id IN ({','.join('?' * len(of))})", tuple(of))
    found: list[tuple[str, bytes, int, str, int]] = connection.execute(
        "SELECT r.entity, r.id, v.record, v.register, v.changeset FROM review v JOIN record r ON r.n = v.record"
        f"{where} ORDER BY v.changeset",
        values,
    ).fetchall()
    return found


def asks_people(entity: str, register: str) -> bool:
    """Return whether people are asked about this register; the rest is in history only."""
    declared = ENTITIES.get(entity)
    field = declared.field(register.partition("/")[0]) if declared else None
    return register == "#deleted" or (field is not None and field.asks_review)


def _written(ops: Sequence[Any], at: ChangesetRow, entity: str, id_: bytes, register: str) -> Any:
    """Return what a changeset wrote to a register: False for an edit apart from a removal.

    Such an edit stands under `#deleted` too: whoever edited wanted the record to stay.
    """
    written = [
        (value, stamp)
        for op in ops
        if getattr(op, "id", None) == id_ and getattr(op, "entity", None) == entity
        for name, value, stamp in writes_of(op, at.tick)
        if name == register
    ]
    return max(written, key=lambda pair: pair[1])[0] if written else False


def item_of(journal: Journal, each: Contested) -> ReviewItem:
    """Return an open write as it is told."""
    kept, device = each.kept, journal.numbers.id_of
    at = _said_first(journal, each, whole(journal, each.at)) or each.at
    won = _said_first(journal, each, winner(journal, each.record, kept))
    who, kept_at = (won.author, milliseconds(won.tick)) if won else (None, milliseconds(kept.stamp))
    kept_by = device(won.device if won else kept.device)
    return ReviewItem(
        each.name, each.entity, each.id, each.register, kept.value, each.other, kept_by, device(at.device),
        milliseconds(at.tick), kept_at, who, at.author,
    )  # fmt: skip


def _said_first(journal: Journal, each: Contested, said: ChangesetRow | None) -> ChangesetRow | None:
    """Return the changeset whose value an undo restored, where this one is an undo's."""
    if said is None or not is_undo(said.action):
        return said
    writes = writes_to(journal, each.record, each.entity, each.id).get(each.register, [])
    undo = next((write for write in writes if write.at.n == said.n), None)
    return whole(journal, Closing(writes).origin(undo).at) if undo else said


def winner(journal: Journal, record: int, kept: Register) -> ChangesetRow | None:
    """Return the changeset that wrote a register's standing value: the last one of that segment on the record."""
    rows = [row for row in journal.touching(record) if (row.device, row.seq) == (kept.device, kept.seq)]
    last = max((row for row in rows if row.tick <= kept.stamp), key=lambda row: row.place, default=None)
    return None if last is None else whole(journal, last)
