"""One syncing process per circle: a lock file that the system releases when its process dies."""

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
else:
    import fcntl


class SyncLock:
    """Held while a program shares a circle; use as a context manager. Raises Locked when another one does."""

    def __init__(self, circle_file: Path) -> None:
        self.path = circle_file.with_name(circle_file.name + ".lock")
        self._handle: int | None = None

    def __enter__(self) -> SyncLock:
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise cannot_write(self.path, error) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise Locked("sharing", "Another program is sharing this circle at the moment.") from error
        self._handle = handle
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The file stays: removing it would let two programs hold locks on two files of one name.
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
