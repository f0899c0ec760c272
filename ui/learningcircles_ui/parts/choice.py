"""Fields that open something, with the theme's own arrow; a scrolling wheel does not change them by accident."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QWidget

from learningcircles_ui.parts.icons import pixmap


class Choice(QComboBox):
    """A combo box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        paint_arrow(self)


class Moment(QDateTimeEdit):
    """A day and a time, with a calendar to choose the day from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        paint_arrow(self)


def paint_arrow(widget: QWidget) -> None:
    """Paint the theme's arrow at the far end of a field that opens something."""
    painter = QPainter(widget)
    left = 8 if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else widget.width() - 24
    drawn = pixmap("chevron-down", "soft", 16, widget.devicePixelRatioF())
    painter.drawPixmap(left, (widget.height() - 16) // 2, drawn)
