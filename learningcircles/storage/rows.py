"""A record between its registers and its row.

A row holds one column per declared field and `_stamps`: groups of registers that share (stamp, device, seq).
The first group is the largest one and does not name what can be seen from the columns, so that a record
written at once costs a dozen bytes. A value whose kind is not its column's is kept exactly in `odd` and its
column stays empty: it is shown as unreadable, never lost.

    _stamps = [[[stamp, device number, seq, [registers], [dropped elements]]…], {register: odd value}]
            | [stamp, device number, seq]      where there is one group, and all of it can be seen
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.journal.operations import DELETED

_COMPOUND = (Kind.LOCAL_TIME, Kind.ADDRESS, Kind.MONEY, Kind.COMPOUND)
_NUMBERS = (Kind.INTEGER, Kind.MINUTES, Kind.INSTANT)

UPKEEP = frozenset({"number", "former_number"})
"""The fields of a member that laptops write by themselves, whoever has added the member."""

Mark = tuple[int, int, int]
"""(stamp, device number, seq) of the write that stands in a register."""


class Register(NamedTuple):
    """The winning write of one register; `device` is this file's number for the device."""

    value: Any
    stamp: int
    device: int
    seq: int


@dataclass(slots=True)
class Row:
    """One record while it is folded: all its registers, those too that this version does not know.

    `entity` is the stored name (see `fold.stored_name`). `values` and `marks` have the same keys: registers. Records
    come by the ten thousand, and most of a record's registers share one mark: an object for each would cost more than
    the rest of folding. `disputed`: it has open writes, or may have. `written`: the registers that were written to
    since it was read.
    """

    number: int
    entity: str
    id: bytes
    values: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    stored: bool = False
    changed: bool = False
    text_changed: bool = False
    disputed: bool = False
    written: set[str] = field(default_factory=set)

    @property
    def registers(self) -> dict[str, Register]:
        """All registers with the writes that stand in them."""
        return {name: Register(value, *self.marks[name]) for name, value in self.values.items()}

    def register(self, name: str) -> Register | None:
        """Return the write that stands in a register, None where nobody has written to it."""
        mark = self.marks.get(name)
        return None if mark is None else Register(self.values[name], *mark)

    def put(self, name: str, register: Register) -> None:
        """Let a write stand in a register."""
        self.values[name] = register.value
        self.marks[name] = register[1:]
        self.written.add(name)


_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder().decode
_to_json = msgspec.json.Encoder().encode
_from_json = msgspec.json.Decoder().decode
_NO_GROUP: list[Any] = [0, 0, 0, [], []]


class Layout(NamedTuple):
    """Where an entity's fields stand: name → (column, the type of its plain values), and set fields' columns."""

    plain: dict[str, tuple[int, type]]
    many: dict[str, int]


class Packed(NamedTuple):
    """A record as columns: those of its fields, `_deleted`, `_stamps`; and the registers that have no column here."""

    fields: list[Any]
    deleted: int
    stamps: bytes
    unknown: list[str]


def pack(entity: Entity, row: Row) -> Packed:
    """Return a record's columns, and the registers that this version has none for."""
    layout = _layout(entity)
    fields: list[Any] = [None] * len(entity.fields)
    sets: dict[int, list[str]] = {}
    odd: dict[str, Any] = {}
    unknown: list[str] = []
    known = layout.plain
    for name, value in row.values.items():
        plain = known.get(name)
        if plain is None:
            _pack_other(name, value, layout, sets, odd, unknown)
            continue
        column, expected = plain
        if type(value) is not expected:
            if value is not None:
                odd[name] = value
        elif expected is not dict:
            fields[column] = value
        elif _holds_bytes(value):
            odd[name] = value
        else:
            fields[column] = compound_text(value)
    for column, elements in sets.items():
        fields[column] = _to_json(sorted(elements)).decode()
    deleted = row.values.get(DELETED) is True
    return Packed(fields, int(deleted), _pack(_stamps(_grouped(row, odd, unknown), odd)), unknown)


def columns_of(entity: Entity, registers: Iterable[str]) -> tuple[int, ...]:
    """Return the places of the fields that some registers belong to, in order."""
    layout = _layout(entity)
    plain = {layout.plain[name][0] for name in registers if name in layout.plain}
    return tuple(sorted(plain | {layout.many[f] for name in registers if (f := name.partition("/")[0]) in layout.many}))


def _pack_other(
    name: str, value: Any, layout: Layout, sets: dict[int, list[str]], odd: dict[str, Any], unknown: list[str]
) -> None:
    """Note a register that is no plain field: an element of a set, a removal, or what this version does not know."""
    field_name, mark, element = name.partition("/")
    column = layout.many.get(field_name) if mark else None
    if name == DELETED:
        if not isinstance(value, bool):
            odd[DELETED] = value
    elif column is None:
        unknown.append(name)
    elif value is True:
        sets.setdefault(column, []).append(element)


_layouts: dict[str, tuple[Entity, Layout]] = {}


def _layout(entity: Entity) -> Layout:
    held = _layouts.get(entity.name)
    if held is None or held[0] is not entity:
        numbered = list(enumerate(entity.fields))
        layout = Layout(
            {item.name: (column, _type_of(item)) for column, item in numbered if not item.many},
            {item.name: column for column, item in numbered if item.many},
        )
        _layouts[entity.name] = held = (entity, layout)
    return held[1]


