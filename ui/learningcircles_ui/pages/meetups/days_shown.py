"""Which days are in view: a month or a week, what it is called, and which one is before and after it."""

from __future__ import annotations

import calendar
import datetime

from learningcircles_ui import text
from learningcircles_ui.pages.meetups.month import week_of


def today() -> datetime.date:
    """Return the day that it is here."""
    return datetime.date.fromisoformat(text.today())


def heading(at: datetime.date, *, week: bool) -> str:
    """Return what the month or the week that a day lies in is called."""
    if not week:
        name = text.locale().standaloneMonthName(at.month)
        return f"{name[:1].upper()}{name[1:]} {at.year}"
    first = week_of(at)
    last = first + datetime.timedelta(days=6)
    return f"{text.day(first.isoformat(), short=True)} – {text.day(last.isoformat(), short=True)} {last.year}"


def turned(at: datetime.date, step: int, *, week: bool) -> datetime.date:
    """Return a day so many weeks on, or the first of the month before (-1) or after (1)."""
    if week:
        return at + datetime.timedelta(days=7 * step)
    first = at.replace(day=1)
    last = calendar.monthrange(first.year, first.month)[1]
    return (first + datetime.timedelta(days=last if step > 0 else -1)).replace(day=1)


def best_day(at: datetime.date, *, week: bool) -> datetime.date:
    """Return today, where it is in view, else the day that is looked at."""
    now = today()
    if week:
        return now if week_of(now) == week_of(at) else at
    return now if (now.year, now.month) == (at.year, at.month) else at
