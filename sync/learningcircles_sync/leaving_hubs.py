"""Telling a hub that the circle has left by another list of laptops, so that whoever asks there hears where it is."""

from __future__ import annotations

from contextlib import closing, suppress

from learningcircles.circle.circle import Circle
from learningcircles.errors import Locked, Refused
from learningcircles.laptop.locking import SyncLock
from learningcircles.storage.left_hubs import LeftHub, left_hubs, note_in_vain, note_told
from learningcircles_sync.dial import Transports
from learningcircles_sync.protocol import HUB_PATH
from learningcircles_sync.talking import Talking

_ENDS = frozenset(["circle_unknown", "not_served"])
"""It knows the circle no more, or does not serve this laptop: nobody asks there either. Any other answer may be another
one next time: it has too much to do, or a disk is full."""


def tell_left_hubs(circle: Circle, talking: Talking, transports: Transports) -> None:
    """Share once with a hub that this laptop has left: it gets the list that counts, and gives what it alone had.

    Called when a share is over, and its lock let go: whether anybody is there is found out before it is taken again,
    since one that is gone may take as long to be silent as a line is waited for. One hub at a time. Not after a share
    to which nobody answered: there is hardly a network then. What comes of it is of no matter to the share.
    """
    with suppress(Refused):  # a disk that is full, or a file that is busy: it is asked again
        now = circle.surroundings.now_ms()
        hub = min((hub for hub in left_hubs(circle) if hub.is_due(now)), key=lambda hub: hub.asked_ms, default=None)
        if hub is not None:
            _tell(circle, talking, transports, hub)


def _tell(circle: Circle, talking: Talking, transports: Transports, hub: LeftHub) -> None:
    try:
        with closing(transports(hub.url, hub.fingerprint)) as transport:
            transport.get(HUB_PATH)
            lock = SyncLock(circle.path)
            try:
                lock.take()
            except Locked:
                return  # another program shares: there is a next time
            with closing(lock):
                talking.tell(talking.line(transport, hub.key))
    except Refused as error:
        if error.code == "stopped":
            return
        if error.code not in _ENDS:
            note_in_vain(circle, hub)
            return
    note_told(circle, hub)
