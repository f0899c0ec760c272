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


class Way:
    """What lies aside on the way to an end, followed from there down as far as it is here.

    It may be long, and is asked about at each segment of that log that arrives: what was followed once stays so.
    """

    def __init__(self, final: bytes) -> None:
        self.headers: dict[bytes, Header] = {}
        """hash → header, the end first."""
        self.unseen: list[bytes] = []
        """Those of which nobody has seen yet that they are whole, the first ones last: these come first."""
        self.next = final
        """The hash of what is to be found now."""
        self.met = False
        """Whether it has come to where the branch leaves the log."""


class NamedEnds:
    """Follows them on one connection, in the caller's transaction."""

    def __init__(self, journal: Journal, logs: Logs) -> None:
        self._journal = journal
        self._logs = logs
        self.back: list[Segment] = []
        """Segments that lay aside and were brought back into their log, in order."""
        self.lost: list[Segment] = []
        """Segments that were taken out of it for those, in order."""
        self._ways: dict[tuple[int, bytes], dict[bytes, Way]] = {}

    def stand_beyond(self, held: Header) -> bool:
        """Return whether a log leads to an end that the list names, at this segment of it or after it."""
        end = self._deciding(held.space, held.device)
        return end is not None and end[0] >= held.seq and self._is_held(held.space, held.device, *end)

    def log_changed(self, space: int, device: bytes) -> None:
        """Follow the ways to a log's ends anew: it holds something else now than it did."""
        self._ways.pop((space, device), None)

    def follow(self, space: int, device: bytes) -> bool:
        """Let a log be the branch that leads to the end that the list names; returns whether it was another one.

        What is taken out of it lies aside from now on; what was written on that branch after the end comes with it.
        """
        end = self._deciding(space, device)
        if end is None or self._is_held(space, device, *end):
            return False
        self._take([*self._way(space, device, end[1]).headers.items()][::-1])
        return True

    def _take(self, way: Sequence[tuple[bytes, Header]]) -> None:
        """Let a log be a branch that lies aside, with what goes on from it there."""
        first = way[0][1]
        number = self._logs.numbers.of(first.device)
        cut = self._logs.cut_off(first.space, number, first.seq, first.prev_hash)
        again = {each.header for each in cut}  # brought back for an end, and lost for another one that came after it
        self.back = [each for each in self.back if each.header not in again]
        self.lost += cut
        self.log_changed(first.space, first.device)
        for hash_, header in [*way, *self._after(*way[-1])]:
            segment = self._logs.aside(hash_)
            assert segment is not None, "it was among the headers"
            self._journal.connection.execute("DELETE FROM aside WHERE hash=?", (hash_,))
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
            lower = held is not None and held.prev_hash == header.prev_hash and hash_ < header_hash(held.encode())
            if lower and self._to_follow(hash_) is not None:
                self._take([(hash_, header)])
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

    def awaits(self, header: Header) -> bool:
        """Return whether a segment lies aside without payload on the way to an end that would decide, of which nothing
        is missing but payloads."""
        hash_ = header_hash(header.encode())
        return self._to_follow(hash_) is None and any(
            hash_ in way.headers for way in self._undecided(header.space, header.device)
        )

    def ways(self, space: int, device: bytes) -> set[bytes]:
        """Return the hashes of what lies aside on the way to ends of a log that would decide, were it whole."""
        return {hash_ for way in self._undecided(space, device) for hash_ in way.headers}

    def _undecided(self, space: int, device: bytes) -> Iterator[Way]:
        """Yield the ways of which nothing is missing but payloads, to ends that would decide."""
        for end in self._named(space, device):
            if self._leads_to(space, device, *end):
                break
            way = self._way(space, device, end[1])
            if way.met:
                yield way

    def all_ways(self) -> set[bytes]:
        """Return the same of all logs of which something lies aside."""
        logs = {(header.space, header.device) for _, header, _ in self._logs.headers_aside()}
        return set().union(*(self.ways(*log) for log in logs))

    def _deciding(self, space: int, device: bytes) -> tuple[int, bytes] | None:
        """Return the first end of a log that is held, in the log or aside."""
        return next((end for end in self._named(space, device) if self._leads_to(space, device, *end)), None)

    def _named(self, space: int, device: bytes) -> list[tuple[int, bytes]]:
        assert self._journal.roster is not None
        known = self._journal.roster.devices.get(device)
        return [] if known is None else named_ends(known, space)

    def _leads_to(self, space: int, device: bytes, seq: int, final: bytes) -> bool:
        return self._is_held(space, device, seq, final) or self._is_whole(self._way(space, device, final))

    def _is_held(self, space: int, device: bytes, seq: int, final: bytes) -> bool:
        header = self._logs.header(space, self._logs.numbers.of(device), seq)
        return header is not None and header_hash(header.encode()) == final

    def _is_whole(self, way: Way) -> bool:
        """Return whether a way has come to its log, and all on it may come into that."""
        while way.met and way.unseen:
            if self._to_follow(way.unseen[-1]) is None:
                return False
            way.unseen.pop()
        return way.met

    def _way(self, space: int, device: bytes, final: bytes) -> Way:
        """Return what lies aside on the way to an end, whole or not."""
        way = self._ways.setdefault((space, device), {}).setdefault(final, Way(final))
        number = self._logs.numbers.of(device)
        while not way.met and (row := self._logs.header_aside(way.next)) is not None:
            header = row[0]
            if (header.space, header.device) != (space, device):
                break
            way.headers[way.next] = header
            way.unseen.append(way.next)
            before = self._logs.header(space, number, header.seq - 1)
            there = ZERO_HASH if header.seq == 1 else before and header_hash(before.encode())
            way.met, way.next = header.prev_hash == there, header.prev_hash
        return way

    def _to_follow(self, hash_: bytes) -> Header | None:
        """Return the header of a segment that lies aside and may come into its log: others take it as it is here, with
        its payload, or without where a redaction names it.

        What was cleaned of somebody while it lay there stays there, with its rest, until somebody brings it whole: two
        laptops would hold two branches for good.
        """
        row = self._logs.header_aside(hash_)
        if row is None:
            return None
        assert self._journal.roster is not None
        header, whole = row
        named = self._journal.roster.state.redactions.naming((header.space, header.device, header.seq), hash_)
        return header if whole or header.space == Space.CATALOGUE or named else None

    def _after(self, head: bytes, last: Header) -> Iterator[tuple[bytes, Header]]:
        """Yield what lies aside and goes on from a segment: of several the one with the lower hash, as everywhere."""
        ways: dict[bytes, bytes] = {}
        for hash_, header, _ in self._logs.headers_aside():  # by hash
            if (header.space, header.device) == (last.space, last.device):
                ways.setdefault(header.prev_hash, hash_)
        while (after := ways.get(head)) is not None and (followed := self._to_follow(after)) is not None:
            yield after, followed
            head = after
