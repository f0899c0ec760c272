"""Checking what people write. What arrives from other laptops is never judged by this: it differs by version."""

from __future__ import annotations

import datetime
import re
import unicodedata
import zoneinfo
from collections.abc import Callable, Mapping
from typing import Any

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.errors import InvalidValue
from learningcircles.journal import caps

_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\Z")
_HEX = re.compile(r"[0-9a-fA-F]{32}\Z")


def clean(entity: Entity, fields: Mapping[str, Any], *, partial: bool, zone: str = "UTC") -> dict[str, Any]:
    """Return what is stored for what was written; raises InvalidValue that names the field.

    `partial` is True for an edit: required fields may be left out then, but not emptied.
    """
    cleaned = {name: clean_field(_known(entity, name), value, zone) for name, value in fields.items()}
    for field in entity.fields:
        missing = field.name not in cleaned if not partial else False
        if field.required and (missing or (field.name in cleaned and cleaned[field.name] in (None, "", []))):
            raise InvalidValue("required", "{label} is needed ({field}).", field=field.name, label=field.label)
    return cleaned


def clean_field(field: Field, value: Any, zone: str = "UTC") -> Any:
    """Return the stored form of one field's value; an empty text clears it."""
    if field.many:
        return sorted({_element(field, item) for item in _listed(value)})
    if value is None or value == "":
        return None
    check: Callable[[Field, Any, str], Any] = _KINDS.get(field.kind, _text)
    checked = check(field, _composed(value), zone)
    if isinstance(checked, int) and not isinstance(checked, bool):
        _bounds(field, checked)
    return checked


def _known(entity: Entity, name: str) -> Field:
    field = entity.field(name)
    if field is None:
        known = ", ".join(item.name for item in entity.fields if item.settable)
        kind = entity.name.lstrip("!")
        raise InvalidValue(
            "unknown_field", "{kind} has no field {field}. Known: {known}.", field=name, kind=kind, known=known
        )
    return field


def _composed(value: Any) -> Any:
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, str):
        return [part for part in re.split(r"[,;|]", value) if part.strip()]
    return list(value)


def _element(field: Field, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(field, "words")
    element = str(_composed(value))
    if len(element.encode()) > caps.ELEMENT_BYTES:
        raise InvalidValue(
            "too_long", "An entry of {label} is too long ({field}).", field=field.name, label=field.label
        )
    return element


def _text(field: Field, value: Any, zone: str) -> str:
    if not isinstance(value, str):
        raise _wrong(field, "words")
    if len(value.encode()) > caps.TEXT_BYTES:
        raise InvalidValue(
            "too_long", "{label} is longer than 20,000 bytes ({field}).", field=field.name, label=field.label
        )
    return value


def _integer(field: Field, value: Any, zone: str) -> int:
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError as error:
            raise _wrong(field, "a whole number") from error
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
        return datetime.date.fromisoformat(value).isoformat()
    except (TypeError, ValueError) as error:
        raise _wrong(field, "a date such as 2026-11-20") from error


def _local_time(field: Field, value: Any, zone: str) -> dict[str, Any]:
    parts = dict(value) if isinstance(value, Mapping) else {"at": value, "zone": zone}
    at = str(parts.get("at", "")).replace(" ", "T")[:16]
    try:
        datetime.datetime.fromisoformat(at)
        zoneinfo.ZoneInfo(str(parts.get("zone", zone)))
    except (ValueError, zoneinfo.ZoneInfoNotFoundError) as error:
        raise _wrong(field, "a date and time such as 2026-11-20T18:00") from error
    if not _AT.match(at):
        raise _wrong(field, "a date and time such as 2026-11-20T18:00")
    return {**parts, "at": at, "zone": str(parts.get("zone", zone))}


def _choice(field: Field, value: Any, zone: str) -> str:
    if value not in field.choices:
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
    if not re.match(r"[^@\s]+@[^@\s]+\Z", text):
        raise _wrong(field, "an e-mail address")
    return text


def _address(field: Field, value: Any, zone: str) -> dict[str, Any]:
    parts = {"text": value} if isinstance(value, str) else value
    if not isinstance(parts, Mapping):
        raise _wrong(field, "an address")
    caps.check_value(dict(parts))
    return dict(parts)


def _compound(field: Field, value: Any, zone: str) -> Any:
    if not isinstance(value, Mapping):
        raise _wrong(field, "several parts")
    caps.check_value(dict(value))
    return dict(value)


def _bounds(field: Field, value: int) -> None:
    low = field.least is not None and value < field.least
    if low or (field.most is not None and value > field.most) or abs(value) > caps.MAX_INTEGER:
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
    Kind.ADDRESS: _address,
    Kind.MONEY: _compound,
    Kind.COMPOUND: _compound,
}
