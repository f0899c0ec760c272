"""What tells members of one name apart, wherever only a name would stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader

_TOLD = ("phone", "place", "email")


def asides(members: Sequence[Record]) -> dict[bytes, str]:
    """Return id → telephone, neighbourhood, e-mail and number of those whose name another one of these has, too."""
    names = {each.id: _folded(each) for each in members}
    many = Counter(names.values())
    return {each.id: " · ".join(_known(each)) for each in members if many[names[each.id]] > 1}


def names_apart(reader: Reader, members: Sequence[Record]) -> dict[bytes, str]:
    """Return id → the name of members; in brackets what alone tells them from others in the circle of that name."""
    told = tells_apart(reader, members)
    return {each.id: with_aside(str(each.get("name", "")), told[each.id]) for each in members}


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
    number = str(member.get("number") or "")
    numbered = QCoreApplication.translate("SamePerson", "no. {number}").format(number=number) if number else ""
    return [part for part in (*known, numbered) if part]
