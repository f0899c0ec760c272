"""Who has a circle file open: a lock beside it, so that no program takes a file away under another one.

Where a file is renamed or removed while it is open, what is written into it afterwards is lost without a word, though
SQLite says that it is durable. Windows does not let an open file go; elsewhere whoever opens one holds a shared lock,
and whoever takes it away holds it alone. Files are taken away by others too (a file manager, a program that restores
disks), so each transaction also looks whether its file still stands in its place.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from learningcircles.errors import Locked, Refused, Unreadable

if sys.platform == "win32":

    def _lock(handle: int, *, alone: bool) -> None:
        raise OSError("Windows lets no open file go by itself")

    def _unlock(handle: int) -> None:
        raise OSError("there is no such lock")

else:
    import fcntl

    def _lock(handle: int, *, alone: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


ENDING = ".open"
_TRIES = 5
_PATIENCE_S, _PAUSE_S = 2.0, 0.01
_HERE: weakref.WeakSet[InUse] = weakref.WeakSet()
"""What this program itself has open: a lock does not tell whose it is."""
_ONE_LOOKS = threading.Lock()


class InUse:
    """A circle file that a program has open, from before it is opened until `close`."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Raises Locked while another program takes the file away, or puts another one in its place."""
        self._path = path
        self._number = 0
        handle = _held(path, alone=False) if create or path.is_file() else None
        self._handle = handle
        self._lost = False
        """Whether another program has taken the lock alone since, and has not let it go while this one waited."""
        self._let_go = weakref.finalize(self, os.close, handle) if handle is not None else None
        with _ONE_LOOKS:
            _HERE.add(self)

    def note(self) -> None:
        """Remember which file it is: it has been opened."""
        self._number = _number(self._path)

    def check(self) -> None:
        """Raise Unreadable where another file, or none, stands in the place of the one that is open.

        Raises Locked while another program still takes it away.
        """
        if self._lost and self._handle is not None:
            if not _taken_again(self._handle):
                raise _busy()
            self._lost = False
        if _number(self._path) != self._number:
            raise Unreadable(
                "moved_file",
                "{path} was moved, removed or replaced while it was open. Nothing was changed. Open it again.",
                path=self._path,
            )

    def close(self) -> None:
        """Others may take the file away."""
        with _ONE_LOOKS:
            self._handle = None
            if self._let_go is not None:
                self._let_go()

    def handle_of(self, path: Path) -> int | None:
        """Return the handle that holds the lock of this file; None where this is another file, or none is held."""
        return self._handle if self._path == path else None

    def lose(self, path: Path) -> None:
        """Another program holds the lock of this file alone now: `check` takes it again."""
        self._lost = self._lost or self._path == path


def check_alone(path: Path) -> None:
    """Raise Refused where another program than this one has a circle file open: it cannot be taken away then.

    This program's own locks are let go for that moment; who takes the file away just then is found out by `check`.
    """
    late: list[int] = []
    try:
        with _ONE_LOOKS:
            mine = [handle for each in _HERE if (handle := each.handle_of(path)) is not None]
            for handle in mine:
                _unlock(handle)
            try:
                with nobody_else(path):
                    pass
            finally:
                late = [os.dup(handle) for handle in mine if not _taken_again(handle)]
    finally:
        # Another program looks at this very moment. Our own threads do not wait with us: one may be what looks.
        for handle in late:
            if not _wait_for(handle):
                _lose(path)
            os.close(handle)


def _lose(path: Path) -> None:
    with _ONE_LOOKS:
        for each in _HERE:
            each.lose(path)


def _wait_for(handle: int) -> bool:
    """Return whether the lock could be taken again before anybody loses patience: a window waits for this."""
    until = time.monotonic() + _PATIENCE_S
    while not _taken_again(handle):
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE_S)
    return True


def _taken_again(handle: int) -> bool:
    try:
        _lock(handle, alone=False)
    except BlockingIOError:
        return False
    return True


@contextmanager
def nobody_else(path: Path) -> Iterator[None]:
    """Keep every program from opening a circle file while the block takes it away; raises Refused where one has it."""
    try:
        handle = _held(path, alone=True)
    except Locked as error:
        raise in_use(path) from error
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def in_use(path: Path) -> Refused:
    """Return the sentence for a file that another program has open."""
    return Refused("in_use", "{file} is open in another program. Close it and try again.", file=path.name)


def _busy() -> Locked:
    return Locked("busy", "Another program is using this circle at the moment. Try again.")


def _number(path: Path) -> int:
    """Return the number of the file that has this name now; 0 where none has."""
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _held(path: Path, *, alone: bool) -> int | None:
    """Return a handle that holds the lock; None where there are no such locks, or none can be made (a full disk)."""
    if os.name == "nt":
        return None
    beside = path.with_name(path.name + ENDING)
    for _ in range(_TRIES):
        handle = _opened(beside)
        if handle is None:
            return None
        try:
            _lock(handle, alone=alone)
        except BlockingIOError as error:
            os.close(handle)
            raise _busy() from error
        except OSError:  # a file system without locks
            os.close(handle)
            return None
        if os.fstat(handle).st_ino == _number(beside):
            return handle
        os.close(handle)  # it was removed with the circle meanwhile
    raise _busy()


def _opened(beside: Path) -> int | None:
    for flags in (os.O_RDWR | os.O_CREAT, os.O_RDONLY):
        with suppress(OSError):
            return os.open(beside, flags, 0o600)
    return None
