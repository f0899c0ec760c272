"""After everything that people are asked about is answered, each exchange moves what its record says.

Also where a laptop may record no more, and what it wrote last counts nowhere while what others wrote upon it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from laptop_pairs import carry, meet

from learningcircles import ids
from learningcircles.circle.changes import ReviewItem
from learningcircles.circle.facets import Verbs
from learningcircles.circle.hours import settlement_entry
from learningcircles.errors import CircleError, NotAllowed
from learningcircles.journal.operations import EntryOp
from learningcircles.laptop import rights
from learningcircles.storage.check import check
from learningcircles.trust.members import READER
from learningcircles_ui.cli.wording import review_lines
from learningcircles_ui.pages.exchanges.rows import fetch_swaps
from tests.storage.hours import moved, said

LOWERED, REVOKED = "lowered", "revoked"
DAY, NEXT_DAY = "2026-11-20", "2026-11-21"
Turn = Callable[[Verbs, bytes], object]


def agree(verbs: Verbs, swap: bytes) -> None:
    assert moved(verbs.circle, swap) == said(verbs.circle, swap)
    assert check(verbs.circle) == []


@pytest.fixture
def swap(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> bytes:
    id_ = verbs.swaps.record(*people, 60, "bikes", DAY)[0]
    carry(verbs, other)
    return id_


def settle(verbs: Verbs, take: str, most: int = 20) -> list[ReviewItem]:
    """Answer what is asked one after the other, and return it; each answer closes something, or this fails."""
    answered: list[ReviewItem] = []
    while (items := verbs.review.items()) and len(answered) < most:
        answered.append(items[0])
        verbs.review.resolve(items[0].id, take)
    assert verbs.review.items() == [], f"still asked after {most} answers"
    return answered


def corrected(minutes: int) -> Turn:
    return lambda laptop, swap: laptop.records.edit("swap", swap, {"minutes": minutes})


def reverse(laptop: Verbs, swap: bytes) -> object:
    return laptop.swaps.reverse(swap)


def remove(laptop: Verbs, swap: bytes) -> object:
    return laptop.records.remove("swap", swap)


def again(laptop: Verbs, swap: bytes) -> object:
    laptop.swaps.reverse(swap)
    return laptop.swaps.confirm(swap)


def dated(laptop: Verbs, swap: bytes) -> object:
    return laptop.records.edit("swap", swap, {"on": NEXT_DAY})


def turned_round(laptop: Verbs, swap: bytes) -> object:
    record = laptop.reader.get("swap", swap)
    return laptop.records.edit("swap", swap, {"provider": record["receiver"], "receiver": record["provider"]})


APART = {
    "two corrections": (corrected(90), corrected(120)),
    "two corrections, the other way round": (corrected(120), corrected(90)),
    "a correction and a reversal": (corrected(90), reverse),
    "a reversal and a correction": (reverse, corrected(90)),
    "a correction and a removal": (corrected(90), remove),
    "a removal and a correction": (remove, corrected(90)),
    "a time and a day": (corrected(90), dated),
    "a time and who gave it": (corrected(90), turned_round),
    "taken back and confirmed, and a correction": (again, corrected(90)),
}


@pytest.mark.parametrize("take", ["kept", "other"])
@pytest.mark.parametrize("turns", APART.values(), ids=APART.keys())
def test_every_answer_leaves_record_and_ledger_agreed(
    verbs: Verbs, other: Verbs, swap: bytes, turns: tuple[Turn, Turn], take: str
) -> None:
    turns[0](verbs, swap)
    turns[1](other, swap)
    meet(verbs, other)
    assert verbs.review.items(), "somebody is asked"
    asked = [[(item.field, item.kept, item.other) for item in side.review.items()] for side in (verbs, other)]
    assert asked[0] == asked[1]
    before = said(verbs.circle, swap), moved(verbs.circle, swap), verbs.reader.get("swap", swap)
    answered = settle(verbs, take)
    for item in answered[-1:]:
        record = verbs.reader.get("swap", swap)
        stands = record.deleted if item.field == "#deleted" else record[item.field]
        assert stands == (item.kept if take == "kept" else item.other)
    agree(verbs, swap)
    for _ in answered:
        verbs.undo.undo()
    meet(verbs, other)
    for side in (verbs, other):
        assert (said(side.circle, swap), moved(side.circle, swap), side.reader.get("swap", swap)) == before
        again = [(item.field, item.kept, item.other) for item in side.review.items()]
        assert sorted(again, key=repr) == sorted(asked[0], key=repr), "every question is asked again"
    for _ in answered:
        verbs.undo.redo()
    agree(verbs, swap)
    meet(verbs, other)
    assert verbs.review.items() == other.review.items() == []
    assert other.reader.state_hash()["private"] == verbs.reader.state_hash()["private"]


@pytest.mark.parametrize("laptop", [0, 1])
@pytest.mark.parametrize("turns", APART.values(), ids=APART.keys())
def test_taking_all_of_one_laptop_takes_its_hours(
    verbs: Verbs, other: Verbs, swap: bytes, turns: tuple[Turn, Turn], laptop: int
) -> None:
    side = (verbs, other)[laptop]
    turns[laptop](side, swap)
    alone = moved(side.circle, swap)
    turns[1 - laptop]((other, verbs)[laptop], swap)
    meet(verbs, other)
    asked = verbs.review.items()
    if asked:
        verbs.review.take_all(side.circle.secrets.device.id)
    assert verbs.review.items() == []
    agree(verbs, swap)
    assert moved(verbs.circle, swap) == alone
    agree(verbs, swap)


def test_hours_that_the_record_does_not_say_are_told_until_they_are_settled(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    swap = verbs.swaps.record(*people, 60, "bikes", DAY, proposed=True)[0]
    meet(verbs, other)
    verbs.swaps.confirm(swap)
    other.swaps.decline(swap)
    meet(verbs, other)
    for side in (verbs, other):
        assert side.reader.get("swap", swap)["state"] == "declined" and side.reader.balance(people[0]) == 60
        assert side.reader.hours_in_question() == {swap: 60}
        ((_, row),) = fetch_swaps(side.reader, [swap])
        assert row.counted == 60
        (line,) = review_lines(side.reader, side.review.items())
        assert line.endswith("; 1 h counted until this is settled")
    for take, minutes in (("other", 60), ("kept", 0)):
        verbs.review.resolve(verbs.review.items()[0].id, take)
        assert (verbs.reader.hours_in_question(), verbs.reader.balance(people[0])) == ({}, minutes)
        verbs.undo.undo()
        assert verbs.reader.hours_in_question() == {swap: 60} and verbs.reader.balance(people[0]) == 60


def test_a_further_correction_starts_from_what_the_ledger_counts(verbs: Verbs, other: Verbs, swap: bytes) -> None:
    corrected(90)(verbs, swap)
    corrected(120)(other, swap)
    meet(verbs, other)
    assert verbs.reader.get("swap", swap)["minutes"] == 120 and 90 in moved(verbs.circle, swap).values()
    corrected(120)(verbs, swap)
    agree(verbs, swap)


def test_undoing_a_correction_that_another_overtook_leaves_no_minutes_behind(
    verbs: Verbs, other: Verbs, swap: bytes
) -> None:
    corrected(90)(verbs, swap)
    corrected(120)(other, swap)
    meet(verbs, other)
    other.undo.undo()
    assert other.reader.get("swap", swap)["minutes"] == 90, "what the other laptop wrote stands again"
    agree(other, swap)


def shut_out(verbs: Verbs, laptop: Verbs, how: str) -> None:
    """Take a laptop's right away: what the keeper does not have of it by now counts nowhere."""
    device = laptop.circle.secrets.device.id
    if how == REVOKED:
        rights.revoke(verbs.circle, device)
    elif how in (LOWERED, "raised"):
        rights.change_right(verbs.circle, device, "reader" if how == LOWERED else "recorder")


