"""The seam to sync: closing the open tail, telling what is here, giving and taking segments and rosters."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from typing import NamedTuple

from learningcircles import clock
from learningcircles.circle.circle import Circle
from learningcircles.codec import encode
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.scrub import scrub_of
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload
from learningcircles.storage.erase import ERASED, PURGE, Eraser, others_words, purge
from learningcircles.storage.logs import Have, Logs
from learningcircles.storage.peers import Peers
from learningcircles.storage.receive import GOOD, STORED, Outcome, Receiver
from learningcircles.storage.refold import Folded, Refold, Touched
from learningcircles.storage.rescue import Written, kept_segments, to_write_again, written_only_there
from learningcircles.storage.restate import Restatements
from learningcircles.storage.rosters import note_unread
from learningcircles.storage.tail import SPACES, Open, Tail, has_open
from learningcircles.trust import branches
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.members import READER, forerunners
from learningcircles.trust.redact import Name, Redactions
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import is_lowered

_STORED_AT_ONCE = 64
OWN_CAME = "own_came"
"""Under which identity this file has got segments of its own log from others: it was restored, or copied."""
_SEGMENT_OVERHEAD = 400  # header, signature and framing, about

Work = tuple[int, bytes, int]
"""(space, action, tick): a changeset, under whatever identity it was written down."""


class Received(NamedTuple):
    """What came of segments: how many were new (`own`: of this laptop's own logs), how many folded, which rejected."""

    new: int
    own: int
    folded: int
    rejected: list[tuple[tuple[int, bytes, int], str]]
    touched: frozenset[tuple[str, bytes]]
    late: frozenset[Name] = frozenset()
    """What this laptop wrote on branches that lost before it learned of them, and that is to be written again."""


class Exchange:
    """One circle as sync sees it. Cheap to make; used on the circle's own thread."""

    def __init__(self, circle: Circle) -> None:
        self.circle = circle
        self._db = circle.connection
        self._numbers = circle.journal.numbers
        self._logs = Logs(self._db, self._numbers)
        self._tail = Tail(circle.journal, self._logs, circle.meta, circle.secrets.device, circle.surroundings)
        self._peers = Peers(self._db)

    # --- what is here

    def roster(self) -> Roster:
        """Return the roster as this laptop knows it."""
        return self.circle.roster

    def have(self) -> Have:
        """Return how far every log is held here."""
        return self._logs.have()

    def digest(self) -> bytes:
        """Return 16 bytes over the heads of all logs: equal where two hold the same."""
        return hashlib.sha256(encode([list(head) for head in self._logs.heads()])).digest()[:16]

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

    # --- what peers are known to have

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

    # --- closing the tail

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
        self._raise_mark()
        return len(closed)

    def _close_open(self) -> list[Header]:
        self._write_nothing_twice()
        open_spaces = [s for s in SPACES if not (self._is_behind(s) or self._tail.may_stand(s))]
        return [header for space in open_spaces for header in self._tail.close(space)]

    def _raise_mark(self) -> None:
        heads = self.heads_of(self.circle.secrets.device.id)
        marks = self.circle.mark.read()
        if any(marks.get(space) != head for space, head in heads.items()):
            self.circle.mark.write(heads)

    def _write_nothing_twice(self) -> None:
        """Leave out of the tail what stands in the place of an erased segment of this laptop's."""
        standing = self._tail.standing() if self.circle.roster.state.redactions else set()
        if standing:
            self._refold().rebuild(self._moved_tail([], standing))

    def adopt_tails(self) -> None:
        """Write what others left open in this file again in this laptop's log; in the caller's transaction."""
        moved = self._cleaned(self._tail.adopted())
        if moved:
            self._refold().rebuild(moved)
        else:
            self._tail.write([])

    def is_aside(self, hash_: bytes) -> bool:
        """Return whether the segment with this header hash belongs to a branch that was set aside."""
        return self._logs.is_aside(hash_)

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
                self._refold().rebuild(self._moved_tail([], set()))
        self._fold_all()
        return found

    def behind(self) -> bool:
        """Return whether this file lacks what this laptop has shared: it was restored or copied."""
        return any(self._is_behind(space) for space in SPACES)

    def _is_behind(self, space: int) -> bool:
        return self._tail.is_behind(space, self.circle.mark.read().get(space, (0, b"")))

    # --- roster

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
        known = {entry.hash: entry for entry in [*proposals, *joined.leftover]}
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
                if lowered:
                    self._close_open()  # what was written under the former right is judged by it, here as elsewhere
                circle.rosters.store(roster.placed, roster.kept)
                circle.keep_epochs(epochs)
                circle.begin(roster, epochs)
                self.judge_anew(before)
                note_unread(circle.meta, roster)
        except BaseException:
            circle.begin(before, keys)
            raise
        self._fold_all()
        purge(self._db)
        if lowered:
            self._raise_mark()
        return True

    def judge_anew(self, before: Roster) -> None:
        """Judge everything under a new roster, in the caller's transaction; make the tables anew where something has
        ceased to count, or the roster erases somebody.
        """
        redactions, refold = self.circle.roster.state.redactions, self._refold()
        ceased = refold.rejudge(before)
        if redactions.entries == before.state.redactions.entries:
            if ceased:
                refold.rebuild()
            self._write_again()
            return
        eraser = Eraser(self.circle.journal, self._logs)
        scrub = eraser.scrub()
        tail = eraser.clean_tail(self._tail, scrub)
        eraser.clean_aside(scrub)
        eraser.drop()
        refold.rebuild(tail)
        self.circle.meta.put(PURGE, 1)
        self.circle.meta.put(ERASED, 1)
        self._write_again()

    def _write_again(self) -> None:
        """Write again what this laptop wrote while it followed a list that has lost, in its log that is going back, and
        what is said in the place of what it wrote on a branch that lost.
        """
        if self.circle.right == READER:
            return
        makers = forerunners(self.circle.roster.devices, self.circle.secrets.device.id)
        found: list[Open] = []
        lost = [(each.header, each.changesets or ()) for each in to_write_again(self.circle.journal, makers)]
        for space in SPACES if any(items for _, items in lost) else ():
            again = [item for header, items in lost if header.space == space for item in items]
            found += self._tail.renumber(space, [*again, *(item.changeset for item in self._tail.read(space))])
        if found:
            self._refold().rebuild(self._cleaned(found))

    # --- receiving

    def receive(self, segments: Iterable[Segment], *, kept_there: bool = False, lost: bool = False) -> Received:
        """Store and fold segments; idempotent, in any order, at most about 500 changesets a transaction.

        `kept_there`: a hub sends and keeps them. A power cut may then take them back, as long as nothing was written
        after them: the next share brings them again. `lost`: they are told as what lost of this laptop's own logs.
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
        me = self.circle.secrets.device.id
        mine = forerunners(self.circle.roster.devices, me)
        for begin in range(0, len(parsed), _STORED_AT_ONCE):
            with within():
                part = parsed[begin : begin + _STORED_AT_ONCE]
                receiver = Receiver(self.circle.journal, self._logs, me, mine if lost else ())
                outcomes, changed = self._store(receiver, part)
                if begin + _STORED_AT_ONCE >= len(parsed):
                    folded = self._fold_some()  # what is short is in the tables with the same commit
            touched |= changed
            late |= {(h.space, h.device, h.seq) for h in (Header.parse(each.header) for each in receiver.late)}
            taken = [h for (h, _), o in zip(part, outcomes, strict=True) if o in STORED]
            new += len(taken)
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
        return Received(new, own, folded.segments, rejected, frozenset(touched), own_late)

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
            ticks = (changeset.tick for pair in came for changeset in self._changesets(*pair))
            meta.put("own_tick", max(meta.number("own_tick"), *ticks, 0))
        gone = {segment.header for segment in receiver.lost}  # taken and lost again, where three branches came at once
        shared = self._shared_by_us([pair for pair in taken if pair[1].header not in gone])
        late = written_only_there(self.circle.journal, receiver.late, self.circle.secrets.device.id)
        moved = any(self._tail.read(header.space) for header in own) or self._is_open(shared)
        # What was said instead may stand on a branch that has lost, and counts there.
        held = (*STORED, Outcome.FORK)
        taken_in = [header for (header, _), o in zip(part, outcomes, strict=True) if o in held]
        dropped = self._drop(taken_in)
        if self.circle.roster.state.redactions and {Outcome.SWITCHED, Outcome.FORK} & set(outcomes):
            eraser = Eraser(self.circle.journal, self._logs)
            eraser.clean_aside(eraser.scrub())
            self.circle.meta.put(PURGE, 1)
        if Outcome.SWITCHED in outcomes or moved or late:
            return outcomes, self._refold().rebuild(self._moved_tail(receiver.lost, shared, late))
        # What was filled may be what others stand for.
        filled = [h for (h, _), o in zip(part, outcomes, strict=True) if o is Outcome.FILLED]
        said = any(self.circle.roster.state.redactions.concern((h.space, h.device, h.seq)) for h in filled)
        touched = self._refold().rebuild() if dropped or said else set()
        if _concern(self.circle.roster.state.redactions, taken_in):
            self._write_again()
        return outcomes, touched

    def _shared_by_us(self, taken: Sequence[tuple[Header, Segment]]) -> set[Work]:
        """Return what came back of this laptop's own work: a restored file may hold it as not shared yet."""
        makers = forerunners(self.circle.roster.devices, self.circle.secrets.device.id)
        found: set[Work] = set()
        for header, segment in taken:
            if header.device in makers and self._refold().opens(header):
                found |= {(header.space, item.action, item.tick) for item in self._changesets(header, segment)}
        return found

    def _is_open(self, shared: Set[Work]) -> bool:
        tails = ((space, item.changeset) for space in SPACES for item in self._tail.read(space)) if shared else ()
        return any((space, changeset.action, changeset.tick) in shared for space, changeset in tails)

    def _drop(self, took: Sequence[Header]) -> bool:
        """Drop payloads that a redaction names and that came, or may go, now.

        Returns whether some were folded, or something else is to be folded now in the place of what is gone already.
        """
        if not _concern(self.circle.roster.state.redactions, took):
            return False
        eraser = Eraser(self.circle.journal, self._logs)
        eraser.drop_aside()
        return eraser.drop().folded or eraser.overtakes(took)

    def _moved_tail(self, lost: Sequence[Segment], shared: Set[Work], late: Sequence[Segment] = ()) -> list[Open]:
        """Return this laptop's tail after its logs have changed under it, with what its losing branch held.

        A log that it wrote under a former identity is its own in this, too. `lost` has been in the tables until now,
        `late` never was. What is in its logs already, from now on (`shared`) or since, is not written again.
        """
        makers = forerunners(self.circle.roster.devices, self.circle.secrets.device.id)
        mine = [(h, s) for h, s in ((Header.parse(each.header), each) for each in [*lost, *late]) if h.device in makers]
        written = Written(self.circle.journal, makers, lost)
        found: list[Open] = []
        for space in SPACES:
            again = [item for h, segment in mine if h.space == space for item in self._changesets(h, segment)]
            whole = [item for item in again if not written.elsewhere(space, item)]
            whole += [item.changeset for item in self._tail.read(space)]
            left = [each for each in whole if (space, each.action, each.tick) not in shared]
            found += self._tail.renumber(space, left)
        return self._cleaned(found)

    def _cleaned(self, items: list[Open]) -> list[Open]:
        """Return what is written again without those who were erased since it was first written."""
        redactions = self.circle.roster.state.redactions
        if not redactions:
            return items
        people = frozenset(redactions.people)
        marks = self.circle.journal.marks(redactions.entries)
        others = others_words(self._db, people)
        scrub = scrub_of(people, frozenset(redactions.gone), marks, [item.changeset for item in items], others)
        found: list[Open] = []
        for space in SPACES:
            left = [scrub.without(item.changeset) for item in items if item.row.space == space]
            found += self._tail.renumber(space, [changeset for changeset in left if changeset is not None])
        return found

    def _changesets(self, header: Header, segment: Segment) -> list[Changeset]:
        """Return what a segment says, or what is said in its place, each with all that its laptop had seen."""
        if segment.payload is None:
            again = Restatements(self.circle.journal, self._logs).instead(header, header_hash(segment.header))
            return [row.changeset for row in again or ()]
        found: list[Changeset] = []
        for item in open_payload(segment, header, self.circle.journal.key_for(header)):
            if isinstance(item, Changeset):
                saw = {**found[-1].saw, **item.saw} if found else item.saw
                found.append(item._replace(saw=saw))
        return found

    # --- folding

    def _refold(self) -> Refold:
        return Refold(self.circle.journal, self._logs, self.circle.fold, self._tail)

    def _fold_all(self, within: Callable[[], AbstractContextManager[None]] | None = None) -> Folded:
        """Fold all that can be folded, in transactions short enough for a person who is typing."""
        total = Folded(0, set(), 0, [])
        while self._logs.waiting():
            with (within or self.circle.transaction)():
                round_ = self._fold_some()
            if not round_.segments:
                break
            total = total.plus(round_)
        return total

    def _fold_some(self) -> Folded:
        round_ = self._refold().fold_waiting()
        self._follow_clock(round_.stamps)
        return round_

    def catch_up(self) -> None:
        """Fold what had arrived but was not folded when a program last ended, if there is any."""
        if self._logs.waiting():
            self._fold_all()

    def catch_up_within(self) -> None:
        """The same in the caller's transaction."""
        while self._refold().fold_waiting().segments:
            continue

    def _follow_clock(self, stamps: Sequence[int]) -> None:
        """Follow remote stamps, but not one that is over ten minutes ahead: a wrong clock spreads no further."""
        limit = clock.stamp_at(self.circle.surroundings.now_ms() + clock.FOLLOW_AHEAD_MS)
        sane = [stamp for stamp in stamps if stamp <= limit]
        meta = self.circle.meta
        if sane and max(sane) > meta.number("seen_tick"):
            meta.put("seen_tick", max(sane))

    def rebuild(self) -> None:
        """Make all tables again from the journal, in a transaction of its own."""
        with self.circle.transaction():
            self.rebuild_within()

    def rebuild_within(self) -> None:
        """Make all tables again in the caller's transaction."""
        self._refold().rebuild()


def _concern(redactions: Redactions, took: Sequence[Header]) -> bool:
    return bool(redactions) and any(redactions.concern((h.space, h.device, h.seq)) for h in took)


def _parse(segment: Segment) -> Header | None:
    try:
        return Header.parse(segment.header)
    except CircleError:
        return None
