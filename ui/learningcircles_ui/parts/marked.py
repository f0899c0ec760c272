"""The rows that are marked in a table."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionRange, QModelIndex
from PySide6.QtWidgets import QTableView

from learningcircles_ui.parts.delegate import Role


def marked(table: QTableView) -> list[QItemSelectionRange]:
    """Return the marked rows in one piece each: in a long list an index of every cell would take its time."""
    selection = table.selectionModel().selection()
    return [selection.at(place) for place in range(selection.count())]


def marked_ids(table: QTableView) -> list[bytes]:
    """Return the ids of the marked rows, as they stand below each other; also of those that were never read."""
    rows = sorted({row for each in marked(table) for row in range(each.top(), each.bottom() + 1)})
    found = (table.model().index(row, 0).data(Role.ID) for row in rows)
    return [id_ for id_ in found if isinstance(id_, bytes)]


def marked_row(table: QTableView) -> int:
    """Return the marked row that a button beside the table acts on, the current one where several are; or -1.

    Tab alone gives a list its first row as the current one, and marks nothing: nobody has chosen that row.
    """
    current, rows = table.currentIndex(), marked(table)
    if current.isValid() and table.selectionModel().isRowSelected(current.row(), QModelIndex()):
        return current.row()
    one = len(rows) == 1 and rows[0].top() == rows[0].bottom()
    return rows[0].top() if one else -1
