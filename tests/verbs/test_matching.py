"""A request and the exchange that is proposed for it: where it is not certain which is meant, nothing is touched."""

from __future__ import annotations

from functools import partial

import pytest
from laptop_pairs import meet

from learningcircles.circle.facets import Verbs
from learningcircles.circle.matching import proposed_for
from learningcircles.errors import InvalidValue, Refused
from learningcircles.laptop.erasing import erase
from learningcircles.storage.exchange import Exchange

DAY = "2026-11-20"


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
    assert state(verbs, request) == "fulfilled", "that one took place after all, whatever becomes of the other"


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


def test_somebody_is_proposed_for_a_request(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    request, _ = verbs.records.add("request", {"title": "Guitar for beginners", "topic": "guitar", "member": bo})
    swap, changes = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    made = verbs.reader.get("swap", swap)
    assert (made["provider"], made["receiver"], made["topic"], made["state"]) == (amina, bo, "guitar", "proposed")
    assert verbs.reader.get("request", request)["state"] == "matched" and ("request", request) in changes.touched
    assert verbs.reader.balance(amina) == 0, "nothing has taken place yet"
    with pytest.raises(Refused, match="no longer open"):
        verbs.swaps.propose(request, amina, 60, "2027-01-05")
    assert verbs.undo.undo().sentence == "Undone: Propose Amina → Bo."
    assert verbs.reader.get("request", request)["state"] == "open" and verbs.reader.get("swap", swap).deleted
    with pytest.raises(InvalidValue, match="themselves"):
        verbs.swaps.propose(request, bo, 60, "2027-01-05")
    assert verbs.reader.get("request", request)["state"] == "open", "all or nothing"


@pytest.mark.parametrize(
    ("verb", "state"), [("confirm", "fulfilled"), ("decline", "open"), ("remove", "open"), ("dispute", "matched")]
)
def test_what_becomes_of_a_proposed_exchange_says_how_its_request_stands(
    verbs: Verbs, people: tuple[bytes, bytes], verb: str, state: str
) -> None:
    """Else somebody whose helper could not come would wait for ever: nobody is looked for, for what is matched."""
    amina, bo = people
    request, _ = verbs.records.add("request", {"title": "Guitar for beginners", "topic": "Guitar", "member": bo})
    other, _ = verbs.records.add("request", {"title": "Chess", "member": bo, "state": "matched"})
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    assert proposed_for(verbs.reader, verbs.reader.list("request")) == {request: "2027-01-05"}
    turn = partial(verbs.records.remove, "swap") if verb == "remove" else getattr(verbs.swaps, verb)
    changes = turn(swap)
    assert verbs.reader.get("request", request)["state"] == state
    assert (("request", request) in changes.touched) is (verb != "dispute")
    assert verbs.reader.get("request", other)["state"] == "matched"
    assert not proposed_for(verbs.reader, verbs.reader.list("request"))
    verbs.undo.undo()
    assert verbs.reader.get("request", request)["state"] == "matched"
    assert verbs.reader.get("swap", swap)["state"] == "proposed"


def test_which_of_two_requests_an_exchange_is_for_is_not_guessed(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    fields = {"title": "Guitar", "member": bo, "state": "matched"}
    both = [verbs.records.add("request", fields)[0] for _ in range(2)]
    swap, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
    verbs.swaps.confirm(swap)
    assert [state(verbs, each) for each in both] == ["matched", "matched"]


def test_of_two_requests_each_follows_the_exchange_that_was_proposed_for_it(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    both = [asked(verbs, bo) for _ in range(2)]
    swaps = [verbs.swaps.propose(each, amina, 60, "2027-01-05")[0] for each in both]
    verbs.swaps.confirm(swaps[0])
    assert [state(verbs, each) for each in both] == ["fulfilled", "matched"]
    verbs.leaving.leave(amina)
    assert [state(verbs, each) for each in both] == ["fulfilled", "open"]


@pytest.mark.parametrize("goes", ["leave", "anonymise", "erase"])
def test_a_request_is_open_again_once_who_was_to_help_is_gone(
    verbs: Verbs, people: tuple[bytes, bytes], goes: str
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    if goes == "erase":
        assert erase(verbs, amina).done
    else:
        getattr(verbs.leaving, goes)(amina)
    assert verbs.reader.get("swap", swap)["state"] == "declined"
    assert state(verbs, request) == "open"
    if goes == "leave":
        verbs.undo.undo()
        assert (verbs.reader.get("swap", swap)["state"], state(verbs, request)) == ("proposed", "matched")


def test_what_somebody_who_leaves_had_asked_for_is_withdrawn_and_not_open(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.leaving.leave(bo)
    assert state(verbs, request) == "withdrawn"


def test_two_exchanges_that_are_declined_together_open_their_one_request(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.swaps.record(amina, bo, 60, "guitar", "2027-01-12", proposed=True)
    verbs.leaving.leave(amina)
    assert state(verbs, request) == "open"


def test_a_request_stays_matched_while_another_exchange_stands_for_it(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    first, _ = verbs.swaps.propose(request, amina, 60, DAY)
    second, _ = verbs.swaps.record(amina, bo, 60, "guitar", "2027-01-05", proposed=True)
    verbs.swaps.dispute(second)
    verbs.swaps.decline(second)
    assert verbs.reader.get("swap", first)["state"] == "proposed"
    assert state(verbs, request) == "matched"


def test_an_exchange_of_which_nobody_knows_who_received_is_for_no_request(verbs: Verbs) -> None:
    """Another program may leave that out, as people may leave out who asks; it does not make them the same."""
    request, _ = verbs.records.add("request", {"title": "Guitar", "topic": "guitar", "state": "matched"})
    with verbs.circle.change("Elsewhere", author=None) as change:
        swap = change.new_id()
        change.set("swap", swap, {"topic": "guitar", "minutes": 60, "on": DAY, "state": "proposed"})
    verbs.swaps.decline(swap)
    assert state(verbs, request) == "matched"


def test_two_exchanges_that_are_removed_together_open_their_one_request(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    first, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    second, _ = verbs.swaps.record(amina, bo, 60, "guitar", "2027-01-12", proposed=True)
    verbs.records.remove_many("swap", [first, second])
    assert state(verbs, request) == "open"
    verbs.undo.undo()
    assert state(verbs, request) == "matched"


def test_who_asks_after_an_exchange_asks_anew(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    former, _ = verbs.swaps.record(amina, bo, 60, "guitar", "2026-01-05", proposed=True)
    verbs.swaps.decline(former)
    request = asked(verbs, bo)
    verbs.swaps.confirm(former)
    assert state(verbs, request) == "open"
    verbs.records.edit("request", request, {"state": "fulfilled"})
    verbs.swaps.reverse(former)
    assert state(verbs, request) == "fulfilled", "by hand, and not by that one"


def test_a_request_is_fulfilled_by_an_exchange_that_was_recorded_after_it(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
    verbs.records.edit("request", request, {"state": "matched"})
    verbs.swaps.confirm(swap)
    assert state(verbs, request) == "fulfilled"


def test_a_request_that_is_written_down_as_settled_later_follows_the_exchange_that_settled_it(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    swap, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY)
    request, _ = verbs.records.add("request", {"title": "Guitar", "member": bo, "state": "fulfilled"})
    verbs.swaps.dispute(swap)
    assert state(verbs, request) == "matched"


def test_a_waiting_exchange_from_before_keeps_no_request_matched(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.swaps.decline(swap)
    assert state(verbs, request) == "open"


def test_an_exchange_that_was_proposed_for_one_request_is_for_no_other(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    elder, request = asked(verbs, bo), asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.swaps.decline(swap)
    verbs.records.edit("request", request, {"state": "withdrawn"})
    verbs.swaps.confirm(swap)
    assert (state(verbs, elder), state(verbs, request)) == ("open", "withdrawn")


def test_what_was_proposed_on_a_laptop_whose_clock_is_behind_is_for_its_request(
    verbs: Verbs, people: tuple[bytes, bytes], behind: Verbs
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    meet(verbs, behind)
    swap, _ = behind.swaps.propose(request, amina, 60, "2027-01-05")
    meet(verbs, behind)
    assert state(verbs, request) == "matched"
    verbs.swaps.confirm(swap)
    meet(verbs, behind)
    assert [state(each, request) for each in (verbs, behind)] == ["fulfilled", "fulfilled"]
    assert verbs.reader.state_hash()["private"] == behind.reader.state_hash()["private"]


def test_what_one_action_brings_in_beside_each_other_is_not_proposed_for_each_other(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    with verbs.circle.group("Import"):
        former, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
        request = asked(verbs, bo)
    verbs.swaps.decline(former)
    verbs.swaps.confirm(former)
    assert state(verbs, request) == "open"


def test_an_exchange_of_which_the_past_does_not_open_is_confirmed_and_its_request_left_to_somebody(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, DAY)
    Exchange(verbs.circle).close_tail()
    verbs.circle.connection.execute("UPDATE segment SET payload=?", (bytes(40),))
    verbs.circle.journal.forget_opened()
    verbs.swaps.confirm(swap)
    assert (verbs.reader.balance(amina), state(verbs, request)) == (60, "matched")


def test_of_two_that_were_declined_the_one_that_had_opened_the_request_fulfils_it(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
    other, _ = verbs.swaps.record(amina, bo, 60, "guitar", "2026-11-21", proposed=True)
    for each in (swap, other):
        verbs.swaps.decline(each)
    verbs.swaps.confirm(swap)
    assert state(verbs, request) == "open", "either may have been for it"
    verbs.swaps.reverse(swap)
    verbs.swaps.dispute(swap)
    verbs.records.edit("request", request, {"state": "matched"})
    verbs.swaps.decline(swap)
    assert state(verbs, request) == "open"
    verbs.swaps.confirm(swap)
    assert state(verbs, request) == "fulfilled"


def days(verbs: Verbs) -> dict[bytes, str]:
    return proposed_for(verbs.reader, verbs.reader.list("request"))


def test_of_two_requests_of_one_topic_each_tells_the_day_that_is_proposed_for_it(
    verbs: Verbs, people: tuple[bytes, bytes], other: Verbs
) -> None:
    amina, bo = people
    later, sooner = asked(verbs, bo), asked(verbs, bo)
    verbs.swaps.propose(later, amina, 60, "2027-02-05")
    meet(verbs, other)
    other.swaps.propose(sooner, amina, 60, "2027-01-05")
    meet(verbs, other)
    expected = {later: "2027-02-05", sooner: "2027-01-05"}
    assert (days(verbs), days(other)) == (expected, expected)
    assert proposed_for(verbs.reader, [verbs.reader.get("request", later)]) == {later: "2027-02-05"}


def test_what_is_proposed_for_nobody_knows_which_tells_no_day(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    for _ in range(2):
        verbs.records.add("request", {"title": "Guitar", "member": bo, "state": "matched"})
    verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
    assert days(verbs) == {}


@pytest.mark.parametrize("fields", [{"topic": "ukulele"}, {"topic": None, "title": "Lute"}])
def test_a_request_that_is_about_something_else_by_now_keeps_its_exchange(
    verbs: Verbs, people: tuple[bytes, bytes], other: Verbs, fields: dict[str, object]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    meet(verbs, other)
    other.records.edit("request", request, fields)
    meet(verbs, other)
    assert days(verbs) == days(other) == {request: "2027-01-05"}
    other.swaps.decline(swap)
    meet(verbs, other)
    assert (state(verbs, request), state(other, request)) == ("open", "open")
    verbs.swaps.confirm(swap)
    meet(verbs, other)
    assert (state(verbs, request), state(other, request)) == ("fulfilled", "fulfilled")


def test_an_exchange_that_is_about_something_else_by_now_is_for_its_request_still(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.records.edit("swap", swap, {"topic": "ukulele"})
    assert days(verbs) == {request: "2027-01-05"}
    verbs.swaps.confirm(swap)
    assert state(verbs, request) == "fulfilled"


def test_a_request_that_took_the_topic_of_another_does_not_take_its_exchange(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    guitar = asked(verbs, bo)
    chess, _ = verbs.records.add("request", {"title": "Chess", "member": bo})
    for_guitar, _ = verbs.swaps.propose(guitar, amina, 60, "2027-01-05")
    verbs.swaps.propose(chess, amina, 60, "2027-02-05")
    verbs.records.edit("request", guitar, {"topic": "chess"})
    assert days(verbs) == {guitar: "2027-01-05", chess: "2027-02-05"}
    verbs.swaps.decline(for_guitar)
    assert (state(verbs, guitar), state(verbs, chess)) == ("open", "matched")


def test_one_action_proposes_for_each_of_several_requests_what_that_is_about(
    verbs: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    guitar = asked(verbs, bo)
    chess, _ = verbs.records.add("request", {"title": "Chess", "member": bo})
    with verbs.circle.group("Both"):
        swap, _ = verbs.swaps.propose(guitar, amina, 60, "2027-01-05")
        verbs.swaps.propose(chess, amina, 60, "2027-02-05")
    assert days(verbs) == {guitar: "2027-01-05", chess: "2027-02-05"}
    verbs.swaps.confirm(swap)
    assert (state(verbs, guitar), state(verbs, chess)) == ("fulfilled", "matched")


@pytest.mark.parametrize("asks", [0, 1])
def test_a_request_and_its_exchange_are_one_persons_under_whichever_record_they_stand(
    verbs: Verbs, people: tuple[bytes, bytes], other: Verbs, asks: int
) -> None:
    amina, bo = people
    both = [bo, verbs.records.add("member", {"name": "Bo B."})[0]]
    request = asked(verbs, both[asks])
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.merging.merge(*both)
    verbs.records.edit("request", request, {"member": both[1 - asks]})
    meet(verbs, other)
    assert days(verbs) == days(other) == {request: "2027-01-05"}
    other.swaps.decline(swap)
    meet(verbs, other)
    assert (state(verbs, request), state(other, request)) == ("open", "open")


@pytest.mark.parametrize(("verb", "stands"), [("decline", "open"), ("confirm", "fulfilled"), ("remove", "open")])
def test_a_request_that_was_removed_and_comes_back_stands_as_its_exchange_does_by_then(
    verbs: Verbs, people: tuple[bytes, bytes], other: Verbs, verb: str, stands: str
) -> None:
    amina, bo = people
    request = asked(verbs, bo)
    swap, _ = verbs.swaps.propose(request, amina, 60, "2027-01-05")
    verbs.records.remove("request", request)
    meet(verbs, other)
    turn = partial(other.records.remove, "swap") if verb == "remove" else getattr(other.swaps, verb)
    changes = turn(swap)
    assert not changes.of("request"), "nobody is told of what is not there"
    assert other.reader.get("request", request).deleted
    verbs.records.restore("request", request)
    meet(verbs, other)
    assert (state(verbs, request), state(other, request)) == (stands, stands)
    assert not other.reader.get("request", request).deleted
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]
    other.undo.undo()
    assert (state(other, request), other.reader.get("request", request).deleted) == ("matched", False)


def test_a_removed_request_is_in_the_way_of_none_that_is_there(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    removed, request = asked(verbs, bo), asked(verbs, bo)
    verbs.records.remove("request", removed)
    swap, _ = verbs.swaps.record(amina, bo, 60, "guitar", DAY, proposed=True)
    verbs.records.edit("request", request, {"state": "matched"})
    assert days(verbs) == {request: DAY}
    verbs.swaps.confirm(swap)
    assert (state(verbs, removed), state(verbs, request)) == ("open", "fulfilled")


def test_of_many_that_are_removed_together_each_is_read_once(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    """Else each would be looked up again for each other one."""
    amina, bo = people
    asked_for: list[int] = []
    for many in (10, 40):
        swaps = [verbs.swaps.propose(asked(verbs, bo), amina, 5, DAY)[0] for _ in range(many)]
        statements: list[str] = []
        verbs.circle.connection.set_trace_callback(statements.append)
        verbs.records.remove_many("swap", swaps)
        verbs.circle.connection.set_trace_callback(None)
        asked_for.append(sum("SELECT n FROM record WHERE id=" in each for each in statements))
    assert 0 < asked_for[1] <= 6 * asked_for[0], asked_for
