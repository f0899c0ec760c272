"""A month of a circle in numbers, as it may be published: how much was exchanged and how many came.

    {"kind": "figures", "reach", "expires", "month", "exchanges"?, "minutes"?, "meetups"?, "attendances"?}

Small numbers: a number below 5 is not shown, since in a small group it may point at somebody; minutes are not shown
where the number of exchanges that they belong to is not. No total is shown from which one could be computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

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


class Parts(NamedTuple):
    """A whole in parts, for paper: those that are shown, and how many lie in those that are not."""

    shown: Mapping[str, int]
    joined: tuple[str, ...]
    rest: int


def parts_for_paper(cells: Mapping[str, int]) -> Parts:
    """Return the cells whose numbers may be read, in their order; the others join one that keeps the total true.

    A cell of 1 to 4 joins. Since the total is known, what joins is at least two cells and 5 in all, or it could be
    computed: the smallest of the others go with it. Nobody at all (0) points at nobody, and is shown.
    """
    small = [name for name, number in cells.items() if 0 < number < LEAST]
    others = sorted((number, name) for name, number in cells.items() if number >= LEAST)
    while small and others and (len(small) < 2 or sum(cells[name] for name in small) < LEAST):
        small.append(others.pop(0)[1])
    joined = tuple(name for name in cells if name in small)
    shown = {name: number for name, number in cells.items() if name not in joined}
    return Parts(shown, joined, sum(cells[name] for name in joined))
