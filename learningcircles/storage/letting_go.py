"""Segments that do not verify are not held: they are let go, so that the next share brings them again.

A page of the file may have gone bad under one, and what stands beside it in the file may hold it all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from learningcircles.errors import CircleError
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash, open_payload, verify_segment
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.members import forerunners

LET_GO = {
    "gaps": "Parcels of changes were damaged, and were let go. They come back when this laptop shares with the hub or"
    " another laptop.",
    "lost": "Parcels of changes were damaged, and were let go. Some of what was in them had not been shared yet.",
}


class LetGo(NamedTuple):
    """How many segments are held no more, and whether one of them was this laptop's own, and nobody has it."""

    segments: int
    lost: bool

    @property
    def sentence(self) -> str:
        """The sentence that says so; empty where all were sound."""
        return LET_GO["lost" if self.lost else "gaps"] if self.segments else ""


def problem_of(segment: Segment, sign: bytes, before: bytes, seq: int) -> str:
    """Return what is wrong with a held segment that is to have this seq and follow `before`; empty when all is well."""
    try:
        header = verify_segment(segment, sign)
    except CircleError as error:
        return str(error)
    return "" if (header.prev_hash, header.seq) == (before, seq) else "Changes do not follow on those before them."


class LettingGo(Exchange):
    """Looks through all that a file holds of the logs."""

    def let_go(self, strays: Sequence[Segment] = (), *, gaps: bool = False, list_gone: bool = False) -> LetGo:
        """Let go of whatever does not verify, with what follows it in its log, and make all tables anew.

        What follows and is this laptop's own is open again: it may never have been shared. `strays`: more segments
        that a damaged file held without those before them. `gaps`: further ones could not be read at all. `list_gone`:
        what is missing of the list of laptops nobody else has, so that what this laptop wrote under it is open again.
        """
        with self.circle.transaction():
            gone = self._beyond() + self._aside()
            if list_gone:
                gone += self._under_lost_heads()
            own = self._own_sound([*strays, *gone])
            lost = self._is_lost(own, [*strays, *gone], self._marked() if gaps else {})
            self._refold().rebuild(self._own.moved_tail(own, set()) if gone or own else None)
        return LetGo(len(gone), lost)

    def _beyond(self) -> list[Segment]:
        """Take the first segment that does not verify out of each log, and those after it."""
        found: list[Segment] = []
        for space, device in sorted(self._logs.have()):
            keys = self.circle.roster.devices.get(device)
            broken = self._broken(space, device, keys.sign) if keys is not None else None
            if broken is not None:
                found += self._logs.cut_off(space, self._numbers.of(device), *broken, keep=False)
        return found

    def _broken(self, space: int, device: bytes, sign: bytes) -> tuple[int, bytes] | None:
        """Return the seq of a log's first segment that does not verify, and the hash of the header before it."""
        before, seq = ZERO_HASH, 1
        for segment in self._logs.segments(space, self._numbers.of(device), 0):
            if problem_of(segment, sign, before, seq):
                return seq, before
            before, seq = header_hash(segment.header), seq + 1
        return None

    def _under_lost_heads(self) -> list[Segment]:
        """Take this laptop's own segments from the first on that names a head which the list has no more; all of them
        open from now on.
        """
        found: list[Segment] = []
        makers = forerunners(self.circle.roster.devices, self.circle.secrets.device.id)
        for space, device in sorted(self._logs.have()):
            before, number = ZERO_HASH, self._numbers.of(device)
            for segment in self._logs.segments(space, number, 0) if device in makers else ():
                header = Header.parse(segment.header)
                if self.circle.roster.standing(header.roster_head) is None:
                    found += self._logs.cut_off(space, number, header.seq, before, keep=False)
                    break
                before = header_hash(segment.header)
        for segment in found:
            self._note_key(Header.parse(segment.header), segment)
        return found

    def _note_key(self, header: Header, segment: Segment) -> None:
        """Find out which of the circle's keys opens a segment that names a lost head."""
        if self.circle.roster.standing(header.roster_head) is not None:
            return
        for (space, _), key in self.circle.journal.epochs.items():
            with suppress(CircleError):
                if space == header.space and open_payload(segment, header, key):
                    self.circle.journal.lost_heads[space, header.roster_head] = key

    def _aside(self) -> list[Segment]:
        """Take those that do not verify from what was set aside."""
        hashes = [hash_ for (hash_,) in self._db.execute("SELECT hash FROM aside").fetchall()]
        held = [(hash_, self._logs.aside(hash_)) for hash_ in hashes]
        gone = [(hash_, segment) for hash_, segment in held if segment is not None and not self._verifies(segment)]
        self._db.executemany("DELETE FROM aside WHERE hash=?", [(hash_,) for hash_, _ in gone])
        return [segment for _, segment in gone]

    def _verifies(self, segment: Segment) -> bool:
        try:
            keys = self.circle.roster.devices.get(Header.parse(segment.header).device)
            return keys is None or bool(verify_segment(segment, keys.sign))
        except CircleError:
            return False

    def _own_sound(self, segments: Sequence[Segment]) -> list[Segment]:
        """Return those that this laptop wrote, by whatever name, and that verify and open."""
        makers = forerunners(self.circle.roster.devices, self.circle.secrets.device.id)
        sound = [(Header.parse(each.header), each) for each in segments if self._verifies(each)]
        return [each for header, each in sound if header.device in makers and self._refold().opens(header)]

    def _marked(self) -> dict[int, int]:
        """Return how far this laptop's logs had come by its mark, space by space; nothing where that is damaged."""
        try:
            return {space: seq for space, (seq, _) in self.circle.mark.read().items()}
        except CircleError:
            return {}

    def _is_lost(self, own: Sequence[Segment], gone: Sequence[Segment], ends: Mapping[int, int]) -> bool:
        """Return whether something that this laptop wrote is gone, and nobody is known to hold it."""
        me, rest, last = self.circle.secrets.device.id, {_name(each) for each in own}, dict(ends)
        for space, device, seq in (_name(each) for each in gone):
            if device == me:
                last[space] = max(seq, last.get(space, 0))
        for space, end in last.items():
            held = max(self._logs.get(space, self._tail.device).stored, self._peers.furthest(space, me))
            if any((space, me, seq) not in rest for seq in range(held + 1, end + 1)):
                return True
        return False


def _name(segment: Segment) -> tuple[int, bytes, int]:
    """Return what a segment says that it is called; of one whose header is damaged, nothing that anybody asks for."""
    try:
        header = Header.parse(segment.header)
    except CircleError:
        return 0, b"", 0
    return header.space, header.device, header.seq
