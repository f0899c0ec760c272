"""What the Learning page reads, on the reader's thread: topics, learning records, and one of them in detail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from learningcircles.circle.changes import Record, Subject
from learningcircles.circle.reader import Reader
from learningcircles_ui import text
from learningcircles_ui.pages.exchanges.rows import namesakes
from learningcircles_ui.parts.table_model import Question

REMOVED = "removed"


class LearnedRow(NamedTuple):
    """A learning record, and whose it is."""

    record: Record
    who: str


def list_learned(reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
    """Return the ids of the learning records that a question asks for, newest first where it names no order."""
    where: dict[str, Any] = dict(question.where)
    order = question.order or "on"
    down = question.descending if question.order else True
    if where.pop(REMOVED, False):
        held = set(reader.ids("learning"))
        every = reader.ids("learning", text=question.text, order=order, descending=down, deleted=True)
        return [id_ for id_ in every if id_ not in held][:limit]
    refers = namesakes(reader, question.text, "member")
    return reader.ids(
        "learning", where=where, text=question.text, order=order, descending=down, limit=limit, refers=refers
    )


def fetch_learned(reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, LearnedRow]]:
    """Return the rows of these learning records."""
    records = reader.many("learning", wanted)
    shown = {member: reader.shown_as(member) for member in {row["member"] for row in records} if member}
    names = reader.names("member", list(set(shown.values())))
    return [(row.id, LearnedRow(row, names.get(shown.get(row["member"], b""), ""))) for row in records]


def read_learned(reader: Reader, id_: bytes) -> LearnedRow | None:
    """Return one learning record, or None where there is no such one."""
    return next((row for _, row in fetch_learned(reader, [id_])), None)


class Topics:
    """The table of topics: both calls come on the reader's thread, and the second reads what the first counted."""

    def __init__(self) -> None:
        self._found: dict[bytes, Subject] = {}

    def list_topics(self, reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
        """Return the topics as ids, in the order of their letters, or of a column's numbers, largest first."""
        self._found = {row.name.encode(): row for row in reader.subjects(today=text.today())}
        ordered = list(self._found)
        if question.order not in ("", "name"):
            ordered.sort(key=lambda id_: -counted(self._found[id_], question.order))
        return (ordered[::-1] if question.descending else ordered)[:limit]

    def fetch(self, reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, Subject]]:
        """Return the rows of these topics."""
        return [(id_, self._found[id_]) for id_ in wanted if id_ in self._found]


def counted(subject: Subject, what: str) -> int:
    """Return how many people `what` tells of: offers, asks, or a kind of learning."""
    return subject.offers if what == "offers" else subject.asks if what == "asks" else subject.learned.get(what, 0)
