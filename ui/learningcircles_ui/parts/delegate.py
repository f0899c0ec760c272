"""The one delegate that paints the cells of every table: text, hours, pills, and the hairline below each row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.letters import fits
from learningcircles_ui.parts.literal import tip
from learningcircles_ui.parts.pills import paint_pill
from learningcircles_ui.parts.ticks import paint_box
from learningcircles_ui.text import as_written
from learningcircles_ui.theme import ROW, colour, larger

_MARKED = "accent_soft"
"""The colour of a row that is marked."""
_PAD, _BOX, _ICON = 10, 17, 18
# Kept as they are: each mention of a flag by its name takes longer than what is asked with it.
_SELECTED, _HAS_FOCUS = int(QStyle.StateFlag.State_Selected.value), int(QStyle.StateFlag.State_HasFocus.value)
_MIRRORED = Qt.LayoutDirection.RightToLeft
_CUT = Qt.TextElideMode.ElideRight
_SINGLE = int(Qt.TextFlag.TextSingleLine.value) | int(Qt.AlignmentFlag.AlignVCenter.value)
# Sides as they are seen: the painter would mirror leading and trailing ones by its own direction.
_AT_LEFT = _SINGLE | int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute).value)
_AT_RIGHT = _SINGLE | int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute).value)
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a model may say of a cell beside its text."""

    ID = int(Qt.ItemDataRole.UserRole) + 1
    TONE = ID + 1  # the cell is a pill of this tone
    SOFT = ID + 2  # the text is in the quiet colour
    STRONG = ID + 3  # the text is heavier
    SECOND = ID + 4  # a second line, quiet
    ICON = ID + 5  # an icon's name before the text


@dataclass(slots=True)
class Look:
    """All that is painted of a cell.

    A model with a method `look(row, column)` that returns it is asked once a cell, without a way through Qt, which
    takes ten times as long; another one is asked by eight roles.
    """

    text: str | None
    tone: str | None = None
    soft: bool = False
    strong: bool = False
    second: str | None = None
    icon: str | None = None
    right: bool = False
    ticked: object = None


