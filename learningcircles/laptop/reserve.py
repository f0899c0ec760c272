"""A little room that a circle keeps beside its file, for the day on which the disk is full.

What was written last has to be closed, on this laptop's disk, before it may leave by a stick: that takes room. Without
a reserve nobody could carry off what lies on a full disk.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from learningcircles.errors import Refused
from learningcircles.laptop.home import RESERVE

ROOM_BYTES = 512 * 1024
"""More than closing what is open takes: at most a segment of 256 KiB of each space, and mostly a few."""
_LEAST_FREE = 4 * ROOM_BYTES
FULL = ("disk_full", "cannot_write")
UNWRITTEN = (*FULL, "read_only")
"""What is said where a circle's own disk takes nothing."""
T = TypeVar("T")


def keep_reserve(path: Path) -> None:
    """Keep room beside a circle's file, where there is none yet and the disk has some to spare."""
    beside = _beside(path)
    try:
        if beside.exists() and beside.stat().st_size == ROOM_BYTES:
            return
        if shutil.disk_usage(path.parent).free < _LEAST_FREE:
            return
        with beside.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, ROOM_BYTES)
            else:
                file.write(os.urandom(ROOM_BYTES))  # zeros might be kept as nothing
    except OSError:
        beside.unlink(missing_ok=True)  # there is none then, as before


def with_reserve(path: Path, act: Callable[[], T]) -> T:
    """Do what writes into a circle's file; where the disk is full, give the reserve up and do it again."""
    try:
        return act()
    except Refused as error:
        if error.code not in FULL or not _gave_up(path):
            raise
    return act()


def _gave_up(path: Path) -> bool:
    try:
        _beside(path).unlink()
    except OSError:
        return False
    return True


def _beside(path: Path) -> Path:
    return path.with_name(path.name + RESERVE)
