"""The inbox's tables: sealed messages as they came, and which segment holds what became of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Numbers


class Held(NamedTuple):
    """Where a record lies for good: a closed private segment."""

    device: bytes
    seq: int


class Letters:
    """Reads and writes the inbox on one connection. Writing is done in the caller's transaction."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._db = connection
        self._numbers = numbers

    def waiting(self) -> Sequence[tuple[bytes, bytes]]:
        """Return (message id, sealed bytes) of what the hub still keeps for us, oldest first."""
        return list(self._db.execute("SELECT id, sealed FROM inbox WHERE done=0 ORDER BY at, id"))

    def holder(self, record: bytes) -> Held | None:
        """Return a closed segment that wrote to a sign-up, or None while it lies in an open tail alone."""
        row = self._db.execute(
            "SELECT c.device, c.seq FROM record r JOIN touch t ON t.record=r.n JOIN changeset c ON c.n=t.changeset"
            " JOIN log l ON l.space=c.space AND l.device=c.device WHERE r.entity='signup' AND r.id=? AND c.space=1"
            " AND c.seq<=l.stored ORDER BY c.tick, c.device LIMIT 1",
            (record,),
        ).fetchone()
        return Held(self._numbers.id_of(row[0]), row[1]) if row else None

    def finish(self, message: bytes) -> None:
        """Note that the hub has let go of a message, and keep nothing but its id."""
        self._db.execute("UPDATE inbox SET done=1, sealed=x'' WHERE id=?", (message,))

    def spoil(self, message: bytes) -> None:
        """Note that a message opens and cannot be read, so that it is not fetched again."""
        self._db.execute("UPDATE inbox SET done=2, sealed=x'' WHERE id=?", (message,))
