"""Actions that are one deed for whoever undoes: all that was taken in at once of what a laptop had written.

Each is an action of its own in the journal, named so that no other organizer's laptop takes it in a second time; that
they were one deed is known only to the laptop that did it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import laptop_name
from learningcircles.circle.set_aside import LEFT_OUT, taken_name
from learningcircles.codec import decode, encode
from learningcircles.phrase import Phrase
from learningcircles.storage.journal import ChangesetRow, whole
from learningcircles.storage.undo_stack import Act

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
        found = self._of(_root(action, taken))
        if found is None:
            return None
        name = laptop_name(self._circle, found[0]) or found[0].hex()[:8]
        return Phrase(_TAKEN_IN_DEEDS[0], {"name": name})

    def first(self, action: bytes, taken: Mapping[bytes, bytes]) -> ChangesetRow | None:
        """Return how an action, or the one that it took back, was taken in; None where it was not."""
        root = _root(action, taken)
        rows = self._circle.journal.of_action(root) if self._of(root) is not None else ()
        return whole(self._circle.journal, rows[0]) if rows else None

    def is_left_out(self, action: bytes, taken: Mapping[bytes, bytes]) -> bool:
        """Return whether what an action, or the one that it took back, took in is by now left out: nobody is asked
        about that, by a redo either.
        """
        root = _root(action, taken)
        found = self._of(root)
        record = self._circle.reader.find_one(LEFT_OUT, found[0]) if found is not None else None
        if found is None or record is None or record.deleted:
            return False
        parts = (part for part in record.get("parts", []) if isinstance(part, str) and _ACTION.fullmatch(part))
        return any(taken_name(found[0], bytes.fromhex(part)) == root for part in parts)

    def acts(self, act: Act, taken: Mapping[bytes, bytes]) -> list[Act]:
        """Return what is to be taken back with an act, newest first; that act alone where it is a deed of its own."""
        found = self._of(_root(act.action, taken))
        if found is None:
            return [act]
        by = {gone: name for name, gone in taken.items() if gone != name}
        ends = [_end(action, by) for action in found[1]]
        depth = _end(_root(act.action, taken), by)[1]
        ends = [(end, at) for end, at in ends if at % 2 == depth % 2]
        rows = [
            (end, self._circle.journal.of_action(end))
            for end, at in ends
            if at % 2 == 0 or not self.is_left_out(end, taken)
        ]
        acts = [
            Act(end, whole(self._circle.journal, held[0]).label or "", max(row.tick for row in held))
            for end, held in rows
            if held
        ]
        return sorted(acts, key=lambda each: each.tick, reverse=True)

    def _of(self, root: bytes) -> tuple[bytes, list[bytes]] | None:
        deeds = reversed(self._deeds())
        return next(((device, actions) for device, actions in deeds if root in actions), None)

    def _deeds(self) -> list[tuple[bytes, list[bytes]]]:
        packed = self._circle.meta.data(_KEY)
        return [(device, actions) for device, actions in decode(packed)] if packed else []


def _root(action: bytes, taken: Mapping[bytes, bytes]) -> bytes:
    while taken.get(action, action) != action:
        action = taken[action]
    return action


def _end(action: bytes, by: Mapping[bytes, bytes]) -> tuple[bytes, int]:
    """Return the last of an action, its undo, the redo and so on, and how many came after the first."""
    depth = 0
    while action in by:
        action, depth = by[action], depth + 1
    return action, depth
