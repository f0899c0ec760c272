"""The seam to sync: closing the open tail, and taking in segments and rosters. What is told: `shared`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Restated
from learningcircles.journal.scrub import Scrub
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.storage.cut_off import CutOff
from learningcircles.storage.draft_mentions import drop_drafts_about
from learningcircles.storage.erase import ERASED, PURGE, Eraser, UnknownWords, called_by_name, purge
from learningcircles.storage.erased_by_others import note_erased
from learningcircles.storage.left_hubs import note_left
from learningcircles.storage.named_ends import NamedEnds
from learningcircles.storage.own_work import OwnWork
from learningcircles.storage.parted import full_of, told_of
from learningcircles.storage.rebuilding import Rebuilding
from learningcircles.storage.receive import GOOD, STORED, Outcome, Receiver
from learningcircles.storage.refold import Folded, Touched
from learningcircles.storage.rescue import written_only_there
from learningcircles.storage.rosters import note_unread
from learningcircles.storage.tail import SPACES, has_open
from learningcircles.storage.unlisted import let_go, unlisted
from learningcircles.trust import branches
from learningcircles.trust.counts import named_ends
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.epochs import EpochKeys
from learningcircles.trust.members import ORGANIZER, forerunners
from learningcircles.trust.redact import Name, Redactions
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import is_lowered

_STORED_AT_ONCE = 64
OWN_CAME = "own_came"
"""Under which identity this file has got segments of its own log from others: it was restored, or copied."""


class Received(NamedTuple):
    """What came of segments: how many were new (`own`: of this laptop's own logs), how many folded, which rejected."""

    new: int
    own: int
    folded: int
    rejected: list[tuple[tuple[int, bytes, int], str]]
    touched: frozenset[tuple[str, bytes]]
    late: frozenset[Name] = frozenset()
    """What this laptop wrote on branches that lost before it learned of them, and that is to be written again."""
    kept: frozenset[Name] = frozenset()
    """What laptops that were shut out wrote on branches that lost, and is kept here for an organizer from now on."""
    switched: frozenset[tuple[int, bytes]] = frozenset()
    """The logs of which another branch counts from now on: their laptops have written two."""


class Exchange(Rebuilding):
    """One circle as sync sees it: what is closed and told to others, and what comes from them. Cheap to make."""

    def __init__(self, circle: Circle) -> None:
        super().__init__(circle)
        self._own = OwnWork(circle, self._logs, self._tail, self._refold().opens)

    def close_tail(self) -> int:
        """Close this laptop's open segments, durably, and raise the mark before anything leaves. Returns how many.

        A log that is behind its mark (the file was restored) stays open until it has back what it had shared, and
        what was said in the place of what was erased of that.
        """
        closed: list[Header] = []
        if has_open(self._db):
            with self.circle.transaction():
                closed = self._close_open()
                if not self._refold().all_count(closed):
                    self._refold().rebuild()  # written before this laptop learned that it was shut out, or may do less
        purge(self._db)
        self.raise_mark()
        return len(closed)

    def _close_open(self) -> list[Header]:
        self._write_nothing_twice()
        open_spaces = [s for s in SPACES if not (self._is_behind(s) or self._tail.may_stand(s))]
        return [header for space in open_spaces for header in self._tail.close(space)]

    def raise_mark(self) -> None:
        """Raise the mark to what is closed, durably, before any of it leaves; raises Refused where it cannot be."""
        heads = self.heads_of(self.circle.secrets.device.id)
        marks = self.circle.mark.read()
        if any(marks.get(space) != head for space, head in heads.items()):
            self.circle.mark.write(heads)

    def _write_nothing_twice(self) -> None:
        """Leave out of the tail what stands in the place of an erased segment of this laptop's."""
        standing = self._tail.standing() if self.circle.roster.state.redactions else set()
        if standing:
            self._refold().rebuild(self._own.moved_tail([], standing))

    def adopt_tails(self) -> None:
        """Write what others left open in this file again in this laptop's log; in the caller's transaction."""
        moved = self._own.cleaned(self._tail.adopted())
        if moved:
            self._refold().rebuild(moved)
        else:
            self._tail.write([])

    def restate(self, portions: Mapping[int, Sequence[Sequence[Restated]]]) -> dict[Name, bytes]:
        """Close segments of ours that restate others (space → portions); returns their names and header hashes.

        What stays open comes after them. Not for a file that is `behind`.
        """
        found: dict[Name, bytes] = {}
        with self.circle.transaction():
            for space, parts in portions.items():
                for part in parts:
                    segment = self._tail.append_restated(space, part)
                    header = Header.parse(segment.header)
                    found[space, header.device, header.seq] = header_hash(segment.header)
            if any(self._tail.read(space) for space in portions):
                self._refold().rebuild(self._own.moved_tail([], set()))
        self._fold_all()
        return found

    def receive_roster(self, placed: Sequence[Placed], proposals: Sequence[Entry]) -> bool:
        """Take a longer roster and further proposals; returns whether anything changed.

        Where it contradicts what is known here, one of the two branches counts (see `trust.branches`). Raises
        Unreadable when it is another circle's, or not properly made.
        """
        while True:
            mine = self.circle.roster
            roster = self._with(mine, placed, proposals)
            if roster.placed == mine.placed and roster.kept == mine.kept:
                return False
            if self._begin(roster):
                return True
            # Another thread or program has stored more meanwhile: its entries must not be lost.
            self.circle.begin(self.circle.rosters.load(), self.circle.journal.epochs)

    def _with(self, mine: Roster, placed: Sequence[Placed], proposals: Sequence[Entry]) -> Roster:
        joined = branches.join(mine, placed, proposals)
        known = {entry.hash: entry for entry in self.circle.rosters.parked()}
        known |= {entry.hash: entry for entry in [*proposals, *joined.leftover]}
        # Anybody may carry anything: what is known already is not replaced by a copy with another signature.
        known |= {e.hash: e for e in mine.kept if e.hash not in known or e.signature != known[e.hash].signature}
        return Roster.replay(joined.placed, list(known.values()), circle=self.circle.id)

    def _begin(self, roster: Roster) -> bool:
        """Take a roster into use; returns False, with nothing done, where the stored one is not the one in use."""
        circle, device = self.circle, self.circle.secrets.device
        before, keys = circle.roster, circle.journal.epochs
        epochs = {**keys, **circle.opened_by(roster)}
        lowered = is_lowered(before.devices.get(device.id), roster.devices.get(device.id))
        try:
            with circle.transaction():
                if not circle.rosters.is_stored(before):
                    return False
                if lowered:  # what was written under the former right is judged by it, here as elsewhere
                    self._clean_tail_for(roster, epochs)
                    self._close_open()
                circle.rosters.store(roster.placed, roster.kept)
                circle.keep_epochs(epochs)
                circle.begin(roster, epochs)
                self.judge_anew(before)
                note_unread(circle.meta, roster)
                note_left(circle.meta, before, roster)
        except BaseException:
            circle.begin(before, keys)
            raise
        self._fold_all()
        purge(self._db)
        if lowered:
            self.raise_mark()
        return True

    def _clean_tail_for(self, roster: Roster, epochs: EpochKeys) -> None:
        """Take whom a list erases out of the open tail before that is closed under the list in use."""
        circle = self.circle
        before, keys = circle.roster, circle.journal.epochs
        if roster.state.redactions.entries == before.state.redactions.entries or not has_open(self._db):
            return
        circle.begin(roster, epochs)
        eraser = Eraser(circle.journal, self._logs)
        tail = eraser.clean_tail(self._tail, eraser.scrub())
        circle.begin(before, keys)
        self._refold().rebuild(tail)

    def _follow_ends(self, before: Roster) -> None:
        """Let forked logs be what the list names of them now. Where a log of this laptop's own is another one with
        that, it goes on under a new identity, as where somebody brings it another branch.
        """
        ends = NamedEnds(self.circle.journal, self._logs)
        me = self.circle.secrets.device.id
        if not ends.follow_all(before, me):
            return
        back = [(Header.parse(each.header), each) for each in ends.back]
        if any(header.device == me for header, _ in back):
            self.circle.meta.put(OWN_CAME, me)
        self._refold().rebuild(self._own.moved_tail(ends.lost, self._own.shared_by_us(back)))

    def judge_anew(self, before: Roster) -> None:
        """Judge everything under a new roster, in the caller's transaction; make the tables anew where something has
        ceased to count, or the roster erases somebody.
        """
        eraser, redactions = Eraser(self.circle.journal, self._logs), self.circle.roster.state.redactions
        same, out = redactions.entries == before.state.redactions.entries, self.circle.shut_out
        # First: the tables tell nothing any more of who is erased once they are made anew.
        scrub = eraser.scrub() if redactions and (out or not same) else Scrub(frozenset())
        called = called_by_name(self.circle.journal, redactions.people) if out else frozenset()
        if not same:
            note_erased(self.circle)
            fresh = redactions.people.keys() - before.state.redactions.people.keys()
            drop_drafts_about(self.circle.journal, fresh, eraser.with_own_records(scrub))
        self._follow_ends(before)
        refold = self._refold()
        ceased = refold.rejudge(before)
        self._let_go_unlisted(eraser, scrub)
        if same:
            named = bool(redactions) and _ends_of(before) != _ends_of(self.circle.roster)
            if self._clean_cut_off(scrub, called) or ceased or named:  # what others looked through may be elsewhere
                refold.rebuild()
            self._write_again()
            return
        if self.circle.right == ORGANIZER:  # who only records can look for nothing
            UnknownWords(self._db).add(scrub.unmarked)
        tail = eraser.clean_tail(self._tail, scrub)
        eraser.clean_aside(scrub)
        self._clean_cut_off(scrub, called)
        eraser.drop()
        self._clean_behind(eraser, scrub)
        refold.rebuild(tail)
        self.circle.meta.put(PURGE, 1)
        self.circle.meta.put(ERASED, 1)
        self._write_again()

    def _clean_behind(self, eraser: Eraser, scrub: Scrub) -> None:
        if self.circle.right != ORGANIZER:  # an organizer's laptop erases it, and says again what it says of others
            eraser.clean_behind(scrub)

    def _let_go_unlisted(self, eraser: Eraser, scrub: Scrub) -> None:
        if self.circle.right == ORGANIZER or self.circle.shut_out:
            return
        if held := unlisted(self.circle.journal, self._logs):
            let_go(self.circle.journal, self._logs, held, scrub or eraser.scrub())

    def _clean_cut_off(self, scrub: Scrub, called: frozenset[bytes]) -> bool:
        """Take who is erased out of what is held here, where this laptop was shut out and gets nothing new."""
        cut_off = CutOff(self.circle.journal, self._logs, Eraser(self.circle.journal, self._logs))
        if not self.circle.shut_out or not self.circle.roster.state.redactions:
            return cut_off.forget()
        return cut_off.clean(scrub, called)

    def receive(self, segments: Iterable[Segment], *, kept_there: bool = False, lost: bool = False) -> Received:
        """Store and fold segments; idempotent, in any order, at most about 500 changesets a transaction.

        `kept_there`: a hub sends and keeps them. A power cut may then take them back, as long as nothing was written
        after them: the next share brings them again. `lost`: they are told as what lost of this laptop's own logs, or
        of those of laptops that were shut out.
        """
        within = self.circle.hint if kept_there else self.circle.transaction
        parsed = [(header, segment) for segment in segments if (header := _parse(segment)) is not None]
        if not parsed and not self._logs.waiting():
            return Received(0, 0, 0, [], frozenset())
        parsed.sort(key=lambda pair: pair[0].seq)
        rejected: list[tuple[tuple[int, bytes, int], str]] = []
        touched: Touched = set()
        folded = Folded(0, set(), 0, [])
        new = own = 0
        late: set[Name] = set()
        switched: set[tuple[int, bytes]] = set()
        me = self.circle.secrets.device.id
        mine, full = forerunners(self.circle.roster.devices, me), full_of(self.circle, {h.device for h, _ in parsed})
        makers = told_of(self.circle) if lost else set()
        for begin in range(0, len(parsed), _STORED_AT_ONCE):
            with within():
                part = parsed[begin : begin + _STORED_AT_ONCE]
                receiver = Receiver(self.circle.journal, self._logs, me, makers, full)
                outcomes, changed = self._store(receiver, part)
                if begin + _STORED_AT_ONCE >= len(parsed):
                    folded = self._fold_some()  # what is short is in the tables with the same commit
            touched |= changed
            late |= {(h.space, h.device, h.seq) for h in (Header.parse(each.header) for each in receiver.late)}
            taken = [h for (h, _), o in zip(part, outcomes, strict=True) if o in STORED]
            new += len(taken)
            switched |= {(h.space, h.device) for (h, _), o in zip(part, outcomes, strict=True) if o is Outcome.SWITCHED}
            own += sum(header.device == me for header in taken)
            rejected += [
                ((header.space, header.device, header.seq), outcome.value)
                for (header, _), outcome in zip(part, outcomes, strict=True)
                if outcome not in GOOD
            ]
        folded = folded.plus(self._fold_all(within))
        purge(self._db)
        touched |= folded.touched
        own_late = frozenset(name for name in late if name[1] in mine)
        kept = frozenset(name for name in late if name[1] in makers) - own_late
        return Received(new, own, folded.segments, rejected, frozenset(touched), own_late, kept, frozenset(switched))

    def _store(self, receiver: Receiver, part: Sequence[tuple[Header, Segment]]) -> tuple[list[Outcome], Touched]:
        outcomes = [receiver.take(header, segment) for header, segment in part]
        me = self.circle.secrets.device.id
        taken = [pair for pair, o in zip(part, outcomes, strict=True) if o in STORED]
        own = [header for header, _ in taken if header.device == me]
        if own:
            meta = self.circle.meta
            meta.put(OWN_CAME, me)
            # Not the header's stamp: what had outbid a wrong clock is in it, and is nothing to go on after.
            came = [pair for pair in taken if pair[0].device == me and self._refold().opens(pair[0])]
            ticks = (changeset.tick for pair in came for changeset in self._own.changesets(*pair))
            meta.put("own_tick", max(meta.number("own_tick"), *ticks, 0))
        gone = {segment.header for segment in receiver.lost}  # taken and lost again, where three branches came at once
        back = [(Header.parse(each.header), each) for each in receiver.back]
        shared = self._own.shared_by_us([pair for pair in [*taken, *back] if pair[1].header not in gone])
        late = written_only_there(self.circle.journal, receiver.late, self.circle.secrets.device.id)
        lost = receiver.lost
        if self.circle.roster.state.redactions and self.circle.shut_out:
            # It writes nothing any more, and could not take out of its tail what an entry names later.
            late, lost = [], []
        moved = any(self._tail.read(header.space) for header in own) or self._own.is_open(shared)
        # What was said instead may stand on a branch that has lost, and counts there.
        held = (*STORED, Outcome.FORK)
        taken_in = [header for (header, _), o in zip(part, outcomes, strict=True) if o in held]
        dropped = self._drop(taken_in)
        if self.circle.roster.state.redactions and {Outcome.SWITCHED, Outcome.FORK} & set(outcomes):
            eraser = Eraser(self.circle.journal, self._logs)
            # A way to an end that the list names may come in parts: cleaned between two of them it never is whole.
            eraser.clean_aside(eraser.scrub(), NamedEnds(self.circle.journal, self._logs).all_ways())
            self.circle.meta.put(PURGE, 1)
        # What was filled may be what others stand for.
        filled = [h for (h, _), o in zip(part, outcomes, strict=True) if o is Outcome.FILLED]
        said = any(self.circle.roster.state.redactions.concern((h.space, h.device, h.seq)) for h in filled)
        touched: Touched = set()
        if Outcome.SWITCHED in outcomes or moved or late:
            touched = self._refold().rebuild(self._own.moved_tail(lost, shared, late))
        elif dropped or said:
            touched = self._refold().rebuild()
        if _concern(self.circle.roster.state.redactions, taken_in):
            self._write_again()
        return outcomes, touched

    def _drop(self, took: Sequence[Header]) -> bool:
        """Drop payloads that a redaction names and that came, or may go, now.

        Returns whether some were folded, or something else is to be folded now in the place of what is gone already.
        """
        if not _concern(self.circle.roster.state.redactions, took):
            return False
        eraser = Eraser(self.circle.journal, self._logs)
        eraser.drop_aside()
        # An old stick brings whoever was erased to a laptop that is never told what is said instead.
        turned = self.circle.shut_out and CutOff(self.circle.journal, self._logs, eraser).turn_away()
        return eraser.drop().folded or eraser.overtakes(took) or turned

    def _write_again(self) -> None:
        found = self._own.to_write_again()
        if found:
            self._refold().rebuild(found)


def _concern(redactions: Redactions, took: Sequence[Header]) -> bool:
    return bool(redactions) and any(redactions.concern((h.space, h.device, h.seq)) for h in took)


def _ends_of(roster: Roster) -> set[tuple[bytes, int]]:
    """Return the logs of which a list names an end: there may be other branches of them."""
    return {(each.id, space) for each in roster.devices.values() for space in SPACES if named_ends(each, space)}


def _parse(segment: Segment) -> Header | None:
    try:
        return Header.parse(segment.header)
    except CircleError:
        return None
