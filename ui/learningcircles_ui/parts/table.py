"""The table that every page uses: no grid, 38 pixel rows, sorting by header, rows copied as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from learningcircles_ui.parts.columns import Columns
from learningcircles_ui.parts.columns_fit import columns_in_order
from learningcircles_ui.parts.copying import copy_rows
from learningcircles_ui.parts.delegate import CellDelegate, Role
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.sorting import sort_by, sort_menu, sortable
from learningcircles_ui.parts.table_model import FIRST, RecordsModel
from learningcircles_ui.remember import Remember
from learningcircles_ui.theme import ROW, larger

_TITLE_ROOM = 24
"""Pixels around a column's title."""
_INSET = 24
_AROUND = 4
"""Rows of a first page beyond those that are seen whole."""


def below_current(view: QAbstractItemView) -> QPoint:
    """Return where on the screen the menu of a view's current cell begins, when a key asks for it."""
    area = view.visualRect(view.currentIndex()) & view.viewport().rect()
    return view.viewport().mapToGlobal(area.bottomLeft() + QPoint(_INSET, 0))


def asks_for_menu(event: QKeyEvent) -> bool:
    """Return whether a key asks for a menu that not every system knows to ask for it."""
    return event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier


def ask_for_menu(view: QAbstractItemView) -> None:
    """Open the menu of a view's current cell, as the menu key does."""
    where = below_current(view)
    reason = QContextMenuEvent.Reason.Keyboard
    asked = QContextMenuEvent(reason, view.viewport().mapFromGlobal(where), where)
    QCoreApplication.sendEvent(view.viewport(), asked)


