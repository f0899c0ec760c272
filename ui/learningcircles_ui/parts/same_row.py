"""The row that is chosen in a table, and how far it is scrolled, while its rows are read anew."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint
from PySide6.QtWidgets import QTableView

from learningcircles_ui.parts.columns_fit import columns_in_order
from learningcircles_ui.parts.marked import marked, marked_ids
from learningcircles_ui.parts.table_model import Question, RecordsModel

if TYPE_CHECKING:
    from learningcircles_ui.parts.table import Table


class SameRow(QObject):
    """Who was chosen stays chosen and in view. Where nobody was by hand (`unasked`), another order shows its top."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self._kept: tuple[object, int, int] | None = None
        self._marked: Sequence[object] = ()
        self._late: object = None
        self._question: Question | None = None
        self.unasked: object = None
        """The id of a row that the page has chosen by itself."""
        for by_hand in (table.clicked, table.opened):
            by_hand.connect(self._by_hand)

    def follow(self, model: QAbstractItemModel) -> None:
        """Follow a model's resets."""
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        if isinstance(model, RecordsModel):
            model.counted.connect(self._restore_late)

    def wait_no_more(self) -> None:
        """Nobody waits any more for who was chosen before."""
        self._late = None

    def _by_hand(self) -> None:
        self.unasked = None

    def _keep(self) -> None:
        table, self._marked = self._table, marked_ids(self._table)
        row = min((each.top() for each in marked(table)), default=table.currentIndex().row())
        self._kept = (table.current_id(), table.verticalScrollBar().value(), row)

    def _restore(self) -> None:
        kept, self._kept = self._kept, None
        table, model, turned = self._table, self._table.model(), self._turned()
        row_of = getattr(model, "row_of", None)
        if turned and kept is not None and kept[0] in (None, self.unasked):
            table.scrollToTop()
            table.go_to(0 if kept[0] is not None else -1, unasked=True)
            return
        if kept is None or row_of is None or kept[0] is None:
            return
        row = row_of(kept[0])
        if row is None and getattr(model, "looks_again", False) and model.rowCount():
            row = min(kept[2], model.rowCount() - 1)  # it has gone: its neighbour comes up in its place
        if row is None:
            self._late = kept[0]  # the whole list may hold it, which comes after the first page
            table.chosen.emit(None)
            return
        begins = begin_of(table, row)
        if self._marked:
            table.choose(begins)
            self._mark_again()
        else:  # Tab came to it, or somebody took its mark off: nobody has chosen it
            table.selectionModel().setCurrentIndex(begins, QItemSelectionModel.SelectionFlag.NoUpdate)
        table.verticalScrollBar().setValue(kept[1])
        if not table.viewport().rect().contains(table.visualRect(begins).topLeft() + QPoint(1, 1)):
            table.scrollTo(begins)

    def _mark_again(self) -> None:
        """Mark again what was marked beside the row that is chosen: somebody may be about to remove them all."""
        row_of = getattr(self._table.model(), "row_of", None)
        if row_of is None or len(self._marked) < 2:
            return
        model, pieces = self._table.model(), QItemSelection()
        rows = sorted(row for each in self._marked if (row := row_of(each)) is not None)
        for _, piece in groupby(enumerate(rows), key=lambda at: at[1] - at[0]):
            there = [row for _, row in piece]
            pieces.select(model.index(there[0], 0), model.index(there[-1], 0))
        flags = QItemSelectionModel.SelectionFlag
        self._table.selectionModel().select(pieces, flags.Select | flags.Rows)

    def _turned(self) -> bool:
        """Return whether the same rows stand in another order than before."""
        before, model = self._question, self._table.model()
        now = self._question = model.question if isinstance(model, RecordsModel) else None
        return before is not None and now is not None and before[:2] == now[:2] and before != now

    def _restore_late(self) -> None:
        """Choose who was chosen before the list began anew, unless another one has been since."""
        late, self._late = self._late, None
        model = self._table.model()
        row = model.row_of(late) if isinstance(model, RecordsModel) else None
        if row is not None and not self._table.currentIndex().isValid():
            self._table.go_to(row)


def begin_of(table: QTableView, row: int) -> QModelIndex:
    """Return a row's first cell in view."""
    return table.model().index(row, next(iter(columns_in_order(table.horizontalHeader())), 0))
