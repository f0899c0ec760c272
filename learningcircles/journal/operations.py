"""Operations: the smallest steps of a changeset, and what they look like on the wire.

    [0, entity, id, {field: value}, {field: own stamp}]                                      set
    [1 | 2, entity, id, field, [elements], {element: own stamp}]                             add, drop
    [3, settlement, kind, source id, round, reverses or nil, [[account, minutes]…], date]    entry

Deleting is setting the register `#deleted`. Own stamps stand only where they differ from the tick.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.journal import caps, typed
from learningcircles.journal.caps import Value

DELETED = "#deleted"
SET, ADD, DROP, ENTRY = 0, 1, 2, 3


class SetOp(NamedTuple):
    """Set fields of a record; `own` holds the stamps of fields that differ from the changeset's tick."""

    entity: str
    id: bytes
    fields: dict[str, Value]
    own: dict[str, int]


class ElementsOp(NamedTuple):
    """Add elements to, or drop them from, a set field; each element is a register of its own."""

    adds: bool
    entity: str
    id: bytes
    field: str
    elements: list[str]
    own: dict[str, int]


class EntryOp(NamedTuple):
    """Move minutes between accounts; `legs` sum to zero."""

    settlement: bytes
    kind: str
    source: bytes
    round: int
    reverses: bytes | None
    legs: tuple[tuple[bytes, int], ...]
    date: str


Operation = SetOp | ElementsOp | EntryOp


def to_wire(op: Operation) -> list[Any]:
    """Return the operation as the list that is encoded."""
    if isinstance(op, SetOp):
        return [SET, op.entity, op.id, op.fields, op.own]
    if isinstance(op, ElementsOp):
        return [ADD if op.adds else DROP, op.entity, op.id, op.field, op.elements, op.own]
    legs = [list(leg) for leg in op.legs]
    return [ENTRY, op.settlement, op.kind, op.source, op.round, op.reverses, legs, op.date]


def from_wire(row: Any) -> Operation:
    """Return the operation of a decoded list; raises InvalidValue when its structure or a cap is broken."""
    if not isinstance(row, list) or not row or isinstance(row[0], bool):
        raise caps.bad("an operation is malformed")
    if row[0] == SET and len(row) == 5:
        return _set(*row[1:])
    if row[0] in (ADD, DROP) and len(row) == 6:
        return _elements(row[0] == ADD, *row[1:])
    if row[0] == ENTRY and len(row) == 8:
        return _entry(*row[1:])
    raise caps.bad("an operation is of an unknown kind")


def from_typed(op: typed.Op) -> Operation:
    """Return the operation of one that was read with its types; raises InvalidValue when a cap is broken."""
    if isinstance(op, typed.Set):
        return _set(op.entity, op.id, op.fields, op.own)
    if isinstance(op, typed.Entry):
        legs = [list(leg) for leg in op.legs]
        return _entry(op.settlement, op.kind, op.source, op.round, op.reverses, legs, op.date)
    return _elements(isinstance(op, typed.Add), op.entity, op.id, op.field, op.elements, op.own)


def from_folded(op: typed.Op) -> Operation:
    """Return the operation of one that was checked when it was folded."""
    if isinstance(op, typed.Set):
        return SetOp(op.entity, op.id, op.fields, op.own)
    if isinstance(op, typed.Entry):
        return EntryOp(op.settlement, op.kind, op.source, op.round, op.reverses, tuple(op.legs), op.date)
    return ElementsOp(isinstance(op, typed.Add), op.entity, op.id, op.field, op.elements, op.own)


def is_derived(op: EntryOp) -> bool:
    """Return whether an entry is what its id says: of one id the legs are the same, whoever wrote it.

    A reversal says the source and the round of its target and its legs the other way round, so that it can be told
    from itself, whether or not the target is here, that it takes back this one and no more.
    """
    if op.reverses is None:
        return op.settlement == ids.settlement(op.source, op.round, op.legs)
    legs = [(account, -minutes) for account, minutes in op.legs]
    target = ids.settlement(op.source, op.round, legs)
    return op.reverses == target and op.settlement == ids.reversal(target)


def check(op: Operation) -> None:
    """Refuse an operation of ours that a receiver would refuse."""
    if isinstance(op, SetOp):
        _set(*op)
    elif isinstance(op, ElementsOp):
        _elements(*op)
    else:
        from_wire(to_wire(op))


def _set(entity: Any, record: Any, fields: Any, own: Any) -> SetOp:
    caps.check_entity(entity)
    caps.check_id(record)
    if not isinstance(fields, dict) or not 0 < len(fields) <= caps.FIELDS:
        raise caps.bad("a record has no fields or more than 64 at once")
    caps.check_names(tuple(fields))
    caps.check_values(fields.values())
    _check_own(own, fields)
    return SetOp(entity, record, fields, own)


def _elements(adds: bool, entity: Any, record: Any, field: Any, elements: Any, own: Any) -> ElementsOp:
    caps.check_entity(entity)
    caps.check_id(record)
    caps.check_name(field)
    if not isinstance(elements, list) or not 0 < len(elements) <= caps.FIELDS:
        raise caps.bad("a list has no entries or more than 64 at once")
    for element in elements:
        caps.check_element(element)
    _check_own(own, elements)
    return ElementsOp(adds, entity, record, field, elements, own)


def _check_own(own: Any, known: Any) -> None:
    if own == {}:
        return
    if not isinstance(own, dict) or not all(name in known for name in own):
        raise caps.bad("a time stamp belongs to no field")
    for stamp in own.values():
        caps.check_stamp(stamp)


def _entry(settlement: Any, kind: Any, source: Any, round_: Any, reverses: Any, legs: Any, date: Any) -> EntryOp:
    caps.check_id(settlement)
    caps.check_name(kind)
    caps.check_id(source)
    if isinstance(round_, bool) or not isinstance(round_, int) or not 0 <= round_ <= caps.MAX_SEQ:
        raise caps.bad("a settlement's round is out of range")
    if reverses is not None:
        caps.check_id(reverses)
    if not isinstance(date, str) or len(date) > 40:
        raise caps.bad("a settlement's date is malformed")
    return EntryOp(settlement, kind, source, round_, reverses, _legs(legs), date)


def _legs(legs: Any) -> tuple[tuple[bytes, int], ...]:
    if not isinstance(legs, list) or not 2 <= len(legs) <= caps.LEGS:
        raise caps.bad("a settlement has fewer than 2 or more than 200 parts")
    return tuple(_leg(leg) for leg in legs)


def _leg(leg: Any) -> tuple[bytes, int]:
    if not isinstance(leg, list) or len(leg) != 2:
        raise caps.bad("a part of a settlement is malformed")
    account, minutes = leg
    caps.check_id(account)
    if isinstance(minutes, bool) or not isinstance(minutes, int) or abs(minutes) > caps.MINUTES:
        raise caps.bad("a settlement's minutes are out of range")
    return account, minutes
