"""The region's catalogue as pages and laptops read it (`merging` fills it)."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from learningcircles.codec import decode


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
) -> list[Shown]:
    """Return what is shown at `reach` or wider, not expired, ordered by (circle, id)."""
    rows = connection.execute(
        "SELECT i.circle, i.id, i.body FROM item i WHERE i.body IS NOT NULL AND i.reach>=? AND i.expires>=?"
        " AND (?='' OR i.kind=?) AND (? IS NULL OR i.circle=?) AND (? IS NULL OR i.circle<>?)"
        " AND (? IS NULL OR i.id=?) AND (i.circle, i.id) > (?, ?) ORDER BY i.circle, i.id LIMIT ?",
        (reach, today, kind, kind, circle, circle, but, but, id_, id_, *after, limit),
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