def _type_of(item: Field) -> type:
    if item.kind is Kind.BOOL:
        return bool
    if item.kind in _NUMBERS:
        return int
    if item.kind is Kind.REFERENCE:
        return bytes
    return dict if item.kind in _COMPOUND else str


def unpack(entity: Entity, row: Row, columns: tuple[Any, ...]) -> None:
    """Fill a row's registers from its columns (as `pack` gave them, without n)."""
    groups, odd = _groups(columns[-1])
    values = _visible(entity, columns)
    first, *others = groups or [_NO_GROUP]
    marks: dict[str, Mark] = {}
    for stamp, device, seq, present, dropped in others:
        marks |= dict.fromkeys([*present, *dropped], (stamp, device, seq))
    stamp, device, seq, present, dropped = first
    marks = {**dict.fromkeys([*present, *dropped, *values], (stamp, device, seq)), **marks}
    for group in groups:
        values |= {name: odd.get(name, _empty(name)) for name in group[3] if name in odd or name not in values}
        values |= dict.fromkeys(group[4], False)
    row.values |= values
    row.marks |= marks
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
    fields = values_of(entity.fields, columns)
    odd = _groups(columns[-1])[1]
    return fields, bool(columns[-2]), frozenset(odd)


def values_of(fields: Sequence[Field], columns: Sequence[Any]) -> dict[str, Any]:
    """Return what stands in the columns of these fields; what follows them is left."""
    values: dict[str, Any] = {}
    for item, value in zip(fields, columns, strict=False):
        if item.many:
            values[item.name] = _from_json(value) if value else []
        else:
            values[item.name] = _from_column(item, value)
    return values


def removed_at(stamps: bytes) -> int:
    """Return the stamp of the removal of a record that is removed, from its `_stamps`."""
    return mark_of(stamps, DELETED)[0]


def mark_of(stamps: bytes, register: str) -> Mark:
    """Return which write stands in a register that holds a value, from its record's `_stamps`."""
    first, *others = _groups(stamps)[0] or [_NO_GROUP]
    stamp, device, seq, *_ = next((group for group in others if register in group[3]), first)
    return stamp, device, seq


def says_more(stamps: bytes) -> bool:
    """Return whether a record's `_stamps` names a register beside those of `UPKEEP`, which its columns do not show."""
    groups, odd = _groups(stamps)
    return bool(odd) or any(not UPKEEP.issuperset((*group[3], *group[4])) for group in groups)


def compound_text(value: Any) -> str:
    """Return the text that stands for a compound value in its column."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _holds_bytes(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_bytes(item) for item in value.values())
    return isinstance(value, bytes)


def _grouped(row: Row, odd: Mapping[str, Any], unknown: Collection[str]) -> list[Any]:
    """Return groups as they are stored: the largest one first, without what can be seen from the columns."""
    if not odd and not unknown and _is_written_at_once(row):
        return [[*next(iter(row.marks.values())), [], []]]
    marks = {name: mark for name, mark in row.marks.items() if name not in unknown} if unknown else row.marks
    groups: dict[Mark, tuple[list[str], list[str]]] = {mark: ([], []) for mark in marks.values()}
    if not groups:
        return []
    largest = next(iter(groups))
    if len(groups) > 1:
        sizes = Counter(mark for name, mark in marks.items() if not _is_dropped(name, row.values[name]))
        largest = max(groups, key=lambda mark: sizes[mark])
    for name, mark in marks.items():
        value = row.values[name]
        if _is_dropped(name, value):
            groups[mark][1].append(name)
        elif mark != largest or name in odd or _is_unseen(name, value):
            groups[mark][0].append(name)
    return [[*largest, *groups.pop(largest)], *([*mark, *names] for mark, names in groups.items())]


def _stamps(groups: list[Any], odd: dict[str, Any]) -> list[Any]:
    """Return groups and odd values in the shortest form."""
    return groups[0][:3] if len(groups) == 1 and not odd and not (groups[0][3] or groups[0][4]) else [groups, odd]


def _groups(stamps: bytes) -> tuple[list[Any], dict[str, Any]]:
    """Return groups and odd values as they were before `_stamps`."""
    held = _unpack(stamps)
    return ([[*held, [], []]], {}) if len(held) == 3 else (held[0], held[1])


def _is_written_at_once(row: Row) -> bool:
    """Return whether all registers share a mark and can be seen from the columns: of most records."""
    values = row.values.values()
    if None in values or False in values:  # or 0, which looks alike: it only takes the longer way
        return False
    marks = list(row.marks.values())
    return bool(marks) and marks.count(marks[0]) == len(marks)


def _is_dropped(name: str, value: Any) -> bool:
    return value is False and "/" in name


def _is_unseen(name: str, value: Any) -> bool:
    return value is None or (name == DELETED and value is False)


def _from_column(item: Field, value: Any) -> Any:
    if value is None:
        return None
    if item.kind is Kind.BOOL:
        return bool(value)
    return json.loads(value) if item.kind in _COMPOUND else value
