"""What stands in the place of erased segments: changesets that a redaction's author has said again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from learningcircles.errors import CircleError, Locked, Unreadable
from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.segment import Header, Segment, header_hash, open_restated
from learningcircles.storage.connect import Connection, DatabaseError, connect
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import Logs
from learningcircles.storage.rests import Rests
from learningcircles.trust.members import is_out
from learningcircles.trust.redact import Name, Redaction, Redactions

_AT_ONCE = 1 << 20
"""So many bytes of payloads are read at once, and one more."""


class Instead(NamedTuple):
    """A changeset that counts at `place` of an erased segment.

    `known` is the roster head that the laptop knew which said it again, `people` whom it has taken out. It stands in
    the segment `source` with the header hash `source_hash`: two branches of a log may each have one of that name.
    """

    place: int
    changeset: Changeset
    source: Name
    source_hash: bytes
    known: bytes
    people: frozenset[bytes] = frozenset()


class Restatements:
    """Reads restatements on one connection; remembers what it has opened, so it is made anew for each pass."""

    def __init__(self, journal: Journal, logs: Logs) -> None:
        self._journal = journal
        self._logs = logs
        self._rests = Rests(journal.connection)
        self._complete: dict[bytes, bool] = {}
        """By the entry's hash: several may have one position, on lists that lost or in no list yet."""
        self._opened: dict[tuple[Name, bytes], dict[tuple[bytes, int], list[Instead]] | None] = {}

    @property
    def redactions(self) -> Redactions:
        """What the roster says."""
        assert self._journal.roster is not None
        return self._journal.roster.state.redactions

    def complete(self, redaction: Redaction) -> bool:
        """Return whether everything that a redaction restates is held here: only then are payloads dropped."""
        if redaction.entry not in self._complete:
            restated = redaction.restated.items()
            self._complete[redaction.entry] = all(self._lies_here(name, hash_) for name, hash_ in restated)
        return self._complete[redaction.entry]

    def is_said_again(self, name: Name, hash_: bytes) -> bool:
        """Return whether a segment is erased, and everything that is said in its place is held here."""
        return any(self.complete(each) for each in self.redactions.naming(name, hash_))

    def is_lost(self, redaction: Redaction) -> bool:
        """Return whether others may never hold what a redaction restates, so that it has to be said again.

        It lies on a branch of its author's log that does not count, or that laptop writes no more and left it nowhere.
        """
        return any(self._is_lost(name, hash_) for name, hash_ in redaction.restated.items())

    def _is_lost(self, name: Name, hash_: bytes) -> bool:
        held = self._logs.header(name[0], self._logs.numbers.of(name[1]), name[2], beyond=True)
        if held is not None:
            return header_hash(held.encode()) != hash_
        return self._logs.is_aside(hash_) or self._writes_no_more(name[1])

    def _writes_no_more(self, device: bytes) -> bool:
        assert self._journal.roster is not None
        devices = self._journal.roster.devices
        return is_out(devices, device) or any(each.succeeds == device for each in devices.values())

    def said(self, redaction: Redaction, space: int) -> list[Restated]:
        """Return what a redaction restates in a space, on whatever branch, as far as that lies here."""
        found: list[Restated] = []
        for name, hash_ in redaction.restated.items():
            segment = self._stored(name, hash_) if name[0] == space else None
            if segment is not None:
                found += self._restated(Header.parse(segment.header), segment) or []
        return found

    def _restated(self, header: Header, segment: Segment) -> list[Restated] | None:
        """Return what a segment restates, or what is left of that; None where it does not open, or nothing is known."""
        if segment.payload is None:
            return self._rests.again(header)
        key = self._journal.key_for(header)
        return None if key is None and header.space != 2 else restated_in(segment, header, key)

    def instead(self, header: Header, hash_: bytes) -> list[Instead] | None:
        """Return what counts in the place of an erased segment; None where it is not erased, or not yet."""
        name = (header.space, header.device, header.seq)
        rows = self.instead_of(name, hash_)
        return self._left(header, hash_, self.redactions.naming(name, hash_)) if rows is None else rows

    def instead_of(self, name: Name, hash_: bytes) -> list[Instead] | None:
        """Return what others say in the place of an erased segment, be it unknown here; None as `instead`."""
        counting = next((each for each in self.redactions.naming(name, hash_) if self.complete(each)), None)
        return None if counting is None else self._rows(counting, name)

    def _left(self, header: Header, hash_: bytes, naming: Iterable[Redaction]) -> list[Instead] | None:
        """Return what a laptop that was shut out has left by itself of what speaks of them (see `cut_off`)."""
        rows = self._rests.counting(header)
        if rows is None:
            return None
        people = frozenset().union(*(each.people for each in naming))
        known, name = header.roster_head, (header.space, header.device, header.seq)
        return [Instead(row.place, row.changeset, name, hash_, known, people) for row in rows]

    def is_missing(self, header: Header, hash_: bytes) -> bool:
        """Return whether a segment came without its payload, and what stands in its place is not here yet."""
        name = (header.space, header.device, header.seq)
        if not self.redactions.naming(name, hash_):
            return False
        held = self._stored(name, hash_)
        return held is not None and held.payload is None and self.instead(header, hash_) is None

    def _rows(self, redaction: Redaction, erased: Name) -> list[Instead] | None:
        found: list[Instead] = []
        for name, hash_ in redaction.restated.items():
            if name[0] != erased[0]:
                continue
            opened = self._open(name, hash_)
            if opened is None:
                return None
            rows = opened.get(erased[1:], [])
            found += [row._replace(people=redaction.people) for row in rows]
        return sorted(found, key=lambda row: row.place)

    def _open(self, name: Name, hash_: bytes) -> dict[tuple[bytes, int], list[Instead]] | None:
        if (name, hash_) not in self._opened:
            self._opened[name, hash_] = self._read(name, hash_)
        return self._opened[name, hash_]

    def _read(self, name: Name, hash_: bytes) -> dict[tuple[bytes, int], list[Instead]] | None:
        segment = self._stored(name, hash_)
        if segment is None:
            return None
        if segment.payload is None and self.is_said_again(name, hash_):
            # Whoever erased it in turn has said again what it held, and named the segments that this was from; of
            # others it held nothing.
            return {}
        header = Header.parse(segment.header)
        rows = self._restated(header, segment)
        if rows is None:
            return None
        known = header.roster_head
        found: dict[tuple[bytes, int], list[Instead]] = {}
        for row in rows:
            found.setdefault((row.device, row.seq), []).append(Instead(row.place, row.changeset, name, hash_, known))
        return found

    def _lies_here(self, name: Name, hash_: bytes) -> bool:
        """Return whether `_stored` would find it; reads no payload."""
        number = self._logs.numbers.by_id.get(name[1])
        held = self._logs.header(name[0], number, name[2], beyond=True) if number is not None else None
        return (held is not None and header_hash(held.encode()) == hash_) or self._logs.is_aside(hash_)

    def _stored(self, name: Name, hash_: bytes) -> Segment | None:
        """Return a segment, also from a branch that lost: who had dropped what it restates would have nothing else."""
        number = self._logs.numbers.by_id.get(name[1])
        segment = self._journal.segment(name[0], number, name[2]) if number is not None else None
        fits = segment is not None and header_hash(segment.header) == hash_
        return segment if fits else self._logs.aside(hash_)


