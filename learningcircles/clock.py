"""The hybrid logical clock: 48 bit of milliseconds since 1970 and a 14 bit counter, below 2⁶².

A device's clock follows remote stamps only up to ten minutes ahead of its own time, so that one wrong
clock spreads no further. Ties between equal stamps are broken by device id.
"""

from __future__ import annotations

COUNTER_BITS = 14
MAX_STAMP = (1 << 62) - 1
FOLLOW_AHEAD_MS = 10 * 60 * 1000
_HEADROOM = 1 << 57


def stamp_at(milliseconds: int, counter: int = 0) -> int:
    """Return the stamp of an instant (ms since 1970, clamped to 48 bits) and counter (0..16383)."""
    clamped = min(max(milliseconds, 0), (1 << 48) - 1)
    return (clamped << COUNTER_BITS) | counter


def milliseconds(stamp: int) -> int:
    """Return the ms since 1970 that a stamp claims."""
    return stamp >> COUNTER_BITS


def next_tick(now_ms: int, own_last: int, highest_seen: int) -> int:
    """Return a tick above `own_last`, at least now, and above remote stamps that are not far ahead.

    `own_last` is the device's last tick, `highest_seen` the highest stamp folded from others; both 0 at
    first. Ticks of one device rise strictly whatever its wall clock does.
    """
    limit = stamp_at(now_ms + FOLLOW_AHEAD_MS)
    followed = min(highest_seen, limit)
    return min(max(stamp_at(now_ms), own_last + 1, followed + 1), MAX_STAMP)


def outbid(held: int, now_ms: int) -> int:
    """Return the stamp of a value that is to follow the one stamped `held`.

    A hostile laptop can stamp the end of time, and nobody can outbid that: it counts until that laptop is shut out
    from before it. So that no honest value stands at the end as well then, and cannot be outbid in its turn, stamps
    keep 279 years below it, and that bound rises with the clock.
    """
    return min(held + 1, MAX_STAMP - _HEADROOM + stamp_at(min(now_ms, milliseconds(_HEADROOM))))
