"""Of two members who are one person: whose name and number are likelier right, which is proposed and no more.

Who takes part comes before who is a guest, and before who has left. Else it is the record that was made first: its
number stands on cards and lists, and people know it by its name; the second is mostly made in haste, by somebody who
did not find the first. How much stands in which of them does not matter, since each fills what the other lacks; only of
two that were made at once, as in one import, it is the one with more in it, and then the one with the lower number.
"""

from __future__ import annotations

from learningcircles.circle.changes import Record
from learningcircles.circle.leaving import ANONYMISED, LEFT
from learningcircles.circle.merging import linked
from learningcircles.circle.reader import Reader

_STANDING = {"active": 0, "paused": 0, "applied": 1, "guest": 1, LEFT: 2, ANONYMISED: 3}


def likelier(reader: Reader, one: bytes, other: bytes) -> bytes:
    """Return whose values are proposed to lead, of whom both are shown as by now. Raises NotFound."""
    heads = (linked(reader, each)[0] for each in (one, other))
    return min((reader.get("member", each) for each in heads), key=lambda each: _rank(reader, each)).id


def _rank(reader: Reader, member: Record) -> tuple[int, int, int, list[int], bytes]:
    first = next(iter(reader.history("member", member.id)), None)
    filled = sum(value not in (None, "", []) for value in member.fields.values())
    number = [int(part) for part in str(member.get("number", "")).split("-") if part.isdecimal()]
    return _STANDING.get(member.get("status", "active"), 1), first.at if first else 0, -filled, number, member.id
