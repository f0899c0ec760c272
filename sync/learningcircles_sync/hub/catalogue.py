"""The region's catalogue: what circles publish, merged from their catalogue segments after they were stored.

An item is one register; the write with the highest (stamp, device id) wins. It is read only from segments that
count under the circle's roster, so a web page shows what this hub has checked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload, open_restated
from learningcircles.trust.counts import Verdict, judge
from learningcircles.trust.roster import Roster
from learningcircles_sync.hub.room import Room

SPARE_PAYLOADS = 32
"""So many superseded payloads a circle may have before the hub looks which to drop."""


class Shown(NamedTuple):
    """One published item. `body` has kind, reach, expires and what the circle chose to show."""

    circle: bytes
    circle_name: str
    id: bytes
    body: dict[str, Any]


def merge_outbox(connection: sqlite3.Connection) -> None:
    """Take the catalogue segments that wait in the outbox into the table of items."""
    waiting = connection.execute("SELECT circle, position FROM outbox ORDER BY circle, position LIMIT 500").fetchall()
    rosters: dict[bytes, Roster] = {}
    for circle, position in waiting:
        if circle not in rosters:
            room = Room(connection, circle)
            rosters[circle] = Roster.replay(room.placed(), room.proposals())
        row = connection.execute(
            "SELECT header, signature, payload FROM segment WHERE circle=? AND position=?", (circle, position)
        ).fetchone()
        if row is not None:
            _merge(connection, rosters[circle], Segment(*row))
        connection.execute("DELETE FROM outbox WHERE circle=? AND position=?", (circle, position))
    for circle, roster in rosters.items():
        gone = [(circle, id_) for id_ in roster.state.redactions.gone]
        connection.executemany("DELETE FROM item WHERE circle=? AND id=?", gone)
        connection.execute("UPDATE circle SET shelf=shelf+1 WHERE circle=?", (circle,))
        _drop_superseded(connection, circle, roster)


def _merge(connection: sqlite3.Connection, roster: Roster, segment: Segment) -> None:
    header = Header.parse(segment.header)
    if judge(roster, header, header_hash(segment.header)) is Verdict.COUNTS:
        for write in _read(segment, header, roster).writes:
            _put(connection, header.circle, *write)


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


def _put(connection: sqlite3.Connection, circle: bytes, device: bytes, id_: bytes, stamp: int, body: Any) -> None:
    held = connection.execute("SELECT stamp, device FROM item WHERE circle=? AND id=?", (circle, id_)).fetchone()
    if held is not None and (held[0], held[1]) > (stamp, device):
        return
    shown = body if isinstance(body, dict) else {}
    reach = shown.get("reach")
    connection.execute(
        "INSERT OR REPLACE INTO item VALUES (?,?,?,?,?,?,?,?)",
        (
            circle,
            id_,
            stamp,
            device,
            _text(shown.get("kind")),
            reach if type(reach) is int else 0,
            _text(shown.get("expires")),
            encode(body) if shown else None,
        ),  # fmt: skip
    )


def items(
    connection: sqlite3.Connection,
    today: str,
    *,
    reach: int,
    kind: str = "",
    circle: bytes | None = None,
    but: bytes | None = None,
    after: tuple[bytes, bytes] = (b"", b""),
    limit: int = 10_000,
) -> list[Shown]:
    """Return what is shown at `reach` or wider, not expired, ordered by (circle, id)."""
    rows = connection.execute(
        "SELECT i.circle, i.id, i.body FROM item i WHERE i.body IS NOT NULL AND i.reach>=? AND i.expires>=?"
        " AND (?='' OR i.kind=?) AND (? IS NULL OR i.circle=?) AND (? IS NULL OR i.circle<>?)"
        " AND (i.circle, i.id) > (?, ?) ORDER BY i.circle, i.id LIMIT ?",
        (reach, today, kind, kind, circle, circle, but, but, *after, limit),
    ).fetchall()
    names = {found: circle_name(connection, found, today) for found in {row[0] for row in rows}}
    return [Shown(found, names[found], id_, decode(body)) for found, id_, body in rows]


def circle_name(connection: sqlite3.Connection, circle: bytes, today: str) -> str:
    """Return the name that a circle publishes for itself today, or an empty text."""
    row = connection.execute(
        "SELECT body FROM item WHERE circle=? AND kind='charter' AND body IS NOT NULL AND expires>=?", (circle, today)
    ).fetchone()
    return _text(decode(row[0]).get("name")) if row else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
