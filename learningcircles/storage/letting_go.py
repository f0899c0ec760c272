"""Segments that do not verify are not held: they are let go, so that the next share brings them again.

A page of the file may have gone bad under one, and what stands beside it in the file may hold it all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash, open_payload, verify_segment
from learningcircles.storage.entered_again import Again, Missing, lacking, missing_of
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import keep_behind
from learningcircles.storage.still_shown import Shown, Whole, shown_in
from learningcircles.storage.tail import SPACES, Open
from learningcircles.trust.counts import may_hold
from learningcircles.trust.members import ORGANIZER, READER, Grant, forerunners

LET_GO = {
    "gaps": "Parcels of changes were damaged, and were let go. They come back when this laptop shares with the hub or"
    " another laptop.",
    "again": "Parcels of changes were damaged, and were let go. What they had brought, and nobody else is known to"
    " have, was entered again from the lists.",
    "lost": "Parcels of changes were damaged, and were let go. Some of what was in them had not been shared yet.",
}


class LetGo(NamedTuple):
    """How many segments are held no more, and whether one of them was this laptop's own, and nobody has it.

    `again`: how many changes were entered again from the lists; `missing`: what could not be, of what there was;
    `unsure`: not all of the lists could be read.
    """

    segments: int
    lost: bool
    again: int = 0
    missing: tuple[Missing, ...] = ()
    unsure: bool = False

    @property
    def sentence(self) -> str:
        """The sentence that says so; empty where all were sound."""
        how = "lost" if self.lost and (self.missing or not self.again) else "again" if self.again else "gaps"
        return LET_GO[how] if self.segments else ""


class Found(NamedTuple):
    """What a damaged file held beside what was brought over of it.

    `strays`: segments without those before them; `open`: what this laptop had written and not shared, of which nobody
    knows any more where it stood, with the space of each; `shown`: its lists, `unsure`: not all of which could be read.
    `gaps`: further segments could not be read at all.
    """

    strays: Sequence[Segment] = ()
    open: Sequence[tuple[int, Changeset]] = ()
    shown: Shown | None = None
    gaps: bool = False
    unsure: bool = False


NOTHING = Found()


def is_alone(circle: Circle) -> bool:
    """Return whether nobody else has the circle, also where what would say so is missing of the list of laptops."""
    me, devices = circle.secrets.device.id, circle.roster.devices
    own, exchange = forerunners(devices, me), Exchange(circle)
    heard = {device for _, device in exchange.have()} | devices.keys()
    others = (device for device in heard if device not in own)
    met = exchange.last_shared_ms() is not None and circle.rosters.whole_at() > 0
    return not circle.roster.hub and not met and all(circle.roster.shuts_out(device) for device in others)


def problem_of(segment: Segment, sign: bytes, before: bytes, seq: int) -> str:
    """Return what is wrong with a held segment that is to have this seq and follow `before`; empty when all is well."""
    try:
        header = verify_segment(segment, sign)
    except CircleError as error:
        return str(error)
    return "" if (header.prev_hash, header.seq) == (before, seq) else "Changes do not follow on those before them."


class LettingGo(Exchange):
    """Looks through all that a file holds of the logs."""

    def let_go(self, found: Found = NOTHING, *, list_gone: bool = False) -> LetGo:
        """Let go of whatever does not verify, and make all tables anew.

        What follows it in its log waits for it to come again; what is this laptop's own is open again, since it may
        never have been shared. What the lists showed, and neither counts any more nor is known to be with others, is
        entered again. `found`: of a damaged file; its
        lists are this file's own otherwise. `list_gone`: what is missing of the list of laptops nobody else has, so
        that what this laptop wrote under it is open again.
        """
        alone = is_alone(self.circle)
        with self.circle.transaction():
            gone = self._beyond() + self._aside()
            if list_gone:
                gone += self._under_lost_heads()
            shown = found.shown or (shown_in(Whole(self._db)) if gone else None)
            self._keep_behind(found.strays)
            own = self._own_sound([*found.strays, *gone])
            lost = self._is_lost(own, [*found.strays, *gone], self._marked() if found.gaps else {})
            tail = self._own.moved_tail(own, set()) if gone or own else None
            self._refold().rebuild(self._joined(found.open, tail) if found.open else tail)
            told = LetGo(len(gone), lost, unsure=found.unsure)
            return told if shown is None else self._enter_again(told, shown, alone=alone)

    def _joined(self, more: Iterable[tuple[int, Changeset]], tail: Sequence[Open] | None = None) -> list[Open]:
        """Return the open tail with further changes of this laptop's, oldest first; writes nothing."""
        rows: list[Open] = []
        more = list(more)
        for space in SPACES:
            open_ = self._tail.read(space) if tail is None else [item for item in tail if item.row.space == space]
            whole = [*(item.changeset for item in open_), *(each for its, each in more if its == space)]
            rows += self._tail.renumber(space, sorted(whole, key=lambda each: each.tick))
        return self._own.cleaned(rows)

    def _enter_again(self, told: LetGo, shown: Shown, *, alone: bool) -> LetGo:
        """Enter again what is shown and not here. What others have, as far as is known, comes back from them."""
        devices, me = self.circle.roster.devices, self.circle.secrets.device.id
        if me not in devices or (self.circle.rosters.whole_at() and not alone):
            return told._replace(unsure=True)  # what counts is known again when the list of laptops has come back
        grant, known = devices[me].grants[-1], self._peers.known()

        def ours(space: int, device: bytes, seq: int) -> bool:
            if space == Space.CATALOGUE and not grant.publishes:
                return False
            return alone or seq > known.get((space, device), 0)

        now = shown_in(Whole(self._db))
        lacks = lacking(shown, now, ours, {space: self._folded(space) for space in SPACES})
        again = [each for each in lacks if _may_enter(grant, each) and not devices[me].revoked]
        if again:
            self._refold().rebuild(self._joined((each.space, each.changeset) for each in again))
        there = now.rows.keys() | {name for each in again for name in each.names}
        return told._replace(again=len(again), missing=tuple(missing_of(shown, there)))

    def _folded(self, space: int) -> dict[bytes, int]:
        """Return how far the other logs of a space are folded: device id → seq."""
        sql = "SELECT device, folded FROM log WHERE space=? AND device<>? AND folded>0"
        rows = self._db.execute(sql, (space, self._tail.device)).fetchall()
        return {self._numbers.id_of(device): folded for device, folded in rows}

    def _beyond(self) -> list[Segment]:
        """Take the first segment that does not verify out of each log, and those after it; return what is not kept."""
        found: list[Segment] = []
        makers = forerunners(self.circle.roster.devices, self.circle.secrets.device.id)
        for space, device in sorted(self._logs.have()):
            keys = self.circle.roster.devices.get(device)
            broken = self._broken(space, device, keys.sign) if keys is not None else None
            if broken is not None:
                taken = self._logs.cut_off(space, self._numbers.of(device), *broken, keep=False)
                found += taken if device in makers else self._keep_behind(taken)
        return found

    def _keep_behind(self, segments: Sequence[Segment]) -> list[Segment]:
        """Keep others' segments that verify, beyond the gaps in their logs; returns those that are not kept."""
        gone: list[Segment] = []
        makers = forerunners(self.circle.roster.devices, self.circle.secrets.device.id)
        for segment in segments:
            header = Header.parse(segment.header) if self._verifies(segment) else None
            if header is None or header.device in makers or header.seq <= self._stored(header) + 1:
                gone.append(segment)
            else:
                keep_behind(self._db, self._numbers.of(header.device), header, segment)
        return gone

    def _stored(self, header: Header) -> int:
        return self._logs.get(header.space, self._numbers.of(header.device)).stored

    def _broken(self, space: int, device: bytes, sign: bytes) -> tuple[int, bytes] | None:
        """Return the seq of a log's first segment that does not verify, and the hash of the header before it."""
        before, seq = ZERO_HASH, 1
        number = self._numbers.of(device)
        for segment in self._logs.segments(space, number, 0, self._logs.get(space, number).stored):
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


def _may_enter(grant: Grant, each: Again) -> bool:
    closed = each.space == Space.ORGANIZERS and grant.right != ORGANIZER
    return grant.right != READER and not closed and all(may_hold(grant, op) for op in each.changeset.ops)


def _name(segment: Segment) -> tuple[int, bytes, int]:
    """Return what a segment says that it is called; of one whose header is damaged, nothing that anybody asks for."""
    try:
        header = Header.parse(segment.header)
    except CircleError:
        return 0, b"", 0
    return header.space, header.device, header.seq
