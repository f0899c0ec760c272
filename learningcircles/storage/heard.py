"""When a laptop was last heard of."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.clock import milliseconds


def last_heard(circle: Circle, device: bytes) -> int | None:
    """Return the ms since 1970 (by its own clock) of a laptop's newest change that is here, or None."""
    number = circle.journal.numbers.by_id.get(device)
    row = circle.connection.execute("SELECT max(tick) FROM changeset WHERE device=?", (number,)).fetchone()
    return milliseconds(row[0]) if row and row[0] is not None else None
