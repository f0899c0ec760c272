"""Telling a hub that the circle has left by another list of laptops, so that whoever asks there hears where it is."""

from __future__ import annotations

from contextlib import closing

from learningcircles.circle.circle import Circle
from learningcircles.errors import Refused
from learningcircles.storage.left_hubs import left_hubs, note_in_vain, note_told
from learningcircles_sync.dial import Transports
from learningcircles_sync.talking import Talking

_ENDS = frozenset(["circle_unknown", "not_served"])
"""It knows the circle no more, or does not serve this laptop: nobody asks there either. Any other answer may be another
one next time: it has too much to do, or a disk is full."""


def tell_left_hubs(circle: Circle, talking: Talking, transports: Transports) -> None:
    """Share once with each hub that this laptop has left: it gets the list that counts, and gives what it alone had.

    Whether it answers is of no matter to the share that this is a part of, and comes after.
    """
    due = [hub for hub in left_hubs(circle) if hub.is_due(circle.surroundings.now_ms())]
    for hub in due:
        try:
            with closing(transports(hub.url, hub.fingerprint)) as transport:
                talking.tell(talking.line(transport, hub.key))
        except Refused as error:
            if error.code == "stopped":
                return
            if error.code not in _ENDS:
                note_in_vain(circle, hub)
                continue
        note_told(circle, hub)
