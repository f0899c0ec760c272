"""Filling the region's catalogue from the circles' catalogue segments, after those were stored.

An item is one register; the write with the highest (stamp, device id) wins. It is read only from segments that
count under the circle's roster, so a web page shows what this hub has checked. What counts may change: a
revocation in the past, an add that is refused, a roster entry that comes late, another branch of a log. Then a
circle's segments are judged again, and where one no longer counts, its items are made anew from what does.
"""

from __future__ import annotations

import datetime
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from learningcircles.clock import milliseconds
from learningcircles.codec import encode
from learningcircles.errors import CircleError
from learningcircles.journal.caps import SHOWN_DAYS
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload, open_restated
from learningcircles.trust.counts import Verdict, judge
from learningcircles.trust.roster import Roster
from learningcircles_sync.hub.catalogue import text
from learningcircles_sync.hub.rosters import Rosters

SPARE_PAYLOADS = 32
"""So many superseded payloads a circle may have before the hub looks which to drop."""


@dataclass(frozen=True)
class Merging:
    """Brings the table of items up to what is stored and counts."""

    rosters: Rosters
    now_ms: Callable[[], int]
    key: bytes = b""
    """The hub's public key: of a circle whose list another hub or a laptop keeps nothing is shown. Empty: of all."""
    _failed: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    """Circles that could not be merged, and how far they had come: they wait until they move on."""

    def run(self, connection: sqlite3.Connection) -> None:
        """Judge again where a roster or a log has changed, and take in what waits in the outbox, circle by circle.

        What is wrong with one circle is in the log and stops no other one.
        """
        waiting = "SELECT circle FROM stale UNION SELECT circle FROM outbox ORDER BY circle"
        for (circle,) in connection.execute(waiting).fetchall():
            reached = _reached(connection, circle)
            if self._failed.pop(circle, None) == reached or not self._try(connection, circle):
                self._failed[circle] = reached

    def _try(self, connection: sqlite3.Connection, circle: bytes) -> bool:
        connection.execute("SAVEPOINT circle")
        try:
            self._circle(connection, circle)
            merged = True
        except sqlite3.OperationalError:
            raise  # the disk: no circle can be merged
        except Exception:  # the edge of a thread: nobody waits for what happens here
            logging.getLogger("learningcircles.hub").exception(
                "The catalogue of circle %s stays as it was", circle.hex()
            )
            connection.execute("ROLLBACK TO circle")
            merged = False
        connection.execute("RELEASE circle")
        return merged

    def _circle(self, connection: sqlite3.Connection, circle: bytes) -> None:
        roster = self.rosters.of(connection, circle)
        stale = connection.execute("SELECT whole FROM stale WHERE circle=?", (circle,)).fetchone()
        changed = stale is not None and self._judge_again(connection, roster, stale[0])
        sql = "SELECT position FROM outbox WHERE circle=? ORDER BY position"
        waiting = connection.execute(sql, (circle,)).fetchall()
        for (position,) in waiting:
            self._merge(connection, roster, position)
        connection.execute("DELETE FROM stale WHERE circle=?", (circle,))
        connection.execute("DELETE FROM outbox WHERE circle=?", (circle,))
        # With every change of the list: the laptop that has erased somebody may be shut out, and then nothing that it
        # withdraws counts.
        gone = [(circle, id_) for id_ in roster.state.redactions.gone]
        dropped = connection.executemany("DELETE FROM item WHERE circle=? AND id=?", gone).rowcount > 0
        if changed or waiting or dropped:
            connection.execute("UPDATE circle SET shelf=shelf+1 WHERE circle=?", (circle,))
            _drop_superseded(connection, circle, roster)

    def _merge(self, connection: sqlite3.Connection, roster: Roster, position: int) -> None:
        place = (roster.circle, position)
        row = connection.execute(
            "SELECT header, signature, payload FROM segment WHERE circle=? AND position=?", place
        ).fetchone()
        if row is None:
            return
        segment = Segment(*row)
        header = Header.parse(segment.header)
        counts = self._counts(roster, header, segment.header)
        connection.execute("UPDATE segment SET counted=? WHERE circle=? AND position=?", (counts, *place))
        if counts:
            for write in _read(segment, header, roster).writes:
                _put(connection, roster.circle, write, self.now_ms())

    def _counts(self, roster: Roster, header: Header, data: bytes) -> bool:
        elsewhere = self.key and roster.sequencer != self.key
        return not elsewhere and judge(roster, header, header_hash(data)) is Verdict.COUNTS

    def _judge_again(self, connection: sqlite3.Connection, roster: Roster, whole: bool) -> bool:
        """Put into the outbox what counts now and did not; all of it, and no items left, where something ceased to.

        By headers alone: a roster moves more often than what counts does.
        """
        circle = roster.circle
        rows = connection.execute(
            "SELECT position, header, counted FROM segment s WHERE circle=? AND space=2 AND payload IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.circle=s.circle AND o.position=s.position)",
            (circle,),
        ).fetchall()
        verdicts = [
            (position, counted, self._counts(roster, Header.parse(header), header))
            for position, header, counted in rows
        ]
        again = whole or any(counted and not counts for _, counted, counts in verdicts)
        if again:
            connection.execute("DELETE FROM item WHERE circle=?", (circle,))
        waits = [(circle, position) for position, counted, counts in verdicts if again or (counts and not counted)]
        connection.executemany("INSERT OR IGNORE INTO outbox VALUES (?,?)", waits)
        return bool(again or waits)


