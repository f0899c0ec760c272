"""A circle whose folder cannot be written to (another's folder, a read-only medium, a full disk) is read from a copy.

SQLite cannot read a file in WAL mode where it may make no file beside it, and would overlook what waits in the WAL if
it were told that the file never changes. So both are copied into a `Workroom`, encrypted as they are, until the circle
is closed. Nothing is written into the copy that is meant to last. Where the system's folder for temporary files is on
the same full disk, there is no room for it; where that lies in memory, it takes as much of it as the file has.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from learningcircles.circle import create
from learningcircles.circle.circle import Circle
from learningcircles.circle.opened import Secrets
from learningcircles.errors import Locked, Refused
from learningcircles.laptop.files import cannot_write
from learningcircles.laptop.mark import Heads, Mark
from learningcircles.laptop.workroom import Workroom, clear_left
from learningcircles.storage.connect import DISK_FULL, READ_ONLY
from learningcircles.surroundings import Surroundings

SENTENCES = {
    READ_ONLY: "The folder of this circle cannot be written to: it can be read here, and nothing else.",
    DISK_FULL: "The disk of this laptop is full, or fails: the circle can be read, and nothing else. Carry it off now,"
    " on a stick or in a backup. Then make room; where there is room, the disk may be broken.",
}
"""What is said of such a circle, by the code of the refusal of whoever writes."""
_TRIES = 3


def may_be_written(path: Path) -> bool:
    """Return whether a circle's file, and its folder, may be written to, as far as the system says beforehand."""
    return os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)


class Standing:
    """A mark that stays where it is."""

    def __init__(self, mark: Mark, refusal: Refused) -> None:
        self._mark = mark
        self._refusal = refusal

    def read(self) -> Heads:
        """Return the marks; raises Unreadable when the file is damaged."""
        return self._mark.read()

    def write(self, heads: Mapping[int, tuple[int, bytes]]) -> None:
        """Refuse to move."""
        raise self._refusal


def open_copy(path: Path, secrets: Secrets, surroundings: Surroundings, mark: Mark, refusal: Refused) -> Circle:
    """Open a copy of a circle's file for reading; `refusal` is what is said to whoever writes.

    Raises Refused where there is no room for a copy, Locked where the file is written meanwhile by somebody else.
    """
    clear_left()
    room = Workroom()
    try:
        copied = _copied(path, room.folder / path.name)
        circle = create.open_circle(copied, secrets, surroundings, Standing(mark, refusal))
    except BaseException:
        room.close()
        raise
    circle.refusal, circle.after_close = refusal, room.close
    return circle


def _copied(path: Path, target: Path) -> Path:
    wal = path.with_name(path.name + "-wal")
    for _ in range(_TRIES):
        before = _state(path), _state(wal)
        try:
            shutil.copyfile(path, target)
            beside = target.with_name(target.name + "-wal")
            if before[1] is not None:
                shutil.copyfile(wal, beside)
            else:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(target, error) from error
        if before == (_state(path), _state(wal)):
            return target
    raise Locked("busy", "Another program is using this circle at the moment. Try again.")


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns
