"""The calendar below a field for a day: a month to choose from, in the theme's own colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from learningcircles_ui import text
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.place import first_weekday
from learningcircles_ui.theme import GAP_S, colour, larger

_PAUSES = (0, 40)
"""Milliseconds after which it follows its field: what another field that was left has to say moves it."""
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DayPopup(QFrame):
    """Shown below `under` at once; `then` is called with the day that is chosen (2026-11-20). Escape chooses none."""

    def __init__(self, under: QWidget, iso: str, then: Callable[[str], None]) -> None:
        super().__init__(under, Qt.WindowType.Popup)
        self._then = then
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "floating")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        self.calendar = _calendar(self)
        column.addWidget(self.calendar)
        shown = QDate.fromString(iso, "yyyy-MM-dd")
        self.calendar.setSelectedDate(shown if shown.isValid() else QDate.currentDate())
        self.calendar.activated.connect(self._chosen)
        self.calendar.clicked.connect(self._chosen)
        self.adjustSize()
        self.move(self._place(under))
        self.show()
        for pause in _PAUSES:
            QTimer.singleShot(pause, self, lambda: self.move(self._place(under)))
        self.calendar.setFocus()

    def _place(self, under: QWidget) -> QPoint:
        """Below the field, at its leading edge; above it where the screen ends."""
        rect, screen = under.rect(), under.screen().availableGeometry()
        corner = under.mapToGlobal(rect.bottomRight() if self.isRightToLeft() else rect.bottomLeft())
        left = corner.x() - self.width() if self.isRightToLeft() else corner.x()
        top = corner.y() + 2
        if top + self.height() > screen.bottom():
            top = under.mapToGlobal(rect.topLeft()).y() - 2 - self.height()
        right = max(screen.left(), screen.right() - self.width())
        return QPoint(min(max(left, screen.left()), right), max(top, screen.top()))

    def _chosen(self, day: QDate) -> None:
        self.close()
        self._then(day.toString("yyyy-MM-dd"))


def _calendar(parent: QWidget) -> QCalendarWidget:
    """Return a month without numbers of weeks, its weekends quiet, today heavy."""
    made = QCalendarWidget(parent)
    made.setLocale(text.locale())
    made.setFirstDayOfWeek(first_weekday())
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    quiet, now = QTextCharFormat(), QTextCharFormat()
    quiet.setForeground(colour("soft"))
    made.setHeaderTextFormat(quiet)
    for day in _WEEKEND:
        made.setWeekdayTextFormat(day, quiet)
    now.setForeground(colour("accent"))
    now.setFontWeight(QFont.Weight.Bold)
    made.setDateTextFormat(QDate.currentDate(), now)
    before, after = ("chevron-right", "chevron-left") if made.isRightToLeft() else ("chevron-left", "chevron-right")
    for name, icon_name in (("qt_calendar_prevmonth", before), ("qt_calendar_nextmonth", after)):
        turn = made.findChild(QToolButton, name)
        assert isinstance(turn, QToolButton), "Qt's calendar has it by this name"
        turn.setIcon(icon(icon_name))
        turn.setIconSize(QSize(larger(16), larger(16)))
    made.setMinimumSize(larger(280), larger(230))
    return made
