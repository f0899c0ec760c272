"""Meetups as an iCalendar file (RFC 5545), for calendar programs and telephones."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from icalendar import Calendar, Event, vRecur

from learningcircles.circle.changes import Record
from learningcircles.moments import after

YEARS = 10
"""For how long after the last meetup the zones' rules are given: series go on, and all years would fill pages."""
DEFAULT_MINUTES = 60
"""How long a meetup without a length is shown."""
ASSUMED = "X-LEARNINGCIRCLES-LENGTH"
"""The line that says so: whoever reads the file back gives it no length."""


def calendar(records: Iterable[Record], now: datetime.datetime) -> bytes:
    """Return the meetups as VEVENTs with their zones' rules; a cancelled one stays, marked so. `now`: UTC."""
    made = Calendar()
    made.add("prodid", "-//Learning Circles//EN")
    made.add("version", "2.0")
    days = [now.date()]
    for record in records:
        begins = _moment(record.get("start", {}))
        days += [begins.date()] if begins else []
        made.add_component(_event(record, begins, now))
    year = datetime.timedelta(days=366)
    made.add_missing_timezones(first_date=min(days) - year, last_date=max(days) + YEARS * year)
    return bytes(made.to_ical())


def _event(record: Record, begins: datetime.datetime | None, now: datetime.datetime) -> Event:
    event = Event()
    event.add("uid", f"{record.id.hex()}@learningcircles")
    event.add("dtstamp", now)
    event.add("summary", str(record.get("title", "")))
    if begins is not None:
        event.add("dtstart", begins)
        minutes = record.get("minutes")
        event.add("duration", after(begins, minutes or DEFAULT_MINUTES) - begins)
        if not minutes:
            event.add(ASSUMED.lower(), "ASSUMED")
    rule = record.get("start", {}).get("rule")
    if rule:
        with suppress(ValueError):  # a rule of a later version: shown once rather than not at all
            event.add("rrule", vRecur.from_ical(str(rule)))
    for name, field in (("location", "place"), ("description", "notes")):
        if record.get(field):
            event.add(name, str(record[field]))
    event.add("status", "CANCELLED" if record.get("state") == "cancelled" else "CONFIRMED")
    return event


def _moment(start: dict[str, Any]) -> datetime.datetime | None:
    try:
        at = datetime.datetime.fromisoformat(str(start.get("at", "")))
        return at.replace(tzinfo=zoneinfo.ZoneInfo(str(start.get("zone", "UTC"))))
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return None  # written by a later version: shown without a time rather than not at all
