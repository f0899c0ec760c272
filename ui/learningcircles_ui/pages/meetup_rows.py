"""What the list of meetups reads, on the reader's thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles_ui.parts.table_model import Question


class MeetupRow(NamedTuple):
    """A meetup; how many mean to come (yes), and how many came, without and with a name."""

    record: Record
    coming: int
    came: int


def list_meetups(reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
    """Return ids, the latest first unless another order is asked for."""
    descending = question.descending if question.order else True
    return reader.ids("meetup", text=question.text, order=question.order or "start", descending=descending, limit=limit)


def fetch_meetups(reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, MeetupRow]]:
    """Read meetups."""
    coming: Counter[bytes] = Counter()
    came: Counter[bytes] = Counter()
    for answer in reader.list("rsvp", where={"meetup": list(wanted), "answer": "yes"}):
        coming[answer["meetup"]] += 1
    for mark in reader.list("attendance", where={"meetup": list(wanted)}):
        came[mark["meetup"]] += mark.get("headcount", 0) + (mark.get("state") == "attended")
    return [(row.id, MeetupRow(row, coming[row.id], came[row.id])) for row in reader.many("meetup", wanted)]
