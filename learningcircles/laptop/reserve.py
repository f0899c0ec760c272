"""A little room that a circle keeps beside its file, for the day on which the disk is full.

What was written last has to be closed, on this laptop's disk, before it may leave by a stick: that takes room. Without
a reserve nobody could carry off what lies on a full disk. Opening the file takes some of it there as well.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from learningcircles.errors import Refused
from learningcircles.laptop.home import RESERVE
from learningcircles.storage.connect import DISK_FULL, READ_ONLY, SHARED_MEMORY, full_disk, has_room

ROOM_BYTES = 512 * 1024
"""More than closing what is open takes: at most a segment of 256 KiB of each space, and mostly a few."""
_LEAST_FREE = 4 * ROOM_BYTES
FULL = (DISK_FULL, "cannot_write")
UNWRITTEN = (*FULL, READ_ONLY)
"""What is said where a circle's own disk takes nothing."""
_TO_OPEN_BYTES = 64 * 1024
"""With less, the system may promise SQLite room that the disk has not, and end the program where it is used."""
_LENT_BYTES = 96 * 1024
_PAGE = 4096
_STEP_BYTES = 4 * _PAGE
T = TypeVar("T")


def keep_reserve(path: Path) -> None:
    """Keep room beside a circle's file, where there is none yet and the disk has some to spare."""
    with suppress(OSError):  # there is as much then as before
        if _size(path) != ROOM_BYTES and shutil.disk_usage(path.parent).free >= _LEAST_FREE:
            _grow(_beside(path), ROOM_BYTES)


def take_back(path: Path) -> None:
    """Take back what was lent for opening a circle's file, when it is closed: what that took on the disk is free now.

    To be done at once, before anything else fills the disk again. Does nothing while another program has it open.
    """
    with suppress(OSError):
        size = _size(path)
        if 0 < size < ROOM_BYTES and not path.with_name(path.name + SHARED_MEMORY).exists():
            free = shutil.disk_usage(path.parent).free // _PAGE * _PAGE
            _grow(_beside(path), min(ROOM_BYTES, size + free))


def _size(path: Path) -> int:
    try:
        return _beside(path).stat().st_size
    except FileNotFoundError:
        return 0


def _grow(beside: Path, size: int) -> None:
    """Let the reserve grow to this size; as much of it as there was room for stays. Raises OSError.

    Step by step: what was given up on a journalled file system is not all to be had again at once.
    """
    with beside.open("ab") as file:
        got = file.tell()
        try:
            while got < size:
                step = min(_STEP_BYTES, size - got)
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), got, step)
                else:
                    file.write(os.urandom(step))  # zeros might be kept as nothing
                    file.flush()
                got += step
        finally:
            file.truncate(min(got, size))


def with_reserve(path: Path, act: Callable[[], T]) -> T:
    """Do what writes into a circle's file; where the disk is full, give the reserve up and do it again."""
    try:
        return act()
    except Refused as error:
        if error.code not in FULL or not _gave_up(path):
            raise
    return act()


def with_room_to_open(path: Path, act: Callable[[], T]) -> T:
    """Do what opens a circle's file; where the disk is full, lend some of the reserve to what that takes.

    The rest stays for closing what is open; what was lent is taken back when that is closed (`take_back`). Raises
    Refused where there is neither room nor reserve.
    """
    if _is_short(path) and not (_lends(path) and not _is_short(path)):
        raise full_disk(path)
    return act()


def _is_short(path: Path) -> bool:
    try:
        if has_room(path):
            return False  # another program has made it
        usage = shutil.disk_usage(path.parent)
        return usage.total > 0 and usage.free < _TO_OPEN_BYTES  # some file systems tell nothing but zeros
    except OSError:
        return False  # opening it says why


def _lends(path: Path) -> bool:
    try:
        size = _size(path)
        if size:
            os.truncate(_beside(path), max(size - _LENT_BYTES, 0))
    except OSError:
        return False
    return size > 0


def _gave_up(path: Path) -> bool:
    try:
        _beside(path).unlink()
    except OSError:
        return False
    return True


def _beside(path: Path) -> Path:
    return path.with_name(path.name + RESERVE)
