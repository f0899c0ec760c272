"""Replayed rosters of circles: a replay checks every signature, so one of each state of a roster is enough."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from threading import Lock

from learningcircles.trust.roster import Roster
from learningcircles_sync.hub.room import Room

REMEMBERED = 64


class Rosters:
    """Rosters by circle and version. Thread-safe; only for connections that see what was committed and no more."""

    def __init__(self) -> None:
        self._held: OrderedDict[bytes, tuple[int, Roster]] = OrderedDict()
        self._lock = Lock()

    def of(self, connection: sqlite3.Connection, circle: bytes) -> Roster:
        """Return a circle's roster; raises Unreadable where the database is damaged."""
        room = Room(connection, circle)
        version = room.roster_version()
        with self._lock:
            held = self._held.get(circle)
        if held is not None and held[0] == version:
            return held[1]
        roster = Roster.replay(room.placed(), room.proposals())
        with self._lock:
            self._held[circle] = (version, roster)
            self._held.move_to_end(circle)
            while len(self._held) > REMEMBERED:
                self._held.popitem(last=False)
        return roster
