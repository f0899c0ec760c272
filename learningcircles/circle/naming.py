"""What laptops are called: as their records say, or, where what they wrote does not count, as they said themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Set

from learningcircles.circle.circle import Circle
from learningcircles.entities.validate import shown_line
from learningcircles.journal.operations import SetOp
from learningcircles.storage.rescue import kept_segments
from learningcircles.storage.search import words_of
from learningcircles.trust.members import forerunners, kin, laptops

CALLED = "called"
"""Where a laptop that may only look, and so writes nothing that others read, keeps what it is called, until it may."""
ID_SHOWN = 6
"""Digits of its id by which a laptop is told apart: as many as the command line takes for one."""
_COUNTED = re.compile(r" \(\d+\)$")
_WITH_ID = re.compile(rf"\W([0-9a-f]{{{ID_SHOWN}}})\W*$", re.IGNORECASE)
_SIGNS = ("Sm", "So", "Sc")
"""Unicode's kinds of signs that tell names apart as letters do: C and C++ are two."""


def laptop_name(circle: Circle, device: bytes) -> str:
    """Return what a laptop is shown as: what it is called, with the beginning of its id where another one is, too.

    Empty where nobody knows. Nobody can keep a laptop that joins from calling itself as another one does, or is shown.
    """
    name = said_name(circle, device)
    return _apart(circle, name, _alike({**said_names(circle), device: name}), device) if name else ""


def laptop_names(circle: Circle) -> dict[bytes, str]:
    """Return what all laptops are shown as that the circle ever had, by id (see `laptop_name`)."""
    said = said_names(circle)
    alike = _alike(said)
    return {device: _apart(circle, name, alike, device) for device, name in said.items()}


def read_alike(name: str) -> str:
    """Return what two names have in common that people do not tell apart: in accents, case, kinds of apostrophe, or
    points. Signs as in C++ or C# do tell them apart.
    """
    parts = "".join(f" {letter} " if _tells(letter) else letter for letter in name).split()
    words = (words_of(part) or ([part] if _tells(part) else []) for part in parts)
    return " ".join(word for found in words for word in found) or name


def _tells(letter: str) -> bool:
    return len(letter) == 1 and (letter in "#%&*@" or unicodedata.category(letter) in _SIGNS)


def said_names(circle: Circle) -> dict[bytes, str]:
    """Return what all laptops are called that the circle ever had, by id: several may be called the same."""
    return {device: said_name(circle, device) for device in circle.roster.devices}


def said_name(circle: Circle, device: bytes) -> str:
    """Return what a laptop is called, if need be by its own set-aside word; empty where nobody knows."""
    record = circle.reader.find_one("device", device)
    if record is not None and record.get("name"):
        return shown_line(str(record["name"]))
    for kept in kept_segments(circle.journal, device):
        for item in kept.changesets or ():
            for op in item.ops:
                if isinstance(op, SetOp) and (op.entity, op.id) == ("device", device) and op.fields.get("name"):
                    return shown_line(str(op.fields["name"]))
    own = circle.meta.data(CALLED).decode() if device == circle.secrets.device.id else ""
    return shown_line(own) if own else _named_after(circle, device)


def next_name(circle: Circle, device: bytes, name: str, number: int) -> str:
    """Return what a laptop is called that goes on from `device`, which is called `name`: its identities are counted."""
    counted = circle.roster.devices[device].succeeds is not None
    return f"{_COUNTED.sub('', name) if counted else name} ({number})"  # "Red (3)" comes after "Red (2)"


def _named_after(circle: Circle, device: bytes) -> str:
    """Return what one is called that went on from another and could write no name down: it only looks."""
    known = circle.roster.devices.get(device)
    before = said_name(circle, known.succeeds) if known is not None and known.succeeds is not None else ""
    if known is None or known.succeeds is None or not before:
        return ""
    return next_name(circle, known.succeeds, before, len(forerunners(circle.roster.devices, device)))


def _alike(said: Mapping[bytes, str]) -> dict[str, set[bytes]]:
    """Return which laptops have names that are read alike, by what they have in common."""
    found: dict[str, set[bytes]] = {}
    for device, name in said.items():
        if name:
            found.setdefault(read_alike(name), set()).add(device)
    return found


def _apart(circle: Circle, name: str, alike: Mapping[str, Set[bytes]], device: bytes) -> str:
    same = alike[read_alike(name)] if name else frozenset()
    shared = len(same) > 1 and not same.isdisjoint(_other_laptops(circle, device))
    return f"{name} ({device.hex()[:ID_SHOWN]})" if shared or _ends_as_shown(circle, name) else name


def _ends_as_shown(circle: Circle, name: str) -> bool:
    """Return whether a name ends as one is shown that is told apart by its id: it would be taken for that one."""
    found = _WITH_ID.search(name)
    return found is not None and any(each.hex().startswith(found[1].lower()) for each in circle.roster.devices)


def _other_laptops(circle: Circle, device: bytes) -> Set[bytes]:
    """Return what is not this laptop under another identity; copies of it that go on beside it are others."""
    devices = circle.roster.devices
    own = {each.id for each in kin(devices, device)}
    there = [{each.id for each in names} for names in laptops(devices, circle.secrets.device.id)]
    if any(device in names for names in there):
        own -= {each for names in there if device not in names for each in names}
    return devices.keys() - own
