"""The rows of device logs: how far each one is held and folded, and its segments with what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Numbers

Have = dict[tuple[int, bytes], int]
"""(space, device id) → highest seq held without a gap."""

WAITS, FOLDED, PARTLY, MALFORMED, BEHIND, UNLISTED = "waits", "folded", "partly", "malformed", "behind", "unlisted"
"""States of a segment, besides the verdicts "cut" and "not" (see `trust.counts`).

One that is folded partly holds changesets that its laptop had no right to write (any more). One that is `BEHIND` lies
beyond what its log holds without a gap: what lies between was damaged, and may come again. Of one that is `UNLISTED`
the list does not name the laptop: it waits until that does, which may be never.
"""
COUNTING = (FOLDED, PARTLY)
_UNLIKE = "state<>'folded'"
"""What a question has to say to be answered by the index of segments that are not simply folded."""


class Log(NamedTuple):
    """One device's log in one space: the last seq held and folded, and the hash of the last header held."""

    stored: int = 0
    folded: int = 0
    head: bytes = ZERO_HASH


class Logs:
    """Reads and writes logs and their segments on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._db = connection
        self.numbers = numbers

    def have(self) -> Have:
        """Return how far every log is held here."""
        rows = self._db.execute("SELECT space, device, stored FROM log WHERE stored > 0")
        return {(space, self.numbers.id_of(device)): stored for space, device, stored in rows}

    def heads(self) -> list[tuple[int, bytes, int, bytes]]:
        """Return (space, device id, seq, header hash) of every log's last segment, sorted."""
        rows = self._db.execute("SELECT space, device, stored, head FROM log WHERE stored > 0").fetchall()
        return sorted((space, self.numbers.id_of(device), stored, head) for space, device, stored, head in rows)

    def get(self, space: int, device: int) -> Log:
        """Return a log, an empty one where nothing of it is held."""
        sql = "SELECT stored, folded, head FROM log WHERE space=? AND device=?"
        row = self._db.execute(sql, (space, device)).fetchone()
        return Log(*row) if row else Log()

    def put(self, space: int, device: int, log: Log) -> None:
        """Write a log down."""
        self._db.execute(
            "INSERT OR REPLACE INTO log (space, device, stored, folded, head) VALUES (?,?,?,?,?)",
            (space, device, *log),
        )

    def append(self, header: Header, segment: Segment, state: str) -> bool:
        """Add the next segment of a log; returns whether what lay beyond a gap turns out to be of another branch."""
        device = self.numbers.of(header.device)
        self._db.execute(
            "INSERT INTO segment (space, device, seq, header, signature, payload, state) VALUES (?,?,?,?,?,?,?)",
            (header.space, device, header.seq, *segment, state),
        )
        self._db.execute("DELETE FROM aside WHERE hash=?", (header_hash(segment.header),))  # it may have lain there
        log = self.get(header.space, device)
        folded = header.seq if state in COUNTING else log.folded
        self.put(header.space, device, Log(header.seq, folded, header_hash(segment.header)))
        return _take_up(self, self._db, header.space, device)

    def blank(self, space: int) -> list[Header]:
        """Return the headers of a space's segments that lie here without payload, newer than any with one."""
        sql = "SELECT 1 FROM segment WHERE space=? AND payload IS NULL LIMIT 1"
        if self._db.execute(sql, (space,)).fetchone() is None:
            return []
        sql = "SELECT header, payload IS NULL FROM segment WHERE space=?"
        rows = [(Header.parse(packed), empty) for packed, empty in self._db.execute(sql, (space,))]
        newest = max((header.stamp for header, empty in rows if not empty), default=0)
        return [header for header, empty in rows if empty and header.stamp > newest]

    def fill(self, header: Header, segment: Segment) -> None:
        """Give a stored segment the payload that it lacks, and let it wait to be folded."""
        key = (header.space, self.numbers.of(header.device), header.seq)
        sql = "UPDATE segment SET payload=?, state=? WHERE space=? AND device=? AND seq=?"
        self._db.execute(sql, (segment.payload, WAITS, *key))

    def cut_off(self, space: int, device: int, seq: int, head: bytes, *, keep: bool = True) -> list[Segment]:
        """Take a log's segments from this seq on out of it, so that it ends with `head`; returns them in order.

        They are kept aside, unless they are not to be kept.
        """
        held = list(self.segments(space, device, seq - 1))
        if keep:
            rows = [(header_hash(each.header), space, *each) for each in held]
            self._db.executemany("INSERT OR IGNORE INTO aside VALUES (?,?,?,?,?)", rows)
        self._db.execute("DELETE FROM segment WHERE space=? AND device=? AND seq>=?", (space, device, seq))
        self.put(space, device, Log(seq - 1, min(self.get(space, device).folded, seq - 1), head))
        return held

    def set_aside(self, header: Header, segment: Segment) -> None:
        """Keep a segment of a branch that does not count."""
        row = (header_hash(segment.header), header.space, *segment)
        self._db.execute("INSERT OR IGNORE INTO aside VALUES (?,?,?,?,?)", row)

    def is_aside(self, hash_: bytes) -> bool:
        """Return whether the segment with this header hash belongs to a branch that was set aside."""
        return self._db.execute("SELECT 1 FROM aside WHERE hash=?", (hash_,)).fetchone() is not None

    def aside(self, hash_: bytes) -> Segment | None:
        """Return the segment with this header hash that was set aside."""
        row = self._db.execute("SELECT header, signature, payload FROM aside WHERE hash=?", (hash_,)).fetchone()
        return Segment(*row) if row else None

    def header_aside(self, hash_: bytes) -> tuple[Header, bool] | None:
        """Return the header of the segment with this hash that was set aside, and whether its payload is here."""
        row = self._db.execute("SELECT header, typeof(payload) FROM aside WHERE hash=?", (hash_,)).fetchone()
        return (Header.parse(row[0]), row[1] != "null") if row else None

    def fill_aside(self, hash_: bytes, payload: bytes) -> None:
        """Give a segment that was set aside the payload that it lacks."""
        self._db.execute("UPDATE aside SET payload=? WHERE hash=? AND payload IS NULL", (payload, hash_))

    def headers_aside(self) -> Iterator[tuple[bytes, Header, bool]]:
        """Yield (hash, header, whether its payload is here) of every segment that was set aside; reads no payload."""
        # SQLite says of what type a value is without reading it; to ask whether it is null reads all of it.
        for hash_, packed, kind in self._db.execute("SELECT hash, header, typeof(payload) FROM aside ORDER BY hash"):
            yield bytes(hash_), Header.parse(packed), kind != "null"

    def segments(self, space: int, device: int, after: int, upto: int = 2**32) -> Iterator[Segment]:
        """Yield a log's segments with after < seq ≤ upto."""
        columns = "header, signature, payload"
        sql = f"SELECT {columns} FROM segment WHERE space=? AND device=? AND seq>? AND seq<=? ORDER BY seq"
        for row in self._db.execute(sql, (space, device, after, upto)):
            yield Segment(*row)

    def header(self, space: int, device: int, seq: int, *, beyond: bool = False) -> Header | None:
        """Return the header of a segment that a log holds, or that lies `beyond` a gap in it, which is not held yet."""
        sql = "SELECT header FROM segment WHERE space=? AND device=? AND seq=? AND (? OR state<>?)"
        row = self._db.execute(sql, (space, device, seq, beyond, BEHIND)).fetchone()
        return Header.parse(row[0]) if row else None

    def states(self, *states: str, space: int | None = None) -> list[tuple[str, bytes]]:
        """Return (state, header) of every segment, or every one of a space, in one of these states, log by log."""
        marks = ",".join("?" * len(states))
        where, values = ("", ()) if space is None else (" AND space=?", (space,))
        if FOLDED not in states:
            where += f" AND {_UNLIKE}"
        sql = f"SELECT state, header FROM segment WHERE state IN ({marks}){where} ORDER BY space, device, seq"
        return [(state, header) for state, header in self._db.execute(sql, (*states, *values))]

    def waiting(self) -> list[bytes]:
        """Return the headers of the segments that wait to be folded, log by log, by an index of their own."""
        sql = f"SELECT header FROM segment WHERE state='waits' AND {_UNLIKE} ORDER BY space, device, seq"
        return [row[0] for row in self._db.execute(sql)]

    def set_state(self, header: Header, state: str) -> None:
        """Say what became of a segment."""
        device = self.numbers.of(header.device)
        sql = "UPDATE segment SET state=? WHERE space=? AND device=? AND seq=?"
        self._db.execute(sql, (state, header.space, device, header.seq))
        if state in COUNTING:
            sql = "UPDATE log SET folded=max(folded, ?) WHERE space=? AND device=?"
            self._db.execute(sql, (header.seq, header.space, device))


