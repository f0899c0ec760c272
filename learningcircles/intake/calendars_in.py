"""Reading iCalendar files (RFC 5545): events as meetups, of a series the dates of twelve months."""

from __future__ import annotations

import datetime
import re
import warnings
import zoneinfo
from collections.abc import Callable
from typing import Any

from icalendar import Calendar, Component, Event
from icalendar.error import BrokenCalendarProperty

from learningcircles.errors import InvalidValue, Unreadable
from learningcircles.intake.calendars import ASSUMED, DEFAULT_MINUTES
from learningcircles.intake.entry import Entry
from learningcircles.intake.rows import Problem, Series
from learningcircles.intake.series import Dates, is_series, local
from learningcircles.recurrence import DAYS

_QUIET = frozenset({
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS",
    "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY", "RECURRENCE-ID", ASSUMED,
})  # fmt: skip
_OF_SERIES = ("EXDATE", "RDATE")
_BEGINS = re.compile(r"^(?=BEGIN:VEVENT[ \t]*\r?$)", re.MULTILINE | re.IGNORECASE)
_ENDS = re.compile(r"^END:VEVENT[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_OTHERS = ("VTODO", "VJOURNAL")
"""What a calendar may hold beside events."""


def _nobody() -> None:
    """Nobody stops it."""


def read_calendar(
    text: str, name: str, zone: str, today: str, ask: Callable[[], None] = _nobody
) -> list[Entry]:  # fmt: skip
    """Return the events, those of a series from `today`, such as 2026-11-20, on (see `series`).

    `zone`: of times that name none, or one that is known nowhere else. `ask` is called before each event is read, and
    before its dates are looked for; what it raises stops the reading. Raises Unreadable.
    """
    try:
        with warnings.catch_warnings():  # what the library guesses of a zone's name is for programmers
            warnings.simplefilter("ignore")
            calendar, events = _in_parts(text, ask)
    except (ValueError, OSError) as error:  # OSError: a zone named as a folder is
        raise Unreadable("bad_calendar", "{file} is not a calendar, or is damaged.", file=name) from error
    left = [each for each in _OTHERS if any(calendar.walk(each))]
    if left and not events:
        raise Unreadable(
            "no_events", "{file} holds no meetups. Tasks and diary entries of a calendar are left out.", file=name
        )
    moved: dict[str, list[Event]] = {}
    for event in events:
        if "RECURRENCE-ID" in event:
            moved.setdefault(_uid(event), []).append(event)
    alone = [event for event in events if "RECURRENCE-ID" not in event]
    entries: list[Entry] = []
    for event in alone:
        ask()
        others = moved.pop(_uid(event), []) if is_series(event) else []
        entries += _dates(event, others, zone, left, today)
    return entries + [_entry(event, zone, left) for several in moved.values() for event in several]


def _in_parts(text: str, ask: Callable[[], None]) -> tuple[Component, list[Event]]:
    """Return what a calendar holds beside its events, and these, read one by one: a year's takes seconds.

    Its zones are known before the first event is read, wherever they stand (RFC 5545, 3.6.5).
    """
    around, *pieces = _BEGINS.split(text)
    written = []
    for piece in pieces:
        end = _ENDS.search(piece)
        if end is None:
            raise ValueError("an event without an end")
        written.append(piece[: end.end()])
        around += piece[end.end() :].lstrip("\r\n")
    calendar, events = Calendar.from_ical(around), []
    for each in written:
        ask()
        events.append(Event.from_ical(each))
    return calendar, [event for event in events if isinstance(event, Event)]


def _dates(event: Event, moved: list[Event], zone: str, left: list[str], today: str) -> list[Entry]:
    """Return the dates of a series, those that were moved where they are now; anything else as it is."""
    whole = _entry(event, zone, left)
    begins = _moment(event, "DTSTART")
    if not is_series(event) or begins is None or _our_id(_uid(event)) is not None:
        return [whole, *(_entry(each, zone, left) for each in moved)]
    first = begins if isinstance(begins, datetime.datetime) else datetime.datetime.combine(begins, datetime.time())
    day = datetime.date.fromisoformat(today)
    try:
        dates = Dates(event, first.replace(tzinfo=None), day)
    except (ValueError, OverflowError, ArithmeticError):
        return [whole, *(_entry(each, zone, left) for each in moved)]
    instead = {local(at, first, first.tzinfo): each for each in moved if (at := _moment(each, "RECURRENCE-ID"))}
    following = {at: each for at, each in instead.items() if _moves_what_follows(each)}
    entries: list[Entry] = []
    for date in dates.taken:
        if date in instead:
            entries.append(_entry(instead.pop(date), zone, left))
            continue
        since = max((at for at in following if at <= date), default=None)
        if since is None:
            entries.append(_on(date, begins, first.tzinfo, whole, zone))
            continue
        source = following[since]
        moment = _moment(source, "DTSTART") or begins
        moved_by = local(moment, first, first.tzinfo) - since
        entries.append(_on(date + moved_by, moment, first.tzinfo, _entry(source, zone, left), zone))
    entries += [_entry(each, zone, left) for each in instead.values() if _begins_after(each, first, day)]
    if not entries:
        return [whole]
    told = Series(str(whole.fields.get("title", "")), len(entries), dates.more)
    entries = [
        each._replace(
            problems=[problem for problem in each.problems if problem.error.code != "repeats"],
            unused=[name for name in each.unused if name.upper() not in _OF_SERIES],
        )
        for each in entries
    ]
    return [entries[0]._replace(series=told), *entries[1:]]


def _on(
    date: datetime.datetime, begins: datetime.date, there: datetime.tzinfo | None, entry: Entry, zone: str
) -> Entry:
    """Return what a series says on one of its dates, in its own time `there`; whole days have none."""
    start = {"at": f"{date:%Y-%m-%dT%H:%M}", "zone": zone}
    if isinstance(begins, datetime.datetime):
        start = _start(date.replace(tzinfo=there), zone)
    return entry._replace(fields={**entry.fields, "start": start})


def _moves_what_follows(event: Event) -> bool:
    """Return whether a date that was moved moves all that come after it as well."""
    held: Any = event["RECURRENCE-ID"]
    return str(getattr(held, "params", {}).get("RANGE", "")).upper() == "THISANDFUTURE"


def _begins_after(event: Event, first: datetime.datetime, today: datetime.date) -> bool:
    """Return whether one that was moved is still to come, though the date that it had is past or is none of these."""
    begins = _moment(event, "DTSTART")
    held = local(begins, first, first.tzinfo) if begins is not None else None
    return held is not None and today <= held.date() <= today + datetime.timedelta(days=DAYS)


def _uid(event: Event) -> str:
    return str(event.get("UID", ""))


def _entry(event: Event, zone: str, left: list[str]) -> Entry:
    fields: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, field in (("SUMMARY", "title"), ("LOCATION", "place"), ("DESCRIPTION", "notes")):
        if str(event.get(name, "")).strip():
            fields[field] = str(event[name]).strip()
    begins = _moment(event, "DTSTART")
    if isinstance(begins, datetime.datetime):
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
    return Entry(fields, _our_id(_uid(event)), problems, unused)


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
