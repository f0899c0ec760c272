"""The dates of a calendar's series (RFC 5545): its rule, without what was left out, with what was added."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from icalendar import Event
from icalendar.error import BrokenCalendarProperty

from learningcircles.recurrence import DAYS, by_rule

MOST = 100
"""Dates that are taken of one series: one of every day would fill a year's pages."""
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_PARTS = {
    "DAILY": ("BYDAY", "BYMONTH"),
    "WEEKLY": ("BYDAY", "BYMONTH"),
    "MONTHLY": ("BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"),
    "YEARLY": ("BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY"),
}
"""What may narrow a rule: others mean several times a day, or dates that never come and take for ever to look for."""
_OLDEST = 1900
_MONTHS = 12
_CYCLE = 400
"""Years after which the calendar is the same again, days of the week included."""
_ALWAYS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST")
_MOMENT = re.compile(r"\d{8}(T\d{6}Z?)?")


class Dates:
    """The dates of a series from a day on. `taken`: its first `MOST`; `more`: whether it goes on after these."""

    def __init__(self, event: Event, begins: datetime.datetime, today: datetime.date) -> None:
        """`begins`: the local time of its first date, without a zone. Raises ValueError for a rule that is not read."""
        self.taken: list[datetime.datetime] = []
        self.more = False
        first = datetime.datetime.combine(max(today, begins.date()), datetime.time())
        last = first + datetime.timedelta(days=DAYS)
        left_out = set(_days(event, "EXDATE", begins))
        added = sorted(each for each in set(_days(event, "RDATE", begins)) - left_out if first <= each)
        for each in _merged(_ruled(event, begins, last), added):
            if each < first or each in left_out:
                continue
            if each >= last or len(self.taken) == MOST:
                self.more = True
                break
            self.taken.append(each)


def local(moment: datetime.date, begins: datetime.datetime, zone: datetime.tzinfo | None) -> datetime.datetime:
    """Return a moment as the local time of a series in `zone`, without a zone; of a day the time of `begins`."""
    if not isinstance(moment, datetime.datetime):
        return datetime.datetime.combine(moment, begins.time())
    there = moment.astimezone(zone) if moment.tzinfo is not None and zone is not None else moment
    return there.replace(tzinfo=None)


def is_series(event: Event) -> bool:
    """Return whether an event says that it comes more than once."""
    return "RRULE" in event or "RDATE" in event


def _ruled(event: Event, begins: datetime.datetime, last: datetime.datetime) -> Iterator[datetime.datetime]:
    """Return the dates of the rule, of which those until `last` are wanted; the first one is a date in any case."""
    if "RRULE" not in event:
        return iter([begins])
    held: Any = event["RRULE"]
    if isinstance(held, list):
        raise ValueError("several rules")
    parts = dict(part.split("=", 1) for part in str(held.to_ical().decode()).upper().split(";"))
    frequency = parts.get("FREQ", "")
    if int(parts.get("INTERVAL", "1")) < 1 or begins.year < _OLDEST:
        raise ValueError(held)
    if frequency not in _FREQUENCIES or not parts.keys() <= {*_ALWAYS, *_PARTS[frequency]}:
        raise ValueError(frequency)
    if not all(1 <= int(month) <= _MONTHS for month in parts.get("BYMONTH", "1").split(",")):
        raise ValueError(held)
    until, count = parts.pop("UNTIL", ""), parts.pop("COUNT", "")
    end = _until(event, until, begins) if until else datetime.datetime.max
    dates = _years_ahead(";".join(f"{name}={value}" for name, value in parts.items()), begins, last)
    return islice(_with_first(begins, dates, end), int(count) if count else None)


def _with_first(
    begins: datetime.datetime, dates: Iterable[datetime.datetime], end: datetime.datetime
) -> Iterator[datetime.datetime]:
    """Yield the dates until an end, after the first one, which may be none that the rule itself names."""
    yield begins
    for each in dates:
        if each > end:
            return
        if each != begins:
            yield each


def _years_ahead(rule: str, begins: datetime.datetime, last: datetime.datetime) -> Iterator[datetime.datetime]:
    """Return the dates of a rule, found so many years ahead that dates which never come are looked for in few years:
    only the end of the year 9999 ends that.
    """
    years = (datetime.MAXYEAR - last.year) // _CYCLE * _CYCLE
    ahead = by_rule(rule, begins.replace(year=begins.year + years))
    return (each.replace(year=each.year - years) for each in ahead)


def _until(event: Event, until: str, begins: datetime.datetime) -> datetime.datetime:
    """Return the end of a rule in the series' own time: it stands in the world's, or is a day, which counts whole."""
    if not _MOMENT.fullmatch(until):
        raise ValueError(until)
    if "T" not in until:
        return datetime.datetime.strptime(f"{until}235959", "%Y%m%d%H%M%S")
    moment = datetime.datetime.strptime(until.removesuffix("Z"), "%Y%m%dT%H%M%S")
    if until.endswith("Z"):
        moment = local(moment.replace(tzinfo=datetime.UTC), begins, zone_of(event))
    return moment


def zone_of(event: Event) -> datetime.tzinfo | None:
    """Return the zone in which a series begins."""
    begins = getattr(event.get("DTSTART"), "dt", None)
    return begins.tzinfo if isinstance(begins, datetime.datetime) else None


def _days(event: Event, name: str, begins: datetime.datetime) -> Iterator[datetime.datetime]:
    held: Any = event.get(name, [])
    for several in held if isinstance(held, list) else [held]:
        try:
            moments = [each.dt for each in several.dts]
        except (AttributeError, BrokenCalendarProperty):
            continue
        for each in moments:
            moment = each[0] if isinstance(each, tuple) else each  # of a span, when it begins
            if isinstance(moment, datetime.date):
                yield local(moment, begins, zone_of(event))


def _merged(ruled: Iterable[datetime.datetime], added: list[datetime.datetime]) -> Iterator[datetime.datetime]:
    """Yield the dates of both in order, each once."""
    waiting = list(reversed(added))
    for each in ruled:
        while waiting and waiting[-1] < each:
            yield waiting.pop()
        if waiting and waiting[-1] == each:
            waiting.pop()
        yield each
    yield from reversed(waiting)
