"""A combo box that a scrolling wheel does not change by accident, with the theme's own arrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from learningcircles_ui.parts.delegate import CellDelegate
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.literal import tip
from learningcircles_ui.theme import larger

_LEAST = 120
"""Pixels at the usual size of text that a choice has at least."""


class Choice(QComboBox):
    """A combo box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(CellDelegate(self, lines=False))
        self.currentIndexChanged.connect(lambda _: self._tell())

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its longest choice: what is cut then is told when pointed at."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), larger(_LEAST)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether the choice in view fits."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(tip(self.currentText()) if cut else "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def showPopup(self) -> None:
        """Show every choice where there are few: the style's margins would cut the last one."""
        super().showPopup()
        frame = self.view().parentWidget()
        rows = self.count()
        if frame is not None and rows <= self.maxVisibleItems():
            frame.resize(frame.width(), sum(self.view().sizeHintForRow(row) for row in range(rows)) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = larger(16)
        left = 8 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 8 - side
        drawn = pixmap("chevron-down", "soft", side, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, drawn)
