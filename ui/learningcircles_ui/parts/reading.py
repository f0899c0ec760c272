"""What somebody typed as a day or a length, read as their language orders it, and written so that it reads back."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale

from learningcircles.entities.declare import FIRST_YEAR, LAST_YEAR
from learningcircles.errors import InvalidValue
from learningcircles.intake.days import day_meant
from learningcircles.intake.lengths import length_meant
from learningcircles_ui import text


def read_day(words: str, leans: int = 0) -> str:
    """Return what somebody typed as a date, as 2026-11-20 where it can be read, else as it stands.

    `leans`: which year, or which Friday (see `Field`).
    """
    shown = QLocale().toDate(words, day_format())
    if FIRST_YEAR <= shown.year() <= LAST_YEAR:
        return shown.toString("yyyy-MM-dd")  # as `day_shown` wrote it, in whatever language that was
    today = datetime.date.fromisoformat(text.today())
    found = day_meant(words, today, leans=leans, month_first=_month_first())
    return words if found is None else found.isoformat()


def day_shown(iso: str) -> str:
    """Return a date as `read_day` reads it back; what is no date as it stands."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(date, day_format()) if date.isValid() else iso


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


def day_format() -> str:
    """Return how this language writes a day in a field, in the order in which `read_day` reads it here."""
    if QLocale().language() == QLocale.Language.English and QLocale().script() == QLocale.Script.LatinScript:
        return "d MMM yyyy"
    return "MM/dd/yyyy" if _month_first() else "dd/MM/yyyy"


def _month_first() -> bool:
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).startswith("M")
