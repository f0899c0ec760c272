"""One circle inside one transaction of the SQLite store (see store.CircleRoom)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from learningcircles.codec import decode, encode
from learningcircles.journal.letter import message_id
from learningcircles.journal.segment import Header, Segment
from learningcircles.trust.entry import Entry, Placed
from learningcircles_sync.hub.aside import Aside
from learningcircles_sync.protocol import Done
from learningcircles_sync.store import Back, Erasure, Filed, Head, Link, LogName, Name


class Room:
    """Reads and writes one circle's rows."""

    def __init__(
        self, connection: sqlite3.Connection, circle: bytes, erased: Callable[[], None] = lambda: None
    ) -> None:
        self._db = connection
        self._circle = circle
        self._erased = erased
        self.aside = Aside(connection, circle)

    def roster_version(self) -> int:
        """A number that rises with every change of the roster."""
        row = self._db.execute("SELECT version FROM circle WHERE circle=?", (self._circle,)).fetchone()
        return int(row[0])

    def placed(self, start: int = 0) -> list[Placed]:
        """Placed entries from a position on."""
        rows = self._db.execute(
            "SELECT wire FROM roster_entry WHERE circle=? AND position>=? ORDER BY position", (self._circle, start)
        )
        return [Placed.from_wire(decode(row[0])) for row in rows]

    def proposals(self) -> list[Entry]:
        """Proposals that wait."""
        rows = self._db.execute("SELECT wire FROM proposal WHERE circle=? ORDER BY hash", (self._circle,))
        return [Entry.from_wire(decode(row[0])) for row in rows]

    def put_placed(self, start: int, placed: Sequence[Placed]) -> None:
        """Store entries from a position on; those that stood there are dropped, and proposals now placed."""
        self._db.execute("DELETE FROM roster_entry WHERE circle=? AND position>=?", (self._circle, start))
        rows = [(self._circle, start + n, encode(item.to_wire())) for n, item in enumerate(placed)]
        self._db.executemany("INSERT INTO roster_entry VALUES (?,?,?)", rows)
        self.drop_proposals([item.entry.hash for item in placed])
        _touch(self._db, self._circle)

    def put_proposals(self, entries: Sequence[Entry]) -> None:
        """Keep proposals."""
        rows = [(self._circle, entry.hash, encode(entry.to_wire())) for entry in entries]
        self._db.executemany("INSERT OR IGNORE INTO proposal VALUES (?,?,?)", rows)
        _touch(self._db, self._circle)

    def drop_proposals(self, hashes: Collection[bytes]) -> None:
        """Forget proposals."""
        self._db.executemany(
            "DELETE FROM proposal WHERE circle=? AND hash=?", [(self._circle, name) for name in hashes]
        )
        _touch(self._db, self._circle)

    def heads(self) -> dict[LogName, Head]:
        """The head of every log."""
        rows = self._db.execute("SELECT space, device, seq, hash FROM head WHERE circle=?", (self._circle,))
        return {(space, device): Head(seq, hash_) for space, device, seq, hash_ in rows}

    def header_hash(self, space: int, device: bytes, seq: int) -> bytes | None:
        """The hash of a stored header."""
        row = self._db.execute(
            "SELECT hash FROM segment WHERE circle=? AND space=? AND device=? AND seq=?",
            (self._circle, space, device, seq),
        ).fetchone()
        return bytes(row[0]) if row else None

    def append(
        self,
        rows: Sequence[Filed | Back],
        aside: Sequence[Filed] = (),
        awaited: Mapping[LogName, int] = MappingProxyType({}),
    ) -> None:
        """Store verified segments; catalogue ones go to the outbox as well."""
        position = _count(self._db, self._circle, len(rows))
        for row in rows:
            if _insert(self._db, self._circle, row, position):
                head = (self._circle, row.space, row.device, row.seq, row.hash)
                self._db.execute("INSERT OR REPLACE INTO head VALUES (?,?,?,?,?)", head)
                if row.space == 2:
                    self._db.execute("INSERT OR IGNORE INTO outbox VALUES (?,?)", (self._circle, position))
                    _note_blank(self._db, self._circle, position)
            elif isinstance(row, Filed):
                _fill(self._db, self._circle, row)
            position += 1
        self.aside.keep(aside, awaited)  # last: it may have others make room

    def cut(self, space: int, device: bytes, seq: int, *, keep: bool, back: Collection[Link] = ()) -> None:
        """Drop a log's segments from `seq` on: the other branch of a forked log counts."""
        log = (self._circle, space, device)
        if keep:
            self.aside.move(space, device, seq, back)
        self._db.execute("DELETE FROM segment WHERE circle=? AND space=? AND device=? AND seq>=?", (*log, seq))
        self._db.execute("DELETE FROM head WHERE circle=? AND space=? AND device=?", log)
        if space == 2:
            self._db.execute("INSERT OR REPLACE INTO stale VALUES (?,1)", (self._circle,))
            self._db.execute("DELETE FROM blank WHERE circle=? AND device=? AND seq>=?", (self._circle, device, seq))
        before = self.header_hash(space, device, seq - 1)
        if before is not None:
            self._db.execute("INSERT INTO head VALUES (?,?,?,?,?)", (*log, seq - 1, before))

    def blank(self) -> list[Name]:
        """Catalogue segments that came without payload and are newer than all that is published."""
        rows = self._db.execute(
            "SELECT device, seq FROM blank WHERE circle=?1 AND stamp > (SELECT coalesce(max(stamp), 0) FROM item"
            " WHERE circle=?1)",
            (self._circle,),
        )
        return [(2, device, seq) for device, seq in rows]

    def after(self, have: Mapping[LogName, int], limit: int) -> list[Segment]:
        """Segments above `have`, oldest stored first, up to `limit` bytes but at least one."""
        lacking = {log: head.seq for log, head in self.heads().items() if head.seq > have.get(log, 0)}
        if not lacking:
            return []
        found: list[Segment] = []
        size = 0
        for space, device, seq, *parts in self._db.execute(
            "SELECT space, device, seq, header, signature, payload FROM segment WHERE circle=? AND position>=?"
            " ORDER BY position",
            (self._circle, self._first_lacking(have, lacking)),
        ):
            if seq <= have.get((space, device), 0):
                continue
            segment = Segment(*parts)
            size += len(segment.header) + len(segment.signature) + len(segment.payload or b"")
            if found and size > limit:
                break
            found.append(segment)
        return found

    def _first_lacking(self, have: Mapping[LogName, int], lacking: Mapping[LogName, int]) -> int:
        rows = (
            self._db.execute(
                "SELECT position FROM segment WHERE circle=? AND space=? AND device=? AND seq=?",
                (self._circle, *log, have.get(log, 0) + 1),
            ).fetchone()
            for log in lacking
        )
        return min((row[0] for row in rows if row), default=0)

    def erase(self, rows: Sequence[Erasure], awaited: Mapping[LogName, int] = MappingProxyType({})) -> None:
        """Drop payloads that a redaction names, and say so, that they may leave the WAL as well.

        What lies aside might speak of the same people: laptops know, and keep what does not.
        """
        self.aside.clear(awaited)
        self._db.executemany(
            "UPDATE segment SET payload=NULL WHERE circle=? AND space=? AND device=? AND seq=? AND hash=?",
            [(self._circle, row.space, row.device, row.seq, row.hash) for row in rows],
        )
        self._erased()

    def messages(self, known: Collection[bytes], limit: int) -> list[bytes]:
        """Sealed inbox messages that are not known yet."""
        held = set(known)
        found: list[bytes] = []
        size = 0
        for id_, sealed in self._db.execute(
            "SELECT id, sealed FROM message WHERE circle=? ORDER BY position", (self._circle,)
        ):
            if id_[:8] in held:
                continue
            size += len(sealed)
            if found and size > limit:
                break
            found.append(sealed)
        return found

    def done(self, rows: Sequence[Done]) -> None:
        """Delete messages whose private segment is stored, and came after them."""
        self._db.executemany(
            "DELETE FROM message WHERE circle=?1 AND id=?2 AND EXISTS (SELECT 1 FROM segment s WHERE s.circle=?1"
            " AND s.space=1 AND s.device=?3 AND s.seq=?4 AND s.position>message.position)",
            [(self._circle, row.message, row.device, row.seq) for row in rows],
        )

    def add_message(self, sealed: bytes, about: bytes = b"") -> bytes:
        """Keep a sealed message for the circle's laptops, and which listing it is about; returns its id."""
        id_ = message_id(sealed)
        row = (self._circle, id_, _count(self._db, self._circle, 1), sealed, about)
        self._db.execute("INSERT OR IGNORE INTO message VALUES (?,?,?,?,?)", row)
        return id_

    def waiting_messages(self, about: bytes | None = None) -> int:
        """How many messages, or how many about one listing, no laptop of the circle has taken in yet."""
        found = self._db.execute(
            "SELECT count(*) FROM message WHERE circle=? AND (? IS NULL OR about=?)", (self._circle, about, about)
        ).fetchone()
        return int(found[0])

    def note_signup(self, id_: bytes, at_ms: int, forget_before_ms: int) -> None:
        """Remember that a message came; what came long ago is forgotten."""
        self._db.execute("DELETE FROM signup WHERE circle=? AND at<?", (self._circle, forget_before_ms))
        self._db.execute("INSERT OR IGNORE INTO signup VALUES (?,?,?)", (self._circle, id_, at_ms))


