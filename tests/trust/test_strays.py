"""How many entries of losing lists are kept: a measure that a former keeper cannot spend for others."""

from __future__ import annotations

from random import Random

import pytest
from test_branches import HUB, HUB_KEY, Circle, meet

from learningcircles.trust import make, strays
from learningcircles.trust.entry import ENTRY_BYTES, Entry, Placed, place_entry
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.roster import Roster

SHORT = 40
"""How many bytes a forger's entry carries beside what it must."""


@pytest.fixture(scope="module")
def circle() -> Circle:
    return Circle()


@pytest.fixture(scope="module")
def handed(circle: Circle) -> Roster:
    """The list that counts: Pilar has given it to a hub, and Amina has shut her laptop out."""
    to_hub = circle.hand(circle.roster, circle.pilar, HUB_KEY, HUB)
    return circle.shut_out(to_hub, circle.amina, circle.pilar)


def forged(circle: Circle, base: Roster, count: int, tag: str, pad: int = SHORT) -> list[Entry]:
    """Return other entries for the position after `base`, as its keeper can make them for ever."""
    found = []
    for number in range(count):
        fields = {"n": number, "tag": tag, "pad": b"p" * pad}
        entry = make.propose(base, "rotate", circle.pilar.id, circle.pilar.sign, fields, circle.world)
        at, key = len(base.placed), circle.pilar.sign
        found.append(strays.stray(place_entry(entry, base.circle, at, base.head, key)))
    return found


def lower_than(circle: Circle, head: bytes, base: Roster | None = None) -> list[Entry]:
    """Return as many as are kept of one key at one position, all of which come before `head`."""
    found: list[Entry] = []
    while len(found) < strays.PER_PLACE:
        found += [each for each in forged(circle, base or circle.roster, 50, str(len(found))) if _head(each) < head]
    return found[: strays.PER_PLACE]


def with_strays(roster: Roster, more: list[Entry]) -> Roster:
    return Roster.replay(roster.placed, [*roster.kept, *more])


def test_thousands_of_one_key_leave_a_few_and_the_order_decides_nothing(circle: Circle, handed: Roster) -> None:
    made = forged(circle, circle.roster, 1_000, "many")
    whole = with_strays(handed, made)
    assert len(whole.strays) == strays.PER_PLACE and whole.head == handed.head
    Random(1).shuffle(made)
    parts = handed
    for begin in range(0, len(made), 250):
        parts = with_strays(parts, made[begin : begin + 500])
    assert parts.strays == whole.strays and parts.lost_digest == whole.lost_digest
    assert with_strays(whole, list(whole.strays)).strays == whole.strays


def test_a_list_that_others_have_lived_with_is_not_pushed_out(circle: Circle, handed: Roster) -> None:
    """Before she gave the list away Pilar went on with it on a copied disk; Bo knew that one and invited upon it."""
    lived = circle.invite(circle.invite(circle.roster, circle.pilar), circle.bo)
    first = lived.placed[len(circle.roster.placed)]
    lower = lower_than(circle, first.head)
    crowded = with_strays(handed, lower)
    assert len(crowded.strays) == strays.PER_PLACE
    both = meet(crowded, lived)
    assert both.head == handed.head and {item.head for item in lived.placed} <= {*both.state.places, *both.state.side}
    again = meet(meet(handed, lived), crowded)
    assert again.strays == both.strays


def test_a_list_that_only_newcomers_have_lived_with_is_not_pushed_out(circle: Circle) -> None:
    """Bo had invited them before the lists parted; what its keeper opens by herself speaks for nothing."""
    epochs = open_epochs(circle.roster, circle.bo.id, circle.bo.receive)
    entry, door = make.invite(circle.roster, circle.bo, epochs, circle.world, right="recorder")
    start = circle.placed(circle.roster, entry)
    true = circle.shut_out(circle.hand(start, circle.pilar, HUB_KEY, HUB), circle.amina, circle.pilar)
    for doors, stays in ((door, True), (None, False)):
        copy = circle.invite(start, circle.pilar)
        if doors is None:
            mine = open_epochs(copy, circle.pilar.id, circle.pilar.receive)
            opened, doors = make.invite(copy, circle.pilar, mine, circle.world, right="recorder")
            copy = circle.placed(copy, opened)
        lived = circle.placed(copy, make.join(copy, doors, circle.world)[0])
        first = lived.placed[len(start.placed)]
        crowded = with_strays(true, lower_than(circle, first.head, start))
        assert len(crowded.strays) == strays.PER_PLACE
        both, again = meet(crowded, lived), meet(meet(true, lived), crowded)
        assert both.strays == again.strays and both.head == true.head
        assert ({item.head for item in lived.placed} <= {*both.state.places, *both.state.side}) is stays


def test_nobody_signs_for_another_laptop(circle: Circle, handed: Roster) -> None:
    """What Bo has signed elsewhere and its keeper places again on a list of his own does not speak for that one."""
    elsewhere = make.invite(circle.roster, circle.bo, open_epochs(circle.roster, circle.bo.id, circle.bo.receive),
                            circle.world, right="recorder")[0]  # fmt: skip
    first = forged(circle, circle.roster, 1, "mine")[0]
    base = Roster.replay([*circle.roster.placed, _placed(first)])
    claimed = strays.stray(place_entry(elsewhere, base.circle, len(base.placed), base.head, circle.pilar.sign))
    crowded = with_strays(handed, [first, claimed, *lower_than(circle, _head(first))])
    assert _head(first) not in crowded.state.side and _head(claimed) not in crowded.state.side


def test_all_together_are_within_measure_and_no_list_has_a_hole(circle: Circle, handed: Roster) -> None:
    many, base = [], circle.roster
    for level in range(strays.MOST // strays.PER_PLACE + 4):
        made = forged(circle, base, strays.PER_PLACE, str(level))
        many += made
        base = Roster.replay([*base.placed, _placed(made[0])])
    kept = with_strays(handed, many)
    assert len(kept.strays) == strays.MOST
    heads = {*kept.state.places, *kept.state.side}
    assert all(item.position()[2] in heads for item in kept.lost)
    seen = set(kept.state.places)
    for item in kept.lost:  # as they travel
        assert item.position()[2] in seen
        seen.add(item.head)


def test_one_that_would_be_too_large_as_a_stray_is_not_kept(circle: Circle, handed: Roster) -> None:
    """A list that is kept has to be readable again."""
    big = forged(circle, circle.roster, 1, "big", ENTRY_BYTES - 300)[0]
    assert len(_placed(big).entry.body) <= ENTRY_BYTES < len(big.body)
    kept = with_strays(handed, [big])
    assert not kept.strays
    assert [Entry.from_wire(entry.to_wire()) for entry in kept.kept] == list(kept.kept)


def _placed(entry: Entry) -> Placed:
    found = strays.stray_in(entry)
    assert found is not None
    return found


def _head(entry: Entry) -> bytes:
    return _placed(entry).head
