"""The menu that sorts a table without a mouse: a line for each column that has an order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from learningcircles_ui.parts.literal import literal
from learningcircles_ui.parts.table_model import RecordsModel

if TYPE_CHECKING:
    from learningcircles_ui.parts.table import Table


def sortable(table: Table) -> list[int]:
    """Return the columns that a table can be sorted by, in their order: those that nobody has hidden."""
    model = table.model()
    return [at for at in table.wanted_columns() if model.column(at).order] if isinstance(model, RecordsModel) else []


def sort_menu(table: Table, parent: QWidget) -> QMenu:
    """Return the menu; the column that the table is sorted by is ticked, and taken once more it turns the order."""
    menu = QMenu(QCoreApplication.translate("Sorting", "Sort by"), parent)
    model = table.model()
    now = model.question if isinstance(model, RecordsModel) else None
    group = QActionGroup(menu)
    for column in sortable(table):
        title = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        here = now is not None and isinstance(model, RecordsModel) and now.order == model.column(column).order
        turned = QCoreApplication.translate("Sorting", "{column}: the other way round").format(column=title)
        each = menu.addAction(literal(turned if here else title))
        group.addAction(each)
        each.setCheckable(True)
        each.setChecked(here)
        each.triggered.connect(partial(_sort, table, column))
    return menu


def sort_by(table: QTableView, column: int) -> None:
    """Sort by a column, the other way round where the table is sorted by it already."""
    model = table.model()
    by = model.column(column).order if isinstance(model, RecordsModel) else ""
    if not isinstance(model, RecordsModel) or not by:
        return
    again = model.question.order == by and not model.question.descending
    order = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
    model.sort(column, order)
    table.horizontalHeader().setSortIndicator(column, order)
    table.horizontalHeader().setSortIndicatorShown(True)


def _sort(table: Table, column: int) -> None:
    sort_by(table, column)
    table.setFocus()
