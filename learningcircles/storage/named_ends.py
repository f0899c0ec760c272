"""Which branch of a forked log counts where the list of laptops names an end of it: the one that leads there.

An entry that shuts a laptop out, or lets it do less, says by seq and hash what of its logs goes on counting. Whoever
has a copy of its disk could write another branch, whose hash happens to be lower, and so take all of that away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learningcircles.entities.declare import Space
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import WAITS, Logs
from learningcircles.trust.counts import named_ends
from learningcircles.trust.roster import Roster


class NamedEnds:
    """Follows them on one connection, in the caller's transaction."""

    def __init__(self, journal: Journal, logs: Logs) -> None:
        self._journal = journal
        self._logs = logs
        self.back: list[Segment] = []
        """Segments that lay aside and were brought back into their log, in order."""
        self.lost: list[Segment] = []
        """Segments that were taken out of it for those, in order."""

    def stand_beyond(self, held: Header) -> bool:
        """Return whether a log leads to an end that the list names, at this segment of it or after it."""
        end = self._deciding(held.space, held.device)
        return end is not None and end[0] >= held.seq and self._is_held(held.space, held.device, *end)

    def follow(self, space: int, device: bytes) -> bool:
        """Let a log be the branch that leads to the end that the list names; returns whether it was another one.

        What is taken out of it lies aside from now on; what was written on that branch after the end comes with it.
        """
        end = self._deciding(space, device)
        if end is None or self._is_held(space, device, *end):
            return False
        self._take(self._way_to(space, device, end[1]))
        return True

    def _take(self, way: Sequence[tuple[Header, Segment]]) -> None:
        """Let a log be a branch that lies aside, with what goes on from it there."""
        first = way[0][0]
        number = self._logs.numbers.of(first.device)
        cut = self._logs.cut_off(first.space, number, first.seq, first.prev_hash)
        again = {each.header for each in cut}  # brought back for an end, and lost for another one that came after it
        self.back = [each for each in self.back if each.header not in again]
        self.lost += cut
        for header, segment in [*way, *self._after(way[-1][0])]:
            self._journal.connection.execute("DELETE FROM aside WHERE hash=?", (header_hash(segment.header),))
            self._logs.append(header, segment, WAITS)
            self.back.append(segment)

    def follow_all(self, before: Roster, own: bytes = b"") -> bool:
        """Follow what the list says now of laptops of which it did not say the same before.

        `own`: this laptop's id. In its own log it yields to what others hold, whatever the hashes.
        """
        assert self._journal.roster is not None
        there = before.devices
        new = {name for name, each in self._journal.roster.devices.items() if there.get(name) != each}
        if not new:
            return False  # else all that lies aside would be read at every list that comes
        logs = {(header.space, header.device) for _, header, _ in self._logs.headers_aside() if header.device in new}
        return bool([log for log in sorted(logs) if self.follow(*log) or (log[1] != own and self._leave(before, *log))])

    def _leave(self, before: Roster, space: int, device: bytes) -> bool:
        """Let a log be the branch of the lower hash again where it leads to an end that the list named, and none that
        it names now is held; returns whether it was another one.
        """
        known = before.devices.get(device)
        named = named_ends(known, space) if known is not None else []
        if not any(self._is_held(space, device, *end) for end in named) or self._deciding(space, device) is not None:
            return False
        for hash_, header, _ in sorted(self._logs.headers_aside(), key=lambda row: (row[1].seq, row[0])):
            if (header.space, header.device) != (space, device):
                continue
            held = self._logs.header(space, self._logs.numbers.of(device), header.seq)
            if held is not None and held.prev_hash == header.prev_hash and hash_ < header_hash(held.encode()):
                segment = self._logs.aside(hash_)
                assert segment is not None, "it was among the headers"
                self._take([(header, segment)])
                return True
        return False

    def awaited(self, space: int, device: bytes) -> int:
        """Return up to which seq a branch may lead to an end of a log that is to come and decides then; 0 for none."""
        most = 0
        for end in self._named(space, device):
            if self._leads_to(space, device, *end):
                break
            most = max(most, end[0])
        return most

    def _deciding(self, space: int, device: bytes) -> tuple[int, bytes] | None:
        """Return the first end of a log that is held, in the log or aside."""
        return next((end for end in self._named(space, device) if self._leads_to(space, device, *end)), None)

    def _named(self, space: int, device: bytes) -> list[tuple[int, bytes]]:
        assert self._journal.roster is not None
        known = self._journal.roster.devices.get(device)
        return [] if known is None else named_ends(known, space)

    def _leads_to(self, space: int, device: bytes, seq: int, final: bytes) -> bool:
        return self._is_held(space, device, seq, final) or bool(self._way_to(space, device, final))

    def _is_held(self, space: int, device: bytes, seq: int, final: bytes) -> bool:
        header = self._logs.header(space, self._logs.numbers.of(device), seq)
        return header is not None and header_hash(header.encode()) == final

    def _way_to(self, space: int, device: bytes, final: bytes) -> list[tuple[Header, Segment]]:
        """Return what lies aside from where a branch leaves the log to its end; empty where something is missing.

        So is what was cleaned of somebody who was erased while it lay there: nobody else would take it without its
        payload, and two laptops would hold two branches for good.
        """
        number, found = self._logs.numbers.of(device), list[tuple[Header, Segment]]()
        while (segment := self._logs.aside(final)) is not None:
            header = Header.parse(segment.header)
            if (header.space, header.device) != (space, device) or not self._is_whole(header, segment):
                return []
            found.insert(0, (header, segment))
            before = self._logs.header(space, number, header.seq - 1)
            if header.prev_hash == (ZERO_HASH if before is None else header_hash(before.encode())):
                return found if before is not None or header.seq == 1 else []
            final = header.prev_hash
        return []

    def _is_whole(self, header: Header, segment: Segment) -> bool:
        """Return whether others take a segment as it is: with its payload, or without where a redaction names it."""
        assert self._journal.roster is not None
        name = (header.space, header.device, header.seq)
        named = self._journal.roster.state.redactions.naming(name, header_hash(segment.header))
        return segment.payload is not None or header.space == Space.CATALOGUE or bool(named)

    def _after(self, last: Header) -> Iterator[tuple[Header, Segment]]:
        """Yield what lies aside and goes on from a segment: of several the one with the lower hash, as everywhere."""
        ways: dict[bytes, bytes] = {}
        for hash_, header, _ in self._logs.headers_aside():  # by hash
            if (header.space, header.device) == (last.space, last.device):
                ways.setdefault(header.prev_hash, hash_)
        head = header_hash(last.encode())
        while (segment := self._logs.aside(ways[head]) if head in ways else None) is not None:
            head = ways[head]
            yield Header.parse(segment.header), segment
