"""How often somebody may ask: a token bucket by name, an address's or a laptop's."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from threading import Lock
from typing import NamedTuple

from learningcircles.errors import CircleError, Locked

REMEMBERED = 20_000
"""Buckets of one kind; those longest not asked for are forgotten, and would be nearly full again."""
TOO_OFTEN = "too_often"


class Rate(NamedTuple):
    """So many at once, and then one more after each `every_ms`."""

    burst: int
    every_ms: int


OF_A_LAPTOP = Rate(1_200, 100)
"""600 MB in a row: no share is longer."""
OF_A_NETWORK = Rate(6_000, 20)
"""All laptops of a hall may stand behind one address: 30 of them bring and fetch 100 MB each."""
OF_LISTS = Rate(3_000, 1_000)
"""Entries of lists that have lost, by laptop: nobody keeps more than a third of these, and brings them once."""


class Buckets:
    """Token buckets by name. Any thread may ask."""

    def __init__(self, rate: Rate, now_ms: Callable[[], int]) -> None:
        self._rate = rate
        self._now_ms = now_ms
        self._free_at: OrderedDict[bytes, int] = OrderedDict()
        self._lock = Lock()

    def wait_s(self, name: bytes, count: int = 1) -> int:
        """Take one, or so many, and return 0, or return in how many seconds there will be as many.

        Who wants more than a full bucket takes that.
        """
        burst, every = self._rate
        taken = min(count, burst) * every
        now = self._now_ms()
        with self._lock:
            # When the bucket is full again; a clock that was set back leaves nobody out for long.
            full = min(max(self._free_at.get(name, 0), now), now + burst * every)
            if full + taken > now + burst * every:
                return max(1, ceil((full + taken - now - burst * every) / 1000))
            self._free_at[name] = full + taken
            self._free_at.move_to_end(name)
            while len(self._free_at) > REMEMBERED:
                self._free_at.popitem(last=False)
        return 0


def too_often(seconds: int) -> CircleError:
    """The error for a laptop that asks too often: it may ask again in so many seconds."""
    return Locked(
        TOO_OFTEN, "This laptop has asked very often. It may ask again in {seconds} seconds.", seconds=seconds
    )


def too_many_lists(seconds: int) -> CircleError:
    """The error for a laptop that brings very much of lists that have lost: it may bring more in so many seconds."""
    return Locked(
        TOO_OFTEN,
        "This laptop has brought very many entries of other lists of the circle's laptops. It may bring more in"
        " {seconds} seconds.",
        seconds=seconds,
    )


def seconds_to_wait(error: CircleError | None) -> int:
    """Return how long an error asks to wait; 0 where it does not."""
    seconds = error.params.get("seconds") if error is not None and error.code == TOO_OFTEN else 0
    return seconds if isinstance(seconds, int) else 0
