"""The hour ledger's tables: settlements, which of them move minutes, and the balances that follow.

Among the settlements of one source the highest round within reach counts, then the lowest (stamp, device); a
reversal counts only with its target. Everything here is a function of the set of settlements, not of their order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.entities.declare import Space
from learningcircles.journal.operations import EntryOp, to_wire
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import ChangesetRow, Numbers
from learningcircles.storage.settlements import reach


class _Settlement(NamedTuple):
    id: bytes
    source: bytes
    round: int
    reverses: bytes | None
    stamp: int
    device: int
    counts: int
    legs: bytes


_COLUMNS = ", ".join(_Settlement._fields)


class LedgerTables:
    """Writes settlements and keeps balances on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._sources: set[bytes] = set()

    @property
    def pending(self) -> int:
        """How many sources wait to be recounted."""
        return len(self._sources)

    def add(self, op: EntryOp, at: ChangesetRow) -> None:
        """Note a settlement; of the same one from several laptops the lowest (stamp, device id) is kept."""
        if at.space != Space.PRIVATE:
            self._add_stray(op, at)
            return
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM settlement WHERE id=?", (op.settlement,)).fetchone()
        held = _Settlement(*row) if row else None
        if held is None or (at.tick, self._numbers.id_of(at.device)) < self._age(held):
            if held is not None:
                self._set_counts(held, False)
                self._sources.add(held.source)
            self._put(op, at)
        self._sources.add(op.source)

    def flush(self) -> None:
        """Recompute what counts for every source that was touched."""
        for source in self._sources:
            self._recount(source)
        self._sources.clear()

    def drop(self) -> None:
        """Forget what was not flushed: its transaction was rolled back."""
        self._sources.clear()

    def _put(self, op: EntryOp, at: ChangesetRow) -> None:
        legs = encode([list(leg) for leg in op.legs])
        self._connection.execute(
            "INSERT OR REPLACE INTO settlement (id, kind, source, round, reverses, legs, date, stamp, device, seq)"
            " VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                op.settlement,
                op.kind,
                op.source,
                op.round,
                op.reverses,
                legs,
                op.date,
                at.tick,
                at.device,
                at.seq,
            ),
        )

    def _add_stray(self, op: EntryOp, at: ChangesetRow) -> None:
        """Hours live in the private space. Elsewhere an entry moves nothing, but the state hash speaks of it."""
        sql = "SELECT stamp, device FROM stray_entry WHERE space=? AND id=?"
        held = self._connection.execute(sql, (at.space, op.settlement)).fetchone()
        mine = (at.tick, self._numbers.id_of(at.device))
        if held is None or mine < (held[0], self._numbers.id_of(held[1])):
            self._connection.execute(
                "INSERT OR REPLACE INTO stray_entry VALUES (?,?,?,?,?)",
                (at.space, op.settlement, at.tick, at.device, encode(to_wire(op))),
            )

    def _recount(self, source: bytes) -> None:
        sql = f"SELECT {_COLUMNS} FROM settlement WHERE source=?"
        rows = [_Settlement(*row) for row in self._connection.execute(sql, (source,)).fetchall()]
        counting = self._counting(rows)
        for row in rows:
            self._set_counts(row, row.id in counting)

    def _counting(self, rows: Iterable[_Settlement]) -> set[bytes]:
        rows = list(rows)
        highest = reach(row.round for row in rows)
        plain = [row for row in rows if row.reverses is None and row.round <= highest]
        if not plain:
            return set()
        best = min(plain, key=lambda row: (-row.round, *self._age(row), row.id))
        return {best.id} | {row.id for row in rows if row.reverses == best.id}

    def _age(self, row: _Settlement) -> tuple[int, bytes]:
        return row.stamp, self._numbers.id_of(row.device)

    def _set_counts(self, row: _Settlement, counts: bool) -> None:
        if counts == bool(row.counts):
            return
        self._move(row.id, decode(row.legs), 1 if counts else -1)
        self._connection.execute("UPDATE settlement SET counts=? WHERE id=?", (int(counts), row.id))

    def _move(self, settlement: bytes, legs: list[Any], sign: int) -> None:
        self._connection.executemany(
            "INSERT INTO balance VALUES (?, ?)"
            " ON CONFLICT (account) DO UPDATE SET minutes = minutes + excluded.minutes",
            [(account, sign * minutes) for account, minutes in legs],
        )
        if sign > 0:
            self._connection.executemany(
                "INSERT INTO leg VALUES (?,?,?) ON CONFLICT DO UPDATE SET minutes = minutes + excluded.minutes",
                [(account, settlement, minutes) for account, minutes in legs],
            )
        else:
            self._connection.execute("DELETE FROM leg WHERE settlement=?", (settlement,))
