"""What can be read of a damaged circle file: its journal, row by row, brought into a new file.

Everything else is a fold of the journal. A log is kept as far as its chain holds without a gap; the rest comes back
from whoever has it. Where nothing at all can be read of the roster, there is nothing to begin from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from learningcircles.codec import decode
from learningcircles.errors import CircleError, Locked, Unreadable
from learningcircles.journal.segment import ZERO_HASH, Header, header_hash
from learningcircles.storage.connect import FIRST, UNOPENED, Connection, DatabaseError, connect
from learningcircles.storage.first_page import with_first_page
from learningcircles.storage.logs import WAITS
from learningcircles.storage.migrate import migrate
from learningcircles.storage.rosters import RosterTables
from learningcircles.storage.unfold import damaged_pages
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.roster import Roster

_AS_THEY_ARE = ("aside", "aside_rest", "inbox", "undone", "draft")
_CATALOGUE = "catalogue"  # the fact that names the region's catalogue: that is asked for again
MOST_MISSED = 100_000
"""So many rows of a table are asked for in vain at most."""

Row = tuple[Any, ...]


Told = Callable[[int, int], None]
"""Is told how far it is, as (done, whole), and may raise a CircleError to end it."""
STEPS = 6


class Salvage(NamedTuple):
    """What was brought over: `gaps`, whether segments are missing; `lost`, whether open changes could not be read."""

    gaps: bool
    lost: bool


def is_damaged(path: Path, key: bytes) -> bool:
    """Return whether pages of a circle's file cannot be read, its first one among them, or its list of laptops."""
    try:
        with closing(connect(path, key)) as connection:
            if damaged_pages(connection):
                return True
            RosterTables(connection).load()
            return False
    except DatabaseError:
        return True
    except (Locked, Unreadable) as error:
        if error.code in UNOPENED:
            return True
        raise


def salvage(source: Path, target: Path, key: bytes, told: Told, iv: bytes) -> Salvage:
    """Bring what can be read of `source` into the new file `target`; its tables are empty until they are folded.

    `told` hears of `STEPS` steps, the last of which is left for the folding. `iv`: 16 random bytes, for a first page
    that has to be made anew, in a copy beside `target`. Raises OSError where the disk refuses that.
    """
    held = _opened(source, target, key, iv)
    try:
        with closing(connect(target, key, create=True)) as fresh:
            migrate(fresh)
            fresh.execute("BEGIN IMMEDIATE")
            found = _fill(fresh, held, told)
            fresh.execute("COMMIT")
    finally:
        held.close()
    return found


def _opened(source: Path, target: Path, key: bytes, iv: bytes) -> _Held:
    try:
        return _Held(source, key)
    except (Locked, Unreadable) as error:
        copy = target.with_name(target.name + FIRST)
        if error.code not in UNOPENED or not with_first_page(source, copy, key, iv):
            raise
        return _Held(copy, key)


def _fill(fresh: Connection, held: _Held, told: Told) -> Salvage:
    told(0, STEPS)
    roster = held.numbered("roster_entry", "position")
    placed = _sound([row for place, row in enumerate(roster) if row[0] == place])
    if not placed:
        raise Unreadable("not_saved", "{path} is damaged, and nothing in it can be saved.", path=held.path)
    told(1, STEPS)
    segments = _chains(held.numbered("segment", "n"))
    told(2, STEPS)
    before = held.missed
    tail = held.numbered("tail", "n")
    known = {row[0]: row for row in (held.one("changeset", "n", n) for n, _ in tail) if row is not None}
    lost = held.missed > before or len(known) < len(tail)
    told(3, STEPS)
    _put(fresh, "roster_entry", placed)
    _put(fresh, "meta", [row for row in held.ends("meta") if row[0] != _CATALOGUE])
    numbers = {number: header.device for header, number, _ in segments} | dict(held.numbered("device_number", "n"))
    _put(fresh, "device_number", sorted(numbers.items()))
    _put(fresh, "proposal", [row for row in held.ends("proposal") if _is_entry(row)])
    for table in _AS_THEY_ARE:
        _put(fresh, table, held.ends(table))
    told(4, STEPS)
    _put(fresh, "segment", [row for _, _, row in segments])
    heads = {(header.space, number): (header.seq, header_hash(row[4])) for header, number, row in segments}
    _put(fresh, "log", [(space, number, 0, seq, head) for (space, number), (seq, head) in heads.items()])
    _put(fresh, "changeset", [known[n] for n, _ in tail if n in known])
    _put(fresh, "tail", [row for row in tail if row[0] in known])
    told(5, STEPS)
    return Salvage(before > 0 or len(placed) < len(roster), lost)


def _sound(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the entries of the list of laptops as far as they hold from its beginning; the rest comes with sharing."""
    fewest, most = 0, len(rows)
    at = most
    while fewest < most:
        if _holds(rows[:at]):
            fewest = at
        else:
            most = at - 1
        at = (fewest + most + 1) // 2
    return rows[:fewest]


def _holds(rows: Sequence[Row]) -> bool:
    try:
        Roster.replay([Placed.from_wire(decode(row[1])) for row in rows])
    except CircleError:
        return False
    return True


def _is_entry(row: Row) -> bool:
    try:
        return bool(Entry.from_wire(decode(row[1])).hash == row[0])
    except CircleError:
        return False


def _chains(rows: Sequence[Row]) -> list[tuple[Header, int, Row]]:
    """Return the segments that go on from the beginning of their logs, with their device's number."""
    heads: dict[tuple[int, int], tuple[int, bytes]] = {}
    found: list[tuple[Header, int, Row]] = []
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
    return found


def _put(fresh: Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        marks = ",".join("?" * len(rows[0]))
        fresh.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


class _Held:
    """A damaged file, opened anew after every page that cannot be read; `missed` counts those."""

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
        found = {row[0]: row for row in self._scan(f"SELECT * FROM {table} ORDER BY {key}")}
        if self._ended_well:
            return list(found.values())
        last = max(found, default=0)
        found |= {row[0]: row for row in self._scan(f"SELECT * FROM {table} ORDER BY {key} DESC")}
        for number in range(last + 1, min(max(found, default=0), last + MOST_MISSED)):
            row = self.one(table, key, number) if number not in found else None
            if row is not None:
                found[number] = row
        return [found[number] for number in sorted(found)]

    def ends(self, table: str) -> list[Row]:
        """Return what can be read of a small table from either end."""
        found = list(self._scan(f"SELECT * FROM {table}"))
        if not self._ended_well:
            found += self._scan(f"SELECT * FROM {table} ORDER BY 1 DESC")
        return found

    def one(self, table: str, key: str, number: int) -> Row | None:
        """Return one row, None where it cannot be read."""
        return next(iter(self._scan(f"SELECT * FROM {table} WHERE {key}=?", number)), None)

    def _scan(self, sql: str, *words: int) -> Iterator[Row]:
        self._ended_well = False
        try:
            yield from self._connection.execute(sql, words)
            self._ended_well = True
        except DatabaseError:
            self.missed += 1
            self._connection.close()
            self._connection = connect(self.path, self._key)