class Table(QTableView):
    """`chosen` carries the id of the current row, or None; `opened` that of a row opened with Enter or two clicks.

    `deleted` carries the id of a row that Delete is pressed on, `several_deleted` those of the marked rows.

    The current row and the scroll position survive a model that starts anew.
    """

    chosen = Signal(object)
    opened = Signal(object)
    deleted = Signal(object)
    several_deleted = Signal(list)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self._headers()
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)  # cells at its edges end elsewhere
        self._kept: tuple[object, int, int] | None = None
        self._late: object = None
        self._stretch = 0
        self.columns: Columns | None = None
        self.listed: object = None
        """What the rows are records of, where they can be saved and printed (see `pages.lists`)."""
        self.narrowed: Callable[[], str] = lambda: ""
        """Returns by what the list is narrowed beside words, empty where by nothing."""
        self.row_menu: Callable[[Menu], None] | None = None
        """Adds to a menu what can be done with the current row."""
        self.several_menu: Callable[[Menu, Sequence[bytes]], None] | None = None
        """Adds to a menu what can be done with the marked rows, where there are several."""
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(Role.ID)))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Use a model, and follow its resets."""
        super().setModel(model)
        if model is None:
            return
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._current)
        if isinstance(model, RecordsModel):
            model.counted.connect(self._restore_late)

    def widths(self, *widths: int, stretch: int = 0) -> None:
        """Give columns their widths in pixels at the usual size of text; column `stretch` takes what is left.

        A column is wider where its title needs that.
        """
        self._stretch = stretch
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        for column, width in enumerate(widths):
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
            self.setColumnWidth(column, max(larger(width), metrics.horizontalAdvance(title) + _TITLE_ROOM))
        self.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def remembers(self, remember: Remember, key: str) -> None:
        """Look as it was left in this circle, and remember what is changed. After `widths`, before the first question.

        Its header's menu, and its own (the menu key), choose the columns.
        """
        self.columns = Columns(self, remember, key, self._stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the first page of an answer be as long as what is seen."""
        super().resizeEvent(event)
        model = self.model()
        if isinstance(model, RecordsModel):
            seen = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())
            model.first = min(FIRST, seen + _AROUND)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row, with the list, and its columns."""
        where, on_row = event.globalPos(), self.indexAt(event.pos()).isValid()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where, on_row = below_current(self), self.currentIndex().isValid()
        menu = self.menu(on_row=on_row)
        if not menu.isEmpty():
            menu.popup(where)

    def menu(self, *, on_row: bool = True) -> QMenu:
        """Return the menu of the current row or of those that are marked, or without `on_row` of the list alone."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if on_row and self.several_menu is not None and len(marked := marked_ids(self)) > 1:
            self.several_menu(menu, marked)
            menu.addSeparator()
        elif on_row and self.row_menu is not None and isinstance(self.current_id(), bytes):
            self.row_menu(menu)
            menu.addSeparator()
        self.extend(menu)
        return menu

    def extend(self, menu: QMenu) -> None:
        """Add to a menu what can be done with the list, its order, and its columns."""
        menu.addActions(self.actions())
        if sortable(self):
            menu.addMenu(sort_menu(self, menu))
        if self.columns is not None:
            menu.addMenu(self.columns.menu(menu))

    def current_id(self) -> object:
        """Return the id of the current row, or None."""
        index = self.currentIndex()
        return index.data(Role.ID) if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into view; -1 is none."""
        model = self.model()
        if row < 0:
            self._late = None
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        if model is not None and 0 <= row < model.rowCount():
            self._choose(_begins(self, row))
            self.scrollTo(_begins(self, row))

    def _choose(self, index: QModelIndex) -> None:
        """Select one row and no other, whatever keys are held down: Ctrl+Enter may have ended a form just now."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes, copy takes the selected rows as text, Shift+F10 opens the menu."""
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_rows(self, self.wanted_columns(), self.rows_as_text())
        elif _opens(self, event):
            if not event.isAutoRepeat():  # held down it would tick by turns
                self.opened.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            if not event.isAutoRepeat():  # its neighbour has come up in its place
                _ask_to_delete(self)
        elif asks_for_menu(event):
            ask_for_menu(self)
        else:
            super().keyPressEvent(event)

    def rows_as_text(self) -> str:
        """Return the selected rows as lines of cells between tabs: the columns that nobody has hidden."""
        model, columns = self.model(), self.wanted_columns()
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return "\n".join("\t".join(str(model.index(row, at).data() or "") for at in columns) for row in rows)

    def wanted_columns(self) -> list[int]:
        """Return the columns that nobody has hidden, in their order: what is copied, saved and printed.

        How wide a window is does not tell what is on paper: those that have stepped aside are there.
        """
        return self.columns.wanted() if self.columns is not None else columns_in_order(self.horizontalHeader())

    def _headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.hide()
        down.setDefaultSectionSize(max(ROW, self.fontMetrics().height() + 20))
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setFixedHeight(max(ROW, self.fontMetrics().height() + 20))
        across.setMinimumSectionSize(40)
        across.setSectionsClickable(True)
        across.setAccessibleName(self.tr("Columns"))
        across.setSortIndicatorShown(False)
        across.sectionClicked.connect(partial(sort_by, self))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row: whoever walks through a list walks through rows."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        rows = self.model().rowCount() if self.model() is not None else 0
        if action not in ends or not rows:
            return super().moveCursor(action, modifiers)
        return self.model().index(ends[action] % rows, max(0, self.currentIndex().column()))

    def _current(self, index: QModelIndex, before: QModelIndex) -> None:
        self.chosen.emit(index.data(Role.ID) if index.isValid() else None)

    def _keep(self) -> None:
        row = min((each.top() for each in _marked(self)), default=self.currentIndex().row())
        self._kept = (self.current_id(), self.verticalScrollBar().value(), row)

    def _restore(self) -> None:
        kept, self._kept = self._kept, None
        model = self.model()
        row_of = getattr(model, "row_of", None)
        if kept is None or row_of is None or kept[0] is None:
            return
        row = row_of(kept[0])
        if row is None and getattr(model, "looks_again", False) and model.rowCount():
            row = min(kept[2], model.rowCount() - 1)  # it has gone: its neighbour comes up in its place
        if row is None:
            self._late = kept[0]  # the whole list may hold it, which comes after the first page
            self.chosen.emit(None)
            return
        begins = _begins(self, row)
        self._choose(begins)
        self.verticalScrollBar().setValue(kept[1])
        if not self.viewport().rect().contains(self.visualRect(begins).topLeft() + QPoint(1, 1)):
            self.scrollTo(begins)

    def _restore_late(self) -> None:
        """Choose who was chosen before the list began anew, unless another one has been since."""
        late, self._late = self._late, None
        model = self.model()
        row = model.row_of(late) if isinstance(model, RecordsModel) else None
        if row is not None and not self.currentIndex().isValid():
            self.go_to(row)


def marked_ids(table: QTableView) -> list[bytes]:
    """Return the ids of the marked rows, as they stand below each other; also of those that were never read."""
    rows = sorted({row for each in _marked(table) for row in range(each.top(), each.bottom() + 1)})
    found = (table.model().index(row, 0).data(Role.ID) for row in rows)
    return [id_ for id_ in found if isinstance(id_, bytes)]


def _marked(table: QTableView) -> list[QItemSelectionRange]:
    """Return the marked rows in one piece each: in a long list an index of every cell would take its time."""
    selection = table.selectionModel().selection()
    return [selection.at(place) for place in range(selection.count())]


def _ask_to_delete(table: Table) -> None:
    marked = marked_ids(table)
    if len(marked) > 1:
        table.several_deleted.emit(marked)
    else:
        table.deleted.emit(table.current_id())


def _begins(table: Table, row: int) -> QModelIndex:
    """Return a row's first cell in view."""
    return table.model().index(row, next(iter(columns_in_order(table.horizontalHeader())), 0))


def _opens(table: Table, event: QKeyEvent) -> bool:
    """Return whether a key opens the current row; Space does so where it can be ticked, as Enter every marked one."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return table.currentIndex().isValid()
    if event.key() != Qt.Key.Key_Space or event.modifiers():
        return False
    return table.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.CheckStateRole) is not None
