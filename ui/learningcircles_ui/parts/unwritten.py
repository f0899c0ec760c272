"""What was refused stays, each for itself, until somebody has it tried again: names that met a full disk, say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Done = Callable[[], None]
Write = Callable[[Any, Done, Done], None]
"""Writes an item, and calls the first once that is written, the second where it is refused again."""


class Unwritten(QObject):
    """`items` in the order of their refusal. All are tried in turn: one that can never be written holds up no other.

    Nothing is tried unasked: whoever noted something else of the same meanwhile is not to be overtaken by it.
    """

    changed = Signal()

    def __init__(self, write: Write, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[Any] = []
        self._write = write
        self._round: list[Any] = []
        """What is to be tried yet, the one that is being tried first."""

    def add(self, item: Any) -> None:
        """Take in what was refused."""
        self.items.append(item)
        self._tell()

    def drop(self, item: Any) -> None:
        """Try it no more."""
        if item in self.items:
            self.items.remove(item)
            self._tell()

    def clear(self) -> None:
        """Try none of them any more."""
        self.items.clear()
        self.changed.emit()

    def again(self) -> None:
        """Try all of them, unless that is under way."""
        if self.items and not self._round:
            self._round = list(self.items)
            self._next()

    def rest(self) -> None:
        """Try none of the others that were to be tried now; they stay."""
        self._round = self._round[:1]

    def _tell(self) -> None:
        if isValid(self):  # an answer may come after what it was shown in was closed
            self.changed.emit()

    def _next(self) -> None:
        self._round = [each for each in self._round if each in self.items]
        if self._round:
            self._write(self._round[0], partial(self._done, self._round[0], True), partial(self._done, self._round[0]))

    def _done(self, item: Any, written: bool = False) -> None:
        if not isValid(self):  # what it was shown in was closed while it was written
            return
        self._round = self._round[1:]
        if written:
            self.drop(item)
        self._next()
