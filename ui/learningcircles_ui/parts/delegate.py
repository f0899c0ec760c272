"""The one delegate that paints the cells of every table: text, hours, pills, and the hairline below each row."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.pills import paint_pill
from learningcircles_ui.parts.ticks import paint_box
from learningcircles_ui.theme import ROW, colour

_PAD, _BOX = 13, 17
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a model may say of a cell beside its text."""

    ID = int(Qt.ItemDataRole.UserRole) + 1
    TONE = ID + 1  # the cell is a pill of this tone
    SOFT = ID + 2  # the text is in the quiet colour
    STRONG = ID + 3  # the text is heavier
    SECOND = ID + 4  # a second line, quiet
    ICON = ID + 5  # an icon's name before the text


class CellDelegate(QStyledItemDelegate):
    """Paints cells. Nothing here makes a widget or a style option's copy per cell: scrolling stays cheap."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Any = option  # PySide's stubs leave out the option's fields
        area: QRect = cell.rect
        chosen = bool(cell.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, colour("accent_soft"))
        painter.setPen(colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if cell.state & QStyle.StateFlag.State_HasFocus and cell.widget is not None and cell.widget.hasFocus():
            self._focus(painter, area)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if text is None:
            return
        painter.setFont(cell.font)
        inner = QRectF(area).adjusted(_PAD, 0, -_PAD / 2, 0)
        tone = index.data(Role.TONE)
        if tone:
            painter.setLayoutDirection(cell.direction)
            paint_pill(painter, inner, str(text), str(tone))
        else:
            self._text(painter, self._ticked(painter, inner, index, cell), str(text), index, cell)

    def _ticked(self, painter: QPainter, inner: QRectF, index: _Index, cell: Any) -> QRectF:
        """Paint the box of a cell that can be ticked; return what is left for its text."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return inner
        mirrored = cell.direction == Qt.LayoutDirection.RightToLeft
        left = inner.right() - _BOX if mirrored else inner.left()
        box = QRect(int(left), int(inner.center().y() - _BOX / 2), _BOX, _BOX)
        paint_box(painter, box, Qt.CheckState(state) == Qt.CheckState.Checked)
        return inner.adjusted(0 if mirrored else _BOX + 8, 0, -_BOX - 8 if mirrored else 0, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows are 38 pixels, higher with larger text or a second line."""
        cell: Any = option
        lines = 2 if index.data(Role.SECOND) else 1
        high = max(ROW + (14 if lines == 2 else 0), QFontMetrics(cell.font).height() * lines + 16)
        return QSize(120, high)

    def _text(self, painter: QPainter, inner: QRectF, text: str, index: _Index, cell: Any) -> None:
        icon_name = index.data(Role.ICON)
        mirrored = cell.direction == Qt.LayoutDirection.RightToLeft
        if icon_name:
            drawn = pixmap(str(icon_name), "soft", 18, painter.device().devicePixelRatioF())
            left = inner.right() - 18 if mirrored else inner.left()
            painter.drawPixmap(int(left), int(inner.center().y() - 9), drawn)
            inner = inner.adjusted(0 if mirrored else 28, 0, -28 if mirrored else 0, 0)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeading
        horizontal = Qt.AlignmentFlag(int(align)) & Qt.AlignmentFlag.AlignHorizontal_Mask
        where = QStyle.visualAlignment(cell.direction, horizontal) | Qt.AlignmentFlag.AlignVCenter
        if index.data(Role.STRONG):
            font = QFont(cell.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        second = index.data(Role.SECOND)
        upper = QRectF(inner.left(), inner.top() + 4, inner.width(), inner.height() / 2) if second else inner
        self._line(painter, upper, text, where, "soft" if index.data(Role.SOFT) else "text")
        if second:
            painter.setFont(cell.font)
            lower = QRectF(inner.left(), inner.center().y() - 2, inner.width(), inner.height() / 2)
            self._line(painter, lower, str(second), where, "soft")

    def _line(self, painter: QPainter, area: QRectF, text: str, where: Qt.AlignmentFlag, token: str) -> None:
        painter.setPen(colour(token))
        metrics = painter.fontMetrics()
        fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(where.value) | int(Qt.TextFlag.TextSingleLine.value), fits)

    def _focus(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(colour("accent"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
