"""What can be read of a damaged circle file: its journal, row by row, brought into a new file.

Everything else is a fold of the journal. A log is kept as far as its chain holds without a gap; the rest comes back
from whoever has it (see `letting_go`). Where nothing at all can be read of the roster, there is nothing to begin from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.entities.declare import Space
from learningcircles.entities.registry import space_of
from learningcircles.errors import CircleError, Locked, Unreadable
from learningcircles.journal.changeset import Changeset, decode_payload
from learningcircles.journal.operations import EntryOp
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash, verify_segment
from learningcircles.storage.connect import UNOPENED, Connection, DatabaseError, connect
from learningcircles.storage.damaged_file import DamagedFile
from learningcircles.storage.damaged_list import Sound, sound, waiting_in
from learningcircles.storage.first_page import openable
from learningcircles.storage.letting_go import Found, Parcel
from learningcircles.storage.logs import BEHIND, WAITS
from learningcircles.storage.looked import LOOKED
from learningcircles.storage.migrate import migrate
from learningcircles.storage.rosters import RosterTables, is_short_of
from learningcircles.storage.still_shown import device_numbers, shown_in
from learningcircles.storage.unfold import damaged_pages
from learningcircles.trust.roster import Roster

_AS_THEY_ARE = {
    "aside": "hash",
    "aside_rest": "hash",
    "inbox": "id",
    "undone": "action",
    "draft": "name",
}
"""Tables that are brought over as they are, with what their rows are called by."""
_LEFT_OUT = ("catalogue", LOOKED)
"""Facts that are not: the catalogue is asked for again, and of what was looked through the rest may be lost."""

Row = tuple[Any, ...]


Told = Callable[[int, int], None]
"""Is told how far it is, as (done, whole), and may raise a CircleError to end it."""
STEPS = 6
_MOST_FILLED = 16
"""So many rows of a list that do not hold are tried one by one: each time the list is followed from its beginning."""
Kept = Callable[[], Iterable[Sequence[Row]]]
"""Yields the rows of the list of laptops as backups hold it, the newest first; asked where the file's own are lost."""


class Salvage(NamedTuple):
    """What was brought over: `gaps`, whether segments are missing; `lost`, whether open changes could not be read;
    `list_lost`, whether a part of the list of laptops could not; `unread`, how much of what waits for its place in it.

    `rest`: what could be read beside it; the lists where they may say more than the journal that was brought over.
    """

    gaps: bool
    lost: bool
    list_lost: bool
    unread: int
    rest: Found


class _OpenTail(NamedTuple):
    """What was not shared yet: the rows of the tail with those of the journal's index, and what the latter lacks;
    `lost`: whether some of it could not be read.
    """

    tail: list[Row]
    rows: list[Row]
    unplaced: list[tuple[int, Changeset]]
    lost: bool


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


def salvage(
    source: Path, target: Path, key: bytes, told: Told, iv: bytes, device: bytes, kept: Kept = tuple
) -> Salvage:
    """Bring what can be read of `source` into the new file `target`; its tables are empty until they are folded.

    `device` is this laptop's id: what it has closed tells how long its list of laptops was at least.
    `told` hears of `STEPS` steps, the last of which is left for the folding. `iv`: 16 random bytes, for a first page
    that has to be made anew, in a copy beside `target`. Raises OSError where the disk refuses that.
    """
    held = DamagedFile(openable(source, target, key, iv), key)
    try:
        with closing(connect(target, key, create=True)) as fresh:
            migrate(fresh)
            fresh.execute("BEGIN IMMEDIATE")
            found = _fill(fresh, held, told, device, kept)
            fresh.execute("COMMIT")
    finally:
        held.close()
    return found


def _fill(fresh: Connection, held: DamagedFile, told: Told, device: bytes, kept: Kept) -> Salvage:
    told(0, STEPS)
    found, whole_at = _list_of_laptops(held, kept)
    told(1, STEPS)
    missed = held.missed
    segments, strays = _chains(held.numbered("segment", "n"))
    short = bool(strays) or _are_short(held, segments, missed=held.missed > missed)
    waiting, unread = waiting_in(found.placed, held.ends("proposal", "hash"))
    whole = Roster.replay(found.placed, waiting)
    wanted = found.heads | _heads_beyond(whole, segments, device)
    whole_at = max(whole_at, len(found.rows) + bool(wanted))
    told(2, STEPS)
    open_ = _open_tail(held)
    gaps = short or len(found.rows) < whole_at
    shown = shown_in(held, closed=not gaps and not strays) if gaps or open_.lost or strays else None
    rest = Found(strays, open_.unplaced, shown, gaps)
    told(3, STEPS)
    _put(fresh, "roster_entry", found.rows)
    _put(fresh, "meta", [row for row in held.ends("meta", "key") if row[0] not in _LEFT_OUT])
    numbers = {number: header.device for header, number, _ in segments} | dict(device_numbers(held))
    _put(fresh, "device_number", sorted(numbers.items()))
    _put(fresh, "proposal", [(entry.hash, encode(entry.to_wire())) for entry in [*waiting, *found.beyond]])
    if whole_at > len(found.rows):
        RosterTables(fresh).want(whole_at + len(whole.state.side), wanted)
    for table, key in _AS_THEY_ARE.items():
        _put(fresh, table, held.ends(table, key))
    _put(fresh, "peer", [row for row in held.ends("peer", "name") if _is_readable(row[1])])
    told(4, STEPS)
    _put(fresh, "segment", [row for _, _, row in segments])
    heads = {(header.space, number): (header.seq, header_hash(row[4])) for header, number, row in segments}
    _put(fresh, "log", [(space, number, 0, seq, head) for (space, number), (seq, head) in heads.items()])
    _put(fresh, "changeset", open_.rows)
    _put(fresh, "tail", open_.tail)
    told(5, STEPS)
    return Salvage(gaps, open_.lost, len(found.rows) < whole_at, unread, rest)


