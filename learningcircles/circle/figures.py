"""A month of a circle in numbers, as it may be published: how much was exchanged and how many came.

    {"kind": "figures", "reach", "expires", "month", "exchanges"?, "minutes"?, "meetups"?, "attendances"?}

Small numbers: a number below 5 is not shown, since in a small group it may point at somebody; minutes are not shown
where the number of exchanges that they belong to is not. No total is shown from which one could be computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from learningcircles import ids
from learningcircles.circle.reader import Reader

LEAST = 5
MONTHS = 3
"""So many past months are shown."""


def figures_id(circle: bytes, month: str) -> bytes:
    """Return the id of a circle's figures of a month such as "2026-10"."""
    return ids.derived("figures", circle, month)


def past_months(today: date) -> Iterator[str]:
    """Yield the months that are over, the last one first."""
    first = today.replace(day=1)
    for _ in range(MONTHS):
        first = (first - timedelta(days=1)).replace(day=1)
        yield first.isoformat()[:7]


def month_in_numbers(reader: Reader, month: str) -> dict[str, Any]:
    """Return what a month came to, numbers below 5 left out."""
    swaps = [row for row in reader.list("swap", where={"state": "confirmed"}) if str(row["on"]).startswith(month)]
    meetups = {row.id for row in reader.list("meetup") if _at(row["start"]).startswith(month)}
    meetups -= {row.id for row in reader.list("meetup", where={"state": "cancelled"})}
    came = 0
    for row in reader.list("attendance") if meetups else ():
        if row["meetup"] in meetups:
            came += row["headcount"] or int(row["state"] == "attended")
    told: dict[str, Any] = {"month": month}
    if len(swaps) >= LEAST:
        told |= {"exchanges": len(swaps), "minutes": sum(row["minutes"] or 0 for row in swaps)}
    counted = {"meetups": len(meetups), "attendances": came}
    return told | {name: number for name, number in counted.items() if number >= LEAST}


def _at(start: Any) -> str:
    return str(start.get("at", "")) if isinstance(start, Mapping) else ""
