"""A request and the exchange that is proposed for it: where it is not certain which is meant, nothing is touched."""

from __future__ import annotations

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.circle.matching import proposed_for

DAY = "2026-11-20"


@pytest.fixture
def people(verbs: Verbs) -> tuple[bytes, bytes]:
    amina, bo = (verbs.records.add("member", {"name": each, "status": "active"})[0] for each in ("Amina", "Bo"))
    return amina, bo


def asked(verbs: Verbs, bo: bytes) -> bytes:
    return verbs.records.add("request", {"title": "Guitar", "topic": "guitar", "member": bo})[0]


def state(verbs: Verbs, request: bytes) -> object:
    return verbs.reader.get("request", request)["state"]


@pytest.mark.parametrize("verb", ["confirm", "decline"])
def test_another_exchange_of_the_same_two_leaves_the_request_alone(
    verbs: Verbs, people: tuple[bytes, bytes], verb: str
) -> None:
    amina, bo = people
    former, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
    request = asked(verbs, bo)
    verbs.swaps.propose(request, amina, 60, "2027-01-05")
    getattr(verbs.swaps, verb)(former)
    assert state(verbs, request) == "matched"
    assert proposed_for(verbs.reader, verbs.reader.list("request")) == {request: "2027-01-05"}


def test_the_soonest_day_is_told_where_several_are_proposed(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    verbs.swaps.propose(request, amina, 60, "2026-12-05")
    verbs.swaps.record(amina, bo, 60, "Guitar", "2026-11-25", proposed=True)
    assert proposed_for(verbs.reader, verbs.reader.list("request")) in (
        {request: "2026-12-05"},
        {request: "2026-11-25"},
    )


def test_what_was_declined_before_opens_nothing_that_was_matched_anew(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    former, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.swaps.decline(former)
    assert state(verbs, request) == "open"
    verbs.swaps.propose(request, amina, 60, "2027-01-06")
    verbs.swaps.decline(former)
    assert state(verbs, request) == "matched"
    verbs.swaps.confirm(former)
    assert state(verbs, request) == "matched", "that one took place after all; the other is still to come"


def test_a_request_stands_as_its_exchange_does(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, DAY)
    steps = [("decline", "open"), ("confirm", "fulfilled"), ("dispute", "matched"), ("confirm", "fulfilled")]
    for verb, stands in [*steps, ("reverse", "open"), ("confirm", "fulfilled"), ("dispute", "matched")]:
        getattr(verbs.swaps, verb)(swap)
        assert state(verbs, request) == stands, verb
    verbs.swaps.decline(swap)
    assert state(verbs, request) == "open"


def test_a_question_that_is_settled_settles_the_request(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, DAY)
    verbs.swaps.settle_on(swap, "state", "confirmed")
    assert state(verbs, request) == "fulfilled"


def test_a_confirmed_one_that_is_removed_opens_no_request(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    confirmed, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY)
    request = asked(verbs, bo)
    verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.records.remove("swap", confirmed)
    assert state(verbs, request) == "matched"