def restating_in(path: Path, key: bytes, redactions: Redactions, logs: Logs) -> Iterator[list[Segment]]:
    """Yield, some at once, what a file holds of the logs that say again what these redactions erase, as far as the last
    that does, and beyond where these `logs` are the same: one may be another branch there.

    Of a log with a damaged page what stands before that.
    """
    last: dict[tuple[int, bytes], int] = {}
    for space, device, seq in (name for each in redactions.entries for name in each.restated):
        last[space, device] = max(seq, last.get((space, device), 0))
    for (space, device), seq in last.items():
        with suppress(DatabaseError, Locked, Unreadable), closing(connect(path, key)) as connection:
            yield from _stretches(connection, space, device, _shared(connection, space, device, logs), seq)


_SEGMENT = (
    "SELECT s.header, s.signature, s.payload FROM segment s JOIN device_number d ON d.n=s.device"
    " WHERE s.space=? AND d.id=? AND s.seq=?"
)


def _shared(connection: Connection, space: int, device: bytes, logs: Logs) -> int:
    """Return up to which seq a file's log is the one that is here."""
    number = logs.numbers.of(device)
    for seq in range(logs.get(space, number).stored, 0, -1):
        row, held = connection.execute(_SEGMENT, (space, device, seq)).fetchone(), logs.header(space, number, seq)
        if row is not None and held is not None and held.encode() == row[0]:
            return seq
    return 0


def _stretches(connection: Connection, space: int, device: bytes, after: int, upto: int) -> Iterator[list[Segment]]:
    found: list[Segment] = []
    size = 0
    for seq in range(after + 1, upto + 1):
        try:
            row = connection.execute(_SEGMENT, (space, device, seq)).fetchone()
        except DatabaseError:
            row = None
        if row is None:
            break
        found.append(Segment(*row))
        size += len(row[2] or b"")
        if size > _AT_ONCE:
            yield found
            found, size = [], 0
    if found:
        yield found


def restated_in(segment: Segment, header: Header, key: bytes | None) -> list[Restated]:
    """Return what a segment restates; nothing where its own laptop wrote what nobody can read."""
    try:
        return open_restated(segment, header, key)
    except CircleError:
        return []
