"""What a laptop holds of a circle, and what others are known to hold: all that is told when it shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from learningcircles.circle.circle import Circle
from learningcircles.codec import encode
from learningcircles.crypto.hashing import sha256
from learningcircles.journal.segment import Segment
from learningcircles.storage.logs import Have, Logs
from learningcircles.storage.peers import Peers
from learningcircles.storage.rescue import kept_segments
from learningcircles.storage.tail import SPACES, Tail
from learningcircles.trust.roster import Roster

_SEGMENT_OVERHEAD = 400  # header, signature and framing, about


class Shared:
    """One circle as it is told to others. Cheap to make; used on the circle's own thread."""

    def __init__(self, circle: Circle) -> None:
        self.circle = circle
        self._db = circle.connection
        self._numbers = circle.journal.numbers
        self._logs = Logs(self._db, self._numbers)
        self._tail = Tail(circle.journal, self._logs, circle.meta, circle.secrets.device, circle.surroundings)
        self._peers = Peers(self._db)

    def roster(self) -> Roster:
        """Return the roster as this laptop knows it."""
        return self.circle.roster

    def have(self) -> Have:
        """Return how far every log is held here."""
        return self._logs.have()

    def digest(self) -> bytes:
        """Return 16 bytes over the heads of all logs: equal where two hold the same."""
        return sha256(encode([list(head) for head in self._logs.heads()]))[:16]

    def heads_of(self, device: bytes) -> dict[int, tuple[int, bytes]]:
        """Return (seq, header hash) of a device's last segment, by space."""
        return {space: (seq, head) for space, owner, seq, head in self._logs.heads() if owner == device}

    def after(self, have: Mapping[tuple[int, bytes], int], limit_bytes: int) -> list[Segment]:
        """Return what a peer with `have` lacks, every log in order, at least one and about `limit_bytes` in all."""
        found: list[Segment] = []
        size = 0
        for (space, device), stored in sorted(self.have().items()):
            known = have.get((space, device), 0)
            if known >= stored:
                continue
            for segment in self._logs.segments(space, self._numbers.of(device), known, stored):
                size += len(segment.payload or b"") + _SEGMENT_OVERHEAD
                if found and size > limit_bytes:
                    return found
                found.append(segment)
        return found

    def waiting(self, peer: str) -> int:
        """Return how many of this laptop's actions the peer is not known to hold."""
        me = self.circle.secrets.device.id
        known = {space: seq for (space, device), seq in self.peer_have(peer).items() if device == me}
        # What was set aside is in no table any more, and nobody else has it.
        aside = kept_segments(self.circle.journal, me) if self.circle.shut_out else ()
        lost = {item.action for kept in aside for item in kept.changesets or ()}
        return self._peers.waiting(self._tail.device, known) + len(lost)

    def peer_have(self, peer: str) -> Have:
        """Return what a peer was last known to hold."""
        return self._peers.have(peer)

    def note_peer(self, peer: str, have: Mapping[tuple[int, bytes], int], at_ms: int) -> None:
        """Remember what a peer holds, and when it said so."""
        with self.circle.hint():
            self._peers.note(peer, have, at_ms)

    def peer_at(self, peer: str) -> int | None:
        """Return when a peer last answered, by this laptop's clock (ms since 1970), or None."""
        return self._peers.at(peer)

    def last_shared_ms(self) -> int | None:
        """Return when a peer last answered (ms since 1970), or None."""
        return self._peers.last_ms()

    def add_messages(self, messages: Mapping[bytes, bytes]) -> int:
        """Keep sealed messages (id → bytes) from outside; returns how many are new."""
        with self.circle.transaction():
            return self._peers.add_messages(messages, self.circle.surroundings.now_ms())

    def messages(self, *, done: bool = False) -> Sequence[tuple[bytes, bytes, int]]:
        """Return (id, sealed bytes, when it came) of messages, oldest first."""
        return self._peers.messages(done=done)

    def is_aside(self, hash_: bytes) -> bool:
        """Return whether the segment with this header hash belongs to a branch that was set aside."""
        return self._logs.is_aside(hash_)

    def behind(self) -> bool:
        """Return whether this file lacks what this laptop has shared: it was restored, copied, or damaged."""
        return any(self._is_behind(space) for space in SPACES)

    def lacks_list(self) -> bool:
        """Return whether some of the list of laptops is missing here, and has not come back yet."""
        tables, device = self.circle.rosters, self.circle.secrets.device.id
        if tables.whole_at():
            return True
        return tables.misses_end(device, self.circle.roster) and tables.misses_end(device)  # another one may know more

    def _is_behind(self, space: int) -> bool:
        marked = self.circle.mark.read().get(space, (0, b""))
        return self._tail.is_behind(space, marked) or self._lacks_list(space)

    def _lacks_list(self, space: int) -> bool:
        """Return whether this laptop's log names a list of laptops that is not whole here: it was damaged.

        What was closed under an older list than its log has named before would not count.
        """
        device = self._tail.device
        stored = self._logs.get(space, device).stored
        header = self._logs.header(space, device, stored) if stored else None
        if header is None or self.circle.roster.standing(header.roster_head) is not None:
            return False
        return self.circle.rosters.load().standing(header.roster_head) is None  # another connection may know more
