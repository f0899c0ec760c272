"""Changesets and the payload that carries them: `[devices, changesets]`.

`devices` lists the 16-byte ids that the payload speaks of; everything in it names a device by its place
there, never by roster index (which a losing branch of the roster would change). A changeset is
`[tick, author id or nil, action id, label, saw, ops]`; the `saw` of a payload's first changeset is complete,
later ones say what changed since their predecessor.

A payload may have a third part, what a redaction says again of others: `[device, seq, place, changeset]` each, with
the device, seq and place of the original and its whole `saw`. It counts only where the roster says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from learningcircles.codec import decode, decode_own, encode
from learningcircles.errors import InvalidValue
from learningcircles.journal import caps
from learningcircles.journal.operations import (
    ENTRY,
    EntryOp,
    Operation,
    from_folded,
    from_typed,
    from_wire,
    is_derived,
    to_wire,
)
from learningcircles.journal.operations import check as check_op
from learningcircles.journal.typed import Row, typed_payload, typed_row

MAX_DEVICES = 256
_FRAME_BYTES = 60
"""Tick, author, action and the lengths of label, `saw` and operations, at most."""
_SEEN_BYTES = 27
"""A device's id, its place and its seq, at most."""


class Changeset(NamedTuple):
    """One person's action, atomic. `saw`: device id → last seq of its log folded before writing."""

    tick: int
    author: bytes | None
    action: bytes
    label: str
    saw: dict[bytes, int]
    ops: tuple[Operation, ...]


class SetAside(NamedTuple):
    """A malformed changeset: it alone does not count; `place` is its position in the payload."""

    place: int
    reason: str


class Restated(NamedTuple):
    """A changeset as it stood at (device, seq, place) of an erased segment, without what was erased."""

    device: bytes
    seq: int
    place: int
    changeset: Changeset


def encode_payload(changesets: Sequence[Changeset], restated: Sequence[Restated] = ()) -> bytes:
    """Return the canonical bytes of a payload."""
    whole = [*changesets, *(row.changeset for row in restated)]
    named = {device for changeset in whole for device in changeset.saw} | {row.device for row in restated}
    devices = sorted(named)
    places = {device: place for place, device in enumerate(devices)}
    again = [[places[row.device], row.seq, row.place, _row(row.changeset, places)] for row in restated]
    return encode([devices, [_row(changeset, places) for changeset in changesets], *([again] if again else [])])


def decode_payload(data: bytes) -> list[Changeset | SetAside]:
    """Return a payload's changesets, malformed ones set aside alone.

    Raises Unreadable or InvalidValue when the payload as a whole is malformed.
    """
    payload = typed_payload(data)
    if payload is not None:
        _check_devices(payload.devices)
        return [_read_typed(place, row, payload.devices) for place, row in enumerate(payload.rows)]
    devices, rows, _ = _parts(data)
    return [_read(place, row, devices) for place, row in enumerate(rows)]


class FoldedPayload:
    """A payload that has been decoded and folded before: each changeset of it is read when it is asked for.

    One that was folded keeps the caps: nothing of it is judged once more.
    """

    def __init__(self, data: bytes) -> None:
        self._parts = _unopened(data)

    def at(self, place: int) -> Changeset | None:
        """Return the changeset at a place; None where there is none, or a malformed one."""
        if place >= len(self._parts.rows):
            return None
        row = typed_row(self._parts.rows[place])
        if row is not None and all(0 <= device < len(self._parts.devices) for device, _ in row.saw):
            saw = {self._parts.devices[device]: seq for device, seq in row.saw}
            return Changeset(row.tick, row.author, row.action, row.label, saw, tuple(map(from_folded, row.ops)))
        found = _read(place, decode_own(self._parts.rows[place]), self._parts.devices)
        return found if isinstance(found, Changeset) else None


class _Unopened(msgspec.Struct, array_like=True):
    devices: list[bytes]
    rows: list[msgspec.Raw]
    restated: list[msgspec.Raw] = []


_unopened = msgspec.msgpack.Decoder(_Unopened).decode


def decode_restated(data: bytes) -> list[Restated]:
    """Return what a payload restates, without what is malformed. Raises as `decode_payload`."""
    devices, _, rows = _parts(data)
    return [row for row in (_read_restated(row, devices) for row in rows) if row is not None]


def pack_ops(ops: Sequence[Operation]) -> bytes:
    """Return the canonical bytes of a changeset's operations."""
    return encode([to_wire(op) for op in ops])


def encode_alone(changeset: Changeset, packed: bytes) -> bytes:
    """Return the payload that holds this changeset alone; `packed`: its operations, packed already."""
    devices = sorted(changeset.saw)
    saw = [[place, changeset.saw[device]] for place, device in enumerate(devices)]
    row = [changeset.tick, changeset.author, changeset.action, changeset.label, saw, msgspec.Raw(packed)]
    return encode([devices, [row]])


