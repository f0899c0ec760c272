"""The rows that are marked in a table."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionRange
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
