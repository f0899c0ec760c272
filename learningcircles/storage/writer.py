"""Writing this laptop's own changesets: tick, seq and own stamps are settled inside the transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from learningcircles import clock
from learningcircles.codec import decode, encode
from learningcircles.entities.declare import Space
from learningcircles.errors import InvalidValue
from learningcircles.journal import caps
from learningcircles.journal.changeset import Changeset, encode_alone, pack_ops, size_of
from learningcircles.journal.operations import EntryOp, Operation, SetOp
from learningcircles.storage.fold import Fold
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import Logs
from learningcircles.storage.meta import Meta

SEGMENT_BYTES = caps.CHANGESET_BYTES - 8192
"""A segment is begun anew before it reaches its cap: the list of devices needs room too."""
_ALONE_BYTES = caps.CHANGESET_BYTES - 16384
_LABEL_LETTERS = 200


@dataclass(slots=True)
class Slot:
    """The open segment of one space: how full it is, and what its last changeset had seen."""

    seq: int = 0
    ops: int = 0
    size: int = 0
    places: int = 0
    saw: dict[bytes, int] = field(default_factory=dict)


class Slots:
    """The open segments of this laptop's logs, kept in memory while a transaction writes."""

    def __init__(self, meta: Meta) -> None:
        self._meta = meta
        self._held: dict[int, Slot] = {}

    def get(self, space: int) -> Slot:
        """Return the open segment of a space."""
        if space not in self._held:
            packed = self._meta.data(f"open{space}")
            seq, ops, size, places, saw = decode(packed) if packed else (0, 0, 0, 0, [])
            self._held[space] = Slot(seq, ops, size, places, dict(saw))
        return self._held[space]

    def set(self, space: int, seq: int, place: int, ops: int, saw: dict[bytes, int], size: int) -> None:
        """Note that a changeset (its `saw` complete) of so many operations and bytes has taken a place."""
        slot = self.get(space)
        if seq != slot.seq:
            slot.seq, slot.ops, slot.size = seq, 0, 0
        slot.ops += ops
        slot.size += size
        slot.places, slot.saw = place + 1, saw

    def empty(self, space: int) -> None:
        """Begin a space's open segment from nothing: its tail is written anew."""
        self._held[space] = Slot()

    def save(self) -> None:
        """Write the open segments down."""
        for space, slot in self._held.items():
            saw = sorted([device, seq] for device, seq in slot.saw.items())
            self._meta.put(f"open{space}", encode([slot.seq, slot.ops, slot.size, slot.places, saw]))
        self._held.clear()


