"""The roster's tables: placed entries in their order, and proposals that wait for a place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from learningcircles.codec import decode, encode
from learningcircles.errors import Unreadable
from learningcircles.storage.connect import Connection, damaged
from learningcircles.storage.meta import Meta
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.roster import Roster

READ_TO = "roster_read_to"
"""The newest head of the list that this version can read, where the list goes on."""


class RosterTables:
    """Reads and writes the roster on one connection; `path` is the file's, for its errors."""

    def __init__(self, connection: Connection, path: Path | None = None) -> None:
        self._connection = connection
        self._path = path

    def load(self) -> Roster:
        """Replay what is stored; raises Unreadable where it is not as it was stored: whatever it is, it was checked."""
        try:
            return Roster.replay(self.placed(), self.proposals())
        except Unreadable as error:
            raise damaged(self._path or "The circle file") from error

    def placed(self) -> list[Placed]:
        """Return the placed entries in order."""
        rows = self._connection.execute("SELECT wire FROM roster_entry ORDER BY position")
        return [Placed.from_wire(decode(row[0])) for row in rows]

    def proposals(self) -> list[Entry]:
        """Return the proposals that wait."""
        rows = self._connection.execute("SELECT wire FROM proposal ORDER BY hash")
        return [Entry.from_wire(decode(row[0])) for row in rows]

    def is_stored(self, roster: Roster) -> bool:
        """Return whether this very roster is what is stored."""
        last = self._connection.execute("SELECT wire FROM roster_entry ORDER BY position DESC LIMIT 1").fetchone()
        if last is None or last[0] != encode(roster.placed[-1].to_wire()):
            return False
        held = {entry.hash for entry in roster.kept}
        stored = {row[0] for row in self._connection.execute("SELECT hash FROM proposal")}
        # A newer version may leave out a proposal that an older one has stored.
        return stored == held or {entry.hash for entry in self.load().kept} == held

    def store(self, placed: Sequence[Placed], proposals: Sequence[Entry]) -> None:
        """Replace what is stored."""
        self._connection.execute("DELETE FROM roster_entry")
        self._connection.execute("DELETE FROM proposal")
        self._connection.executemany(
            "INSERT INTO roster_entry VALUES (?, ?)", [(n, encode(item.to_wire())) for n, item in enumerate(placed)]
        )
        self._connection.executemany(
            "INSERT INTO proposal VALUES (?, ?)", [(item.hash, encode(item.to_wire())) for item in proposals]
        )


def note_unread(meta: Meta, roster: Roster) -> None:
    """Note how far this version can read the list, where it goes on: a later version will judge anew."""
    unread = bool(roster.state.unread)
    if unread or meta.data(READ_TO):
        meta.put(READ_TO, roster.head if unread else b"")