def _reached(connection: sqlite3.Connection, circle: bytes) -> tuple[int, int]:
    row = connection.execute("SELECT version, counter FROM circle WHERE circle=?", (circle,)).fetchone()
    return (row[0], row[1]) if row else (0, 0)


class Write(NamedTuple):
    """A register that a segment writes, or restates for another laptop."""

    device: bytes
    id: bytes
    stamp: int
    body: Any


class Written(NamedTuple):
    """What a segment writes, and whether it holds nothing else."""

    writes: list[Write]
    whole: bool


def _read(segment: Segment, header: Header, roster: Roster) -> Written:
    try:
        changesets = open_payload(segment, header, None)
        again = open_restated(segment, header, None)
    except CircleError:
        return Written([], False)  # malformed, signed all the same: it shows nothing
    name = (header.space, header.device, header.seq)
    rows = [(header.device, changeset) for changeset in changesets if isinstance(changeset, Changeset)]
    if roster.state.redactions.restates(name, header_hash(segment.header)):
        rows += [(row.device, row.changeset) for row in again]
    writes = [write for device, changeset in rows for write in _writes(device, changeset)]
    whole = not again and len(rows) == len(changesets) and sum(len(c.ops) for _, c in rows) == len(writes)
    return Written(writes, whole)


def _writes(device: bytes, changeset: Changeset) -> Iterator[Write]:
    for op in changeset.ops:
        if isinstance(op, SetOp) and op.entity == "item" and "body" in op.fields:
            yield Write(device, op.id, op.own.get("body", changeset.tick), op.fields["body"])


def _drop_superseded(connection: sqlite3.Connection, circle: bytes, roster: Roster) -> None:
    """Drop payloads of which every register is superseded in one that is kept; headers stay, so chains hold.

    Only now and then: once there are twice as many payloads as items.
    """
    sql = "SELECT count(*) FROM segment WHERE circle=? AND space=2 AND payload IS NOT NULL"
    payloads = connection.execute(sql, (circle,)).fetchone()[0]
    shown = connection.execute("SELECT count(*) FROM item WHERE circle=?", (circle,)).fetchone()[0]
    if payloads <= 2 * shown + SPARE_PAYLOADS:
        return
    for space, device, seq in superseded(_kept(connection, circle), roster):
        connection.execute(
            "UPDATE segment SET payload=NULL WHERE circle=? AND space=? AND device=? AND seq=?",
            (circle, space, device, seq),
        )


def _kept(connection: sqlite3.Connection, circle: bytes) -> list[Segment]:
    sql = "SELECT header, signature, payload FROM segment WHERE circle=? AND space=2 AND payload IS NOT NULL"
    return [Segment(*row) for row in connection.execute(sql, (circle,))]


def superseded(segments: Iterable[Segment], roster: Roster) -> list[tuple[int, bytes, int]]:
    """Return (space, device, seq) of the catalogue segments that nobody needs, given all that are kept.

    One that does not count today is never among them: a longer roster may let it count.
    """
    standing: dict[bytes, tuple[int, bytes]] = {}
    whole: list[tuple[Header, Written]] = []
    for segment in segments:
        header = Header.parse(segment.header)
        if judge(roster, header, header_hash(segment.header)) is not Verdict.COUNTS:
            continue
        written = _read(segment, header, roster)
        for write in written.writes:
            standing[write.id] = max(standing.get(write.id, (0, b"")), (write.stamp, write.device))
        if written.whole:
            whole.append((header, written))
    return [
        (header.space, header.device, header.seq)
        for header, written in whole
        if all(standing[write.id] != (write.stamp, write.device) for write in written.writes)
    ]


def _put(connection: sqlite3.Connection, circle: bytes, write: Write, now_ms: int) -> None:
    device, id_, stamp, body = write
    held = connection.execute("SELECT stamp, device FROM item WHERE circle=? AND id=?", (circle, id_)).fetchone()
    if held is not None and (held[0], held[1]) > (stamp, device):
        return
    shown = _capped(body, stamp, now_ms) if isinstance(body, dict) else {}
    reach = shown.get("reach")
    connection.execute(
        "INSERT OR REPLACE INTO item VALUES (?,?,?,?,?,?,?,?)",
        (
            circle,
            id_,
            stamp,
            device,
            text(shown.get("kind")),
            reach if type(reach) is int else 0,
            text(shown.get("expires")),
            encode(shown) if shown else None,
        ),  # fmt: skip
    )


def _capped(body: dict[str, Any], stamp: int, now_ms: int) -> dict[str, Any]:
    """Return a body that is shown for at most 180 days after it was written: no circle takes a place for ever.

    A stamp that is ahead of this hub's clock counts as of now.
    """
    written = datetime.datetime.fromtimestamp(min(milliseconds(stamp), now_ms) / 1000, datetime.UTC).date()
    latest = (written + datetime.timedelta(days=SHOWN_DAYS)).isoformat()
    return {**body, "expires": latest} if text(body.get("expires")) > latest else body
