"""Which erased segments one stands for that says them again, and what is said in their place.

Entries that wait for their place in the list are looked at as well: whoever has erased somebody without the hub may
erase somebody else before the hub has heard of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from learningcircles.circle.circle import Circle
from learningcircles.errors import Unreadable
from learningcircles.journal.changeset import Restated
from learningcircles.storage.restate import Restatements
from learningcircles.trust.redact import Name, Redaction, read_redaction


class StandsFor:
    """Reads it on one circle; made anew for each pass."""

    def __init__(self, circle: Circle, restatements: Restatements) -> None:
        self._restatements = restatements
        self._known = restatements.redactions.copy()
        for each in _waiting(circle):
            self._known.add(each)

    def behind(self, name: Name, hash_: bytes, again: Iterable[Restated]) -> tuple[dict[Name, bytes], list[Restated]]:
        """Return the erased segments in whose place one counts that restates `again`, or will count, and all that is
        said in their place: a part of it may stand in another one. A later redaction may have said them again.

        Also where they are not here: they may lie on a branch that lost before this laptop heard of it, and their maker
        writes again what is said.
        """
        names = sorted({(name[0], row.device, row.seq) for row in again})
        erased = ((each, hashed) for each in names for hashed in self._known.hashes(each))
        found = [item for item in erased if self._is_source(name, hash_, *item)]
        return dict(found), [row for item in found for row in self.rows(*item)]

    def rows(self, erased: Name, hash_: bytes) -> list[Restated]:
        """Return all that is said in the place of an erased segment, in whichever segments it is said."""
        redaction = self._next(erased, hash_)
        if redaction is None:
            rows = self._restatements.instead_of(erased, hash_) or []
            return [Restated(*erased[1:], row.place, row.changeset) for row in rows]
        said = self._restatements.said(redaction, erased[0])
        return [row for row in said if (row.device, row.seq) == erased[1:]]

    def is_waiting(self, name: Name, hash_: bytes) -> bool:
        """Return whether an entry that waits erases a segment."""
        return self._next(name, hash_) is not None

    def unripe(self) -> dict[tuple[Name, bytes], set[Name]]:
        """Return the segments beside which others of their entry are not here yet, with the segments that it erases and
        nobody else has said again: what stands for these is said again together alone, so nobody erases what restates
        one of them before the rest has come, or somebody who has what was erased has said it again. Also where the rest
        may be lost: a laptop that was shut out or succeeded had mostly given it to others.
        """
        found: dict[tuple[Name, bytes], set[Name]] = {}
        for each in self._known.entries:
            erased = set() if self._restatements.complete(each) else self._will_count_for(each)
            for item in each.restated.items() if erased else ():
                found.setdefault(item, set()).update(erased)
        return found

    def _will_count_for(self, redaction: Redaction) -> set[Name]:
        naming = {item[0]: self._known.naming(*item) for item in redaction.erase.items()}
        firsts = {
            name: next(each for each in found if each is redaction or self._restatements.complete(each))
            for name, found in naming.items()
        }
        return {name for name, first in firsts.items() if first is redaction}

    def _is_source(self, name: Name, hash_: bytes, erased: Name, erased_hash: bytes) -> bool:
        redaction = self._next(erased, erased_hash)
        if redaction is not None:
            return redaction.restated.get(name) == hash_
        instead = self._restatements.instead_of(erased, erased_hash) or ()
        return any((row.source, row.source_hash) == (name, hash_) for row in instead)

    def _next(self, name: Name, hash_: bytes) -> Redaction | None:
        """Return the entry that will count of those that erase a segment, where it waits."""
        naming = self._known.naming(name, hash_)
        found = next((each for each in naming if self._restatements.complete(each)), None)
        return found if found is not None and found.position < 0 else None


def _waiting(circle: Circle) -> Iterator[Redaction]:
    """Yield the entries that wait and erase somebody, oldest first; none has a position that another one has."""
    read = ((entry.read(), entry.hash) for entry in circle.roster.proposals)
    waiting = sorted((row for row in read if row[0].kind == "redact"), key=lambda row: row[0].tick)
    for place, (body, hash_) in enumerate(waiting):
        with suppress(Unreadable):  # it never gets a place
            yield read_redaction(body, -1 - place, hash_)