def _touch(connection: sqlite3.Connection, circle: bytes) -> None:
    connection.execute("UPDATE circle SET version=version+1 WHERE circle=?", (circle,))
    connection.execute("INSERT OR IGNORE INTO stale VALUES (?,0)", (circle,))


def _count(connection: sqlite3.Connection, circle: bytes, rows: int) -> int:
    """Return the first of so many positions, which are taken."""
    before = connection.execute("SELECT counter FROM circle WHERE circle=?", (circle,)).fetchone()[0]
    connection.execute("UPDATE circle SET counter=counter+? WHERE circle=?", (rows, circle))
    return int(before)


def _insert(connection: sqlite3.Connection, circle: bytes, row: Filed | Back, position: int) -> bool:
    """Store a segment, unless it is stored."""
    if isinstance(row, Back):
        return Aside(connection, circle).give_back(row, position)
    sql = "INSERT OR IGNORE INTO segment VALUES (?,?,?,?,?,?,?,?,?,NULL)"
    values = (circle, row.space, row.device, row.seq, position, row.hash, *row.segment)
    return bool(connection.execute(sql, values).rowcount)


def _note_blank(connection: sqlite3.Connection, circle: bytes, position: int) -> None:
    sql = "SELECT device, seq, header FROM segment WHERE circle=? AND position=? AND payload IS NULL"
    for device, seq, header in connection.execute(sql, (circle, position)).fetchall():
        row = (circle, device, seq, Header.parse(header).stamp)
        connection.execute("INSERT OR IGNORE INTO blank VALUES (?,?,?,?)", row)


def _fill(connection: sqlite3.Connection, circle: bytes, filed: Filed) -> None:
    """Give a stored segment the payload that it lacks, if it does."""
    found = connection.execute(
        "UPDATE segment SET payload=? WHERE circle=? AND space=? AND device=? AND seq=? AND hash=?"
        " AND payload IS NULL RETURNING position",
        (filed.segment.payload, circle, filed.space, filed.device, filed.seq, filed.hash),
    ).fetchone()
    if found is not None and filed.space == 2:
        connection.execute("INSERT OR IGNORE INTO outbox VALUES (?,?)", (circle, found[0]))
        connection.execute("DELETE FROM blank WHERE circle=? AND device=? AND seq=?", (circle, filed.device, filed.seq))
