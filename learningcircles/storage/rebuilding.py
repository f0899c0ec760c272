"""Folding what has come, and making the tables anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from learningcircles import clock
from learningcircles.storage.refold import Folded, Refold
from learningcircles.storage.shared import Shared


class Rebuilding(Shared):
    """One circle whose tables follow what is stored of it."""

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
