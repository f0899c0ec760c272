"""Reading a payload in one step into what it is: for one that is in order this takes a third of the time.

Nothing is refused here. What is not exactly of these types, or not canonical, is left to the reading that looks at
every part by itself (see `changeset`), which alone says what is malformed.
"""

from __future__ import annotations

from typing import Any

import msgspec

from learningcircles.codec import encode

_SCALARS = frozenset({type(None), bool, int, str, bytes})


class Set(msgspec.Struct, array_like=True, tag=0, forbid_unknown_fields=True):
    """A set as it arrives."""

    entity: str
    id: bytes
    fields: dict[str, Any]
    own: dict[str, int]


class Add(msgspec.Struct, array_like=True, tag=1, forbid_unknown_fields=True):
    """An addition to a set field as it arrives."""

    entity: str
    id: bytes
    field: str
    elements: list[str]
    own: dict[str, int]


class Drop(msgspec.Struct, array_like=True, tag=2, forbid_unknown_fields=True):
    """What is taken out of a set field, as it arrives."""

    entity: str
    id: bytes
    field: str
    elements: list[str]
    own: dict[str, int]


class Entry(msgspec.Struct, array_like=True, tag=3, forbid_unknown_fields=True):
    """A settlement as it arrives."""

    settlement: bytes
    kind: str
    source: bytes
    round: int
    reverses: bytes | None
    legs: list[tuple[bytes, int]]
    date: str


Op = Set | Add | Drop | Entry


class Row(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A changeset as it arrives."""

    tick: int
    author: bytes | None
    action: bytes
    label: str
    saw: list[tuple[int, int]]
    ops: list[Op]


class Payload(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A payload that restates nothing."""

    devices: list[bytes]
    rows: list[Row]


_decode_row = msgspec.msgpack.Decoder(Row).decode
_decode = msgspec.msgpack.Decoder(Payload).decode


def typed_payload(data: bytes) -> Payload | None:
    """Return a payload whose parts are all of the right types, and canonical; None for any other."""
    try:
        payload = _decode(data)
        if encode(payload) != data:
            return None
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError, TypeError):
        return None
    return payload if all(_is_plain(op) for row in payload.rows for op in row.ops) else None


def typed_row(data: bytes | msgspec.Raw) -> Row | None:
    """Return a changeset out of a payload that was looked at when it was folded; None where it holds something else."""
    try:
        return _decode_row(data)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        return None


def _is_plain(op: Op) -> bool:
    """Return whether a set's values are plain, or maps of plain ones."""
    if type(op) is not Set or _SCALARS.issuperset(map(type, op.fields.values())):
        return True
    maps = [value for value in op.fields.values() if type(value) not in _SCALARS]
    return all(type(value) is dict and _is_flat(value) for value in maps)


def _is_flat(value: dict[Any, Any]) -> bool:
    return _SCALARS.issuperset(map(type, value.values())) and all(type(key) is str for key in value)
