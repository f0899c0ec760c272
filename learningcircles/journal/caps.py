"""Structural caps (FORMATS, "Encoding, values, caps"). What arrives is judged by these alone, for ever."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from learningcircles.errors import InvalidValue

MAX_INTEGER = 2**53 - 1
TEXT_BYTES = 20_000
ELEMENT_BYTES = 200
FIELDS = 64
LEGS = 200
MINUTES = 10**6
HEADER_BYTES = 256
CHANGESET_BYTES = 192 * 1024
OPERATIONS = 1_000
PAYLOAD_BYTES = 256 * 1024
MAX_SEQ = 2**32 - 1
MAX_STAMP = 2**62 - 1
DEPTH = 4
SHOWN_DAYS = 180
"""A published item is shown for so long after it was written, unless it is renewed."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_ENTITY = re.compile(r"!?[a-z][a-z0-9_]{0,39}\Z")

Value = None | bool | int | str | bytes | dict[str, object]


def bad(what: str) -> InvalidValue:
    """The error for something that no laptop may write or accept."""
    return InvalidValue("over_cap", "This cannot be stored: {what}.", what=what)


def check_name(name: object) -> None:
    """Refuse a field name outside `[a-z][a-z0-9_]{0,39}`; `#deleted` is the one exception."""
    if not isinstance(name, str) or not _is_name(name):
        raise bad("a field name is malformed")


@lru_cache(maxsize=1024)
def check_names(names: tuple[object, ...]) -> None:
    """Refuse field names as `check_name` does; the same ones come together again and again, and are looked at once."""
    for name in names:
        check_name(name)


def check_values(values: Iterable[object]) -> None:
    """Refuse values as `check_value` does."""
    for value in values:
        if type(value) is not str or len(value) > TEXT_BYTES // 4:
            check_value(value)


def check_entity(name: object) -> None:
    """Refuse an entity's wire name outside `!?[a-z][a-z0-9_]{0,39}`."""
    if not isinstance(name, str) or not _is_entity(name):
        raise bad("the name of a kind of record is malformed")


@lru_cache(maxsize=1024)
def _is_name(name: str) -> bool:
    return name == "#deleted" or _NAME.match(name) is not None


@lru_cache(maxsize=1024)
def _is_entity(name: str) -> bool:
    return _ENTITY.match(name) is not None


def check_id(value: object) -> None:
    """Refuse anything but 16 bytes."""
    if not isinstance(value, bytes) or len(value) != 16:
        raise bad("an id is not 16 bytes")


def check_stamp(stamp: object) -> None:
    """Refuse anything but an integer in 0..2⁶²-1."""
    if isinstance(stamp, bool) or not isinstance(stamp, int) or not 0 <= stamp <= MAX_STAMP:
        raise bad("a time stamp is out of range")


def check_value(value: object, depth: int = DEPTH) -> None:
    """Refuse a value that is none of: nil, bool, integer within ±(2⁵³-1), text, id, map up to 4 deep."""
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise bad("a number is too large")
    elif isinstance(value, str):
        if len(value) > TEXT_BYTES // 4 and len(value.encode("utf-8", "surrogatepass")) > TEXT_BYTES:
            raise bad("a text of more than 20,000 letters")
    elif isinstance(value, bytes):
        check_id(value)
    elif isinstance(value, dict) and depth > 0:
        _check_map(value, depth)
    else:
        raise bad("a value is of a kind that cannot be stored")


def _check_map(value: dict[object, object], depth: int) -> None:
    if len(value) > FIELDS:
        raise bad("a value has too many parts")
    for key, item in value.items():
        if not isinstance(key, str) or len(key.encode()) > ELEMENT_BYTES:
            raise bad("a part of a value is badly named")
        check_value(item, depth - 1)


def check_element(element: object) -> None:
    """Refuse a set element that is not text of 1..200 bytes."""
    if isinstance(element, str) and 0 < len(element) <= ELEMENT_BYTES // 4:
        return
    if not isinstance(element, str) or not 0 < len(element.encode("utf-8", "surrogatepass")) <= ELEMENT_BYTES:
        raise bad("an entry of a list is empty or longer than 200 bytes")
