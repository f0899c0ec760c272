"""Exchanges that two laptops have probably recorded both: the same people and day, minutes within a quarter of an hour.

Both count until somebody says that they are one. What one laptop recorded twice was meant twice.
"""

from __future__ import annotations

from learningcircles.storage.connect import Connection

CLOSE_MINUTES = 15

_PAIRS = """
SELECT ra.id, rb.id, a.n, b.n FROM e_swap a
JOIN e_swap b ON b.provider = a.provider AND b.receiver = a.receiver AND b."on" = a."on" AND b.n > a.n
JOIN record ra ON ra.n = a.n JOIN record rb ON rb.n = b.n
WHERE abs(a.minutes - b.minutes) <= ? AND NOT a._deleted AND NOT b._deleted
AND a.state IN ('confirmed', 'proposed') AND b.state IN ('confirmed', 'proposed')
AND NOT EXISTS (SELECT 1 FROM e_swap_link l WHERE NOT l._deleted
                AND ((l.one = ra.id AND l.other = rb.id) OR (l.one = rb.id AND l.other = ra.id)))
ORDER BY a.n, b.n
"""
_MAKER = """
SELECT c.device FROM touch t JOIN changeset c ON c.n = t.changeset WHERE t.record = ? ORDER BY c.tick LIMIT 1
"""


def swaps(connection: Connection) -> list[tuple[bytes, bytes]]:
    """Return pairs of exchanges, each by another laptop."""
    rows = connection.execute(_PAIRS, (CLOSE_MINUTES,)).fetchall()
    return [(bytes(one), bytes(other)) for one, other, a, b in rows if _maker(connection, a) != _maker(connection, b)]


def _maker(connection: Connection, record: int) -> int | None:
    row = connection.execute(_MAKER, (record,)).fetchone()
    return int(row[0]) if row else None
