"""The list of lines that dialogs use: boxed, two lines a row, rows copied as text as those of a table are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from learningcircles_ui.parts.copied import copy
from learningcircles_ui.parts.copying import as_lines
from learningcircles_ui.parts.delegate import CellDelegate, Role
from learningcircles_ui.parts.walking import WALKS

Lines = Sequence[Sequence[str]]


class ReadsLines(Protocol):
    """A model that reads its rows as they come into view: `lines` reads those that are to be copied."""

    def lines(self, rows: Sequence[int], then: Callable[[Lines], None]) -> None:
        """Give `then` the texts of these rows, once they are read."""


class LinesList(QListView):
    """Several lines may be marked, to be copied; whoever acts on one asks for `only`.

    `reads`: the model, where it has not read all its rows.
    """

    def __init__(
        self, model: QAbstractItemModel, name: str, parent: QWidget, *, reads: ReadsLines | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._reads = reads
        self.setProperty("kind", "boxed")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(name)

    def choose(self, row: int) -> None:
        """Mark one row and no other, whatever keys are held down; the nearest one where there is no such row."""
        index = self.model().index(max(0, min(row, self.model().rowCount() - 1)), 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def marked(self) -> list[int]:
        """Return the marked rows, from above."""
        return sorted(each.row() for each in self.selectedIndexes())

    def only(self) -> int:
        """Return the one row that is marked; -1 where it is none, or several."""
        rows = self.marked()
        return rows[0] if len(rows) == 1 else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy takes the marked rows as text, or where none is marked the one with the ring."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            if event.key() in WALKS and not event.modifiers() and self.only() < 0:
                self.choose(self.currentIndex().row())  # at its end, and all were marked
            return
        rows = self.marked() or [row for row in [self.currentIndex().row()] if row >= 0]
        if rows and self._reads is not None:
            self._reads.lines(rows, lambda lines: copy(as_lines(lines)))
        elif rows:
            copy(as_lines(map(self._line, rows)))

    def _line(self, row: int) -> list[str]:
        index = self.model().index(row, 0)
        said = (index.data(role) for role in (Qt.ItemDataRole.DisplayRole, Role.SECOND))
        return [str(words) for words in said if words]
