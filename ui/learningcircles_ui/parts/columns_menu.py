"""Order and widths of a table's columns from its menu: what a hand does with the header, for whoever has no mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QTableView

from learningcircles_ui.parts.columns_fit import Fit
from learningcircles_ui.parts.literal import literal
from learningcircles_ui.theme import larger

translate = QCoreApplication.translate
_STEP = 24
"""Pixels at the usual size of text by which a column is made wider or narrower at a time."""


def placing_menu(table: QTableView, room: Fit, parent: QMenu) -> QMenu:
    """Return the menu: of each column in view where it goes and how wide it is."""
    menu = QMenu(translate("Columns", "Order and width"), parent)
    model, shown = table.model(), room.shown()
    for column in shown:
        title = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        one = menu.addMenu(literal(title))
        place, back = shown.index(column), table.isRightToLeft()
        for words, by in (
            (translate("Columns", "Move left"), 1 if back else -1),
            (translate("Columns", "Move right"), -1 if back else 1),
        ):
            step = one.addAction(words)
            step.setEnabled(0 <= place + by < len(shown))
            step.triggered.connect(partial(_move, table, room, column, by))
        rests = column == room.wide(shown)  # it has what the others leave
        for words, width in (
            (translate("Columns", "Wider"), _more(table, column, _STEP)),
            (translate("Columns", "Narrower"), _more(table, column, -_STEP)),
            (translate("Columns", "Fit to contents"), partial(room.contents, column)),
        ):
            size = one.addAction(words)
            size.setEnabled(not rests)
            size.triggered.connect(partial(_resize, table, column, width))
    return menu


def _move(table: QTableView, room: Fit, column: int, by: int) -> None:
    """Let a column and its neighbour in view change places."""
    header, shown = table.horizontalHeader(), room.shown()
    place = shown.index(column) + by
    if 0 <= place < len(shown):
        header.moveSection(header.visualIndex(column), header.visualIndex(shown[place]))


def _resize(table: QTableView, column: int, width: Callable[[], int]) -> None:
    header = table.horizontalHeader()
    header.resizeSection(column, max(header.minimumSectionSize(), width()))


def _more(table: QTableView, column: int, by: int) -> Callable[[], int]:
    return lambda: table.horizontalHeader().sectionSize(column) + larger(by)
