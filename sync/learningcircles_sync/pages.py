"""What a laptop and a receiver write and read alike: what is had, the digest, a page's share of the roster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from learningcircles import codec
from learningcircles.crypto.hashing import sha256
from learningcircles.errors import Unreadable
from learningcircles.journal.segment import Header, Segment
from learningcircles.trust.entry import ENTRY_BYTES, Entry, Placed
from learningcircles.trust.redact import Redactions
from learningcircles.trust.roster import Roster, fallen_beyond
from learningcircles_sync.protocol import ROSTER_BYTES
from learningcircles_sync.store import Head, LogName, Name

SPACES = 3
Have = Mapping[LogName, int]
SEGMENT_OVERHEAD = 330
"""A header (≤256), a signature and their msgpack lengths."""


def write_have(have: Have, roster: Roster) -> tuple[list[list[int]], list[tuple[int, bytes, int]]]:
    """Return (`have` rows by roster index, strangers) of a version vector by device id."""
    index = {device.id: device.index for device in roster.devices.values() if device.index is not None}
    rows: list[list[int]] = [[] for _ in range(SPACES)]
    strangers = []
    for (space, device), seq in sorted(have.items()):
        place = index.get(device)
        if place is None:
            strangers.append((space, device, seq))
            continue
        row = rows[space]
        row.extend([0] * (place + 1 - len(row)))
        row[place] = seq
    while rows and not rows[-1]:
        rows.pop()
    return rows, strangers


def read_have(
    rows: Sequence[Sequence[int]], strangers: Iterable[tuple[int, bytes, int]], roster: Roster
) -> dict[LogName, int]:
    """Return the version vector by device id; indexes that this roster does not know are left out."""
    device_of = {device.index: device.id for device in roster.devices.values() if device.index is not None}
    have: dict[LogName, int] = {}
    for space, row in enumerate(rows):
        for index, seq in enumerate(row):
            if seq and index in device_of:
                have[space, device_of[index]] = seq
    for space, device, seq in strangers:
        have[space, device] = seq
    return have


def held_whole(have: dict[LogName, int], blank: Iterable[Name], erased: Redactions) -> dict[LogName, int]:
    """Return a version vector that ends before what somebody left out on the way: whoever has it brings it then."""
    whole = dict(have)
    for space, device, seq in blank:
        if not erased.concern((space, device, seq)):
            whole[space, device] = min(seq - 1, whole.get((space, device), 0))
    return {log: seq for log, seq in whole.items() if seq}


def digest_of(heads: Mapping[LogName, Head]) -> bytes:
    """Return 16 bytes over all heads: SHA-256 of the sorted msgpack [[space, device, seq, header hash]…]."""
    rows = sorted([space, device, head.seq, head.hash] for (space, device), head in heads.items())
    return sha256(codec.encode(rows))[:16]


def lacks(have: Have, theirs: Have) -> bool:
    """Return whether `have` holds anything beyond `theirs`."""
    return bool(lacking(have, theirs))


def lacking(have: Have, theirs: Have) -> set[bytes]:
    """Return the devices of which `have` holds anything beyond `theirs`."""
    return {log[1] for log, seq in have.items() if seq > theirs.get(log, 0)}


def size_of_segment(segment: Segment) -> int:
    """Return about how many bytes a segment takes in a page."""
    return SEGMENT_OVERHEAD + len(segment.payload or b"")


def size_of_placed(placed: Placed) -> int:
    """Return about how many bytes a placed entry takes in a page."""
    return len(placed.entry.body) + len(placed.entry.envelopes or b"") + len(placed.place) + 220


def stretch(placed: Sequence[Placed], limit: int) -> list[Placed]:
    """Return the first entries that fit into `limit` bytes, but at least one if there is one."""
    taken: list[Placed] = []
    size = 0
    for item in placed:
        size += size_of_placed(item)
        if taken and size > limit:
            break
        taken.append(item)
    return taken


def fitting(entries: Iterable[Entry], limit: int) -> list[Entry]:
    """Return the smallest proposals that fit into `limit` bytes; the others wait until those are placed.

    An `add` is among the smallest: without its own a joiner would not even be heard.
    """
    taken: list[Entry] = []
    for entry in sorted(entries, key=size_of_entry):
        limit -= size_of_entry(entry)
        if limit < 0:
            break
        taken.append(entry)
    return taken


def beginning(entries: Iterable[Entry], limit: int) -> list[Entry]:
    """Return the first entries that fit into `limit` bytes: each may stand on those before it."""
    taken: list[Entry] = []
    for entry in entries:
        limit -= size_of_entry(entry)
        if limit < 0:
            break
        taken.append(entry)
    return taken


def portions(entries: Sequence[Entry], limit: int) -> Iterator[list[Entry]]:
    """Yield all entries in their order, about `limit` bytes at a time and at least one."""
    left = list(entries)
    while left:
        part = beginning(left, limit) or left[:1]
        left = left[len(part) :]
        yield part


def parcels(segments: Iterable[Segment], limit: int) -> Iterator[list[Segment]]:
    """Yield all segments in their order, about `limit` bytes at a time and at least one."""
    part: list[Segment] = []
    size = 0
    for segment in segments:
        size += size_of_segment(segment)
        if part and size > limit:
            yield part
            part, size = [], size_of_segment(segment)
        part.append(segment)
    if part:
        yield part


def followed_to(headers: Mapping[bytes, Header], ends: Set[bytes]) -> set[bytes]:
    """Return the hashes of `headers` (by hash) from which branches lead to an end: `ends` are how the last ones' hashes
    begin."""
    before = {hash_: header.prev_hash for hash_, header in headers.items()}
    found: set[bytes] = set()
    for end in [hash_ for hash_ in before if hash_[:8] in ends]:
        while end in before and end not in found:
            found.add(end)
            end = before[end]
    return found


def told(waiting: Iterable[Entry], strays: Sequence[Entry]) -> list[Entry]:
    """Return what one message brings beside placed entries: what waits, and strays as far as there is room.

    `strays`: those that the other side lacks, and erasures that fell away, each after what it stands on.
    """
    # What waits leaves them room: it may wait for long, and a laptop on a list that has lost stands still meanwhile.
    first = fitting(waiting, ROSTER_BYTES - min(sum(map(size_of_entry, strays)), ROSTER_BYTES // 2))
    return first + beginning(strays, ROSTER_BYTES - sum(map(size_of_entry, first)))


def beyond(roster: Roster, known: Iterable[bytes], *, lost: bool, erasures: bool) -> list[Entry]:
    """Return the strays (where `lost`) and the erasures that fell away (where so) that the other side lacks.

    `known`: how the heads and the hashes of those begin that it has.
    """
    has = set(known)
    strays = roster.strays_beyond(has) if lost else []
    return strays + (fallen_beyond(roster, has) if erasures else [])


def known_strays(roster: Roster, *, lost: bool, erasures: bool) -> list[bytes]:
    """Return how the heads of the strays begin that are known here (where `lost`), and the hashes of erasures that fell
    away (where so).
    """
    heads = [head[:8] for head in roster.state.side] if lost else []
    return heads + ([entry.hash[:8] for entry in roster.told_fallen] if erasures else [])


def size_of_entry(entry: Entry) -> int:
    """Return about how many bytes a proposal takes in a page."""
    return len(entry.body) + len(entry.envelopes or b"") + 150


def whole_list(mine: Roster, offered: Sequence[Placed]) -> list[Placed]:
    """Return the list of whoever sent this: our entries up to its first, and then its own."""
    if not offered:
        return list(mine.placed)
    first = offered[0].position()[0]
    if first > len(mine.placed):
        raise Unreadable("roster_gap", "A part of the list of this circle's laptops is missing.")
    whole = [*mine.placed[:first], *offered]
    same = all(item.head == mine.placed[first + n].head for n, item in enumerate(offered[: len(mine.placed) - first]))
    return [*whole, *mine.placed[len(whole) :]] if same else whole


def check_entries(entries: Iterable[Entry]) -> None:
    """Refuse entries over their cap; signatures are judged where they count."""
    for entry in entries:
        if len(entry.body) + len(entry.envelopes or b"") > ENTRY_BYTES:
            raise Unreadable("malformed_roster", "The list of this circle's laptops arrived damaged.")
