"""A calendar's rule of repeating (RFC 5545, 3.3.10) in plain words, as far as they go."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress

from learningcircles.phrase import Phrase, Phrases

_EVERY_SENTENCES = {
    "DAILY": ("It repeats every day.", "It repeats every {number} days."),
    "WEEKLY": ("It repeats every week.", "It repeats every {number} weeks."),
    "MONTHLY": ("It repeats every month.", "It repeats every {number} months."),
    "YEARLY": ("It repeats every year.", "It repeats every {number} years."),
}
_ON_SENTENCES = {
    "MO": "On Mondays.", "TU": "On Tuesdays.", "WE": "On Wednesdays.", "TH": "On Thursdays.", "FR": "On Fridays.",
    "SA": "On Saturdays.", "SU": "On Sundays.",
}  # fmt: skip
_SENTENCES = _REPEATS, _TIMES, _UNTIL = "It repeats.", "{number} times in all.", "Until {day}."
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SAID = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d*|COUNT=([2-9]|[1-9]\d+)|UNTIL=\d{8}(T\d{6})?|WKST=.."
)
_WEEKDAYS = re.compile(r"BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*")


def in_words(rule: str) -> Phrases:
    """Return "FREQ=WEEKLY;INTERVAL=2;COUNT=4" as "It repeats every 2 weeks. 4 times in all."

    What has no words here, such as "the last Friday but one", is left out: see `says_all`.
    """
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    each, number = _EVERY_SENTENCES.get(parts.get("FREQ", "")), parts.get("INTERVAL", "1").lstrip("0")
    number = number if number.isdecimal() else "1"
    told = [Phrase(_REPEATS)]
    if each is not None:
        told = [Phrase(each[0]) if number == "1" else Phrase(each[1], {"number": number})]
    if parts.get("FREQ") == "WEEKLY":  # elsewhere a weekday may be the second one of a month
        told += [
            Phrase(_ON_SENTENCES[day])
            for day in dict.fromkeys(parts.get("BYDAY", "").split(","))
            if day in _ON_SENTENCES
        ]
    if parts.get("COUNT", "").isdecimal() and parts["COUNT"] != "1":
        told.append(Phrase(_TIMES, {"number": parts["COUNT"]}))
    if until := _day(parts.get("UNTIL", "")):
        told.append(Phrase(_UNTIL, {"day": until}))
    return Phrases(told)


def says_all(rule: str) -> bool:
    """Return whether `in_words` leaves nothing of a rule out. An end in the world's time may be another day here."""
    parts = [part for part in rule.upper().split(";") if part]
    weekly = "FREQ=WEEKLY" in parts
    said = all(_SAID.fullmatch(part) or (weekly and _WEEKDAYS.fullmatch(part)) for part in parts)
    names = [part.partition("=")[0] for part in parts]
    ends = [part.removeprefix("UNTIL=") for part in parts if part.startswith("UNTIL=")]
    return said and "FREQ" in names and len(set(names)) == len(names) and all(map(_day, ends))


def _day(until: str) -> str:
    """Return "20261225T030000" as "2026-12-25"; empty where there is no such day."""
    found = _DAY.match(until)
    with suppress(ValueError):
        return datetime.date(*map(int, found.groups())).isoformat() if found else ""
    return ""
