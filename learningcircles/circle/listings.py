"""Offers and requests: which of them hold today. Whoever lists, counts, matches, prints or publishes them asks here.

`state` says what somebody has said of one; its last day (`expires`, counted in) goes by without anybody's word.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.storage.query import NotBefore

LISTINGS = ("offer", "request")
_ASKED = timedelta(days=183)
OPEN = "open"
IN_FORCE = (OPEN, "matched")
"""What is offered or asked for still, with or without somebody for it. Where nobody has said a state, it is open."""


def still_open(today: str) -> Mapping[str, Any]:
    """Return the `where` of what waits for somebody on a day ("2026-11-20")."""
    return {"state": [OPEN, None], "expires": NotBefore(today)}


def in_force(today: str) -> Mapping[str, Any]:
    """Return the `where` of what is offered or asked for on a day."""
    return {"state": [*IN_FORCE, None], "expires": NotBefore(today)}


def until_lately(today: str) -> Mapping[str, Any]:
    """Return the `where` of what is in force, or was within half a year before a day: nobody is asked for ever."""
    return {"state": [*IN_FORCE, None], "expires": NotBefore((date.fromisoformat(today) - _ASKED).isoformat())}


def ended_lately(reader: Reader, today: str) -> int:
    """Return of how many offers and requests the last day was within half a year."""
    known = until_lately(today)
    return sum(reader.count(kind, where=known) - reader.count(kind, where=in_force(today)) for kind in LISTINGS)


def has_ended(listing: Record, today: str) -> bool:
    """Return whether the last day of what was open or matched is before this day."""
    last = listing.get("expires")
    return bool(last) and listing.get("state") in (*IN_FORCE, None) and str(last) < today
