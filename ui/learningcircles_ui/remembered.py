"""What the window remembers of a circle, forgotten without a window (see `remember`): a circle has left this laptop."""

from __future__ import annotations

from pathlib import Path

from learningcircles.laptop.files import read_if_there, write_durably

FILE = "window.ini"


def forget(folder: Path, circle: bytes) -> None:
    """Take a circle's section out of the file; raises Refused where it cannot be written."""
    file = folder / FILE
    lines = (read_if_there(file) or b"").splitlines(keepends=True)
    kept: list[bytes] = []
    ours = False
    for line in lines:
        if line.startswith(b"["):
            ours = line.strip() == b"[%s]" % circle.hex().encode()
        if not ours:
            kept.append(line)
    if kept != lines:
        write_durably(file, b"".join(kept))
