"""What lost of two branches of a circle's logs, sealed as it was, for the laptop that wrote it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence

from learningcircles.journal.segment import Header, Segment
from learningcircles_sync.store import Filed, Link, LogName

MOST_ASIDE, MOST_BYTES = 1_000, 16 * 1024 * 1024
"""So many segments that lost are kept of a log in all, and so many bytes of their payloads: who signs more and more
branches of it could fill the disk."""


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
        sql = "SELECT seq, hash, header FROM aside WHERE circle=? AND space=? AND device=? ORDER BY seq DESC, hash"
        held = self._db.execute(sql, (self._circle, *log)).fetchall() if rows else []
        before = {bytes(hash_): Header.parse(header).prev_hash for _, hash_, header in held}
        fresh = [row for row in rows if row.hash not in before]
        too_many = len(held) + len(fresh) - most
        if too_many <= 0:
            return
        stays = {row.hash for row in rows}
        for row in rows:
            hash_ = Header.parse(row.segment.header).prev_hash
            while hash_ in before and hash_ not in stays:
                stays.add(hash_)
                hash_ = before[hash_]
        gone = [(self._circle, *log, seq, hash_) for seq, hash_, _ in held if bytes(hash_) not in stays][:too_many]
        self._db.executemany("DELETE FROM aside WHERE circle=? AND space=? AND device=? AND seq=? AND hash=?", gone)

    def drop(self, rows: Sequence[Filed]) -> None:
        """Forget what counts now: it is in its log."""
        sql = "DELETE FROM aside WHERE circle=? AND space=? AND device=? AND seq=? AND hash=?"
        self._db.executemany(sql, [(self._circle, *row[:4]) for row in rows])

    def move(self, space: int, device: bytes, seq: int) -> None:
        """Keep what a log holds from this seq on, as far as there is room; the caller takes it all out of there."""
        sql = "SELECT seq, length(payload) FROM segment WHERE circle=? AND space=? AND device=? AND seq>=?"
        held = self._db.execute(f"{sql} AND payload IS NOT NULL ORDER BY seq", (self._circle, space, device, seq))
        count, size = self._held((space, device))
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
        """The headers of what lost of these logs."""
        marks = ",".join("?" * len(devices))
        sql = f"SELECT hash, header FROM aside WHERE circle=? AND device IN ({marks}) ORDER BY space, device, seq, hash"
        rows = self._db.execute(sql, (self._circle, *devices))
        return ((bytes(hash_), Header.parse(packed)) for hash_, packed in rows)

    def get(self, link: Link) -> Segment:
        """One that lies aside."""
        sql = (
            "SELECT header, signature, payload FROM aside WHERE circle=? AND space=? AND device=? AND seq=? AND hash=?"
        )
        return Segment(*self._db.execute(sql, (self._circle, *link)).fetchone())

    def among(self, links: Collection[Link]) -> set[Link]:
        """Which of these lie aside."""
        sql = "SELECT 1 FROM aside WHERE circle=? AND space=? AND device=? AND seq=? AND hash=?"
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
