"""What the records of one person say differently of how to reach them, since two members who are one were merged.

It follows from the records as they are: nothing of it is kept. Whoever says which is right writes that into each record
that says anything, so that nobody is asked again, here or on another laptop; of two answers given apart the later one
counts, and Review tells of the other. Who is parted again has back what was written over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from learningcircles.circle.changes import Changes, HistoryLine, Record
from learningcircles.circle.desk import Desk
from learningcircles.circle.reader import Reader
from learningcircles.errors import InvalidValue
from learningcircles.storage.given_back import GONE

FIELDS = ("phone", "email", "address", "emergency_contact")
_LABEL = "Change "
_MARKS = re.compile(r"\W+")


class Differing(NamedTuple):
    """A field of a member, and what their records say it is: what is shown first, each spelling once."""

    member: bytes
    name: str
    field: str
    values: tuple[Any, ...]


def differing(reader: Reader) -> list[Differing]:
    """Return all of it, of members who are still here."""
    groups = reader.groups()
    heads = [each for each in reader.many("member", list(groups)) if not each.deleted]
    here = [each for each in heads if each["status"] not in GONE]
    others = {each.id: each for each in reader.alone_all("member", [id_ for head in here for id_ in groups[head.id]])}
    found = []
    for head in here:
        records = [head, *(others[id_] for id_ in groups[head.id] if id_ in others)]
        for field in FIELDS:
            values = _spellings(records, field)
            if len(values) > 1:
                found.append(Differing(head.id, str(head["name"] or ""), field, values))
    return sorted(found, key=lambda each: (each.name, each.member, FIELDS.index(each.field)))


def say_right(desk: Desk, member: bytes, field: str, value: Any, *, author: bytes | None = None) -> Changes:
    """Say which of what a person's records say is right: each of them says it while they are one. Raises
    NotFound, InvalidValue where none of them says it, or it is not one of `FIELDS`.
    """
    desk.member(member, "member")
    head = desk.reader.shown_as(member)
    ids = [head, *desk.reader.groups([head]).get(head, ())]
    records = [desk.reader.get("member", head), *desk.reader.alone_all("member", ids)]
    if field not in FIELDS or value not in [each[field] for each in records]:
        raise InvalidValue("not_said", "None of these records says that ({field}).", field=field)
    with desk.circle.change(f"{_LABEL}{records[0]['name']}", author=author or desk.person) as change:
        saying = [each for each in records[1:] if each[field]]
        if any(each[field] != value for each in saying):
            for each in saying:  # what says so already, too: else two answers given apart would change places
                change.set("member", each.id, {field: value})
    return change.changes | Changes(frozenset({("member", head)}))


def said_before(reader: Reader, member: bytes) -> dict[bytes, dict[str, Any]]:
    """Return what records said (id → field → value) before what others say was said to be right for them, too: those
    of whom this member is merged with, and theirs, where the one of whom it was right is on the other side.

    It is told from the history: an action that has changed one field of several of these records to one value.
    """
    head = reader.shown_as(member)
    lines = {each: reader.history("member", each) for each in (head, *reader.groups([head]).get(head, ()))}
    many = Counter(key for held in lines.values() for key in {_key(line) for line in held if _may_say(line)})
    found: dict[bytes, dict[str, Any]] = {}
    for field in FIELDS:
        said = {each: [line for line in held if line.field == field] for each, held in lines.items()}
        own = {each: _own(held, many) for each, held in said.items() if held}
        for each, value in own.items():
            now = said[each][-1].after
            if now not in [own[other] for other in own if (other == member) == (each == member)]:
                found.setdefault(each, {})[field] = value
    return found


def _may_say(line: HistoryLine) -> bool:
    return bool(line.before) and line.label.startswith(_LABEL)


def _key(line: HistoryLine) -> tuple[bytes, str, str]:
    return line.action, line.field, str(line.after)


def _own(lines: Sequence[HistoryLine], many: Counter[tuple[bytes, str, str]]) -> Any:
    """Return the value of a field of one record, without what was said of several at once."""
    standing: list[HistoryLine] = []
    for line in lines:
        if standing and line.label == f"Undo: {standing[-1].label}" and line.after == standing[-1].before:
            standing.pop()  # taken back: as if it had never been
        else:
            standing.append(line)
    value = lines[-1].after
    while standing and _may_say(standing[-1]) and many[_key(standing[-1])] > 1:
        value = standing.pop().before
    return value


def _spellings(records: Sequence[Record], field: str) -> tuple[Any, ...]:
    values: dict[str, Any] = {}
    for each in records:
        if value := each[field]:
            values.setdefault(_spelled(value), value)
    return tuple(values.values())


def _spelled(value: Any) -> str:
    """Return what two spellings of one have in common. In an address, on the web or in a street, marks tell apart."""
    if isinstance(value, dict):
        parts = (f"{part} {said}" for part, said in sorted(value.items(), key=str))
        return " ".join(_MARKS.sub(" ", each).strip() for each in parts).casefold()
    text = str(value)
    return (re.sub(r"\s+", "", text) if "@" in text else _MARKS.sub("", text)).casefold()
