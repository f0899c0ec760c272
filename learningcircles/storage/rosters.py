"""The roster's tables: placed entries in their order, and proposals that wait for a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from contextlib import closing
from pathlib import Path

from learningcircles.codec import decode, encode
from learningcircles.errors import Unreadable
from learningcircles.journal.segment import Header
from learningcircles.storage.connect import Connection, connect, damaged
from learningcircles.storage.damaged_list import is_struck, sound, waiting_in
from learningcircles.storage.meta import Meta
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.roster import Roster

READ_TO = "roster_read_to"
"""The newest head of the list that this version can read, where the list goes on."""
WHOLE_AT = "list_whole_at"
"""How many entries of the list there were before it was damaged, as long as it has not come back."""
WANTED = "list_wanted"
"""Heads that it had, and of which nothing is known here until then."""
SINCE = "list_placed_since"
"""Heads that this laptop has placed itself since then: none of them stands for what is missing."""
_LISTED = "SELECT position, wire FROM roster_entry ORDER BY position"
_LAST_CLOSED = (
    "SELECT s.header FROM device_number d CROSS JOIN log l ON l.device=d.n"
    " CROSS JOIN segment s ON s.space=l.space AND s.device=l.device AND s.seq=l.stored WHERE d.id=?"
)


class RosterTables:
    """Reads and writes the roster on one connection; `path` is the file's, for its errors."""

    def __init__(self, connection: Connection, path: Path | None = None) -> None:
        self._connection = connection
        self._path = path

    def load(self) -> Roster:
        """Replay what is stored; raises Unreadable where it is not as it was stored: whatever it is, it was checked."""
        try:
            rows = self._waiting()
            waiting = [Entry.from_wire(decode(wire)) for _, wire in rows]
            roster = Roster.replay(self.placed(), waiting)
        except Unreadable as error:
            raise damaged(self._path or "The circle file") from error
        named = all(entry.hash == name for (name, _), entry in zip(rows, waiting, strict=True))
        left = {entry.hash for entry in waiting} - {entry.hash for entry in roster.kept}
        # As long as the list is not whole nobody can say who signed what waits.
        checked = () if self.whole_at() else [entry for entry in waiting if entry.hash in left]
        if not named or any(is_struck(roster, entry) for entry in checked):
            raise damaged(self._path or "The circle file")
        return roster

    def placed(self) -> list[Placed]:
        """Return the placed entries in order."""
        rows = self._connection.execute("SELECT wire FROM roster_entry ORDER BY position")
        return [Placed.from_wire(decode(row[0])) for row in rows]

    def proposals(self) -> list[Entry]:
        """Return the proposals that wait."""
        rows = self._connection.execute("SELECT wire FROM proposal ORDER BY hash")
        return [Entry.from_wire(decode(row[0])) for row in rows]

    def load_sound(self) -> tuple[Roster | None, bool]:
        """Return what holds of a list that is not as it was stored, and whether it is whole.

        What stands beyond a damaged entry is taken as proposed. None where not even the first entry holds.
        """
        held = sound(self._connection.execute(_LISTED).fetchall())
        if not held.rows:
            return None, False
        waiting, unread = waiting_in(held.placed, self._waiting())
        whole = not (held.beyond or held.heads or unread or self.whole_at())
        return Roster.replay(held.placed, [*waiting, *held.beyond]), whole

    def misses_end(self, device: bytes, roster: Roster | None = None) -> bool:
        """Return whether the newest that this device has closed names a list which is longer than what is stored, or
        than `roster`.
        """
        heads = [Header.parse(row[0]).roster_head for row in self._connection.execute(_LAST_CLOSED, (device,))]
        return is_short_of(roster or self.load(), heads)

    def whole_at(self) -> int:
        """Return how many entries the list has to have before it is whole again; 0 where it is."""
        return Meta(self._connection).number(WHOLE_AT)

    def want(self, whole_at: int, heads: Set[bytes]) -> None:
        """Note what is missing: the list had these heads, and so many entries."""
        meta = Meta(self._connection)
        meta.put(WHOLE_AT, max(whole_at, self.whole_at()))
        meta.put(WANTED, encode(sorted(heads | self._heads(WANTED))))

    def note_placed(self, heads: Iterable[bytes]) -> None:
        """Note what this laptop places itself while some of the list is missing."""
        if self.whole_at():
            Meta(self._connection).put(SINCE, encode(sorted({*heads, *self._heads(SINCE)})))

    def give_up(self) -> None:
        """Wait no more for what is missing of the list: nobody has it, or all of it is here."""
        meta = Meta(self._connection)
        meta.put(WHOLE_AT, 0)
        for key in (WANTED, SINCE):
            meta.put(key, b"")

    def _heads(self, key: str) -> set[bytes]:
        packed = Meta(self._connection).data(key)
        return set(decode(packed)) if packed else set()

    def _is_whole(self, roster: Roster) -> bool:
        state = roster.state
        known = {*state.places, *state.side, *state.unread}
        return self._heads(WANTED) <= known and len(known - self._heads(SINCE)) >= self.whole_at()

    def parked(self) -> list[Entry]:
        """Return what waits and may hold again once the list is whole: who made it may stand in what is missing."""
        return self.proposals() if self.whole_at() else []

    def _waiting(self) -> Sequence[tuple[bytes, bytes]]:
        found: Sequence[tuple[bytes, bytes]] = self._connection.execute("SELECT hash, wire FROM proposal").fetchall()
        return found

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
        """Replace what is stored; as long as the list is not whole, nothing that waits is dropped."""
        if self.whole_at():
            if self._is_whole(Roster.replay(placed, proposals)):
                self.give_up()
            else:
                known = {item.hash for item in proposals} | {item.entry.hash for item in placed}
                proposals = [*proposals, *(entry for entry in self.parked() if entry.hash not in known)]
        self._connection.execute("DELETE FROM roster_entry")
        self._connection.execute("DELETE FROM proposal")
        self._connection.executemany(
            "INSERT INTO roster_entry VALUES (?, ?)", [(n, encode(item.to_wire())) for n, item in enumerate(placed)]
        )
        self._connection.executemany(
            "INSERT INTO proposal VALUES (?, ?)", [(item.hash, encode(item.to_wire())) for item in proposals]
        )


def listed_in(path: Path, key: bytes) -> list[tuple[int, bytes]]:
    """Return the rows (position, wire) of the list in another circle file; raises Locked and Unreadable."""
    with closing(connect(path, key)) as connection:
        return list(connection.execute(_LISTED))


def is_short_of(roster: Roster, heads: Iterable[bytes]) -> bool:
    """Return whether one of these heads is of a longer list than this one, all of which can be read."""
    places, side = roster.state.places, roster.state.side
    return not roster.state.unread and any(head not in places and head not in side for head in heads)


def note_unread(meta: Meta, roster: Roster) -> None:
    """Note how far this version can read the list, where it goes on: a later version will judge anew."""
    unread = bool(roster.state.unread)
    if unread or meta.data(READ_TO):
        meta.put(READ_TO, roster.head if unread else b"")
