"""Which writes to a register close which: a write closes those that its laptop knew, until it is taken back.

An undo of a laptop's own action names it by its id (`ids.undo`), so this is the same on every laptop: an answer that
was taken back closes nothing, and the undo stands for the write that it restored. It closes what it took back, what it
restored, and what that had closed; so the other questions are open again that the answer had closed with its own.
It closes what its laptop wrote in between as well: all of that was taken back, or took something back, before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.storage.journal import ChangesetRow


class Write(NamedTuple):
    """One changeset's write to one register; `saw` is complete (device number → seq)."""

    order: tuple[int, bytes, int, int]
    at: ChangesetRow
    value: Any
    saw: Mapping[int, int]

    def saw_write(self, other: Write) -> bool:
        """Return whether this write's laptop knew the other one (its own changeset counts as known)."""
        if self.at.device == other.at.device:
            return (self.at.seq, self.at.place) >= (other.at.seq, other.at.place)
        return self.saw.get(other.at.device, 0) >= other.at.seq


class Closing:
    """What closes what among all the writes to one register."""

    def __init__(self, writes: Sequence[Write]) -> None:
        self._writes = writes
        self._targets: dict[int, list[Write]] = {}
        self._undos: dict[int, list[Write]] = {}
        undos = {write.at.action for write in writes if ids.is_undo(write.at.action)}
        if undos:
            self._pair(undos)

    def is_closed(self, write: Write) -> bool:
        """Return whether another write to this register closes it."""
        return any(other.at.n != write.at.n and self.closes(other, write) for other in self._writes)

    def closes_elsewhere(self, write: Write) -> bool:
        """Return whether one of these writes closes a write to another register."""
        return any(self.closes(other, write) for other in self._writes)

    def closes(self, one: Write, other: Write) -> bool:
        """Return whether a write closes another one; one that was taken back closes nothing."""
        if self._undos and not self._in_force(one):
            return False
        targets = self._targets.get(one.at.n)
        if targets is None:
            return one.saw_write(other)
        first = min(each.order for each in targets)
        if other.at.device == one.at.device and other.order >= first and one.saw_write(other):
            return True
        restored = self._restored(one, targets)
        return restored is not None and (other.at.n == restored.at.n or self.closes(restored, other))

    def origin(self, write: Write) -> Write:
        """Return the write that first said what this one says, where it takes something back."""
        while (targets := self._targets.get(write.at.n)) and (restored := self._restored(write, targets)):
            write = restored
        return write

    def _pair(self, undos: set[bytes]) -> None:
        taken = {ids.undo(write.at.action): write.at.action for write in self._writes}
        for undo in self._writes:
            action = taken.get(undo.at.action) if undo.at.action in undos else None
            mine = [each for each in self._writes if each.at.action == action and each.at.device == undo.at.device]
            if mine:
                self._targets[undo.at.n] = mine
            for each in mine:
                self._undos.setdefault(each.at.n, []).append(undo)

    def _in_force(self, write: Write) -> bool:
        return not any(self._in_force(undo) for undo in self._undos.get(write.at.n, ()))

    def _restored(self, undo: Write, targets: Sequence[Write]) -> Write | None:
        """Return what stood below the writes that were taken back, as far as the laptop knew."""
        first = min(each.order for each in targets)
        below = [each for each in self._writes if each.order < first and undo.saw_write(each) and self._in_force(each)]
        return max(below, key=lambda each: each.order, default=None)
