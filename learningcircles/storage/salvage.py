"""What can be read of a damaged circle file: its journal, row by row, brought into a new file.

Everything else is a fold of the journal. A log is kept as far as its chain holds without a gap; the rest comes back
from whoever has it (see `letting_go`). Where nothing at all can be read of the roster, there is nothing to begin from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError, Locked, Unreadable
from learningcircles.journal.changeset import decode_payload
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash
from learningcircles.storage.connect import UNOPENED, Connection, DatabaseError, connect
from learningcircles.storage.damaged_list import sound
from learningcircles.storage.first_page import openable
from learningcircles.storage.logs import WAITS
from learningcircles.storage.meta import Meta
from learningcircles.storage.migrate import migrate
from learningcircles.storage.rosters import WHOLE_AT, RosterTables, is_short_of
from learningcircles.storage.unfold import damaged_pages
from learningcircles.trust.entry import Entry
from learningcircles.trust.roster import Roster

_AS_THEY_ARE = {
    "aside": "hash",
    "aside_rest": "hash",
    "inbox": "id",
    "undone": "action",
    "draft": "name",
}
"""Tables that are brought over as they are, with what their rows are called by."""
_CATALOGUE = "catalogue"  # the fact that names the region's catalogue: that is asked for again
MOST_MISSED = 100_000
"""So many rows of a table are asked for in vain at most."""

Row = tuple[Any, ...]


Told = Callable[[int, int], None]
"""Is told how far it is, as (done, whole), and may raise a CircleError to end it."""
STEPS = 6


class Salvage(NamedTuple):
    """What was brought over: `gaps`, whether segments are missing; `lost`, whether open changes could not be read.

    `strays`: segments that could be read, and that nothing which was brought over leads to.
    """

    gaps: bool
    lost: bool
    strays: list[Segment]


def is_damaged(path: Path, key: bytes, device: bytes, *, mended: bool = False) -> bool:
    """Return whether pages of a circle's file cannot be read, its first one among them, or not all of its list of
    laptops is there, as far as what this `device` has written under it tells.

    `mended`: also where that was mended, and what was missing of the list has not come back yet.
    """
    try:
        with closing(connect(path, key)) as connection:
            if damaged_pages(connection):
                return True
            tables = RosterTables(connection)
            misses_end = tables.misses_end(device)
            return mended if tables.whole_at() else misses_end
    except DatabaseError:
        return True
    except (Locked, Unreadable) as error:
        if error.code in UNOPENED:
            return True
        raise


def salvage(source: Path, target: Path, key: bytes, told: Told, iv: bytes, device: bytes) -> Salvage:
    """Bring what can be read of `source` into the new file `target`; its tables are empty until they are folded.

    `device` is this laptop's id: what it has closed tells how long its list of laptops was at least.
    `told` hears of `STEPS` steps, the last of which is left for the folding. `iv`: 16 random bytes, for a first page
    that has to be made anew, in a copy beside `target`. Raises OSError where the disk refuses that.
    """
    held = _Held(openable(source, target, key, iv), key)
    try:
        with closing(connect(target, key, create=True)) as fresh:
            migrate(fresh)
            fresh.execute("BEGIN IMMEDIATE")
            found = _fill(fresh, held, told, device)
            fresh.execute("COMMIT")
    finally:
        held.close()
    return found


def _fill(fresh: Connection, held: _Held, told: Told, device: bytes) -> Salvage:
    told(0, STEPS)
    roster = held.numbered("roster_entry", "position")
    missed = held.missed > 0
    found = sound(roster)
    if not found.rows:
        raise Unreadable("not_saved", "{path} is damaged, and nothing in it can be saved.", path=held.path)
    whole_at = max([position + 1 for position, _ in roster] + [len(found.rows) + missed])
    told(1, STEPS)
    segments, strays = _chains(held.numbered("segment", "n"))
    proposals = [row for row in held.ends("proposal", "hash") if _is_entry(row)]
    whole = Roster.replay(found.placed, [Entry.from_wire(decode(row[1])) for row in proposals])
    lasts = {header.space: header.roster_head for header, _, _ in segments if header.device == device}
    if whole_at == len(found.rows) and is_short_of(whole, lasts.values()):
        whole_at += 1
    told(2, STEPS)
    before = held.missed
    tail = held.numbered("tail", "n")
    known = {row[0]: row for row in (held.one("changeset", "n", n) for n, body in tail if _opens(body)) if row}
    lost = held.missed > before or len(known) < len(tail)
    told(3, STEPS)
    _put(fresh, "roster_entry", found.rows)
    _put(fresh, "meta", [row for row in held.ends("meta", "key") if row[0] != _CATALOGUE])
    numbers = {number: header.device for header, number, _ in segments} | dict(held.numbered("device_number", "n"))
    _put(fresh, "device_number", sorted(numbers.items()))
    _put(fresh, "proposal", proposals)
    _put(fresh, "proposal", [(entry.hash, encode(entry.to_wire())) for entry in found.beyond])
    if whole_at > len(found.rows):
        Meta(fresh).put(WHOLE_AT, whole_at)
    for table, key in _AS_THEY_ARE.items():
        _put(fresh, table, held.ends(table, key))
    _put(fresh, "peer", [row for row in held.ends("peer", "name") if _is_readable(row[1])])
    told(4, STEPS)
    _put(fresh, "segment", [row for _, _, row in segments])
    heads = {(header.space, number): (header.seq, header_hash(row[4])) for header, number, row in segments}
    _put(fresh, "log", [(space, number, 0, seq, head) for (space, number), (seq, head) in heads.items()])
    _put(fresh, "changeset", [known[n] for n, _ in tail if n in known])
    _put(fresh, "tail", [row for row in tail if row[0] in known])
    told(5, STEPS)
    return Salvage(before > 0 or len(found.rows) < whole_at, lost, strays)


def _is_entry(row: Row) -> bool:
    try:
        return bool(Entry.from_wire(decode(row[1])).hash == row[0])
    except CircleError:
        return False


def _opens(body: bytes) -> bool:
    """Return whether an open change can be read: nobody has signed it yet."""
    try:
        return bool(decode_payload(body))
    except CircleError:
        return False


def _is_readable(packed: bytes) -> bool:
    try:
        return bool(decode(packed))
    except CircleError:
        return False


def _chains(rows: Sequence[Row]) -> tuple[list[tuple[Header, int, Row]], list[Segment]]:
    """Return the segments that go on from the beginning of their logs, with their device's number, and the others."""
    heads: dict[tuple[int, int], tuple[int, bytes]] = {}
    found: list[tuple[Header, int, Row]] = []
    strays: list[Segment] = []
    for row in sorted(rows, key=lambda row: row[1:4]):
        number, space, device, seq, header_bytes, signature, payload, _ = row
        last, head = heads.get((space, device), (0, ZERO_HASH))
        try:
            header = Header.parse(header_bytes)
        except CircleError:
            continue
        if seq == last + 1 and header.prev_hash == head:
            heads[space, device] = (seq, header_hash(header_bytes))
            found.append((header, device, (number, space, device, seq, header_bytes, signature, payload, WAITS)))
        else:
            strays.append(Segment(header_bytes, signature, payload))
    return found, strays


