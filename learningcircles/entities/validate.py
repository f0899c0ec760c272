"""Checking what people write. What arrives from other laptops is never judged by this: it differs by version."""

from __future__ import annotations

import datetime
import re
import unicodedata
import zoneinfo
from collections.abc import Callable, Mapping
from typing import Any

from learningcircles.entities.declare import FIRST_YEAR, LAST_YEAR, Entity, Field, Kind
from learningcircles.entities.fields import code_of
from learningcircles.errors import Hours, InvalidValue
from learningcircles.journal import caps

_LEFT_OUT = object()
_AT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?\Z")
_HEX = re.compile(r"[0-9a-fA-F]{32}\Z")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no field can hold: control characters but line ends and tabs, and halves of characters (surrogates)."""
_WHOLE = re.compile(r"[+-]?\d{1,18}\Z", re.ASCII)
_BREAKS = re.compile(r"[\t\r\n\x85\u2028\u2029]+")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of all that follows, also beyond its own line (Unicode UAX 9): no name needs it."""
_UNSEEN = " \u200e\u200f\u061c\ufeff"
"""What stands at an end of a line unseen, and makes two of one name."""
LINE_LETTERS = 200
"""So long a text of one line may be: names, titles and what is printed in a row."""
_SEVERAL_LINES = (Kind.NOTE, Kind.ADDRESS, Kind.COMPOUND)


def clean(entity: Entity, fields: Mapping[str, Any], *, partial: bool, zone: str = "UTC") -> dict[str, Any]:
    """Return what is stored for what was written; raises InvalidValue that names the field.

    `partial` is True for an edit: required fields may be left out then, but not emptied.
    """
    cleaned = {name: clean_field(_known(entity, name), value, zone) for name, value in fields.items()}
    for field in entity.required:
        if cleaned.get(field.name, _LEFT_OUT if partial else None) in (None, "", []):
            raise InvalidValue("required", "{label} is needed ({field}).", field=field.name, label=field.label)
    return cleaned


def clean_field(field: Field, value: Any, zone: str = "UTC") -> Any:
    """Return the stored form of one field's value; an empty text clears it."""
    if field.many:
        return elements(field, value)
    if value is None or value == "":
        return None
    check: Callable[[Field, Any, str], Any] = _KINDS.get(field.kind, _text)
    checked = check(field, _composed(field, value), zone)
    if isinstance(checked, int) and not isinstance(checked, bool):
        check_bounds(field, checked)
    return checked


def elements(field: Field, value: Any) -> list[str]:
    """Return the elements of a set field, of a list or of one text with commas between them; raises InvalidValue."""
    return sorted({_element(field, item) for item in _listed(field, value)})


def _known(entity: Entity, name: str) -> Field:
    field = entity.field(name)
    if field is None:
        known = ", ".join(item.name for item in entity.fields if item.settable)
        kind = entity.name.lstrip("!")
        raise InvalidValue(
            "unknown_field", "{kind} has no field {field}. Known: {known}.", field=name, kind=kind, known=known
        )
    return field


