"""How a stored value is shown: a line of text that can be typed again."""

from __future__ import annotations

from typing import Any

from learningcircles.entities.declare import Field, Kind
from learningcircles_ui import text
from learningcircles_ui.parts.reading import day_shown


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
