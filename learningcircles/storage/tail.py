"""This laptop's open tail: changesets that no segment holds yet.

Closing a tail seals and signs it; from then on it may leave and is never cut again. A tail that has not left
can be given other numbers: when the laptop was restored from a backup and gets back what it had shared since,
or when its branch of a forked log does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from learningcircles.entities.declare import Space
from learningcircles.errors import Refused
from learningcircles.journal import caps
from learningcircles.journal.changeset import (
    Changeset,
    Restated,
    decode_payload,
    encode_alone,
    join_payloads,
    pack_ops,
    size_of,
)
from learningcircles.journal.segment import Draft, Header, Segment, close_payload, close_segment
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import ChangesetRow, Journal
from learningcircles.storage.journal_rows import tail_bodies, tail_devices, tail_rows
from learningcircles.storage.logs import FOLDED, WAITS, Logs, emptied
from learningcircles.storage.meta import Meta
from learningcircles.storage.reached import Reached
from learningcircles.storage.writer import SEGMENT_BYTES, Slots
from learningcircles.surroundings import Surroundings
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.members import forerunners

SPACES = (0, 1, 2)


class Open(NamedTuple):
    """A changeset of the open tail with its place in the log to come; `saw` is complete."""

    row: ChangesetRow
    changeset: Changeset


class Tail:
    """The open tail on one connection."""

    def __init__(self, journal: Journal, logs: Logs, meta: Meta, keys: DeviceKeys, surroundings: Surroundings) -> None:
        self._journal = journal
        self._db = journal.connection
        self._logs = logs
        self._meta = meta
        self._keys = keys
        self._surroundings = surroundings
        self._reached = Reached(journal)

    @property
    def device(self) -> int:
        """This laptop's number in this file."""
        return self._journal.numbers.of(self._keys.id)

    def read(self, space: int) -> list[Open]:
        """Return the open tail of a space, oldest first."""
        return self._read(space, self.device)

    def _read(self, space: int, device: int) -> list[Open]:
        found: list[Open] = []
        for row, body in tail_rows(self._journal, space, device):
            changeset = decode_payload(body)[0]
            assert isinstance(changeset, Changeset)
            same = found and found[-1].row.seq == row.seq
            saw = {**found[-1].changeset.saw, **changeset.saw} if same else changeset.saw
            found.append(Open(row, changeset._replace(saw=saw)))
        return found

    def _changesets(self, space: int, device: int) -> list[Changeset]:
        return [item.changeset for item in self._read(space, device)]

    def close(self, space: int, below: int = caps.MAX_SEQ + 1) -> list[Header]:
        """Close a space's open segments with seq < `below` and return them. Without the key for it, it stays open."""
        open_ = tail_bodies(self._journal, space, self.device, below)
        sealing = self._sealing(space) if open_ else None
        if sealing is None:
            return []
        return [self._close_one(space, seq, bodies, *sealing) for seq, bodies in sorted(open_.items())]

    def knows_last(self, space: int) -> bool:
        """Return whether the roster in use knows the head that the log's last segment names, or there is none.

        Where it does not, another program knows more of the circle's laptops than this one does yet.
        """
        roster = self._journal.roster
        last = self._logs.header(space, self.device, self._logs.get(space, self.device).stored)
        return last is None or (roster is not None and roster.standing(last.roster_head) is not None)

    def is_behind(self, space: int, marked: tuple[int, bytes]) -> bool:
        """Return whether this laptop's log lacks what it had shared by its mark (seq, hash): the file was restored."""
        seq, head = marked
        log = self._logs.get(space, self.device)
        if seq < log.stored or (seq, head) == (log.stored, log.head) or not seq:
            return False
        # What a fork has set aside will not come back, and need not.
        return not self._logs.is_aside(head)

    def standing(self) -> set[tuple[int, bytes, int]]:
        """Return (space, action, tick) of what is open here and counts in a closed segment as well.

        A restored file holds as open what its laptop had shared. Where that was erased meanwhile, only what was said
        in its place tells so.
        """
        sql = (
            "SELECT c.space, c.action, c.tick FROM tail t CROSS JOIN changeset c ON c.n = t.n"
            " JOIN changeset o ON o.tick = c.tick AND o.action = c.action AND o.space = c.space"
            " WHERE o.n NOT IN (SELECT n FROM tail)"
        )
        self._journal.write_down()
        return set(self._db.execute(sql).fetchall())

    def may_stand(self, space: int) -> bool:
        """Return whether what is open here may have been shared and erased, and what was said instead is still away."""
        assert self._journal.roster is not None
        open_ = self.read(space) if self._journal.roster.state.redactions else []
        if not open_:
            return False
        own = [self._journal.numbers.of(each) for each in forerunners(self._journal.roster.devices, self._keys.id)]
        stamps = emptied(self._db, space, own)
        return bool(stamps) and min(item.changeset.tick for item in open_) <= max(stamps)

    def renumber(self, space: int, whole: Sequence[Changeset]) -> list[Open]:
        """Return a tail as it stands after the log's last segment now, each changeset once; writes nothing.

        Stamps stay: only seq and place change, and with them who can have seen what.
        """
        seq, place, ops, size = self._logs.get(space, self.device).stored + 1, 0, 0, 0
        found: list[Open] = []
        once = {(each.action, each.tick): each for each in reversed(whole)}  # two branches that lost may hold the same
        for changeset in (each for each in whole if once[each.action, each.tick] is each):
            more_ops, more = len(changeset.ops), size_of(changeset)
            if place and (ops + more_ops > caps.OPERATIONS or size + more > SEGMENT_BYTES):
                seq, place, ops, size = seq + 1, 0, 0, 0
            row = ChangesetRow(0, space, self.device, seq, place, *changeset[:4])
            found.append(Open(row, changeset))
            place, ops, size = place + 1, ops + more_ops, size + more
        return found

    def adopted(self) -> list[Open]:
        """Return what any identity of this laptop has left open, as it stands in this one's new log; writes nothing.

        Stamps stay, and each has also seen the log in which it would have stood.
        """
        found: list[Open] = []
        for space in SPACES:
            whole: list[Changeset] = []
            for device in tail_devices(self._journal, space):
                stored = self._logs.get(space, device).stored
                saw = {self._journal.numbers.id_of(device): stored} if stored and space != Space.CATALOGUE else {}
                whole += [each._replace(saw={**each.saw, **saw}) for each in self._changesets(space, device)]
            whole.sort(key=lambda each: each.tick)
            found += self.renumber(space, whole)
        return found

    def write(self, items: Iterable[Open]) -> list[Open]:
        """Store a tail again after a rebuild has emptied it; returns it with its new rows."""
        found: list[Open] = []
        slots = Slots(self._meta)
        for space in SPACES:
            slots.empty(space)
        for item in items:
            last = found[-1] if found and found[-1].row[1:4] == item.row[1:4] else None
            seen = {**last.changeset.saw, **item.changeset.saw} if last else item.changeset.saw
            fresh = {d: n for d, n in seen.items() if last is None or last.changeset.saw.get(d) != n}
            stored = seen if fresh or last is None else None
            row = self._journal.add_changeset(*item.row[1:5], item.changeset[:4], stored)
            packed = pack_ops(item.changeset.ops)
            self._journal.add_tail(row.n, encode_alone(item.changeset._replace(saw=fresh), packed))
            whole = item.changeset._replace(saw=seen)
            slots.set(row.space, row.seq, row.place, len(whole.ops), seen, size_of(whole, packed))
            found.append(Open(row, whole))
        slots.save()
        return found

    def append_restated(self, space: int, rows: Sequence[Restated]) -> Segment:
        """Close a segment that restates erased ones, right after this laptop's log; what is open moves on after it."""
        sealing = self._sealing(space)
        if sealing is None:
            raise Refused("no_key", "This laptop cannot write into this part of the circle.")
        assert self._journal.roster is not None
        log = self._logs.get(space, self.device)
        draft = Draft(self._journal.roster.circle, space, self._keys.id, log.stored + 1, log.head, sealing[0])
        segment = close_segment(draft, [], self._keys.sign, sealing[1], self._surroundings.random, rows)
        self._logs.append(Header.parse(segment.header), segment, WAITS)
        return segment

    def _close_one(
        self, space: int, seq: int, bodies: Sequence[tuple[int, bytes]], head: bytes, key: bytes | None
    ) -> Header:
        log = self._logs.get(space, self.device)
        assert self._journal.roster is not None
        draft = Draft(self._journal.roster.circle, space, self._keys.id, seq, log.head, head)
        plain, stamp = join_payloads(body for _, body in bodies)
        segment = close_payload(draft, plain, stamp, self._keys.sign, key, self._surroundings.random)
        header = Header.parse(segment.header)
        self._logs.append(header, segment, FOLDED)
        self._db.executemany("DELETE FROM tail WHERE n=?", [(n,) for n, _ in bodies])
        return header

    def _sealing(self, space: int) -> tuple[bytes, bytes | None] | None:
        """Return (roster head, key) of the newest position whose key is here; heads never go back within a log."""
        roster = self._journal.roster
        assert roster is not None
        lowest = self._reached.before(roster, space, self.device, self._logs.get(space, self.device).stored + 1)
        for position in range(len(roster.state.heads) - 1, lowest - 1, -1):
            head = roster.state.heads[position]
            epoch = roster.epoch_for(space, position) if space != Space.CATALOGUE else None
            key = self._journal.epochs.get((space, epoch.name)) if epoch else None
            if space == Space.CATALOGUE or key is not None:
                return head, key
        return None


def has_open(connection: Connection) -> bool:
    """Return whether anything was written that is in no segment yet."""
    return connection.execute("SELECT 1 FROM tail LIMIT 1").fetchone() is not None
