"""A record between its registers and its row.

A row holds one column per declared field and `_stamps`: groups of registers that share (stamp, device, seq),
so that a record written at once costs one group. A value whose kind is not its column's is kept exactly in
`odd` and its column stays empty: it is shown as unreadable, never lost.

    _stamps = [[[stamp, device number, seq, [registers], [dropped elements]]…], {register: odd value}]
"""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
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


def pack(entity: Entity, row: Row, unknown: AbstractSet[str] = frozenset()) -> tuple[Any, ...]:
    """Return the columns of a row: n, fields…, _deleted, _stamps. Registers in `unknown` are left out."""
    odd: dict[str, Any] = {}
    columns = [_column(row, item, odd) for item in entity.fields]
    deleted = row.registers.get(DELETED)
    is_deleted = deleted is not None and deleted.value is True
    if deleted is not None and not isinstance(deleted.value, bool):
        odd[DELETED] = deleted.value
    return (
        row.number,
        *columns,
        int(is_deleted),
        _pack([_groups(row, odd, unknown), odd]),
    )


def unpack(entity: Entity, row: Row, columns: tuple[Any, ...]) -> None:
    """Fill a row's registers from its columns (as `pack` gave them, without n)."""
    groups, odd = _unpack(columns[-1])
    values = dict(zip((item.name for item in entity.fields), columns, strict=False))
    for stamp, device, seq, present, dropped in groups:
        for register in present:
            value = _value(entity, register, values, columns[-2], odd)
            row.registers[register] = Register(value, stamp, device, seq)
        for register in dropped:
            row.registers[register] = Register(False, stamp, device, seq)
    row.stored = True


def fields_of(entity: Entity, columns: tuple[Any, ...]) -> tuple[dict[str, Any], bool, frozenset[str]]:
    """Return (fields, deleted, unreadable) of a stored row without its stamps: what screens and scripts show."""
    fields: dict[str, Any] = {}
    for item, value in zip(entity.fields, columns, strict=False):
        if item.many:
            fields[item.name] = json.loads(value) if value else []
        else:
            fields[item.name] = _from_column(item, value)
    odd = _unpack(columns[-1])[1]
    return fields, bool(columns[-2]), frozenset(odd)


def _column(row: Row, item: Field, odd: dict[str, Any]) -> Any:
    if item.many:
        return _elements(row, item)
    register = row.registers.get(item.name)
    if register is None or register.value is None:
        return None
    if not _fits(item, register.value):
        odd[item.name] = register.value
        return None
    value = register.value
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if item.kind in _COMPOUND else value


def _elements(row: Row, item: Field) -> str | None:
    prefix = item.name + "/"
    held = [name[len(prefix) :] for name, r in row.registers.items() if name.startswith(prefix) and r.value is True]
    return json.dumps(sorted(held), ensure_ascii=False) if held else None


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


def _groups(row: Row, odd: dict[str, Any], unknown: AbstractSet[str]) -> list[Any]:
    groups: dict[tuple[int, int, int], tuple[list[str], list[str]]] = {}
    for name, register in row.registers.items():
        if name in unknown:
            continue
        present, dropped = groups.setdefault((register.stamp, register.device, register.seq), ([], []))
        if "/" in name and register.value is False:
            dropped.append(name)
        elif "/" in name and register.value is not True:
            present.append(name)
            odd[name] = register.value
        else:
            present.append(name)
    return [[*key, present, dropped] for key, (present, dropped) in groups.items()]


def _value(
    entity: Entity,
    register: str,
    values: dict[str, Any],
    deleted: Any,
    odd: dict[str, Any],
) -> Any:
    if register in odd:
        return odd[register]
    if register == DELETED:
        return bool(deleted)
    if "/" in register:
        return True
    item = entity.field(register)
    return _from_column(item, values.get(register)) if item else None


def _from_column(item: Field, value: Any) -> Any:
    if value is None:
        return None
    if item.kind is Kind.BOOL:
        return bool(value)
    return json.loads(value) if item.kind in _COMPOUND else value
