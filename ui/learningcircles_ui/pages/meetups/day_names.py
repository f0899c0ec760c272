"""The names of the days above a month: as short as they must be, and in view while the month is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QScrollArea, QWidget

from learningcircles_ui.pages.meetups.day_chips import BEFORE
from learningcircles_ui.pages.meetups.month import MonthModel
from learningcircles_ui.theme import colour, larger

_FORMS = (QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat)


class DayNames(QHeaderView):
    """The header of a table of days."""

    def __init__(self, days: MonthModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._days = days
        self._down = 0
        """Pixels that they stand below the table's top, over its days."""
        self._area: QScrollArea | None = None
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(larger(30))

    def stay_in(self, area: QScrollArea) -> None:
        """Stay at the top of what the table is scrolled in."""
        self._area = area
        area.verticalScrollBar().valueChanged.connect(self._settle)

    def _settle(self) -> None:
        table = self.parentWidget()
        if self._area is None or table is None:
            return
        above = -table.mapTo(self._area.viewport(), self._area.viewport().rect().topLeft()).y()
        self._down = max(0, min(above, table.height() - self.height()))
        self.move(self.x(), self._down)
        self.raise_()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The table has put them at its top: they go on from there."""
        super().moveEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the days in the longest form that has room."""
        super().resizeEvent(event)
        room = self.width() // self._days.columnCount() - 2 * BEFORE
        wide = {form: max(map(self.fontMetrics().horizontalAdvance, self._days.day_names(form))) for form in _FORMS}
        self._days.name_days(next((form for form in _FORMS if wide[form] <= room), _FORMS[-1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the days that they stand over."""
        if self._down:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), colour("surface"))
            painter.end()
        super().paintEvent(event)
