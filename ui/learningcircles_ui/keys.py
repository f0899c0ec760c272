"""Keys that a system keeps for itself are others there; Qt's own names for keys."""

from __future__ import annotations

import sys
from typing import NamedTuple


class Keys(NamedTuple):
    """What locks at once, and what begins the hall mode."""

    lock: str
    hall: str


def keys_on(platform: str) -> Keys:
    """Return the keys on a system (`sys.platform`).

    Qt's Ctrl is the command key on macOS. Shift, command and Q log the user out there, and F11 shows the desktop,
    before any program hears of it; control, command and F are its own keys for the full screen.
    """
    return Keys("Ctrl+Alt+L", "Meta+Ctrl+F") if platform == "darwin" else Keys("Ctrl+Shift+Q", "F11")


LOCK_KEYS, HALL_KEYS = keys_on(sys.platform)
