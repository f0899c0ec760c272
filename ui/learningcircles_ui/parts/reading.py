"""What somebody typed as a day or a length, read as their language orders it, and written so that it reads back."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QLocale

from learningcircles.entities.declare import FIRST_YEAR, LAST_YEAR
from learningcircles.errors import InvalidValue
from learningcircles.intake.days import day_meant
from learningcircles.intake.lengths import length_meant
from learningcircles_ui import text
from learningcircles_ui.parts.shown import day_format, day_shown, month_first


def read_day(words: str, leans: int = 0) -> str:
    """Return what somebody typed as a date, as 2026-11-20 where it can be read, else as it stands.

    `leans`: which year, or which Friday (see `Field`).
    """
    shown = QLocale().toDate(words, day_format())
    if FIRST_YEAR <= shown.year() <= LAST_YEAR:
        return shown.toString("yyyy-MM-dd")  # as `day_shown` wrote it, in whatever language that was
    today = datetime.date.fromisoformat(text.today())
    found = day_meant(words, today, leans=leans, month_first=month_first())
    return words if found is None else found.isoformat()


def day_understood(words: str, leans: int = 0) -> str:
    """Return the whole date with its weekday, where the words leave any of it to be guessed; else nothing."""
    iso = read_day(words.strip(), leans)
    whole = iso in (words.strip(), "") or day_shown(iso) == words.strip()
    return "" if whole else f"{text.weekday(iso)} {iso[:4]}"


def read_minutes(words: str, most: int | None = None) -> int | None:
    """Return the minutes of "1:30", "1h30", "90 min" or a bare number (see `intake.lengths`); None for none of these.

    Raises InvalidValue where a bare number may be minutes as well as hours.
    """
    found = length_meant(words, most=most)
    return None if found is None else found.minutes


def length_understood(words: str, most: int | None = None) -> str:
    """Return the length that it was taken for, where the words left that to be guessed; else nothing."""
    try:
        found = length_meant(words, most=most)
    except InvalidValue:
        return ""
    if found is None or not found.guessed:
        return ""
    return text.length(found.minutes)
