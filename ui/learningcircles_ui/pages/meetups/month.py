"""A month or a week as a table of days: the model, and the delegate that paints numbers and meetups."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.day_chips import (
    BEFORE,
    MONTH,
    WEEK,
    Chip,
    chip_font,
    in_words,
    laid_out,
    line_high,
    words_of,
)
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.place import first_weekday
from learningcircles_ui.theme import colour, larger

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
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
        self._named = QLocale.FormatType.ShortFormat

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
        """The days' names: as short as there is room for, and whole for whoever asks."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.day_names(self._named)[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.day_names(QLocale.FormatType.LongFormat)[section]
        return None

    def day_names(self, form: QLocale.FormatType) -> list[str]:
        """Return the names of the days as a week begins here, in a form of the language in use."""
        begins = self.first_day.weekday()
        return [text.locale().dayName((begins + place) % 7 + 1, form) for place in range(7)]

    def name_days(self, form: QLocale.FormatType) -> None:
        """Name the days in this form."""
        if form != self._named:
            self._named = form
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)

    def data(self, index: _Index, role: int = 0) -> Any:
        """The day and its meetups in words, for screen readers and for copying."""
        if not index.isValid():
            return None
        if role == Role.ID:
            found = self.meetups(index)
            return found[0].id if found else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(in_words(each) for each in self.meetups(index)) or None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = [text.day(self.day(index).isoformat()), *(in_words(each) for each in self.meetups(index))]
            return "; ".join(words)
        return None


def week_of(day: datetime.date) -> datetime.date:
    """Return the first day of a day's week, as the locale counts weeks."""
    begins = first_weekday().value - 1
    return day - datetime.timedelta(days=(day.weekday() - begins) % 7)


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
        if index.row() + 1 < model.weeks:  # the card has an edge of its own
            painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        if index.column() < 6:
            far = cell.rect.adjusted(0, 0, 1 - cell.rect.width(), 0) if _mirrored(cell) else cell.rect
            painter.drawLine(far.topRight(), far.bottomRight())
        focused = bool(cell.state & QStyle.StateFlag.State_HasFocus)
        if focused or cell.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colour("accent"), 2 if focused else 1))
            painter.drawRect(cell.rect.adjusted(1, 1, -2, -2))
        self._number(painter, cell, day, model.today, inside)
        day_chips = laid_out(model.meetups(index), cell.rect, cell.font, model.weeks)
        for chip in day_chips.chips:
            self._chip(painter, cell, chip, model.weeks)
        if day_chips.more:
            painter.setPen(colour("soft"))
            more = self.tr("+%n more", "", day_chips.more)
            painter.drawText(words_of(day_chips.rest), Qt.AlignmentFlag.AlignVCenter, more)
        painter.restore()

    def _number(self, painter: QPainter, cell: Any, day: datetime.date, today: datetime.date, inside: bool) -> None:
        """Numbers of one and of two digits begin in one line, with the words of the meetups below."""
        font, number = QFont(cell.font), text.number(day.day)
        font.setWeight(QFont.Weight.Bold if day == today else QFont.Weight.Normal)
        box = QRectF(
            cell.rect.left() + BEFORE, cell.rect.top() + 4, QFontMetricsF(font).horizontalAdvance(number), larger(22)
        )
        if _mirrored(cell):
            box.moveRight(cell.rect.right() - BEFORE)
        if day == today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(box.center(), larger(11), larger(11))
        painter.setFont(font)
        painter.setPen(colour("on_accent" if day == today else "text" if inside else "soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, number)

    def _chip(self, painter: QPainter, cell: Any, chip: Chip, weeks: int) -> None:
        cancelled = chip.record.get("state") == "cancelled"
        title = str(chip.record.get("title", ""))
        ink, paper = ("soft", "hover") if cancelled else _TONES[sum(map(ord, title)) % 3]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(paper))
        painter.drawRoundedRect(chip.box, 4, 4)
        font = chip_font(cell.font)
        font.setStrikeOut(cancelled)
        painter.setFont(font)
        painter.setPen(colour(ink if cancelled else "text"))
        inner, high = words_of(chip.box), line_high(weeks)
        first = inner.top() + (2 if weeks == WEEK else (inner.height() - high * len(chip.lines)) / 2)
        for number, line in enumerate(chip.lines):
            part = QRectF(inner.left(), first + number * high, inner.width(), high)
            painter.drawText(part, Qt.AlignmentFlag.AlignVCenter, line)


def _mirrored(cell: Any) -> bool:
    return bool(cell.direction == Qt.LayoutDirection.RightToLeft)
