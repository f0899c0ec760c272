"""The program's icon in the one file that Windows (.ico) or macOS (.icns) wants; both hold PNGs as they are."""

from __future__ import annotations

import struct

_ICNS = {16: b"icp4", 32: b"icp5", 128: b"ic07", 256: b"ic08"}


def ico(images: dict[int, bytes]) -> bytes:
    """Return an icon file for Windows. `images`: side in pixels (up to 256) → PNG."""
    head = struct.pack("<HHH", 0, 1, len(images))
    place, rows = len(head) + 16 * len(images), b""
    for side, image in images.items():
        rows += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(image), place)
        place += len(image)
    return head + rows + b"".join(images.values())


def icns(images: dict[int, bytes]) -> bytes:
    """Return an icon file for macOS, of those sides that it has a name for."""
    parts = [(_ICNS[side], image) for side, image in images.items() if side in _ICNS]
    body = b"".join(name + struct.pack(">I", 8 + len(image)) + image for name, image in parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
