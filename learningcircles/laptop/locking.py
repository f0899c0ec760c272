"""Locks between programs: files that the system unlocks when the process that holds one dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from learningcircles.errors import Locked
from learningcircles.laptop.files import cannot_write

if sys.platform == "win32":
    import msvcrt
    import time
else:
    import fcntl


class FileLock:
    """Held by one program (or thread) at a time: waits for its turn. Use as a context manager; never nest one.

    Without `wait` it raises Locked at once where another one holds it, Refused where the folder knows no locks.
    """

    def __init__(self, path: Path, *, wait: bool = True) -> None:
        self.path = path
        self._wait = wait
        self._handle: int | None = None

    def __enter__(self) -> FileLock:
        self.take()
        return self

    def take(self) -> None:
        """Hold it until `close`; raises Locked."""
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise cannot_write(self.path, error) from error
        try:
            self._lock(handle)
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let others hold it."""
        # The file stays: removing it would let two programs hold locks on two files of one name.
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)

    def _lock(self, handle: int) -> None:
        try:
            if self._wait:
                _wait_for(handle)
            else:
                take_now(handle)
        except OSError as error:
            if not self._wait and not isinstance(error, BlockingIOError | PermissionError):
                raise cannot_write(self.path, error) from error  # a folder that knows no locks, as some shares
            raise Locked("busy_home", "Another program is at work in {folder}.", folder=self.path.parent) from error


class SyncLock(FileLock):
    """Held while a program shares a circle; raises Locked at once when another one does."""

    def __init__(self, circle_file: Path) -> None:
        super().__init__(circle_file.with_name(circle_file.name + ".lock"))

    def _lock(self, handle: int) -> None:
        try:
            take_now(handle)
        except OSError as error:
            raise Locked("sharing", "Another program is sharing this circle at the moment.") from error


if sys.platform == "win32":
    _PATIENCE_S = 10.0
    _PAUSE_S = 0.01

    def _wait_for(handle: int) -> None:
        until = time.monotonic() + _PATIENCE_S
        while True:  # the library's own waiting, LK_LOCK, tries but once a second: others come first for ever
            try:
                take_now(handle)
                return
            except OSError:
                if time.monotonic() >= until:
                    raise
            time.sleep(_PAUSE_S)

    def take_now(handle: int) -> None:
        """Lock a file, or raise OSError where another program holds it."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _wait_for(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def take_now(handle: int) -> None:
        """Lock a file, or raise OSError where another program holds it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
