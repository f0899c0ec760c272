"""The seam to sync: closing the open tail, telling what is here, giving and taking segments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError, Unreadable
from learningcircles.journal.changeset import Changeset, decode_payload
from learningcircles.journal.segment import (
    LABEL,
    VERSION,
    ZERO_HASH,
    Draft,
    Header,
    Segment,
    check_payload,
    close_segment,
    header_hash,
    open_payload,
)
from learningcircles.crypto.sign import verify
from learningcircles.storage.journal import ChangesetRow
from learningcircles.storage.unfold import empty_tables
from learningcircles.trust.counts import Verdict, judge, may_hold
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.roster import Roster

PER_TRANSACTION = 500

Have = dict[tuple[int, bytes], int]
"""(space, device id) → highest seq held without a gap."""


class Received(NamedTuple):
    """What came of segments: how many were new, how many folded, and which were rejected with what code."""

    new: int
    folded: int
    rejected: list[tuple[tuple[int, bytes, int], str]]
    touched: frozenset[tuple[str, bytes]]


class Exchange:
    """One circle as sync sees it."""

    def __init__(self, circle: Circle) -> None:
        self.circle = circle
        self._db = circle.connection
        self._numbers = circle.journal.numbers

    # --- what is here

    def have(self) -> Have:
        """Return how far every log is held here."""
        rows = self._db.execute("SELECT space, device, stored FROM log WHERE stored > 0")
        return {(space, self._numbers.id_of(device)): stored for space, device, stored in rows}

    def digest(self) -> bytes:
        """Return 16 bytes over the heads of all logs: equal where two hold the same."""
        rows = self._db.execute("SELECT space, device, stored, head FROM log WHERE stored > 0").fetchall()
        heads = sorted([space, self._numbers.id_of(device), stored, head] for space, device, stored, head in rows)
        return hashlib.sha256(encode(heads)).digest()[:16]

    def after(self, have: Mapping[tuple[int, bytes], int], limit_bytes: int) -> list[Segment]:
        """Return what a peer with `have` lacks, every log in order, at least one and about `limit_bytes` in all."""
        found: list[Segment] = []
        size = 0
        for (space, device), stored in sorted(self.have().items(), key=lambda item: item[0]):
            rows = self._db.execute(
                "SELECT header, signature, payload FROM segment WHERE space=? AND device=? AND seq>? AND seq<=? ORDER BY seq",
                (space, self._numbers.of(device), have.get((space, device), 0), stored),
            )
            for row in rows:
                segment = Segment(*row)
                size += len(segment.payload or b"") + 400
                if found and size > limit_bytes:
                    return found
                found.append(segment)
        return found

    def waiting(self, peer: str) -> int:
        """Return how many changesets of this laptop the peer is not known to hold."""
        known = self.peer_have(peer)
        me = self.circle.secrets.device.id
        rows = self._db.execute(
            "SELECT space, seq, count(DISTINCT action) FROM changeset WHERE device=? GROUP BY space, seq",
            (self._numbers.of(me),),
        )
        counted = [(space, seq, n) for space, seq, n in rows if seq > known.get((space, me), 0)]
        return max((sum(n for s, _, n in counted if s == space) for space in (0, 1, 2)), default=0)

    def peer_have(self, peer: str) -> Have:
        """Return what a peer was last known to hold."""
        row = self._db.execute("SELECT have FROM peer WHERE name=?", (peer,)).fetchone()
        return {(space, device): seq for space, device, seq in decode(row[0])} if row else {}

    def note_peer(self, peer: str, have: Mapping[tuple[int, bytes], int], at_ms: int) -> None:
        """Remember what a peer holds, and when it said so."""
        packed = encode(sorted([space, device, seq] for (space, device), seq in have.items()))
        with self.circle.transaction():
            self._db.execute("INSERT OR REPLACE INTO peer VALUES (?, ?, ?)", (peer, packed, at_ms))

    def last_shared_ms(self) -> int | None:
        """Return when a peer last answered, or None."""
        row = self._db.execute("SELECT max(at) FROM peer").fetchone()
        return int(row[0]) if row and row[0] is not None else None

    # --- closing the tail

    def close_tail(self) -> int:
        """Close this laptop's open segments, durably, and raise the mark before anything leaves. Returns how many."""
        with self.circle.transaction():
            closed = sum(self._close_space(space) for space in (0, 1, 2))
        if closed:
            self.circle.mark.write(self._own_heads())
        return closed

    def _own_heads(self) -> dict[int, tuple[int, bytes]]:
        rows = self._db.execute(
            "SELECT space, stored, head FROM log WHERE device=?", (self._numbers.of(self.circle.secrets.device.id),)
        )
        return {space: (stored, head) for space, stored, head in rows}

    def _close_space(self, space: int) -> int:
        me = self._numbers.of(self.circle.secrets.device.id)
        by_seq: dict[int, list[tuple[ChangesetRow, bytes]]] = {}
        for row, body in self.circle.journal.tail(space, me):
            by_seq.setdefault(row.seq, []).append((row, body))
        for seq, rows in sorted(by_seq.items()):
            self._close_one(space, me, seq, rows)
        return len(by_seq)

    def _close_one(self, space: int, me: int, seq: int, rows: list[tuple[ChangesetRow, bytes]]) -> None:
        circle = self.circle
        changesets = [decode_payload(body)[0] for _, body in rows]
        log = self._log(space, me)
        draft = Draft(circle.id, space, circle.secrets.device.id, seq, log[2], circle.roster.head)
        epoch = None if space == Space.CATALOGUE else self._epoch_key(space)
        whole = [item for item in changesets if isinstance(item, Changeset)]
        segment = close_segment(draft, whole, circle.secrets.device.sign, epoch, circle.surroundings.random)
        self._insert(space, me, seq, segment, "folded")
        self._put_log(space, me, seq, seq, header_hash(segment.header))
        self._db.executemany("DELETE FROM tail WHERE n=?", [(row.n,) for row, _ in rows])

    def _epoch_key(self, space: int) -> bytes | None:
        roster = self.circle.roster
        epoch = roster.epoch_for(space, len(roster.state.heads))
        return self.circle.journal.epochs.get((space, epoch.name)) if epoch else None

    # --- roster

    def propose(self, entry: Entry) -> None:
        """Keep a proposal; where this laptop is the sequencer it is placed at once."""
        self.receive_roster(self.circle.rosters.placed(), [*self.circle.rosters.proposals(), entry])

    def receive_roster(self, placed: Sequence[Placed], proposals: Sequence[Entry]) -> bool:
        """Take a longer roster and further proposals; returns whether anything changed.

        Raises Unreadable when it is another circle's, or contradicts what is known here.
        """
        mine = self.circle.rosters.placed()
        longer = list(placed) if len(placed) > len(mine) else mine
        for ours, theirs in zip(mine, placed, strict=False):
            if ours.head != theirs.head:
                raise Unreadable("two_rosters", "Two different lists of this circle's laptops exist.")
        known = {entry.hash: entry for entry in [*self.circle.rosters.proposals(), *proposals]}
        roster = Roster.replay(longer, list(known.values()), circle=self.circle.id)
        if roster.head == self.circle.roster.head and roster.proposals == self.circle.roster.proposals:
            return False
        device = self.circle.secrets.device
        epochs = {**self.circle.journal.epochs, **open_epochs(roster, device.id, device.receive)}
        with self.circle.transaction():
            self.circle.rosters.store(roster.placed, roster.proposals)
            before = self.circle.roster
            self.circle.keep_epochs(epochs)
            self.circle.begin(roster, epochs)
            self._rejudge(before)
        return True

    def _rejudge(self, before: Roster) -> None:
        """Fold what waited for this roster; unfold (by rebuilding) where something ceases to count."""
        if _grants(self.circle.roster) != _grants(before) and self._any_ceased():
            self.rebuild()
        self._fold_waiting()

    def _any_ceased(self) -> bool:
        rows = self._db.execute("SELECT header FROM segment WHERE state='folded'")
        return any(self._verdict(row[0]) is not Verdict.COUNTS for row in rows.fetchall())

    def _verdict(self, header: bytes) -> Verdict:
        return judge(self.circle.roster, Header.parse(header), header_hash(header))

    def rebuild(self) -> None:
        """Make all tables again from the journal, in the caller's transaction."""
        tails = [
            (row, body)
            for space in (0, 1, 2)
            for row, body in self.circle.journal.tail(space, self._numbers.of(self.circle.secrets.device.id))
        ]
        empty_tables(self._db)
        self.circle.journal.forget_opened()
        self._db.execute("UPDATE log SET folded=0")
        self._db.execute("UPDATE segment SET state='waits'")
        self._fold_waiting()
        self._refold_tail(tails)

    def _refold_tail(self, tails: list[tuple[ChangesetRow, bytes]]) -> None:
        saw: dict[tuple[int, int], dict[bytes, int]] = {}
        for row, body in sorted(tails, key=lambda pair: pair[0].n):
            changeset = decode_payload(body)[0]
            assert isinstance(changeset, Changeset)
            seen = saw.setdefault((row.space, row.seq), {})
            seen |= changeset.saw
            n = self.circle.journal.add_changeset(row, seen if row.place == 0 or changeset.saw else None)
            self._db.execute("INSERT INTO tail VALUES (?, ?)", (n, body))
            numbered = {self._numbers.of(device): seq for device, seq in seen.items()}
            self.circle.fold.apply(row._replace(n=n), changeset.ops, numbered)
        self.circle.fold.flush()

    # --- receiving

    def receive(self, segments: Iterable[Segment]) -> Received:
        """Store and fold segments; idempotent, in any order, at most 500 changesets a transaction."""
        rejected: list[tuple[tuple[int, bytes, int], str]] = []
        new = 0
        ordered = sorted(((_parse(segment), segment) for segment in segments), key=lambda pair: pair[0][4])
        touched: set[tuple[str, bytes]] = set()
        folded = 0
        for begin in range(0, len(ordered), 16):
            with self.circle.transaction():
                for header, segment in ordered[begin : begin + 16]:
                    code = self._store(header, segment)
                    new += code == ""
                    if code not in ("", "known"):
                        rejected.append(((header.space, header.device, header.seq), code))
                count, changed = self._fold_waiting()
                folded += count
                touched |= changed
        return Received(new, folded, rejected, frozenset(touched))

    def _store(self, header: Header, segment: Segment) -> str:
        """Store a segment if its signature holds; returns "" if new, else "known" or why not."""
        circle = self.circle
        if header.circle != circle.id:
            return "other_circle"
        device = circle.roster.devices.get(header.device)
        if device is None:
            return "unknown_device"
        number = self._numbers.of(header.device)
        held = circle.journal.segment(header.space, number, header.seq)
        if held is not None:
            return "known" if held.header == segment.header else "fork"
        try:
            check_payload(segment, header)
        except CircleError as error:
            return error.code
        if not verify(device.sign, LABEL + segment.header, segment.signature):
            return "bad_signature"
        stored, _, head, parked = self._log(header.space, number)
        if parked:
            return "parked"
        if header.seq != stored + 1:
            return "gap"
        if header.prev_hash != head:
            return "bad_chain"
        self._insert(header.space, number, header.seq, segment, "waits")
        self._put_log(header.space, number, header.seq, None, header_hash(segment.header))
        return ""

    def _fold_waiting(self) -> tuple[int, set[tuple[str, bytes]]]:
        """Fold every stored segment that counts and whose predecessors are folded."""
        rows = self._db.execute(
            "SELECT space, device, seq FROM segment WHERE state='waits' ORDER BY space, device, seq"
        ).fetchall()
        stuck: set[tuple[int, int]] = set()
        ready = []
        for space, device, seq in rows:
            if (space, device) not in stuck:
                segment = self.circle.journal.segment(space, device, seq)
                assert segment is not None
                header = Header.parse(segment.header)
                if self._ready(header, segment):
                    ready.append((header, segment))
                else:
                    stuck.add((space, device))
        for header, segment in sorted(ready, key=lambda pair: (pair[0].stamp, pair[0].device, pair[0].seq)):
            self.fold_segment(header, segment)
        return len(ready), self.circle.fold.flush()

    def _ready(self, header: Header, segment: Segment) -> bool:
        if header.v != VERSION or segment.payload is None:
            return header.v == VERSION
        verdict = judge(self.circle.roster, header, header_hash(segment.header))
        if verdict in (Verdict.CUT, Verdict.NOT):
            self._state(header, verdict.value)
            return False
        if verdict is Verdict.WAITS:
            return False
        return header.space == Space.CATALOGUE or self.circle.journal.key_for(header) is not None

    def fold_segment(self, header: Header, segment: Segment) -> None:
        """Fold one counting segment into the tables (the caller flushes)."""
        circle, journal = self.circle, self.circle.journal
        number = self._numbers.of(header.device)
        position = circle.roster.position_of(header.roster_head)
        grant = circle.roster.devices[header.device].grant_at(position or 0)
        saw: dict[bytes, int] = {}
        for place, item in enumerate(open_payload(segment, header, journal.key_for(header))):
            if not isinstance(item, Changeset):
                continue
            saw |= item.saw
            if not all(may_hold(grant, op) for op in item.ops):
                continue
            row = ChangesetRow(
                0, header.space, number, header.seq, place, item.tick, item.author, item.action, item.label
            )
            n = journal.add_changeset(row, saw if place == 0 or item.saw else None)
            seen = {self._numbers.of(device): seq for device, seq in saw.items()}
            circle.fold.apply(row._replace(n=n), item.ops, seen)
        self._state(header, "folded")
        self._db.execute(
            "UPDATE log SET folded=max(folded, ?) WHERE space=? AND device=?", (header.seq, header.space, number)
        )
        if header.device != circle.secrets.device.id:
            meta = circle.writer.meta
            meta.put("seen_tick", max(meta.number("seen_tick"), header.stamp))

    # --- rows

    def _log(self, space: int, device: int) -> tuple[int, int, bytes, str | None]:
        row = self._db.execute(
            "SELECT stored, folded, head, parked FROM log WHERE space=? AND device=?", (space, device)
        ).fetchone()
        return tuple(row) if row else (0, 0, ZERO_HASH, None)

    def _put_log(self, space: int, device: int, stored: int, folded: int | None, head: bytes) -> None:
        kept = folded if folded is not None else self._log(space, device)[1]
        self._db.execute(
            "INSERT OR REPLACE INTO log (space, device, folded, stored, head) VALUES (?,?,?,?,?)",
            (space, device, kept, stored, head),
        )

    def _insert(self, space: int, device: int, seq: int, segment: Segment, state: str) -> None:
        self._db.execute(
            "INSERT INTO segment (space, device, seq, header, signature, payload, state) VALUES (?,?,?,?,?,?,?)",
            (space, device, seq, *segment, state),
        )

    def _state(self, header: Header, state: str) -> None:
        self._db.execute(
            "UPDATE segment SET state=? WHERE space=? AND device=? AND seq=?",
            (state, header.space, self._numbers.of(header.device), header.seq),
        )


def _parse(segment: Segment) -> Header:
    return Header.parse(segment.header)


def _grants(roster: Roster) -> list[str]:
    return sorted(f"{device.id.hex()} {device.cut} {device.grants}" for device in roster.devices.values())
