"""The month or the week as it is pointed at: a click on a meetup, two clicks, the menu of a day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from learningcircles.circle.changes import Record
from learningcircles_ui.pages.meetups.day_chips import day_least, laid_out
from learningcircles_ui.pages.meetups.day_names import DayNames
from learningcircles_ui.pages.meetups.month import MonthDelegate, MonthModel
from learningcircles_ui.parts.table import ask_for_menu, asks_for_menu, below_current


class DaysTable(QTableView):
    """`chosen` carries a meetup that was clicked, `edited` one that was clicked twice, `planned` a day beside them.

    `left`: a click met no meetup; `walked`: a key has gone to another day.
    """

    chosen = Signal(object)
    left = Signal()
    walked = Signal()
    edited = Signal(object)
    planned = Signal(object)

    def __init__(self, model: MonthModel, menu: Callable[[QModelIndex, Record | None], QMenu], parent: QWidget) -> None:
        super().__init__(parent)
        self._days, self._menu = model, menu
        self.setAccessibleName(self.tr("Month"))
        self.setModel(model)
        self.setItemDelegate(MonthDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.names = DayNames(model, self)
        self.setHorizontalHeader(self.names)
        self.names.setAccessibleName(self.tr("Days of the week"))
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.verticalHeader().setMinimumSectionSize(day_least())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a meetup chooses it, before its day becomes the current one: the details come once."""
        meetup = self._at(event.position().toPoint())[1]
        if event.button() == Qt.MouseButton.LeftButton:
            if meetup is not None:
                self.chosen.emit(meetup)
            else:
                self.left.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the meetup under the pointer, or plan one on a day beside them; it does not count as Enter."""
        index, meetup = self._at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if meetup is not None:
            self.edited.emit(meetup)
        else:
            self.planned.emit(self._days.day(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+F10 opens the menu of a day."""
        if asks_for_menu(event):
            ask_for_menu(self)
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.walked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of a meetup, or of a day."""
        index, meetup = self._at(event.pos())
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index, meetup, where = self.currentIndex(), None, below_current(self)
        if index.isValid():
            if meetup is not None:
                self.chosen.emit(meetup)
            self._menu(index, meetup).popup(where)

    def _at(self, where: QPoint) -> tuple[QModelIndex, Record | None]:
        """Return the day at a place, and its meetup there."""
        index = self.indexAt(where)
        if not index.isValid():
            return index, None
        day_chips = laid_out(self._days.meetups(index), self.visualRect(index), self.font(), self._days.weeks)
        met = (chip.record for chip in day_chips.chips if chip.box.top() <= where.y() < chip.box.bottom())
        return index, next(met, None)
