"""Tick boxes and radio buttons with an indicator that is seen in every theme and grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QStyle, QStyleOptionButton

from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.theme import colour


def paint_box(painter: QPainter, area: QRect, checked: bool) -> None:
    """Paint a tick box that is no widget, for a cell of a table."""
    painter.save()
    _pen(painter, checked=checked, focused=False)
    _box(painter, area.adjusted(1, 1, -1, -1), checked, painter.device().devicePixelRatioF())
    painter.restore()


class Tick(QCheckBox):
    """A tick box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box that the style sheet leaves out."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = _frame(self, painter, QStyle.SubElement.SE_CheckBoxIndicator)
        _box(painter, area, self.isChecked(), self.devicePixelRatioF())


class Radio(QRadioButton):
    """A radio button."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle that the style sheet leaves out."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = _frame(self, painter, QStyle.SubElement.SE_RadioButtonIndicator)
        painter.drawEllipse(area)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("on_accent"))
            inner = area.width() // 4
            painter.drawEllipse(area.adjusted(inner, inner, -inner, -inner))


def _frame(widget: QAbstractButton, painter: QPainter, part: QStyle.SubElement) -> QRect:
    """Set pen and brush for an indicator and return where it stands."""
    option = QStyleOptionButton()
    option.initFrom(widget)
    area = widget.style().subElementRect(part, option, widget).adjusted(1, 1, -2, -2)
    _pen(painter, checked=widget.isChecked(), focused=widget.hasFocus())
    return area


def _pen(painter: QPainter, *, checked: bool, focused: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(colour("accent" if checked or focused else "soft"))
    pen.setWidthF(2 if focused else 1.4)
    painter.setPen(pen)
    painter.setBrush(colour("accent" if checked else "surface"))


def _box(painter: QPainter, area: QRect, checked: bool, ratio: float) -> None:
    painter.drawRoundedRect(area, 4, 4)
    if checked:
        drawn = pixmap("check", "on_accent", area.width() - 2, ratio)
        painter.drawPixmap(area.left() + 1, area.top() + 1, drawn)