@pytest.mark.parametrize("take", ["kept", "other"])
@pytest.mark.parametrize("how", [LOWERED, REVOKED])
def test_what_was_settled_upon_reversals_that_count_no_more_can_be_settled_anew(
    verbs: Verbs, other: Verbs, third: Verbs, swap: bytes, how: str, take: str
) -> None:
    carry(verbs, third)
    again(other, swap)
    other.swaps.reverse(swap)
    carry(other, third)
    third.swaps.confirm(swap)
    shut_out(verbs, other, how)
    for _ in range(2):
        meet(verbs, third)
    settle(verbs, take)
    agree(verbs, swap)
    for minutes in (75, 80):
        corrected(minutes)(verbs, swap)
        settle(verbs, take)
        agree(verbs, swap)
    again(verbs, swap)
    agree(verbs, swap)
    assert 80 in moved(verbs.circle, swap).values()
    meet(verbs, third)
    agree(third, swap)


@pytest.mark.parametrize("take", ["kept", "other"])
@pytest.mark.parametrize("how", [LOWERED, REVOKED])
@pytest.mark.parametrize("turn", ["dispute", "remove", "decline", "given by the other", "90"])
def test_what_was_written_upon_a_reversal_that_counts_no_more_is_asked_about(
    verbs: Verbs, other: Verbs, third: Verbs, swap: bytes, turn: str, how: str, take: str
) -> None:
    carry(verbs, third)
    other.swaps.reverse(swap)
    carry(other, third)
    {**TURNS, "given by the other": turned_round}[turn](third, swap)
    shut_out(verbs, other, how)
    for _ in range(2):
        meet(verbs, third)
    assert verbs.circle.reader.review_count() == len(verbs.review.items()) == 1
    assert [item.id for item in third.review.items()] == [item.id for item in verbs.review.items()]
    settle(verbs, take)
    agree(verbs, swap)
    meet(verbs, third)
    assert third.review.items() == []
    agree(third, swap)


