"""Hubs that this laptop has left because another list of laptops counts: whoever still asks there is to hear of it.

A hub that hands the list on knows where the circle is. One whose list has lost, since two laptops had each brought the
circle to a hub of their own, knows nothing, nor does who shares with it alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.storage.meta import Meta
from learningcircles.trust.roster import Roster

_LEFT = "left_hubs"
_MOST = 4
OFTEN_MS = 3600 * 1000
"""So long a hub that does not answer is asked at every share, and afterwards once in that time."""
LOOKS_FOR_MS = 30 * 24 * 3600 * 1000
"""So long it is looked for: it may be gone."""


class LeftHub(NamedTuple):
    """Where it is, how it is known, and when it was asked in vain for the first and for the last time, 0 for never."""

    url: str
    fingerprint: bytes | None
    key: bytes
    since_ms: int = 0
    asked_ms: int = 0

    def is_due(self, now_ms: int) -> bool:
        """Return whether to ask it now: one that has been silent for long would hold up every share."""
        return self.asked_ms - self.since_ms < OFTEN_MS or not 0 <= now_ms - self.asked_ms < OFTEN_MS


def note_left(meta: Meta, before: Roster, now: Roster) -> None:
    """Note the hub of a list that has lost, in the caller's transaction; not where the circle is there all the same."""
    held = _read(meta)
    left = [each for each in held if each.key != now.sequencer]
    if before.hub and before.sequencer != now.sequencer and now.state.place_of(before.state.tip) is None:
        left = [each for each in left if each.key != before.sequencer]
        left.append(LeftHub(before.hub, before.fingerprint, before.sequencer))
    if left != held:
        _write(meta, left)


def left_hubs(circle: Circle) -> list[LeftHub]:
    """Return the hubs that are to be told where the circle is now."""
    return _read(circle.meta)


def note_told(circle: Circle, hub: LeftHub) -> None:
    """Forget a hub that was told, or that will not hear of it."""
    with circle.hint():
        _write(circle.meta, _others(circle, hub))


def note_in_vain(circle: Circle, hub: LeftHub) -> None:
    """Note that a hub was asked now and did not hear of it; forget one that has not for long."""
    now = circle.surroundings.now_ms()
    again = hub._replace(since_ms=hub.since_ms or now, asked_ms=now)
    kept = [again] if now - again.since_ms < LOOKS_FOR_MS else []
    with circle.hint():
        _write(circle.meta, [*_others(circle, hub), *kept])


def _others(circle: Circle, hub: LeftHub) -> list[LeftHub]:
    return [each for each in _read(circle.meta) if each.key != hub.key]


def _read(meta: Meta) -> list[LeftHub]:
    packed = meta.data(_LEFT)
    return [LeftHub(*row) for row in decode(packed)] if packed else []


def _write(meta: Meta, hubs: Iterable[LeftHub]) -> None:
    meta.put(_LEFT, encode([list(each) for each in [*hubs][-_MOST:]]))
