"""A calendar's rule of repeating (RFC 5545, 3.3.10) in plain words, as far as they go."""

from __future__ import annotations

import re

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


def in_words(rule: str) -> Phrases:
    """Return "FREQ=WEEKLY;INTERVAL=2;COUNT=4" as "It repeats every 2 weeks. 4 times in all."

    What has no words here, such as "the last Friday but one", is left out: nobody reads a rule.
    """
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    each, number = _EVERY_SENTENCES.get(parts.get("FREQ", "")), parts.get("INTERVAL", "1")
    told = [Phrase(_REPEATS)]
    if each is not None:
        told = [Phrase(each[0]) if number == "1" else Phrase(each[1], {"number": number})]
        told += [Phrase(_ON_SENTENCES[day]) for day in parts.get("BYDAY", "").split(",") if day in _ON_SENTENCES]
    if parts.get("COUNT", "").isdecimal():
        told.append(Phrase(_TIMES, {"number": parts["COUNT"]}))
    if until := _DAY.match(parts.get("UNTIL", "")):
        told.append(Phrase(_UNTIL, {"day": "-".join(until.groups())}))
    return Phrases(told)
