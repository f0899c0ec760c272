"""Half-written forms, kept over a crash or a locked screen: no action, so no journal, no history, no sharing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from learningcircles.circle.desk import Desk
from learningcircles.storage.draft_mentions import points_at
from learningcircles.storage.drafts import Draft
from learningcircles.storage.drafts import Drafts as Table


class Drafts:
    """The verbs of drafts. A name says which form it is, and of which record where it changes one."""

    def __init__(self, desk: Desk) -> None:
        self._circle = desk.circle

    def keep_draft(
        self, name: str, values: Mapping[str, Any], at_ms: int | None = None, since: int | None = None
    ) -> bool:
        """Keep what stands in a form (None, bool, int, str, bytes, lists and mappings of these), as typed.

        `at_ms`: when that was, in ms since 1970; now where nothing is said. `since`: `erasures` as it was typed, where
        it has stood in memory alone from then on. Outlives this program at once, and a power cut from the next durable
        write on. Returns False, and keeps nothing, where it speaks of somebody who was erased while the form was open,
        or `may_speak` of them.
        """
        at = self._circle.surroundings.now_ms() if at_ms is None else at_ms
        with self._circle.hint():  # an erasure by others is over before, or comes after
            if self.is_erased(name) or self._is_about_erased(name, values) or self.may_speak(since):
                return False
            Table(self._circle.connection).keep(name, values, at)
        return True

    def is_erased(self, name: str) -> bool:
        """Return whether what was kept under a name went with somebody who was erased."""
        return Table(self._circle.connection).is_erased(name)

    def erasures(self) -> int:
        """Return how many erasures this laptop's drafts were looked through for."""
        return Table(self._circle.connection).erasures()

    def may_speak(self, since: int | None) -> bool:
        """Return whether words may speak of somebody who was erased `since` then, whose name nobody knows any more."""
        return since is not None and since < self.erasures()

    def erased(self) -> Set[bytes]:
        """Return who was erased: nothing may point at them."""
        return frozenset(self._circle.roster.state.redactions.people)

    def _is_about_erased(self, name: str, values: Mapping[str, Any]) -> bool:
        erased = self.erased()
        return points_at(values, erased) or any(each.hex() in name for each in erased)

    def draft(self, name: str) -> Draft | None:
        """Return what was kept under a name, or None."""
        return Table(self._circle.connection).read(name)

    def drafts(self) -> Sequence[tuple[str, int]]:
        """Return (name, when it was kept in ms since 1970) of every draft, newest first."""
        return Table(self._circle.connection).names()

    def drop_draft(self, name: str) -> None:
        """Forget what was kept under a name: it was finished, or thrown away."""
        if self.draft(name) is not None:
            with self._circle.hint():
                Table(self._circle.connection).drop(name)
