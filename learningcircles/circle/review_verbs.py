"""Settling what two laptops changed apart from each other: a write by a laptop that has seen both closes it."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.changes import Changes, ReviewItem
from learningcircles.circle.desk import Desk
from learningcircles.circle.hours import leaving_entry
from learningcircles.circle.inbox import Inbox
from learningcircles.circle.swaps import MOVES_MINUTES, Swaps
from learningcircles.entities.outside import ANSWERS
from learningcircles.errors import InvalidValue, NotFound, Usage
from learningcircles.journal.operations import EntryOp
from learningcircles.storage.given_back import GONE, given_back
from learningcircles.storage.member_numbers import FORMER

KEPT, OTHER = "kept", "other"
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

    def resolve(self, id_: str, take: str, *, author: bytes | None = None) -> Changes:
        """Settle one item, of a unique beginning of its id: `take` is "kept" or "other".

        Raises NotFound when it is settled already, InvalidValue when several ids begin so.
        """
        if take not in (KEPT, OTHER):
            raise Usage("bad_take", "Take “kept” or “other”, not {take}.", take=take)
        begun = [each for each in self.items(every=True) if each.id.startswith(id_)] if len(id_) >= SHORTEST else []
        exact = [each for each in begun if each.id == id_] or begun
        if not exact:
            raise NotFound("no_review", "There is nothing to review with the id {id}.", id=id_)
        if len(exact) > 1:
            raise InvalidValue("ambiguous_id", "Several ids begin with {id}: give more digits.", field="id", id=id_)
        return self._settle(exact[0], take, author)

    def take_all(self, device: bytes, *, author: bytes | None = None) -> Changes:
        """Settle everything that people are asked about by what one laptop wrote, as one action.

        Raises NotFound where nothing asked about is that laptop's.
        """
        theirs = [item for item in self.items() if device in (item.kept_by, item.other_by)]
        if not theirs:
            raise NotFound("no_review_of", "There is nothing to review of the laptop {id}.", id=device.hex())
        changes = Changes(label="Review")
        with self._desk.circle.group("Review"):
            for item in sorted(theirs, key=lambda each: each.other_at):
                changes |= self._settle(item, _taken_of(item, device), author)
        return changes

    def _settle(self, item: ReviewItem, take: str, author: bytes | None) -> Changes:
        value = item.kept if take == KEPT else item.other
        if item.entity == "swap" and item.field in MOVES_MINUTES:
            # Also where what stands is kept: the ledger may hold what the other laptop wrote.
            return self._swaps.settle_on(item.record, item.field, value, author=author)
        if item.entity == "signup" and item.field == "state" and value in ANSWERS:
            # Also where what stands is kept: the other laptop may have noted who comes, or who does not.
            return self._inbox.answer(item.record, value, author=author)
        return self._write(item, value, author)

    def _write(self, item: ReviewItem, value: object, author: bytes | None) -> Changes:
        if item.field == FORMER:
            if value == item.other:
                raise InvalidValue(
                    "number_given", "Another member has the number {number}.", field="number", number=item.other
                )
            value = None  # people know
        field, slash, element = item.field.partition("/")
        hours = self._hours_left(item) if value in GONE else None
        with self._desk.circle.change("Review", author=author or self._desk.person) as change:
            if slash:
                (change.add if value is True else change.drop)(item.entity, item.record, field, [element])
            else:
                change.set(item.entity, item.record, {field: value})
            if hours is not None:
                change.entry(hours)
        return change.changes

    def _hours_left(self, item: ReviewItem) -> EntryOp | None:
        """Return what settles once more the hours of a member who has left and was given them back."""
        circle = self._desk.circle
        asked = item.field == "status" and item.record in {each.member for each in given_back(circle.journal)}
        return leaving_entry(circle.connection, circle.id, item.record, self._desk.today()) if asked else None


def _taken_of(item: ReviewItem, device: bytes) -> str:
    """Return which value of an item is a laptop's: the hours that it moved, where the exchange itself says nothing."""
    says_nothing = item.entity == "swap" and item.field == "state" and item.kept is None
    return OTHER if item.kept_by != device or (says_nothing and item.other_by == device) else KEPT
