"""Two laptops in memory: what one writes, the other folds to the same state."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from laptops import carry_all, laptops

from learningcircles.circle.circle import Circle
from learningcircles.storage.exchange import Exchange


def add_member(circle: Circle, name: str, **fields: object) -> bytes:
    with circle.change(f"Add {name}") as change:
        id_ = change.new_id()
        change.set("member", id_, {"name": name, **fields})
    return id_


def test_both_laptops_reach_the_same_state(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    amina = add_member(first, "Amina", phone="0123", languages=["pt"])
    carry_all([first, second])
    assert second.reader.get("member", amina)["name"] == "Amina"
    with first.change("Edit") as change:
        change.set("member", amina, {"phone": "0145"})
        change.add("member", amina, "languages", ["fr"])
    with second.change("Edit") as change:
        change.set("member", amina, {"phone": "0199", "notes": "has a kiln"})
        change.add("member", amina, "languages", ["en"])
    carry_all([first, second])
    assert first.reader.state_hash() == second.reader.state_hash()
    for circle in (first, second):
        record = circle.reader.get("member", amina)
        assert record["languages"] == ["en", "fr", "pt"]
        assert record["notes"] == "has a kiln"
        (item,) = circle.reader.review()
        assert {item.kept, item.other} == {"0145", "0199"}
    with first.change("Settle") as change:
        change.set("member", amina, {"phone": "0145"})
    carry_all([first, second])
    assert not first.reader.review() and not second.reader.review()
    assert first.reader.state_hash() == second.reader.state_hash()


def test_rebuilding_gives_the_same_state(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    amina = add_member(first, "Amina")
    carry_all([first, second])
    with second.change("Edit") as change:
        change.set("member", amina, {"name": "Amina A."})
    with first.change("Remove") as change:
        change.delete("member", amina)
    carry_all([first, second])
    add_member(first, "Open tail")
    before = first.reader.state_hash()
    Exchange(first).rebuild()
    assert first.reader.state_hash() == before


def test_any_order_of_arrival_gives_the_same_state_and_reviews(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    amina = add_member(first, "Amina", phone="1")
    carry_all([first, second])
    for number in range(3):
        for circle in (first, second):
            with circle.change("Edit") as change:
                change.set("member", amina, {"phone": f"{number} {circle.path.stem}"})
            Exchange(circle).close_tail()
    a, b = Exchange(first), Exchange(second)
    theirs = b.after(a.have(), 10**9)
    hashes = set()
    for number, order in enumerate(permutations(theirs)):
        a.receive(order)
        while a.receive(theirs).new:
            pass
        if number == 0:
            b.receive(a.after(b.have(), 10**9))
        hashes.add((str(first.reader.state_hash()), len(first.reader.review())))
    assert hashes == {(str(second.reader.state_hash()), len(second.reader.review()))}


def test_a_failing_action_changes_nothing(tmp_path: Path) -> None:
    first, _ = laptops(tmp_path, 2)
    before = first.reader.state_hash()
    with pytest.raises(ZeroDivisionError), first.change("Half") as change:
        change.set("member", change.new_id(), {"name": "Half"})
        raise ZeroDivisionError
    assert first.reader.state_hash() == before
    assert first.reader.count("member") == 0
