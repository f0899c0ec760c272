"""A circle whose folder cannot be written to (another's folder, a read-only medium, a full disk) is read from a copy.

SQLite cannot read a file in WAL mode where it may make no file beside it, and would overlook what waits in the WAL if
it were told that the file never changes. So both are copied into a folder that only this user may look into, encrypted
as they are, and removed when the circle is closed, or, where the program was killed, when the next one looks.
Nothing is written into the copy that is meant to last. It lies in the system's folder for temporary files: where that
is on the same full disk, there is no room for it; where it lies in memory, it takes as much of that as the file has.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from learningcircles.circle import create
from learningcircles.circle.circle import Circle
from learningcircles.circle.opened import Secrets
from learningcircles.errors import CircleError, Locked, Refused
from learningcircles.laptop.files import cannot_write
from learningcircles.laptop.locking import FileLock
from learningcircles.laptop.mark import Heads, Mark
from learningcircles.storage.connect import DISK_FULL, READ_ONLY
from learningcircles.surroundings import Surroundings

SENTENCES = {
    READ_ONLY: "The folder of this circle cannot be written to: it can be read here, and nothing else.",
    DISK_FULL: "The disk of this laptop is full, or fails: the circle can be read, and nothing else. Carry it off now,"
    " on a stick or in a backup. Then make room; where there is room, the disk may be broken.",
}
"""What is said of such a circle, by the code of the refusal of whoever writes."""
_TRIES = 3
_PREFIX, _LIVES = "learningcircles-", "lives"
"""What copies' folders are called, and the file in each that is locked for as long as its program lives."""


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
    clear_copies()
    folder, lock = _own_folder()
    try:
        copied = _copied(path, Path(folder.name) / path.name)
        circle = create.open_circle(copied, secrets, surroundings, Standing(mark, refusal))
    except BaseException:
        _remove(folder, lock)
        raise
    circle.refusal, circle.after_close = refusal, partial(_remove, folder, lock)
    return circle


def clear_copies() -> None:
    """Remove what programs of this user that live no more have left of copies; what cannot be removed stays."""
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.is_dir(follow_symlinks=False):
                _clear(Path(entry.path))


def _clear(folder: Path) -> None:
    lives = folder / _LIVES
    with suppress(OSError, CircleError):
        if sys.platform != "win32" and folder.stat().st_uid != os.geteuid():
            return
        if not lives.is_file():  # a program may just be making it
            return
        with FileLock(lives, wait=False):
            for path in folder.iterdir():
                if path != lives:
                    path.unlink()
            if sys.platform != "win32":
                lives.unlink()  # before it is free: whoever has waited for it sees that it is gone
        if sys.platform == "win32":
            lives.unlink()  # what another program has opened meanwhile stays there
        folder.rmdir()


def _own_folder() -> tuple[tempfile.TemporaryDirectory[str], FileLock]:
    while True:
        folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        lock = FileLock(Path(folder.name) / _LIVES, wait=False)
        try:
            lock.take()
        except (Locked, Refused) as error:
            there = Path(folder.name).is_dir()
            folder.cleanup()
            if there and not isinstance(error, Locked):
                raise
            continue  # another program has taken it for one that was left
        except BaseException:
            folder.cleanup()
            raise
        if lock.path.exists():
            return folder, lock
        lock.close()
        folder.cleanup()


def _remove(folder: tempfile.TemporaryDirectory[str], lock: FileLock) -> None:
    lock.close()
    folder.cleanup()


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
