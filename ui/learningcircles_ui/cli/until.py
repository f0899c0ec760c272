"""Ctrl+C as the word that something has gone on long enough: it is heard between two steps, and cuts none off."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from types import FrameType
from typing import Any


class News:
    """Wakes who waits, from any thread and from within a signal: a queue of this kind may be written to by both."""

    def __init__(self) -> None:
        self._told = SimpleQueue[None]()
        self._is_over = False

    def tell(self) -> None:
        """There is some."""
        self._told.put(None)

    def wait(self, seconds: float) -> bool:
        """Wait until there is some, or it is over, or this long; return whether it is over."""
        with suppress(Empty):
            self._told.get(timeout=seconds)
            while True:
                self._told.get_nowait()
        return self._is_over

    def end(self) -> None:
        """It is over: Ctrl+C was pressed."""
        self._is_over = True
        self.tell()


@contextmanager
def until_ctrl_c() -> Iterator[News]:
    """Run a block that looks whether it is over; pressed twice, Ctrl+C ends the program there. Main thread only."""
    news = News()

    def pressed(number: int, frame: FrameType | None) -> Any:
        signal.signal(signal.SIGINT, _leave)
        news.end()

    before = signal.signal(signal.SIGINT, pressed)
    try:
        yield news
    finally:
        signal.signal(signal.SIGINT, before)


def _leave(number: int, frame: FrameType | None) -> None:
    """End at once, and take leave of nobody: what listens on the network would be torn apart by an exception."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # held down, it comes again at once
    os.write(2, b"Stopped.\n")
    os._exit(1)  # what is being written is written whole, or not at all
