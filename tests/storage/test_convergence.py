"""Random work on laptops apart from each other, against a reference that knows the rules and nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from laptops import ALL, carry, carry_all, laptops

from learningcircles import ids
from learningcircles.circle.circle import Circle
from learningcircles.storage.exchange import Exchange
from tests.storage.reference import reference, stored

TEXTS = ("name", "phone", "notes", "email")


def work(circle: Circle, chance: random.Random, records: list[bytes]) -> None:
    """Do one thing to one of few records, so that laptops meet on the same registers."""
    id_ = chance.choice(records)
    with circle.change("Work") as change:
        kind = chance.random()
        if kind < 0.6:
            change.set("member", id_, {chance.choice(TEXTS): chance.choice("abc")})
        elif kind < 0.8:
            verb = change.add if chance.random() < 0.6 else change.drop
            verb("member", id_, "languages", [chance.choice(("pt", "fr"))])
        elif kind < 0.9:
            change.delete("member", id_)
        else:
            change.restore("member", id_)
        if chance.random() < 0.2:
            change.set("member", id_, {"phone": "last word of this action"})


@pytest.mark.parametrize("seed", range(12))
def test_tables_are_what_the_rules_say_on_every_laptop(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    circles = laptops(tmp_path, 3, seed=seed + 1)
    records = [bytes([number]) * 16 for number in range(1, 4)]
    for _ in range(60):
        one, other = chance.sample(circles, 2)
        if chance.random() < 0.75:
            work(one, chance, records)
        else:
            carry(one, other)
    carry_all(circles)
    expected = reference(circles[0])
    for circle in circles:
        assert stored(circle) == expected
    assert len({str(circle.reader.state_hash()) for circle in circles}) == 1


@pytest.mark.parametrize("seed", range(6))
def test_a_new_laptop_and_a_rebuilt_one_agree_with_those_who_were_there(tmp_path: Path, seed: int) -> None:
    chance = random.Random(1000 + seed)
    *circles, late = laptops(tmp_path, 4, seed=seed + 1)
    records = [bytes([number]) * 16 for number in range(1, 3)]
    for _ in range(60):
        one, other = chance.sample(circles, 2)
        if chance.random() < 0.7:
            work(one, chance, records)
        else:
            carry(one, other)
    carry_all(circles)
    segments = Exchange(circles[0]).after({}, ALL)
    for begin in range(0, len(segments), 5):
        Exchange(late).receive(segments[begin : begin + 5])
    before = stored(circles[0])
    assert stored(late) == before
    Exchange(circles[1]).rebuild()
    assert stored(circles[1]) == before
    assert late.reader.state_hash() == circles[1].reader.state_hash() == circles[0].reader.state_hash()


def say(circle: Circle, fields: dict[str, str], action: bytes) -> None:
    """Write to the one record of these tests, as a segment of its own."""
    with circle.group("Work", action=action), circle.change("Work") as change:
        change.set("member", b"m" * 16, fields)
    Exchange(circle).close_tail()


@pytest.mark.parametrize("beside", [{}, {"phone": "b"}, {"notes": "b"}])
def test_actions_taken_back_one_after_the_other_ask_the_same_in_every_order_of_arrival(
    tmp_path: Path, beside: dict[str, str]
) -> None:
    one, other, *late = laptops(tmp_path, 10)
    say(one, {"notes": "a"}, b"1" * 16)
    if beside:
        say(other, beside, b"2" * 16)
    carry(other, one)
    first, second, back = b"3" * 16, b"4" * 16, beside.get("notes", "a")
    third = b"5" * 16
    for value, action in (("c", first), ("d", second), ("c", ids.undo(second)), ("e", third), ("c", ids.undo(third))):
        say(one, {"notes": value}, action)
    say(one, {"notes": back}, ids.undo(first))
    expected = reference(one)
    assert len(expected.opened) == ("notes" in beside), "what two wrote apart from each other, and nothing else"
    assert stored(one) == expected
    theirs = Exchange(other).after({}, ALL)
    mine = [segment for segment in Exchange(one).after({}, ALL) if segment not in theirs]
    for place, taker in enumerate(late):
        for segment in [*mine[:place], *theirs, *mine[place:]]:
            Exchange(taker).receive([segment])
        assert stored(taker) == expected
    Exchange(one).rebuild()
    assert stored(one) == expected
