"""The rows of a table, fetched in blocks as they come into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from learningcircles.circle.reader import Reader
from learningcircles_ui.tasks import Tasks

Row = TypeVar("Row")
Fetch = Callable[[Reader, Sequence[bytes]], Sequence[tuple[bytes, Row]]]
BLOCK = 64
_KEPT_BLOCKS = 64


class Blocks(QObject, Generic[Row]):
    """Rows by id, fetched in blocks as they are wanted; not all of a long table is kept.

    `ids` are those of the table, in its order. `arrived` carries from which place to which rows were read.
    """

    arrived = Signal(int, int)

    def __init__(self, tasks: Tasks, fetch: Fetch[Row], ids: Callable[[], Sequence[bytes]], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._fetch, self._ids = tasks, fetch, ids
        self.rows: dict[bytes, Row] = {}
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    def forget_places(self) -> None:
        """The table has other ids, or another order: what was asked for by its place is asked for anew."""
        self._asked.clear()
        self._wanted.clear()

    def at(self, place: int) -> Row | None:
        """Return the row at a place of the table; one that has not been read is asked for."""
        row = self.rows.get(self._ids()[place])
        if row is None:
            self._want(place // BLOCK)
        return row

    def _want(self, block: int) -> None:
        if block not in self._asked:
            self._wanted.add(block)
            if not self._soon.isActive():
                self._soon.start()

    def read_again(self) -> None:
        """Keep the rows that the table still has, and read those blocks anew."""
        read = {id_: at for at, id_ in enumerate(self._ids()) if id_ in self.rows}
        self.rows = {id_: self.rows[id_] for id_ in read}
        shown = {at // BLOCK for at in read.values()}
        self._asked.clear()
        self._wanted |= shown if len(shown) <= _KEPT_BLOCKS else set()
        if len(shown) > _KEPT_BLOCKS:
            self.rows = {}
        self._soon.start()

    def _ask(self) -> None:
        blocks = sorted(self._wanted)[-_KEPT_BLOCKS:]
        self._wanted.clear()
        self._asked.update(blocks)
        for block in blocks:
            begin = block * BLOCK
            ids = list(self._ids()[begin : begin + BLOCK])
            if ids:
                self._tasks.query(_reading(self._fetch, ids), partial(self._arrived, begin, ids))

    def _arrived(self, begin: int, asked: Sequence[bytes], rows: Sequence[tuple[bytes, Row]]) -> None:
        if len(self.rows) > _KEPT_BLOCKS * BLOCK:
            self.rows = {}
            self._asked.clear()
        self.rows.update(rows)
        end, ids = begin + len(asked), self._ids()
        if list(ids[begin:end]) != asked:  # another list has come meanwhile: they may stand anywhere
            begin, end = 0, len(ids)
        if rows and end:
            self.arrived.emit(begin, end)


def _reading(fetch: Fetch[Row], ids: Sequence[bytes]) -> Callable[[Reader], Sequence[tuple[bytes, Row]]]:
    return lambda reader: fetch(reader, ids)
