"""The days and the details of a meetup, which float beside their day, have a place beside the list, or stand below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from learningcircles_ui.pages.meetups.day_chips import MONTH, day_least, line_high
from learningcircles_ui.pages.meetups.days_table import DaysTable
from learningcircles_ui.pages.meetups.meetup_pane import MeetupPane
from learningcircles_ui.parts.details import ROOM
from learningcircles_ui.parts.layouts import below_each_other, reveal
from learningcircles_ui.theme import GAP, GAP_S, is_large, larger


class MeetupDesk(QWidget):
    """What floats takes no room: the days have all the width, and none of them moves when a meetup is chosen.

    `put_away` is emitted by Escape and by the button on what floats, or stands beside a list that has little room
    without it: there the details come once a meetup is chosen. With text so large that nothing fits beside
    anything the details stand below, and all of it scrolls.
    """

    put_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._listed = self._chosen = False
        self._over = True
        self._day: Callable[[], QRect] = QRect
        self._area: QScrollArea | None = None
        self._brought: object = None

    def hold(self, days: QWidget, pane: MeetupPane) -> None:
        """Take the days and the details, both made on it: what gets another parent is dressed anew."""
        self._days, self._pane = days, pane
        if is_large():
            self._stand_below(self._page)
            return
        pane.raise_()
        pane.hide()
        pane.lie_over(True)
        pane.installEventFilter(self)
        pane.away.clicked.connect(lambda: self.put_away.emit())
        self._page.installEventFilter(self)

    def floating(self) -> bool:
        """Return whether the details lie over the days."""
        return not is_large() and not self._listed and self._pane.isVisibleTo(self)

    def list_beside(self, listed: bool) -> None:
        """Give the details a place of their own beside a list; else they float."""
        if listed is not self._listed:
            self._listed, self._day = listed, QRect
            self._place()

    def goes(self) -> bool:
        """Return whether the details can be put away, and are there."""
        return self.floating() or (self._listed and self._narrow() and self._pane.isVisibleTo(self))

    def choose(self, chosen: bool) -> None:
        """Say whether a meetup of the list is chosen."""
        self._chosen = chosen
        self._place()

    def float_beside(self, day: Callable[[], QRect]) -> None:
        """Show the details beside a day, or put them away where that is empty.

        `day()` returns where it lies in pixels of the desk, which is asked again when that has another size.
        """
        self._day = day
        self._place()

    def minimumSizeHint(self) -> QSize:
        """As wide as both beside each other: the list has them so."""
        if is_large():
            return super().minimumSizeHint()
        days, pane = self._days.minimumSizeHint(), self._pane.minimumSizeHint()
        return QSize(days.width() + GAP + self._pane.minimumWidth(), max(days.height(), pane.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts away what floats."""
        if event.key() == Qt.Key.Key_Escape and self.goes():
            self.put_away.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give what floats the height that it needs by now; put it away with Escape anywhere, or with its page."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._pane and self.floating():
            self._place()
        elif watched is self._page and self.goes() and _ends(event):
            self.put_away.emit()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if is_large():
            return
        wide = self._pane.minimumWidth()
        if not self._listed:
            self._days.setGeometry(self.rect())
        day = QRect() if self._listed else self._day()
        seen = (self._chosen or not self._narrow()) if self._listed else not day.isEmpty()
        self._pane.setVisible(seen)
        if (over := not self._listed or self._narrow()) is not self._over:
            self._over = over
            self._pane.lie_over(over)
        if self._listed:
            days, pane = self.rect(), self.rect()
            days.setWidth(self.width() - (GAP + wide if seen else 0))
            pane.setLeft(self.width() - wide)
            self._days.setGeometry(self._mirrored(days))
            self._pane.setGeometry(self._mirrored(pane))
            return
        if not day.isEmpty():
            self._pane.setGeometry(self._mirrored(self._beside_day(self._mirrored(day), wide)))
            self._pane.raise_()

    def _narrow(self) -> bool:
        return not is_large() and self.width() < larger(ROOM)

    def _beside_day(self, day: QRect, wide: int) -> QRect:
        """Return where the details lie, seen from the leading edge: after their day, else before it."""
        high = min(self.height(), self._pane.wanted_height())
        left = day.right() + 1 + GAP_S
        if left + wide > self.width():
            left = max(0, day.left() - GAP_S - wide)
        return QRect(QPoint(left, max(0, min(day.top(), self.height() - high))), QSize(wide, high))

    def _mirrored(self, place: QRect) -> QRect:
        if not self.isRightToLeft():
            return place
        return QRect(QPoint(self.width() - place.right() - 1, place.top()), place.size())

    def bring(self, what: object) -> None:
        """Scroll to the day that is chosen, once for `what` is shown: another month, another view."""
        if self._area is not None and what != self._brought:
            self._brought = what
            self._reveal(self._area)

    def _reveal(self, area: QScrollArea) -> None:
        """Scroll to the day that is chosen, with some of the weeks around it where there is room."""
        days, inside = self._days.findChild(DaysTable), area.widget()
        if inside is None or days is None:
            return
        place = days.visualRect(days.currentIndex())
        top = days.viewport().mapTo(inside, place.topLeft())
        area.ensureVisible(top.x(), top.y() + place.height() // 2, 0, place.height())
        area.ensureVisible(top.x(), top.y() - days.names.height(), 0, 0)  # which lie over the days

    def _stand_below(self, parent: QWidget) -> None:
        high = MONTH * (day_least() + line_high(MONTH))  # it scrolls: a title may have its three lines
        pane = self._pane
        # Its bar stands in the page's margin: here is none, and nobody would see that there is more.
        area = self._area = below_each_other(parent, (self._days, high + larger(40)), (pane, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        for days in self._days.findChildren(DaysTable):
            days.names.stay_in(area)
            days.walked.connect(lambda: self._reveal(area))
        pane.lie_over(False)
        # Not before a second click has had its time: it must meet what the first one met.
        late = QApplication.doubleClickInterval()
        pane.brought.connect(lambda: QTimer.singleShot(late, pane, lambda: reveal(pane)))


def _ends(event: QEvent) -> bool:
    """Return whether somebody goes to another page, or presses Escape where nothing else has the keyboard."""
    if event.type() == QEvent.Type.Hide:
        return not event.spontaneous()
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
