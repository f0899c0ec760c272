"""Reading iCalendar files (RFC 5545): events as meetups."""

from __future__ import annotations

import datetime
import re
import warnings
import zoneinfo
from typing import Any

from icalendar import Calendar, Event
from icalendar.error import BrokenCalendarProperty

from learningcircles.errors import InvalidValue, Unreadable
from learningcircles.intake.calendars import ASSUMED, DEFAULT_MINUTES
from learningcircles.intake.entry import Entry
from learningcircles.intake.letters import decode_text
from learningcircles.intake.rows import Problem

_QUIET = frozenset({
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS",
    "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY", "RECURRENCE-ID", ASSUMED,
})  # fmt: skip
_OTHERS = ("VTODO", "VJOURNAL")
"""What a calendar may hold beside events."""


def read_calendar(data: bytes, name: str, zone: str) -> list[Entry]:
    """Return the events. `zone`: of times that name none, or one that is known nowhere else. Raises Unreadable."""
    try:
        with warnings.catch_warnings():  # what the library guesses of a zone's name is for programmers
            warnings.simplefilter("ignore")
            calendar = Calendar.from_ical(decode_text(data)[0])
    except (ValueError, OSError) as error:  # OSError: a zone named as a folder is
        raise Unreadable("bad_calendar", "{file} is not a calendar, or is damaged.", file=name) from error
    left = [each for each in _OTHERS if any(calendar.walk(each))]
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    if left and not events:
        raise Unreadable(
            "no_events", "{file} holds no meetups. Tasks and diary entries of a calendar are left out.", file=name
        )
    return [_entry(event, zone, left) for event in events]


def _entry(event: Event, zone: str, left: list[str]) -> Entry:
    fields: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, field in (("SUMMARY", "title"), ("LOCATION", "place"), ("DESCRIPTION", "notes")):
        if str(event.get(name, "")).strip():
            fields[field] = str(event[name]).strip()
    begins = _moment(event, "DTSTART")
    if "RECURRENCE-ID" in event:
        problems.append(Problem("start", _moved(), str(begins or ""), True))
    elif isinstance(begins, datetime.datetime):
        fields["start"] = _start(begins, zone)
        if rule := _rule(event):
            problems.append(Problem("start", _repeats(), rule))
        lasts = _length(event, begins)
        lasts = 0 if ASSUMED in event and lasts == DEFAULT_MINUTES else lasts
        fields |= {"minutes": lasts} if lasts > 0 else {}
        if lasts < 0:
            problems.append(Problem("minutes", _ends_before()))
    elif begins is not None:
        fields |= _whole_days(event, begins, zone)
        problems.append(Problem("start", _no_time()))
        if rule := _rule(event):
            problems.append(Problem("start", _repeats(), rule))
    state = str(event.get("STATUS", "")).upper()
    if state == "CANCELLED":
        fields["state"] = "cancelled"
    left = [*left, *(["STATUS"] if state == "TENTATIVE" else [])]
    unused = [*left, *(str(each) for each in event if str(each).upper() not in _QUIET)]
    return Entry(fields, _our_id(str(event.get("UID", ""))), problems, unused)


def _moved() -> InvalidValue:
    return InvalidValue("moved_date", "This is one date of a series, which was moved.", field="start")


def _repeats() -> InvalidValue:
    return InvalidValue("repeats", "This repeats: only its first date is taken.", field="start")


def _ends_before() -> InvalidValue:
    return InvalidValue("ends_before", "It ends before it begins: its length is left out.", field="minutes")


def _no_time() -> InvalidValue:
    return InvalidValue("no_time", "This is a whole day: it is taken from 00:00, for want of a time.", field="start")


def _whole_days(event: Event, begins: datetime.date, zone: str) -> dict[str, Any]:
    """Return midnight of its first day, and all that it lasts: a calendar shows it on these days as well."""
    ends, lasts = _moment(event, "DTEND"), _dt(event.get("DURATION"))
    whole = type(ends) is datetime.date and ends > begins  # a moment is a date as well, and cannot be compared
    days = (ends - begins) if whole and ends is not None else lasts
    length = days if isinstance(days, datetime.timedelta) and days > datetime.timedelta() else datetime.timedelta(1)
    return {"start": {"at": f"{begins.isoformat()}T00:00", "zone": zone}, "minutes": round(length.total_seconds() / 60)}


def _start(begins: datetime.datetime, zone: str) -> dict[str, Any]:
    """Return a local time in its own zone where that has a name, else in ours."""
    named = getattr(begins.tzinfo, "key", "") if begins.tzinfo else zone
    if not _known(named) or (named == "UTC" and zone != "UTC"):
        begins, named = begins.astimezone(zoneinfo.ZoneInfo(zone)), zone
    return {"at": begins.replace(tzinfo=None).isoformat(timespec="minutes"), "zone": named}


def _length(event: Event, begins: datetime.datetime) -> int:
    """Return the minutes that it lasts: below zero where it ends before it begins, 0 where nothing is said."""
    ends, lasts = _moment(event, "DTEND"), event.get("DURATION")
    span = _dt(lasts)
    if isinstance(ends, datetime.datetime) and (ends.tzinfo is None) == (begins.tzinfo is None):
        span = ends - begins
    return round(span.total_seconds() / 60) if isinstance(span, datetime.timedelta) else 0


def _rule(event: Event) -> str:
    rule = event.get("RRULE")
    first = rule[0] if isinstance(rule, list) else rule
    return str(first.to_ical().decode()) if first is not None else ""


def _moment(event: Event, name: str) -> datetime.date | datetime.datetime | None:
    found = _dt(event.get(name))
    return found if isinstance(found, datetime.date) else None


def _dt(held: Any) -> Any:
    """Return what a property means, or None where it is missing or damaged."""
    try:
        return getattr(held[0] if isinstance(held, list) else held, "dt", None)
    except BrokenCalendarProperty:
        return None


def _known(zone: str) -> bool:
    try:
        zoneinfo.ZoneInfo(zone)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    return True


def _our_id(uid: str) -> bytes | None:
    match = re.fullmatch(r"([0-9a-f]{32})@learningcircles", uid.strip().lower())
    return bytes.fromhex(match[1]) if match else None
