"""What an exchange moves by the ledger, and what it should move by its record: each worked out by itself."""

from __future__ import annotations

from learningcircles import ids
from learningcircles.circle.circle import Circle
from learningcircles.storage import settlements


def moved(circle: Circle, swap: bytes) -> dict[bytes, int]:
    """Return what an exchange moves now: account → minutes, without what comes to nothing."""
    sums: dict[bytes, int] = {}
    for row in settlements.of_source(circle.connection, swap):
        for account, minutes in row.legs if row.counts else ():
            sums[account] = sums.get(account, 0) + minutes
    return {account: minutes for account, minutes in sums.items() if minutes}


def said(circle: Circle, swap: bytes) -> dict[bytes, int]:
    """Return what an exchange should move by its record."""
    record = circle.reader.get("swap", swap)
    if record.deleted or record["state"] != "confirmed" or record["provider"] == record["receiver"]:
        return {}
    return {ids.account(record["provider"]): record["minutes"], ids.account(record["receiver"]): -record["minutes"]}
