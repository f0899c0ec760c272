"""What lost of two branches of a circle's logs, sealed as it was, for the laptop that wrote it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from learningcircles.journal.segment import Header, Segment
from learningcircles_sync.store import Back, Filed, Link, LogName

MOST_ASIDE, MOST_BYTES = 1_000, 16 * 1024 * 1024
"""So many segments that lost are kept of a log in all, and so many bytes of their payloads: who signs more and more
branches of it could fill the disk."""

_ONE = "circle=? AND space=? AND device=? AND seq=? AND hash=?"


class Aside:
    """Reads and writes one circle's rows (see store.Aside)."""

    def __init__(self, connection: sqlite3.Connection, circle: bytes) -> None:
        self._db = connection
        self._circle = circle

    def keep(self, rows: Sequence[Filed], awaited: Mapping[LogName, int]) -> None:
        """Keep what is brought, up to MOST_ASIDE of a log and as many more as its end that is `awaited` may take.

        What may lead to that end has others make room: whoever has a copy of the laptop's disk could have filled it.
        """
        for log, upto in awaited.items():
            self._make_room(log, [row for row in rows if row[:2] == log and row.seq <= upto], MOST_ASIDE + upto)
        room: dict[LogName, tuple[int, int]] = {}
        for lost in rows:
            log = (lost.space, lost.device)
            count, size = room[log] if log in room else self._held(log)
            upto, wanted = awaited.get(log, 0), len(lost.segment.payload or b"")
            room[log] = count, size
            if count < MOST_ASIDE + upto and (lost.seq <= upto or size + wanted <= MOST_BYTES):
                values = (self._circle, lost.device, lost.space, lost.seq, lost.hash, *lost.segment)
                if self._db.execute("INSERT OR IGNORE INTO aside VALUES (?,?,?,?,?,?,?,?)", values).rowcount:
                    room[log] = count + 1, size + wanted

    def _held(self, log: LogName) -> tuple[int, int]:
        """Return how many segments lie aside of a log, and of how many bytes."""
        sql = "SELECT count(*), coalesce(sum(length(payload)), 0) FROM aside WHERE circle=? AND device=? AND space=?"
        count, size = self._db.execute(sql, (self._circle, log[1], log[0])).fetchone()
        return count, size

    def _make_room(self, log: LogName, rows: Sequence[Filed], most: int) -> None:
        """Forget as many of a log as rows would be too many, the last ones first, but nothing that these go on from."""
        links = {row[:4] for row in rows}
        too_many = self._held(log)[0] + len(links) - len(self.among(links)) - most
        if too_many > 0:
            gone = [(self._circle, *link) for link in islice(self._others(log, rows), too_many)]
            self._db.executemany(f"DELETE FROM aside WHERE {_ONE}", gone)

    def _others(self, log: LogName, rows: Sequence[Filed]) -> Iterator[Link]:
        """Yield what lies aside of a log, the last ones first, but for rows and what they go on from.

        Whoever takes a few reads a few, and of no more than what the rows go on from is the header looked into.
        """
        stays: dict[int, set[bytes]] = defaultdict(set)
        for row in rows:
            stays[row.seq].add(row.hash)
            stays[row.seq - 1].add(Header.parse(row.segment.header).prev_hash)
        sql = "SELECT seq, hash, header FROM aside WHERE circle=? AND space=? AND device=? ORDER BY seq DESC, hash DESC"
        for seq, hash_, packed in self._db.execute(sql, (self._circle, *log)):
            if hash_ in stays.get(seq, ()):
                stays[seq - 1].add(Header.parse(packed).prev_hash)
            else:
                yield (*log, seq, hash_)

    def drop(self, rows: Sequence[Filed | Back]) -> None:
        """Forget what counts now: it is in its log."""
        self._db.executemany(f"DELETE FROM aside WHERE {_ONE}", [(self._circle, *row[:4]) for row in rows])

    def give_back(self, link: Link, position: int) -> bool:
        """Put what lies aside into its log, unless there is a segment; from table to table, payload and all."""
        sql = (
            "INSERT OR IGNORE INTO segment SELECT circle, space, device, seq, ?, hash, header, signature, payload, NULL"
            f" FROM aside WHERE {_ONE}"
        )
        stored = self._db.execute(sql, (position, self._circle, *link)).rowcount
        self._db.execute(f"DELETE FROM aside WHERE {_ONE}", (self._circle, *link))
        return bool(stored)

    def move(self, space: int, device: bytes, seq: int, back: Collection[Link] = ()) -> None:
        """Keep what a log holds from this seq on, as far as there is room; the caller takes it all out of there.

        What goes `back` into the log in its place takes no room, though it still lies here.
        """
        sql = "SELECT seq, length(payload) FROM segment WHERE circle=? AND space=? AND device=? AND seq>=?"
        held = self._db.execute(f"{sql} AND payload IS NOT NULL ORDER BY seq", (self._circle, space, device, seq))
        count, size = self._held((space, device))
        for link in back:
            leaves = self._db.execute(
                f"SELECT coalesce(length(payload), 0) FROM aside WHERE {_ONE}", (self._circle, *link)
            )
            for (freed,) in leaves if link[:2] == (space, device) else ():
                count, size = count - 1, size - freed
        upto = 0
        for place, wanted in held.fetchall():
            count, size = count + 1, size + wanted
            if count > MOST_ASIDE or size > MOST_BYTES:
                break
            upto = place
        self._db.execute(
            "INSERT OR IGNORE INTO aside SELECT circle, device, space, seq, hash, header, signature, payload"
            " FROM segment WHERE circle=? AND space=? AND device=? AND seq>=? AND seq<=? AND payload IS NOT NULL",
            (self._circle, space, device, seq, upto),
        )

    def headers(self, devices: Collection[bytes]) -> Iterator[tuple[bytes, Header]]:
        """The headers of what lost of these logs: asked at each share, as many as a copy of a disk may have signed."""
        marks = ",".join("?" * len(devices))
        sql = f"SELECT hash, header FROM aside WHERE circle=? AND device IN ({marks}) ORDER BY space, device, seq, hash"
        rows = self._db.execute(sql, (self._circle, *devices))
        return ((bytes(hash_), Header.read_own(packed)) for hash_, packed in rows)

    def header(self, link: Link) -> tuple[Header, bool] | None:
        """The header of one, and whether its payload is kept."""
        sql = f"SELECT header, typeof(payload) FROM aside WHERE {_ONE}"  # which does not read it
        row = self._db.execute(sql, (self._circle, *link)).fetchone()
        return (Header.parse(row[0]), row[1] != "null") if row else None

    def get(self, link: Link) -> Segment:
        """One that lies aside."""
        sql = f"SELECT header, signature, payload FROM aside WHERE {_ONE}"
        return Segment(*self._db.execute(sql, (self._circle, *link)).fetchone())

    def among(self, links: Collection[Link]) -> set[Link]:
        """Which of these lie aside."""
        sql = f"SELECT 1 FROM aside WHERE {_ONE}"
        return {link for link in links if self._db.execute(sql, (self._circle, *link)).fetchone()}

    def count(self) -> int:
        """How many lie aside."""
        return int(self._db.execute("SELECT count(*) FROM aside WHERE circle=?", (self._circle,)).fetchone()[0])

    def clear(self, awaited: Mapping[LogName, int]) -> None:
        """Keep no payload any more but those up to the seq that is awaited of their log."""
        for device, space in self._db.execute(
            "SELECT DISTINCT device, space FROM aside WHERE circle=?", (self._circle,)
        ).fetchall():
            self._db.execute(
                "DELETE FROM aside WHERE circle=? AND device=? AND space=? AND seq>? AND payload IS NOT NULL",
                (self._circle, device, space, awaited.get((space, bytes(device)), 0)),
            )
