"""What tells members of one name apart, wherever only a name would stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Record

_TOLD = ("phone", "place", "email")


def asides(members: Sequence[Record]) -> dict[bytes, str]:
    """Return id → telephone, neighbourhood, e-mail and number of those whose name another one of these has, too."""
    names = {each.id: str(each.get("name", "")).casefold() for each in members}
    many = Counter(names.values())
    return {each.id: _aside(each) for each in members if many[names[each.id]] > 1}


def _aside(member: Record) -> str:
    known = [str(member.get(name) or "") for name in _TOLD]
    number = str(member.get("number") or "")
    numbered = QCoreApplication.translate("SamePerson", "no. {number}").format(number=number) if number else ""
    return " · ".join(part for part in (*known, numbered) if part)
