"""What the list of meetups reads, on the reader's thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.gathering import MEETUP
from learningcircles.moments import after, local_moment
from learningcircles.storage.query import Coming
from learningcircles_ui import text
from learningcircles_ui.parts.table_model import Question


class MeetupRow(NamedTuple):
    """A meetup; how many mean to come (yes), and how many came, without and with a name."""

    record: Record
    coming: int
    came: int


HELD = "held"
"""What is called so is told by the clock, and stored nowhere: planned, and over."""
STATES = ("planned", "cancelled", HELD)


def state_of(meetup: Record) -> str:
    """Return a meetup's state, `HELD` where it was planned and is over."""
    state = str(meetup.get("state", "planned"))
    return HELD if state == "planned" and is_over(meetup) else state


def state_words(state: str) -> str:
    """Return what a state is called."""
    if state == HELD:
        return QCoreApplication.translate("Meetups", "Held")
    return text.choice_label(MEETUP.field("state"), state)


def is_over(meetup: Record) -> bool:
    """Return whether a meetup has ended, by this laptop's clock; one without a length ends with its day."""
    at = str((meetup["start"] or {}).get("at", ""))
    begins = local_moment(at)
    if begins is None:
        return False
    if not meetup["minutes"]:
        return at[:10] < text.today()
    return after(begins, meetup["minutes"]) <= text.now()


def list_meetups(reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
    """Return ids. Unless another order is asked for the next one comes first, then what follows, then what is over."""
    order = question.order or Coming("start", text.today())
    return reader.ids("meetup", text=question.text, order=order, descending=question.descending, limit=limit)


def fetch_meetups(reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, MeetupRow]]:
    """Read meetups."""
    coming: Counter[bytes] = Counter()
    came: Counter[bytes] = Counter()
    for answer in reader.list("rsvp", where={"meetup": list(wanted), "answer": "yes"}):
        coming[answer["meetup"]] += 1
    for mark in reader.list("attendance", where={"meetup": list(wanted)}):
        came[mark["meetup"]] += mark.get("headcount", 0) + (mark.get("state") == "attended")
    return [(row.id, MeetupRow(row, coming[row.id], came[row.id])) for row in reader.many("meetup", wanted)]
