"""Who writes to a circle file next: within one program, in the order of asking.

SQLite itself lets whoever happens to ask at the right moment write. Somebody who adds a member, and asks with pauses,
would wait for as long as another thread begins one transaction after the other, as folding what has arrived does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, get_ident
from weakref import WeakValueDictionary

PATIENCE_S = 10.0
"""Who has waited so long asks SQLite, which knows what to say."""


class Turns:
    """One file's turns. A thread that has its turn already, through another object, is not made to wait for itself."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Event] = deque()
        self._owner = 0

    @property
    def waiting(self) -> int:
        """How many threads wait for their turn."""
        return len(self._waiting)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Hold the turn within the block."""
        mine = self._take()
        try:
            yield
        finally:
            if mine:
                self._give()

    def _take(self) -> bool:
        me, mine = get_ident(), Event()
        with self._lock:
            if self._owner == me:
                return False
            if not self._owner:
                self._owner = me
                return True
            self._waiting.append(mine)
        try:
            mine.wait(PATIENCE_S)
        except BaseException:  # Ctrl-C: nobody will take the turn that was asked for
            self._let_go(mine)
            raise
        with self._lock:
            if mine.is_set():
                self._owner = me
                return True
            self._waiting.remove(mine)
            return False

    def _let_go(self, mine: Event) -> None:
        """Ask no more; the turn that has come meanwhile is the next one's."""
        with self._lock:
            come = mine.is_set()
            if not come:
                self._waiting.remove(mine)
        if come:
            self._give()

    def _give(self) -> None:
        with self._lock:
            self._owner = 0
            if self._waiting:
                self._owner = _NEXT
                self._waiting.popleft().set()


_NEXT = -1
"""Stands for whoever has been woken and has not gone on yet."""
_of: WeakValueDictionary[Path, Turns] = WeakValueDictionary()


def turns_of(path: Path) -> Turns:
    """Return the turns of a file: the same ones for every object of this program that has it open."""
    return _of.setdefault(path.absolute(), Turns())
