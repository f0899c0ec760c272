"""Segments that do not verify are not held: they are let go, so that the next share brings them again.

A page of the file may have gone bad under one, and what stands beside it in the file may hold it all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from typing import NamedTuple

from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash, open_payload, verify_segment
from learningcircles.storage.alone import is_alone
from learningcircles.storage.entered_again import Again, Missing, lacking, missing_of, untold
from learningcircles.storage.erase import Eraser
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import FOLDED, WAITS, keep_behind
from learningcircles.storage.still_shown import Shown, Whole, shown_in
from learningcircles.storage.tail import SPACES, Open
from learningcircles.trust.counts import may_hold
from learningcircles.trust.members import ORGANIZER, READER, Device, Grant, forerunners

LET_GO = {
    "gaps": "Parcels of changes were damaged, and were let go. They come back when this laptop shares with the hub or"
    " a laptop that has them; what follows them waits until then.",
    "again": "Parcels of changes were damaged, and were let go. What they had brought, and nobody else is known to"
    " have, was entered again from the lists.",
    "lost": "Parcels of changes were damaged, and were let go. Some of what was in them had not been shared yet.",
}


class LetGo(NamedTuple):
    """How many segments are held no more, and whether one of them was this laptop's own, and nobody has it.

    `again`: how many changes were entered again from the lists; `missing`: what could not be, of what there was;
    `untold`: how many changes that nobody else has could not be read, and the lists do not tell either; `unsure`:
    nobody can tell whether there were more of those.
    """

    segments: int
    lost: bool
    again: int = 0
    missing: tuple[Missing, ...] = ()
    untold: int = 0
    unsure: bool = False

    @property
    def sentence(self) -> str:
        """The sentence that says so; empty where all were sound."""
        how = "lost" if self.lost and (self.missing or not self.again) else "again" if self.again else "gaps"
        return LET_GO[how] if self.segments else ""


class Parcel(NamedTuple):
    """A segment, by the name under which it stood in a log (its header may be what is damaged), and what had become of
    it there.
    """

    space: int
    device: bytes
    seq: int
    state: str
    segment: Segment


class Found(NamedTuple):
    """What a damaged file held beside what was brought over of it.

    `strays`: segments without those before them; `open`: what this laptop had written and not shared, of which nobody
    knows any more where it stood, with the space of each; `shown`: its lists. `gaps`: further segments could not be
    read at all.
    """

    strays: Sequence[Parcel] = ()
    open: Sequence[tuple[int, Changeset]] = ()
    shown: Shown | None = None
    gaps: bool = False


NOTHING = Found()


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

        What follows it in its log waits for it to come again. What this laptop wrote under its present identity, and
        counted, and nobody else is known to have, is open again; what of that the lists alone show is entered again.
        Of others that is done only where nobody else has the circle: what they wrote is judged by who wrote it, and a
        laptop that does not know yet that one was shut out would let it count for everybody. `found`: of a damaged
        file; its lists are this file's own otherwise. `list_gone`: what is missing of the list of laptops nobody else
        has, so that what this laptop wrote under it is open again.
        """
        alone, known = is_alone(self.circle), self._peers.known()
        with self.circle.transaction():
            taken = [*found.strays, *self._beyond()]
            makers = self._makers if alone else {self.circle.secrets.device.id}
            own = [each for each in taken if each.device in makers and self._counted(each, known)]
            damaged = self._aside()
            if list_gone:
                lost_heads = self._under_lost_heads()
                own, taken = [*own, *lost_heads], [*taken, *lost_heads]
            shown = found.shown or (shown_in(Whole(self._db)) if taken or damaged else None)
            gone = [*self._keep_behind(each for each in taken if each not in own), *own, *damaged]
            lost = self._is_lost(own, [*taken, *damaged], self._marked() if found.gaps else {})
            tail = self._own.moved_tail([each.segment for each in own], set()) if taken or damaged else None
            self._refold().rebuild(self._joined(found.open, tail) if found.open else tail)
            told = LetGo(len(gone), lost)
            return told if shown is None else self._enter_again(told, shown, alone=alone, list_gone=list_gone)

    @property
    def _makers(self) -> Set[bytes]:
        return forerunners(self.circle.roster.devices, self.circle.secrets.device.id)

    def _joined(self, more: Iterable[tuple[int, Changeset]], tail: Sequence[Open] | None = None) -> list[Open]:
        """Return the open tail with further changes of this laptop's, oldest first; writes nothing."""
        rows: list[Open] = []
        more = list(more)
        for space in SPACES:
            open_ = self._tail.read(space) if tail is None else [item for item in tail if item.row.space == space]
            whole = [*(item.changeset for item in open_), *(each for its, each in more if its == space)]
            rows += self._tail.renumber(space, sorted(whole, key=lambda each: each.tick))
        return self._own.cleaned(rows)

    def _enter_again(self, told: LetGo, shown: Shown, *, alone: bool, list_gone: bool) -> LetGo:
        """Enter again what is shown, and not here, of this laptop's own: all that is shown had counted here. What
        others have, as far as is known, comes back from them.
        """
        devices, me = self.circle.roster.devices, self.circle.secrets.device.id
        if me not in devices or (self.circle.rosters.whole_at() and not (alone or list_gone)):
            return told._replace(unsure=True)  # what counts is known again when the list of laptops has come back
        grant, known = devices[me].grants[-1], self._peers.known()

        def ours(space: int, device: bytes, seq: int) -> bool:
            if space == Space.CATALOGUE and not grant.publishes:
                return False
            if alone:
                return not _is_shut_out(devices.get(device), space, seq)
            return device == me and seq > known.get((space, device), 0)

        now = shown_in(Whole(self._db))
        lacks = lacking(shown, now, ours, {space: self._folded(space) for space in SPACES})
        again = [each for each in lacks if _may_enter(grant, each) and not devices[me].revoked]
        if again:
            self._refold().rebuild(self._joined((each.space, each.changeset) for each in again))
        there = now.rows.keys() | {name for each in again for name in each.names}
        return told._replace(
            again=len(again),
            missing=tuple(missing_of(shown, there)),
            untold=untold(shown, now, ours),
            unsure=shown.unsure,
        )

    def _folded(self, space: int) -> dict[bytes, int]:
        """Return how far the other logs of a space are folded: device id → seq."""
        sql = "SELECT device, folded FROM log WHERE space=? AND device<>? AND folded>0"
        rows = self._db.execute(sql, (space, self._tail.device)).fetchall()
        return {self._numbers.id_of(device): folded for device, folded in rows}

    def _beyond(self) -> list[Parcel]:
        """Take the first segment that does not verify out of each log, and those after it."""
        found: list[Parcel] = []
        for space, device in sorted(self._logs.have()):
            keys = self.circle.roster.devices.get(device)
            broken = self._broken(space, device, keys.sign) if keys is not None else None
            if broken is not None:
                found += self._taken_out(space, device, *broken)
        return found

    def _taken_out(self, space: int, device: bytes, seq: int, head: bytes) -> list[Parcel]:
        """Take a log's segments from this seq on out of it, so that it ends with `head`."""
        number = self._numbers.of(device)
        sql = "SELECT seq, state, header, signature, payload FROM segment WHERE space=? AND device=? AND seq>=?"
        rows = self._db.execute(f"{sql} ORDER BY seq", (space, number, seq)).fetchall()
        self._logs.cut_off(space, number, seq, head, keep=False)
        return [Parcel(space, device, place, state, Segment(*parts)) for place, state, *parts in rows]

    def _counted(
        self, parcel: Parcel, known: Mapping[tuple[int, bytes], int], states: Collection[str] = (FOLDED,)
    ) -> bool:
        """Return whether all of a sound segment counted here, and nobody else is known to have it."""
        if parcel.state not in states or parcel.seq <= known.get((parcel.space, parcel.device), 0):
            return False
        header = self._sound(parcel)
        return header is not None and self._refold().opens(header)

    def _keep_behind(self, parcels: Iterable[Parcel]) -> list[Parcel]:
        """Keep segments that verify, beyond the gaps in their logs, where they are judged once those are filled;
        returns those that are not kept.
        """
        gone: list[Parcel] = []
        for parcel in parcels:
            header = self._sound(parcel)
            if header is None or header.seq <= self._stored(header) + 1:
                gone.append(parcel)
            else:
                keep_behind(self._db, self._numbers.of(header.device), header, parcel.segment)
        if self.circle.roster.state.redactions:
            eraser = Eraser(self.circle.journal, self._logs)
            self._clean_behind(eraser, eraser.scrub())
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

    def _under_lost_heads(self) -> list[Parcel]:
        """Take this laptop's own segments from the first on that names a head which the list has no more; returns those
        that counted, all of which are open from now on. The others lie aside.
        """
        found: list[Parcel] = []
        for space, device in sorted(self._logs.have()):
            before, number = ZERO_HASH, self._numbers.of(device)
            stored = self._logs.get(space, number).stored
            own = self._logs.segments(space, number, 0, stored) if device in self._makers else ()
            for segment in own:
                header = Header.parse(segment.header)
                if self.circle.roster.standing(header.roster_head) is None:
                    found += self._taken_out(space, device, header.seq, before)
                    break
                before = header_hash(segment.header)
        for parcel in found:
            self._note_key(Header.parse(parcel.segment.header), parcel.segment)
        # What waits does so for the list that is gone.
        again = [each for each in found if self._counted(each, {}, (FOLDED, WAITS))]
        for parcel in found:
            kept = self._sound(parcel) if parcel not in again else None
            if kept is not None:
                self._logs.set_aside(kept, parcel.segment)
        return again

    def _note_key(self, header: Header, segment: Segment) -> None:
        """Find out which of the circle's keys opens a segment that names a lost head."""
        if self.circle.roster.standing(header.roster_head) is not None:
            return
        for (space, _), key in self.circle.journal.epochs.items():
            with suppress(CircleError):
                if space == header.space and open_payload(segment, header, key):
                    self.circle.journal.lost_heads[space, header.roster_head] = key

    def _aside(self) -> list[Parcel]:
        """Take those that do not verify from what was set aside."""
        hashes = [hash_ for (hash_,) in self._db.execute("SELECT hash FROM aside").fetchall()]
        held = [(hash_, self._logs.aside(hash_)) for hash_ in hashes]
        gone = [(hash_, segment) for hash_, segment in held if segment is not None and not self._verifies(segment)]
        self._db.executemany("DELETE FROM aside WHERE hash=?", [(hash_,) for hash_, _ in gone])
        return [Parcel(*_name(segment), "", segment) for _, segment in gone]

    def _sound(self, parcel: Parcel) -> Header | None:
        """Return the header of a segment that verifies and is called as it stood; None of another one."""
        header = Header.parse(parcel.segment.header) if self._verifies(parcel.segment) else None
        return header if header is not None and _name(parcel.segment) == parcel[:3] else None

    def _verifies(self, segment: Segment) -> bool:
        try:
            keys = self.circle.roster.devices.get(Header.parse(segment.header).device)
            return keys is None or bool(verify_segment(segment, keys.sign))
        except CircleError:
            return False

    def _marked(self) -> dict[int, int]:
        """Return how far this laptop's logs had come by its mark, space by space; nothing where that is damaged."""
        try:
            return {space: seq for space, (seq, _) in self.circle.mark.read().items()}
        except CircleError:
            return {}

    def _is_lost(self, own: Sequence[Parcel], gone: Sequence[Parcel], ends: Mapping[int, int]) -> bool:
        """Return whether something that this laptop wrote is gone, and nobody is known to hold it."""
        me, rest, last = self.circle.secrets.device.id, {each[:3] for each in own}, dict(ends)
        for space, device, seq, *_ in gone:
            if device == me:
                last[space] = max(seq, last.get(space, 0))
        for space, end in last.items():
            held = max(self._logs.get(space, self._tail.device).stored, self._peers.furthest(space, me))
            if any((space, me, seq) not in rest for seq in range(held + 1, end + 1)):
                return True
        return False


def _is_shut_out(maker: Device | None, space: int, seq: int) -> bool:
    """Return whether this is beyond what counts of a laptop that was shut out."""
    return maker is not None and maker.cut is not None and seq > maker.cut.last.get(space, (0, b""))[0]


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
