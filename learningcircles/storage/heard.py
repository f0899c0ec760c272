"""When a laptop was last heard of."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.clock import milliseconds
from learningcircles.storage.journal import whole
from learningcircles.storage.rescue import kept_segments

_NUMBER = "SELECT n FROM device_number WHERE id=?"
"""Another connection may have given the laptop its number, so what this one remembers is not asked."""


def last_heard(circle: Circle, device: bytes) -> int | None:
    """Return the ms since 1970 (by its own clock) of a laptop's newest change that is here, or None.

    One that has written none, as a laptop that only looks, was heard of when it came into the list of laptops.
    """
    row = circle.connection.execute(f"SELECT max(tick) FROM changeset WHERE device=({_NUMBER})", (device,)).fetchone()
    return milliseconds(row[0]) if row and row[0] is not None else _came(circle, device)


def _came(circle: Circle, device: bytes) -> int | None:
    found = circle.roster.devices.get(device)
    if found is None or found.provisional or not found.grants:
        return None
    body = circle.roster.placed[found.grants[0].position].entry.read()
    return milliseconds(body.tick) if body.kind in ("add", "succeed") else None


def last_word(circle: Circle, device: bytes) -> int | None:
    """Return the same, but of a laptop that was shut out also of what came from it and does not count."""
    heard, found = last_heard(circle, device), circle.roster.devices.get(device)
    if found is not None and not found.revoked:
        return heard
    ticks = (item.tick for kept in kept_segments(circle.journal, device) for item in kept.changesets or ())
    return max(filter(None, (heard, *map(milliseconds, ticks))), default=None)


def last_author(circle: Circle, device: bytes) -> bytes | None:
    """Return the member who wrote on a laptop last, as it says; None where nobody has."""
    journal = circle.journal
    rows = circle.connection.execute(f"SELECT n FROM changeset WHERE device=({_NUMBER}) ORDER BY tick DESC", (device,))
    authors = (whole(journal, row).author for (n,) in rows for row in journal.by_rows([n]))
    return next((author for author in authors if author is not None), None)
