"""What sync remembers between two conversations: what peers hold, and the inbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from learningcircles.codec import decode, encode
from learningcircles.storage.connect import Connection
from learningcircles.storage.logs import Have


class Peers:
    """Reads and writes what sync remembers. Writing is done in the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def have(self, peer: str) -> Have:
        """Return what a peer was last known to hold."""
        row = self._db.execute("SELECT have FROM peer WHERE name=?", (peer,)).fetchone()
        return {(space, device): seq for space, device, seq in decode(row[0])} if row else {}

    def furthest(self, space: int, device: bytes) -> int:
        """Return how far any peer was known to hold a log."""
        return self.known().get((space, device), 0)

    def known(self) -> Have:
        """Return how far any peer was known to hold each log."""
        found: Have = {}
        for (packed,) in self._db.execute("SELECT have FROM peer").fetchall():
            for space, device, seq in decode(packed):
                found[space, device] = max(seq, found.get((space, device), 0))
        return found

    def note(self, peer: str, have: Mapping[tuple[int, bytes], int], at_ms: int) -> None:
        """Remember what a peer holds, and when it said so."""
        packed = encode(sorted([space, device, seq] for (space, device), seq in have.items()))
        self._db.execute("INSERT OR REPLACE INTO peer VALUES (?, ?, ?)", (peer, packed, at_ms))

    def at(self, peer: str) -> int | None:
        """Return when a peer was last noted, or None."""
        row = self._db.execute("SELECT at FROM peer WHERE name=?", (peer,)).fetchone()
        return int(row[0]) if row else None

    def last_ms(self) -> int | None:
        """Return when a peer last answered (ms since 1970), or None."""
        row = self._db.execute("SELECT max(at) FROM peer").fetchone()
        return int(row[0]) if row and row[0] is not None else None

    def waiting(self, device: int, known: Mapping[int, int]) -> int:
        """Return how many actions of this laptop lie beyond `known` (space → seq), published items apart."""
        found: set[bytes] = set()
        for space in (0, 1):
            rows = self._db.execute(
                "SELECT DISTINCT action FROM changeset WHERE space=? AND device=? AND seq>?",
                (space, device, known.get(space, 0)),
            )
            found |= {row[0] for row in rows}
        return len(found)

    def add_messages(self, messages: Mapping[bytes, bytes], at_ms: int) -> int:
        """Keep sealed messages (id → bytes); returns how many are new."""
        before = self._db.total_changes
        self._db.executemany(
            "INSERT INTO inbox (id, sealed, at, done) VALUES (?,?,?,0)"
            # A hub that was restored from a backup sends again what it had let go, and must be told again.
            " ON CONFLICT (id) DO UPDATE SET sealed=excluded.sealed, done=0 WHERE done=1",
            [(id_, sealed, at_ms) for id_, sealed in messages.items()],
        )
        return int(self._db.total_changes - before)

    def messages(self, *, done: bool = False) -> Sequence[tuple[bytes, bytes, int]]:
        """Return (id, sealed bytes, when it came) of messages, oldest first; `done`: those that the hub let go."""
        rows = self._db.execute("SELECT id, sealed, at FROM inbox WHERE (done=1)=? ORDER BY at, id", (int(done),))
        return [(id_, sealed, at) for id_, sealed, at in rows]
