"""Who is to be told: they meant to come to a meetup that was called off or moved since, and may not know of it.

What somebody knew is what stood when their answer was noted, or when they were told last. So nobody is to be told of
what was taken back again, and whoever changed it knows by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.circle.changes import HistoryLine, Record
from learningcircles.circle.reader import Reader
from learningcircles.clock import milliseconds
from learningcircles.moments import local_moment

COMES = ("yes", "maybe", "waiting")
CALLED_OFF = "cancelled"
TURNS = ("state", "start", "place")
_GONE = ("left", "anonymised")
_AT_ONCE = 400


class Answer(NamedTuple):
    """Somebody's answer, the tick at which it was given, and when they were told last, in ms since 1970."""

    row: Record
    said: int
    told: int


class Who(NamedTuple):
    """Somebody to be told: the id of their answer, the member if they are one, and what they are reached by."""

    answer: bytes
    member: bytes | None
    name: str
    ways: tuple[str, ...]


class Untold(NamedTuple):
    """A meetup to come, and those who may not know what became of it, in the order of their names.

    `changed`: what is otherwise than one of them knows: "state" (called off, or on again), "start", "place".
    """

    meetup: Record
    people: Sequence[Who]
    changed: tuple[str, ...]


def untold(reader: Reader, today: str) -> list[Untold]:
    """Return whom to tell of which meetup, soonest first; of meetups from `today` ("2026-11-20") on."""
    meetups = {row.id: row for row in _to_come(reader, today)}
    found = [_untold(reader, meetups[id_], answers) for id_, answers in _in_doubt(reader, list(meetups)).items()]
    return sorted((each for each in found if each.people), key=lambda each: (_at(each.meetup), each.meetup.id))


def _to_come(reader: Reader, today: str) -> Iterator[Record]:
    for offset in count(0, _AT_ONCE):
        rows = reader.list("meetup", order="start", descending=True, limit=_AT_ONCE, offset=offset)
        yield from (row for row in rows if local_moment(_at(row)) is not None and _at(row)[:10] >= today)
        if len(rows) < _AT_ONCE or _at(rows[-1])[:10] < today:
            return


def _in_doubt(reader: Reader, meetups: Sequence[bytes]) -> dict[bytes, dict[bytes, Answer]]:
    """Return meetup → who → the answer, of meetups of which something was written since somebody knew of it."""
    answers = reader.list("rsvp", where={"meetup": list(meetups), "answer": list(COMES)}) if meetups else []
    said = reader.written_last("rsvp", [row.id for row in answers], ("answer",))
    turned = reader.written_last("meetup", list({row["meetup"] for row in answers}), TURNS)
    found: dict[bytes, dict[bytes, Answer]] = {}
    for row in answers:
        who = reader.shown_as(row["person"]) if row["person"] else row.id
        held = found.setdefault(row["meetup"], {})
        held[who] = _either(Answer(row, said[row.id], row.get("told") or 0), held.get(who))
    return {
        id_: held
        for id_, held in found.items()
        if any(max(milliseconds(each.said), each.told) <= milliseconds(turned[id_]) for each in held.values())
    }


def _either(one: Answer, other: Answer | None) -> Answer:
    """Return what somebody knows who has answered under two names."""
    return one if other is None else Answer(other.row, max(one.said, other.said), max(one.told, other.told))


def _untold(reader: Reader, meetup: Record, answers: Mapping[bytes, Answer]) -> Untold:
    past = [line for line in reader.history("meetup", meetup.id) if line.field in TURNS]
    here = _here(reader, [who for who, each in answers.items() if each.row["person"]])
    people: list[Who] = []
    changed: set[str] = set()
    for who, each in answers.items():
        if each.row["person"] and who not in here:
            continue
        known = [line for line in past if line.tick <= each.said or line.at <= each.told]
        news = _news(meetup, known)
        if news and not _is_by(reader, past[len(known) :], who):
            people.append(_member(each.row, here[who]) if who in here else _guest(reader, meetup, each.row))
            changed |= news
    people.sort(key=lambda each: (each.name, each.answer))
    return Untold(meetup, people, tuple(name for name in TURNS if name in changed))


def _member(answer: Record, member: Record) -> Who:
    ways = (str(member[name]) for name in ("phone", "email") if member.get(name))
    return Who(answer.id, member.id, str(member.get("name", "")), tuple(ways))


def _guest(reader: Reader, meetup: Record, answer: Record) -> Who:
    """Of a guest who wrote on the hub's page it is known how to reach them."""
    letters = reader.list("signup", where={"about": meetup.id.hex()})
    wrote = (row for row in letters if ids.rsvp(meetup.id, row.id) == answer.id)
    ways = tuple(str(row["contact"]) for row in wrote if row["contact"])
    return Who(answer.id, None, str(answer.get("name", "")), ways)


def _here(reader: Reader, members: Sequence[bytes]) -> dict[bytes, Record]:
    rows = reader.many("member", members)
    return {row.id: row for row in rows if not row.deleted and row["status"] not in _GONE}


def _news(meetup: Record, known: Sequence[HistoryLine]) -> set[str]:
    """Return what is otherwise than somebody knows; of what is called off, nothing else is news."""
    knew = {line.field: line.after for line in known}
    was_off = knew.get("state") == CALLED_OFF
    if meetup["state"] == CALLED_OFF:
        return set() if was_off else {"state"}
    moved = {name for name in ("start", "place") if knew and _plain(knew.get(name)) != _plain(meetup[name])}
    return moved | ({"state"} if was_off else set())


def _is_by(reader: Reader, since: Sequence[HistoryLine], who: bytes) -> bool:
    """Return whether somebody has written the last of some changes themselves."""
    author = since[-1].author if since else None
    return author is not None and reader.shown_as(author) == who


def _plain(value: Any) -> Any:
    """A place that was never named is no other than one whose name was taken away."""
    return dict(value) if isinstance(value, Mapping) else value or None


def _at(meetup: Record) -> str:
    return str((meetup["start"] or {}).get("at", ""))
