"""What is left of a segment that was set aside and spoke of somebody who was erased: what it said of everybody else.

Its payload goes with the person's words. What it held beside them may stand nowhere else, since its laptop may not know
of the branch that lost: it is kept here, by header hash, until it is said again with a redaction (see `erasing`), and
for whoever takes it in. Where it said others' changesets again, what it said of them goes on standing in their place.

A laptop that was shut out keeps the same of what counts: what is said instead of that is sealed for the others. Of what
no entry names yet it does so beside the payload, as long as it has words for who was erased.
"""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.journal.changeset import Restated, decode_restated, encode_payload
from learningcircles.journal.segment import Header, header_hash
from learningcircles.storage.connect import Connection

_COUNTS = b"+"
"""Behind the hash of a segment that counts: of one that lost, only what nothing else says is kept."""
_WHOLE = b"="
"""Behind the hash of a segment whose payload is here still."""


class Rests:
    """Reads and writes them on one connection, in the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, hash_: bytes) -> list[Restated] | None:
        """Return what is left of the segment with this header hash; None where it is whole, or nothing is known of it.

        That is its own changesets, by their place in it, and those that it has said again, by theirs.
        """
        row = self._db.execute("SELECT body FROM aside_rest WHERE hash=?", (hash_,)).fetchone()
        return decode_restated(row[0]) if row else None

    def own(self, header: Header) -> list[Restated]:
        """Return what is left of a segment's own changesets."""
        return [row for row in self.of(_hash(header)) or () if _is_own(header, row)]

    def counting(self, header: Header) -> list[Restated] | None:
        """Return what is left of the own changesets of a segment that counts; None where nothing is known of it."""
        rows = self.of(_hash(header) + _COUNTS)
        rows = self.beside(header) if rows is None else rows
        return None if rows is None else [row for row in rows if _is_own(header, row)]

    def beside(self, header: Header) -> list[Restated] | None:
        """Return what is left of a segment, and of what it has said again, whose payload is here still."""
        return self.of(_hash(header) + _WHOLE)

    def put_beside(self, header: Header, rows: Sequence[Restated]) -> None:
        """Keep what is left of a segment whose payload stays for now."""
        self.put(_hash(header) + _WHOLE, rows)

    def drop_beside(self) -> bool:
        """Keep nothing any more of segments whose payload is here; returns whether there were any."""
        done = self._db.execute("DELETE FROM aside_rest WHERE length(hash)=33 AND substr(hash, 33)=?", (_WHOLE,))
        return bool(done.rowcount)

    def again(self, header: Header) -> list[Restated] | None:
        """Return what is left of what a segment has said again of others; None where nothing is known of it."""
        rows = self.of(_hash(header))
        rows = self.of(_hash(header) + _COUNTS) if rows is None else rows
        return None if rows is None else [row for row in rows if not _is_own(header, row)]

    def hashes(self) -> list[bytes]:
        """Return of which segments something is kept here."""
        return [bytes(row[0]) for row in self._db.execute("SELECT hash FROM aside_rest ORDER BY hash")]

    def put_counting(self, header: Header, rows: Sequence[Restated]) -> None:
        """Keep what is left of a segment that counts, of itself and of what it has said again."""
        self.drop(_hash(header) + _WHOLE)
        self.put(_hash(header) + _COUNTS, rows)

    def put(self, hash_: bytes, rows: Sequence[Restated]) -> None:
        """Keep what is left, be it nothing, in the place of what was kept before."""
        self._db.execute("INSERT OR REPLACE INTO aside_rest VALUES (?,?)", (hash_, encode_payload([], rows)))

    def drop(self, hash_: bytes) -> None:
        """Keep nothing any more of a segment."""
        self._db.execute("DELETE FROM aside_rest WHERE hash=?", (hash_,))


def _hash(header: Header) -> bytes:
    return header_hash(header.encode())


def _is_own(header: Header, row: Restated) -> bool:
    return (row.device, row.seq) == (header.device, header.seq)
