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
_MOST, _TRIES = 4, 5
"""So many are kept, and so often each is looked for where it does not answer: it may be gone."""


class LeftHub(NamedTuple):
    """Where it is, how it is known, and how often it is still to be looked for."""

    url: str
    fingerprint: bytes | None
    key: bytes
    tries: int = _TRIES


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


def note_told(circle: Circle, hub: LeftHub, *, answered: bool) -> None:
    """Forget a hub that was told, or that will not hear of it; look for one that did not answer a few times more."""
    rest = hub.tries - 1
    others = [each for each in _read(circle.meta) if each.key != hub.key]
    with circle.hint():
        _write(circle.meta, others if answered or not rest else [*others, hub._replace(tries=rest)])


def _read(meta: Meta) -> list[LeftHub]:
    packed = meta.data(_LEFT)
    return [LeftHub(*row) for row in decode(packed)] if packed else []


def _write(meta: Meta, hubs: Iterable[LeftHub]) -> None:
    meta.put(_LEFT, encode([list(each) for each in [*hubs][-_MOST:]]))
