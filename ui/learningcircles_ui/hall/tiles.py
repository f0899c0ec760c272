"""People as large tiles under a field for the first letters of a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from learningcircles_ui.hall.large import high, large_font, tall, wide
from learningcircles_ui.hall.meant import Meant
from learningcircles_ui.hall.rows import Tile
from learningcircles_ui.parts.headings import plain
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.theme import GAP, colour

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOWHERE = QModelIndex()
_BETWEEN, _BAR = 8, 16
"""Pixels between two tiles, and beside them for the scroll bar."""
_Index = QModelIndex | QPersistentModelIndex


class TilesModel(QAbstractListModel):
    """The people whose shown name begins with the letters, or nearly does; whoever types a whole name finds it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meant = Meant(())
        self._letters = ""
        self.tiles: Sequence[Tile] = ()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these people."""
        self._meant = Meant(tiles)
        self.narrow(self._letters)

    def narrow(self, letters: str) -> None:
        """Show whom these letters may mean, likeliest first."""
        self._letters = letters
        self.beginResetModel()
        self.tiles = self._meant.by(letters)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of tiles."""
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return a tile's name, and whether the person is here."""
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{name}, is here").format(name=tile.name) if tile.here else tile.name
        return int(Qt.CheckState.Checked.value) if role == Qt.ItemDataRole.CheckStateRole and tile.here else None


class TileDelegate(QStyledItemDelegate):
    """Paints a tile; who is here has a tick, not only another colour."""

    def paint(self, painter: QPainter, option: Any, index: _Index) -> None:
        here = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        area = _tile(option, index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = 3 if current else 1
        painter.setPen(QPen(colour("accent" if current or here else "line"), line))
        painter.setBrush(colour("accent_soft" if here else "surface"))
        painter.drawRoundedRect(area.adjusted(line / 2, line / 2, -line / 2, -line / 2), 10, 10)
        inner = area.adjusted(14, 0, -14, 0)
        if here:
            self._tick(painter, inner, option.direction)
        side = painter.fontMetrics().height() + 8 if here else 0
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        inner = inner.adjusted(0 if mirrored else side, 0, -side if mirrored else 0, 0)
        painter.setFont(option.font)
        painter.setPen(colour("text"))
        # In the middle: people of one name are told apart by what stands at its end.
        name = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, int(inner.width()))
        edge = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        painter.drawText(inner, int((edge | Qt.AlignmentFlag.AlignVCenter).value), name)
        painter.restore()

    def sizeHint(self, option: Any, index: _Index) -> QSize:
        """As large as the grid."""
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize(wide(180), high())

    def _tick(self, painter: QPainter, inner: QRectF, direction: Qt.LayoutDirection) -> None:
        side = painter.fontMetrics().height()
        drawn = pixmap("circle-check", "accent", side, painter.device().devicePixelRatioF())
        left = inner.right() - side if direction == Qt.LayoutDirection.RightToLeft else inner.left()
        painter.drawPixmap(int(left), int(inner.center().y() - side / 2), drawn)


class People(QWidget):
    """`chosen` carries the tile that was touched, or that Enter took."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = TilesModel(self)
        self.letters = QLineEdit(self)
        self.letters.setPlaceholderText(self.tr("First letters of the name"))
        self.letters.setAccessibleName(self.letters.placeholderText())
        tall(self.letters)
        self.letters.textChanged.connect(self._narrow)
        self._nobody = plain(self.tr("No first name begins so. Type its first letters, or the whole name."), self)
        self._nobody.hide()
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TileDelegate(self.list))
        self.list.setAccessibleName(self.tr("People"))
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(QSize(wide(180), high() + 4))
        for each in (self.letters, self._nobody, self.list):
            each.setFont(large_font())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.letters)
        column.addWidget(self._nobody)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        for each in (self.letters, self.list):
            each.installEventFilter(self)
        self.setFocusProxy(self.letters)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these people; whoever was current stays it."""
        kept = self.list.currentIndex().row()
        self.model.show_tiles(tiles)
        self._tell()
        if kept >= 0 and not self.letters.text():
            self.list.setCurrentIndex(self.model.index(kept))

    def begin(self) -> None:
        """Ask anew."""
        self.letters.clear()
        self.letters.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles fill the width."""
        super().resizeEvent(event)
        inside = event.size().width() - _BAR
        self.list.setGridSize(QSize(inside // max(1, inside // wide(180)), high() + 4))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the tile that is marked, Down goes to the tiles."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if watched is self.letters and key in _ENTER:
                self._take(self.list.currentIndex().row() if self.letters.text().strip() else -1)
                return True
            if watched is self.letters and key == Qt.Key.Key_Down:
                self.list.setFocus()
                self.list.setCurrentIndex(self.model.index(max(0, self.list.currentIndex().row())))
                return True
            if watched is self.list and key in (*_ENTER, Qt.Key.Key_Space):
                if event.isAutoRepeat():  # held down it would mark and unmark by turns
                    return True
                self._take(self.list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, letters: str) -> None:
        self.model.narrow(letters)
        self._tell()
        if letters.strip():
            self.list.setCurrentIndex(self.model.index(0))

    def _tell(self) -> None:
        """Say that nobody is found, instead of showing nothing at all; what is offered for that is not pushed away."""
        nobody = bool(self.letters.text().strip()) and not self.model.tiles
        if nobody and self._nobody.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._nobody.text()))
        self._nobody.setVisible(nobody)
        self.list.setVisible(not nobody)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.model.tiles):
            tile = self.model.tiles[row]
            self.letters.clear()
            self.chosen.emit(tile)


def _tile(option: Any, row: int) -> QRectF:
    """Return where a tile stands in its cell: the first of a line begins where the field above does."""
    view, cell = option.widget, QRectF(option.rect)
    across = max(1, (view.width() - _BAR) // max(1, view.gridSize().width()))
    shift, mirrored = row % across * _BETWEEN / across, option.direction == Qt.LayoutDirection.RightToLeft
    wide = cell.width() - _BETWEEN + _BETWEEN / across
    left = cell.right() - shift - wide if mirrored else cell.left() + shift
    return QRectF(left, cell.top() + _BETWEEN / 2, wide, cell.height() - _BETWEEN)
