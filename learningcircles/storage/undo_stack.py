"""What undo needs to read: which action took back which, this laptop's own actions, and the writes to a register.

Only the pairs (action, the action that took it back) are kept; everything else is the journal's. A rebuild
keeps the pairs, so undo survives it as it survives a restart.
"""

from __future__ import annotations

import heapq
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from learningcircles.clock import milliseconds
from learningcircles.journal.operations import EntryOp, Operation
from learningcircles.storage.connect import Connection
from learningcircles.storage.fold import writes_of
from learningcircles.storage.journal import ChangesetRow, Journal, newest_first, whole

CATALOGUE = 2
OPENED = 64
"""Changesets kept open while many records are looked at."""


class Act(NamedTuple):
    """One action of this laptop. `tick` is its last changeset's; an action's label is a person's word for it."""

    action: bytes
    label: str
    tick: int


class PastWrite(NamedTuple):
    """One write to a register, by whom, in which action; `order` decides which of two stands."""

    action: bytes
    value: object
    order: tuple[int, bytes, int, int]
    author: bytes | None
    device: bytes
    at_ms: int


def pairs(connection: Connection) -> dict[bytes, bytes]:
    """Return taking action → the action that it took back."""
    return {by: action for action, by in connection.execute("SELECT action, by FROM undone")}


def add_pair(connection: Connection, action: bytes, by: bytes) -> None:
    """Note that `by` takes `action` back; the same action twice marks one that is never offered for undo."""
    connection.execute("INSERT OR REPLACE INTO undone (action, by, n) VALUES (?, ?, 0)", (action, by))


def root(action: bytes, taken: Mapping[bytes, bytes]) -> bytes:
    """Return the action at the bottom of an undo, its redo and so on; `taken` as of `pairs`."""
    while taken.get(action, action) != action:
        action = taken[action]
    return action


def depth(action: bytes, taken: Mapping[bytes, bytes]) -> int:
    """Return 0 for an action, 1 for its undo, 2 for the redo; actions that are never offered are their own undo."""
    steps = 0
    while taken.get(action, action) != action:
        action = taken[action]
        steps += 1
    return steps


def own_actions(journal: Journal, device: int) -> Iterator[Act]:
    """Yield this laptop's actions, newest first, without what it merely published; reads no further than is asked."""
    logs = [newest_first(journal, space, device) for space in range(CATALOGUE)]
    seen: set[bytes] = set()
    for row in heapq.merge(*logs, key=lambda row: row.tick, reverse=True):
        if row.action not in seen:
            seen.add(row.action)
            yield Act(row.action, whole(journal, row).label or "", row.tick)


def operations(journal: Journal, action: bytes) -> list[tuple[ChangesetRow, Operation]]:
    """Return the operations of an action, in the order in which they were written."""
    rows = sorted(journal.of_action(action), key=lambda row: (row.tick, row.seq, row.place))
    found: list[tuple[ChangesetRow, Operation]] = []
    for row in rows:
        found += [(row, op) for op in journal.body(row).ops]
    return found


class _Opened(NamedTuple):
    """Who made a changeset, and what it did to each record."""

    author: bytes | None
    operations: dict[tuple[str, bytes], list[Operation]]


class Past:
    """Reads the writes to many records: a changeset is opened once, not once for each of its records."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal
        self._opened: OrderedDict[int, _Opened] = OrderedDict()

    def writes(self, entity: str, id_: bytes) -> dict[str, list[PastWrite]]:
        """Return every write to each register of a record, the standing one last."""
        numbered = self._connection.execute("SELECT n FROM record WHERE id=? AND entity=?", (id_, entity)).fetchone()
        found: dict[str, list[PastWrite]] = {}
        for row in self._journal.touching(numbered[0]) if numbered else []:
            device = self._journal.numbers.id_of(row.device)
            author, operations_ = self._open(row)
            for op in operations_.get((entity, id_), ()):
                for name, value, stamp in writes_of(op, row.tick):
                    order = (stamp, device, row.seq, row.place)
                    write = PastWrite(row.action, value, order, author, device, milliseconds(row.tick))
                    found.setdefault(name, []).append(write)
        return {name: sorted(held, key=lambda write: write.order) for name, held in found.items()}

    def _open(self, row: ChangesetRow) -> _Opened:
        held = self._opened.get(row.n)
        if held is None:
            body = self._journal.body(row)
            operations_: dict[tuple[str, bytes], list[Operation]] = {}
            for op in body.ops:
                if not isinstance(op, EntryOp):
                    operations_.setdefault((op.entity, op.id), []).append(op)
            self._opened[row.n] = held = _Opened(whole(self._journal, row).author, operations_)
            if len(self._opened) > OPENED:
                self._opened.popitem(last=False)
        return held
