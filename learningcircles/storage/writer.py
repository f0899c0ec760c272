"""Writing this laptop's own changesets: tick, seq and own stamps are settled inside the transaction."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles import clock
from learningcircles.codec import decode, encode
from learningcircles.errors import InvalidValue
from learningcircles.journal import caps
from learningcircles.journal.changeset import Changeset, check, size_of
from learningcircles.journal.operations import ElementsOp, EntryOp, Operation, SetOp
from learningcircles.journal.segment import highest_stamp
from learningcircles.storage.connect import Connection
from learningcircles.storage.fold import Fold
from learningcircles.storage.journal import ChangesetRow, Journal


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


class Writer:
    """Appends changesets of one device to the open tail and folds them."""

    def __init__(self, connection: Connection, journal: Journal, fold: Fold, device: bytes) -> None:
        self.connection = connection
        self.journal = journal
        self.fold = fold
        self.meta = Meta(connection)
        self.device = journal.numbers.of(device)

    def tick(self, now_ms: int) -> int:
        """Return the next tick; raises nothing, whatever the wall clock says."""
        tick = clock.next_tick(now_ms, self.meta.number("own_tick"), self.meta.number("seen_tick"))
        self.meta.put("own_tick", tick)
        return tick

    def write(
        self, space: int, ops: Sequence[Operation], *, now_ms: int, author: bytes | None, action: bytes, label: str
    ) -> None:
        """Write one changeset and fold it. Raises InvalidValue where a cap is broken."""
        if space == 2:
            author, label = None, ""  # the catalogue is readable by anybody
        tick = self.tick(now_ms)
        stamped = tuple(self._stamp(op, tick) for op in ops)
        seen = self._seen(space)
        changeset = Changeset(tick, author, action, label[:200], seen if space != 2 else {}, stamped)
        check(changeset)
        seq, place, first = self._slot(space, changeset)
        saw = {self.journal.numbers.of(device): n for device, n in seen.items()}
        kept, indexed = changeset, changeset.saw
        if not first:
            last = dict(decode(self.meta.data(f"saw{space}")))
            kept = changeset._replace(saw={d: n for d, n in changeset.saw.items() if last.get(d.hex()) != n})
        self.meta.put(f"saw{space}", encode({device.hex(): n for device, n in changeset.saw.items()}))
        row = ChangesetRow(0, space, self.device, seq, place, tick, author, action, changeset.label)
        n = self.journal.add_changeset(row, indexed if first or kept.saw else None)
        self.journal.add_tail(n, kept)
        self.fold.apply(row._replace(n=n), stamped, saw)
        if highest_stamp(changeset) > tick:
            self.meta.put("own_tick", max(tick, min(highest_stamp(changeset), clock.MAX_STAMP)))

    def _seen(self, space: int) -> dict[bytes, int]:
        rows = self.connection.execute(
            "SELECT device, folded FROM log WHERE space=? AND device<>? AND folded>0", (space, self.device)
        )
        return {self.journal.numbers.id_of(device): folded for device, folded in rows}

    def _slot(self, space: int, changeset: Changeset) -> tuple[int, int, bool]:
        """Return (seq, place, whether it is the first) in the open segment, opening another where this one is full."""
        stored = self.connection.execute(
            "SELECT stored FROM log WHERE space=? AND device=?", (space, self.device)
        ).fetchone()
        seq = max(self.meta.number(f"open_seq{space}"), (stored[0] if stored else 0) + 1)
        fresh = seq != self.meta.number(f"open_seq{space}")
        ops, size, place = (0, 0, 0) if fresh else self._open_sizes(space)
        more_ops, more_size = len(changeset.ops), size_of(changeset)
        if more_size > caps.CHANGESET_BYTES - 1024:
            raise InvalidValue("too_large", "This is too much for one action. Do it in smaller parts.")
        if place and (ops + more_ops > caps.OPERATIONS or size + more_size > caps.CHANGESET_BYTES - 8192):
            seq, ops, size, place = seq + 1, 0, 0, 0
        self.meta.put(f"open_seq{space}", seq)
        self.meta.put(f"open_sizes{space}", encode([ops + more_ops, size + more_size, place + 1]))
        return seq, place, place == 0

    def _open_sizes(self, space: int) -> tuple[int, int, int]:
        packed = self.meta.data(f"open_sizes{space}")
        ops, size, place = decode(packed) if packed else (0, 0, 0)
        return ops, size, place

    def _stamp(self, op: Operation, tick: int) -> Operation:
        """Give fields whose current stamp is at or above the tick one of their own, just above it."""
        if isinstance(op, EntryOp):
            return op
        row = self.fold.row(op.entity, op.id)
        names = op.fields.keys() if isinstance(op, SetOp) else op.elements
        prefix = "" if isinstance(op, SetOp) else f"{op.field}/"
        own = {}
        for name in names:
            held = row.registers.get(prefix + name)
            if held is not None and held.stamp >= tick:
                own[name] = min(held.stamp + 1, clock.MAX_STAMP)
        return _with_own(op, own)


def _with_own(op: SetOp | ElementsOp, own: dict[str, int]) -> SetOp | ElementsOp:
    return op._replace(own=own) if own else op
