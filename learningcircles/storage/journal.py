"""The journal's tables: segments as they travel, changesets as they are indexed, the open tail."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from learningcircles.codec import decode, encode
from learningcircles.crypto.kdf import hkdf
from learningcircles.errors import Unreadable
from learningcircles.journal.changeset import Changeset, FoldedPayload
from learningcircles.journal.marks import LABEL as MARKS_LABEL
from learningcircles.journal.marks import Marks
from learningcircles.journal.segment import Header, Segment, open_folded
from learningcircles.storage.connect import Connection, data_version
from learningcircles.storage.keys import StoredKeys
from learningcircles.trust.epochs import EpochKeys
from learningcircles.trust.redact import Redaction
from learningcircles.trust.roster import Roster

T = TypeVar("T")
_CACHED_SEGMENTS = 32
_AT_ONCE = 500
_FEW = 32
"""So many changesets are opened one by one before it is quicker to look through the tables."""


class ChangesetRow(NamedTuple):
    """Where a changeset lies; `device` is this file's number, `n` its row.

    `label` is None in a row from the table where author and label are what the changeset itself says: see `whole`.
    """

    n: int
    space: int
    device: int
    seq: int
    place: int
    tick: int
    author: bytes | None
    action: bytes
    label: str | None


_NEWEST = "SELECT (SELECT coalesce(max(n), 0) FROM changeset), (SELECT coalesce(max(n), 0) FROM segment)"
COLUMNS = "n, space, device, seq, place, tick, author, action, label"


class Past(NamedTuple):
    """What a changeset did, and what its laptop had seen, complete: device number → seq."""

    ops: Sequence[Any]
    saw: Mapping[int, int]


class Numbers:
    """This file's small numbers for device ids."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.by_id: dict[bytes, int] = {}
        self.by_number: dict[int, bytes] = {}
        self._read()

    def of(self, device: bytes) -> int:
        """Return the number of a device, given now if it has none."""
        found = self.by_id.get(device)
        if found is None:
            self._connection.execute("INSERT OR IGNORE INTO device_number (id) VALUES (?)", (device,))
            self._read()
            found = self.by_id[device]
        return found

    def id_of(self, number: int) -> bytes:
        """Return the device id of a number."""
        if number not in self.by_number:
            self._read()
        return self.by_number[number]

    def forget(self) -> None:
        """Read the numbers again: a transaction that gave some was rolled back."""
        self._read()

    def _read(self) -> None:
        rows = self._connection.execute("SELECT n, id FROM device_number").fetchall()
        self.by_number = dict(rows)
        self.by_id = {id_: n for n, id_ in rows}


