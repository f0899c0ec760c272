"""What two laptops wrote apart, as a list of any length: read in blocks as it comes into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from learningcircles.circle.reader import Reader
from learningcircles_ui.pages.today.review_rows import Question, read_question
from learningcircles_ui.pages.today.review_words import heading, in_short, question_sentence
from learningcircles_ui.parts.blocks import Blocks
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.lines_list import Lines
from learningcircles_ui.tasks import Tasks

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ApartModel(QAbstractListModel):
    """A line for each: of whom or what which field, and below it both values. `blocks` tells what has been read."""

    def __init__(self, tasks: Tasks, ids: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.ids = list(ids)
        self._keys = [each.encode() for each in ids]
        self.blocks: Blocks[Question] = Blocks(tasks, _read, lambda: self._keys, self)
        self.blocks.arrived.connect(self._arrived)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these."""
        self.beginResetModel()
        self.ids, self._keys = list(ids), [each.encode() for each in ids]
        self.endResetModel()
        self.blocks.read_again()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.ids)

    def question(self, row: int) -> Question | None:
        """Return what stands in a row; None while it has not been read."""
        return self.blocks.rows.get(self._keys[row]) if 0 <= row < len(self._keys) else None

    def read(self) -> list[Question]:
        """Return what has been read, in order."""
        return [found for key in self._keys if (found := self.blocks.rows.get(key)) is not None]

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return what a line says."""
        question = self.blocks.at(index.row())
        if question is None:
            return "…" if role in (Qt.ItemDataRole.DisplayRole, Role.SECOND) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(question)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return question_sentence(question)
        return in_short(question) if role == Role.SECOND else None

    def lines(self, rows: Sequence[int], then: Callable[[Lines], None]) -> None:
        """Give `then` both lines of each of these rows, those too that nobody has looked at."""
        keys = [self._keys[row] for row in rows]

        def read(reader: Reader) -> list[list[str]]:
            return [[heading(question), in_short(question)] for _, question in _read(reader, keys)]

        self._tasks.query(read, then, key="copy")

    def _arrived(self, begin: int, end: int) -> None:
        self.dataChanged.emit(self.index(begin), self.index(min(end, len(self.ids)) - 1))


def _read(reader: Reader, keys: Sequence[bytes]) -> list[tuple[bytes, Question]]:
    items = reader.others_of([key.decode() for key in keys])
    return [(item.id.encode(), read_question(reader, item)) for item in items]
