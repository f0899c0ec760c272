"""A request and its exchanges where two laptops turned them apart: once they meet, whoever was helped asks no more."""

from __future__ import annotations

import pytest
from laptop_pairs import meet

from learningcircles.circle.facets import Verbs
from learningcircles.circle.following import follow
from learningcircles.storage.check import check

DAY = "2026-11-20"


@pytest.fixture
def guitar(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> bytes:
    """Return a request that both laptops know."""
    request, _ = verbs.records.add("request", {"title": "Guitar", "topic": "guitar", "member": people[1]})
    meet(verbs, other)
    return request


@pytest.fixture
def swap(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes) -> bytes:
    """Return an exchange that is proposed for it, as both know."""
    swap, _ = verbs.swaps.propose(guitar, people[0], 60, DAY)
    meet(verbs, other)
    return swap


def state(verbs: Verbs, request: bytes) -> object:
    """Return how it stands."""
    return verbs.reader.get("request", request)["state"]


@pytest.fixture
def two(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes) -> tuple[bytes, bytes]:
    """Return what each laptop has proposed for it without knowing of the other's."""
    one, _ = verbs.swaps.propose(guitar, people[0], 60, DAY)
    another, _ = other.swaps.propose(guitar, people[0], 60, DAY)
    meet(verbs, other)
    return one, another


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_who_was_helped_by_one_asks_no_more_when_the_other_is_declined(
    verbs: Verbs, other: Verbs, guitar: bytes, two: tuple[bytes, bytes], order: tuple[int, int]
) -> None:
    helped, declined = (two[place] for place in order)
    verbs.swaps.confirm(helped)
    assert state(verbs, guitar) == "fulfilled"
    changes = verbs.swaps.decline(declined)
    assert state(verbs, guitar) == "fulfilled" and not changes.of("request"), "nobody is told that it is open again"
    meet(verbs, other)
    assert state(other, guitar) == "fulfilled"


def test_confirmed_here_and_the_other_one_declined_there(
    verbs: Verbs, other: Verbs, guitar: bytes, two: tuple[bytes, bytes]
) -> None:
    verbs.swaps.confirm(two[0])
    other.swaps.decline(two[1])
    assert state(other, guitar) == "matched", "the first may still take place"
    meet(verbs, other)
    assert state(verbs, guitar) == state(other, guitar) == "fulfilled"


def test_when_both_come_to_nothing_it_is_open_again(
    verbs: Verbs, other: Verbs, guitar: bytes, two: tuple[bytes, bytes]
) -> None:
    verbs.swaps.decline(two[0])
    assert state(verbs, guitar) == "matched"
    changes = verbs.records.remove("swap", two[1])
    assert state(verbs, guitar) == "open" and changes.of("request")
    verbs.records.restore("swap", two[1])
    assert state(verbs, guitar) == "matched"


def test_a_dispute_that_had_not_seen_the_confirmation_has_the_last_word_about_both(
    verbs: Verbs, other: Verbs, guitar: bytes, swap: bytes
) -> None:
    verbs.swaps.confirm(swap)
    other.swaps.dispute(swap)
    meet(verbs, other)
    for side in (verbs, other):
        assert (side.reader.get("swap", swap)["state"], state(side, guitar)) == ("disputed", "matched")
    verbs.swaps.decline(swap)
    assert state(verbs, guitar) == "open"


def test_a_removal_that_had_not_seen_the_confirmation_comes_back_fulfilled(
    verbs: Verbs, other: Verbs, guitar: bytes, swap: bytes
) -> None:
    verbs.swaps.confirm(swap)
    other.records.remove("swap", swap)
    meet(verbs, other)
    verbs.records.restore("swap", swap)
    assert check(verbs.circle) == []
    assert (verbs.reader.get("swap", swap)["state"], state(verbs, guitar)) == ("confirmed", "fulfilled")


def test_what_somebody_said_by_hand_stays_whatever_becomes_of_the_exchange(
    verbs: Verbs, other: Verbs, guitar: bytes, swap: bytes
) -> None:
    verbs.records.edit("request", guitar, {"state": "fulfilled"})
    verbs.swaps.decline(swap)
    assert state(verbs, guitar) == "fulfilled"
    verbs.records.edit("request", guitar, {"state": "withdrawn"})
    verbs.swaps.confirm(swap)
    assert state(verbs, guitar) == "withdrawn"
    meet(verbs, other)
    assert state(other, guitar) == "withdrawn"


@pytest.mark.parametrize(
    ("verb", "before", "after"), [("confirm", "fulfilled", "fulfilled"), ("decline", "open", "matched")]
)
def test_undo_leaves_the_request_to_what_the_other_one_says(
    verbs: Verbs, other: Verbs, guitar: bytes, two: tuple[bytes, bytes], verb: str, before: str, after: str
) -> None:
    first, second = (getattr(verbs.swaps, verb)(each) for each in two)
    assert state(verbs, guitar) == before
    verbs.undo.undo_action(first.action)
    assert state(verbs, guitar) == after
    verbs.undo.redo()
    assert state(verbs, guitar) == before
    for changes in (second, first):
        verbs.undo.undo_action(changes.action) if changes is second else verbs.undo.undo()
    assert state(verbs, guitar) == "matched"
    meet(verbs, other)
    assert state(other, guitar) == "matched" and check(other.circle) == []


def test_what_is_undone_within_a_greater_action_is_followed_with_the_next_share(
    verbs: Verbs, guitar: bytes, two: tuple[bytes, bytes]
) -> None:
    first, _ = (verbs.swaps.decline(each) for each in two)
    with verbs.circle.group("Both"):
        verbs.undo.undo_action(first.action)
    assert state(verbs, guitar) == "open"
    assert follow(verbs.desk)
    assert state(verbs, guitar) == "matched"
