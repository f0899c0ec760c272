"""What a window holds: menu and page beside each other, the bar at the foot; never smaller than what stands in it.

But never higher than the screen: a window that grew beyond it would hide its own foot.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from learningcircles_ui.parts.layouts import on_screen

_LEAST = QSize(760, 520)


class Middle(QWidget):
    """Its least height follows from its width: in a narrow window headings and sentences take more lines."""

    def __init__(self, side: QWidget, pages: QStackedWidget, bar: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._side, self._pages, self._bar = side, pages, bar
        column, across = QVBoxLayout(self), QHBoxLayout()
        for layout in (column, across):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        across.addWidget(side)
        across.addWidget(pages, 1)
        column.addLayout(across, 1)
        column.addWidget(bar)
        pages.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """What the page in view, the menu and the bar need at this width."""
        least = super().minimumSizeHint().expandedTo(_LEAST)
        wide = max(self.width(), least.width())
        page = self._pages.currentWidget()
        layout = page.layout() if page is not None else None
        inner = wide - self._side.sizeHint().width()
        high = layout.totalMinimumHeightForWidth(inner) if layout is not None and layout.hasHeightForWidth() else 0
        high = max(high, self._side.minimumSizeHint().height()) + max(
            self._bar.heightForWidth(wide), self._bar.minimumSizeHint().height(), 30
        )
        most = on_screen(self.window(), least.width(), max(_LEAST.height(), high))
        return QSize(least.width(), max(_LEAST.height(), most.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, it asks for more height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
