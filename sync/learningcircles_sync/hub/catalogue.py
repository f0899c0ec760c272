"""The region's catalogue as pages and laptops read it (`merging` fills it)."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from learningcircles.codec import decode

MOST_OF_A_CIRCLE = 1_000
"""So many items of one circle are shown together, its newest: a person reads no more, and it hides no other circle."""


class Shown(NamedTuple):
    """One published item. `body` has kind, reach, expires and what the circle chose to show."""

    circle: bytes
    circle_name: str
    id: bytes
    body: dict[str, Any]


def items(
    connection: sqlite3.Connection,
    today: str,
    *,
    reach: int,
    kind: str = "",
    circle: bytes | None = None,
    but: bytes | None = None,
    id_: bytes | None = None,
    after: tuple[bytes, bytes] = (b"", b""),
    limit: int = 10_000,
    most: int = 10_000,
) -> list[Shown]:
    """Return what is shown at `reach` or wider, not expired, ordered by (circle, id).

    Where there is more than `most`, each circle's newest comes before anybody's second newest, and so on; its charter
    first of all.
    """
    rows = connection.execute(
        "WITH ranked AS (SELECT circle, id, row_number() OVER (PARTITION BY circle"
        " ORDER BY kind='charter' DESC, stamp DESC, id) AS nth FROM item"
        " WHERE body IS NOT NULL AND reach>=? AND expires>=? AND (?='' OR kind=?) AND (? IS NULL OR circle=?)"
        " AND (? IS NULL OR circle<>?) AND (? IS NULL OR id=?)),"
        " chosen AS (SELECT circle, id FROM ranked WHERE nth<=? ORDER BY nth, circle LIMIT ?)"
        " SELECT circle, id, body FROM chosen JOIN item USING (circle, id) WHERE (circle, id) > (?, ?)"
        " ORDER BY circle, id LIMIT ?",
        (reach, today, kind, kind, circle, circle, but, but, id_, id_, MOST_OF_A_CIRCLE, most, *after, limit),
    ).fetchall()
    names = {found: circle_name(connection, found, today) for found in {row[0] for row in rows}}
    return [Shown(found, names[found], id_, decode(body)) for found, id_, body in rows]


def circle_name(connection: sqlite3.Connection, circle: bytes, today: str) -> str:
    """Return the name that a circle publishes for itself today, or an empty text."""
    row = connection.execute(
        "SELECT body FROM item WHERE circle=? AND kind='charter' AND body IS NOT NULL AND expires>=?", (circle, today)
    ).fetchone()
    return text(decode(row[0]).get("name")) if row else ""


def text(value: Any) -> str:
    """Return a text, empty where another program published something else."""
    return value if isinstance(value, str) else ""
