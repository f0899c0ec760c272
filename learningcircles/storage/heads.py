"""Where a device's logs end in this file."""

from __future__ import annotations

from learningcircles import clock
from learningcircles.journal.segment import Header, header_hash
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Numbers

Heads = dict[int, tuple[int, bytes]]
"""space → (seq, header hash) of the last segment held."""


def heads_of(connection: Connection, numbers: Numbers, device: bytes) -> Heads:
    """Return the ends of a device's logs; spaces without a segment are left out."""
    number = numbers.by_id.get(device)
    rows = connection.execute("SELECT space, stored, head FROM log WHERE device=? AND stored > 0", (number,))
    return {space: (stored, bytes(head)) for space, stored, head in rows}


def heads_before(connection: Connection, numbers: Numbers, device: bytes, moment_ms: int) -> Heads:
    """Return the ends of a device's logs as they were at a moment (ms since 1970) by its own clock."""
    limit = clock.stamp_at(moment_ms)
    found: Heads = {}
    sql = "SELECT header FROM segment WHERE device=? ORDER BY space, seq"
    past: set[int] = set()
    for (packed,) in connection.execute(sql, (numbers.by_id.get(device),)):
        header = Header.parse(packed)
        if header.stamp > limit:
            past.add(header.space)
        elif header.space not in past:
            found[header.space] = (header.seq, header_hash(packed))
    return found
