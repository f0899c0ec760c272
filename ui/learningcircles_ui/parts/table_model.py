"""A table of any length: every id in memory, rows fetched in blocks as they come into view.

A new question paints its first page at once; the whole list of ids follows from the reader's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from learningcircles.circle.reader import Reader
from learningcircles_ui.parts.blocks import BLOCK, Blocks, Fetch, Row
from learningcircles_ui.parts.delegate import Look, Role
from learningcircles_ui.tasks import Tasks

Cell = str | int | float
FIRST = 40
"""Rows of the first page, at most: as many as a tall window shows."""
_PAINTED_MS = 20
_PATIENCE = 5
"""So many times the whole list waits for other lists' first pages."""
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title, the text of a row's cell, and what else is told of it."""

    title: str
    text: Callable[[Row], str]
    tone: Callable[[Row], str] | None = None
    order: str = ""
    right: bool = False
    soft: bool = False
    strong: bool = False
    second: Callable[[Row], str] | None = None
    icon: Callable[[Row], str] | None = None
    people: Callable[[Row], int] | None = None
    """Where the cell counts people: how many. Small numbers stay off paper."""
    cell: Callable[[Row], Cell] | None = None
    """What a table in a file holds where that is not what is seen: numbers that can be summed, whole days."""
    member: Callable[[Row], Any] | None = None
    """Where the cell names a member: their id. In a file, and on paper, those of one name are told apart by their
    numbers."""
    number: Callable[[Row], str] | None = None
    """Where the row is a member, and the cell their name: their number, which tells them apart on paper."""
    heading: str = ""
    """The title in a file, where it is not the one that is seen: in what the column counts."""
    never_cut: bool = False
    """Whether what is cut would say something else, as a day without its month does."""
    spared: int = 0
    """Whether it may step aside where there is no room for all columns: those with the higher number first, 0 never."""


class Question(NamedTuple):
    """What a table shows: words to find, field values, and the order."""

    text: str = ""
    where: tuple[tuple[str, Any], ...] = ()
    order: str = ""
    descending: bool = False


Ids = Callable[[Reader, Question, int | None], Sequence[bytes]]


