"""Hour accounts as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.storage.connect import Connection

_BATCH = 400


def minutes_of(connection: Connection, account: bytes) -> int:
    """Return an account's minutes; 0 for one that never moved."""
    row = connection.execute("SELECT minutes FROM balance WHERE account=?", (account,)).fetchone()
    return int(row[0]) if row else 0


def minutes_of_all(connection: Connection, accounts: Sequence[bytes]) -> dict[bytes, int]:
    """Return the minutes of those accounts that have ever moved."""
    found: dict[bytes, int] = {}
    for begin in range(0, len(accounts), _BATCH):
        part = accounts[begin : begin + _BATCH]
        marks = ",".join("?" * len(part))
        found.update(connection.execute(f"SELECT account, minutes FROM balance WHERE account IN ({marks})", part))
    return found
