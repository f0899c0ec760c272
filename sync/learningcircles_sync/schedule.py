"""When to share next, as pure arithmetic: no thread, no clock of its own. Times are ms, of any one clock.

A write is shared after 5 s of quiet (but at most a minute after the first one), a network that comes up at
once, and otherwise every 15 minutes, so that others' work arrives. After a failure the wait doubles from 2 s to
15 minutes, each with a jitter of ±25 %, so that a region's laptops do not all come back at the same moment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

QUIET_MS = 5_000
LONGEST_QUIET_MS = 60_000
EVERY_MS = 15 * 60_000
FIRST_BACKOFF_MS = 2_000


@dataclass
class Schedule:
    """The state of one circle's sharing. `random` gives random bytes (for the jitter)."""

    random: Callable[[int], bytes]
    failures: int = 0
    _next: int = 0
    _not_before: int = 0
    _first_write: int | None = None

    def wrote(self, now: int) -> None:
        """Something was written here: share it once it is quiet."""
        if self._first_write is None:
            self._first_write = now
        quiet = min(now + QUIET_MS, self._first_write + LONGEST_QUIET_MS)
        self._next = max(quiet, self._not_before)

    def network_up(self, now: int) -> None:
        """A network has appeared: earlier failures mean nothing any more."""
        self.failures = 0
        self._next = self._not_before = now

    def asked(self, now: int) -> None:
        """Somebody pressed the button: now, whatever failed before."""
        self._next = self._not_before = now

    def succeeded(self, now: int) -> None:
        """A share went through."""
        self.failures = 0
        self._first_write = None
        self._not_before = now
        self._next = now + EVERY_MS

    def failed(self, now: int, told_s: int = 0) -> None:
        """A share did not go through: wait longer each time, from 2 s to 15 min, and as long as the hub has told."""
        wait = min(FIRST_BACKOFF_MS << min(self.failures, 20), EVERY_MS)
        self.failures += 1
        self._next = self._not_before = now + min(max(self._jittered(wait), told_s * 1000), EVERY_MS)

    def due(self, now: int) -> bool:
        """Return whether to share now. A wait that is longer than any we set means that the clock was set back."""
        return now >= self._next or self._next - now > EVERY_MS

    def wait(self, now: int) -> int:
        """Return how many ms to wait; 0 when it is due. Never more than 15 minutes, whatever the clock did."""
        return min(max(self._next - now, 0), EVERY_MS)

    def _jittered(self, wait: int) -> int:
        draw = int.from_bytes(self.random(2), "big")
        return wait * 3 // 4 + wait * draw // (2 * 65_535)
