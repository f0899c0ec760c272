"""Folders for what is in the making, that only this user may look into and that end with their program.

They lie in the system's folder for temporary files, or where somebody asks for one. What a program that was killed has
left in one, the next one removes that looks.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from learningcircles.errors import CircleError, Locked, Refused
from learningcircles.laptop.files import cannot_write
from learningcircles.laptop.locking import FileLock

PREFIX, _LIVES = "learningcircles-", "lives"
"""What such folders are called, and the file in each that is locked for as long as its program lives."""


class Workroom:
    """A `folder` that lasts until `close`, `within` another one. Raises Refused where there is no room for it, or that
    knows no locks.
    """

    def __init__(self, within: Path | None = None) -> None:
        self._made, self._lock = _own_folder(within)
        self.folder = Path(self._made.name)

    def __enter__(self) -> Workroom:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove it, and all that is in it."""
        self._lock.close()
        self._made.cleanup()


def clear_left(within: Path | None = None) -> None:
    """Remove what programs of this user that live no more have left; what cannot be removed stays."""
    with suppress(OSError), os.scandir(within or tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.is_dir(follow_symlinks=False):
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


def _own_folder(within: Path | None) -> tuple[tempfile.TemporaryDirectory[str], FileLock]:
    while True:
        try:
            folder = tempfile.TemporaryDirectory(prefix=PREFIX, dir=within, ignore_cleanup_errors=True)
        except OSError as error:
            raise cannot_write(within or Path(tempfile.gettempdir()), error) from error
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