def test_what_was_confirmed_by_a_laptop_that_counts_no_more_is_asked_about(
    verbs: Verbs, other: Verbs, third: Verbs, people: tuple[bytes, bytes]
) -> None:
    swap = verbs.swaps.record(*people, 60, "bikes", DAY, proposed=True)[0]
    carry(verbs, other)
    carry(verbs, third)
    other.swaps.confirm(swap)
    carry(other, third)
    third.records.edit("swap", swap, {"minutes": 90})
    third.swaps.reverse(swap)
    shut_out(verbs, other, LOWERED)
    for _ in range(2):
        meet(verbs, third)
    settle(verbs, "kept")
    verbs.swaps.confirm(swap)
    agree(verbs, swap)
    assert 90 in moved(verbs.circle, swap).values()


@pytest.mark.parametrize("take", ["kept", "other"])
@pytest.mark.parametrize("round_", [1, 64, 2**32 - 1])
def test_no_round_is_too_high_to_settle_anew(
    verbs: Verbs, other: Verbs, swap: bytes, people: tuple[bytes, bytes], round_: int, take: str
) -> None:
    legs = ((ids.account(people[0]), 999), (ids.account(people[1]), -999))
    forge(other, settlement_entry(swap, "swap", round_, legs, DAY))
    carry(other, verbs)
    assert bool(verbs.review.items()) == (round_ <= 64), "what is out of reach moves nothing"
    settle(verbs, take)
    corrected(75)(verbs, swap)
    agree(verbs, swap)
    assert 75 in moved(verbs.circle, swap).values()
    meet(verbs, other)
    agree(other, swap)


def forge(laptop: Verbs, entry: EntryOp) -> None:
    with laptop.circle.change("By hand") as change:
        change.entry(entry)


def test_minutes_moved_beside_those_of_an_exchange_are_asked_about(
    verbs: Verbs, other: Verbs, swap: bytes, people: tuple[bytes, bytes]
) -> None:
    amina, bo = (ids.account(each) for each in people)
    beside = ((b"x" * 16, 5), (b"y" * 16, -5))
    forge(other, settlement_entry(swap, "swap", 1, ((amina, 60), (bo, -60), *beside), DAY))
    carry(other, verbs)
    assert [item.field for item in verbs.review.items()] == ["state"]
    settle(verbs, "kept")
    agree(verbs, swap)
    assert set(moved(verbs.circle, swap)) == {amina, bo}


@pytest.fixture
def unsaid(verbs: Verbs, other: Verbs, third: Verbs, people: tuple[bytes, bytes]) -> bytes:
    """An exchange of which only what was written upon it counts: whoever recorded it is shut out."""
    swap = other.swaps.record(*people, 60, "bikes", DAY)[0]
    carry(other, third)
    third.records.remove("swap", swap)
    third.records.restore("swap", swap)
    shut_out(verbs, other, REVOKED)
    for _ in range(2):
        meet(verbs, third)
    return swap


@pytest.mark.parametrize("take", ["kept", "other", "all of it"])
def test_hours_of_an_exchange_whose_recorder_is_shut_out_are_asked_about(
    verbs: Verbs, third: Verbs, people: tuple[bytes, bytes], unsaid: bytes, take: str
) -> None:
    amina, bo = (ids.account(each) for each in people)
    counted = {amina: 60, bo: -60}
    assert verbs.reader.get("swap", unsaid)["state"] is None and moved(verbs.circle, unsaid) == counted
    asked = [(item.field, item.kept, item.other) for item in verbs.review.items()]
    assert asked == [("state", None, "confirmed")]
    assert verbs.review.items() == third.review.items()
    assert check(verbs.circle) == check(third.circle) == []
    if take == "all of it":
        verbs.review.take_all(third.circle.secrets.device.id)
    else:
        verbs.review.resolve(verbs.review.items()[0].id, take)
    assert verbs.review.items() == []
    agree(verbs, unsaid)
    assert moved(verbs.circle, unsaid) == ({} if take == "kept" else counted)
    verbs.undo.undo()
    assert [(item.field, item.kept, item.other) for item in verbs.review.items()] == asked
    assert moved(verbs.circle, unsaid) == counted
    verbs.undo.redo()
    meet(verbs, third)
    assert third.review.items() == []
    agree(third, unsaid)


