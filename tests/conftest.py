"""Where the tests' files lie: where forcing them to disk costs nothing, if there is such a place with room for them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

IN_MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3
"""Bytes: several times what lies there at once, of which the program as one folder takes the most."""


def has_room(folder: Path) -> bool:
    """Return whether the tests' files may lie in a folder, and programs among them be started there."""
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return False
    held = os.statvfs(folder)
    return held.f_bavail * held.f_frsize >= ROOM and not held.f_flag & os.ST_NOEXEC


if "TMPDIR" not in os.environ and has_room(IN_MEMORY):
    os.environ["TMPDIR"] = str(IN_MEMORY)
    tempfile.tempdir = None  # pytest has asked where before: it is looked up again
