"""The table that every page uses: no grid, 38 pixel rows, sorting by header, rows copied as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from learningcircles_ui.parts.columns import Columns
from learningcircles_ui.parts.columns_fit import columns_in_order
from learningcircles_ui.parts.copying import as_lines, copy_rows, rows_to_copy
from learningcircles_ui.parts.delegate import CellDelegate, Role
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.marked import marked_ids
from learningcircles_ui.parts.same_row import SameRow, begin_of
from learningcircles_ui.parts.sorting import sort_by, sort_menu, sortable
from learningcircles_ui.parts.table_model import FIRST, RecordsModel
from learningcircles_ui.parts.walking import WALKS
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

    `deleted` carries the id of the marked row where Delete is pressed, or of the current one where none was,
    `several_deleted` those of several.

    The current row and the scroll position survive a model that starts anew.
    """

    chosen = Signal(object)
    opened = Signal(object)
    deleted = Signal(object)
    several_deleted = Signal(list)
    _ending = False

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
        self._same_row = SameRow(self)
        self._stretch = 0
        self.columns: Columns | None = None
        self.listed: object = None
        """What the rows are records of, where they can be saved and printed (see `pages.lists`)."""
        self.narrowed: Callable[[], str] = lambda: ""
        """Returns by what the list is narrowed beside words, empty where by nothing."""
        self.row_menu: Callable[[Menu], None] | None = None
        """Adds to a menu what can be done with the current row."""
        self.row_name: Callable[[], str] = lambda: first_cell(self)
        """Returns what the current row is called, beside what can be done with it."""
        self.is_beside: Callable[[str], bool] = lambda words: False
        """Returns whether what a row's menu says with these words can be done beside the list, with the same row."""
        self.several_menu: Callable[[Menu, Sequence[bytes]], None] | None = None
        """Adds to a menu what can be done with the marked rows, where there are several."""
        self.taken_off = False
        """Whether somebody has taken the mark off the only marked row since they came to the list."""
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(Role.ID)))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Use a model, and follow its resets."""
        super().setModel(model)
        if model is None:
            return
        self._same_row.follow(model)
        self.selectionModel().currentRowChanged.connect(self._current)
        self.selectionModel().selectionChanged.connect(self._selected)

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

    def updateGeometries(self) -> None:
        """End on a whole row where there are more below: what is left stays empty, below the rows."""
        if self._ending:
            return
        self._ending = True
        super().updateGeometries()
        over = rest_of_row(self)
        if over:
            margins = self.viewportMargins()
            self.setViewportMargins(margins.left(), margins.top(), margins.right(), over)
            bar, seen = self.verticalScrollBar(), self.viewport().height()
            bar.setPageStep(seen)
            bar.setRange(0, self.verticalHeader().length() - seen)
        self._ending = False

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
        if on_row and offer_rows(self, menu):
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

    def go_to(self, row: int, *, unasked: bool = False) -> None:
        """Make a row the current one and bring it into view; -1 is none.

        `unasked`: nobody has chosen it. In another order the first one then stands in its place.
        """
        model = self.model()
        if row < 0:
            self._same_row.wait_no_more()
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        if model is not None and 0 <= row < model.rowCount():
            self.choose(begin_of(self, row))
            self.scrollTo(begin_of(self, row))
        self._same_row.unasked = self.current_id() if unasked else None

    def choose(self, index: QModelIndex) -> None:
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
            if event.key() in WALKS and not event.modifiers() and not self.selectionModel().hasSelection():
                self.choose(self.currentIndex())  # a list of one row: it had the ring already

    def rows_as_text(self) -> str:
        """Return the selected rows, or the current one, as lines of cells between tabs: the columns that are wanted."""
        model, columns = self.model(), self.wanted_columns()
        rows = rows_to_copy(self)
        return as_lines([str(model.index(row, at).data() or "") for at in columns] for row in rows)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes to the list has not taken off any mark yet."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.taken_off = False

    def _selected(self) -> None:
        self.taken_off = not self.selectionModel().hasSelection()

    def _current(self, index: QModelIndex, before: QModelIndex) -> None:
        self.chosen.emit(index.data(Role.ID) if index.isValid() else None)


def rest_of_row(table: QTableView) -> int:
    """Return how many pixels of a row are seen that is cut off at the foot, 0 where all rows are seen."""
    rows, seen = table.verticalHeader(), table.viewport().height()
    high = rows.defaultSectionSize()
    return seen % high if rows.length() > seen >= high and rows.length() == rows.count() * high else 0


def first_cell(table: Table) -> str:
    """Return what stands first in the current row."""
    return str(table.currentIndex().siblingAtColumn(0).data() or "")


def offer_rows(table: Table, menu: Menu) -> int:
    """Add to a menu what can be done with the marked rows, where there are several, or with the current one.

    Return with how many it is done; 0 where nothing can be done with any.
    """
    if table.several_menu is not None and len(marked := marked_ids(table)) > 1:
        table.several_menu(menu, marked)
        return len(marked)
    if table.row_menu is not None and isinstance(table.current_id(), bytes):
        table.row_menu(menu)
        return 1
    return 0


def _ask_to_delete(table: Table) -> None:
    marked = marked_ids(table)
    if len(marked) > 1:
        table.several_deleted.emit(marked)
    elif marked:  # the current row may be another one, which somebody has taken out of what is marked
        table.deleted.emit(marked[0])
    elif not table.taken_off and isinstance(id_ := table.current_id(), bytes):  # Tab has come to it, and marks nothing
        table.deleted.emit(id_)


def _opens(table: Table, event: QKeyEvent) -> bool:
    """Return whether a key opens the current row; Space does so where it can be ticked, as Enter every marked one."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return table.currentIndex().isValid()
    if event.key() != Qt.Key.Key_Space or event.modifiers():
        return False
    return table.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.CheckStateRole) is not None
