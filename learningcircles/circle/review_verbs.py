"""Settling what two laptops changed apart from each other: a write by a laptop that has seen both closes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes, ReviewItem
from learningcircles.circle.desk import Desk
from learningcircles.circle.hours import leaving_entry
from learningcircles.circle.inbox import Inbox
from learningcircles.circle.merging import linked
from learningcircles.circle.records import Told
from learningcircles.circle.swaps import MOVES_MINUTES, Swaps
from learningcircles.circle.undo import nobody
from learningcircles.codec import encode
from learningcircles.entities.outside import ANSWERS
from learningcircles.errors import InvalidValue, NotFound, Refused, Usage
from learningcircles.journal.operations import DELETED, EntryOp
from learningcircles.storage.given_back import GONE, given_back
from learningcircles.storage.member_numbers import FORMER

KEPT, OTHER = "kept", "other"
SAY_ANEW = "say_anew"
_LINKS = ("member_link", "swap_link")
_BATCH, _BATCH_BYTES = 100, 64 * 1024
SHORTEST = 6
"""Letters of an id that are enough where they are unique."""


class Review:
    """The verbs of Review."""

    def __init__(self, desk: Desk, swaps: Swaps, inbox: Inbox) -> None:
        self._desk = desk
        self._swaps = swaps
        self._inbox = inbox

    def items(self, *, every: bool = False) -> Sequence[ReviewItem]:
        """Return what people are asked about; with `every` all other overwritten values too."""
        return self._desk.reader.review(every=every)

    def others(self) -> Sequence[ReviewItem]:
        """Return what two laptops wrote apart that nobody is asked about, newest first (see `Reader.others`)."""
        return self._desk.reader.others_of(self._desk.reader.others())

    def resolve(self, id_: str, take: str, *, author: bytes | None = None) -> Changes:
        """Settle one item, of a unique beginning of its id: `take` is "kept" or "other".

        Raises NotFound when it is settled already, InvalidValue when several ids begin so.
        """
        if take not in (KEPT, OTHER):
            raise Usage("bad_take", "Take “kept” or “other”, not {take}.", take=take)
        begun = self._desk.reader.review_named(id_) if len(id_) >= SHORTEST else []
        exact = [each for each in begun if each.id == id_] or begun
        if not exact:
            raise NotFound("no_review", "There is nothing to review with the id {id}.", id=id_)
        if len(exact) > 1:
            raise InvalidValue("ambiguous_id", "Several ids begin with {id}: give more digits.", field="id", id=id_)
        return self._settle_each(self._desk.reader.review_with(exact[0]), take, author)

    def take_all(
        self, device: bytes, *, others: bool = False, author: bytes | None = None, told: Told = nobody
    ) -> Changes:
        """Settle everything that people are asked about by what one laptop wrote, as one action.

        `others`: instead all that nobody is asked about. `told` hears how many questions are settled of how many, and
        may raise a CircleError to end it: nothing is settled then. Raises NotFound where nothing of it is that
        laptop's.
        """
        items = self.others() if others else self.items()
        theirs = [item for item in items if device in (item.kept_by, item.other_by)]
        if not theirs:
            raise NotFound("no_review_of", "There is nothing left to review of that laptop.")
        if others:
            return self._settle_plain([(item, _taken_of(item, device)) for item in theirs], author)
        changes = Changes(label="Review")
        with self._desk.circle.group("Review"):
            for at, item in enumerate(sorted(theirs, key=lambda each: each.other_at)):
                told(at, len(theirs))
                every = self._desk.reader.review_with(item)
                changes |= self._settle_each(every, _taken_of(item, device), author)
        return changes

    def resolve_others(self, ids: Sequence[str], take: str, *, author: bytes | None = None) -> Changes:
        """Settle several of `others`, as one action; those that are settled meanwhile are passed over.

        `take` is "kept" or "other". Raises NotFound where all are settled.
        """
        items = self._desk.reader.others_of(ids)
        if not items:
            raise NotFound("settled_already", "This is settled already.")
        return self._settle_plain([(item, take) for item in items], author)

    def _settle_plain(self, taken: Sequence[tuple[ReviewItem, str]], author: bytes | None) -> Changes:
        """Settle what moves no minutes; of several writes to one field the newest of those taken stands.

        Links whose other answer is taken stay open beside others, see `may_take`.
        """
        able = [(item, take) for item, take in taken if take == KEPT or may_take(item)] or taken
        fields: dict[tuple[str, bytes, str], tuple[ReviewItem, str]] = {}
        for item, take in sorted(able, key=lambda pair: pair[0].other_at):
            fields[item.entity, item.record, item.field] = item, take
        touched: set[tuple[str, bytes]] = set()
        with self._desk.circle.group("Review") as action:
            for batch in _batches(list(fields.values())):
                with self._desk.circle.change("Review", author=author or self._desk.person) as change:
                    for item, take in batch:
                        self._put(change, item, _value(item, take))
                touched |= change.changes.touched
        return Changes(frozenset(touched), action, "Review")

    def _settle_each(self, told: Sequence[ReviewItem], take: str, author: bytes | None) -> Changes:
        """Settle what is told as one, as one action."""
        if len(told) == 1:
            return self._settle(told[0], take, author)
        changes = Changes(label="Review")
        with self._desk.circle.group("Review"):
            for item in told:
                changes |= self._settle(item, take, author)
        return changes

    def _settle(self, item: ReviewItem, take: str, author: bytes | None) -> Changes:
        if item.field == FORMER:
            return self._settle_number(item, take, author)
        value = _value(item, take)
        if item.entity == "swap" and item.field in MOVES_MINUTES:
            # Also where what stands is kept: the ledger may hold what the other laptop wrote.
            return self._swaps.settle_on(item.record, item.field, value, author=author)
        if item.entity == "signup" and item.field == "state" and value in ANSWERS:
            # Also where what stands is kept: the other laptop may have noted who comes, or who does not.
            return self._inbox.answer(item.record, value, author=author)
        return self._write(item, value, author)

    def _settle_number(self, item: ReviewItem, take: str, author: bytes | None) -> Changes:
        if take == OTHER:
            raise InvalidValue(
                "number_given", "Another member has the number {number}.", field="number", number=item.other
            )
        return self._write(item, None, author)  # people know

    def _write(self, item: ReviewItem, value: object, author: bytes | None) -> Changes:
        with self._desk.circle.change("Review", author=author or self._desk.person) as change:
            self._put(change, item, value)
        return change.changes

    def _put(self, change: Change, item: ReviewItem, value: object) -> None:
        field, slash, element = item.field.partition("/")
        hours = self._hours_left(item) if value in GONE else None
        if slash:
            (change.add if value is True else change.drop)(item.entity, item.record, field, [element])
        else:
            change.set(item.entity, item.record, {field: value})
        if (item.entity, field, value) == ("member", DELETED, False):
            for other in self._gone_with(item.record):
                change.restore("member", other)
        if hours is not None:
            change.entry(hours)

    def _gone_with(self, member: bytes) -> list[bytes]:
        """Return who else is the same person as a removed member, where all of them were removed."""
        every = self._desk.reader.alone_all("member", linked(self._desk.reader, member))
        return [each.id for each in every if each.id != member] if all(each.deleted for each in every) else []

    def _hours_left(self, item: ReviewItem) -> EntryOp | None:
        """Return what settles once more the hours of a member who has left and was given them back."""
        circle = self._desk.circle
        asked = item.field == "status" and item.record in {each.member for each in given_back(circle.journal)}
        return leaving_entry(circle.connection, circle.id, item.record, self._desk.today()) if asked else None


def may_take(item: ReviewItem) -> bool:
    """Return whether the other value can stand instead.

    Not a number that another member has, nor an answer on which hours may hang: whether two members, or two exchanges,
    are one is said anew where they are shown; nor that somebody is anonymised whose details stand.
    """
    anonymised = (item.field, item.other) == ("status", "anonymised")
    return item.field != FORMER and not anonymised and not (item.entity in _LINKS and item.field == "verdict")


def _value(item: ReviewItem, take: str) -> Any:
    if take == OTHER and not may_take(item):
        raise Refused(
            SAY_ANEW,
            "This is not changed by an answer here, since hours may hang on it. Say once more of the two whether they"
            " are one, where they are shown.",
        )
    return item.kept if take == KEPT else item.other


def _batches(taken: Sequence[tuple[ReviewItem, str]]) -> Iterator[Sequence[tuple[ReviewItem, str]]]:
    """Yield them in parts, each of which is well below the caps on one changeset."""
    batch: list[tuple[ReviewItem, str]] = []
    room = _BATCH_BYTES
    for pair in taken:
        size = len(encode(pair[0].kept)) + len(encode(pair[0].other))
        if batch and (len(batch) == _BATCH or size > room):
            yield batch
            batch, room = [], _BATCH_BYTES
        batch.append(pair)
        room -= size
    if batch:
        yield batch


def _taken_of(item: ReviewItem, device: bytes) -> str:
    """Return which value of an item is a laptop's: the hours that it moved, where the exchange itself says nothing."""
    says_nothing = item.entity == "swap" and item.field == "state" and item.kept is None
    return OTHER if item.kept_by != device or (says_nothing and item.other_by == device) else KEPT
