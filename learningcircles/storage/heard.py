"""When a laptop was last heard of."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from learningcircles.circle.circle import Circle
from learningcircles.clock import milliseconds
from learningcircles.entities.declare import Space
from learningcircles.storage.journal import ChangesetRow, newest_first, whole
from learningcircles.storage.rescue import kept_segments

_NUMBER = "SELECT n FROM device_number WHERE id=?"
"""Another connection may have given the laptop its number, so what this one remembers is not asked."""


def last_heard(circle: Circle, device: bytes) -> int | None:
    """Return the ms since 1970 (by its own clock) of a laptop's newest change that is here, or None.

    One that has written none, as a laptop that only looks, was heard of when it came into the list of laptops.
    """
    newest = next(_written(circle, device), None)
    return milliseconds(newest.tick) if newest is not None else _came(circle, device)


def _written(circle: Circle, device: bytes) -> Iterator[ChangesetRow]:
    """Yield what a laptop wrote, newest first; reads no further than is asked."""
    number = circle.connection.execute(_NUMBER, (device,)).fetchone()
    logs = [newest_first(circle.journal, space, *number) for space in Space] if number else []
    return heapq.merge(*logs, key=lambda row: row.tick, reverse=True)


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
    authors = (whole(circle.journal, row).author for row in _written(circle, device))
    return next((author for author in authors if author is not None), None)
