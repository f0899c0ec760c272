"""Keys that a system keeps for itself are others there; Qt's own names for keys."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

translate = QCoreApplication.translate


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
CLOSE_KEYS = "Ctrl+Q"
"""What closes the window, also from a dialog over it."""
_HABIT = "Ctrl+W"


def close_as_button() -> Sequence[str]:
    """Return what does the same as the button that closes whatever is in front, where systems have such keys."""
    return [_HABIT] if QKeySequence(_HABIT) in QKeySequence.keyBindings(QKeySequence.StandardKey.Close) else []


def native(*keys: str) -> str:
    """Return keys as this system writes them: "Ctrl+F" stands on no keyboard of a Mac."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(each).toString(form) for each in keys)


def key_names() -> Sequence[str]:
    """Return what is written on some keys. Qt asks for them here: its own Spanish has other names than a keyboard."""
    return (
        translate("QShortcut", "Ctrl"),
        translate("QShortcut", "Shift"),
        translate("QShortcut", "Return"),
        translate("QShortcut", "Enter"),
        translate("QShortcut", "Del"),
        translate("QShortcut", "Esc"),
    )
