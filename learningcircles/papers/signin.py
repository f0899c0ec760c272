"""What a printed sign-in sheet holds: who is expected, who usually comes, and empty lines for guests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from learningcircles.circle.reader import Reader
from learningcircles.circle.untold import COMES, latest
from learningcircles.storage.collate import by_letters

EMPTY_LINES = 8


@dataclass(frozen=True, slots=True)
class SignInLine:
    """One line: `answer` is the RSVP ("yes", "maybe") or empty; an empty `name` is a line for a guest."""

    name: str = ""
    number: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """A sheet for one meetup. `start` is {at, zone}, `minutes` its length or None."""

    circle: str
    title: str
    start: dict[str, Any]
    minutes: int | None
    place: str
    lines: list[SignInLine]


def sign_in_sheet(reader: Reader, meetup: bytes, *, everyone: bool = True, empty: int = EMPTY_LINES) -> SignInSheet:
    """Return the sheet of a meetup: those who said yes or maybe first, then (`everyone`) other active members.

    A sheet lies on a table for all to see, so it holds names and numbers and nothing else. Raises NotFound.
    """
    record = reader.get("meetup", meetup)
    given = latest(reader, reader.list("rsvp", where={"meetup": meetup}))
    answers = {who: answer for who, answer in given.items() if answer.get("answer") in COMES}
    coming = [_line(reader, person, answer) for person, answer in answers.items()]
    others = [
        SignInLine(str(member.get("name") or ""), str(member.get("number") or ""))
        for member in (reader.list("member", order="name") if everyone else [])
        if member.id not in answers and member.get("status") in (None, "active", "applied", "guest")
    ]
    lines = sorted(coming, key=lambda line: by_letters(line.name)) + others + [SignInLine()] * empty
    charter = reader.list("!charter", limit=1)
    return SignInSheet(
        circle=str(charter[0].get("name") or "") if charter else "",
        title=str(record.get("title") or ""),
        start=dict(record.get("start") or {}),
        minutes=record.get("minutes"),
        place=str(record.get("place") or ""),
        lines=lines,
    )


def _line(reader: Reader, person: bytes, answer: Any) -> SignInLine:
    member = reader.find_one("member", person)
    if member is None:
        return SignInLine(str(answer.get("name") or ""), "", str(answer.get("answer")))
    return SignInLine(str(member.get("name") or ""), str(member.get("number") or ""), str(answer.get("answer")))
