"""The region's catalogue: what circles publish, merged from their catalogue segments after they were stored.

An item is one register; the write with the highest (stamp, device id) wins. It is read only from segments that
count under the circle's roster, so a web page shows what this hub has checked.
"""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload, open_restated
from learningcircles.trust.counts import Verdict, judge
from learningcircles.trust.roster import Roster
from learningcircles_sync.hub.room import Room


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


def _merge(connection: sqlite3.Connection, roster: Roster, segment: Segment) -> None:
    header = Header.parse(segment.header)
    if judge(roster, header, header_hash(segment.header)) is not Verdict.COUNTS:
        return
    try:
        changesets = open_payload(segment, header, None)
        again = open_restated(segment, header, None)
    except CircleError:
        return  # malformed, signed all the same: it shows nothing
    for changeset in changesets:
        if isinstance(changeset, Changeset):
            _show(connection, header.circle, header.device, changeset)
    if roster.state.redactions.restates((header.space, header.device, header.seq), header_hash(segment.header)):
        for row in again:
            _show(connection, header.circle, row.device, row.changeset)


def _show(connection: sqlite3.Connection, circle: bytes, device: bytes, changeset: Changeset) -> None:
    for op in changeset.ops:
        if isinstance(op, SetOp) and op.entity == "item" and "body" in op.fields:
            _put(connection, circle, device, op.id, op.own.get("body", changeset.tick), op.fields["body"])


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
    names = {found: circle_name(connection, found) for found in {row[0] for row in rows}}
    return [Shown(found, names[found], id_, decode(body)) for found, id_, body in rows]


def circle_name(connection: sqlite3.Connection, circle: bytes) -> str:
    """Return the name that a circle has published for itself, or an empty text."""
    row = connection.execute(
        "SELECT body FROM item WHERE circle=? AND kind='charter' AND body IS NOT NULL", (circle,)
    ).fetchone()
    return _text(decode(row[0]).get("name")) if row else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
