"""An exchange that comes back from Recently removed: its request stands beside it as before."""

from __future__ import annotations

import pytest
from laptop_pairs import meet

from learningcircles.circle.facets import Verbs
from learningcircles.journal.operations import DELETED
from learningcircles.storage.check import check

DAY = "2026-11-20"


@pytest.fixture
def request_(verbs: Verbs, people: tuple[bytes, bytes]) -> bytes:
    return verbs.records.add("request", {"title": "Guitar", "topic": "guitar", "member": people[1]})[0]


@pytest.fixture
def swap(verbs: Verbs, people: tuple[bytes, bytes], request_: bytes) -> bytes:
    return verbs.swaps.propose(request_, people[0], 60, DAY)[0]


def state(verbs: Verbs, request: bytes) -> object:
    return verbs.reader.get("request", request)["state"]


@pytest.mark.parametrize("disputed", [False, True])
def test_a_request_is_matched_again_with_the_exchange_that_is_restored(
    verbs: Verbs, request_: bytes, swap: bytes, disputed: bool
) -> None:
    if disputed:
        verbs.swaps.dispute(swap)
    verbs.records.remove("swap", swap)
    assert state(verbs, request_) == "open"
    changes = verbs.records.restore("swap", swap)
    assert state(verbs, request_) == "matched" and ("request", request_) in changes.touched
    verbs.swaps.confirm(swap)
    assert state(verbs, request_) == "fulfilled"
    assert check(verbs.circle) == []


def test_each_step_of_removing_and_restoring_is_undone_once(verbs: Verbs, request_: bytes, swap: bytes) -> None:
    def stand() -> tuple[bool, object]:
        return verbs.reader.get("swap", swap).deleted, state(verbs, request_)

    verbs.records.remove("swap", swap)
    verbs.records.restore("swap", swap)
    verbs.undo.undo()
    assert stand() == (True, "open")
    verbs.undo.undo()
    assert stand() == (False, "matched")
    verbs.records.restore("swap", swap)
    assert stand() == (False, "matched"), "it was there"
    verbs.undo.redo()
    assert stand() == (True, "open")
    verbs.undo.redo()
    assert stand() == (False, "matched")


def test_what_was_taken_back_by_undo_is_restored_with_its_match(verbs: Verbs, request_: bytes, swap: bytes) -> None:
    verbs.undo.undo()
    assert verbs.reader.get("swap", swap).deleted and state(verbs, request_) == "open"
    verbs.records.restore("swap", swap)
    assert state(verbs, request_) == "matched"


def test_a_request_that_was_matched_anew_is_left_as_it_is(
    verbs: Verbs, people: tuple[bytes, bytes], request_: bytes, swap: bytes
) -> None:
    verbs.records.remove("swap", swap)
    later, _ = verbs.swaps.propose(request_, people[0], 60, "2027-01-05")
    changes = verbs.records.restore("swap", swap)
    assert ("request", request_) not in changes.touched
    verbs.swaps.decline(swap)
    assert state(verbs, request_) == "matched", "the later one still stands"
    verbs.swaps.confirm(later)
    verbs.records.remove("swap", later)
    assert state(verbs, request_) == "fulfilled", "what took place took place"
    verbs.records.restore("swap", later)
    assert state(verbs, request_) == "fulfilled"


def test_one_that_was_declined_before_stands_in_nobodys_way(
    verbs: Verbs, people: tuple[bytes, bytes], request_: bytes, swap: bytes
) -> None:
    verbs.swaps.decline(swap)
    later, _ = verbs.swaps.propose(request_, people[0], 60, "2027-01-05")
    verbs.records.remove("swap", later)
    verbs.records.restore("swap", later)
    assert state(verbs, request_) == "matched"
    verbs.swaps.decline(later)
    assert state(verbs, request_) == "open"
    verbs.swaps.confirm(swap)
    assert state(verbs, request_) == "fulfilled"


def test_an_exchange_that_was_for_no_request_is_for_none_once_it_is_restored(
    verbs: Verbs, people: tuple[bytes, bytes], request_: bytes
) -> None:
    former, _ = verbs.swaps.record(*people, 60, "guitar", DAY, proposed=True)
    verbs.records.remove("swap", former)
    verbs.records.restore("swap", former)
    assert state(verbs, request_) == "open"


def test_a_match_that_was_made_by_hand_comes_back_with_what_its_removal_opened(
    verbs: Verbs, people: tuple[bytes, bytes], request_: bytes
) -> None:
    former, _ = verbs.swaps.record(*people, 60, "guitar", DAY, proposed=True)
    verbs.records.edit("request", request_, {"state": "matched"})
    verbs.records.remove("swap", former)
    assert state(verbs, request_) == "open"
    verbs.records.restore("swap", former)
    assert state(verbs, request_) == "matched"


def test_two_that_were_removed_together_come_back_with_one_match(
    verbs: Verbs, people: tuple[bytes, bytes], request_: bytes, swap: bytes
) -> None:
    second, _ = verbs.swaps.record(*people, 60, "guitar", "2027-01-05", proposed=True)
    verbs.records.remove_many("swap", [swap, second])
    assert state(verbs, request_) == "open"
    verbs.records.restore("swap", second)
    verbs.records.restore("swap", swap)
    assert state(verbs, request_) == "matched"
    verbs.swaps.decline(second)
    assert state(verbs, request_) == "matched"
    verbs.swaps.decline(swap)
    assert state(verbs, request_) == "open"


def test_of_two_that_were_removed_together_each_comes_back_with_its_own_match(
    verbs: Verbs, people: tuple[bytes, bytes], request_: bytes, swap: bytes
) -> None:
    second = verbs.records.add("request", {"title": "Guitar", "member": people[1]})[0]
    for_second, _ = verbs.swaps.propose(second, people[0], 60, "2027-01-05")
    verbs.records.remove_many("swap", [swap, for_second])
    assert (state(verbs, request_), state(verbs, second)) == ("open", "open")
    verbs.records.restore("swap", for_second)
    assert (state(verbs, request_), state(verbs, second)) == ("open", "matched")


@pytest.mark.parametrize("there", ["restore", "confirm", "decline"])
def test_laptops_that_turn_it_apart_agree(
    verbs: Verbs, people: tuple[bytes, bytes], request_: bytes, swap: bytes, other: Verbs, there: str
) -> None:
    meet(verbs, other)
    verbs.records.remove("swap", swap)
    if there == "restore":
        meet(verbs, other)
        other.records.restore("swap", swap)
    else:
        getattr(other.swaps, there)(swap)
    verbs.records.restore("swap", swap)
    meet(verbs, other)
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]
    assert check(verbs.circle) == [] == check(other.circle)
    if there == "restore":
        assert (state(verbs, request_), state(other, request_)) == ("matched", "matched")
        verbs.swaps.confirm(swap)
        assert state(verbs, request_) == "fulfilled"


def test_a_removal_that_somebody_settles_turns_the_request_too(verbs: Verbs, request_: bytes, swap: bytes) -> None:
    verbs.records.remove("swap", swap)
    verbs.swaps.settle_on(swap, DELETED, False)
    assert state(verbs, request_) == "matched"
    verbs.swaps.settle_on(swap, DELETED, True)
    assert state(verbs, request_) == "open"
    verbs.swaps.settle_on(swap, "state", "confirmed")
    assert verbs.reader.get("swap", swap).deleted and state(verbs, request_) == "open"
