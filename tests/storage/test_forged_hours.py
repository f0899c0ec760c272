"""Entries that are not what their ids say: nobody moves minutes under what somebody else has settled."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from laptops import ALL, laptops
from test_exchange import names
from test_hostile_member import row, sealed

from learningcircles import ids
from learningcircles.circle.circle import Circle
from learningcircles.circle.hours import reversal_of, settlement_entry
from learningcircles.codec import encode
from learningcircles.errors import InvalidValue
from learningcircles.journal.operations import EntryOp, to_wire
from learningcircles.storage import settlements
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from tests.storage.reference import reference
from tests.storage.reference import stored as in_tables

SWAP, DAY = b"w" * 16, "2027-01-01"
GIVER, TAKER = b"a" * 16, b"b" * 16
HONEST = settlement_entry(SWAP, "swap", 0, ((GIVER, 60), (TAKER, -60)), DAY)
BACK = ids.reversal(HONEST.settlement)


def moving(minutes: int) -> tuple[tuple[bytes, int], ...]:
    return (GIVER, minutes), (TAKER, -minutes)


FORGED = {
    "reversals under free ids": [
        EntryOp(id_ * 16, "reversal", SWAP, 0, HONEST.settlement, moving(5000), DAY) for id_ in (b"y", b"z")
    ],
    "a reversal of more": [EntryOp(BACK, "reversal", SWAP, 0, HONEST.settlement, moving(5000), DAY)],
    "a reversal of less": [EntryOp(BACK, "reversal", SWAP, 0, HONEST.settlement, moving(-30), DAY)],
    "a reversal of another source": [EntryOp(BACK, "reversal", b"o" * 16, 0, HONEST.settlement, moving(-60), DAY)],
    "a reversal of another round": [EntryOp(BACK, "reversal", SWAP, 7, HONEST.settlement, moving(-60), DAY)],
    "a second reversal": [EntryOp(b"z" * 16, "reversal", SWAP, 0, HONEST.settlement, moving(-60), DAY)],
    "its id with other legs": [HONEST._replace(legs=moving(-900))],
    "its id in another round": [HONEST._replace(round=7)],
    "a free id": [EntryOp(b"z" * 16, "swap", SWAP, 1, None, moving(5000), DAY)],
}


def settle(circle: Circle) -> None:
    with circle.change("Exchange") as change:
        change.entry(HONEST)
    Exchange(circle).close_tail()


def by_hand(circle: Circle, entries: list[EntryOp]) -> Any:
    """Seal what an honest program refuses to write, older than anything else, with something good beside it."""
    good = [0, "member", b"g" * 16, {"name": "Good"}, {}]
    rows = [*(row([to_wire(each)], tick=1 + place) for place, each in enumerate(entries)), row([good])]
    return sealed(circle, encode([[], rows]))


@pytest.mark.parametrize("entries", FORGED.values(), ids=FORGED.keys())
def test_an_entry_that_is_not_what_its_id_says_counts_nowhere(tmp_path: Path, entries: list[EntryOp]) -> None:
    first, second, third = laptops(tmp_path, 3, rights=("recorder", "recorder"))
    settle(first)
    forged = by_hand(second, entries)
    (honest,) = Exchange(first).after(Exchange(third).have(), ALL)
    assert Exchange(first).receive([forged]).rejected == []
    for segment in (forged, honest):
        assert Exchange(third).receive([segment]).rejected == []
    for circle in (first, third):
        assert dict(circle.connection.execute("SELECT account, minutes FROM balance")) == {GIVER: 60, TAKER: -60}
        assert [held.id for held in settlements.of_source(circle.connection, SWAP)] == [HONEST.settlement]
        assert names(circle) == ["Good"], "the rest of the segment counts"
        assert check(circle) == []
    assert first.reader.state_hash()["private"] == third.reader.state_hash()["private"]


@pytest.mark.parametrize("entries", FORGED.values(), ids=FORGED.keys())
def test_no_laptop_writes_such_an_entry(tmp_path: Path, entries: list[EntryOp]) -> None:
    (first,) = laptops(tmp_path, 1)
    with pytest.raises(InvalidValue), first.change("By hand") as change:
        change.entry(entries[0])


def test_a_reversal_counts_once_whoever_makes_it_and_whatever_comes_first(tmp_path: Path) -> None:
    for number, order in enumerate(permutations(range(3))):
        (tmp_path / str(number)).mkdir()
        first, second, third, fourth = laptops(tmp_path / str(number), 4)
        settle(first)
        made = Exchange(first).after(Exchange(second).have(), ALL)
        for circle in (second, third):
            Exchange(circle).receive(made)
            target = settlements.standing(settlements.of_source(circle.connection, SWAP))
            assert target is not None
            with circle.change("Reverse") as change:
                change.entry(reversal_of(target, DAY))
            Exchange(circle).close_tail()
        logs = [made, *(Exchange(each).after(Exchange(first).have(), ALL) for each in (second, third))]
        for place in order:
            Exchange(fourth).receive(logs[place])
        Exchange(first).receive([*logs[1], *logs[2]])
        for circle in (first, fourth):
            assert set(circle.connection.execute("SELECT minutes FROM balance")) == {(0,)}
            assert in_tables(circle) == reference(circle)
        assert first.reader.state_hash() == fourth.reader.state_hash()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_rounds_out_of_reach_count_when_what_leads_there_has_come(tmp_path: Path, order: tuple[int, ...]) -> None:
    first, second = laptops(tmp_path, 2)
    rounds = (60, 120, 1000)
    made = [settlement_entry(SWAP, "swap", round_, moving(round_ + 1), DAY) for round_ in rounds]
    for place in order:
        with first.change("Exchange") as change:
            change.entry(made[place])
        Exchange(first).close_tail()
        assert in_tables(first) == reference(first)
    Exchange(second).receive(Exchange(first).after(Exchange(second).have(), ALL))
    for circle in (first, second):
        assert dict(circle.connection.execute("SELECT account, minutes FROM balance"))[GIVER] == 121
        assert in_tables(circle) == reference(circle) and check(circle) == []
    assert first.reader.state_hash() == second.reader.state_hash()
