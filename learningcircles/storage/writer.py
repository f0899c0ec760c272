"""Writing this laptop's own changesets: tick, seq and own stamps are settled inside the transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from learningcircles import clock
from learningcircles.codec import decode, encode
from learningcircles.entities.declare import Space
from learningcircles.errors import InvalidValue
from learningcircles.journal import caps
from learningcircles.journal.changeset import Changeset, size_of
from learningcircles.journal.operations import ElementsOp, EntryOp, Operation, SetOp, to_wire
from learningcircles.storage.connect import Connection
from learningcircles.storage.fold import Fold
from learningcircles.storage.journal import ChangesetRow, Journal
from learningcircles.storage.logs import Logs

SEGMENT_BYTES = caps.CHANGESET_BYTES - 8192
"""A segment is begun anew before it reaches its cap: the list of devices needs room too."""
_ALONE_BYTES = caps.CHANGESET_BYTES - 16384
_LABEL_LETTERS = 200


class Meta:
    """Small facts of this file: clock, open segments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def number(self, key: str) -> int:
        """Return a number, 0 at first."""
        row = self._connection.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        return int(row[0]) if row else 0

    def put(self, key: str, value: int | bytes | str) -> None:
        """Keep a value."""
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def data(self, key: str) -> bytes:
        """Return bytes, empty at first."""
        row = self._connection.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        return bytes(row[0]) if row else b""


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

    def __init__(self, connection: Connection) -> None:
        self._meta = Meta(connection)
        self._held: dict[int, Slot] = {}

    def get(self, space: int) -> Slot:
        """Return the open segment of a space."""
        if space not in self._held:
            packed = self._meta.data(f"open{space}")
            seq, ops, size, places, saw = decode(packed) if packed else (0, 0, 0, 0, [])
            self._held[space] = Slot(seq, ops, size, places, dict(saw))
        return self._held[space]

    def set(self, space: int, seq: int, place: int, changeset: Changeset) -> None:
        """Note that a changeset (its `saw` complete) has taken a place."""
        slot = self.get(space)
        if seq != slot.seq:
            slot.seq, slot.ops, slot.size = seq, 0, 0
        slot.ops += len(changeset.ops)
        slot.size += size_of(changeset)
        slot.places, slot.saw = place + 1, changeset.saw

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

    def __init__(self, connection: Connection, journal: Journal, fold: Fold, device: bytes) -> None:
        self.connection = connection
        self.journal = journal
        self.fold = fold
        self.meta = Meta(connection)
        self.device = journal.numbers.of(device)
        self._logs = Logs(connection, journal.numbers)
        self.begin()

    def begin(self) -> None:
        """Forget what another program may have changed since."""
        self.slots = Slots(self.connection)
        self._own_tick: int | None = None
        self._stored: dict[int, int] = {}
        self._seen: dict[int, dict[bytes, int]] = {}

    def save(self) -> None:
        """Write down clock and open segments."""
        self.slots.save()
        if self._own_tick is not None:
            self.meta.put("own_tick", self._own_tick)
        self._own_tick = None

    def tick(self, now_ms: int) -> int:
        """Return the next tick; raises nothing, whatever the wall clock says."""
        if self._own_tick is None:
            self._own_tick = self.meta.number("own_tick")
        self._own_tick = clock.next_tick(now_ms, self._own_tick, self.meta.number("seen_tick"))
        return self._own_tick

    def write(
        self, space: int, ops: Sequence[Operation], *, now_ms: int, author: bytes | None, action: bytes, label: str
    ) -> None:
        """Write one changeset, whose operations have been checked, and fold it. Raises InvalidValue over the cap."""
        if space == Space.CATALOGUE:
            author, label = None, ""  # the catalogue is readable by anybody
        tick = self.tick(now_ms)
        stamped = tuple(self._stamp(op, tick) for op in ops)
        seen = self._saw(space)
        changeset = Changeset(tick, author, action, label[:_LABEL_LETTERS], seen, stamped)
        seq, place, before = self._place(space, changeset)
        whole = changeset._replace(saw={**before, **seen})
        news = {device: n for device, n in whole.saw.items() if before.get(device) != n}
        row = ChangesetRow(0, space, self.device, seq, place, tick, author, action, changeset.label)
        n = self.journal.add_changeset(row, whole.saw if news or not place else None)
        self.journal.add_tail(n, changeset._replace(saw=news))
        self.slots.set(space, seq, place, whole)
        self.fold.apply(
            row._replace(n=n), stamped, {self.journal.numbers.of(device): n for device, n in whole.saw.items()}
        )
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

    def _place(self, space: int, changeset: Changeset) -> tuple[int, int, dict[bytes, int]]:
        """Return (seq, place, what the changeset before it in the segment had seen)."""
        if space not in self._stored:
            self._stored[space] = self._logs.get(space, self.device).stored
        slot, more = self.slots.get(space), size_of(changeset)
        if more > _ALONE_BYTES:
            raise InvalidValue("too_large", "This is too much for one action. Do it in smaller parts.")
        if slot.seq <= self._stored[space]:
            return self._stored[space] + 1, 0, {}
        full = slot.ops + len(changeset.ops) > caps.OPERATIONS or slot.size + more > SEGMENT_BYTES
        return (slot.seq + 1, 0, {}) if full else (slot.seq, slot.places, slot.saw)

    def _stamp(self, op: Operation, tick: int) -> Operation:
        """Give fields whose current stamp is at or above the tick one of their own, just above it."""
        if isinstance(op, EntryOp):
            return op
        row = self.fold.row(op.entity, op.id)
        if not row.registers:
            return op
        names = op.fields.keys() if isinstance(op, SetOp) else op.elements
        prefix = "" if isinstance(op, SetOp) else f"{op.field}/"
        own = {}
        for name in names:
            held = row.registers.get(prefix + name)
            if held is not None and held.stamp >= tick:
                own[name] = min(held.stamp + 1, clock.MAX_STAMP)
        return _with_own(op, own)


def in_portions(ops: Sequence[Operation], most_bytes: int = _ALONE_BYTES // 2) -> Iterator[list[Operation]]:
    """Cut operations into changesets that keep under the caps; one operation alone always fits."""
    portion: list[Operation] = []
    size = 0
    for op in ops:
        more = _size(op)
        if portion and (len(portion) >= caps.OPERATIONS or size + more > most_bytes):
            yield portion
            portion, size = [], 0
        portion.append(op)
        size += more
    if portion:
        yield portion


def _size(op: Operation) -> int:
    return len(encode(to_wire(op)))


def _with_own(op: SetOp | ElementsOp, own: dict[str, int]) -> SetOp | ElementsOp:
    return op._replace(own=own) if own else op
