"""Folding changesets into the tables. The tables are a function of the set of counting changesets, not of
the order in which they came.

A register's winner is the write with the highest (stamp, device id), then the higher seq, then the later
place. A write is put to people when it neither won nor was seen by any write to its register: the fast paths
below settle the ordinary case (the new write saw the winner), all else is computed exactly from the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from learningcircles.codec import decode, encode
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.operations import EntryOp, SetOp
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import ChangesetRow, Journal
from learningcircles.storage.ledger import LedgerTables
from learningcircles.storage.rows import Register, Row, pack, unpack
from learningcircles.storage.schema import table_of
from learningcircles.storage.search import put_text

Write = tuple[str, Any, int]
"""(register, value, stamp)."""


class Fold:
    """Folds changesets on one connection; rows are kept in memory until `flush`, so batches are cheap."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal
        self._ledger = LedgerTables(connection, journal.numbers)
        self._rows: dict[tuple[str, bytes], Row] = {}
        self._touches: list[tuple[int, int]] = []
        self._contested: set[tuple[int, str, int]] = set()
        self._reviewed: set[tuple[int, str]] | None = None

    def row(self, entity: str, id_: bytes) -> Row:
        """Return a record as it stands within this batch; a new one is given a number."""
        key = (entity, id_)
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._load(entity, id_)
        return found

    def apply(self, at: ChangesetRow, ops: Iterable[Any], saw: Mapping[int, int]) -> None:
        """Fold the operations of one changeset; `saw` is complete (device number → seq)."""
        touched: set[int] = set()
        for op in ops:
            if isinstance(op, EntryOp):
                self._ledger.add(op, at.tick, at.device, at.seq)
                continue
            row = self.row(op.entity, op.id)
            touched.add(row.number)
            for register, value, stamp in writes_of(op, at.tick):
                self._write(row, at, register, Register(value, stamp, at.device, at.seq), saw)
        self._touches.extend((number, at.n) for number in touched)

    def flush(self) -> set[tuple[str, bytes]]:
        """Write everything down; returns the records that changed."""
        self._connection.executemany("INSERT OR IGNORE INTO touch VALUES (?, ?)", self._touches)
        self._touches.clear()
        self._ledger.flush()
        changed = [row for row in self._rows.values() if row.changed]
        self._store(changed)
        self._settle_contested()
        self._rows.clear()
        self._reviewed = None
        return {(row.entity, row.id) for row in changed}

    def _write(self, row: Row, at: ChangesetRow, name: str, new: Register, saw: Mapping[int, int]) -> None:
        held = row.registers.get(name)
        row.changed = True
        if held is None:
            row.registers[name] = new
            return
        if self._order(new) >= self._order(held):
            row.registers[name] = new
        seen = held.device == at.device or saw.get(held.device, 0) >= held.seq
        if not seen or (row.number, name) in self._open_reviews() or row.registers[name] is not new:
            self._contested.add((row.number, name, at.space))

    def _order(self, register: Register) -> tuple[int, bytes, int]:
        return register.stamp, self._journal.numbers.id_of(register.device), register.seq

    def _open_reviews(self) -> set[tuple[int, str]]:
        if self._reviewed is None:
            self._reviewed = set(self._connection.execute("SELECT record, register FROM review"))
        return self._reviewed

    def _load(self, entity: str, id_: bytes) -> Row:
        found = self._connection.execute("SELECT n FROM record WHERE id=? AND entity=?", (id_, entity)).fetchone()
        if found is None:
            cursor = self._connection.execute("INSERT INTO record (entity, id) VALUES (?, ?)", (entity, id_))
            return Row(int(cursor.lastrowid), entity, id_)
        row = Row(found[0], entity, id_)
        declared = ENTITIES.get(entity)
        if declared is not None:
            columns = ", ".join(f'"{field.name}"' for field in declared.fields)
            stored = self._connection.execute(
                f'SELECT {columns}, _deleted, _stamps FROM "{table_of(entity)}" WHERE n=?', (row.number,)
            ).fetchone()
            if stored is not None:
                unpack(declared, row, stored)
        for name, stamp, device, seq, value in self._connection.execute(
            "SELECT register, stamp, device, seq, value FROM later WHERE record=?", (row.number,)
        ):
            row.registers[name] = Register(decode(value), stamp, device, seq)
        return row

    def _store(self, rows: list[Row]) -> None:
        by_entity: dict[str, list[tuple[Any, ...]]] = {}
        later: list[tuple[Any, ...]] = []
        for row in rows:
            declared = ENTITIES.get(row.entity)
            unknown = [name for name in row.registers if not _declared(row.entity, name)]
            later += [_later(row, name) for name in unknown]
            if declared is not None:
                known = Row(
                    row.number, row.entity, row.id, {k: v for k, v in row.registers.items() if k not in unknown}
                )
                by_entity.setdefault(row.entity, []).append(pack(declared, known))
                put_text(self._connection, declared, row)
        for entity, packed in by_entity.items():
            marks = ",".join("?" * len(packed[0]))
            self._connection.executemany(f'INSERT OR REPLACE INTO "{table_of(entity)}" VALUES ({marks})', packed)
        self._connection.executemany("INSERT OR REPLACE INTO later VALUES (?,?,?,?,?,?)", later)

    def _settle_contested(self) -> None:
        for record, name, space in self._contested:
            losers = self.losers(record, name)
            self._connection.execute("DELETE FROM review WHERE record=? AND register=?", (record, name))
            self._connection.executemany(
                "INSERT INTO review VALUES (?,?,?,?)", [(space, record, name, n) for n in sorted(losers)]
            )
        self._contested.clear()

    def losers(self, record: int, name: str) -> set[int]:
        """Return the changesets whose write to a register neither won nor was seen by another write to it."""
        writes = list(self._writes_to(record, name))
        if len(writes) < 2:
            return set()
        winner = max(writes, key=lambda write: write[1])
        result = set()
        for at, order, value, _ in writes:
            if at.n != winner[0].n and value != winner[2] and not any(_saw(other, at) for other in writes):
                result.add(at.n)
        return result

    def _writes_to(
        self, record: int, name: str
    ) -> Iterator[tuple[ChangesetRow, tuple[int, bytes, int, int], Any, dict[int, int]]]:
        id_ = self._connection.execute("SELECT id FROM record WHERE n=?", (record,)).fetchone()[0]
        for at in self._journal.touching(record):
            body = self._journal.body(at)
            if body is None:
                continue
            found = [
                w for op in body.ops if getattr(op, "id", None) == id_ for w in writes_of(op, at.tick) if w[0] == name
            ]
            if found:
                _, value, stamp = found[-1]
                order = (stamp, self._journal.numbers.id_of(at.device), at.seq, at.place)
                yield at, order, value, self._journal.saw(at)


def writes_of(op: Any, tick: int) -> Iterator[Write]:
    """Yield (register, value, stamp) of a set, add or drop."""
    if isinstance(op, SetOp):
        for name, value in op.fields.items():
            yield name, value, op.own.get(name, tick)
    elif not isinstance(op, EntryOp):
        for element in op.elements:
            yield f"{op.field}/{element}", op.adds, op.own.get(element, tick)


def _saw(other: tuple[ChangesetRow, Any, Any, dict[int, int]], at: ChangesetRow) -> bool:
    mine, saw = other[0], other[3]
    if mine.n == at.n:
        return False
    if mine.device == at.device:
        return (mine.seq, mine.place) > (at.seq, at.place)
    return saw.get(at.device, 0) >= at.seq


def _declared(entity: str, register: str) -> bool:
    declared = ENTITIES.get(entity)
    if declared is None:
        return False
    if register == "#deleted":
        return True
    name, _, element = register.partition("/")
    field = declared.field(name)
    return field is not None and field.many == bool(element)


def _later(row: Row, name: str) -> tuple[Any, ...]:
    register = row.registers[name]
    return row.number, name, register.stamp, register.device, register.seq, encode(register.value)
