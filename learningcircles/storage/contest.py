"""Which writes people may have to look at: exact, and the same on every laptop.

A write is open when it neither won nor was seen by any write to its register: by what the other's laptop had
folded (`saw`), or because the same laptop wrote the other one later. An edit is open against a removal when
neither saw the other and no write to the edit's register or to `#deleted` saw the edit. So any later write by
a laptop that had both closes it everywhere, until that laptop takes it back (see `closing`).

Each open write is one row of `review`: (record, register, changeset); an edit against a removal stands under
`#deleted`. Rows are kept for all registers and values, so that they stay a function of the set of writes; who
reads them leaves out what nobody is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from learningcircles import ids
from learningcircles.journal.operations import DELETED, EntryOp, SetOp
from learningcircles.storage.closing import Closing, Write
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import ChangesetRow, Journal, Numbers, Past, saw
from learningcircles.storage.rows import Register, Row


def writes_of(op: Any, tick: int) -> Iterator[tuple[str, Any, int]]:
    """Yield (register, value, stamp) of a set, add or drop."""
    if isinstance(op, SetOp):
        for name, value in op.fields.items():
            yield name, value, op.own.get(name, tick)
    elif not isinstance(op, EntryOp):
        for element in op.elements:
            yield f"{op.field}/{element}", op.adds, op.own.get(element, tick)


def order_of(register: Register, numbers: Numbers) -> tuple[int, bytes, int]:
    """Return what decides between two writes to a register (places follow from folding logs in order)."""
    return register.stamp, numbers.id_of(register.device), register.seq


class Contests:
    """Settles the open writes of records that a batch has put in doubt."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal
        self._doubtful: dict[int, tuple[str, bytes]] = {}
        self._taken_back: dict[int, tuple[str, bytes]] = {}
        self._undoing: dict[tuple[int, int, int], bool] = {}
        self._batch: dict[int, Past] = {}
        self._first_saw: dict[tuple[int, int, int], Mapping[int, int]] = {}

    def note(self, at: ChangesetRow, ops: Sequence[Any], saw: Mapping[int, int]) -> None:
        """Remember a changeset of this batch: it need not be read back from the journal."""
        self._batch[at.n] = Past(ops, saw)
        if ids.is_undo(at.action):
            self._undoing[at[1:4]] = True

    def look_at(self, row: Row) -> None:
        """Settle a record's open writes at the end of the batch."""
        self._doubtful[row.number] = (row.entity.rpartition(":")[2], row.id)

    def look_again_at(self, row: Row) -> None:
        """The same where something was taken back, unless one laptop alone has ever written to the record."""
        self._taken_back[row.number] = (row.entity.rpartition(":")[2], row.id)

    def drop(self) -> None:
        """Forget the batch."""
        self._doubtful.clear()
        self._taken_back.clear()
        self._undoing.clear()
        self._batch.clear()
        self._first_saw.clear()

    def surely_saw(self, space: int, winner: Register, at: ChangesetRow) -> bool:
        """Return True only if the winning write's laptop knew `at` when it wrote, and did not take anything back.

        Asks the first changeset of the winner's segment, which knew no more than the winner itself.
        """
        key = (space, winner.device, winner.seq)
        if winner.device == at.device:
            return winner.seq > at.seq and not self._takes_back(key)
        if key not in self._first_saw:
            self._first_saw[key] = saw(self._journal, ChangesetRow(0, *key, 0, 0, None, b"", ""))
        return self._first_saw[key].get(at.device, 0) >= at.seq and not self._takes_back(key)

    def settle(self) -> None:
        """Compute the doubtful records' open writes from the journal and write them down."""
        self._doubtful |= self._shared()
        rows: set[tuple[int, int, str, int]] = set()
        for record, writes in self._gathered().items():
            space = next(iter(next(iter(writes.values())))).at.space if writes else 0
            rows |= {(space, record, name, n) for name, n in open_writes(writes)}
        self._connection.executemany("DELETE FROM review WHERE record=?", [(record,) for record in self._doubtful])
        self._connection.executemany("INSERT INTO review VALUES (?,?,?,?)", sorted(rows))
        self.drop()

    def _shared(self) -> dict[int, tuple[str, bytes]]:
        """Return the records that something was taken back in, and that several laptops have written to."""
        wanted = [number for number in self._taken_back if number not in self._doubtful]
        wrote: dict[int, set[int]] = {}
        for number, at in self._journal.touching_all(wanted):
            wrote.setdefault(number, set()).add(at.device)
        return {number: self._taken_back[number] for number in wanted if len(wrote.get(number, ())) > 1}

    def _takes_back(self, segment: tuple[int, int, int]) -> bool:
        """Return whether a segment (space, device, seq) holds an action that takes another one back."""
        if segment not in self._undoing:
            sql = "SELECT action FROM changeset WHERE space=? AND device=? AND seq=?"
            self._undoing[segment] = any(ids.is_undo(action) for (action,) in self._connection.execute(sql, segment))
        return self._undoing[segment]

    def _gathered(self) -> dict[int, dict[str, list[Write]]]:
        """Return record → register → its writes, reading each segment of the journal once."""
        touching: dict[ChangesetRow, list[int]] = {}
        for record, at in self._journal.touching_all(list(self._doubtful)):
            touching.setdefault(at, []).append(record)
        return gathered(self._journal, self._doubtful, touching, self._pasts(touching))

    def _pasts(self, rows: Iterable[ChangesetRow]) -> Iterator[tuple[ChangesetRow, Past]]:
        """Yield what these changesets did: as remembered of this batch, else from the journal."""
        for at in rows:
            if at.n in self._batch:
                yield at, self._batch[at.n]
        yield from self._journal.pasts(at for at in rows if at.n not in self._batch)


