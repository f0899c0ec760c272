"""Hour accounts as they stand."""

from __future__ import annotations

from learningcircles.storage.connect import Connection


def minutes_of(connection: Connection, account: bytes) -> int:
    """Return an account's minutes; 0 for one that never moved."""
    row = connection.execute("SELECT minutes FROM balance WHERE account=?", (account,)).fetchone()
    return int(row[0]) if row else 0
