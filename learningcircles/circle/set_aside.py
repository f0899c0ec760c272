"""What is kept of laptops' work that does not count: what waits to be taken in, and what an organizer has left out."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles import ids
from learningcircles.circle.asked_erasures import AskedErasure, asked_erasures
from learningcircles.circle.changes import Record
from learningcircles.circle.circle import Circle
from learningcircles.circle.desk import Desk
from learningcircles.entities.declare import Space
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import EntryOp, Operation
from learningcircles.storage.journal import Journal
from learningcircles.storage.rescue import kept_segments

LEFT_OUT = "!left_out"
_NOT_TAKEN = ("device", LEFT_OUT)
"""What concerns laptops themselves, and is of no use without them."""


class Parts(NamedTuple):
    """What is kept of a laptop's work: (space, changeset), names of segments that cannot be read here, and whom it had
    erased in vain.
    """

    items: list[tuple[int, Changeset]]
    sealed: list[str]
    erasures: list[AskedErasure]

    @property
    def names(self) -> set[str]:
        """By what it is known that it was left out."""
        asked = {row.part for row in self.erasures}
        return {item.action.hex() for _, item in self.items} | set(self.sealed) | asked


class Keeping:
    """Finds it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def left_out(self, device: bytes) -> Record | None:
        """Return the record that names what was left out of a laptop's work; it is removed where that is over."""
        return self._desk.reader.find_one(LEFT_OUT, device)

    def of(self, device: bytes, *, left_out: bool = False) -> Parts:
        """Return what waits of a laptop's work, or was left out of it, in the order in which it was written."""
        journal = self._desk.circle.journal
        record = self.left_out(device)
        known = frozenset(record.get("parts", [])) if record is not None and not record.deleted else frozenset()
        asked = asked_erasures(self._desk.circle, self._desk.reader, {device})
        erasures = [row for row in asked if (row.part in known) == left_out]
        found, takings = Parts([], [], erasures), Takings(self._desk.circle)
        for kept in kept_segments(journal, device):
            sealed = f"{kept.header.space}.{kept.header.seq}"
            if kept.changesets is None and (sealed in known) == left_out:
                found.sealed.append(sealed)
            for item in kept.changesets or () if kept.header.space != Space.CATALOGUE else ():
                useful = tuple(op for op in item.ops if _is_useful(item, op))
                wanted = useful and (item.action.hex() in known) == left_out
                if wanted and len(takings.of(device, item.action)) % 2 == 0:
                    found.items.append((kept.header.space, item._replace(ops=useful)))
        found.items.sort(key=lambda pair: pair[1].tick)
        return found


def _is_useful(item: Changeset, op: Operation) -> bool:
    """Return whether an operation is somebody's work, which others may want."""
    if isinstance(op, EntryOp):
        return True
    return op.entity not in _NOT_TAKEN and item.action != ids.following(op.id)


class Takings:
    """By which actions laptops' actions were taken in: every laptop derives the same."""

    def __init__(self, circle: Circle) -> None:
        self._journal = circle.journal

    def of(self, device: bytes, action: bytes) -> list[bytes]:
        """Return the action that took one in, the one that undid that, and so on; after an even number it waits."""
        return with_undos(self._journal, ids.taken_in(device, action))


def with_undos(journal: Journal, action: bytes) -> list[bytes]:
    """Return an action, the one that took it back, the one that did it again, and so on, as far as they are here,
    whoever did them."""
    found: list[bytes] = []
    while journal.of_action(action):
        found.append(action)
        action = ids.undo(action)
    return found
