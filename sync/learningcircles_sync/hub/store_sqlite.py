"""The hub's store on SQLite: one file, one writing thread, as many readers as there are requests."""

from __future__ import annotations

import datetime
import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from learningcircles.errors import NotAllowed, NotFound
from learningcircles.trust.roster import Roster
from learningcircles_sync.hub import catalogue
from learningcircles_sync.hub.merging import Merging
from learningcircles_sync.hub.room import Room
from learningcircles_sync.hub.rosters import Rosters
from learningcircles_sync.hub.schema import migrate, open_database, storage_trouble
from learningcircles_sync.hub.writer import Writer
from learningcircles_sync.protocol import SHELF_TOTAL, Item
from learningcircles_sync.store import CircleRoom

T = TypeVar("T")
CODE_MS = 30 * 24 * 3600 * 1000
"""A steward's code serves for thirty days."""
NEAR = 2
"""The least reach at which other circles' laptops see an item."""


class SqliteStore:
    """All circles of a hub in one file (see store.HubStore)."""

    def __init__(self, path: Path, now_ms: Callable[[], int], key: bytes = b"") -> None:
        """`key`: the hub's public one; it shows only circles whose list it keeps. Empty: all of them."""
        migrate(path)
        self._path = path
        self._now_ms = now_ms
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._erased = threading.Event()
        self._erased.set()  # a hub that was killed in the middle finishes when it starts
        self._rosters = Rosters()
        merging = Merging(self._rosters, now_ms, key)
        self._writer = Writer(open_database(path), merging.run, self._empty_wal)

    def close(self) -> None:
        """Finish what waits and close the file."""
        self._writer.close()
        for connection in self._readers:
            connection.close()

    def read(self, circle: bytes, work: Callable[[CircleRoom], T]) -> T:
        """Run reading work on one snapshot."""
        with self.snapshot() as connection:
            _known(connection, circle)
            return work(Room(connection, circle))

    def roster(self, circle: bytes) -> Roster:
        """Return a circle's roster, replayed once for each state of it; raises NotFound as `read`."""
        with self.snapshot() as connection:
            _known(connection, circle)
            return self._rosters.of(connection, circle)

    def write(self, circle: bytes, work: Callable[[CircleRoom], T]) -> T:
        """Run writing work in one transaction, durable on return."""
        return self.write_room(circle, work)

    def write_room(self, circle: bytes, work: Callable[[Room], T]) -> T:
        """Run writing work that needs more of a room than the laptops' endpoint does."""

        def run(connection: sqlite3.Connection) -> T:
            _known(connection, circle)
            return work(Room(connection, circle, self._erased.set))

        return self._writer.run(run)

    def admit(self, code: bytes, circle: bytes, now_ms: int, work: Callable[[CircleRoom], T]) -> T:
        """Let a circle in with a one-time code."""

        def run(connection: sqlite3.Connection) -> T:
            _use_code(connection, code, circle, now_ms)
            return _let_in(connection, circle, now_ms, work)

        return self._writer.run(run)

    def admit_again(self, circle: bytes, now_ms: int, work: Callable[[CircleRoom], T]) -> T:
        """Let a circle in that was in before."""
        return self._writer.run(lambda connection: _let_in(connection, circle, now_ms, work))

    def check_code(self, code: bytes, circle: bytes, now_ms: int) -> None:
        """Refuse a code that lets this circle not in."""
        with self.snapshot() as connection:
            _check_code(connection, code, circle, now_ms)

    def _empty_wal(self, connection: sqlite3.Connection) -> bool:
        """Let what was erased leave the WAL too; False where somebody reads at this moment: it is tried again."""
        if self._erased.is_set() and not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            self._erased.clear()
        return not self._erased.is_set()

    def new_code(self, code: bytes) -> None:
        """Accept a one-time code from now on; only its hash is kept."""
        expires = self._now_ms() + CODE_MS
        row = (hashlib.sha256(code).digest(), None, expires)
        self._writer.run(lambda connection: connection.execute("INSERT INTO code VALUES (?,?,?)", row) and None)

    def catalogue_digest(self, circle: bytes) -> bytes:
        """Eight bytes that change when the other circles' items change, or some of them expire."""
        with self.snapshot() as connection:
            rows = connection.execute("SELECT circle, shelf FROM circle WHERE circle<>? ORDER BY circle", (circle,))
            total = hashlib.sha256(self.today().encode())
            for other, shelf in rows:
                total.update(other + shelf.to_bytes(8, "big"))
        return total.digest()[:8]

    def catalogue(self, circle: bytes, after: tuple[bytes, bytes], limit: int) -> list[Item]:
        """Public items of the other circles."""
        with self.snapshot() as connection:
            found = catalogue.items(
                connection, self.today(), reach=NEAR, but=circle, after=after, limit=limit, most=SHELF_TOTAL
            )
        return [Item(item.circle, item.circle_name, item.id, item.body) for item in found]

    def today(self) -> str:
        """Return this hub's date (UTC)."""
        return datetime.datetime.fromtimestamp(self._now_ms() / 1000, datetime.UTC).date().isoformat()

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's reading connection within one snapshot."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = open_database(self._path)
            connection.execute("PRAGMA query_only = ON")
            self._readers.append(connection)
        try:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise storage_trouble(error) from error


def _let_in(connection: sqlite3.Connection, circle: bytes, now_ms: int, work: Callable[[CircleRoom], T]) -> T:
    connection.execute("INSERT OR IGNORE INTO circle VALUES (?,?,0,1,0)", (circle, now_ms))
    return work(Room(connection, circle))


def _known(connection: sqlite3.Connection, circle: bytes) -> None:
    if connection.execute("SELECT 1 FROM circle WHERE circle=?", (circle,)).fetchone() is None:
        raise NotFound("circle_unknown", "This hub does not know this circle. Ask its steward for a code.")


def _use_code(connection: sqlite3.Connection, code: bytes, circle: bytes, now_ms: int) -> None:
    name = _check_code(connection, code, circle, now_ms)
    connection.execute("UPDATE code SET circle=? WHERE hash=?", (circle, name))


def _check_code(connection: sqlite3.Connection, code: bytes, circle: bytes, now_ms: int) -> bytes:
    name = hashlib.sha256(code).digest()
    row = connection.execute("SELECT circle, expires FROM code WHERE hash=?", (name,)).fetchone()
    if row is None:
        raise NotAllowed("code_unknown", "This hub does not know this code. Ask its steward for a new one.")
    if row[0] is not None and row[0] != circle:
        raise NotAllowed("code_used", "This code has let another circle in already. Ask for a new one.")
    if row[0] is None and row[1] < now_ms:
        raise NotAllowed("code_expired", "This code has expired. Ask the hub's steward for a new one.")
    return name
