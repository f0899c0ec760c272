"""Whose name and number stay where two members turn out to be one, and that they part as they were."""

from __future__ import annotations

import pytest

from learningcircles.circle.facets import Verbs


def numbered(verbs: Verbs, member: bytes, number: str) -> None:
    """Write the number that a member has; no verb lets anybody choose one."""
    with verbs.circle.change("Number") as change:
        change.set("member", member, {"number": number})


def values(verbs: Verbs, member: bytes) -> tuple[object, ...]:
    return tuple(verbs.reader.get("member", member)[name] for name in ("name", "number", "phone", "email"))


@pytest.mark.parametrize("lowest", [True, False])
def test_of_whom_there_is_more_stays_by_name_and_number(verbs: Verbs, lowest: bool) -> None:
    low, high = sorted(verbs.records.add("member", {"name": "Łukasz Nowak"})[0] for _ in range(2))
    old, new = (low, high) if lowest else (high, low)
    verbs.records.edit("member", old, {"email": "l@example.org", "phone": "0111"})
    verbs.records.edit("member", new, {"name": "Lukasz Nowak", "phone": "0222"})
    numbered(verbs, old, "1-5")
    numbered(verbs, new, "1-20")
    verbs.swaps.opening_balances({old: 60})
    before = {each: values(verbs, each) for each in (low, high)}
    assert verbs.merging.fuller(new, old) == verbs.merging.fuller(old, new) == old
    verbs.merging.merge(new, old, stays=old)
    shown = verbs.reader.shown_as(new)
    assert values(verbs, shown)[:3] == ("Łukasz Nowak", "1-5", "0111")
    assert len({verbs.reader.get("member", each)["number"] for each in (low, high)}) == 2
    for back in (verbs.undo.undo, lambda: verbs.merging.part(low)):
        back()
        assert {each: values(verbs, each) for each in (low, high)} == before
        if back == verbs.undo.undo:
            verbs.undo.redo()
            assert values(verbs, verbs.reader.shown_as(new))[0] == "Łukasz Nowak"
    assert verbs.reader.balance(old) == 60


def test_what_was_changed_since_stays_when_they_part(verbs: Verbs) -> None:
    low, high = sorted(verbs.records.add("member", {"name": name})[0] for name in ("Ana", "Ana"))
    verbs.records.edit("member", high, {"name": "Ana Prado"})
    verbs.merging.merge(low, high, stays=high)
    verbs.records.edit("member", low, {"name": "Ana P."})
    verbs.merging.part(high)
    assert [verbs.reader.get("member", each)["name"] for each in (low, high)] == ["Ana P.", "Ana Prado"]


def test_the_older_number_stays_where_all_else_is_alike(verbs: Verbs) -> None:
    one, other = (verbs.records.add("member", {"name": "Bo Ek"})[0] for _ in range(2))
    numbered(verbs, one, "1-20")
    numbered(verbs, other, "1-5")
    assert verbs.merging.fuller(one, other) == other