def _composed(field: Field, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value.isprintable() and unicodedata.is_normalized("NFC", value):
        return value.strip()  # most are: no line ends, nothing to put together
    if _UNPRINTABLE.search(value):
        raise InvalidValue(
            "unprintable", "{label} holds a sign that cannot be shown ({field}).", field=field.name, label=field.label
        )
    composed = unicodedata.normalize("NFC", value).strip()
    return composed if field.kind in _SEVERAL_LINES else _one_line(composed)


def _one_line(text: str) -> str:
    return _TURNS.sub("", _BREAKS.sub(" ", text)).strip(_UNSEEN).strip()


def shown_line(text: str) -> str:
    """Return a name that another laptop wrote, perhaps by a modified program, as it can stand in a line."""
    plain = _one_line(_UNPRINTABLE.sub("", text.replace("\x0b", "\n").replace("\x0c", "\n")))
    return plain if len(plain) <= LINE_LETTERS else f"{plain[: LINE_LETTERS - 1]}…"


def _listed(field: Field, value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, str):
        return [part for part in re.split(r"[,;|]", value) if part.strip()]
    if not isinstance(value, list | tuple | set | frozenset):
        raise _wrong(field, "a list of words")
    return list(value)


def _element(field: Field, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(field, "words")
    element = str(_composed(field, value))
    if len(element.encode()) > caps.ELEMENT_BYTES:
        raise InvalidValue(
            "too_long", "An entry of {label} is too long ({field}).", field=field.name, label=field.label
        )
    return element


def _text(field: Field, value: Any, zone: str) -> str:
    if not isinstance(value, str):
        raise _wrong(field, "words")
    check_length(field, value)
    return value


def check_length(field: Field, value: str) -> None:
    """Raise InvalidValue where a text is longer than the field, or any field, can hold."""
    if field.kind is Kind.TEXT and not field.many and len(value) > LINE_LETTERS:
        raise InvalidValue(
            "too_long",
            "{label} is too long: at most {most} letters ({field}).",
            field=field.name,
            label=field.label,
            most=LINE_LETTERS,
        )
    if len(value.encode()) > caps.TEXT_BYTES:
        raise InvalidValue(
            "too_long",
            "{label} is too long: at most 20,000 letters, fewer with accents ({field}).",
            field=field.name,
            label=field.label,
        )


def _integer(field: Field, value: Any, zone: str) -> int:
    if isinstance(value, str):
        if not _WHOLE.match(value):
            raise _wrong(field, "a whole number")
        return int(value)
    if type(value) is not int:
        raise _wrong(field, "a whole number")
    return int(value)


def _bool(field: Field, value: Any, zone: str) -> bool:
    words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    found = words.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise _wrong(field, "yes or no")
    return found


def _date(field: Field, value: Any, zone: str) -> str:
    try:
        day = datetime.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _wrong(field, "a date such as 2026-11-20") from error
    _check_year(field, day.year)
    return day.isoformat()


def _check_year(field: Field, year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValue(
            "year_out_of_range",
            "{label} must lie in the years {least} to {most}, not in {value} ({field}).",
            field=field.name,
            label=field.label,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            value=year,
        )


def _local_time(field: Field, value: Any, zone: str) -> dict[str, Any]:
    """A time with an offset from UTC is turned into that of the zone; seconds are left out."""
    parts = dict(value) if isinstance(value, Mapping) else {"at": value, "zone": zone}
    written, name = str(parts.get("at", "")), str(parts.get("zone", zone))
    if not _AT.match(written):
        raise _wrong(field, "a date and time such as 2026-11-20T18:00")
    try:
        moment, there = datetime.datetime.fromisoformat(written), zoneinfo.ZoneInfo(name)
        at = moment.astimezone(there) if moment.tzinfo else moment
    # OSError: a name such as "Europe"; OverflowError: the first or last day that there is
    except (ValueError, OSError, OverflowError, zoneinfo.ZoneInfoNotFoundError) as error:
        raise _wrong(field, "a date and time such as 2026-11-20T18:00") from error
    _check_year(field, at.year)
    return _parts(field, {**parts, "at": at.replace(tzinfo=None).isoformat(timespec="minutes"), "zone": name})


def _choice(field: Field, value: Any, zone: str) -> str:
    if not isinstance(value, str) or value not in field.choices:
        raise InvalidValue(
            "not_a_choice",
            "{label} is one of {choices}, not {value} ({field}).",
            field=field.name,
            label=field.label,
            choices=", ".join(field.choices),
            value=value,
        )
    return str(value)


def _reference(field: Field, value: Any, zone: str) -> bytes:
    if isinstance(value, str) and _HEX.match(value):
        return bytes.fromhex(value)
    if not isinstance(value, bytes) or len(value) != 16:
        raise _wrong(field, "the id of a record")
    return value


def _email(field: Field, value: Any, zone: str) -> str:
    text = _text(field, value, zone)
    if not re.match(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+\Z", text):
        raise InvalidValue(
            "wrong_kind",
            "{value} is no e-mail address: one looks like name@example.org ({field}).",
            field=field.name,
            value=text,
        )
    return text


_NUMBER = 6
"""Figures of a telephone number, at least, beside which an e-mail may stand in one cell; else it is one alone."""


def _phone(field: Field, value: Any, zone: str) -> str:
    text = _text(field, value, zone)
    if not any(letter.isdigit() for letter in text):
        raise InvalidValue(
            "wrong_kind",
            "{value} has no figures: a telephone number looks like 0123 45 67 89 ({field}).",
            field=field.name,
            value=text,
        )
    if "@" in text and sum(letter.isdigit() for letter in text) < _NUMBER:
        raise InvalidValue(
            "wrong_kind",
            "{value} is no telephone number: one looks like 0123 45 67 89 ({field}).",
            field=field.name,
            value=text,
        )
    return text


def _field_code(field: Field, value: Any, zone: str) -> str:
    code = code_of(_text(field, value, zone))
    if code is None:
        raise InvalidValue(
            "no_field_code",
            "{label} is a code or a name of ISCED-F 2013, such as 0231, not {value} ({field}).",
            field=field.name,
            label=field.label,
            value=value,
        )
    return code


def _address(field: Field, value: Any, zone: str) -> dict[str, Any]:
    parts = {"text": value} if isinstance(value, str) else value
    if not isinstance(parts, Mapping):
        raise _wrong(field, "an address")
    return _parts(field, parts)


def _compound(field: Field, value: Any, zone: str) -> Any:
    if not isinstance(value, Mapping):
        raise _wrong(field, "several parts")
    return _parts(field, value)


def _parts(field: Field, parts: Mapping[str, Any], depth: int = caps.DEPTH) -> dict[str, Any]:
    """Return a compound value's parts, texts composed; raises InvalidValue that names the field."""
    checked = {}
    for name, part in parts.items():
        _composed(field, name)
        checked[name] = _parts(field, part, depth - 1) if depth and isinstance(part, Mapping) else part
        if isinstance(part, str):
            checked[name] = _composed(field, part)
    try:
        caps.check_value(checked, depth)
    except InvalidValue as error:
        raise _wrong(field, "parts that are texts or whole numbers") from error
    return checked


def check_bounds(field: Field, value: int) -> None:
    """Raise InvalidValue where a number lies outside of what its field takes."""
    low = field.least is not None and value < field.least
    if low or (field.most is not None and value > field.most) or abs(value) > caps.MAX_INTEGER:
        if field.kind is Kind.MINUTES:
            raise InvalidValue(
                "length_out_of_range",
                "{label} must lie between {least} and {most}, not {value} ({field}).",
                field=field.name,
                label=field.label,
                least=Hours(field.least or 0),
                most=Hours(field.most or 0),
                value=Hours(value),
            )
        raise InvalidValue(
            "out_of_range",
            "{label} must lie between {least} and {most}, not {value} ({field}).",
            field=field.name,
            label=field.label,
            least=field.least,
            most=field.most,
            value=value,
        )


def _wrong(field: Field, expected: str) -> InvalidValue:
    return InvalidValue(
        "wrong_kind", "{label} needs {expected} ({field}).", field=field.name, label=field.label, expected=expected
    )


_KINDS: dict[Kind, Callable[[Field, Any, str], Any]] = {
    Kind.INTEGER: _integer,
    Kind.MINUTES: _integer,
    Kind.INSTANT: _integer,
    Kind.BOOL: _bool,
    Kind.DATE: _date,
    Kind.LOCAL_TIME: _local_time,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _reference,
    Kind.EMAIL: _email,
    Kind.PHONE: _phone,
    Kind.ADDRESS: _address,
    Kind.FIELD_CODE: _field_code,
    Kind.MONEY: _compound,
    Kind.COMPOUND: _compound,
}
