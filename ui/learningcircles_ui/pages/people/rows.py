"""What the People page reads, on the reader's thread: rows for the table, and all of one person for the pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from learningcircles.circle.changes import HistoryLine, Record
from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.circle.consents import in_order
from learningcircles.circle.listings import in_force
from learningcircles.circle.merging import hours_of, linked
from learningcircles.circle.reader import Reader
from learningcircles_ui import text
from learningcircles_ui.parts.table_model import Question

HERE = ("active", "guest", "applied", "paused")
REMOVED = "removed"
_SOON_DAYS = 30
_ADULT = 18


class PersonRow(NamedTuple):
    """One row of the table. `minutes` is the balance."""

    record: Record
    offers: str
    wants: str
    minutes: int


class Person(NamedTuple):
    """All that the pane shows. Minutes given and received are net of reversals; `brought` are opening balances."""

    record: Record
    offers: tuple[str, ...]
    wants: tuple[str, ...]
    minutes: int
    given: int
    received: int
    brought: int
    meetup: Record | None
    consents: tuple[Record, ...]
    learned: tuple[Record, ...] = ()
    """What they learned, newest first."""
    others: tuple[Record, ...] = ()
    """Who is the same person, and shown under this one."""


def list_ids(reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
    """Return the ids of the members that a question asks for."""
    where: dict[str, Any] = dict(question.where)
    if where.pop(REMOVED, False):
        return _removed(reader, question, limit)
    return reader.ids(
        "member", where=where, text=question.text, order=question.order or "name", descending=question.descending,
        limit=limit,
    )  # fmt: skip


def fetch(reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, PersonRow]]:
    """Return the rows of these members."""
    groups = reader.groups(wanted)
    people = [*wanted, *(other for others in groups.values() for other in others)]
    offers, wants = (_listings(reader, entity, people) for entity in ("offer", "request"))
    minutes = reader.balances(wanted)
    rows = []
    for record in reader.many("member", wanted):
        one = [record.id, *groups.get(record.id, ())]
        skills = dict.fromkeys([*_of(offers, one), *record.get("topics", [])])
        row = PersonRow(record, text.listed(skills), text.listed(_of(wants, one)), minutes.get(record.id, 0))
        rows.append((record.id, row))
    return rows


def read_person(reader: Reader, member: bytes) -> Person | None:
    """Return everything about one member, or None where there is no such member."""
    record = reader.find_one("member", member)
    if record is None:
        return None
    people = linked(reader, member)
    given, received, brought = _hours(reader, people)
    alone = (reader.alone("member", each) for each in people if each != member)
    return Person(
        record,
        tuple(_of(_listings(reader, "offer", people), people)),
        tuple(_of(_listings(reader, "request", people), people)),
        reader.balance(people[0]),
        given,
        received,
        brought,
        _next_meetup(reader, people),
        tuple(in_order(reader, reader.list("consent", where={"member": people}))),
        tuple(reader.list("learning", where={"member": people}, order="on", descending=True)),
        tuple(other for other in alone if other is not None),
    )


def _of(listings: dict[bytes, list[str]], people: Sequence[bytes]) -> list[str]:
    """Return what people who are one offer or want, each title once."""
    return list(dict.fromkeys(title for each in people for title in listings.get(each, ())))


def expiring(consents: Sequence[Record]) -> int | None:
    """Return in how many days the first of these consents ends, if within thirty; negative where it has ended.

    The newest stands last, and decides of its purpose.
    """
    last = {row["purpose"]: row for row in consents if isinstance(row["given"], bool)}
    days = [text.in_days(str(row["until"])) for row in last.values() if row["until"] and not row["withdrawn"]]
    soonest = min(days, default=None)
    return soonest if soonest is not None and soonest <= _SOON_DAYS else None


def under_age(year: object) -> bool:
    """Return whether who was born in this year is under 18, or turns 18 later than this year."""
    return isinstance(year, int) and 0 <= int(text.today()[:4]) - year < _ADULT


class HistoryRow(NamedTuple):
    """One line of history with names in place of ids."""

    line: HistoryLine
    who: str
    laptop: str


def read_history(reader: Reader, entity: str, id_: bytes) -> list[HistoryRow]:
    """Return a record's history, newest first."""
    names: dict[tuple[str, bytes], str] = {}

    def name(kind: str, of: bytes | None) -> str:
        if of is None:
            return ""
        if (kind, of) not in names:
            found = reader.find_one(kind, of)
            names[kind, of] = str(found.get("name", "")) if found else ""
        return names[kind, of]

    lines = reader.history(entity, id_)
    return [HistoryRow(line, name("member", line.author), name("device", line.device)) for line in reversed(lines)]


def _removed(reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
    held = set(reader.ids("member"))
    every = reader.ids("member", order=question.order or "name", descending=question.descending, deleted=True)
    gone = [id_ for id_ in every if id_ not in held]
    if question.text.strip():
        rows = {row.id: str(row.get("name", "")) for row in reader.many("member", gone)}
        gone = [id_ for id_ in gone if closeness(question.text, rows.get(id_, "")) < ELSEWHERE]
    return gone[:limit]


def _listings(reader: Reader, entity: str, members: Sequence[bytes]) -> dict[bytes, list[str]]:
    found: dict[bytes, list[str]] = {}
    if members:
        for row in reader.list(entity, where={"member": list(members), **in_force(text.today())}):
            found.setdefault(row["member"], []).append(str(row.get("topic") or row.get("title", "")))
    return found


def _hours(reader: Reader, people: Sequence[bytes]) -> tuple[int, int, int]:
    net: dict[bytes, int] = {}
    lines = hours_of(reader, people)
    for line in lines:
        net[line.source] = net.get(line.source, 0) + line.minutes
    brought = sum(net.pop(source, 0) for source in {line.source for line in lines if line.kind == "opening"})
    return sum(n for n in net.values() if n > 0), -sum(n for n in net.values() if n < 0), brought


def _next_meetup(reader: Reader, people: Sequence[bytes]) -> Record | None:
    going: list[Any] = [
        row["meetup"] for row in reader.list("rsvp", where={"person": people, "answer": "yes"}) if row["meetup"]
    ]
    meetups = [*reader.many("meetup", going), *reader.list("meetup", where={"host": people})]
    coming = [row for row in meetups if not row.deleted and row["state"] != "cancelled" and _at(row) >= text.today()]
    return min(coming, key=_at, default=None)


def _at(meetup: Record) -> str:
    return str((meetup["start"] or {}).get("at", ""))
