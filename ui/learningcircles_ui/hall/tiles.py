"""People as large tiles under a field for the first letters of a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from learningcircles_ui import text
from learningcircles_ui.hall.fields import public, wipe
from learningcircles_ui.hall.large import high, large_font, tall, wide
from learningcircles_ui.hall.meant import Meant
from learningcircles_ui.hall.rows import Tile
from learningcircles_ui.parts.asked import NOBODY, Asked
from learningcircles_ui.parts.haste import Haste
from learningcircles_ui.parts.headings import plain
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.left_asked import left_behind
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.who import called_so, may_be
from learningcircles_ui.theme import GAP, colour

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)  # fmt: skip
"""How the keyboard comes to the tiles to walk them. A touch marks what is touched, and nothing may move under it."""
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
        self.marks = -1
        """The tile that is meant for certain; -1 where none is."""

    def show_tiles(self, tiles: Sequence[Tile], but: bytes | None = None) -> None:
        """Show these people, without the one `but`."""
        self._meant = Meant(tiles, but)
        self.narrow(self._letters)

    def narrow(self, letters: str) -> None:
        """Show whom these letters may mean, likeliest first."""
        self._letters = letters
        self.beginResetModel()
        self.tiles = self._meant.by(letters)
        certain = self._meant.certain(letters) if letters.strip() else None
        self.marks = 0 if self.tiles and self.tiles[0] is certain else -1
        self.endResetModel()

    def left_out(self) -> Tile | None:
        """Return whom the letters mean, where that is the one who is not shown."""
        return self._meant.left_out(self._letters)

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
        name = option.fontMetrics.elidedText(
            text.as_written(str(index.data())), Qt.TextElideMode.ElideMiddle, int(inner.width())
        )
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


class WholeRows(QListView):
    """Ends on a whole row where there are more below: what is left of the room stays empty, and no tile is cut.

    `pressed_at`: where it was touched last.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pressed_at = QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where."""
        self.pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Note where."""
        self.pressed_at = event.position().toPoint()
        super().mouseDoubleClickEvent(event)

    def rows(self) -> list[tuple[int, int]]:
        """Return where each row in view begins and ends, in pixels below the list's upper edge."""
        high = self.gridSize().height()
        return [(top, top + high - _BETWEEN // 2) for top in range(0, self.viewport().height() - _BETWEEN, high)]

    def updateGeometries(self) -> None:
        """End where a row does."""
        grid, model = self.gridSize(), self.model()
        if grid.height() > 0 and model is not None:
            rows, room, high = -(-model.rowCount() // across(self)), self.height(), grid.height()
            whole = (room + _BETWEEN // 2) // high  # below the last tile nothing has to be seen
            over = max(0, room - whole * high) if rows > whole > 0 else 0
            if over != self.viewportMargins().bottom():
                self.setViewportMargins(0, 0, 0, over)
        super().updateGeometries()


class People(QWidget):
    """`chosen` carries the tile that was touched or taken in the list, `named` the one that Enter took in the field.

    `asked`: nobody was meant for certain, and it is asked who is. `left` carries letters that were asked about, and are
    left there for the next name.
    """

    chosen = Signal(object)
    named = Signal(object)
    asked = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = TilesModel(self)
        self.letters = QLineEdit(self)
        self.letters.setPlaceholderText(self.tr("First letters of the name"))
        self.letters.setAccessibleName(self.letters.placeholderText())
        tall(self.letters)
        self.letters.textChanged.connect(self._narrow)
        self._asks = False
        """Enter was pressed where the letters mean nobody for certain."""
        self._asked = NOBODY
        self._asks_again = False
        """Letters that were asked about in another hall are to be asked about once it is known whom they may mean."""
        self._haste, self._touched = Haste(), QRect()
        self._said = plain("", self)
        self._said.hide()
        self.list = WholeRows(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TileDelegate(self.list))
        self.list.setAccessibleName(self.tr("People"))
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(QSize(wide(180), high() + 4))
        self.list.setMinimumHeight(self.list.gridSize().height())
        for each in (self.letters, self._said, self.list):
            each.setFont(large_font())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.letters)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        for each in (self.letters, self.list):
            each.installEventFilter(self)
        public(self.letters)
        self.setFocusProxy(self.letters)

    def show_tiles(self, tiles: Sequence[Tile], but: bytes | None = None) -> None:
        """Show these people without the one `but`. While the keyboard is in the list, whoever was current stays it; and
        what is scrolled to stays in view, under the hand that is about to touch it.
        """
        current, scrolled = self._current(), self.list.verticalScrollBar().value()
        self.model.show_tiles(tiles, but)
        again, self._asks_again = self._asks_again and bool(tiles), self._asks_again and not tiles
        if again and self.model.marks < 0:
            self._ask()
        self._tell()
        self._mark_again(current)
        self.list.verticalScrollBar().setValue(scrolled)

    def begin(self) -> None:
        """Ask anew."""
        wipe(self.letters)
        self.list.scrollToTop()
        self.letters.setFocus()

    def kept(self) -> dict[str, Any]:
        """Return what a draft keeps of the letters."""
        letters = self.letters.text()
        return {"name": letters, "asked": bool(letters) and letters == self._asked.letters}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Show the letters again, and ask about them again once it is known who may be meant."""
        self.letters.setText(str(kept["name"]))
        self._asks_again = bool(kept.get("asked"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles fill the width."""
        super().resizeEvent(event)
        inside = event.size().width() - _BAR
        self.list.setGridSize(QSize(inside // max(1, inside // wide(180)), high() + 4))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the tile that is marked, Down goes to the tiles; whoever types there goes on in the field.

        A list's own search by letters would mark by the touch's rules, by which Enter takes somebody back.
        """
        by_keys = isinstance(event, QFocusEvent) and event.reason() in _BY_KEYS
        if watched is self.list and by_keys and event.type() == QEvent.Type.FocusIn:
            self._mark(max(self.list.currentIndex().row(), 0))
        if watched is self.list and by_keys and event.type() == QEvent.Type.FocusOut:
            self._mark(self.model.marks)  # the ring goes on with the keyboard
        if watched is self.letters and event.type() == QEvent.Type.FocusIn:
            self._mark(self.model.marks)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if watched is self.letters and key in _ENTER:
                if not event.isAutoRepeat():
                    self._enter()
                return True
            if watched is self.letters and key == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if watched is self.list and key in (*_ENTER, Qt.Key.Key_Space):
                if event.isAutoRepeat():  # held down it would mark and unmark by turns
                    return True
                self._take(self.list.currentIndex().row())
                return True
            if watched is self.list and types(event):
                event.ignore()  # the hall gives it to the field
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, letters: str) -> None:
        asked, (self._asked, anew) = self._asked, self._asked.typed(letters)
        if behind := left_behind(asked, letters, anew):
            self.left.emit(behind)
        if anew is not None:
            self.letters.setText(anew)  # nor does Ctrl+Z show what was asked about; a change leads here again
        if anew not in (None, letters):
            return
        current, self._asks, self._asks_again = self._current(), False, False
        self.model.narrow(letters)
        self._tell()
        self._mark_again(current)

    def _mark_again(self, current: Tile | None) -> None:
        """Mark whoever was current while the keyboard is in the list; else who is meant by the letters."""
        if not self.list.hasFocus():
            self._mark(self.model.marks)
            return
        stays = [at for at, tile in enumerate(self.model.tiles) if current and tile.person.id == current.person.id]
        self._mark(stays[0] if stays else -1)

    def _mark(self, row: int) -> None:
        """Mark a tile; -1 is none."""
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())

    def _current(self) -> Tile | None:
        row = self.list.currentIndex().row()
        return self.model.tiles[row] if 0 <= row < len(self.model.tiles) else None

    def _tell(self) -> None:
        """Say that nobody is found, instead of showing nothing at all; what is offered for that is not pushed away.

        Where Enter asks for it, say who may be meant.
        """
        letters = self.letters.text().strip()
        nobody = bool(letters) and not self.model.tiles
        may = may_be(letters, [each.name for each in self.model.tiles]) if self._asks and not nobody else None
        self._say(self._whom_not() if nobody else text.sentence(may) if may is not None else "")
        self.list.setVisible(not nobody)

    def _whom_not(self) -> str:
        """Say why there is nobody: somebody of that name may have been chosen already, and surnames are not shown."""
        chosen = self.model.left_out()
        if chosen is not None:
            return self.tr("{name} was chosen already. Somebody else is asked for now.").format(name=chosen.name)
        return self.tr("Nobody is found so. Type the first letters of the first name, or the whole name.")

    def _say(self, words: str) -> None:
        """Say something below the field."""
        if words and words != self._said.text():
            announce(self, words)
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _enter(self) -> None:
        """Take who is marked; where nobody is, ask who is meant."""
        tile, letters = self._current(), self.letters.text().strip()
        if tile is not None and letters:
            wipe(self.letters)
            self.named.emit(tile)
        elif letters:
            self._ask()
            self.asked.emit()

    def _ask(self) -> None:
        """Say who may be meant. These letters go with the next name that is typed; more may tell several apart."""
        letters, names = self.letters.text(), [each.name for each in self.model.tiles]
        self._asks = bool(names)
        self._tell()
        called = bool(called_so(letters.strip(), names))
        self._asked = Asked(letters, names if called else (), short=True)
        if not called:
            self.letters.selectAll()

    def _clicked(self, index: QModelIndex) -> None:
        """A double click is one touch, also where another tile has come under the pointer; elsewhere it is another."""
        if not self._haste.again(there=self._touched.contains(self.list.pressed_at)):
            self._touched = self.list.visualRect(index)
            self._take(index.row())

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.model.tiles):
            tile = self.model.tiles[row]
            wipe(self.letters)
            self.chosen.emit(tile)


def types(event: QKeyEvent) -> bool:
    """Return whether a key writes or takes back a letter."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    writes = event.text().isprintable() and bool(event.text()) and not event.modifiers() & command
    return writes or event.key() == Qt.Key.Key_Backspace


def across(view: QListView) -> int:
    """Return how many tiles stand beside each other."""
    return max(1, (view.width() - _BAR) // max(1, view.gridSize().width()))


def _tile(option: Any, row: int) -> QRectF:
    """Return where a tile stands in its cell: the first of a line begins where the field above does."""
    view, cell = option.widget, QRectF(option.rect)
    count = across(view)
    shift, mirrored = row % count * _BETWEEN / count, option.direction == Qt.LayoutDirection.RightToLeft
    wide = cell.width() - _BETWEEN + _BETWEEN / count
    left = cell.right() - shift - wide if mirrored else cell.left() + shift
    return QRectF(left, cell.top() + _BETWEEN / 2, wide, cell.height() - _BETWEEN)
