"""What is left of a segment that was set aside and spoke of somebody who was erased: what it said of everybody else.

Its payload goes with the person's words. What it held beside them may stand nowhere else, since its laptop may not know
of the branch that lost: it is kept here, by header hash, until it is said again with a redaction (see `erasing`), and
for whoever takes it in.
"""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.journal.changeset import Restated, decode_restated, encode_payload
from learningcircles.storage.connect import Connection


class Rests:
    """Reads and writes them on one connection, in the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, hash_: bytes) -> list[Restated]:
        """Return what is left of the segment with this header hash; nothing where nothing was left, or it is whole."""
        row = self._db.execute("SELECT body FROM aside_rest WHERE hash=?", (hash_,)).fetchone()
        return decode_restated(row[0]) if row else []

    def hashes(self) -> list[bytes]:
        """Return of which segments something is left here."""
        return [bytes(row[0]) for row in self._db.execute("SELECT hash FROM aside_rest ORDER BY hash")]

    def put(self, hash_: bytes, rows: Sequence[Restated]) -> None:
        """Keep what is left, in the place of what was kept before."""
        if rows:
            self._db.execute("INSERT OR REPLACE INTO aside_rest VALUES (?,?)", (hash_, encode_payload([], rows)))
        else:
            self._db.execute("DELETE FROM aside_rest WHERE hash=?", (hash_,))
