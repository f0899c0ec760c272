"""Under which names a laptop remembers what others have."""

from __future__ import annotations

from collections.abc import Mapping

from learningcircles.circle.circle import Circle
from learningcircles.storage.peers import Peers
from learningcircles.trust.roster import Roster
from learningcircles_sync.store import LogName

NO_HUB_PEER = "stick"
"""All that is not the hub, taken together, while there is no hub."""


def peer_name(key: bytes) -> str:
    """Return the name under which a hub with this key is remembered."""
    return "hub " + key.hex()


def beside_name(device: bytes) -> str:
    """Return the name under which a laptop that was beside this one is remembered."""
    return f"laptop {device.hex()}"


def shared_at(circle: Circle, device: bytes) -> int | None:
    """Return when this laptop last asked a laptop beside it and was answered, by its own clock (ms since 1970)."""
    return Peers(circle.connection).at(beside_name(device))


def main_peer(roster: Roster) -> str:
    """Return the name of whom the circle shares with above all: its hub, or whoever there is."""
    return peer_name(roster.sequencer) if roster.hub else NO_HUB_PEER


def further(one: Mapping[LogName, int], other: Mapping[LogName, int]) -> dict[LogName, int]:
    """Return how far either of two has every log."""
    return {log: max(one.get(log, 0), other.get(log, 0)) for log in {*one, *other}}
