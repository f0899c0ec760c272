"""Who is to be told: they meant to come to a meetup that was called off or moved since, and may not know of it.

What somebody knows stands in their answer (`told`): how the meetup stood where it was noted, which another laptop may
have changed already, or what they were told last. What was taken back again is no news, and whoever has changed a
meetup last knows by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from typing import NamedTuple

from learningcircles import ids
from learningcircles.circle.changes import Record
from learningcircles.circle.differing import differing
from learningcircles.circle.reader import Reader
from learningcircles.codec import digest
from learningcircles.errors import Unreadable
from learningcircles.journal.operations import DELETED
from learningcircles.moments import local_moment
from learningcircles.storage.collate import by_letters

WAYS = ("phone", "email")
COMES = ("yes", "maybe", "waitlist")
CALLED_OFF = "cancelled"
TURNS = ("state", "start", "place")
_GONE = ("left", "anonymised")
_AT_ONCE = 400


Way = tuple[str, ...]
"""What somebody is reached by: one number or address; several where it is not known which is right, "" for none."""


class Who(NamedTuple):
    """Somebody to be told: the id of their answer, the member if they are one, and what they are reached by."""

    answer: bytes
    member: bytes | None
    name: str
    ways: tuple[Way, ...]
    aside: str = ""
    """What tells them from others of their name, where somebody has looked for it."""


class Untold(NamedTuple):
    """A meetup to come, and those who may not know what became of it, in the order of their names.

    `changed`: what is otherwise than one of them knows: "state" (called off, or on again), "start", "place". `stands`:
    what whoever is told of it knows then, as of `as_it_stands`; by then the meetup may stand otherwise.
    """

    meetup: Record
    people: Sequence[Who]
    changed: tuple[str, ...]
    stands: str


def as_it_stands(meetup: Record) -> str:
    """Return what somebody knows who knows of a meetup now: whether it is off, and marks of its start and place.

    Marks, since a place may be somebody's home, who may be erased.
    """
    start = {name: (meetup["start"] or {}).get(name) for name in ("at", "zone")}
    marks = (digest([part]).hex()[:8] for part in (start, meetup["place"] or None))
    return " ".join(("off" if is_off(meetup) else "on", *marks))


def known(reader: Reader, meetup: bytes) -> dict[str, str]:
    """Return what an answer says of what somebody knows who hears of a meetup now."""
    record = reader.find_one("meetup", meetup)
    return {"told": as_it_stands(record)} if record is not None else {}


def is_off(meetup: Record) -> bool:
    """Return whether a meetup does not take place: it was called off, or removed."""
    return meetup.deleted or meetup["state"] == CALLED_OFF


def untold(reader: Reader, today: str) -> list[Untold]:
    """Return whom to tell of which meetup, soonest first; of meetups from `today` ("2026-11-20") on."""
    meetups = {row.id: row for row in _to_come(reader, today)}
    answers = reader.list("rsvp", where={"meetup": list(meetups)}) if meetups else []
    by_meetup: dict[bytes, list[Record]] = {}
    for row in answers:
        by_meetup.setdefault(row["meetup"], []).append(row)
    whole = (_untold(reader, meetups[id_], rows) for id_, rows in by_meetup.items())
    found = [each for each in whole if each.people]
    doubts = _doubts(reader) if found else {}
    found = [each._replace(people=[_doubted(who, doubts) for who in each.people]) for each in found]
    return sorted(found, key=lambda each: (_at(each.meetup), each.meetup.id))


def _to_come(reader: Reader, today: str) -> Iterator[Record]:
    for offset in count(0, _AT_ONCE):
        rows = reader.list("meetup", order="start", descending=True, limit=_AT_ONCE, offset=offset, deleted=True)
        yield from (row for row in rows if local_moment(_at(row)) is not None and _at(row)[:10] >= today)
        if len(rows) < _AT_ONCE or _at(rows[-1])[:10] < today:
            return


def _untold(reader: Reader, meetup: Record, rows: Sequence[Record]) -> Untold:
    stands = as_it_stands(meetup)
    if all(_knew(row, stands) == stands for row in rows):
        return Untold(meetup, (), (), stands)
    given = latest(reader, rows)
    here = _here(reader, [who for who, row in given.items() if row["person"]])
    changers = _changers(reader, meetup)
    knows = {_who(reader, row) for row in rows if row.get("told") == stands}
    people: list[Who] = []
    changed: set[str] = set()
    for who, row in given.items():
        news = _news(stands, _knew(row, stands))
        by_them = all(changers.get(name) == who for name in news)
        if not news or row["answer"] not in COMES or who in knows or by_them:
            continue
        if not row["person"] or who in here:
            people.append(_member(row, here[who]) if who in here else _guest(reader, meetup, row))
            changed |= news
    people.sort(key=lambda each: (by_letters(each.name), each.answer))
    return Untold(meetup, people, tuple(name for name in TURNS if name in changed), stands)


def latest(reader: Reader, rows: Sequence[Record]) -> dict[bytes, Record]:
    """Return who → what they answered last: members who are one person may have answered under several records.

    A member goes by whom they are shown under, a guest by their answer.
    """
    at = reader.written_last("rsvp", [row.id for row in rows], ("answer",))
    return {_who(reader, row): row for row in sorted(rows, key=lambda row: (at[row.id], row.id))}


def _who(reader: Reader, row: Record) -> bytes:
    return reader.shown_as(row["person"]) if row["person"] else row.id


def _here(reader: Reader, members: Sequence[bytes]) -> Mapping[bytes, Record]:
    rows = reader.many("member", members)
    return {row.id: row for row in rows if not row.deleted and row["status"] not in _GONE}


def _knew(row: Record, stands: str) -> str:
    """Where nothing says what somebody knew, they thought that it takes place as it stands."""
    return str(row.get("told") or f"on {stands.partition(' ')[2]}")


def _news(stands: str, knew: str) -> set[str]:
    """Return what is otherwise than somebody knows; of what is off, nothing else is news."""
    differs = {name for name, one, other in zip(TURNS, stands.split(), knew.split(), strict=False) if one != other}
    return differs & {"state"} if stands.startswith("off") else differs


def _changers(reader: Reader, meetup: Record) -> dict[str, bytes | None]:
    """Return which member has written each of what makes a meetup stand as it does."""
    found: dict[str, bytes | None] = {}
    with suppress(Unreadable):  # who wrote what does not open is not known; all others are told
        for line in reader.history("meetup", meetup.id):
            name = "state" if line.field == DELETED else line.field
            found[name] = reader.shown_as(line.author) if line.author is not None else None
    return found


def _member(answer: Record, member: Record) -> Who:
    ways = ((str(member[name] or ""),) for name in WAYS)
    return Who(answer.id, member.id, str(member.get("name", "")), tuple(ways))


def _doubts(reader: Reader) -> Mapping[bytes, Mapping[str, set[str]]]:
    """Return member → way → what it may be, where Review asks, or the records of one person say differently."""
    found: dict[bytes, dict[str, set[str]]] = {}
    for item in reader.review():
        if item.entity == "member" and item.field in WAYS:
            held = found.setdefault(reader.shown_as(item.record), {}).setdefault(item.field, set())
            held.update((str(item.kept or ""), str(item.other or "")))
    for each in differing(reader):
        if each.field in WAYS:
            found.setdefault(each.member, {}).setdefault(each.field, set()).update(map(str, each.values))
    return found


def _doubted(who: Who, doubts: Mapping[bytes, Mapping[str, set[str]]]) -> Who:
    """Return somebody with all that each way may be, what stands there first; without those that there are not."""
    if who.member is None:
        return who
    unsure = doubts.get(who.member, {})
    ways = ((*way, *sorted(unsure.get(name, set()) - {*way})) for name, way in zip(WAYS, who.ways, strict=True))
    return who._replace(ways=tuple(way for way in ways if way != ("",)))


def _guest(reader: Reader, meetup: Record, answer: Record) -> Who:
    """Of a guest who wrote on the hub's page it is known how to reach them."""
    letters = reader.list("signup", where={"about": meetup.id.hex()})
    wrote = (row for row in letters if ids.rsvp(meetup.id, row.id) == answer.id)
    ways = tuple((str(row["contact"]),) for row in wrote if row["contact"])
    return Who(answer.id, None, str(answer.get("name", "")), ways)


def _at(meetup: Record) -> str:
    return str((meetup["start"] or {}).get("at", ""))
