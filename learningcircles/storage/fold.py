"""Folding changesets into the tables. The tables are a function of the set of counting changesets, not of
the order in which they came.

A register's winner is the write with the highest (stamp, device id), then the higher seq, then the later
place. What people are asked about is settled in `contest`; here only the cheap tests are made that tell a
write which cannot matter to anybody from one that needs a closer look:

- the new write wins and had seen the one that it replaces, and the record has no open question;
- the new write loses to one that had seen it, and the record has no open question;
- nothing was removed apart from it;
- neither takes back an action of its laptop's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from learningcircles.codec import decode, encode
from learningcircles.entities.registry import ENTITIES
from learningcircles.ids import is_undo
from learningcircles.journal.operations import DELETED, ElementsOp, EntryOp, SetOp
from learningcircles.storage.connect import Connection
from learningcircles.storage.contest import Contests, order_of, writes_of
from learningcircles.storage.journal import ChangesetRow, Journal
from learningcircles.storage.ledger import LedgerTables
from learningcircles.storage.merged import ANONYMISED, gather
from learningcircles.storage.rows import Mark, Register, Row, columns_of, pack, unpack
from learningcircles.storage.schema import table_of
from learningcircles.storage.search import put_texts, searched

LINK, MEMBER = "member_link", "member"
"""Records of this kind decide how members are shown."""
_AT_ONCE = 500

__all__ = ["Fold", "stored_name", "writes_of"]


def stored_name(entity: str, space: int) -> str:
    """Return the name under which a record is kept: its own, where this version knows it in this space.

    Anything else is kept apart per space ("1:partner"), so that no space's registers depend on another's.
    """
    declared = ENTITIES.get(entity)
    return entity if declared is not None and declared.space == space else f"{space}:{entity}"


def wire_name(stored: str) -> tuple[str, int | None]:
    """Return (entity, space) of a stored name; the space is None where the declaration says it."""
    space, mark, entity = stored.partition(":")
    return (entity, int(space)) if mark else (stored, None)


class Fold:
    """Folds changesets on one connection; rows are kept in memory until `flush`, so batches are cheap."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal
        self._ledger = LedgerTables(connection, journal.numbers)
        self._contests = Contests(connection, journal)
        self._rows: dict[tuple[str, bytes], Row] = {}
        self._touches: list[tuple[int, int]] = []
        self._records: list[tuple[int, str, bytes]] = []
        self._next_record: int | None = None
        self._absent: set[bytes] = set()
        self._expected: dict[tuple[str, bytes], Row] = {}
        self._links = False

    @property
    def pending(self) -> int:
        """How many records and settlements wait to be written down."""
        return len(self._rows) + self._ledger.pending + self._journal.pending

    def concerns(self, entity: str, ids: Iterable[bytes]) -> bool:
        """Return whether what waits to be written down bears on how one of these records looks."""
        return self._links or any((entity, id_) in self._rows for id_ in ids)

    def expect(self, ids: Iterable[bytes]) -> None:
        """Read these records at once, and learn which of them there are not yet: one by one it takes longer."""
        wanted = list(ids)
        for begin in range(0, len(wanted), _AT_ONCE):
            part = wanted[begin : begin + _AT_ONCE]
            marks = ",".join("?" * len(part))
            held = self._connection.execute(f"SELECT n, entity, id FROM record WHERE id IN ({marks})", part).fetchall()
            self._absent |= set(part) - {row[2] for row in held}
            rows = {n: Row(n, entity, id_) for n, entity, id_ in held if (entity, id_) not in self._rows}
            self._fill(rows)
            self._expected |= {(row.entity, row.id): row for row in rows.values()}

    def row(self, entity: str, id_: bytes) -> Row:
        """Return a record (by its stored name) as it stands within this batch; a new one is given a number."""
        key = (entity, id_)
        found = self._rows.get(key)
        if found is None:
            found = self._expected.pop(key) if key in self._expected else self._load(entity, id_)
            self._rows[key] = found
            self._links = self._links or entity == LINK
        return found

    def apply(self, at: ChangesetRow, ops: Sequence[Any], saw: Mapping[int, int]) -> None:
        """Fold the operations of one changeset; `saw` is complete (device number → seq)."""
        touched: set[int] = set()
        self._contests.note(at, ops, saw)
        mark = (at.tick, at.device, at.seq)
        for op in ops:
            if isinstance(op, EntryOp):
                self._ledger.add(op, at)
                continue
            row = self.row(stored_name(op.entity, at.space), op.id)
            touched.add(row.number)
            values = op.fields if isinstance(op, SetOp) else {f"{op.field}/{e}": op.adds for e in op.elements}
            self._links = self._links or _bears_on_links(row, values)
            row.changed = True
            row.text_changed = row.text_changed or _bears_on_text(row.entity, op)
            if not op.own and _is_fresh(row, values):
                row.values |= values
                row.marks |= dict.fromkeys(values, mark)
                row.written |= values.keys()
                continue
            for name, value, stamp in writes_of(op, at.tick):
                self._write(row, at, name, Register(value, stamp, at.device, at.seq), saw)
        self._touches.extend((number, at.n) for number in touched)

    def flush(self) -> set[tuple[str, bytes]]:
        """Write everything down; returns the records that changed."""
        self._journal.write_down()
        self._connection.executemany("INSERT INTO record (n, entity, id) VALUES (?, ?, ?)", self._records)
        self._forget_records()
        self._connection.executemany("INSERT OR IGNORE INTO touch VALUES (?, ?)", self._touches)
        self._touches.clear()
        self._ledger.flush()
        changed = [row for row in self._rows.values() if row.changed]
        self._store(changed)
        self._contests.settle()
        if self._links or any(row.entity == MEMBER and not row.stored for row in changed):
            gather(self._connection)
        self._forget_rows()
        return {(row.entity, row.id) for row in changed}

    def drop(self) -> None:
        """Forget what was not flushed: its transaction was rolled back."""
        self._journal.drop()
        self._forget_records()
        self._forget_rows()
        self._touches.clear()
        self._ledger.drop()
        self._contests.drop()

    def adopt(self) -> None:
        """Move what an older version kept in `later` to its own tables, where this version knows it now."""
        records = self._connection.execute(
            "SELECT DISTINCT r.n, r.entity, r.id FROM later l JOIN record r ON r.n = l.record"
        ).fetchall()
        for number, stored, id_ in records:
            entity, space = wire_name(stored)
            name = stored if space is None else stored_name(entity, space)
            if name != stored:
                self._connection.execute("UPDATE record SET entity=? WHERE n=?", (name, number))
            row = self.row(name, id_)
            row.changed, row.written = True, set(row.values)
            self._connection.execute("DELETE FROM later WHERE record=?", (number,))
        self.flush()

    def _write(
        self,
        row: Row,
        at: ChangesetRow,
        name: str,
        new: Register,
        saw: Mapping[int, int],
    ) -> None:
        held = row.register(name)
        wins = held is None or order_of(new, self._journal.numbers) >= order_of(held, self._journal.numbers)
        if row.disputed or not self._is_plain(row, at, name, new, held, wins, saw):
            row.disputed = True
            self._contests.look_at(row)
        elif is_undo(at.action):
            self._contests.look_again_at(row)
        if wins:
            row.put(name, new)
            self._links = self._links or (name == DELETED and row.entity == MEMBER)

    def _is_plain(
        self,
        row: Row,
        at: ChangesetRow,
        name: str,
        new: Register,
        held: Register | None,
        wins: bool,
        saw: Mapping[int, int],
    ) -> bool:
        if held is not None and not wins:
            return self._contests.surely_saw(at.space, held, at)
        if held is not None and not _seen(held[1:], at, saw):
            return False
        if name == DELETED:
            others = row.marks.items() if new.value is True else ()
            return all(_seen(mark, at, saw) for other, mark in others if other != DELETED)
        return row.values.get(DELETED) is not True or _seen(row.marks[DELETED], at, saw)

    def _load(self, entity: str, id_: bytes) -> Row:
        if id_ in self._absent:
            return self._new(entity, id_)
        found = self._connection.execute("SELECT n FROM record WHERE id=? AND entity=?", (id_, entity)).fetchone()
        if found is None:
            return self._new(entity, id_)
        row = Row(found[0], entity, id_)
        self._fill({row.number: row})
        return row

    def _fill(self, rows: Mapping[int, Row]) -> None:
        """Read the registers of records (by their numbers), and whether they have an open question."""
        marks = ",".join("?" * len(rows))
        numbers = list(rows)
        for entity in {row.entity for row in rows.values()} & ENTITIES.keys():
            declared = ENTITIES[entity]
            columns = ", ".join(f'"{field.name}"' for field in declared.fields)
            of_kind = [number for number in numbers if rows[number].entity == entity]
            for number, *stored in self._connection.execute(
                f'SELECT n, {columns}, _deleted, _stamps FROM "{table_of(entity)}"'
                f" WHERE n IN ({','.join('?' * len(of_kind))})",
                of_kind,
            ):
                unpack(declared, rows[number], tuple(stored))
        for number, name, stamp, device, seq, value in self._connection.execute(
            f"SELECT record, register, stamp, device, seq, value FROM later WHERE record IN ({marks})", numbers
        ):
            rows[number].values[name], rows[number].marks[name] = decode(value), (stamp, device, seq)
        for (number,) in self._connection.execute(
            f"SELECT DISTINCT record FROM review WHERE record IN ({marks})", numbers
        ):
            rows[number].disputed = True

    def _new(self, entity: str, id_: bytes) -> Row:
        if self._next_record is None:
            self._next_record = self._connection.execute("SELECT coalesce(max(n), 0) + 1 FROM record").fetchone()[0]
        number, self._next_record = self._next_record, self._next_record + 1
        self._records.append((number, entity, id_))
        return Row(number, entity, id_)

    def _forget_rows(self) -> None:
        self._rows.clear()
        self._absent.clear()
        self._expected.clear()
        self._links = False

    def _forget_records(self) -> None:
        self._records.clear()
        self._next_record = None

    def _store(self, rows: list[Row]) -> None:
        new: dict[str, list[tuple[Any, ...]]] = {}
        edited: dict[tuple[str, tuple[int, ...]], list[tuple[Any, ...]]] = {}
        later: list[tuple[Any, ...]] = []
        for row in rows:
            declared = ENTITIES.get(row.entity)
            unknown: Iterable[str] = row.values
            if declared is not None:
                packed = pack(declared, row)
                unknown = packed.unknown
                if row.stored:
                    columns = columns_of(declared, row.written)
                    said = [packed.fields[column] for column in columns]
                    edited.setdefault((row.entity, columns), []).append((*said, *packed[1:3], row.number))
                else:
                    new.setdefault(row.entity, []).append((row.number, *packed.fields, *packed[1:3]))
            later += [_later(row, name) for name in unknown]
        self._insert(new)
        self._update(edited)
        self._connection.executemany("INSERT OR REPLACE INTO later VALUES (?,?,?,?,?,?)", later)
        put_texts(self._connection, [row for row in rows if row.text_changed])

    def _insert(self, new: Mapping[str, list[tuple[Any, ...]]]) -> None:
        for entity, tuples in new.items():
            marks = ",".join("?" * len(tuples[0]))
            names = ", ".join(f'"{field.name}"' for field in ENTITIES[entity].fields)
            self._connection.executemany(
                f'INSERT INTO "{table_of(entity)}" (n, {names}, _deleted, _stamps) VALUES ({marks})',
                tuples,
            )

    def _update(self, edited: Mapping[tuple[str, tuple[int, ...]], list[tuple[Any, ...]]]) -> None:
        """Write the columns that have changed, and so no index of the others."""
        for (entity, columns), tuples in edited.items():
            fields = ENTITIES[entity].fields
            names = "".join(f'"{fields[column].name}"=?, ' for column in columns)
            self._connection.executemany(
                f'UPDATE "{table_of(entity)}" SET {names}_deleted=?, _stamps=? WHERE n=?', tuples
            )


def _seen(held: Mark, at: ChangesetRow, saw: Mapping[int, int]) -> bool:
    return held[1] == at.device or saw.get(held[1], 0) >= held[2]


def _is_fresh(row: Row, values: Mapping[str, Any]) -> bool:
    """Return whether these registers are new to a record that nobody removed: nothing was written apart from them."""
    held = row.values
    return not row.disputed and DELETED not in held and DELETED not in values and held.keys().isdisjoint(values)


def _bears_on_links(row: Row, values: Mapping[str, Any]) -> bool:
    """Return whether a write may change whose values lead: who is anonymised no longer does."""
    return row.entity == MEMBER and "status" in values and ANONYMISED in (values["status"], row.values.get("status"))


def _bears_on_text(entity: str, op: SetOp | ElementsOp) -> bool:
    """Return whether an operation may change its record's searchable text."""
    fields = searched(entity)
    if isinstance(op, ElementsOp):
        return op.field in fields
    return bool(fields) and (DELETED in op.fields or not fields.isdisjoint(op.fields))


def _later(row: Row, name: str) -> tuple[Any, ...]:
    return (row.number, name, *row.marks[name], encode(row.values[name]))
