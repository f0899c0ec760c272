"""Tick boxes and radio buttons with an indicator that is seen in every theme and grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.literal import literal, seen
from learningcircles_ui.parts.words import BREAK, breakable
from learningcircles_ui.theme import colour, larger

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def paint_box(painter: QPainter, area: QRect, checked: bool) -> None:
    """Paint a tick box that is no widget, for a cell of a table."""
    painter.save()
    _pen(painter, checked=checked, focused=False)
    _box(painter, area.adjusted(1, 1, -1, -1), checked, painter.device().devicePixelRatioF())
    painter.restore()


def _side() -> int:
    """Return how wide an indicator is."""
    return larger(19)


def words_begin() -> int:
    """Return how many pixels from the edge the words begin."""
    return _side() + 9


def _words(widget: QAbstractButton) -> str:
    """Return what is painted: its longest words can be broken."""
    return breakable(widget.text())


def _may_wrap(widget: QAbstractButton) -> None:
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _whole(widget: QAbstractButton) -> QSize:
    """All in one line."""
    metrics = widget.fontMetrics()
    return QSize(words_begin() + metrics.horizontalAdvance(_words(widget)) + 2, max(24, _side() + 2, metrics.height()))


def _least(widget: QAbstractButton) -> QSize:
    """The longest word."""
    metrics = widget.fontMetrics()
    longest = max((metrics.horizontalAdvance(word) for word in _words(widget).replace(BREAK, " ").split()), default=0)
    return QSize(words_begin() + longest + 2, _whole(widget).height())


def _high(widget: QAbstractButton, width: int) -> int:
    """Its lines: the narrower, the more."""
    room = QRect(0, 0, max(1, width - words_begin()), 10_000)
    lines = widget.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, _words(widget)).height()
    return max(_whole(widget).height(), lines + 2)


def _wraps(widget: QAbstractButton) -> bool:
    return True


def _anywhere(widget: QAbstractButton, at: QPoint) -> bool:
    return widget.rect().contains(at)


def _frame(widget: QAbstractButton, painter: QPainter) -> QRect:
    """Set pen and brush for an indicator and return where it stands: beside the first line."""
    _pen(painter, checked=widget.isChecked(), focused=widget.hasFocus())
    side, line = _side(), _whole(widget).height()
    over = max(0, widget.height() - _high(widget, widget.width())) // 2
    left = widget.width() - side if widget.isRightToLeft() else 0
    return QRect(left, over + (line - side) // 2, side, side).adjusted(1, 1, -2, -2)


def _paint_words(widget: QAbstractButton, painter: QPainter) -> None:
    lines = widget.rect().adjusted(words_begin(), 0, 0, 0)
    if widget.isRightToLeft():
        lines = widget.rect().adjusted(0, 0, -words_begin(), 0)
    if widget.hasFocus():  # one that is chosen is filled with the accent: its own edge would not show it
        _frame_words(widget, painter, lines)
    painter.setPen(colour("text" if widget.isEnabled() else "soft"))
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    flags |= Qt.AlignmentFlag.AlignRight if widget.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    painter.drawText(lines.translated(0, -1), int(flags.value), _words(widget))


def _frame_words(widget: QAbstractButton, painter: QPainter, lines: QRect) -> None:
    wide = min(lines.width() - 1, widget.fontMetrics().horizontalAdvance(_words(widget)) + 10)
    left = lines.right() - wide + 5 if widget.isRightToLeft() else lines.left() - 5
    painter.setPen(QPen(colour("accent"), 1.4))  # a new one: inside a circle that is chosen there is none
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRect(left, 1, wide, widget.height() - 3), 5, 5)


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


class Tick(QCheckBox):
    """A tick box; its words wrap where they are given too little room, and tick it too."""

    sizeHint, minimumSizeHint = _whole, _least
    hasHeightForWidth, heightForWidth = _wraps, _high
    hitButton = _anywhere

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        _may_wrap(self)

    def text(self) -> str:
        """Return what it says."""
        return seen(super().text())

    def setText(self, text: str) -> None:
        """Say something, whatever is in it."""
        super().setText(literal(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the words beside it."""
        painter = QPainter(self)
        area = _frame(self, painter)
        _box(painter, area, self.isChecked(), self.devicePixelRatioF())
        _paint_words(self, painter)


class Radio(QRadioButton):
    """A radio button; its words wrap where they are given too little room, and choose it too."""

    sizeHint, minimumSizeHint = _whole, _least
    hasHeightForWidth, heightForWidth = _wraps, _high
    hitButton = _anywhere

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        _may_wrap(self)

    def text(self) -> str:
        """Return what it says."""
        return seen(super().text())

    def setText(self, text: str) -> None:
        """Say something, whatever is in it."""
        super().setText(literal(text))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to the one that is chosen: from another one the arrows would move the ring and choose nothing."""
        super().focusInEvent(event)
        chosen = next((each for each in self._together() if each.isChecked()), self)
        if event.reason() in _BY_TAB and chosen is not self:
            chosen.setFocus(event.reason())

    def _together(self) -> list[QAbstractButton]:
        group, parent = self.group(), self.parentWidget()
        if group is not None:
            return group.buttons()
        return list(parent.findChildren(Radio, options=_CHILDREN)) if parent is not None else []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle, and the words beside it."""
        painter = QPainter(self)
        area = _frame(self, painter)
        painter.drawEllipse(area)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("on_accent"))
            inner = area.width() // 4
            painter.drawEllipse(area.adjusted(inner, inner, -inner, -inner))
        _paint_words(self, painter)
