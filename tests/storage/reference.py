"""What the tables must say, worked out from the sealed segments by the rules as written and by nothing else.

Slow and plain on purpose: no tables, no order of arrival, no shortcuts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.circle.circle import Circle
from learningcircles.journal.changeset import Changeset, SetAside
from learningcircles.journal.operations import EntryOp
from learningcircles.journal.segment import Header, Segment, open_payload
from learningcircles.storage.contest import writes_of
from learningcircles.storage.fold import wire_name
from learningcircles.trust.counts import may_hold

Key = tuple[int, str, bytes, str]
"""(space, entity, id, register)"""
Place = tuple[bytes, int, int]
"""(device, seq, place) of a changeset"""


class Write(NamedTuple):
    stamp: int
    device: bytes
    seq: int
    place: int
    value: Any
    saw: dict[bytes, int]
    action: bytes

    def knew(self, other: Write) -> bool:
        if self.device == other.device:
            return (self.seq, self.place) >= (other.seq, other.place)
        return self.saw.get(other.device, 0) >= other.seq


class Truth(NamedTuple):
    """Winners as (stamp, device, seq, value); open writes; settlements as (stamp, device); balances but for zeros."""

    winners: dict[Key, tuple[int, bytes, int, Any]]
    opened: set[tuple[Key, Place]]
    settlements: dict[bytes, tuple[int, bytes]]
    balances: dict[bytes, int]


def reference(circle: Circle) -> Truth:
    """Return what the segments that count say."""
    writes: dict[Key, dict[Place, Write]] = defaultdict(dict)
    entries: dict[bytes, tuple[int, bytes, EntryOp]] = {}
    for space, device, seq, place, item, saw in _changesets(circle):
        for op in item.ops:
            if isinstance(op, EntryOp):
                mine = (item.tick, device, op)
                if space == 1 and (op.settlement not in entries or mine[:2] < entries[op.settlement][:2]):
                    entries[op.settlement] = mine
                continue
            for name, value, stamp in writes_of(op, item.tick):
                held = writes[space, op.entity, op.id, name].get((device, seq, place))
                if held is None or stamp >= held.stamp:
                    write = Write(stamp, device, seq, place, value, saw, item.action)
                    writes[space, op.entity, op.id, name][device, seq, place] = write
    winners = {key: max(all_.values(), key=lambda w: w[:4]) for key, all_ in writes.items()}
    return Truth(
        {key: (w.stamp, w.device, w.seq, w.value) for key, w in winners.items()},
        set(_open(writes, winners)),
        {id_: entry[:2] for id_, entry in entries.items()},
        _balances(entries),
    )


def stored(circle: Circle) -> Truth:
    """Return the same from the tables."""
    db, device = circle.connection, circle.journal.numbers.id_of
    winners: dict[Key, tuple[int, bytes, int, Any]] = {}
    for entity, id_, space in _records(circle):
        for name, held in circle.fold.row(entity, id_).registers.items():
            key = (space, wire_name(entity)[0], id_, name)
            winners[key] = (held.stamp, device(held.device), held.seq, held.value)
    circle.fold.drop()
    rows = db.execute(
        "SELECT v.space, r.entity, r.id, v.register, c.device, c.seq, c.place FROM review v"
        " JOIN record r ON r.n = v.record JOIN changeset c ON c.n = v.changeset"
    )
    opened = {((s, wire_name(e)[0], i, name), (device(d), seq, place)) for s, e, i, name, d, seq, place in rows}
    settlements = {
        id_: (stamp, device(by)) for id_, stamp, by in db.execute("SELECT id, stamp, device FROM settlement")
    }
    balances = dict(db.execute("SELECT account, minutes FROM balance WHERE minutes <> 0"))
    return Truth(winners, opened, settlements, balances)


def opened(circle: Circle, segment: Segment) -> list[Changeset | SetAside]:
    """Return what a stored segment holds; nothing where this laptop cannot open it."""
    header = Header.parse(segment.header)
    key = circle.journal.key_for(header)
    return open_payload(segment, header, key) if key is not None or header.space == 2 else []


def _records(circle: Circle) -> list[tuple[str, bytes, int]]:
    sql = (
        "SELECT DISTINCT r.entity, r.id, c.space FROM record r JOIN touch t ON t.record = r.n"
        " JOIN changeset c ON c.n = t.changeset"
    )
    return list(circle.connection.execute(sql).fetchall())


def _changesets(circle: Circle) -> Iterator[tuple[int, bytes, int, int, Changeset, dict[bytes, int]]]:
    rows = circle.connection.execute(
        "SELECT header, signature, payload FROM segment WHERE state IN ('folded', 'partly') ORDER BY space, device, seq"
    ).fetchall()
    for row in rows:
        segment = Segment(*row)
        header = Header.parse(segment.header)
        position = circle.roster.standing(header.roster_head)
        assert position is not None
        grant = circle.roster.devices[header.device].grant_at(position)
        saw: dict[bytes, int] = {}
        for place, item in enumerate(opened(circle, segment)):
            assert isinstance(item, Changeset)
            saw = saw | item.saw
            if all(may_hold(grant, op) for op in item.ops):
                yield header.space, header.device, header.seq, place, item, saw


def _open(writes: dict[Key, dict[Place, Write]], winners: dict[Key, Write]) -> Iterator[tuple[Key, Place]]:
    for key, by_place in writes.items():
        all_ = list(by_place.values())
        unseen = [w for w in all_ if not any(o is not w and _closes(o, w, all_) for o in all_)]
        for write in unseen:
            if write is not winners[key]:
                yield key, write[1:4]
        deleted = (*key[:3], "#deleted")
        removal = winners.get(deleted)
        if key != deleted and removal is not None and removal.value is True:
            closing = list(writes[deleted].values())
            for write in unseen:
                if not write.knew(removal) and not any(_closes(other, write, closing) for other in closing):
                    yield deleted, write[1:4]


def _undone(write: Write, all_: list[Write]) -> bool:
    return any(o.action == ids.undo(write.action) and o.device == write.device and not _undone(o, all_) for o in all_)


def _closes(one: Write, other: Write, all_: list[Write]) -> bool:
    """One undone closes nothing; an undo closes what it undid, what its laptop wrote from there on, and what stood
    below with what that had closed."""
    if _undone(one, all_):
        return False
    undid = [w for w in all_ if one.action == ids.undo(w.action) and w.device == one.device]
    if not undid:
        return one.knew(other)
    first = min(w[:4] for w in undid)
    since = other.device == one.device and other[:4] >= first and one.knew(other)
    below = [w for w in all_ if w[:4] < first and one.knew(w) and not _undone(w, all_)]
    stood = max(below, key=lambda w: w[:4]) if below else None
    return since or (stood is not None and (other is stood or _closes(stood, other, all_)))


def _balances(entries: dict[bytes, tuple[int, bytes, EntryOp]]) -> dict[bytes, int]:
    """Of one source the highest round counts that is at most 64 above another one (or -1) that does, then the lowest
    (stamp, device); a reversal with its target alone."""
    highest: dict[bytes, int] = defaultdict(lambda: -1)
    for op in sorted((op for _, _, op in entries.values()), key=lambda op: op.round):
        if op.round <= highest[op.source] + 64:
            highest[op.source] = op.round
    best: dict[bytes, tuple[Any, EntryOp]] = {}
    for stamp, device, op in entries.values():
        order = (-op.round, stamp, device, op.settlement)
        within = op.reverses is None and op.round <= highest[op.source]
        if within and (op.source not in best or order < best[op.source][0]):
            best[op.source] = (order, op)
    standing = {op.settlement for _, op in best.values()}
    totals: dict[bytes, int] = defaultdict(int)
    for _, _, op in entries.values():
        if op.settlement in standing or op.reverses in standing:
            for account, minutes in op.legs:
                totals[account] += minutes
    return {account: minutes for account, minutes in totals.items() if minutes}
