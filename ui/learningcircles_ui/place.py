"""Where this laptop stands: what its region does with days and hours, whatever language the program speaks.

A system may be set to one language and to the days of another (LANG=en_US, LC_TIME=pl_PL). Words and the order of a day
are those of the program's language as it is written there; which day a week begins with and whether the clock counts to
24 are the region's.
"""

from __future__ import annotations

import os
from functools import cache

from PySide6.QtCore import QLocale, Qt

_SET_BY = ("LC_ALL", "LC_TIME", "LANG")
"""What says how days are written, the weightiest first, as POSIX has it."""


def spoken_here(language: str) -> QLocale:
    """Return a language (en, fr, es) as it is written in this laptop's region, or as it is written in Europe."""
    told_by_system.cache_clear()
    usual = QLocale("en_GB" if language == "en" else language)
    region = _region()
    if region is None:
        return usual
    here = QLocale(usual.language(), region.territory())
    return here if here.territory() == region.territory() else usual


def figures(written: QLocale) -> QLocale:
    """Return how figures are written where days are written as in `written`: by the region only where it is a region of
    this language. "1.234.567" among English words is read as no number.
    """
    region = _region()
    if region is None or region.language() == written.language():
        return written
    return QLocale("en_GB") if written.language() == QLocale.Language.English else QLocale(written.language())


def first_weekday() -> Qt.DayOfWeek:
    """Return the day that a week begins with in this laptop's region; without one, in the language in use."""
    return (_region() or QLocale()).firstDayOfWeek()


def clock_form() -> str:
    """Return how a time is written in the language in use ("HH:mm"), by the region's 12 or 24 hours."""
    ours = figures(QLocale()).timeFormat(QLocale.FormatType.ShortFormat)
    region = _region()
    if region is None or _halved(ours) == (halved := _halved(region.timeFormat(QLocale.FormatType.ShortFormat))):
        return ours
    return "h:mm AP" if halved else "HH:mm"


def _halved(form: str) -> bool:
    return "a" in form.lower()


def _region() -> QLocale | None:
    """Where the system is told nothing of a region, there is none."""
    return _first_known(told_by_system())


@cache
def told_by_system() -> tuple[str, ...]:
    """What the environment says, read when a language is chosen: every length and day in a table asks for it."""
    return tuple(filter(None, (os.environ.get(name) for name in _SET_BY)))


@cache
def _first_known(told: tuple[str, ...]) -> QLocale | None:
    named = [QLocale(name.partition(".")[0].partition("@")[0]) for name in told] or [QLocale.system()]
    return next((each for each in named if each.language() != QLocale.Language.C), None)
