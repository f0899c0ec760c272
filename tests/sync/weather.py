"""A line between laptops and hub that loses, doubles, delays and repeats what it carries."""

from __future__ import annotations

from collections.abc import Callable

from power import Fuse

from learningcircles.errors import Unreachable
from learningcircles_sync.dial import Answering
from learningcircles_sync.serve import Answer

FINE, LOST, UNANSWERED, TWICE, LATE = "fine", "lost", "unanswered", "twice", "late"
FATES = (FINE, LOST, UNANSWERED, TWICE, LATE)
"""What may happen to a request: `late` is answered now and arrives once more, whenever `repeat` is called."""
KEPT = 20


class Weather:
    """Carries requests; `fates` are those of the next ones, in order, and all is fine after them."""

    def __init__(self, fuse: Fuse) -> None:
        self.fates: list[str] = []
        self.open = True
        self._fuse = fuse
        self._late: list[tuple[str, str, bytes]] = []

    @property
    def rough(self) -> bool:
        """Whether a share may fail in it."""
        return not self.open or any(fate in (LOST, UNANSWERED) for fate in self.fates)

    def clear(self) -> None:
        """Let everything through from now on; what is late never arrives."""
        self.fates, self.open = [], True
        self._late.clear()

    def carry(self, answer: Answering, method: str, path: str, body: bytes) -> Answer:
        """Bring a request to the hub and its answer back."""
        self._fuse.step()
        fate = self.fates.pop(0) if self.fates else FINE
        if not self.open or fate == LOST:
            raise _silence()
        if fate == LATE and len(self._late) < KEPT:
            self._late.append((method, path, body))
        if fate == TWICE:
            answer(method, path, body)
        answered = answer(method, path, body)
        if fate == UNANSWERED:
            raise _silence()
        self._fuse.step()
        return answered

    def repeat(self, answer: Answering, choose: Callable[[int], int]) -> None:
        """Let one of the late requests arrive once more; nobody waits for its answer."""
        if self._late:
            answer(*self._late.pop(choose(len(self._late))))


def _silence() -> Unreachable:
    return Unreachable("no_answer", "The hub does not answer.")