class RecordsModel(QAbstractTableModel, Generic[Row]):
    """`ids(reader, question, limit)` lists, `fetch(reader, ids)` reads rows by id; both on the reader's thread.

    `counted` is emitted with the number of rows when the whole list is `known`.
    """

    counted = Signal(int)

    def __init__(
        self, tasks: Tasks, columns: Sequence[Column[Row]], ids: Ids, fetch: Fetch[Row], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self._columns = tuple(columns)
        self._list = ids
        self._fetch = fetch
        self._ids: Sequence[bytes] = ()
        self._blocks: Blocks[Row] = Blocks(tasks, fetch, lambda: self._ids, self)
        self._blocks.arrived.connect(self._arrived)
        self._key = f"table {id(self)}"
        self.question = Question()
        self.known = False
        self.first = FIRST
        """Rows of the first page: as many as are seen."""
        self._waited = 0
        self.looks_again = False
        """While it is reset: whether the question is the same as before."""
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(_PAINTED_MS)
        self._painted.timeout.connect(self._ask_rest)

    def ask(self, question: Question) -> None:
        """Show the answer to a question: its first page at once, then all of it."""
        self.question, self.known = question, False
        self._painted.stop()
        rows = self.first
        page = _first_page(self._list, self._fetch, question, rows)
        self.tasks.query(page, partial(self._first, rows), key=self._key)

    def refresh(self) -> None:
        """Look again at the same question; rows in view are read anew, order and number too."""
        question = self.question
        self._painted.stop()
        self.tasks.query(lambda reader: self._list(reader, question, None), self._again, key=self._key)

    def row(self, at: int) -> Row | None:
        """Return a row that has been read, or None."""
        return self._blocks.rows.get(self._ids[at]) if 0 <= at < len(self._ids) else None

    def row_of(self, id_: object) -> int | None:
        """Return the place of an id, or None. It is looked for: a table of all places would be made with every key."""
        try:
            return self._ids.index(id_) if isinstance(id_, bytes) else None
        except ValueError:
            return None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows known."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return a column's title and alignment."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignTrailing if column.right else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return what a role says of a cell; a row not read yet is empty, and asked for."""
        if not index.isValid():
            return None
        at, column = index.row(), self._columns[index.column()]
        if role == Role.ID:
            return self._ids[at]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTrailing if column.right else Qt.AlignmentFlag.AlignLeading
        row = self._blocks.at(at)
        return None if row is None else _cell(column, row, role)

    def look(self, row: int, column: int) -> Look | None:
        """Return all that is painted of a cell; a row not read yet is empty, and asked for.

        The delegate asks here, not by a role: see `Look`.
        """
        read = self._blocks.at(row)
        return None if read is None else _look(self._columns[column], read)

    def every(self, reader: Reader) -> Sequence[bytes]:
        """Return all ids, as the table is filtered and sorted; on the reader's thread."""
        return self._list(reader, self.question, None)

    def every_row(self, reader: Reader, ids: Sequence[bytes] | None = None) -> Iterator[Row]:
        """Yield all rows, as the table is filtered and sorted, or those of these ids; on the reader's thread."""
        ids = self.every(reader) if ids is None else ids
        for begin in range(0, len(ids), BLOCK):
            yield from (row for _, row in self._fetch(reader, ids[begin : begin + BLOCK]))

    def column(self, at: int) -> Column[Row]:
        """Return a column."""
        return self._columns[at]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order, where the column has one."""
        by = self._columns[column].order if 0 <= column < len(self._columns) else ""
        if by:
            descending = order == Qt.SortOrder.DescendingOrder
            self.ask(self.question._replace(order=by, descending=descending))

    def _first(self, asked: int, answer: tuple[Sequence[bytes], Sequence[tuple[bytes, Row]]]) -> None:
        ids, rows = answer
        self.beginResetModel()
        self._ids = ids
        self._blocks.forget_places()
        self._blocks.rows = dict(rows)
        self.endResetModel()
        if len(ids) < asked:
            self._complete()
            return
        self._waited = 0
        self._painted.start()

    def _ask_rest(self) -> None:
        """Ask for all ids once the first page is painted, which the long answer would hold up.

        Where other lists of the page still read their first pages it waits for those too, a few times.
        """
        if self.tasks.reading and self._waited < _PATIENCE:
            self._waited += 1
            self._painted.start()
            return
        question = self.question
        self.tasks.query(lambda reader: self._list(reader, question, None), self._rest, key=self._key)

    def _rest(self, ids: Sequence[bytes]) -> None:
        held = len(self._ids)
        if list(ids[:held]) != list(self._ids):
            self._again(ids)
            return
        if len(ids) > held:
            self.beginInsertRows(QModelIndex(), held, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self._complete()

    def _again(self, ids: Sequence[bytes]) -> None:
        if list(ids) != list(self._ids):
            self.looks_again = True
            self.beginResetModel()
            self._ids = ids
            self._blocks.forget_places()
            self.endResetModel()
            self.looks_again = False
        self._blocks.read_again()
        self._complete()

    def _complete(self) -> None:
        self.known = True
        self.counted.emit(len(self._ids))

    def _arrived(self, begin: int, end: int) -> None:
        if self._columns:
            self.dataChanged.emit(self.index(begin, 0), self.index(end - 1, len(self._columns) - 1))


def row_with(model: RecordsModel[Row], id_: object) -> Row | None:
    """Return the row of an id, where the list holds it and it has been read."""
    at = model.row_of(id_)
    return model.row(at) if at is not None else None


def _first_page(
    ids: Ids, fetch: Fetch[Row], question: Question, rows: int
) -> Callable[[Reader], tuple[Sequence[bytes], Sequence[tuple[bytes, Row]]]]:
    def read(reader: Reader) -> tuple[Sequence[bytes], Sequence[tuple[bytes, Row]]]:
        found = ids(reader, question, rows)
        return found, fetch(reader, found)

    return read


def _look(column: Column[Row], row: Row) -> Look:
    return Look(
        column.text(row),
        column.tone(row) if column.tone else None,
        column.soft,
        column.strong,
        column.second(row) if column.second else None,
        column.icon(row) if column.icon else None,
        column.right,
    )


def _cell(column: Column[Row], row: Row, role: int) -> Any:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        return column.text(row)
    if role == Role.TONE:
        return column.tone(row) if column.tone else None
    if role == Role.SOFT:
        return column.soft
    if role == Role.STRONG:
        return column.strong
    if role == Role.SECOND:
        return column.second(row) if column.second else None
    if role == Role.ICON:
        return column.icon(row) if column.icon else None
    return None
