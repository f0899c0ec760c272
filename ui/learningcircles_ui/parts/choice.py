"""A combo box that a scrolling wheel does not change by accident, with the theme's own arrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from learningcircles_ui.parts.icons import pixmap


class Choice(QComboBox):
    """A combo box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def showPopup(self) -> None:
        """Show every choice where there are few: the style's margins would cut the last one."""
        super().showPopup()
        frame = self.view().parentWidget()
        rows = self.count()
        if frame is not None and rows <= self.maxVisibleItems():
            wanted = sum(self.view().sizeHintForRow(row) for row in range(rows)) + 16
            frame.resize(frame.width(), max(frame.height(), wanted))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        painter = QPainter(self)
        left = 8 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 24
        drawn = pixmap("chevron-down", "soft", 16, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - 16) // 2, drawn)
