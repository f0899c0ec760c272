"""One record of an address book or a calendar, as it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles.intake.rows import Problem

PROPERTY_LABELS = {
    "EXDATE": "dates left out of a series",
    "RDATE": "further dates of a series",
    "ATTENDEE": "who was invited",
    "ORGANIZER": "who invited",
    "CATEGORIES": "categories",
    "URL": "web address",
    "GEO": "place on the map",
    "COMMENT": "comments",
    "CONTACT": "contact",
    "ATTACH": "attached files",
    "RESOURCES": "equipment",
    "COLOR": "colour",
    "PHOTO": "photo",
    "LOGO": "logo",
    "ORG": "organisation",
    "TITLE": "position",
    "ROLE": "role",
    "GENDER": "gender",
    "ANNIVERSARY": "anniversary",
    "IMPP": "chat address",
    "KEY": "key",
    "TZ": "time zone",
    "ADR": "further addresses",
    "X": "what only the other program knows",
}
"""What lines of calendars (RFC 5545) and cards (RFC 6350) that are not read say, in words."""


def called(name: str) -> str:
    """Return what a line that is not read says, in English; its name where that is unknown here."""
    return PROPERTY_LABELS.get("X" if name.upper().startswith("X-") else name.upper(), name)


class Entry(NamedTuple):
    """`id`: whose export this is, where it is one of ours. `unused`: what else stood there, by its name."""

    fields: Mapping[str, Any]
    id: bytes | None = None
    problems: Sequence[Problem] = ()
    unused: Sequence[str] = ()
