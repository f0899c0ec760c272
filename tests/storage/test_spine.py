"""Two laptops in memory: what one writes, the other folds to the same state."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from learningcircles.circle.circle import Circle
from learningcircles.circle.create import create, create_joined
from learningcircles.circle.opened import Secrets
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import seeded
from learningcircles.trust import make
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster


class MemoryMark:
    """A mark that lives as long as the test."""

    def __init__(self) -> None:
        self.heads: dict[int, tuple[int, bytes]] = {}

    def read(self) -> dict[int, tuple[int, bytes]]:
        return self.heads

    def write(self, heads: dict[int, tuple[int, bytes]]) -> None:
        self.heads = heads


class Clock:
    """A wall clock that tests move."""

    def __init__(self) -> None:
        self.ms = 1_800_000_000_000

    def __call__(self) -> int:
        self.ms += 7
        return self.ms


def pair(folder: Path) -> tuple[Circle, Circle]:
    """Return a founder's and a joiner's circle."""
    world = seeded(5, Clock())
    founding = make.found(world)
    first = create(folder / "a.circle", Secrets(b"a" * 32, founding.keys), founding, world, MemoryMark())
    entry, invitation = make.invite(first.roster, founding.keys, founding.epochs, world, right="organizer")
    roster, _ = settle(Roster.replay(first.roster.placed, [entry]), founding.keys.sign, world.now_ms())
    add, keys, epochs = make.join(roster, invitation, world)
    settled, _ = settle(Roster.replay(roster.placed, [add]), founding.keys.sign, world.now_ms())
    Exchange(first).receive_roster(settled.placed, [])
    second = create_joined(
        folder / "b.circle", Secrets(b"b" * 32, keys), settled.placed, [], epochs, world, MemoryMark()
    )
    return first, second


def share(first: Circle, second: Circle) -> None:
    """Carry everything both ways."""
    a, b = Exchange(first), Exchange(second)
    a.close_tail()
    b.close_tail()
    for giver, taker in ((a, b), (b, a)):
        result = taker.receive(giver.after(taker.have(), 10**9))
        assert not result.rejected


def add_member(circle: Circle, name: str, **fields: object) -> bytes:
    with circle.change(f"Add {name}") as change:
        id_ = change.new_id()
        change.set("member", id_, {"name": name, **fields})
    return id_


def test_both_laptops_reach_the_same_state(tmp_path: Path) -> None:
    first, second = pair(tmp_path)
    amina = add_member(first, "Amina", phone="0123", languages=["pt"])
    share(first, second)
    assert second.reader.get("member", amina)["name"] == "Amina"
    with first.change("Edit") as change:
        change.set("member", amina, {"phone": "0145"})
        change.add("member", amina, "languages", ["fr"])
    with second.change("Edit") as change:
        change.set("member", amina, {"phone": "0199", "notes": "has a kiln"})
        change.add("member", amina, "languages", ["en"])
    share(first, second)
    assert first.reader.state_hash() == second.reader.state_hash()
    for circle in (first, second):
        record = circle.reader.get("member", amina)
        assert record["languages"] == ["en", "fr", "pt"]
        assert record["notes"] == "has a kiln"
        (item,) = circle.reader.review()
        assert {item.kept, item.other} == {"0145", "0199"}
    with first.change("Settle") as change:
        change.set("member", amina, {"phone": "0145"})
    share(first, second)
    assert not first.reader.review() and not second.reader.review()
    assert first.reader.state_hash() == second.reader.state_hash()


def test_rebuilding_gives_the_same_state(tmp_path: Path) -> None:
    first, second = pair(tmp_path)
    amina = add_member(first, "Amina")
    share(first, second)
    with second.change("Edit") as change:
        change.set("member", amina, {"name": "Amina A."})
    with first.change("Remove") as change:
        change.delete("member", amina)
    share(first, second)
    add_member(first, "Open tail")
    before = first.reader.state_hash()
    Exchange(first).rebuild()
    assert first.reader.state_hash() == before


def test_any_order_of_arrival_gives_the_same_state_and_reviews(tmp_path: Path) -> None:
    first, second = pair(tmp_path)
    amina = add_member(first, "Amina", phone="1")
    share(first, second)
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
    first, _ = pair(tmp_path)
    before = first.reader.state_hash()
    with pytest.raises(ZeroDivisionError), first.change("Half") as change:
        change.set("member", change.new_id(), {"name": "Half"})
        raise ZeroDivisionError
    assert first.reader.state_hash() == before
    assert first.reader.count("member") == 0
