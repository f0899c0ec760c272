"""A store that keeps everything in memory: a third implementation of `HubStore`, and what others are compared with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from threading import Lock
from types import MappingProxyType
from typing import TypeVar

from learningcircles.errors import NotAllowed, NotFound
from learningcircles.journal.segment import Header, Segment
from learningcircles.trust.entry import Entry, Placed
from learningcircles_sync.pages import size_of_segment
from learningcircles_sync.protocol import Done, Item
from learningcircles_sync.store import Back, Erasure, Filed, Head, Link, LogName, Name

T = TypeVar("T")


@dataclass
class MemoryAside:
    """What lost."""

    rows: list[Filed] = field(default_factory=list)

    def headers(self, devices: Collection[bytes]) -> Iterator[tuple[bytes, Header]]:
        rows = [row for row in self.rows if row.device in devices]
        return ((row.hash, Header.parse(row.segment.header)) for row in sorted(rows, key=lambda row: row[:4]))

    def header(self, link: Link) -> tuple[Header, bool] | None:
        row = next((row for row in self.rows if row[:4] == link), None)
        return None if row is None else (Header.parse(row.segment.header), row.segment.payload is not None)

    def get(self, link: Link) -> Segment:
        return next(row.segment for row in self.rows if row[:4] == link)

    def among(self, links: Collection[Link]) -> set[Link]:
        return {row[:4] for row in self.rows if row[:4] in links}

    def drop(self, rows: Sequence[Filed | Back]) -> None:
        gone = {row[:4] for row in rows}
        self.rows = [row for row in self.rows if row[:4] not in gone]

    def count(self) -> int:
        return len(self.rows)


@dataclass
class MemoryRoom:
    """One circle."""

    version: int = 1
    entries: list[Placed] = field(default_factory=list)
    waiting: dict[bytes, Entry] = field(default_factory=dict)
    rows: list[Filed] = field(default_factory=list)
    sealed: list[bytes] = field(default_factory=list)
    aside: MemoryAside = field(default_factory=MemoryAside)

    def roster_version(self) -> int:
        return self.version

    def placed(self, start: int = 0) -> list[Placed]:
        return self.entries[start:]

    def proposals(self) -> list[Entry]:
        return list(self.waiting.values())

    def put_placed(self, start: int, placed: Sequence[Placed]) -> None:
        self.entries[start:] = placed
        for item in placed:
            self.waiting.pop(item.entry.hash, None)
        self.version += 1

    def put_proposals(self, entries: Sequence[Entry]) -> None:
        self.waiting = {**{entry.hash: entry for entry in entries}, **self.waiting}
        self.version += 1

    def drop_proposals(self, hashes: Collection[bytes]) -> None:
        self.waiting = {name: entry for name, entry in self.waiting.items() if name not in hashes}
        self.version += 1

    def heads(self) -> dict[LogName, Head]:
        return {(row.space, row.device): Head(row.seq, row.hash) for row in self.rows}

    def header_hash(self, space: int, device: bytes, seq: int) -> bytes | None:
        return next((row.hash for row in self.rows if row[:3] == (space, device, seq)), None)

    def append(
        self,
        rows: Sequence[Filed | Back],
        aside: Sequence[Filed] = (),
        awaited: Mapping[LogName, int] = MappingProxyType({}),
    ) -> None:
        self.aside.rows += [row for row in aside if row not in self.aside.rows]
        held = {row[:3] for row in self.rows}
        filed = [row if isinstance(row, Filed) else Filed(*row, self.aside.get(row)) for row in rows]
        brought = {row[:4]: row for row in filed}
        self.rows = [brought.get(row[:4], row) if row.segment.payload is None else row for row in self.rows]
        self.rows += [row for row in filed if row[:3] not in held]

    def cut(self, space: int, device: bytes, seq: int, *, keep: bool, back: Collection[Link] = ()) -> None:
        self.aside.rows += [row for row in self.rows if keep and row[:2] == (space, device) and row.seq >= seq]
        self.rows = [row for row in self.rows if row[:2] != (space, device) or row.seq < seq]

    def blank(self) -> list[Name]:
        rows = [(row, Header.parse(row.segment.header).stamp) for row in self.rows if row.space == 2]
        newest = max((stamp for row, stamp in rows if row.segment.payload is not None), default=0)
        return [row[:3] for row, stamp in rows if row.segment.payload is None and stamp > newest]

    def after(self, have: Mapping[LogName, int], limit: int) -> list[Segment]:
        found: list[Segment] = []
        size = 0
        for row in self.rows:
            if row.seq > have.get((row.space, row.device), 0):
                size += size_of_segment(row.segment)
                if found and size > limit:
                    break
                found.append(row.segment)
        return found

    def erase(self, rows: Sequence[Erasure], awaited: Mapping[LogName, int] = MappingProxyType({})) -> None:
        self.aside.rows = [
            row for row in self.aside.rows if row.segment.payload is None or row.seq <= awaited.get(row[:2], 0)
        ]
        names = set(rows)
        for place, row in enumerate(self.rows):
            if Erasure(*row[:4]) in names:
                self.rows[place] = row._replace(segment=row.segment._replace(payload=None))

    def messages(self, known: Collection[bytes], limit: int) -> list[bytes]:
        return [each for each in self.sealed if hashlib.sha256(each).digest()[:8] not in known]

    def done(self, rows: Sequence[Done]) -> None:
        heads = self.heads()
        gone = {row.message for row in rows if heads.get((1, row.device), Head(0, b"")).seq >= row.seq}
        self.sealed = [each for each in self.sealed if hashlib.sha256(each).digest()[:16] not in gone]


@dataclass
class MemoryStore:
    """All circles of a hub. `codes`: one-time code → the circle that used it; `items`: the region's catalogue."""

    codes: dict[bytes, bytes | None] = field(default_factory=dict)
    rooms: dict[bytes, MemoryRoom] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def read(self, circle: bytes, work: Callable[[MemoryRoom], T]) -> T:
        if circle not in self.rooms:
            raise NotFound("circle_unknown", "This hub does not know the circle.")
        return work(self.rooms[circle])

    def write(self, circle: bytes, work: Callable[[MemoryRoom], T]) -> T:
        with self.lock:
            room = self.read(circle, deepcopy)
            result = work(room)
            self.rooms[circle] = room
            return result

    def check_code(self, code: bytes, circle: bytes, now_ms: int) -> None:
        if code not in self.codes:
            raise NotAllowed("code_unknown", "The hub does not know this code.")
        if self.codes[code] not in (None, circle):
            raise NotAllowed("code_used", "Another circle has used this code already.")

    def admit(self, code: bytes, circle: bytes, now_ms: int, work: Callable[[MemoryRoom], T]) -> T:
        self.check_code(code, circle, now_ms)
        self.codes[code] = circle
        return self.admit_again(circle, now_ms, work)

    def admit_again(self, circle: bytes, now_ms: int, work: Callable[[MemoryRoom], T]) -> T:
        self.rooms.setdefault(circle, MemoryRoom())
        return self.write(circle, work)

    def catalogue_digest(self, circle: bytes) -> bytes:
        rows = [f"{item.circle.hex()}{item.id.hex()}{item.body}" for item in self.items if item.circle != circle]
        return hashlib.sha256("\n".join(rows).encode()).digest()[:8]

    def catalogue(self, circle: bytes, after: tuple[bytes, bytes], limit: int) -> list[Item]:
        rows = sorted((item for item in self.items if item.circle != circle), key=lambda item: (item.circle, item.id))
        return [item for item in rows if (item.circle, item.id) > after][:limit]
