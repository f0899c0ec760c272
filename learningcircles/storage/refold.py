"""Folding what has been stored: judging segments under the roster, folding those that count, and making all
tables again where something that was folded ceases to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset, SetAside
from learningcircles.journal.operations import EntryOp
from learningcircles.journal.scrub import Scrub
from learningcircles.journal.segment import VERSION, Header, Segment, header_hash, open_payload
from learningcircles.storage.fold import Fold
from learningcircles.storage.journal import Journal
from learningcircles.storage.journal_rows import add_restated, note_mention
from learningcircles.storage.logs import (
    BEHIND,
    COUNTING,
    FOLDED,
    MALFORMED,
    PARTLY,
    UNLISTED,
    WAITS,
    Logs,
    fold_again,
)
from learningcircles.storage.reached import Reached
from learningcircles.storage.restate import Instead, Restatements, restated_in
from learningcircles.storage.tail import SPACES, Open, Tail
from learningcircles.storage.unfold import empty_tables
from learningcircles.trust.counts import Verdict, judge, may_hold, named_ends
from learningcircles.trust.known import is_known
from learningcircles.trust.members import ORGANIZER
from learningcircles.trust.redact import Name, Redaction, Redactions
from learningcircles.trust.roster import Roster

PER_TRANSACTION = 500
"""Changesets folded in one transaction: long enough to be fast, short enough for a person who is typing."""

Touched = set[tuple[str, bytes]]


class Folded(NamedTuple):
    """What one round of folding did; `stamp` is the highest stamp that came from other laptops."""

    changesets: int
    touched: Touched
    segments: int
    stamps: list[int]

    def plus(self, other: Folded) -> Folded:
        """Return what both did."""
        return Folded(
            self.changesets + other.changesets,
            self.touched | other.touched,
            self.segments + other.segments,
            self.stamps + other.stamps,
        )


class Refold:
    """Folds stored segments on one connection, in the caller's transaction."""

    def __init__(self, journal: Journal, logs: Logs, fold: Fold, tail: Tail) -> None:
        self._journal = journal
        self._logs = logs
        self._fold = fold
        self._tail = tail
        self._restatements = Restatements(journal, logs)
        self._reached = Reached(journal)
        self._parted: dict[tuple[int, bytes], int] | None = None
        """From which seq on logs have had another branch, once that was asked."""
        self._scrubs: tuple[tuple[bytes, Name, frozenset[bytes]], Scrub] | None = None

    @property
    def _roster(self) -> Roster:
        assert self._journal.roster is not None
        return self._journal.roster

    @property
    def _redactions(self) -> Redactions:
        return self._roster.state.redactions

    # --- folding

    def fold_waiting(self, most: int = PER_TRANSACTION) -> Folded:
        """Fold waiting segments that count, each log in order, until about `most` changesets are folded."""
        result = Folded(0, set(), 0, [])
        for header in self._ready():
            result = result._replace(
                changesets=result.changesets + self._fold_segment(header), segments=result.segments + 1
            )
            result.stamps.append(header.stamp)
            if result.changesets >= most:
                break
        result.touched.update(self._fold.flush())
        return result

    def _ready(self) -> Iterator[Header]:
        """Yield the waiting segments that count, oldest stamps first and each log in its order."""
        ready: list[tuple[int, bytes, int, Header]] = []
        stuck: set[tuple[int, bytes]] = set()
        highest: dict[tuple[int, bytes], int] = {}
        for packed in self._logs.waiting():
            header = Header.parse(packed)
            log = (header.space, header.device)
            if header.device not in self._roster.devices:
                self._note_set_aside(header)  # it may wait for ever: the list may keep nothing more of its laptop
                self._logs.set_state(header, UNLISTED)
                continue
            if log in stuck:
                continue
            verdict = self._verdict(header, packed)
            missing = bool(self._redactions) and self._restatements.is_missing(header, header_hash(packed))
            if verdict is Verdict.COUNTS and self.opens(header) and not missing:
                highest[log] = max(highest.get(log, 0), header.stamp)
                ready.append((highest[log], header.device, header.seq, header))
            elif verdict in (Verdict.CUT, Verdict.NOT):
                self._note_set_aside(header)
                self._logs.set_state(header, verdict.value)
            else:
                stuck.add(log)
        yield from (row[3] for row in sorted(ready, key=lambda row: row[:3]))

    def _verdict(self, header: Header, packed: bytes) -> Verdict:
        """Judge a segment; one that names an older roster head than any before it in its log does not count."""
        verdict = judge(self._roster, header, header_hash(packed))
        back = verdict is Verdict.COUNTS and self._reached.goes_back(self._roster, header)
        return Verdict.NOT if back else verdict

    def opens(self, header: Header) -> bool:
        """Return whether this laptop can read a segment: it knows the format and has the key."""
        return header.v == VERSION and (header.space == 2 or self._journal.key_for(header) is not None)

    def _fold_segment(self, header: Header) -> int:
        device = self._logs.numbers.of(header.device)
        segment = self._journal.segment(header.space, device, header.seq)
        assert segment is not None
        again = self._restatements.instead(header, header_hash(segment.header)) if self._redactions else None
        if again is not None:
            return self._fold_again(header, again)
        items = self._opened(header, segment)
        if items is None:
            self._logs.set_state(header, MALFORMED)
            return 0
        grant = self._roster.devices[header.device].grant_at(self._roster.standing(header.roster_head) or 0)
        runs = grant.right == ORGANIZER  # whoever runs the circle may hold anything
        name = (header.space, header.device, header.seq)
        if self._redactions.restates(name, header_hash(segment.header)):
            self._note_restated(header, segment, header.roster_head)
        self._fold.expect({id_ for item in items if isinstance(item, Changeset) for id_ in _records_of(item)})
        saw: dict[bytes, int] = {}
        numbered: Mapping[int, int] = {}
        whole = True
        told = False  # whether what its laptop had seen is kept: with the first changeset that counts, whichever it is
        for place, item in enumerate(items):
            if isinstance(item, SetAside):
                continue
            if item.saw or not place:
                saw = {**saw, **item.saw}
                numbered = _numbered(self._logs, saw)
            if runs or all(may_hold(grant, op) for op in item.ops):
                label = item.label
                if self._redactions:
                    item = self._without_gone(item, self._scrub(header.roster_head, name), name)
                stored = None if told and not item.saw else saw
                told = True
                where = (header.space, device, header.seq, place)
                row = self._journal.add_changeset(*where, item[:4], stored, as_said=item.label == label)
                self._fold.apply(row, item.ops, numbered)
            else:
                whole = False
        self._set_folded(header, whole=whole)
        return len(items)

    def _fold_again(self, header: Header, rows: list[Instead]) -> int:
        """Fold what stands in the place of an erased segment, under the right that its own laptop had."""
        device = self._logs.numbers.of(header.device)
        grant = self._roster.devices[header.device].grant_at(self._roster.standing(header.roster_head) or 0)
        whole = True
        for again in rows:
            if all(may_hold(grant, op) for op in again.changeset.ops):
                item = self._without_gone(
                    again.changeset, self._scrub(again.known, again.source, again.people), again.source
                )
                row = self._journal.add_changeset(header.space, device, header.seq, again.place, item[:4], item.saw)
                add_restated(self._journal, row.n, item)
                self._fold.apply(row, item.ops, _numbered(self._logs, item.saw))
            else:
                whole = False
        self._set_folded(header, whole=whole)
        return len(rows)

    def _set_folded(self, header: Header, *, whole: bool) -> None:
        self._logs.set_state(header, FOLDED if whole else PARTLY)
        if not whole:
            self._note_set_aside(header)

    def _without_gone(self, item: Changeset, scrub: Scrub, source: Name) -> Changeset:
        """Leave out operations on tombstones; note a segment that speaks of them because its laptop did not know."""
        if not self._redactions:
            return item
        if scrub and scrub.speaks(item):
            space, device, seq = source
            note_mention(self._journal, space, self._logs.numbers.of(device), seq)
            item = item._replace(label="")
        gone = self._redactions.gone
        return item._replace(ops=tuple(op for op in item.ops if isinstance(op, EntryOp) or op.id not in gone))

    def _scrub(self, head: bytes, name: Name, taken_out: frozenset[bytes] = frozenset()) -> Scrub:
        """Return whom a segment's laptop, at this head, did not know to be erased, and nobody has looked for yet.

        Of whom it has `taken_out` itself another one that erased them as well may have known more words.
        """
        key = (head, name, taken_out)
        if self._scrubs is None or self._scrubs[0] != key:
            self._parted = _parted_from(self._logs, self._roster) if self._parted is None else self._parted
            later = [
                each
                for each in self._redactions.entries
                if not is_known(self._roster, each, head) and not _was_seen(each, name, self._parted)
            ]
            people = frozenset().union(*(each.people for each in later if not each.people <= taken_out))
            gone = frozenset().union(*(each.gone for each in later))
            self._scrubs = (key, Scrub(people, gone, marks=self._journal.marks(later)))
        return self._scrubs[1]

    def _note_restated(self, header: Header, segment: Segment, head: bytes) -> None:
        """Note a restatement that speaks of who was erased since, even where a later one stands in its place."""
        name, hash_ = (header.space, header.device, header.seq), header_hash(segment.header)
        taken_out = [each.people for each in self._redactions.entries if each.restated.get(name) == hash_]
        scrub = self._scrub(head, name, frozenset().union(*taken_out))
        rows = restated_in(segment, header, self._journal.key_for(header)) if scrub else ()
        if any(scrub.speaks(row.changeset) for row in rows):
            note_mention(self._journal, header.space, self._logs.numbers.of(header.device), header.seq)

    def _note_set_aside(self, header: Header) -> None:
        """Note what does not count, but is kept, where it speaks of somebody who was erased, be it in what it says
        again of others: its laptop may have been shut out, and the entry that names it has no place then.
        """
        if not self._redactions or not self.opens(header):
            return
        segment = self._journal.segment(header.space, self._logs.numbers.of(header.device), header.seq)
        if segment is not None and segment.payload is not None:
            # Of a list that lost no head is known there: what lies aside is searched for everybody.
            head = header.roster_head if self._roster.position_of(header.roster_head) is not None else b""
            scrub = self._scrub(head, (header.space, header.device, header.seq))
            items = self._opened(header, segment) or []
            if any(scrub.speaks(item) for item in items if isinstance(item, Changeset)):
                note_mention(self._journal, header.space, self._logs.numbers.of(header.device), header.seq)
            self._note_restated(header, segment, head)

    def _look_behind(self) -> None:
        """Note what waits beyond a gap, and what is not judged again, where it speaks of somebody who was erased."""
        if self._redactions:
            beyond = (Header.parse(packed) for _, packed in self._logs.states(BEHIND))
            for header in (*beyond, *_offered_unlisted(self._logs, self._roster)):
                self._note_set_aside(header)

    def _opened(self, header: Header, segment: Segment) -> list[Changeset | SetAside] | None:
        """Return a segment's changesets; None where its own laptop wrote what nobody can read."""
        try:
            return open_payload(segment, header, self._journal.key_for(header))
        except CircleError:
            return None

    # --- when the roster has changed

    def all_count(self, closed: Iterable[Header]) -> bool:
        """Return whether all of these segments of ours count, as a whole and each changeset in them."""
        return all(self._verdict(each, each.encode()) is Verdict.COUNTS and self._is_allowed(each) for each in closed)

    def _is_allowed(self, header: Header) -> bool:
        grant = self._roster.devices[header.device].grant_at(self._roster.standing(header.roster_head) or 0)
        if grant.right == ORGANIZER:
            return True
        segment = self._journal.segment(header.space, self._logs.numbers.of(header.device), header.seq)
        assert segment is not None
        items = self._opened(header, segment) or []
        return all(may_hold(grant, op) for item in items if isinstance(item, Changeset) for op in item.ops)

    def rejudge(self, before: Roster) -> bool:
        """Judge everything again under a new roster; returns whether what is folded is no longer what counts."""
        ceased = False
        for state, packed in self._logs.states(*COUNTING, MALFORMED, UNLISTED, Verdict.CUT.value, Verdict.NOT.value):
            header = Header.parse(packed)
            counts = self._verdict(header, packed) is Verdict.COUNTS
            if state in (*COUNTING, MALFORMED):
                ceased = ceased or not counts or _ran(before, header) != _ran(self._roster, header)
            elif counts or (state == UNLISTED and header.device in self._roster.devices):
                self._logs.set_state(header, WAITS)
        return ceased

    def rebuild(self, tails: list[Open] | None = None) -> Touched:
        """Make all tables again from the journal. `tails` replaces this laptop's open tail as it stands."""
        kept = [item for space in SPACES for item in self._tail.read(space)] if tails is None else tails
        empty_tables(self._journal.connection)
        self._journal.forget_opened()
        offered = _offered_unlisted(self._logs, self._roster)
        fold_again(self._journal.connection)
        for header in offered:
            self._logs.set_state(header, Verdict.CUT.value)
        touched: Touched = set()
        while (round_ := self.fold_waiting()).segments:
            touched |= round_.touched
        self._look_behind()
        for item in self._tail.write(sorted(kept, key=lambda open_: open_.row[1:5])):
            saw = {self._logs.numbers.of(device): seq for device, seq in item.changeset.saw.items()}
            self._fold.apply(item.row, item.changeset.ops, saw)
        return touched | self._fold.flush()


