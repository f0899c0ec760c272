"""Which hours come back to two members who were merged and are parted again: those that were said to be the same."""

from __future__ import annotations

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.storage.check import check


def test_both_balances_that_one_had_twice_come_back(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    low, high = sorted(people)
    for each in (low, high):
        verbs.swaps.opening_balances({each: 20})
        verbs.swaps.opening_balances({each: 20})
    assert verbs.reader.balance(low) == verbs.reader.balance(high) == 40
    verbs.merging.merge(low, high)
    verbs.merging.hours_once(low)
    assert verbs.reader.balance(low) == 40
    verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (40, 40)


def test_what_was_undone_for_itself_does_not_come_back(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    low, high = sorted(people)
    verbs.swaps.opening_balances({high: 180})
    verbs.undo.undo()
    verbs.swaps.opening_balances({low: 180})
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (180, 0)
    verbs.merging.merge(low, high)
    verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (180, 0)


def test_nor_what_was_undone_after_they_were_parted(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    """Nothing was ever said to be the same; `member part` refuses then, as it did."""
    low, high = sorted(people)
    verbs.merging.merge(low, high)
    verbs.merging.part(high)
    verbs.swaps.opening_balances({low: 180})
    verbs.swaps.opening_balances({high: 180})
    verbs.undo.undo()
    with pytest.raises(Refused):
        verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (180, 0)


def test_as_many_come_back_as_the_other_one_has_more(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    low, high = sorted(people)
    for each in (low, high):
        for _ in range(2):
            verbs.swaps.opening_balances({each: 20})
    verbs.merging.merge(low, high)
    verbs.merging.hours_once(low)
    verbs.swaps.opening_balances({high: 20})
    verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (40, 40)


def test_what_parting_gave_again_and_undo_took_comes_back_once_they_are_parted_again(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    low, high = sorted(people)
    for each in (low, high):
        verbs.swaps.opening_balances({each: 180})
    verbs.merging.merge(low, high)
    verbs.merging.hours_once(low)
    verbs.merging.part(high)
    verbs.undo.undo()
    assert verbs.reader.balance(low) == 180 and verbs.reader.shown_as(high) == low
    verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (180, 180)
    assert check(verbs.circle) == []


def test_hours_said_to_be_the_same_within_a_larger_action_come_back(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    """What an action is called tells nothing: here it is the whole that has a name."""
    low, high = sorted(people)
    for each in (low, high):
        verbs.swaps.opening_balances({each: 180})
    with verbs.circle.group("Tidy the two Cems"):
        verbs.merging.merge(low, high)
        verbs.merging.hours_once(low)
    verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (180, 180)


def test_so_do_those_that_were_said_so_undone_and_said_so_again(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    low, high = sorted(people)
    for each in (low, high):
        verbs.swaps.opening_balances({each: 180})
    verbs.merging.merge(low, high)
    verbs.merging.hours_once(low)
    verbs.undo.undo()
    assert verbs.reader.balance(low) == 360
    verbs.undo.redo()
    assert verbs.reader.balance(low) == 180
    verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (180, 180)


@pytest.mark.parametrize("undone", [1, 2])
def test_what_was_undone_while_they_were_one_does_not_come_back(
    verbs: Verbs, people: tuple[bytes, bytes], undone: int
) -> None:
    low, high = sorted(people)
    verbs.swaps.opening_balances({low: 180})
    verbs.merging.merge(low, high)
    verbs.swaps.opening_balances({high: 180})
    for _ in range(undone - 1):
        verbs.undo.undo()
        verbs.undo.redo()
    verbs.undo.undo()
    verbs.merging.part(high)
    assert (verbs.reader.balance(low), verbs.reader.balance(high)) == (180, 0)


def test_of_several_that_lost_hours_the_one_that_lost_most_gets_them(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    third = verbs.records.add("member", {"name": "Cem"})[0]
    stays, once, twice = sorted((*people, third))
    for each in (stays, stays, once, twice, twice):
        verbs.swaps.opening_balances({each: 180})
    for each in (once, twice):
        verbs.merging.merge(stays, each)
    verbs.merging.hours_once(stays)
    assert verbs.reader.balance(stays) == 360
    verbs.merging.part(stays)
    verbs.merging.merge(once, twice)
    assert [verbs.reader.balance(each) for each in (stays, once)] == [360, 360]


def test_what_was_undone_done_again_and_then_said_to_be_the_same_comes_back(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    """It is the last time that counts: several, since which of their rows is read first is a matter of chance."""
    low, high = sorted(people)
    for minutes in range(10, 90, 10):
        verbs.swaps.opening_balances({low: minutes})
        verbs.swaps.opening_balances({high: minutes})
        verbs.undo.undo()
        verbs.undo.redo()
    verbs.merging.merge(low, high)
    verbs.merging.hours_once(low)
    verbs.merging.part(high)
    assert verbs.reader.balance(low) == verbs.reader.balance(high) == sum(range(10, 90, 10))


@pytest.mark.parametrize("same", [False, True])
def test_who_was_never_the_same_as_somebody_gives_nothing_back_to_them(
    verbs: Verbs, people: tuple[bytes, bytes], same: bool
) -> None:
    """`same`: they are merged with them later, and whom their hours were the same as is still one with them."""
    low, high = sorted(people)
    third = verbs.records.add("member", {"name": "Cem"})[0]
    for each in (low, high, third):
        verbs.swaps.opening_balances({each: 180})
    verbs.swaps.opening_balances({third: 180})
    verbs.merging.merge(low, high)
    verbs.merging.hours_once(low)
    if same:
        verbs.merging.merge(low, third)
        verbs.merging.part(third)
    else:
        verbs.merging.different(low, third)
        verbs.merging.different(high, third)
        with pytest.raises(Refused):
            verbs.merging.part(third)
    assert sum(verbs.reader.balance(each) for each in (low, high)) == 180
    assert verbs.reader.balance(third) == 360


def test_who_only_looked_alike_is_parted_from_nobody(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    """What theirs were the same as was undone since; somebody else, who only looked alike, has as many."""
    low, high = sorted(people)
    third = verbs.records.add("member", {"name": "Cem"})[0]
    wrong = verbs.swaps.opening_balances({low: 180}).action
    verbs.swaps.opening_balances({high: 180})
    verbs.merging.merge(low, high)
    verbs.merging.hours_once(low)
    verbs.undo.undo_action(wrong)
    verbs.swaps.opening_balances({third: 180})
    verbs.merging.different(high, third)
    with pytest.raises(Refused):
        verbs.merging.part(third)
    assert [verbs.reader.balance(each) for each in (low, third)] == [0, 180]