class Journal:
    """Reads and writes the journal's tables on one connection. `roster` and `epochs` open sealed payloads.

    The tail is short and the journal long: CROSS JOIN has SQLite begin with the tail. `found` is `remembered`'s.
    """

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self.connection = connection
        self.numbers = numbers
        self.roster: Roster | None = None
        self.epochs: EpochKeys = {}
        self.lost_heads: dict[tuple[int, bytes], bytes] = {}
        """What opens segments of a space that name a head which nobody has any more: its list was damaged."""
        self._opened: OrderedDict[tuple[int, int, int], FoldedPayload] = OrderedDict()
        self._stored = StoredKeys(connection)
        self._version = data_version(connection)
        self.found: dict[str, tuple[Any, Any]] = {}
        self._changesets: list[tuple[Any, ...]] = []
        self._tail: list[tuple[int, bytes]] = []
        self._next: int | None = None

    def key_for(self, header: Header) -> bytes | None:
        """Return the epoch key of a segment, or None without it (or in the catalogue space)."""
        assert self.roster is not None
        if header.space == 2:
            return None
        epoch = self.roster.epoch_of(header.space, header.roster_head)
        if epoch is None:
            return self.lost_heads.get((header.space, header.roster_head))
        return self.epochs.get((header.space, epoch.name))

    def marks_key(self, base: bytes) -> bytes | None:
        """Return the key of the words that an entry made on this roster head marks; None without the epoch's key.

        The head may be of a list that lost.
        """
        assert self.roster is not None
        epoch = self.roster.epoch_of(1, base)
        key = self.epochs.get((1, epoch.name)) if epoch else None
        return hkdf(key, MARKS_LABEL) if key is not None else None

    def marks(self, redactions: Iterable[Redaction]) -> tuple[Marks, ...]:
        """Return what recognises the words of erased people."""
        found = [(self.marks_key(each.base), each.words) for each in redactions if each.words]
        return tuple(Marks(key, words) for key, words in found if key is not None)

    def segment(self, space: int, device: int, seq: int) -> Segment | None:
        """Return a stored segment."""
        row = self.connection.execute(
            "SELECT header, signature, payload FROM segment WHERE space=? AND device=? AND seq=?", (space, device, seq)
        ).fetchone()
        return Segment(*row) if row else None

    def _folded(self, space: int, device: int, seq: int) -> FoldedPayload:
        """Return the payload of a folded segment (a few are remembered); raises Unreadable where it does not open."""
        key = (space, device, seq)
        if not self.connection.in_transaction:
            self.follow()
        if key not in self._opened:
            self._opened[key] = self._open(*key)
            if len(self._opened) > _CACHED_SEGMENTS:
                self._opened.popitem(last=False)
        self._opened.move_to_end(key)
        return self._opened[key]

    def _open(self, space: int, device: int, seq: int) -> FoldedPayload:
        segment = self.segment(space, device, seq)
        if segment is None:
            raise _not_opened()
        header = Header.parse(segment.header)
        key = self.key_for(header)
        if key is None and space != 2:
            key = self._stored.key_for(header)
        payload = open_folded(segment, header, key) if key is not None or space == 2 else None
        if payload is None:
            raise _not_opened()
        return payload

    def body(self, row: ChangesetRow) -> Changeset:
        """Return a changeset whole: from the open tail, from what stands in an erased one's place, or its segment.

        Raises Unreadable where it does not open: what counts is never passed over.
        """
        self.write_down()
        tail = self.connection.execute(
            "SELECT body FROM tail WHERE n=? UNION ALL SELECT body FROM restated WHERE n=?", (row.n, row.n)
        ).fetchone()
        if tail is not None:
            return _said(FoldedPayload(tail[0]), 0)
        return _said(self._folded(row.space, row.device, row.seq), row.place)

    def pasts(self, rows: Iterable[ChangesetRow]) -> Iterator[tuple[ChangesetRow, Past]]:
        """Yield these changesets with what they did, log by log: for many, in a fraction of what `body` takes.

        Raises Unreadable as `body` does: where one of two writes were passed over, a question about them would close.
        """
        ordered = sorted(rows, key=lambda row: row[1:5])
        whole = _whole(self, [row.n for row in ordered])
        segment: tuple[int, int, int] | None = None
        seen: list[tuple[int, dict[int, int]]] = []
        payload: FoldedPayload | None = None
        for row in ordered:
            held = whole.get(row.n)
            if row[1:4] != segment:
                segment = row[1:4]
                seen = _seen_in(self, *segment)
                payload = None
            if held is None:
                payload = payload or self._folded(*segment)
                body = _said(payload, row.place)
            else:
                body = _said(FoldedPayload(held), 0)
            saw = next((saw for place, saw in reversed(seen) if place <= row.place), {})
            yield row, Past(body.ops, saw)

    def add_changeset(
        self,
        space: int,
        device: int,
        seq: int,
        place: int,
        what: tuple[int, bytes | None, bytes, str],
        saw: Mapping[bytes, int] | None,
        *,
        as_said: bool = True,
    ) -> ChangesetRow:
        """Index a changeset (`what`: its tick, author, action, label) and return its row.

        `saw` is complete, and None where it is as its predecessor's. `as_said`: author and label are what the payload
        says as well, and need not be kept a second time.

        It is in the table once it has been written down.
        """
        packed = None if saw is None else encode([[self.numbers.of(device), seq] for device, seq in saw.items()])
        if self._next is None:
            self._next = self.connection.execute("SELECT coalesce(max(n), 0) + 1 FROM changeset").fetchone()[0]
        n, self._next = self._next, self._next + 1
        tick, author, action, label = what
        kept = (None, action, None) if as_said else (author, action, label)
        self._changesets.append((n, space, device, seq, place, tick, *kept, packed))
        return ChangesetRow(n, space, device, seq, place, tick, author, action, label)

    def add_tail(self, n: int, body: bytes) -> None:
        """Keep a changeset of ours whole (as the payload that holds it alone) until its segment is closed."""
        self._tail.append((n, body))

    @property
    def pending(self) -> int:
        """How many changesets wait to be written down."""
        return len(self._changesets)

    def write_down(self) -> None:
        """Put the new changesets into their tables."""
        if not self._changesets:
            return
        self.connection.executemany(
            f"INSERT INTO changeset ({COLUMNS}, saw) VALUES (?,?,?,?,?,?,?,?,?,?)", self._changesets
        )
        self.connection.executemany("INSERT INTO tail VALUES (?, ?)", self._tail)
        self.drop()

    def drop(self) -> None:
        """Forget what was not written down: its transaction was rolled back."""
        self._changesets.clear()
        self._tail.clear()
        self._next = None

    def touching_all(self, records: Sequence[int]) -> list[tuple[int, ChangesetRow]]:
        """Return (record, changeset) for every counting changeset that touched one of these, in no particular order."""
        self.write_down()
        columns = ", ".join("c." + name for name in COLUMNS.split(", "))
        found: list[tuple[int, ChangesetRow]] = []
        for begin in range(0, len(records), _AT_ONCE):
            part = records[begin : begin + _AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self.connection.execute(
                f"SELECT t.record, {columns} FROM touch t CROSS JOIN changeset c ON c.n = t.changeset"
                f" WHERE t.record IN ({marks})",
                part,
            )
            found += [(row[0], ChangesetRow(*row[1:])) for row in rows]
        return found

    def touching(self, record: int) -> list[ChangesetRow]:
        """Return every counting changeset that touched a record, in no particular order."""
        self.write_down()
        rows = self.connection.execute(
            f"SELECT {COLUMNS} FROM changeset WHERE n IN (SELECT changeset FROM touch WHERE record=?)", (record,)
        )
        return [ChangesetRow(*row) for row in rows]

    def of_action(self, action: bytes) -> list[ChangesetRow]:
        """Return the changesets of one action, in the order in which they were written here."""
        self.write_down()
        rows = self.connection.execute(f"SELECT {COLUMNS} FROM changeset WHERE action=? ORDER BY n", (action,))
        return [ChangesetRow(*row) for row in rows]

    def by_rows(self, numbers: Sequence[int]) -> list[ChangesetRow]:
        """Return the changesets of these rows, in no particular order."""
        self.write_down()
        found: list[ChangesetRow] = []
        for begin in range(0, len(numbers), _AT_ONCE):
            part = numbers[begin : begin + _AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self.connection.execute(f"SELECT {COLUMNS} FROM changeset WHERE n IN ({marks})", part)
            found += [ChangesetRow(*row) for row in rows]
        return found

    def follow(self) -> None:
        """Drop remembered segments where another connection has written: a branch may have lost, or be erased."""
        version = data_version(self.connection)
        if version != self._version:
            self._version = version
            self.forget_opened()

    def forget_opened(self) -> None:
        """Drop remembered segments: keys or verdicts have changed."""
        self._opened.clear()
        self._stored.forget()
        self.found.clear()


def _said(payload: FoldedPayload, place: int) -> Changeset:
    found = payload.at(place)
    if found is None:
        raise _not_opened()
    return found


def _not_opened() -> Unreadable:
    return Unreadable(
        "not_opened", "A change that counts cannot be opened here any more. Make all lists again (check --rebuild)."
    )


def _whole(journal: Journal, numbers: Sequence[int]) -> dict[int, bytes]:
    """Return what stands in the open tail, or in an erased changeset's place, of these: row → payload."""
    journal.write_down()
    found: dict[int, bytes] = {}
    for begin in range(0, len(numbers), _AT_ONCE):
        part = numbers[begin : begin + _AT_ONCE]
        marks = ",".join("?" * len(part))
        for table in ("tail", "restated"):
            found |= dict(journal.connection.execute(f"SELECT n, body FROM {table} WHERE n IN ({marks})", part))
    return found


def _seen_in(journal: Journal, space: int, device: int, seq: int) -> list[tuple[int, dict[int, int]]]:
    """Return what the changesets of a segment had seen, at each place where that is kept."""
    rows = journal.connection.execute(
        "SELECT place, saw FROM changeset WHERE space=? AND device=? AND seq=? AND saw IS NOT NULL ORDER BY place",
        (space, device, seq),
    )
    return [(place, dict(decode(saw))) for place, saw in rows]


def saw(journal: Journal, row: ChangesetRow) -> dict[int, int]:
    """Return what a changeset had seen, complete: device number → seq."""
    journal.write_down()
    found = journal.connection.execute(
        "SELECT saw FROM changeset WHERE space=? AND device=? AND seq=? AND place<=? AND saw IS NOT NULL"
        " ORDER BY place DESC LIMIT 1",
        (row.space, row.device, row.seq, row.place),
    ).fetchone()
    return dict(decode(found[0])) if found else {}


def whole(journal: Journal, row: ChangesetRow) -> ChangesetRow:
    """Return a row with the author and the label that its changeset says."""
    if row.label is not None:
        return row
    body = journal.body(row)
    return row._replace(author=body.author, label=body.label)


def written(journal: Journal, action: bytes, but: tuple[int, int, int] | None = None) -> set[tuple[int, int]]:
    """Return (space, tick) of the changesets of an action that count, `but` in one (space, device number, seq)."""
    return {(row.space, row.tick) for row in journal.of_action(action) if row[1:4] != but}


def action_of(journal: Journal, space: int, device: int, seq: int, tick: int) -> bytes:
    """Return of which action a changeset that counts is, by its log and tick."""
    journal.write_down()
    sql = "SELECT action FROM changeset WHERE space=? AND device=? AND seq=? AND tick=?"
    return bytes(journal.connection.execute(sql, (space, device, seq, tick)).fetchone()[0])


def newest_first(journal: Journal, space: int, device: int) -> Iterator[ChangesetRow]:
    """Yield the counting changesets of a log, newest first; reads no further than is asked."""
    journal.write_down()
    sql = f"SELECT {COLUMNS} FROM changeset WHERE space=? AND device=? ORDER BY seq DESC, place DESC"
    for row in journal.connection.execute(sql, (space, device)):
        yield ChangesetRow(*row)


def remembered(
    journal: Journal, what: str, find: Callable[[], T], since: Callable[[T, list[Past]], T] | None = None
) -> T:
    """Return what follows from the journal, the roster and `what` alone; `find` is asked where these have changed.

    It is what sharing asks each time, and would otherwise cost the more the larger a circle is. `since` may say it from
    what it was and what came to count since, where nothing that counted has ceased to and not too much has come.
    """
    if not journal.connection.in_transaction:
        journal.follow()
    journal.write_down()
    newest = journal.connection.execute(_NEWEST).fetchone()
    held: tuple[Any, T] | None = journal.found.get(what)
    if held is not None and held[0] != newest and since is not None and newest[0] - held[0][0] <= _FEW:
        rows = journal.by_rows(range(held[0][0] + 1, newest[0] + 1))
        held = journal.found[what] = (newest, since(held[1], [past for _, past in journal.pasts(rows)]))
    elif held is None or held[0] != newest:
        held = journal.found[what] = (newest, find())
    return held[1]
