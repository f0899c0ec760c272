"""Actions that are one deed for whoever undoes: all that was taken in at once of what a laptop had written.

Each is an action of its own in the journal, named so that no other organizer's laptop takes it in a second time; that
they were one deed is known only to the laptop that did it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from learningcircles import ids
from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import laptop_name
from learningcircles.circle.set_aside import LEFT_OUT, with_undos
from learningcircles.codec import decode, encode
from learningcircles.phrase import Phrase
from learningcircles.storage.journal import whole
from learningcircles.storage.undo_stack import Act, depth, root

_KEY = "done_together"
_ACTION = re.compile(r"[0-9a-f]{32}")
MOST = 16
"""So many deeds are remembered, the latest ones."""
_TAKEN_IN_DEEDS = ("Take in what {name} wrote",)


class Together:
    """Keeps which they are in one circle file."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle

    def note(self, device: bytes, actions: Sequence[bytes]) -> None:
        """Remember actions by which a laptop's work is taken in at once."""
        with self._circle.transaction():
            kept = [*self._deeds(), [device, list(actions)]][-MOST:]
            self._circle.meta.put(_KEY, encode(kept))

    def deed(self, action: bytes, taken: Mapping[bytes, bytes]) -> Phrase | None:
        """Return what an action, or the one that it took back, is a part of; None where it is a deed of its own."""
        found = self._of(root(action, taken))
        if found is None:
            return None
        name = laptop_name(self._circle, found[0]) or found[0].hex()[:8]
        return Phrase(_TAKEN_IN_DEEDS[0], {"name": name})

    def is_left_out(self, action: bytes, taken: Mapping[bytes, bytes]) -> bool:
        """Return whether what an action, or the one that it took back, took in is by now left out: nobody is asked
        about that, by a redo either.
        """
        first = root(action, taken)
        found = self._of(first)
        return found is not None and first in self._left_out(found[0])

    def _left_out(self, device: bytes) -> set[bytes]:
        """Return by which actions that would be taken in which was left out of a laptop's work."""
        record = self._circle.reader.find_one(LEFT_OUT, device)
        parts = record.get("parts", []) if record is not None and not record.deleted else []
        named = (part for part in parts if isinstance(part, str) and _ACTION.fullmatch(part))
        return {ids.taken_in(device, bytes.fromhex(part)) for part in named}

    def acts(self, act: Act, taken: dict[bytes, bytes]) -> list[Act]:
        """Return what is to be taken back with an act, newest first; that act alone where it is a deed of its own.

        Of what another organizer has taken back, and done again, the last is what is to be taken back: `taken` is told.
        """
        found = self._of(root(act.action, taken))
        if found is None:
            return [act]
        journal, again = self._circle.journal, depth(act.action, taken) % 2
        gone = self._left_out(found[0]) if again else ()
        acts: list[Act] = []
        for action in found[1]:
            names = with_undos(journal, action)
            if names and len(names) % 2 != again and action not in gone:
                taken.update({by: undone for undone, by in pairwise(names)})
                rows = journal.of_action(names[-1])
                acts.append(Act(names[-1], whole(journal, rows[0]).label or "", max(row.tick for row in rows)))
        return sorted(acts, key=lambda each: each.tick, reverse=True) or [act]

    def _of(self, root: bytes) -> tuple[bytes, list[bytes]] | None:
        """Return the latest deed with this action; what was stopped there and taken in since is a part of another."""
        later = set[bytes]()
        for device, actions in reversed(self._deeds()):
            if root in actions:
                return device, [each for each in actions if each not in later]
            later.update(actions)
        return None

    def _deeds(self) -> list[tuple[bytes, list[bytes]]]:
        packed = self._circle.meta.data(_KEY)
        return [(device, actions) for device, actions in decode(packed)] if packed else []