def _heads_beyond(roster: Roster, segments: Sequence[tuple[Header, int, Row]], device: bytes) -> set[bytes]:
    """Return the heads that the last segments of a device name and the list does not know. A bit of one may be struck
    as well: who signed it tells, where the list knows its key.
    """
    lasts = {header.space: (header, Segment(*row[4:7])) for header, _, row in segments if header.device == device}
    maker = roster.devices.get(device)
    signed = [h for h, segment in lasts.values() if maker is None or _is_signed(segment, maker.sign)]
    return {header.roster_head for header in signed if is_short_of(roster, [header.roster_head])}


def _is_signed(segment: Segment, sign: bytes) -> bool:
    try:
        return bool(verify_segment(segment, sign))
    except CircleError:
        return False


def _open_tail(held: DamagedFile) -> _OpenTail:
    before = held.missed
    bodies = held.numbered("tail", "n")
    tail = [row for row in bodies if _opens(row[1])]
    lost = held.missed > before or len(tail) < len(bodies)
    index = {row[0]: row for row in held.numbered("changeset", "n")}
    known = [row for row in tail if row[0] in index]
    unplaced = _open_changes(body for n, body in tail if n not in index)
    return _OpenTail(known, [index[n] for n, _ in known], unplaced, lost)


def _list_of_laptops(held: DamagedFile, kept: Kept) -> tuple[Sound, int]:
    """Return what holds of the list, and how many entries it had as far as can be told.

    It stands in the file twice: each entry is taken from where it can be read, or else from the newest backup.
    """
    rows = held.numbered("roster_entry", "position")
    missed = held.missed > 0
    found = sound(rows)
    if missed or len(found.rows) < len(rows):
        again = held.indexed("roster_entry", "roster_entry_again", "position, wire", "position")
        rows = _merged(rows, again)
        found = max(found, sound(rows), key=lambda each: len(each.rows))
        missed = missed and not (again and again[-1][0] + 1 == len(found.rows))
        if missed or len(found.rows) < len(rows):
            newest = [_filled(rows, old) for old in islice(kept(), 1)]
            found = max([found, *newest], key=lambda each: len(each.rows))
    if not found.rows:
        raise Unreadable("not_saved", "{path} is damaged, and nothing in it can be saved.", path=held.path)
    return found, max([position + 1 for position, _ in rows] + [len(found.rows) + missed])


def _filled(rows: Sequence[Row], old: Sequence[Row]) -> Sound:
    """Return what holds of a list with a backup's rows in it. As long as a few are enough, only those take the place of
    what does not hold here: since the backup another list may have come to count.
    """
    spare: dict[int, Any] = dict(old)
    mixed: dict[int, Any] = dict(_merged(old, rows))
    found = sound(sorted(mixed.items()))
    for _ in range(_MOST_FILLED):
        at = len(found.rows)
        if spare.get(at) in (None, mixed.get(at)):
            break
        mixed[at] = spare[at]
        found = sound(sorted(mixed.items()))
    return max(found, sound(_merged(rows, old)), key=lambda each: len(each.rows))


def _merged(rows: Iterable[Row], others: Iterable[Row]) -> list[Row]:
    return sorted((dict(rows) | dict(others)).items())


def _are_short(held: DamagedFile, segments: Sequence[tuple[Header, int, Row]], *, missed: bool) -> bool:
    """Return whether there were more segments than these, by what is noted of the logs.

    Where that cannot be read, whether some were `missed`.
    """
    before = held.missed
    logs = held.ends("log", "space", "device")
    ends = {(header.space, number): header.seq for header, number, _ in segments}
    short = any(stored > ends.get((space, device), 0) for space, device, _, stored, _ in logs)
    return short or (missed and held.missed > before)


def _open_changes(bodies: Iterable[bytes]) -> list[tuple[int, Changeset]]:
    """Return the changes of an open tail of which the index is lost, oldest first, each with its space."""
    found: list[tuple[int, Changeset]] = []
    seen: dict[int, dict[bytes, int]] = {}
    for body in bodies:
        changeset = decode_payload(body)[0]
        if isinstance(changeset, Changeset) and changeset.ops:
            op = changeset.ops[0]
            space = int(Space.PRIVATE if isinstance(op, EntryOp) else space_of(op.entity))
            # The first one of a segment says all that its laptop had seen, the others what more they had.
            seen[space] = {**seen.get(space, {}), **changeset.saw}
            found.append((space, changeset._replace(saw=seen[space])))
    return found


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


def _chains(rows: Sequence[Row]) -> tuple[list[tuple[Header, int, Row]], list[Parcel]]:
    """Return the segments that go on from the beginning of their logs, with their device's number, and the others."""
    heads: dict[tuple[int, int], tuple[int, bytes]] = {}
    found: list[tuple[Header, int, Row]] = []
    strays: list[Parcel] = []
    for row in sorted(rows, key=lambda row: row[1:4]):
        _, space, device, seq, header_bytes, signature, payload, state = row
        last, head = heads.get((space, device), (0, ZERO_HASH))
        try:
            header = Header.parse(header_bytes)
        except CircleError:
            continue
        if seq == last + 1 and header.prev_hash == head:
            heads[space, device] = (seq, header_hash(header_bytes))
            found.append((header, device, (*row[:7], WAITS if state == BEHIND else state)))
        else:
            strays.append(Parcel(space, header.device, seq, state, Segment(header_bytes, signature, payload)))
    return found, strays


def _put(fresh: Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        marks = ",".join("?" * len(rows[0]))
        fresh.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)
