"""A request whose exchange two laptops recorded both: it follows the one that stays."""

from __future__ import annotations

from itertools import permutations

import pytest
from laptop_pairs import carry, meet

from learningcircles.circle.facets import Verbs
from learningcircles.circle.following import follow
from learningcircles.storage.check import check

DAY = "2026-11-20"
People = tuple[bytes, bytes]


@pytest.fixture
def guitar(verbs: Verbs, other: Verbs, people: People) -> bytes:
    """Return a request that both laptops know."""
    request, _ = verbs.records.add("request", {"title": "Guitar", "member": people[1]})
    meet(verbs, other)
    return request


def proposed(side: Verbs, people: People, guitar: bytes) -> bytes:
    """Propose somebody for the request."""
    return side.swaps.propose(guitar, people[0], 60, DAY)[0]


def took_place(side: Verbs, people: People, guitar: bytes) -> bytes:
    """Record that it took place, as somebody does who knows of no request."""
    return side.swaps.record(*people, 75, "Chords", DAY)[0]


def waits(side: Verbs, people: People, guitar: bytes) -> bytes:
    """Record what waits for somebody's word, as somebody does who knows of no request."""
    return side.swaps.record(*people, 75, "Chords", DAY, proposed=True)[0]


def rest(*laptops: Verbs) -> None:
    """Let all have what all have; nobody has anything to add."""
    for one, two in permutations(laptops, 2):
        carry(one, two)
    assert not any(follow(each.desk) for each in laptops)
    assert len({each.reader.state_hash()["private"] for each in laptops}) == 1


@pytest.mark.parametrize(
    ("first", "second", "stands", "minutes"),
    [
        (proposed, took_place, "fulfilled", 75),
        (took_place, proposed, "fulfilled", 75),
        (proposed, proposed, "matched", 0),
        (proposed, waits, "matched", 0),
        (waits, proposed, "matched", 0),
    ],
)
def test_a_request_follows_the_one_that_stays(
    verbs: Verbs, other: Verbs, people: People, guitar: bytes, first: object, second: object, stands: str, minutes: int
) -> None:
    assert callable(first) and callable(second)
    stays = first(verbs, people, guitar)
    goes = second(other, people, guitar)
    meet(verbs, other)
    before = [verbs.reader.get("swap", each)["state"] for each in (stays, goes)]
    assert {stays, goes} == {each.id for each in verbs.reader.twin_swaps()[0]}
    verbs.merging.same_exchange(stays, goes)
    assert verbs.reader.get("swap", goes).deleted and not verbs.reader.get("swap", stays).deleted
    assert verbs.reader.get("request", guitar)["state"] == stands
    assert verbs.reader.balance(people[0]) == minutes and check(verbs.circle) == []
    rest(verbs, other)
    assert str(verbs.undo.next_undo()) == "Keep one of two exchanges Amina → Bo"
    verbs.undo.undo()
    assert [verbs.reader.get("swap", each)["state"] for each in (stays, goes)] == before
    assert verbs.reader.get("request", guitar)["state"] == "matched" and check(verbs.circle) == []
    verbs.undo.redo()
    assert verbs.reader.get("request", guitar)["state"] == stands
    rest(verbs, other)
    if stands == "matched":
        other.swaps.decline(stays)
    else:
        other.swaps.reverse(stays)
    assert other.reader.get("request", guitar)["state"] == "open", "nobody is left for it"
    rest(verbs, other)


def test_two_laptops_that_say_so_apart_say_the_same(verbs: Verbs, other: Verbs, people: People, guitar: bytes) -> None:
    stays, goes = proposed(verbs, people, guitar), took_place(other, people, guitar)
    meet(verbs, other)
    for side in (verbs, other):
        side.merging.same_exchange(stays, goes)
    meet(verbs, other)
    for side in (verbs, other):
        assert (side.reader.get("swap", stays)["state"], side.reader.get("swap", stays)["minutes"]) == ("confirmed", 75)
        assert (side.reader.get("request", guitar)["state"], side.reader.balance(people[0])) == ("fulfilled", 75)
        assert check(side.circle) == []
    rest(verbs, other)


def test_what_was_asked_twice_is_answered_twice(verbs: Verbs, other: Verbs, people: People, guitar: bytes) -> None:
    twice, _ = other.records.add("request", {"title": "Guitar", "member": people[1]})
    stays, goes = proposed(verbs, people, guitar), proposed(other, people, twice)
    meet(verbs, other)
    verbs.merging.same_exchange(stays, goes)
    rest(verbs, other)
    assert [verbs.reader.get("request", each)["state"] for each in (guitar, twice)] == ["matched", "matched"]
    verbs.swaps.confirm(stays)
    assert follow(verbs.desk).of("request") == {twice}
    rest(verbs, other)
    assert [other.reader.get("request", each)["state"] for each in (guitar, twice)] == ["fulfilled", "fulfilled"]


@pytest.mark.parametrize("topic", ["Guitar", "Chords"])
def test_who_takes_back_that_two_are_one_leaves_the_request_to_the_one_that_was_proposed(
    verbs: Verbs, other: Verbs, people: People, guitar: bytes, topic: str
) -> None:
    waiting = proposed(verbs, people, guitar)
    recorded = other.swaps.record(*people, 75, topic, DAY)[0]
    meet(verbs, other)
    assert verbs.reader.get("request", guitar)["state"] == "matched"
    verbs.merging.same_exchange(waiting, recorded)
    assert verbs.reader.get("request", guitar)["state"] == "fulfilled"
    verbs.undo.undo()
    assert verbs.reader.get("request", guitar)["state"] == "matched", "nobody has said for which the recorded one was"
    rest(verbs, other)
    assert other.reader.get("request", guitar)["state"] == "matched"
    verbs.undo.redo()
    rest(verbs, other)
    assert other.reader.get("request", guitar)["state"] == "fulfilled"
    assert verbs.reader.balance(people[1]) == -75 and check(verbs.circle) == []


def test_one_of_two_that_is_back_stands_for_what_it_was_for_itself(
    verbs: Verbs, other: Verbs, people: People, guitar: bytes
) -> None:
    twice, _ = other.records.add("request", {"title": "Guitar", "member": people[1]})
    stays, goes = proposed(verbs, people, guitar), proposed(other, people, twice)
    meet(verbs, other)
    verbs.merging.same_exchange(stays, goes)
    verbs.records.restore("swap", goes)
    verbs.swaps.decline(stays)
    rest(verbs, other)
    assert [other.reader.get("request", each)["state"] for each in (guitar, twice)] == ["open", "matched"]


def test_the_one_that_stays_says_who_confirmed_the_other_one(
    verbs: Verbs, other: Verbs, people: People, guitar: bytes
) -> None:
    stays, goes = proposed(verbs, people, guitar), proposed(other, people, guitar)
    other.swaps.confirm(goes, source="slip")
    meet(verbs, other)
    verbs.merging.same_exchange(stays, goes)
    kept = verbs.reader.get("swap", stays)
    assert (kept["state"], kept["source"]) == ("confirmed", "slip")