def join_payloads(parts: Iterable[bytes]) -> tuple[bytes, int]:
    """Return the payload that holds what payloads of our own hold, one after the other, and the highest stamp in it.

    The first one's `saw` is complete, each later one's says what changed since its predecessor.
    """
    payloads = [decode_own(part) for part in parts]
    devices = sorted({device for known, _ in payloads for device in known})
    places = {device: place for place, device in enumerate(devices)}
    rows: list[Any] = []
    stamps: list[int] = []
    for known, some in payloads:
        for row in some:
            row[4] = sorted([places[known[place]], seq] for place, seq in row[4])
            stamps += [row[0], *(stamp for op in row[5] if op[0] != ENTRY for stamp in op[-1].values())]
        rows += some
    return encode([devices, rows]), max(stamps)


def size_of(changeset: Changeset, packed: bytes | None = None) -> int:
    """Return about how many bytes the changeset takes in a payload: an upper bound. `packed`: its operations."""
    ops = len(pack_ops(changeset.ops) if packed is None else packed)
    return ops + len(changeset.label.encode()) + _FRAME_BYTES + _SEEN_BYTES * len(changeset.saw)


def check(changeset: Changeset) -> None:
    """Refuse a changeset of ours that receivers would set aside: caps, and settlements that do not balance."""
    if len(changeset.ops) > caps.OPERATIONS:
        raise caps.bad("one action holds more than 1,000 steps")
    for op in changeset.ops:
        check_op(op)
    _check_entries(changeset.ops)


def _parts(data: bytes) -> tuple[list[bytes], list[Any], list[Any]]:
    payload = decode(data)
    if not isinstance(payload, list) or len(payload) not in (2, 3) or not all(isinstance(p, list) for p in payload):
        raise caps.bad("a payload is malformed")
    devices, rows = payload[:2]
    _check_devices(devices)
    return devices, rows, payload[2] if len(payload) == 3 else []


def _check_devices(devices: list[Any]) -> None:
    if len(devices) > MAX_DEVICES:
        raise caps.bad("a payload names too many devices")
    for device in devices:
        caps.check_id(device)


def _read_restated(row: Any, devices: list[bytes]) -> Restated | None:
    if not isinstance(row, list) or len(row) != 4 or not all(type(number) is int for number in row[:3]):
        return None
    device, seq, place, packed = row
    in_range = 0 <= device < len(devices) and 1 <= seq <= caps.MAX_SEQ and 0 <= place < caps.OPERATIONS
    changeset = _read(place, packed, devices)
    return Restated(devices[device], seq, place, changeset) if in_range and isinstance(changeset, Changeset) else None


def _row(changeset: Changeset, places: dict[bytes, int]) -> list[Any]:
    saw = sorted([places[device], seq] for device, seq in changeset.saw.items())
    ops = [to_wire(op) for op in changeset.ops]
    return [changeset.tick, changeset.author, changeset.action, changeset.label, saw, ops]


def _read(place: int, row: Any, devices: list[bytes]) -> Changeset | SetAside:
    try:
        return _changeset(row, devices)
    except InvalidValue as error:
        return SetAside(place, str(error))


def _read_typed(place: int, row: Row, devices: list[bytes]) -> Changeset | SetAside:
    try:
        return _checked((row.tick, row.author, row.action, row.label, row.saw, row.ops), devices, from_typed)
    except InvalidValue as error:
        return SetAside(place, str(error))


def _changeset(row: Any, devices: list[bytes]) -> Changeset:
    if not isinstance(row, list) or len(row) != 6:
        raise caps.bad("a changeset is malformed")
    return _checked(row, devices, from_wire)


def _checked(row: Iterable[Any], devices: list[bytes], read: Callable[[Any], Operation]) -> Changeset:
    tick, author, action, label, saw, ops = row
    caps.check_stamp(tick)
    if author is not None:
        caps.check_id(author)
    caps.check_id(action)
    if not isinstance(label, str) or len(label) > 1000 or not isinstance(ops, list):
        raise caps.bad("a changeset is malformed")
    if len(ops) > caps.OPERATIONS:
        raise caps.bad("one action holds more than 1,000 steps")
    operations = tuple([read(op) for op in ops])
    _check_entries(operations)
    return Changeset(tick, author, action, label, _saw(saw, devices), operations)


def _saw(rows: Any, devices: list[bytes]) -> dict[bytes, int]:
    if not isinstance(rows, list) or len(rows) > MAX_DEVICES:
        raise caps.bad("what a changeset saw is malformed")
    return dict(_seen(row, devices) for row in rows)


def _seen(row: Any, devices: list[bytes]) -> tuple[bytes, int]:
    if not isinstance(row, list | tuple) or len(row) != 2:
        raise caps.bad("what a changeset saw is malformed")
    place, seq = row
    if type(place) is not int or type(seq) is not int:
        raise caps.bad("what a changeset saw is malformed")
    if not 0 <= place < len(devices) or not 0 <= seq <= caps.MAX_SEQ:
        raise caps.bad("what a changeset saw is malformed")
    return devices[place], seq


def _check_entries(ops: Sequence[Operation]) -> None:
    for op in ops:
        if isinstance(op, EntryOp):
            if sum(minutes for _, minutes in op.legs) != 0:
                raise caps.bad("the minutes of a settlement do not sum to zero")
            if not is_derived(op):
                raise caps.bad("a settlement's id does not follow from what it moves")
