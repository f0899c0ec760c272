"""A month or a week as a table of days: the model, and the delegate that paints numbers and meetups."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles_ui import text
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.theme import colour, larger

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
MONTH, WEEK = 6, 1
"""Rows of a month and of a week."""
_GAP, _WEEK_LINES = 2, 3
_TONES = (("accent", "accent_soft"), ("warn", "warn_soft"), ("info", "info_soft"))

DayMeetups = dict[str, list[Record]]
"""Date → its meetups in order of their start."""


def read_month(reader: Reader, first: datetime.date, last: datetime.date) -> DayMeetups:
    """Read the meetups that begin on these days (local dates of their own zones)."""
    found: DayMeetups = {}
    for record in reader.list("meetup", order="start"):
        start = record.get("start", {})
        day = str(start.get("at", ""))[:10]
        if first.isoformat() <= day <= last.isoformat():
            found.setdefault(day, []).append(record)
    return found


class MonthModel(QAbstractTableModel):
    """Six weeks of days, or one, beginning with the locale's first day of the week."""

    def __init__(self, today: datetime.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = today.replace(day=1)
        self.today = today
        self.weeks = MONTH
        self._meetups: DayMeetups = {}

    def show_month(self, month: datetime.date, today: datetime.date, meetups: DayMeetups) -> None:
        """Show the month that a day lies in."""
        self._show(month.replace(day=1), today, meetups, MONTH)

    def show_week(self, day: datetime.date, today: datetime.date, meetups: DayMeetups) -> None:
        """Show the week that a day lies in."""
        self._show(week_of(day), today, meetups, WEEK)

    def _show(self, first: datetime.date, today: datetime.date, meetups: DayMeetups, weeks: int) -> None:
        self.beginResetModel()
        self.month, self.today, self._meetups, self.weeks = first, today, meetups, weeks
        self.endResetModel()

    @property
    def first_day(self) -> datetime.date:
        """The day of the first cell."""
        return week_of(self.month)

    def day(self, index: _Index) -> datetime.date:
        """Return a cell's day."""
        return self.first_day + datetime.timedelta(days=index.row() * 7 + index.column())

    def index_of(self, day: datetime.date) -> QModelIndex:
        """Return the cell of a day, or an invalid index."""
        place = (day - self.first_day).days
        return self.index(place // 7, place % 7) if 0 <= place < self.weeks * 7 else QModelIndex()

    def meetups(self, index: _Index) -> list[Record]:
        """Return the meetups of a cell."""
        return self._meetups.get(self.day(index).isoformat(), [])

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Weeks."""
        return 0 if parent.isValid() else self.weeks

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Days of a week."""
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The days' names."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            day = (self.first_day.weekday() + section) % 7 + 1
            return text.locale().dayName(day, QLocale.FormatType.ShortFormat)
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        """The day and its meetups in words, for screen readers and for copying."""
        if not index.isValid():
            return None
        if role == Role.ID:
            found = self.meetups(index)
            return found[0].id if found else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(chip_text(each) for each in self.meetups(index)) or None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = [text.day(self.day(index).isoformat()), *(chip_text(each) for each in self.meetups(index))]
            return "; ".join(words)
        return None


def week_of(day: datetime.date) -> datetime.date:
    """Return the first day of a day's week, as the locale counts weeks."""
    begins = text.locale().firstDayOfWeek().value - 1
    return day - datetime.timedelta(days=(day.weekday() - begins) % 7)


def chip_text(record: Record) -> str:
    """Return a meetup as it stands in a day."""
    at = str(record.get("start", {}).get("at", ""))
    return f"{text.clock(at)} {record.get('title', '')}".strip()


class MonthDelegate(QStyledItemDelegate):
    """Paints a day: its number, and its meetups as far as there is room."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one day."""
        cell: Any = option
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        painter.save()
        day = model.day(index)
        inside = model.weeks == WEEK or day.month == model.month.month
        painter.fillRect(cell.rect, colour("surface" if inside else "ground"))
        painter.setPen(colour("line"))
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        painter.drawLine(cell.rect.topRight(), cell.rect.bottomRight())
        focused = bool(cell.state & QStyle.StateFlag.State_HasFocus)
        if focused or cell.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colour("accent"), 2 if focused else 1))
            painter.drawRect(cell.rect.adjusted(1, 1, -2, -2))
        self._number(painter, cell, day, model.today, inside)
        room = chips_that_fit(cell.rect.height(), model.weeks)
        meetups = model.meetups(index)
        shown = meetups if len(meetups) <= room else meetups[: max(0, room - 1)]
        for place, record in enumerate(shown):
            self._chip(painter, cell, place, record, model.weeks)
        if len(shown) < len(meetups):
            more = self.tr("+%n more", "", len(meetups) - len(shown))
            painter.setPen(colour("soft"))
            painter.drawText(
                _chip_box(cell, len(shown), model.weeks).adjusted(6, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, more
            )
        painter.restore()

    def _number(self, painter: QPainter, cell: Any, day: datetime.date, today: datetime.date, inside: bool) -> None:
        box = QRectF(cell.rect.left() + 6, cell.rect.top() + 4, larger(24), larger(22))
        if cell.direction == Qt.LayoutDirection.RightToLeft:
            box.moveRight(cell.rect.right() - 6)
        font = QFont(cell.font)
        if day == today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(box.center(), larger(11), larger(11))
            font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(colour("on_accent" if day == today else "text" if inside else "soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text.number(day.day))

    def _chip(self, painter: QPainter, cell: Any, place: int, record: Record, weeks: int) -> None:
        box = _chip_box(cell, place, weeks)
        cancelled = record.get("state") == "cancelled"
        ink, paper = ("soft", "hover") if cancelled else _TONES[sum(map(ord, str(record.get("title", "")))) % 3]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(paper))
        painter.drawRoundedRect(box, 4, 4)
        font = QFont(cell.font)
        font.setPixelSize(max(9, round(font.pixelSize() * 0.9)))
        font.setStrikeOut(cancelled)
        painter.setFont(font)
        painter.setPen(colour(ink if cancelled else "text"))
        inner = box.adjusted(6, 0, -4, 0)
        lines = (
            _lines(chip_text(record), font, inner.width(), 1) if weeks == MONTH else _week_lines(record, font, inner)
        )
        high = larger(17) if weeks == WEEK else box.height()
        for number, line in enumerate(lines):
            part = QRectF(inner.left(), inner.top() + number * high + (2 if weeks == WEEK else 0), inner.width(), high)
            painter.drawText(part, Qt.AlignmentFlag.AlignVCenter, line)


def _week_lines(record: Record, font: QFont, inner: QRectF) -> list[str]:
    """Return a meetup as it stands in a week: from when to when, and its title below."""
    at, minutes = str((record.get("start") or {}).get("at", "")), record.get("minutes")
    hours = text.from_to(at, minutes)
    if QFontMetrics(font).horizontalAdvance(hours) > inner.width():
        hours = text.clock(at)
    title = _lines(str(record.get("title", "")), font, inner.width(), _WEEK_LINES - 1)
    return [*_lines(hours, font, inner.width(), 1), *title]


def _lines(words: str, font: QFont, width: float, most: int) -> list[str]:
    """Return words broken into so many lines at most; what does not fit into the last one is cut with three dots."""
    layout = QTextLayout(words, font)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        begins = line.textStart()
        lines.append(words[begins:] if len(lines) == most - 1 else words[begins : begins + line.textLength()].strip())
    layout.endLayout()
    if not lines:
        return [""]
    lines[-1] = QFontMetrics(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, int(width))
    return lines


def day_least() -> int:
    """Return the height in pixels that a day has at least: one meetup can be read, and how many more there are."""
    return _top() + 2 * (_chip(MONTH) + _GAP) + _GAP


def chips_that_fit(height: int, weeks: int = MONTH) -> int:
    """Return how many meetups a cell of this height holds."""
    return max(0, (height - _top()) // (_chip(weeks) + _GAP))


def chip_at(position: QPoint, cell_top: int, height: int, count: int, weeks: int = MONTH) -> int | None:
    """Return which meetup of a cell lies at a position, or None."""
    place = (position.y() - cell_top - _top()) // (_chip(weeks) + _GAP)
    return place if 0 <= place < min(count, chips_that_fit(height, weeks)) else None


def _chip_box(cell: Any, place: int, weeks: int) -> QRectF:
    top = cell.rect.top() + _top() + place * (_chip(weeks) + _GAP)
    return QRectF(cell.rect.left() + 4, top, cell.rect.width() - 9, _chip(weeks))


def _top() -> int:
    """Return the height of a day's number, in pixels."""
    return larger(30)


def _chip(weeks: int) -> int:
    """Return the height of a meetup in a day, in pixels; in a week there is room for more lines."""
    return larger(19) if weeks == MONTH else larger(17) * _WEEK_LINES + 4
