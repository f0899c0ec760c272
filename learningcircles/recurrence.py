"""The dates of what comes again (RFC 5545): of a calendar that is read, and of a meetup that is planned with more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from dateutil.rrule import rrulestr

from learningcircles.errors import Day, InvalidValue
from learningcircles.moments import local_moment

DAYS = 365
"""For how long ahead dates are taken: nobody plans further, and a series may have no end."""
WEEK, FORTNIGHT, MONTH = EVERY = ("week", "fortnight", "month")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = 5
"""A fifth Friday is not in every month: whoever begins on one means the last."""


class Repeats(NamedTuple):
    """How a meetup comes again, on its weekday. `every`: one of `EVERY`. `until`: the last day that it may be on, such
    as 2026-12-18. Where that is empty, `times` tells how many there are.
    """

    every: str
    times: int = 0
    until: str = ""


def by_rule(rule: str, begins: datetime) -> Iterator[datetime]:
    """Yield the dates of a rule such as FREQ=WEEKLY;COUNT=3, without end where it has none. Raises ValueError."""
    return iter(rrulestr(rule, dtstart=begins, ignoretz=True))


def nth(begins: datetime) -> int:
    """Return which of its weekday in the month a day is: 1 to 4, or -1 for the last."""
    number = (begins.day - 1) // 7 + 1
    return number if number < _LAST else -1


def dates_of(repeats: Repeats, begins: datetime) -> list[datetime]:
    """Return when it is, the first one included. Raises InvalidValue where that is never, or goes on for years."""
    last = begins + min(timedelta(days=DAYS), datetime.max - begins)  # the calendar ends with the year 9999
    within = list(takewhile(lambda each: each <= last, by_rule(_rule(repeats.every, begins), begins)))
    until = local_moment(f"{repeats.until}T23:59") if repeats.until else None
    if until is None:
        if repeats.times > len(within):
            raise InvalidValue(
                "too_often", "Meetups are planned for a year at most: {count} times.", field="repeats",
                count=len(within),
            )  # fmt: skip
        if repeats.times < 1:
            raise InvalidValue("never", "Say how many times, such as 12.", field="repeats")
        return within[: repeats.times]
    if until < begins:
        raise InvalidValue("ends_before_first", "This day is before the first meetup.", field="repeats")
    if until.date() > last.date():
        raise InvalidValue(
            "too_long", "Meetups are planned for a year at most: until {day}.", field="repeats",
            day=Day(last.date().isoformat()),
        )  # fmt: skip
    return [each for each in within if each <= until]


def _rule(every: str, begins: datetime) -> str:
    """Return the rule; a month is gone through by its weekdays, not by its days."""
    weekday = _WEEKDAYS[begins.weekday()]
    if every == MONTH:
        return f"FREQ=MONTHLY;BYDAY={nth(begins)}{weekday}"
    return f"FREQ=WEEKLY;INTERVAL={1 + (every == FORTNIGHT)}"
