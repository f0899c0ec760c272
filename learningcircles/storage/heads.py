"""Where a device's logs end in this file."""

from __future__ import annotations

from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Numbers

Heads = dict[int, tuple[int, bytes]]
"""space → (seq, header hash) of the last segment held."""


def heads_of(connection: Connection, numbers: Numbers, device: bytes) -> Heads:
    """Return the ends of a device's logs; spaces without a segment are left out."""
    number = numbers.by_id.get(device)
    rows = connection.execute("SELECT space, stored, head FROM log WHERE device=? AND stored > 0", (number,))
    return {space: (stored, bytes(head)) for space, stored, head in rows}
