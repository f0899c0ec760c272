"""Whom a guest's name may mean who is in the list: that is said as they are noted, so that a slip is seen at once."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.storage.search import words_of
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.attendance_rows import Presence, meant

_NAMED = 3


def not_meant(rows: Sequence[Presence]) -> str:
    """Return who of these, likeliest first, may be meant instead of a guest: whoever is noted already is not."""
    members = [row for row in rows if not row.new]
    names = dict.fromkeys(row.name for row in _open(members))
    return text.listed([*names][:_NAMED])


def may_be_member(people: Sequence[Presence], name: str) -> str:
    """Return which members a name means that was typed as a guest's; of several who may be, the one who has signed up.

    A first name that several members have is what a guest is called: of them nobody is named (see `several_called`).
    """
    rows = [row for row in meant([row for row in people if row.member is not None], name) if not row.new]
    begin = [row for row in rows if closeness(name, row.name) < ELSEWHERE]
    found = _open(begin or rows)
    if len(found) > 1:
        signed = [row for row in found if row.answer and row.answer != "no"]
        found = signed if len(signed) == 1 else found if " " in name.strip() else []
    return not_meant(found)


def several_called(people: Sequence[Presence], name: str) -> bool:
    """Return whether several members of whom nothing is noted yet have this first name; "+Ana" is a guest."""
    typed = words_of(name) if not name.startswith("+") else []
    called = [row for row in people if row.member is not None and not row.state and words_of(row.name)[:1] == typed]
    return bool(typed) and len(called) > 1


def _open(rows: Sequence[Presence]) -> Sequence[Presence]:
    return [row for row in rows if not row.state] or rows
