"""A record between its registers and its row.

A row holds one column per declared field and `_stamps`: groups of registers that share (stamp, device, seq).
The first group is the largest one and does not name what can be seen from the columns, so that a record
written at once costs a dozen bytes. A value whose kind is not its column's is kept exactly in `odd` and its
column stays empty: it is shown as unreadable, never lost.

    _stamps = [[[stamp, device number, seq, [registers], [dropped elements]]…], {register: odd value}]
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.journal.operations import DELETED

_COMPOUND = (Kind.LOCAL_TIME, Kind.ADDRESS, Kind.MONEY, Kind.COMPOUND)
_NUMBERS = (Kind.INTEGER, Kind.MINUTES, Kind.INSTANT)


class Register(NamedTuple):
    """The winning write of one register; `device` is this file's number for the device."""

    value: Any
    stamp: int
    device: int
    seq: int


@dataclass(slots=True)
class Row:
    """One record while it is folded: all its registers, those too that this version does not know.

    `entity` is the stored name (see `fold.stored_name`). `disputed`: it has open writes, or may have.
    """

    number: int
    entity: str
    id: bytes
    registers: dict[str, Register] = field(default_factory=dict)
    stored: bool = False
    changed: bool = False
    text_changed: bool = False
    disputed: bool = False


_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder().decode
_to_json = msgspec.json.Encoder().encode
_from_json = msgspec.json.Decoder().decode
_NO_GROUP: list[Any] = [0, 0, 0, [], []]


def pack(entity: Entity, row: Row) -> tuple[tuple[Any, ...], list[str]]:
    """Return the columns of a row (n, fields…, _deleted, _stamps) and the registers that this version has none for."""
    sets: dict[str, list[str]] = {}
    groups: dict[tuple[int, int, int], tuple[list[str], list[str]]] = {}
    unknown: list[str] = []
    for name, register in row.registers.items():
        field_name, mark, element = name.partition("/")
        declared = entity.field(field_name)
        if name != DELETED and (declared is None or declared.many != bool(mark)):
            unknown.append(name)
            continue
        present, dropped = groups.setdefault(register[1:], ([], []))
        if mark and register.value is True:
            sets.setdefault(field_name, []).append(element)
        (dropped if mark and register.value is False else present).append(name)
    odd: dict[str, Any] = {}
    columns = [_column(row, item, sets, odd) for item in entity.fields]
    deleted = row.registers.get(DELETED)
    is_deleted = deleted is not None and deleted.value is True
    if deleted is not None and not isinstance(deleted.value, bool):
        odd[DELETED] = deleted.value
    return (row.number, *columns, int(is_deleted), _pack([_grouped(row, groups, odd), odd])), unknown


def unpack(entity: Entity, row: Row, columns: tuple[Any, ...]) -> None:
    """Fill a row's registers from its columns (as `pack` gave them, without n)."""
    groups, odd = _unpack(columns[-1])
    values = _visible(entity, columns)
    first, *others = groups or [_NO_GROUP]
    for stamp, device, seq, present, dropped in others:
        for name in present:
            row.registers[name] = Register(
                odd[name] if name in odd else values.pop(name, _empty(name)), stamp, device, seq
            )
        for name in dropped:
            row.registers[name] = Register(False, stamp, device, seq)
    stamp, device, seq, present, dropped = first
    for name in present:
        row.registers[name] = Register(odd.get(name, _empty(name)), stamp, device, seq)
    for name in dropped:
        row.registers[name] = Register(False, stamp, device, seq)
    for name, value in values.items():
        row.registers[name] = Register(value, stamp, device, seq)
    row.stored = True


def _visible(entity: Entity, columns: tuple[Any, ...]) -> dict[str, Any]:
    """Return the registers that can be seen from the columns alone, with their values."""
    values: dict[str, Any] = {}
    for item, value in zip(entity.fields, columns, strict=False):
        if value is not None and item.many:
            values |= {f"{item.name}/{element}": True for element in _from_json(value)}
        elif value is not None:
            values[item.name] = _from_column(item, value)
    if columns[-2]:
        values[DELETED] = True
    return values


def _empty(name: str) -> bool | None:
    """What a register holds that no column shows: a field was cleared, a record restored."""
    return False if name == DELETED else None


def fields_of(entity: Entity, columns: tuple[Any, ...]) -> tuple[dict[str, Any], bool, frozenset[str]]:
    """Return (fields, deleted, unreadable) of a stored row without its stamps: what screens and scripts show."""
    fields: dict[str, Any] = {}
    for item, value in zip(entity.fields, columns, strict=False):
        if item.many:
            fields[item.name] = _from_json(value) if value else []
        else:
            fields[item.name] = _from_column(item, value)
    odd = _unpack(columns[-1])[1]
    return fields, bool(columns[-2]), frozenset(odd)


def _column(row: Row, item: Field, sets: Mapping[str, list[str]], odd: dict[str, Any]) -> Any:
    if item.many:
        held = sets.get(item.name)
        return _to_json(sorted(held)).decode() if held else None
    register = row.registers.get(item.name)
    if register is None or register.value is None:
        return None
    value = register.value
    if not _fits(item, value):
        odd[item.name] = value
        return None
    return compound_text(value) if item.kind in _COMPOUND else value


def compound_text(value: Any) -> str:
    """Return the text that stands for a compound value in its column."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _fits(item: Field, value: Any) -> bool:
    if item.kind is Kind.BOOL:
        return isinstance(value, bool)
    if item.kind in _NUMBERS:
        return type(value) is int
    if item.kind is Kind.REFERENCE:
        return isinstance(value, bytes)
    if item.kind in _COMPOUND:
        return isinstance(value, dict) and not _holds_bytes(value)
    return isinstance(value, str)


def _holds_bytes(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_bytes(item) for item in value.values())
    return isinstance(value, bytes)


def _grouped(
    row: Row, groups: dict[tuple[int, int, int], tuple[list[str], list[str]]], odd: Mapping[str, Any]
) -> list[Any]:
    """Return groups as they are stored: the largest one first, without what can be seen from the columns."""
    if not groups:
        return []
    largest = max(groups, key=lambda key: len(groups[key][0])) if len(groups) > 1 else next(iter(groups))
    present, dropped = groups.pop(largest)
    unseen = [name for name in present if name in odd or _is_unseen(name, row.registers[name].value)]
    return [[*largest, unseen, dropped], *([*key, *names] for key, names in groups.items())]


def _is_unseen(name: str, value: Any) -> bool:
    return value is None or (name == DELETED and value is False)


def _from_column(item: Field, value: Any) -> Any:
    if value is None:
        return None
    if item.kind is Kind.BOOL:
        return bool(value)
    return json.loads(value) if item.kind in _COMPOUND else value