def sizes_aside(connection: Connection) -> Iterator[tuple[bytes, Header, int]]:
    """Yield (hash, header, bytes of its payload) of every segment that was set aside; reads no payload."""
    for hash_, packed, size in connection.execute("SELECT hash, header, length(payload) FROM aside ORDER BY hash"):
        yield bytes(hash_), Header.parse(packed), size or 0


def emptied(connection: Connection, space: int, devices: Sequence[int]) -> list[int]:
    """Return the stamps of segments of these logs that lie here without payload and wait to be folded."""
    marks = ",".join("?" * len(devices))
    which = f"state='waits' AND {_UNLIKE} AND payload IS NULL"
    sql = f"SELECT header FROM segment WHERE {which} AND space=? AND device IN ({marks})"
    return [Header.parse(row[0]).stamp for row in connection.execute(sql, (space, *devices))]


def fold_again(connection: Connection) -> None:
    """Let every segment wait to be folded again."""
    connection.execute("UPDATE log SET folded=0")
    connection.execute("UPDATE segment SET state=? WHERE state<>?", (WAITS, BEHIND))


def keep_behind(connection: Connection, device: int, header: Header, segment: Segment) -> None:
    """Keep a sound segment that lies beyond a gap in its log, until what lies between has come again."""
    sql = "INSERT OR IGNORE INTO segment (space, device, seq, header, signature, payload, state) VALUES (?,?,?,?,?,?,?)"
    connection.execute(sql, (header.space, device, header.seq, *segment, BEHIND))


def _take_up(logs: Logs, connection: Connection, space: int, device: int) -> bool:
    """Let what was kept beyond a gap wait to be folded, as far as it follows on what is here now.

    Returns whether it follows another branch, and lies aside from now on.
    """
    log = logs.get(space, device)
    sql = "SELECT header FROM segment WHERE space=? AND device=? AND seq=? AND state=?"
    while row := connection.execute(sql, (space, device, log.stored + 1, BEHIND)).fetchone():
        header = Header.parse(row[0])
        if header.prev_hash != log.head:
            logs.cut_off(space, device, header.seq, log.head)
            return True
        logs.set_state(header, WAITS)
        log = Log(header.seq, log.folded, header_hash(row[0]))
        logs.put(space, device, log)
    return False