class Writer:
    """Appends changesets of one device to the open tail and folds them.

    `begin` and `save` frame each transaction: in between, clock and open segments live in memory.
    """

    def __init__(self, journal: Journal, fold: Fold, meta: Meta, device: bytes) -> None:
        self.connection = journal.connection
        self.journal = journal
        self.fold = fold
        self.meta = meta
        self.device = journal.numbers.of(device)
        self._logs = Logs(journal.connection, journal.numbers)
        self.written = 0
        self._reset()

    def begin(self, full: Iterable[int] = ()) -> None:
        """A transaction has begun: another program may have changed everything since the last one.

        `full`: the spaces where a part of it that stays has begun a new segment.
        """
        self._reset()
        self._full.update(full)
        self.meta.begin()

    def forget(self) -> None:
        """Forget what memory holds of a transaction."""
        self._reset()
        self.meta.forget()

    def _reset(self) -> None:
        self.slots = Slots(self.meta)
        self._own_tick: int | None = None
        self._stored: dict[int, int] = {}
        self._seen: dict[int, dict[bytes, int]] = {}
        self._full: set[int] = set()

    def full(self) -> dict[int, int]:
        """Return space → seq of its open segment, where this transaction has begun a new one because one was full."""
        return {space: self.slots.get(space).seq for space in sorted(self._full)}

    def save(self) -> None:
        """Write down clock and open segments; the transaction ends."""
        self.slots.save()
        if self._own_tick is not None:
            self.meta.put("own_tick", self._own_tick)
        self._own_tick = None
        self.meta.save()

    def tick(self, now_ms: int) -> int:
        """Return the next tick; raises nothing, whatever the wall clock says."""
        if self._own_tick is None:
            self._own_tick = self.meta.number("own_tick")
        self._own_tick = clock.next_tick(now_ms, self._own_tick, self.meta.number("seen_tick"))
        return self._own_tick

    def write(
        self, space: int, portion: Portion, *, now_ms: int, author: bytes | None, action: bytes, label: str
    ) -> None:
        """Write one changeset, whose operations have been checked, and fold it. Raises InvalidValue over the cap."""
        if space == Space.CATALOGUE:
            author, label = None, ""  # the catalogue is readable by anybody
        self.written += 1
        tick = self.tick(now_ms)
        stamped = tuple([self._stamp(op, tick) for op in portion.ops])
        as_they_were = all(op is before for op, before in zip(stamped, portion.ops, strict=True))
        what = (tick, author, action, label[:_LABEL_LETTERS])
        changeset = Changeset(*what, self._saw(space), stamped)
        packed = portion.packed if as_they_were else pack_ops(stamped)
        size = size_of(changeset, packed)
        seq, place, before = self._place(space, len(stamped), size)
        saw = {**before, **changeset.saw}
        news = {device: n for device, n in saw.items() if before.get(device) != n}
        row = self.journal.add_changeset(space, self.device, seq, place, what, saw if news or not place else None)
        self.journal.add_tail(row.n, encode_alone(Changeset(*what, news, stamped), packed))
        self.slots.set(space, seq, place, len(stamped), saw, size)
        self.fold.apply(row, stamped, {self.journal.numbers.of(device): n for device, n in saw.items()})
        # Fields that outbid a wrong clock carry stamps of their own; the tick does not follow them.
        self._own_tick = tick

    def _saw(self, space: int) -> dict[bytes, int]:
        if space == Space.CATALOGUE:
            return {}
        if space not in self._seen:
            rows = self.connection.execute(
                "SELECT device, folded FROM log WHERE space=? AND device<>? AND folded>0", (space, self.device)
            ).fetchall()
            self._seen[space] = {self.journal.numbers.id_of(device): folded for device, folded in rows}
        return self._seen[space]

    def _place(self, space: int, ops: int, size: int) -> tuple[int, int, dict[bytes, int]]:
        """Return (seq, place, what the changeset before it in the segment had seen)."""
        if space not in self._stored:
            self._stored[space] = self._logs.get(space, self.device).stored
        if size > _ALONE_BYTES:
            raise InvalidValue("too_large", "This is too much for one action. Do it in smaller parts.")
        slot = self.slots.get(space)
        if slot.seq <= self._stored[space]:
            return self._stored[space] + 1, 0, {}
        if slot.ops + ops > caps.OPERATIONS or slot.size + size > SEGMENT_BYTES:
            self._full.add(space)
            return slot.seq + 1, 0, {}
        return slot.seq, slot.places, slot.saw

    def _stamp(self, op: Operation, tick: int) -> Operation:
        """Give fields whose current stamp is at or above the tick one of their own, just above it."""
        if isinstance(op, EntryOp):
            return op
        row = self.fold.row(op.entity, op.id)
        if not row.marks:
            return op
        names = op.fields.keys() if isinstance(op, SetOp) else op.elements
        prefix = "" if isinstance(op, SetOp) else f"{op.field}/"
        own = {}
        for name in names:
            held = row.marks.get(prefix + name)
            if held is not None and held[0] >= tick:
                own[name] = clock.outbid(held[0], clock.milliseconds(tick))
        return op._replace(own=own) if own else op


class Portion(NamedTuple):
    """Operations of one changeset, and their bytes without stamps of their own."""

    ops: Sequence[Operation]
    packed: bytes


def in_portions(ops: Sequence[Operation], most_bytes: int = _ALONE_BYTES // 2) -> Iterator[Portion]:
    """Cut operations into changesets that keep under the caps; one operation alone always fits."""
    packed = pack_ops(ops)
    if len(ops) <= caps.OPERATIONS and len(packed) <= most_bytes:
        yield Portion(ops, packed)
        return
    portion: list[Operation] = []
    size = 0
    for op in ops:
        more = len(pack_ops([op]))
        if portion and (len(portion) >= caps.OPERATIONS or size + more > most_bytes):
            yield Portion(portion, pack_ops(portion))
            portion, size = [], 0
        portion.append(op)
        size += more
    if portion:
        yield Portion(portion, pack_ops(portion))
