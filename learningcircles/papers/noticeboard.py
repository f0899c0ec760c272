"""The noticeboard sheet: what the circle offers and looks for, with strips to tear off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from learningcircles.circle.changes import Record
from learningcircles.circle.consents import agreed
from learningcircles.circle.listings import still_open
from learningcircles.circle.reader import Reader
from learningcircles.storage.spelling import plain_letters

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Notice:
    """One listing: `name` and `contact` only where that person agreed to it."""

    title: str
    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Noticeboard:
    """`next_title`, `next_start` ({at, zone} or empty) and `next_place`: the meetup where one may ask."""

    circle: str
    objective: str
    offers: list[Notice]
    requests: list[Notice]
    next_title: str
    next_start: dict[str, str]
    next_place: str
    link: str


def noticeboard(reader: Reader, now: str, page: str = "") -> Noticeboard:
    """Return the sheet as of a local time ("2026-11-20T18:05"), or of a whole day ("2026-11-20").

    `page` is the circle's address on the web, or empty.
    """
    today = now[:10]
    charter = next(iter(reader.list("!charter", limit=1)), None)
    coming = next_meetup(reader, now)
    return Noticeboard(
        circle=str(charter.get("name", "")) if charter else "",
        objective=str(charter.get("objective", "")) if charter else "",
        offers=_notices(reader, "offer", today),
        requests=_notices(reader, "request", today),
        next_title=str(coming.get("title", "")) if coming else "",
        next_start=dict(coming.get("start") or {}) if coming else {},
        next_place=str(coming.get("place", "")) if coming else "",
        link=page,
    )


def leads(board: Noticeboard) -> bool:
    """Return whether who tears off a strip finds on it where to ask: the circle's page, or a place and a time."""
    return bool(board.link or (board.next_start and board.next_place))


def next_meetup(reader: Reader, now: str) -> Record | None:
    """Return the next meetup to begin (`now`: see `noticeboard`): one with a place, if there is any, where one may ask.

    Today's only where there is no other one, since a strip is torn off tomorrow as well; none that has begun.
    """
    coming = [
        row
        for row in reader.list("meetup")
        if row.get("state", "planned") != "cancelled" and str((row.get("start") or {}).get("at", "")) >= now
    ]
    return min(coming, key=lambda row: (not row["place"], *_after(now[:10], str(row["start"]["at"]))), default=None)


def _after(today: str, at: str) -> tuple[bool, str]:
    return at.startswith(today), at


def _notices(reader: Reader, kind: str, today: str) -> list[Notice]:
    rows = reader.list(kind, where=still_open(today), order="title")
    return [_notice(reader, row, today) for row in sorted(rows, key=_counted)]


def _counted(row: Record) -> list[tuple[int, str]]:
    """Return what a listing is sorted by: "Lesson 9" comes before "Lesson 10"."""
    parts = _NUMBER.split(plain_letters(str(row.get("title", ""))))
    bare = [part.lstrip("0") if at % 2 else part for at, part in enumerate(parts)]
    return [(len(part) if at % 2 else 0, part) for at, part in enumerate(bare)]


def _notice(reader: Reader, row: Record, today: str) -> Notice:
    title, member = str(row.get("title", "")), row.get("member")
    person = reader.find_one("member", member) if isinstance(member, bytes) else None
    if person is None or person.deleted:
        return Notice(title)
    name = str(person.get("name", "")) if agreed(reader, person.id, "name_in_print", today) else ""
    passed_on = agreed(reader, person.id, "pass_on_contact", today)
    contact = str(person.get("phone") or person.get("email") or "") if passed_on else ""
    return Notice(title, name, contact)
