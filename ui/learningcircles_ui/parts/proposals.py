"""The list below a line in which somebody types: what is likeliest meant stands first; only what is marked is taken."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from learningcircles_ui.parts.delegate import CellDelegate

_NARROWEST, _APART = 260, 2
"""Pixels: the least width, and those between the line and the list."""


def dress_proposals(completer: QCompleter, paints: QAbstractItemDelegate | None = None) -> QAbstractItemView:
    """Give the list that Qt shows below a line by itself the looks of ours; else it has no ground of its own.

    `paints`: what paints its rows, where they are not ours.
    """
    view = completer.popup()
    assert view is not None, "it has one where it does not complete within the line"
    view.setItemDelegate(paints or CellDelegate(view, lines=False))
    view.setProperty("kind", "floating")
    view.setAccessibleName(QCoreApplication.translate("Proposals", "Suggestions"))
    return view


class Proposals(QFrame):
    """Never takes the keyboard: the line does, and asks for `step` and `marked`. `taken`: a row was clicked."""

    taken = Signal(int)

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setProperty("kind", "floating")
        self._line: QLineEdit | None = None
        self._answers = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self.view = QListView(self)
        self.view.setModel(model)
        self.view.setItemDelegate(CellDelegate(self.view, lines=False))
        self.view.setMinimumHeight(1)  # a list of one row is no higher than that
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("Suggestions"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda index: self.taken.emit(index.row()))
        column.addWidget(self.view)

    def offer(self, line: QLineEdit, *, marks: bool) -> None:
        """Show the list below a line, until something else is typed there; `marks`: its first row is marked."""
        self._line, self._answers = line, line.text()
        rows = self.view.model().rowCount()
        self.view.setCurrentIndex(self.view.model().index(0, 0) if marks else QModelIndex())
        high = sum(self.view.sizeHintForRow(row) for row in range(rows)) + 10
        self.setGeometry(self._place(line, QSize(max(line.width(), _NARROWEST), high)))
        self.show()

    def _place(self, line: QLineEdit, size: QSize) -> QRect:
        """Return where the list lies: below its line, or above it where the screen ends before; from its beginning on.

        Where there is room for all of it on neither side it is as long as the larger one, and scrolls.
        """
        at, room = QRect(line.mapToGlobal(QPoint()), line.size()), line.screen().availableGeometry()
        below, above = room.bottom() - at.bottom() - _APART, at.top() - room.top() - _APART
        over = size.height() > below and above > below
        high = min(size.height(), above if over else below)
        left = at.right() + 1 - size.width() if line.isRightToLeft() else at.left()
        left = max(room.left(), min(left, room.right() + 1 - size.width()))
        top = at.top() - _APART - high if over else at.bottom() + _APART
        return QRect(left, top, size.width(), high)

    def marked(self) -> int:
        """Return the row that Enter takes; -1 where none is, no list is in view, or it answers older words."""
        return self.view.currentIndex().row() if self.answers() else -1

    def answers(self) -> bool:
        """Return whether a list is in view that answers what stands in the line now."""
        return self.isVisible() and not self._is_old()

    def _is_old(self) -> bool:
        return self._line is None or self._line.text() != self._answers

    def step(self, key: Qt.Key) -> bool:
        """Walk with Up and Down; return whether the key was one of them. What answers older words is not walked."""
        if key not in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return False
        if self._is_old():
            return True
        by = 1 if key == Qt.Key.Key_Down else -1
        row = min(max(self.view.currentIndex().row() + by, 0), self.view.model().rowCount() - 1)
        self.view.setCurrentIndex(self.view.model().index(row, 0))
        return True
