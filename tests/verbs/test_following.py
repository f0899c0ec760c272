"""Requests that laptops turned apart: once they have met, all of them say what the exchanges say together, and rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laptop_pairs import ALL, carry, meet

from learningcircles.circle.facets import Verbs
from learningcircles.circle.following import follow
from learningcircles.errors import CircleError
from learningcircles.laptop import rights
from learningcircles.phrase import Phrases
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.members import READER

DAY = "2026-11-20"
Act = Callable[[Verbs], object]


@pytest.fixture
def guitar(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> bytes:
    """Return a request that both laptops know."""
    request, _ = verbs.records.add("request", {"title": "Guitar", "topic": "guitar", "member": people[1]})
    meet(verbs, other)
    return request


def states(request: bytes, *laptops: Verbs) -> list[object]:
    """Return how it stands on each laptop."""
    return [each.reader.get("request", request)["state"] for each in laptops]


def share(*laptops: Verbs) -> None:
    """Let all have what all have, and say what they say of it, until nobody says anything new."""
    for _ in range(4):
        for one, other in permutations(laptops, 2):
            carry(one, other)
        if not [each for each in laptops if follow(each.desk)]:
            break
    else:
        pytest.fail("they go on and on")
    assert len({each.reader.state_hash()["private"] for each in laptops}) == 1


def said_together(laptop: Verbs, people: Sequence[bytes]) -> str:
    """Return how a request is to stand to which all exchanges of these two belong."""
    swaps = laptop.reader.list("swap", where={"receiver": people[1]}, deleted=True)
    if any(each["state"] == "confirmed" for each in swaps):
        return "fulfilled"
    waiting = [each for each in swaps if each["state"] in ("proposed", "disputed") and not each.deleted]
    return "matched" if waiting else "open"


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("verb", ["decline", "remove"])
def test_where_each_declines_what_the_other_one_left_it_to_it_is_open_again(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes, verb: str, first: int
) -> None:
    swaps = [each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (verbs, other)]
    meet(verbs, other)
    for side, swap in zip((verbs, other), swaps[first:] + swaps[:first], strict=True):
        side.swaps.decline(swap) if verb == "decline" else side.records.remove("swap", swap)
        assert states(guitar, side) == ["matched"], "the other one may still take place"
    meet(verbs, other)
    assert states(guitar, verbs, other) == ["matched", "matched"], "a merge itself writes nothing"
    assert follow(verbs.desk).of("request") == {guitar}
    assert states(guitar, verbs) == ["open"]
    share(verbs, other)
    assert states(guitar, verbs, other) == ["open", "open"]


def turn(verb: str, swap: bytes) -> Act:
    """Return what a laptop does to an exchange."""
    return lambda side: side.records.remove("swap", swap) if verb == "remove" else getattr(side.swaps, verb)(swap)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize(
    ("verbs_", "stands"),
    [(("confirm", "remove"), "fulfilled"), (("remove", "dispute"), "open"), (("confirm", "dispute"), None)],
)
def test_what_one_laptop_had_not_seen_of_the_exchange_counts_as_well(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes, order: tuple[int, int],
    verbs_: tuple[str, str], stands: str | None,
) -> None:  # fmt: skip
    swap, _ = verbs.swaps.propose(guitar, people[0], 60, DAY)
    meet(verbs, other)
    for place in order:
        turn(verbs_[place], swap)((verbs, other)[place])
    share(verbs, other)
    assert states(guitar, verbs, other) == [stands or said_together(verbs, people)] * 2
    assert check(verbs.circle) == []


def test_what_laptops_say_by_themselves_is_nobodys_to_undo_and_in_nobodys_way(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swaps = [each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (verbs, other)]
    meet(verbs, other)
    for side, swap in zip((verbs, other), swaps, strict=True):
        side.swaps.decline(swap)
    share(verbs, other)
    assert states(guitar, verbs, other) == ["open", "open"]
    assert str(verbs.undo.next_undo()) == "Decline exchange Amina → Bo"
    verbs.undo.undo()
    share(verbs, other)
    assert states(guitar, verbs, other) == ["matched", "matched"]
    verbs.swaps.decline(swaps[0])
    assert states(guitar, verbs) == ["open"]


def test_who_takes_back_what_laptops_followed_since_is_told_of_no_change_of_somebody_else(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    other.swaps.propose(guitar, people[0], 60, DAY)
    mine, _ = verbs.swaps.propose(guitar, people[0], 60, DAY)
    verbs.swaps.decline(mine)
    meet(verbs, other)
    assert states(guitar, verbs, other) == ["open", "open"]
    share(verbs, other)
    assert states(guitar, verbs, other) == ["matched", "matched"], "the other one still waits"
    undone = verbs.undo.undo()
    assert undone.kept == Phrases(()) and states(guitar, verbs) == ["matched"]
    assert verbs.reader.get("swap", mine)["state"] == "proposed"


def test_what_somebody_says_by_hand_goes_before_what_laptops_say_by_themselves(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swaps = [each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (verbs, other)]
    meet(verbs, other)
    verbs.swaps.decline(swaps[1])
    other.swaps.decline(swaps[0])
    carry(other, verbs)
    other.records.edit("request", guitar, {"state": "withdrawn"})
    assert follow(verbs.desk), "it knows nothing of that"
    share(verbs, other)
    assert states(guitar, verbs, other) == ["withdrawn", "withdrawn"]


def test_who_was_helped_and_asks_anew_is_not_helped_by_what_took_place_before(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swap, _ = verbs.swaps.propose(guitar, people[0], 60, DAY)
    verbs.swaps.confirm(swap)
    verbs.records.edit("request", guitar, {"state": "open"})
    again, _ = verbs.swaps.propose(guitar, people[0], 60, "2027-01-05")
    share(verbs, other)
    assert states(guitar, verbs, other) == ["matched", "matched"]
    other.swaps.decline(again)
    share(verbs, other)
    assert states(guitar, verbs, other) == ["open", "open"]


def test_a_laptop_that_only_looks_says_nothing(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swaps = [each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (verbs, other)]
    meet(verbs, other)
    for side, swap in zip((verbs, other), swaps, strict=True):
        side.swaps.decline(swap)
    meet(verbs, other)
    rights.change_right(verbs.circle, other.circle.secrets.device.id, READER)
    meet(verbs, other)
    assert other.circle.right == READER and not follow(other.desk)
    share(verbs, other)
    assert states(guitar, verbs, other) == ["open", "open"]


VERBS = ("confirm", "decline", "dispute", "reverse", "remove", "restore")
STEPS = st.tuples(
    st.integers(0, 2),
    st.sampled_from(("propose", *VERBS, *VERBS, "carry", "follow", "undo", "redo")),
    st.integers(0, 3),
)
ODD = st.tuples(
    st.integers(0, 2), st.sampled_from(("record", "ask again", "remove request", "same")), st.integers(0, 3)
)
HAND = ODD | st.tuples(
    st.integers(0, 2), st.just("by hand"), st.sampled_from(("open", "matched", "fulfilled", "withdrawn"))
)


class World:
    """Three laptops, and a request that they all know."""

    def __init__(self, laptops: Sequence[Verbs], helper: bytes) -> None:
        self.laptops = laptops
        self.amina = helper
        self.bo = laptops[0].records.add("member", {"name": "Bo"})[0]
        self.request, self.other = (self.ask(laptops[0]) for _ in range(2))
        share(*laptops)

    def ask(self, laptop: Verbs) -> bytes:
        """Return a new request."""
        return laptop.records.add("request", {"title": "Guitar", "member": self.bo})[0]

    def step(self, which: int, what: str, how: int | str) -> None:
        """Let a laptop do something; what it may not do it does not."""
        laptop = self.laptops[which]
        swaps = [each.id for each in laptop.reader.list("swap", where={"receiver": self.bo}, deleted=True)]
        with suppress(CircleError):
            if what == "carry":
                carry(laptop, self.laptops[int(how) % 3])
            elif what == "follow":
                follow(laptop.desk)
            elif what in ("undo", "redo"):
                self._undo(laptop, what)
            elif what == "by hand":
                laptop.records.edit("request", self.request, {"state": how})
            elif what == "ask again":
                laptop.swaps.propose(self.other, self.amina, 60, DAY)
            elif what == "same":
                one, other = sorted(swaps)[:2] if len(swaps) > 1 else (self.request, self.request)
                laptop.merging.same_exchange(one, other)
            elif what == "remove request":
                laptop.records.remove("request", self.request)
            elif what == "record":
                laptop.swaps.record(self.amina, self.bo, 60, "guitar", DAY, proposed=True)
            elif what == "propose":
                laptop.swaps.propose(self.request, self.amina, 60, DAY)
            elif swaps:
                self._turn(laptop, what, sorted(swaps)[int(how) % len(swaps)])

    def _undo(self, laptop: Verbs, what: str) -> None:
        deed = laptop.undo.next_undo() if what == "undo" else laptop.undo.next_redo()
        if deed is not None and "Bo" in str(deed) and not str(deed).startswith("Add"):
            getattr(laptop.undo, what)()

    def _turn(self, laptop: Verbs, what: str, swap: bytes) -> None:
        if what in ("remove", "restore"):
            getattr(laptop.records, what)("swap", swap)
        else:
            getattr(laptop.swaps, what)(swap)


@pytest.fixture
def laptops(verbs: Verbs, other: Verbs, third: Verbs) -> list[Verbs]:
    share(verbs, other, third)
    return [verbs, other, third]


SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@SOME
@given(steps=st.lists(STEPS, min_size=3, max_size=16))
def test_three_laptops_say_what_the_exchanges_say(
    laptops: list[Verbs], people: tuple[bytes, bytes], steps: list[tuple[int, str, int]]
) -> None:
    world = World(laptops, people[0])
    for step in steps:
        world.step(*step)
    share(*laptops)
    assert states(world.request, *laptops) == [said_together(laptops[0], (people[0], world.bo))] * 3


@SOME
@given(steps=st.lists(STEPS | HAND, min_size=3, max_size=16))
def test_three_laptops_agree_whatever_people_say_by_hand(
    laptops: list[Verbs], people: tuple[bytes, bytes], steps: list[tuple[int, str, int | str]]
) -> None:
    world = World(laptops, people[0])
    for step in steps:
        world.step(*step)
    share(*laptops)
    assert all(len(set(states(each, *laptops))) == 1 for each in (world.request, world.other))


@SOME
@given(steps=st.lists(STEPS | HAND, min_size=3, max_size=16))
def test_one_laptop_alone_has_nothing_to_add(
    laptops: list[Verbs], people: tuple[bytes, bytes], steps: list[tuple[int, str, int | str]]
) -> None:
    world = World(laptops, people[0])
    for _, what, how in steps:
        if what not in ("carry", "follow"):
            world.step(0, what, how)
    assert not follow(laptops[0].desk)


def carry_but(giver: Verbs, taker: Verbs, without: bytes) -> None:
    """As `carry`, but nothing of one laptop's log gets through, as where it is damaged on the way, or waits."""
    source, target = Exchange(giver.circle), Exchange(taker.circle)
    source.close_tail()
    got = [each for each in source.after(target.have(), ALL) if without not in each.header]
    assert not target.receive(got).rejected