class CellDelegate(QStyledItemDelegate):
    """Paints cells. Nothing here makes a widget or a style option's copy per cell: scrolling stays cheap.

    Without `lines` it is a list to choose from: the row that is meant is seen by its ground alone.
    """

    def __init__(self, parent: QObject | None = None, *, lines: bool = True) -> None:
        super().__init__(parent)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Any = option  # PySide's stubs leave out the option's fields
        left, top, width, height = cell.rect.getRect()
        state = int(cell.state.value)
        if state & _SELECTED:
            painter.fillRect(left, top, width, height, colour(_MARKED))
        if self._lines:
            painter.fillRect(left, top + height - 1, width, 1, colour("line"))
            if state & _HAS_FOCUS and cell.widget is not None and cell.widget.hasFocus():
                self._focus(painter, cell.rect)
        look = _look(index)
        if look.text is None:
            return
        painter.setFont(cell.font)
        inner = QRectF(left + _PAD, top, width - 2 * _PAD, height)
        mirrored = cell.direction == _MIRRORED
        if look.tone and look.text:
            on = _MARKED if state & _SELECTED else ""
            paint_pill(painter, inner, look.text, look.tone, mirrored=mirrored, on=on)
        else:
            if look.right == mirrored:
                inner = _in_view(inner, cell.widget, mirrored)
            self._text(painter, self._ticked(painter, inner, look, mirrored), look, mirrored, cell)

    def _ticked(self, painter: QPainter, inner: QRectF, look: Look, mirrored: bool) -> QRectF:
        """Paint the box of a cell that can be ticked; return what is left for its text."""
        if look.ticked is None:
            return inner
        side = larger(_BOX)
        left = inner.right() - side if mirrored else inner.left()
        box = QRect(int(left), int(inner.center().y() - side / 2), side, side)
        paint_box(painter, box, Qt.CheckState(look.ticked) == Qt.CheckState.Checked)
        return inner.adjusted(0 if mirrored else side + 8, 0, -side - 8 if mirrored else 0, 0)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tell in full what is cut in the cell that is pointed at."""
        words = [str(index.data(role) or "") for role in (Qt.ItemDataRole.DisplayRole, Role.SECOND)]
        told = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if event.type() == QEvent.Type.ToolTip and told:
            QToolTip.showText(event.globalPos(), tip(told), view)
            return True
        if event.type() != QEvent.Type.ToolTip or not any(words):
            return super().helpEvent(event, view, option, index)
        cell: Any = option
        wide = max(QFontMetrics(cell.font).horizontalAdvance(each) for each in words)
        room = cell.rect.width() - _PAD * 2 - (larger(_ICON) + 10 if index.data(Role.ICON) else 0)
        room -= 8 if index.data(Role.TONE) else 0
        cut = tip("\n".join(filter(None, words))) if wide > room else ""
        QToolTip.showText(event.globalPos(), cut, view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows are 38 pixels, higher with larger text or a second line."""
        cell: Any = option
        lines = 2 if index.data(Role.SECOND) else 1
        high = max(ROW + (14 if lines == 2 else 0), QFontMetrics(cell.font).height() * lines + 16)
        return QSize(120, high)

    def _text(self, painter: QPainter, inner: QRectF, look: Look, mirrored: bool, cell: Any) -> None:
        if look.icon:
            side = larger(_ICON)
            drawn = pixmap(look.icon, "soft", side, painter.device().devicePixelRatioF())
            left = inner.right() - side if mirrored else inner.left()
            painter.drawPixmap(int(left), int(inner.center().y() - side / 2), drawn)
            inner = inner.adjusted(0 if mirrored else side + 10, 0, -side - 10 if mirrored else 0, 0)
        where = _AT_RIGHT if look.right != mirrored else _AT_LEFT
        if look.strong:
            font = QFont(cell.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        upper = QRectF(inner.left(), inner.top() + 4, inner.width(), inner.height() / 2) if look.second else inner
        self._line(painter, upper, look.text or "", where, "soft" if look.soft else "text")
        if look.second:
            painter.setFont(cell.font)
            lower = QRectF(inner.left(), inner.center().y() - 2, inner.width(), inner.height() / 2)
            self._line(painter, lower, look.second, where, "soft")

    def _line(self, painter: QPainter, area: QRectF, text: str, where: int, token: str) -> None:
        painter.setPen(colour(token))
        room = int(area.width())
        if not fits(text, painter.font(), room):
            text = painter.fontMetrics().elidedText(text, _CUT, room)
        painter.drawText(area, where, as_written(text))

    def _focus(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(colour("accent"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


def _in_view(inner: QRectF, view: Any, mirrored: bool) -> QRectF:
    """Return what is seen of a cell at the edge of a table that can be scrolled sideways: its text ends with dots."""
    if not isinstance(view, QTableView):
        return inner
    edge = _PAD / 2 if mirrored else view.viewport().width() - _PAD / 2
    over = max(0.0, edge - inner.left() if mirrored else inner.right() - edge)
    return inner.adjusted(over if mirrored else 0, 0, 0 if mirrored else -over, 0) if over < inner.width() else inner


def _look(index: _Index) -> Look:
    look = getattr(index.model(), "look", None)
    return _asked(index) if look is None else look(index.row(), index.column()) or _UNREAD


_UNREAD = Look(None)


def _asked(index: _Index) -> Look:
    """Ask a model that does not tell all at once."""
    text = index.data(Qt.ItemDataRole.DisplayRole)
    align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeading
    return Look(
        None if text is None else str(text),
        str(index.data(Role.TONE) or ""),
        bool(index.data(Role.SOFT)),
        bool(index.data(Role.STRONG)),
        str(index.data(Role.SECOND) or ""),
        str(index.data(Role.ICON) or ""),
        bool(int(align) & int(Qt.AlignmentFlag.AlignTrailing)),
        index.data(Qt.ItemDataRole.CheckStateRole),
    )
