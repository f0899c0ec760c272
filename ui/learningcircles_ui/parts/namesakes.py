"""What tells members of one name apart, wherever only a name would stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Hit, Record
from learningcircles.circle.reader import Reader

_TOLD = ("phone", "place", "email")
MEMBER = "member"


def asides(members: Sequence[Record]) -> dict[bytes, str]:
    """Return id → telephone, neighbourhood, e-mail and number of those whose name another one of these has, too."""
    names = {each.id: _folded(each) for each in members}
    many = Counter(names.values())
    return {each.id: " · ".join(_known(each)) for each in members if many[names[each.id]] > 1}


def names_apart(reader: Reader, members: Sequence[Record]) -> dict[bytes, str]:
    """Return id → the name of members; in brackets what alone tells them from others in the circle of that name."""
    told = tells_apart(reader, members)
    return {each.id: with_aside(str(each.get("name", "")), told[each.id]) for each in members}


def hits_apart(reader: Reader, hits: Sequence[Hit]) -> list[Hit]:
    """Return search results; of members whose name another one of these has, too, with their number first.

    What else is known of them may be nothing, or alike.
    """
    many = Counter(hit.title.casefold() for hit in hits if hit.entity == MEMBER)
    same = [hit.id for hit in hits if hit.entity == MEMBER and many[hit.title.casefold()] > 1]
    numbers = {each.id: _numbered(str(each.get("number") or "")) for each in reader.many(MEMBER, same)}
    told = ((hit, [part for part in (numbers.get(hit.id, ""), hit.detail) if part]) for hit in hits)
    return [hit._replace(detail=" · ".join(parts)) for hit, parts in told]


class Numbered:
    """Tells members by name, and those of whose name there are others in the circle by their number, too; no more of
    them than that, for it goes onto paper.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers: dict[bytes, str] = {}

    @cached_property
    def _many(self) -> Counter[str]:
        return Counter(name.casefold() for _, name in self._reader.titles("member"))

    def by(self, number: str, name: str) -> str:
        """Return the name of the member of this number."""
        return with_aside(name, _numbered(number)) if self._many[name.casefold()] > 1 else name

    def of(self, member: Any, name: str) -> str:
        """Return the name of the member of this id, if it is one."""
        if not isinstance(member, bytes) or self._many[name.casefold()] < 2:
            return name
        if member not in self._numbers:
            found = self._reader.find_one("member", member)
            self._numbers[member] = str((found["number"] if found is not None else None) or "")
        return self.by(self._numbers[member], name)


def with_aside(name: str, aside: str) -> str:
    """Return a name with what tells it apart, where something does."""
    return f"{name} ({aside})" if aside else name


def tells_apart(reader: Reader, members: Sequence[Record]) -> dict[bytes, str]:
    """Return id → what alone tells members from others in the circle of that name; empty where there are none."""
    names = sorted({str(each.get("name", "")) for each in members})
    held = {each.id: each for each in [*reader.list("member", where={"name": names}), *members]}
    same: dict[str, list[Record]] = {}
    for each in held.values():
        same.setdefault(_folded(each), []).append(each)
    return {each.id: _aside(each, [other for other in same[_folded(each)] if other.id != each.id]) for each in members}


def _aside(member: Record, others: Sequence[Record]) -> str:
    known, theirs = _known(member), {part for other in others for part in _known(other)}
    return next((part for part in known if part not in theirs), " · ".join(known)) if others else ""


def _folded(member: Record) -> str:
    return str(member.get("name", "")).casefold()


def _known(member: Record) -> list[str]:
    known = [str(member.get(name) or "") for name in _TOLD]
    return [part for part in (*known, _numbered(str(member.get("number") or ""))) if part]


def _numbered(number: str) -> str:
    return QCoreApplication.translate("SamePerson", "no. {number}").format(number=number) if number else ""