def answers(one: Verbs, two: Verbs, without: bytes, times: int) -> list[int]:
    """Return how much each says when it has heard the other one, who never gets a third one's log."""
    said: list[int] = []
    for _ in range(times):
        for giver, taker in ((one, two), (two, one)):
            said.append(len(follow(giver.desk).of("request")))
            carry_but(giver, taker, without)
    return said


def test_two_laptops_of_which_one_lacks_what_a_third_one_said_come_to_rest_until_it_is_there(
    laptops: list[Verbs], people: tuple[bytes, bytes], guitar: bytes
) -> None:
    one, two, third = laptops
    share(*laptops)
    mine, theirs = (each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (one, two))
    share(*laptops)
    one.swaps.decline(mine)
    third.swaps.decline(theirs)
    carry(third, one)
    lacked = third.circle.secrets.device.id
    said = answers(one, two, lacked, 8)
    assert sum(said[:4]) == 4 and not any(said[8:]), said
    third.records.edit("swap", theirs, {"notes": "Not this month"})
    carry(third, one)
    assert follow(one.desk).of("request") == {guitar}, "there is something new to say it from"
    share(*laptops)
    assert states(guitar, *laptops) == ["open"] * 3


def test_who_takes_back_what_was_said_by_hand_has_back_what_the_laptops_had_said(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swaps = [each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (verbs, other)]
    meet(verbs, other)
    for side, swap in zip((verbs, other), swaps, strict=True):
        side.swaps.decline(swap)
    share(verbs, other)
    assert states(guitar, verbs, other) == ["open", "open"]
    verbs.records.edit("request", guitar, {"state": "withdrawn"})
    verbs.undo.undo()
    share(verbs, other)
    assert states(guitar, verbs, other) == ["open", "open"], "nobody is left to help"
    verbs.undo.redo()
    share(verbs, other)
    assert states(guitar, verbs, other) == ["withdrawn", "withdrawn"]


def begin_anew(laptop: Verbs) -> None:
    """Forget up to when a laptop has looked at requests, as one that has nothing noted."""
    with laptop.circle.transaction():
        laptop.circle.meta.put("requests_looked", b"")
    laptop.circle.journal.found.clear()


def test_who_is_found_to_be_one_with_who_asked_is_looked_at_as_well(
    laptops: list[Verbs], people: tuple[bytes, bytes], guitar: bytes
) -> None:
    one, two, third = laptops
    twin, _ = one.records.add("member", {"name": "Bo B"})
    share(*laptops)
    stays, goes = (each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (two, one))
    share(*laptops)
    two.records.edit("swap", stays, {"receiver": twin})
    one.swaps.decline(goes)
    share(*laptops)
    for place in range(70):  # so that it is noted up to when everything was looked at
        one.records.edit("member", people[0], {"notes": str(place)})
    share(*laptops)
    assert states(guitar, *laptops) == ["open"] * 3
    one.merging.merge(people[1], twin)
    share(*laptops)
    assert states(guitar, *laptops) == ["matched"] * 3, "what is proposed to the other one is for that"
    begin_anew(third)
    assert not follow(third.desk)


def test_nobody_is_asked_whether_a_removed_request_is_to_stay_for_what_a_laptop_said_by_itself(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swaps = [each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (verbs, other)]
    meet(verbs, other)
    for side, swap in zip((verbs, other), swaps, strict=True):
        side.swaps.decline(swap)
    carry(other, verbs)
    other.records.remove("request", guitar)
    assert follow(verbs.desk).of("request") == {guitar}, "it knows nothing of that"
    share(verbs, other)
    assert verbs.review.items() == other.review.items() == []
    assert verbs.reader.get("request", guitar).deleted


def test_what_an_action_says_by_hand_beside_an_exchange_that_it_turns_stays(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swap, _ = verbs.swaps.propose(guitar, people[0], 60, DAY)
    with verbs.circle.group("Bo needs nobody any more"):
        verbs.swaps.decline(swap)
        verbs.records.edit("request", guitar, {"state": "withdrawn"})
    share(verbs, other)
    assert states(guitar, verbs, other) == ["withdrawn", "withdrawn"]
