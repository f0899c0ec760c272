"""What a laptop may be called: whose it is, and what kind of computer. “DESKTOP-7F3” says nothing to anybody."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

translate = QCoreApplication.translate
_CHASSIS = Path("/sys/class/dmi/id/chassis_type")
_STANDS = frozenset({"3", "4", "5", "6", "7", "13", "15", "16", "24", "35", "36"})
"""Kinds of case that stay where they stand (SMBIOS, DSP0134, table 17)."""


def proposed(person: str) -> str:
    """Return a name for this person’s laptop; empty while nobody is named."""
    name = person.strip().partition(" ")[0]
    return _words().format(name=name) if name else ""


def follow(person: QLineEdit, device: QLineEdit) -> None:
    """Let the laptop’s name follow the person’s, until somebody types another one."""

    def named() -> None:
        if not device.property("own"):
            device.setText(proposed(person.text()))

    device.setProperty("own", False)
    person.setProperty("names", device)
    person.textChanged.connect(named)
    device.textEdited.connect(lambda words: device.setProperty("own", bool(words)))


def proposes(person: QLineEdit) -> QLineEdit | None:
    """Return the line whose name follows from who is named in this one, where nobody has typed another one there."""
    device = person.property("names")
    return device if isinstance(device, QLineEdit) and not device.property("own") else None


def _words() -> str:
    if sys.platform == "darwin":
        return translate("LaptopName", "{name}’s Mac")
    if _stands():
        return translate("LaptopName", "{name}’s computer")
    return translate("LaptopName", "{name}’s laptop")


def _stands() -> bool:
    return _CHASSIS.is_file() and _CHASSIS.read_text("ascii", "replace").strip() in _STANDS
