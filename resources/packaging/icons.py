"""The program's icon in the one file that Windows (.ico) or macOS (.icns) wants; both hold PNGs as they are."""

from __future__ import annotations

import struct

_ICO_LARGEST = 256
_ICNS = {32: (b"ic11",), 64: (b"ic12",), 128: (b"ic07",), 256: (b"ic13", b"ic08"), 512: (b"ic14", b"ic09")}
"""Side in pixels → Apple's names, of those that may hold a PNG in a program's icon: 16 and 32 points at two pixels a
point, then 128, 256 and 512 points. The plain 16 and 32 (icp4, icp5) are shown as noise there; macOS shrinks others."""


def ico(images: dict[int, bytes]) -> bytes:
    """Return an icon file for Windows, of the sides that it can have. `images`: side in pixels → PNG."""
    images = {side: image for side, image in images.items() if side <= _ICO_LARGEST}
    head = struct.pack("<HHH", 0, 1, len(images))
    place, rows = len(head) + 16 * len(images), b""
    for side, image in images.items():
        rows += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(image), place)
        place += len(image)
    return head + rows + b"".join(images.values())


def icns(images: dict[int, bytes]) -> bytes:
    """Return an icon file for macOS, of those sides that it has a name for."""
    parts = [(name, image) for side, image in images.items() for name in _ICNS.get(side, ())]
    body = b"".join(name + struct.pack(">I", 8 + len(image)) + image for name, image in parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
