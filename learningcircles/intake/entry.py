"""One record of an address book or a calendar, as it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles.intake.rows import Problem, Series

PROPERTY_LABELS = {
    "exdate": "dates left out of a series",
    "rdate": "further dates of a series",
    "attendee": "who was invited",
    "organizer": "who invited",
    "categories": "categories",
    "url": "web address",
    "geo": "place on the map",
    "comment": "comments",
    "contact": "contact",
    "attach": "attached files",
    "resources": "equipment",
    "color": "colour",
    "photo": "photo",
    "logo": "logo",
    "org": "organisation",
    "title": "position",
    "role": "role",
    "gender": "gender",
    "anniversary": "anniversary",
    "impp": "chat address",
    "key": "key",
    "bday": "birthday",
    "tz": "time zone",
    "adr": "further addresses",
    "status": "that an event is not certain yet",
    "vtodo": "tasks",
    "vjournal": "diary entries",
    "member": "who is in a group",
    "x": "what only the other program knows",
}
"""What lines of calendars (RFC 5545) and cards (RFC 6350) that are not read say, in words."""


def called(name: str) -> str:
    """Return what a line that is not read says, in English; its name where that is unknown here."""
    return PROPERTY_LABELS.get("x" if name.lower().startswith("x-") else name.lower(), name)


class Entry(NamedTuple):
    """`id`: whose export this is, where it is one of ours. `unused`: what else stood there, by its name.

    `yearless`: a birthday without a year. `series`: whose first date this is.
    """

    fields: Mapping[str, Any]
    id: bytes | None = None
    problems: Sequence[Problem] = ()
    unused: Sequence[str] = ()
    yearless: str = ""
    series: Series | None = None
