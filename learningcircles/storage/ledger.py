"""The hour ledger's tables: settlements, which of them move minutes, and the balances that follow.

Among the settlements of one source the highest round counts, then the lowest (stamp, device); a reversal
counts only with its target. Everything here is a function of the set of settlements, not of their order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from learningcircles.codec import decode, encode
from learningcircles.journal.operations import EntryOp
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Numbers


class LedgerTables:
    """Writes settlements and keeps balances on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._sources: set[bytes] = set()

    def add(self, op: EntryOp, stamp: int, device: int, seq: int) -> None:
        """Note a settlement; of the same one from several laptops the lowest (stamp, device id) is kept."""
        held = self._connection.execute("SELECT stamp, device FROM settlement WHERE id=?", (op.settlement,)).fetchone()
        mine = (stamp, self._numbers.id_of(device))
        if held is None or mine < (held[0], self._numbers.id_of(held[1])):
            legs = encode([list(leg) for leg in op.legs])
            self._connection.execute(
                "INSERT INTO settlement (id, kind, source, round, reverses, legs, date, stamp, device, seq)"
                " VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET kind=excluded.kind,"
                " source=excluded.source, round=excluded.round, reverses=excluded.reverses, legs=excluded.legs,"
                " date=excluded.date, stamp=excluded.stamp, device=excluded.device, seq=excluded.seq",
                (op.settlement, op.kind, op.source, op.round, op.reverses, legs, op.date, stamp, device, seq),
            )
        self._sources.add(op.source)

    def flush(self) -> None:
        """Recompute what counts for every source that was touched."""
        for source in self._sources:
            self._recount(source)
        self._sources.clear()

    def _recount(self, source: bytes) -> None:
        rows = self._connection.execute(
            "SELECT id, round, reverses, stamp, device, counts, legs FROM settlement WHERE source=?", (source,)
        ).fetchall()
        counting = self._counting(rows)
        for id_, _, _, _, _, counts, legs in rows:
            now = id_ in counting
            if now != bool(counts):
                self._move(id_, decode(legs), 1 if now else -1)
                self._connection.execute("UPDATE settlement SET counts=? WHERE id=?", (int(now), id_))

    def _counting(self, rows: Iterable[Any]) -> set[bytes]:
        rows = list(rows)
        plain = [row for row in rows if row[2] is None]
        if not plain:
            return set()
        best = min(plain, key=lambda row: (-row[1], row[3], self._numbers.id_of(row[4]), row[0]))
        return {best[0]} | {row[0] for row in rows if row[2] == best[0]}

    def _move(self, settlement: bytes, legs: list[Any], sign: int) -> None:
        for account, minutes in legs:
            self._connection.execute(
                "INSERT INTO balance VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET minutes = minutes + excluded.minutes",
                (account, sign * minutes),
            )
            if sign > 0:
                self._connection.execute(
                    "INSERT INTO leg VALUES (?,?,?) ON CONFLICT DO UPDATE SET minutes = minutes + excluded.minutes",
                    (account, settlement, minutes),
                )
            else:
                self._connection.execute("DELETE FROM leg WHERE account=? AND settlement=?", (account, settlement))