def test_a_check_names_exchanges_that_nobody_can_be_asked_about(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    legs = ((ids.account(people[0]), 60), (ids.account(people[1]), -60))
    with verbs.circle.change("By hand") as change:
        swap = change.new_id()
        change.set("swap", swap, {"mood": "written by a later version alone"})
        change.entry(settlement_entry(swap, "swap", 0, legs, DAY))
    assert verbs.review.items() == []
    assert check(verbs.circle) == [
        "Exchanges move other hours than their records say, and nobody is asked about it: 1."
    ]


TURNS: dict[str, Turn] = {
    "30": corrected(30),
    "90": corrected(90),
    "dated": dated,
    "turned": turned_round,
    "reverse": reverse,
    "remove": remove,
    "restore": lambda laptop, swap: laptop.records.restore("swap", swap),
    "confirm": lambda laptop, swap: laptop.swaps.confirm(swap),
    "decline": lambda laptop, swap: laptop.swaps.decline(swap),
    "dispute": lambda laptop, swap: laptop.swaps.dispute(swap),
    "undo": lambda laptop, swap: laptop.undo.undo(),
    "redo": lambda laptop, swap: laptop.undo.redo(),
}
BACK = {"undo": -1, "redo": 1}
LAPTOPS = st.integers(0, 2)
STEPS = st.one_of(
    st.tuples(st.just("turn"), LAPTOPS, st.sampled_from(sorted(TURNS))),
    st.tuples(st.just("carry"), LAPTOPS, LAPTOPS),
    st.tuples(st.sampled_from([LOWERED, "raised"]), st.just(0), st.integers(1, 2)),
)
ANSWERS = st.lists(st.tuples(LAPTOPS, st.sampled_from(["kept", "other"]), st.booleans()), max_size=6)


def gather(laptops: Sequence[Verbs]) -> None:
    for _ in range(2):
        for giver, taker in permutations(laptops, 2):
            carry(giver, taker)


def answer(laptop: Verbs, take: str) -> None:
    for item in laptop.review.items()[:1]:
        with suppress(NotAllowed):  # who may only look
            laptop.review.resolve(item.id, take)


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(STEPS, max_size=12), answers=ANSWERS)
@example([("turn", 1, "reverse"), ("carry", 1, 2), ("turn", 2, "dispute"), (LOWERED, 0, 1)], [])
@example(
    [*(("turn", 1, each) for each in ("reverse", "confirm", "reverse")), ("carry", 1, 2), ("turn", 2, "confirm")]
    + [(LOWERED, 0, 1), ("carry", 2, 0), ("turn", 0, "90")],
    [],
)
def test_whatever_three_laptops_do_to_an_exchange_its_hours_follow_its_record(
    verbs: Verbs, other: Verbs, third: Verbs, people: tuple[bytes, bytes], steps: Sequence[tuple], answers: Sequence
) -> None:
    laptops = (verbs, other, third)
    swap = verbs.swaps.record(*people, 60, "bikes", DAY)[0]
    gather(laptops)
    done = [0, 0, 0]
    for kind, one, two in steps:
        if kind == "carry" and one != two:
            carry(laptops[one], laptops[two])
        elif kind in (LOWERED, "raised") and (laptops[two].circle.right == READER) == (kind == "raised"):
            shut_out(verbs, laptops[two], kind)
        elif kind == "turn":
            if two in BACK and not done[one]:
                continue  # what came before this example stays
            with suppress(CircleError):  # what cannot be done now, such as to confirm twice
                TURNS[two](laptops[one], swap)
                done[one] += BACK.get(two, 1)
    gather(laptops)
    for one, take, told in answers:
        answer(laptops[one], take)
        if told:
            gather(laptops)
    gather(laptops)
    settle(verbs, "kept")
    gather(laptops)
    for laptop in laptops:
        assert laptop.review.items() == []
        agree(laptop, swap)
    assert len({laptop.reader.state_hash()["private"] for laptop in laptops}) == 1
    for laptop in (other, third):
        if laptop.circle.right == READER:
            shut_out(verbs, laptop, "raised")
    gather(laptops)
    with suppress(CircleError):
        verbs.records.remove("swap", swap)  # or the day would be full after some examples