def _put(fresh: Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        marks = ",".join("?" * len(rows[0]))
        fresh.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


class _Held:
    """A damaged file, opened anew after every page that cannot be read; `missed` counts those.

    SQLCipher may hand out a row that goes on on such a page, with zeros for what it could not read, and says so only
    when it has to decrypt the next page. So it is made to do that, and rows of a scan that did not end well are asked
    for again, one by one.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.missed = 0
        self._key = key
        self._connection = connect(path, key)

    def close(self) -> None:
        """Close it."""
        self._connection.close()

    def numbered(self, table: str, key: str) -> list[Row]:
        """Return what can be read of a table whose rows have numbers, in order; what lies between by its number."""
        names, whole = self._names(table, key)
        if whole is not None:
            return whole
        last = max(names, default=0)
        names |= self._names(table, key, " DESC")[0]
        numbers = [*names, *range(last + 1, min(max(names, default=0), last + MOST_MISSED))]
        found = {number: self.one(table, key, number) for number in numbers}
        return [row for _, row in sorted(found.items()) if row is not None]

    def ends(self, table: str, key: str) -> list[Row]:
        """Return what can be read of a small table from either end."""
        names, whole = self._names(table, key)
        if whole is not None:
            return whole
        names |= self._names(table, key, " DESC")[0]
        return [row for row in (self.one(table, key, name) for name in sorted(names)) if row is not None]

    def one(self, table: str, key: str, name: Any) -> Row | None:
        """Return one row, None where it cannot be read."""
        rows: list[Row] = []
        whole = self._scan(f"SELECT * FROM {table} WHERE {key}=?", rows, name)
        return rows[0] if rows and whole else None

    def _names(self, table: str, key: str, order: str = "") -> tuple[set[Any], list[Row] | None]:
        """Return what the rows that are met from one end are called by, and the rows where all can be read."""
        rows: list[Row] = []
        whole = self._scan(f"SELECT * FROM {table} ORDER BY {key}{order}", rows)
        return {row[0] for row in rows}, rows if whole else None

    def _scan(self, sql: str, rows: list[Row], *words: Any) -> bool:
        """Add to `rows` what is found until a page cannot be read; return whether there was none such."""
        try:
            rows.extend(self._connection.execute(sql, words))
            self._connection.execute("PRAGMA shrink_memory")  # no page is at hand any more
            self._connection.execute("SELECT 1 FROM sqlite_master").fetchall()
        except DatabaseError:
            self.missed += 1
            self._connection.close()
            self._connection = connect(self.path, self._key)
            return False
        return True
