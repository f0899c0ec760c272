"""When a laptop was last heard of."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.clock import milliseconds


def last_heard(circle: Circle, device: bytes) -> int | None:
    """Return the ms since 1970 (by its own clock) of a laptop's newest change that is here, or None."""
    # Another connection may have given the laptop its number, so what this one remembers is not asked.
    number = "SELECT n FROM device_number WHERE id=?"
    row = circle.connection.execute(f"SELECT max(tick) FROM changeset WHERE device=({number})", (device,)).fetchone()
    return milliseconds(row[0]) if row and row[0] is not None else None
