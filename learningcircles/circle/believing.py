"""Whether this laptop's clock can be believed.

Nobody refuses what another laptop wrote for its clock. But a date that is years off is a nuisance to people (today's
meetups, "Member since", what is published until when), so a laptop that is known to be more than 24 hours off asks
before its first write. What it knows: the hub's time when they last spoke, and the newest change that it has of others.
"""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.clock import milliseconds
from learningcircles.errors import Refused
from learningcircles.storage.meta import Meta

WARNS_MS = 5 * 60_000
ASKS_MS = 24 * 3_600_000
_OFF, _AT = "clock_off", "clock_at"
_WORTH_NOTING_MS = 30_000


def note_clock(circle: Circle, off_ms: int, now_ms: int) -> None:
    """Remember how far the hub's clock is ahead of ours; written only where something else was believed, or noted."""
    meta = Meta(circle.connection)
    if max(abs(before - off_ms) for before in (_told(meta, now_ms), meta.number(_OFF))) > _WORTH_NOTING_MS:
        with circle.transaction():
            meta.put(_OFF, off_ms)
            meta.put(_AT, now_ms)


def clock_off(circle: Circle) -> int:
    """Return how many ms the true time is ahead of this laptop's clock (negative: behind), as far as is known."""
    now = circle.surroundings.now_ms()
    meta = Meta(circle.connection)
    off = _told(meta, now)
    newest = milliseconds(meta.number("seen_tick"))
    return max(off, newest - now) if newest - now > ASKS_MS else off


def ahead(circle: Circle, at_ms: int | None) -> int:
    """Return how many ms another laptop's time lies ahead of now, by the hub's clock where that is known.

    0 where it does not, or by no more than clocks may differ: then nobody can say that its clock was wrong.
    """
    now = circle.surroundings.now_ms()
    far = (at_ms or 0) - now - _told(Meta(circle.connection), now)
    return far if far >= WARNS_MS else 0


def _told(meta: Meta, now_ms: int) -> int:
    """Return how far the clock is off by what the hub said last, and by how it has moved since."""
    off, at = meta.number(_OFF), meta.number(_AT)
    if at and now_ms < at:
        # It was set back since, or has jumped: all that is sure is that it is later than when the hub said so.
        return max(0, at + off - now_ms)
    return 0 if off > 0 and now_ms >= at + off else off  # it was behind, and was set right since


def is_doubtful(circle: Circle) -> bool:
    """Return whether the clock is over 24 hours off, as far as is known."""
    return abs(clock_off(circle)) > ASKS_MS


def check_clock(circle: Circle) -> None:
    """Refuse to write under a clock that is over 24 hours off; `Circle.before_first_write` calls it."""
    off = clock_off(circle)
    if abs(off) <= ASKS_MS:
        return
    days = abs(off) // ASKS_MS
    if off > 0:
        raise Refused(
            "clock_doubtful",
            "This laptop's clock is {days} days behind. Set it right before you write.",
            days=days,
        )
    raise Refused(
        "clock_doubtful",
        "This laptop's clock is {days} days ahead. Set it right before you write.",
        days=days,
    )