def writes_to(journal: Journal, record: int, entity: str, id_: bytes) -> dict[str, list[Write]]:
    """Return register → the writes to it of one record, in no particular order."""
    touching = {at: [record] for at in journal.touching(record)}
    return gathered(journal, {record: (entity, id_)}, touching, journal.pasts(touching))[record]


def gathered(
    journal: Journal,
    records: Mapping[int, tuple[str, bytes]],
    touching: Mapping[ChangesetRow, Sequence[int]],
    pasts: Iterable[tuple[ChangesetRow, Past]],
) -> dict[int, dict[str, list[Write]]]:
    """Return record → register → its writes, of what the changesets did that touched these records."""
    found: dict[int, dict[str, list[Write]]] = {record: {} for record in records}
    for at, past in pasts:
        device = journal.numbers.id_of(at.device)
        for record in touching[at]:
            for register, value, stamp in _writes_to(past.ops, at.tick, *records[record]):
                order = (stamp, device, at.seq, at.place)
                found[record].setdefault(register, []).append(Write(order, at, value, past.saw))
    return found


def open_writes(writes: Mapping[str, Sequence[Write]]) -> Iterator[tuple[str, int]]:
    """Yield (register, changeset) of a record's open writes, given all writes to each of its registers."""
    for name, all_ in writes.items():
        winner = max(all_, key=lambda write: write.order)
        closing = Closing(all_)
        for write in all_:
            if write.at.n != winner.at.n and not closing.is_closed(write):
                yield name, write.at.n
    edits = {name: all_ for name, all_ in writes.items() if name != DELETED}
    for _, write in apart_from(writes.get(DELETED, ()), edits):
        yield DELETED, write.at.n


def apart_from(removals: Sequence[Write], writes: Mapping[str, Sequence[Write]]) -> Iterator[tuple[str, Write]]:
    """Yield (register, write) of what was written apart from a removal that stands, and is closed by nobody.

    `removals`: all writes to the removed record's `#deleted`; `writes`: all that to other registers, of that record or
    of one about it.
    """
    removal = max(removals, key=lambda write: write.order, default=None)
    if removal is None or removal.value is not True:
        return
    removing = Closing(removals)
    for name, all_ in writes.items():
        closing = Closing(all_)
        for write in all_:
            seen = closing.is_closed(write) or write.saw_write(removal) or removing.closes_elsewhere(write)
            if not seen:
                yield name, write


def _writes_to(ops: Iterable[Any], tick: int, entity: str, id_: bytes) -> Iterator[tuple[str, Any, int]]:
    """Yield the write that counts of each register of a record in one changeset: the highest stamp, then the last."""
    found: dict[str, tuple[Any, int]] = {}
    for op in ops:
        if isinstance(op, EntryOp) or op.id != id_ or op.entity != entity:
            continue
        for name, value, stamp in writes_of(op, tick):
            if name not in found or stamp >= found[name][1]:
                found[name] = (value, stamp)
    for name, (value, stamp) in found.items():
        yield name, value, stamp
