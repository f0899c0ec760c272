"""Of two members who are one person: whose name, number and other values stay, and how they part again.

Whoever is linked is shown under the lowest id, whichever that is. So what is to stay is written there, in the action
that links them, and taken back by the one that parts them. The values of both change places: none is lost, and no two
members ever have one number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.people import MEMBER

_STAYING = ("name", "phone", "email", "address", "place", "birth_year", "guardian", "joined", "notes")
_COUNTED = ("offer", "request", "learning")
_FIGURES = re.compile(r"\d+")
Values = dict[bytes, dict[str, Any]]
"""member → field → value."""


def fuller(reader: Reader, one: Sequence[bytes], other: Sequence[bytes], minutes: Sequence[int]) -> int:
    """Return 0 or 1, for which of two members there is more of: lines of hours, then what else is known.

    `one`, `other`: who is one person with each by now, whom they are shown under first; `minutes`: how many lines
    their hour accounts have. Of two alike the one with the older number, else the one that would be shown anyway.
    """
    first, second = ((lines, _known(reader, each)) for lines, each in zip(minutes, (one, other), strict=True))
    if first != second:
        return 0 if first > second else 1
    ages = [(_age(reader.get("member", each[0])), each[0]) for each in (one, other)]
    return ages.index(min(ages))


def written_over(shown: Record, stays: Record) -> Values:
    """Return what is to be written so that `shown` has the values of `stays`, where both have one.

    They change places: what is not shown any more is kept, and who is looked for by it is found.
    """
    both = [name for name in (*_STAYING, "number") if stays[name] and shown[name] and stays[name] != shown[name]]
    return {one.id: {name: other[name] for name in both} for one, other in ((shown, stays), (stays, shown)) if both}


def given_back(reader: Reader, links: Sequence[Record], members: Sequence[bytes]) -> Values:
    """Return what members had before these links were made, where nobody has changed it since."""
    made = {line.action for link in links for line in reader.history("member_link", link.id) if line.field == "verdict"}
    found: Values = {}
    for record in reader.many("member", list(members)):
        for line in reader.history("member", record.id):
            if line.action in made and line.field in (*_STAYING, "number") and record[line.field] == line.after:
                found.setdefault(record.id, {}).setdefault(line.field, line.before)
    return found


def _known(reader: Reader, people: Sequence[bytes]) -> int:
    record = reader.get("member", people[0])
    filled = sum(bool(record[field.name]) for field in MEMBER.fields)
    return filled + sum(reader.count(kind, where={"member": each}) for kind in _COUNTED for each in people)


def _age(record: Record) -> tuple[bool, list[int]]:
    """Return what the older of two numbers is lower by: 1-5 is older than 1-20."""
    figures = [int(figure[:18]) for figure in _FIGURES.findall(str(record["number"] or ""))]
    return not figures, figures
