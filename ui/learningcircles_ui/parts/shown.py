"""How a stored value is shown: days, reaches, a line of text that can be typed again. Light: Today needs it first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from learningcircles.entities.declare import Field, Kind
from learningcircles_ui import text

NOBODY, CIRCLE, HUB, WEB = 0, 1, 3, 5


def shown(field: Field, value: Any) -> str:
    """Return a stored value as a line of text that `LineEditor` reads back."""
    if value is None:
        return ""
    if field.kind is Kind.LANGUAGE:
        return text.listed(map(text.language_name, value))
    if field.many:
        return text.listed(value)
    if field.kind is Kind.DATE:
        return day_shown(str(value))
    if field.kind is Kind.MINUTES:
        return text.hours(value) if isinstance(value, int) else str(value)
    if field.kind is Kind.ADDRESS and isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    if field.kind is Kind.LOCAL_TIME and isinstance(value, dict):
        return text.moment(value)
    if field.kind is Kind.CHOICE:
        return text.choice_label(field, value)
    if field.kind is Kind.FIELD_CODE:
        return text.field_of_learning(str(value))
    return str(value)


def day_shown(iso: str) -> str:
    """Return a date as `reading.read_day` reads it back; what is no date as it stands."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(date, day_format()) if date.isValid() else iso


def day_format() -> str:
    """Return how this language writes a day in a field, in the order in which `reading.read_day` reads it."""
    if QLocale().language() == QLocale.Language.English and QLocale().script() == QLocale.Script.LatinScript:
        return "d MMM yyyy"
    return "MM/dd/yyyy" if month_first() else "dd/MM/yyyy"


def month_first() -> bool:
    """Return whether people here write the month before the day."""
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).startswith("M")


def reach_words(reach: Any) -> str:
    """Return who may see what has this reach; another ring that is stored stands for itself."""
    translate = QCoreApplication.translate
    words = {
        NOBODY: translate("SettingsPage", "Nobody"),
        CIRCLE: translate("ReachEditor", "Only this circle"),
        HUB: translate("ReachEditor", "The circles of the region"),
        WEB: translate("ReachEditor", "Everybody, on the web too"),
    }
    return words.get(reach, str(reach))
