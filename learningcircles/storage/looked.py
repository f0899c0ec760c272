"""What a laptop that was shut out has looked through for whom, as long as it had words for them (see `cut_off`).

By header hash: a row of a log that changes its branch goes, and its number is given to what comes next.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from learningcircles.codec import decode, encode
from learningcircles.storage.connect import Connection
from learningcircles.storage.meta import Meta

LOOKED = "cut_off_looked"
"""Fact of a file: whom this laptop had words for when it obeyed, and in which of its passes, from 1 on, it looked for
them. The table `looked` holds since which pass each segment is looked through without a gap.
"""


class Looked:
    """Reads and writes it on one connection, in the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._meta = Meta(connection)
        packed = self._meta.data(LOOKED)
        self._people: dict[bytes, int] = dict(decode(packed)) if packed else {}

    @property
    def people(self) -> frozenset[bytes]:
        """Whom this laptop has looked for."""
        return frozenset(self._people)

    def whom(self, hash_: bytes) -> frozenset[bytes]:
        """Return whom it has looked for in the segment with this header hash."""
        row = self._db.execute("SELECT since FROM looked WHERE hash=?", (hash_,)).fetchone()
        return frozenset(each for each, turn in self._people.items() if row is not None and turn >= row[0])

    def note(self, people: Iterable[bytes], through: Collection[bytes]) -> None:
        """Note a pass for these people `through` all segments that are here whole, by header hash."""
        turn = max(self._people.values(), default=0) + 1
        self._people |= dict.fromkeys(people, turn)
        self._meta.put(LOOKED, encode([list(each) for each in sorted(self._people.items())]))
        since = dict(self._db.execute("SELECT hash, since FROM looked"))
        self._db.execute("DELETE FROM looked")  # what went may come again, and is not looked through then
        rows = [(hash_, since.get(hash_, turn)) for hash_ in through]
        self._db.executemany("INSERT OR IGNORE INTO looked VALUES (?,?)", rows)

    def forget(self) -> None:
        """Note that nobody was looked for."""
        if self._people:
            self._people = {}
            self._meta.put(LOOKED, b"")
            self._db.execute("DELETE FROM looked")
