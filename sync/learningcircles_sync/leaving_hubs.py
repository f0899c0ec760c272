"""Telling a hub that the circle has left by another list of laptops, so that whoever asks there hears where it is."""

from __future__ import annotations

from contextlib import closing

from learningcircles.circle.circle import Circle
from learningcircles.errors import Refused, Unreachable
from learningcircles.storage.left_hubs import left_hubs, note_told
from learningcircles_sync.dial import Transports
from learningcircles_sync.talking import Talking


def tell_left_hubs(circle: Circle, talking: Talking, transports: Transports) -> None:
    """Share once with each hub that this laptop has left: it gets the list that counts, and gives what it alone had.

    Whether it answers is of no matter to the share that this is a part of, and comes after.
    """
    for hub in left_hubs(circle):
        answered = True
        try:
            with closing(transports(hub.url, hub.fingerprint)) as transport:
                talking.tell(talking.line(transport, hub.key))
        except Unreachable as error:
            if error.code == "stopped":
                return
            answered = False
        except Refused:  # it knows the circle no more, or does not serve this laptop: nobody asks there either
            pass
        note_told(circle, hub, answered=answered)
