"""How the meetups of a day stand in its cell: how many, where, and in which lines; painted and pointed at alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QTextLayout, QTextOption

from learningcircles.circle.changes import Record
from learningcircles.entities.gathering import MEETUP
from learningcircles_ui import text
from learningcircles_ui.theme import larger, pixels_of

CANCELLED = "cancelled"
MONTH, WEEK = 6, 1
"""Rows of a month and of a week."""
_GAP, _FURTHER = 2, 2
"""Pixels between two meetups, and how many lines a long title may have beside the first."""
BEFORE = 10
"""Pixels between a day's leading edge and its words: as the titles of the columns have them."""
_EDGE, _AFTER = 3, 4
"""Pixels between a day's edge and a meetup's, and between that and the end of its words."""


class Chip(NamedTuple):
    """A meetup as it stands in a day. `box` in pixels of the table."""

    record: Record
    box: QRectF
    lines: list[str]


class DayChips(NamedTuple):
    """The meetups that a day has room for, and how many `more` there are, which `rest` is the place to say."""

    chips: list[Chip]
    more: int
    rest: QRectF


def chip_text(record: Record) -> str:
    """Return a meetup as it stands in a day that has room for one line."""
    return " ".join(part for part in (_clock(record), str(record.get("title", ""))) if part)


def in_words(record: Record) -> str:
    """Return a meetup in words, with what the calendar says by a line through it."""
    words = chip_text(record)
    if record.get("state") != CANCELLED:
        return words
    return text.labelled(words, text.choice_label(MEETUP.field("state"), CANCELLED))


def chip_font(font: QFont) -> QFont:
    """Return what meetups are written in, by the table's font."""
    smaller = QFont(font)
    smaller.setPixelSize(max(9, round(pixels_of(font) * 0.9)))
    return smaller


def words_of(box: QRectF) -> QRectF:
    """Return where the words of a meetup stand."""
    before, after = BEFORE - _EDGE, _AFTER
    return box.adjusted(*((after, 0, -before, 0) if QGuiApplication.isRightToLeft() else (before, 0, -after, 0)))


def line_high(weeks: int) -> int:
    """Return the height in pixels of a further line of a meetup."""
    return larger(15 if weeks == MONTH else 17)


def day_least() -> int:
    """Return the height in pixels that a day has at least: one meetup can be read, and how many more there are."""
    return _top() + 2 * (_chip(MONTH) + _GAP) + _GAP


def laid_out(records: Sequence[Record], cell: QRect, font: QFont, weeks: int) -> DayChips:
    """Return how a day's meetups stand in its cell, by the table's font.

    As many as there is room for. What is too long for its line has more of them, in a month its time alone in the
    first, as far as the cell's height is not needed for other meetups.
    """
    step = _chip(weeks) + _GAP
    room = max(0, (cell.height() - _top()) // step)
    shown = records if len(records) <= room else records[: max(0, room - 1)]
    more = len(records) - len(shown)
    spare = cell.height() - _top() - step * (len(shown) + bool(more))
    lines = _grown(shown, chip_font(font), words_of(_box(cell, 0, 0)).width(), spare, weeks)
    chips, top = [], cell.top() + _top()
    for record, its in zip(shown, lines, strict=True):
        high = _chip(weeks) + line_high(weeks) * (len(its) - _fewest(weeks))
        chips.append(Chip(record, _box(cell, top, high), its))
        top += high + _GAP
    return DayChips(chips, more, _box(cell, top, _chip(weeks)))


def _grown(records: Sequence[Record], font: QFont, width: float, spare: int, weeks: int) -> list[list[str]]:
    """Return the lines of meetups: each has one more before one has two more."""
    broken = _in_month if weeks == MONTH else _in_week
    held = [broken(record, font, width, _fewest(weeks)) for record in records]
    for most in range(_fewest(weeks) + 1, _fewest(weeks) + _FURTHER + 1):
        for place, record in enumerate(records):
            longer = broken(record, font, width, most)
            higher = line_high(weeks) * (len(longer) - len(held[place]))
            if 0 < higher <= spare:
                held[place] = longer
                spare -= higher
    return held


def _in_month(record: Record, font: QFont, width: float, most: int) -> list[str]:
    words = chip_text(record)
    if most == 1 or QFontMetrics(font).horizontalAdvance(words) <= width:
        return _lines(words, font, width, 1)
    at = [_clock(record)] if _clock(record) else []
    return [*at, *_lines(str(record.get("title", "")), font, width, most - len(at))]


def _in_week(record: Record, font: QFont, width: float, most: int) -> list[str]:
    """Return from when to when, and the title below."""
    hours = text.from_to(str((record.get("start") or {}).get("at", "")), record.get("minutes"))
    if QFontMetrics(font).horizontalAdvance(hours) > width:
        hours = _clock(record)
    return [*_lines(hours, font, width, 1), *_lines(str(record.get("title", "")), font, width, most - 1)]


def _lines(words: str, font: QFont, width: float, most: int) -> list[str]:
    """Return words broken into so many lines at most; what does not fit into the last one is cut with three dots."""
    layout = QTextLayout(words, font)
    layout.setTextOption(_anywhere())
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


def _anywhere() -> QTextOption:
    """Break at words; a word that is longer than the line within it."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _clock(record: Record) -> str:
    return text.clock(str((record.get("start") or {}).get("at", "")))


def _box(cell: QRect, top: int, high: int) -> QRectF:
    return QRectF(cell.left() + _EDGE, top, cell.width() - 2 * _EDGE - 1, high)


def _top() -> int:
    """Return the height of a day's number, in pixels."""
    return larger(30)


def _fewest(weeks: int) -> int:
    """Return how many lines a meetup has at least: in a week its time stands above its title."""
    return 1 if weeks == MONTH else 2


def _chip(weeks: int) -> int:
    """Return the least height of a meetup in a day, in pixels."""
    return larger(19) if weeks == MONTH else line_high(WEEK) * 2 + 4