def _offered_unlisted(logs: Logs, roster: Roster) -> list[Header]:
    """Return what is offered of laptops that the list has let go of since: it stays so, or whoever has a copy of such
    a disk takes away what others had offered, with successors that crowd theirs out.
    """
    cut = (Header.parse(packed) for _, packed in logs.states(Verdict.CUT.value))
    return [header for header in cut if header.device not in roster.devices]


def _ran(roster: Roster, header: Header) -> bool:
    """Return whether a segment's laptop might run the circle when it wrote it: only then some changesets count.

    Of a successor that is not placed yet this is the right that its forerunner is believed to have.
    """
    device = roster.devices.get(header.device)
    return device is not None and device.grant_at(roster.standing(header.roster_head) or 0).right == ORGANIZER


def _numbered(logs: Logs, saw: Mapping[bytes, int]) -> dict[int, int]:
    return {logs.numbers.of(seen): seq for seen, seq in saw.items()}


def _records_of(changeset: Changeset) -> set[bytes]:
    return {op.id for op in changeset.ops if not isinstance(op, EntryOp)}


def _was_seen(redaction: Redaction, name: Name, parted: Mapping[tuple[int, bytes], int]) -> bool:
    """Return whether its author had looked through this segment, and not through another branch of that log."""
    return redaction.covers(name) and name[2] < parted.get(name[:2], name[2] + 1)


def _parted_from(logs: Logs, roster: Roster) -> dict[tuple[int, bytes], int]:
    """Return from which seq on logs (space, device) have had another branch, or may have: the list names an end of
    those that were copied, and what another laptop looked through need never have come here.
    """
    found = {(space, each.id): 1 for each in roster.devices.values() for space in SPACES if named_ends(each, space)}
    for _, header, _ in logs.headers_aside():
        log = header.space, header.device
        found[log] = min(header.seq, found.get(log, header.seq))
    return found
