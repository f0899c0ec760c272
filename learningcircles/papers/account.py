"""A member's card, and the statement of their hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from learningcircles.circle.changes import LedgerLine
from learningcircles.circle.merging import hours_of, linked
from learningcircles.circle.reader import Reader


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a member's card. `joined` is a date or empty."""

    circle: str
    name: str
    number: str
    joined: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a statement: minutes in or out, and the balance after it. `kind` says what it was.

    `what` is the exchange's topic, `who` the other person; both empty for opening balances and the pot's gifts.
    """

    date: str
    kind: str
    what: str
    who: str
    minutes: int
    balance: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A member's hours, oldest first; `balance` is what the last line says, in minutes."""

    card: Card
    lines: list[Line]
    balance: int


def cards(reader: Reader, members: Sequence[bytes]) -> list[Card]:
    """Return the cards of these members, without unknown ones."""
    charter = next(iter(reader.list("!charter", limit=1)), None)
    circle = str(charter.get("name", "")) if charter else ""
    return [
        Card(circle, str(row.get("name", "")), str(row.get("number", "")), str(row.get("joined", "")))
        for row in reader.many("member", members)
    ]


def statement(reader: Reader, member: bytes) -> Statement:
    """Return a member's statement, with the hours of whoever is the same person. Raises NotFound."""
    reader.get("member", member)
    people = linked(reader, member)
    balance, lines = 0, []
    for entry in hours_of(reader, people):
        balance += entry.minutes
        what, who = _about(reader, entry, people)
        lines.append(Line(entry.date, entry.kind, what, who, entry.minutes, balance))
    return Statement(cards(reader, [member])[0], lines, balance)


def _about(reader: Reader, entry: LedgerLine, people: Sequence[bytes]) -> tuple[str, str]:
    swap = reader.find_one("swap", entry.source)
    if swap is None:
        return "", ""
    other = swap["receiver"] if swap["provider"] in people else swap["provider"]
    person = reader.find_one("member", other) if isinstance(other, bytes) else None
    return str(swap.get("topic", "")), str(person.get("name", "")) if person else ""
