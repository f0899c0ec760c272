"""Exchanges with somebody who was removed or erased since: what took place counts for whoever is still here."""

from __future__ import annotations

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles_ui.cli.wording import Wording, rescue_row


@pytest.mark.parametrize("erased", [False, True])
def test_an_exchange_with_somebody_who_is_gone_is_confirmed_and_corrected(
    verbs: Verbs, people: tuple[bytes, bytes], erased: bool
) -> None:
    giver, taker = people
    waiting = verbs.swaps.record(giver, taker, 60, "kiln", proposed=True)[0]
    settled = verbs.swaps.record(giver, taker, 30, "kiln")[0]
    if erased:
        assert erase(verbs, giver).done
    else:
        verbs.records.remove("member", giver)
    verbs.swaps.confirm(waiting)
    assert verbs.reader.balance(taker) == -90
    verbs.swaps.dispute(settled)
    assert verbs.reader.balance(taker) == -60
    verbs.swaps.confirm(settled)
    assert verbs.reader.balance(taker) == -90
    verbs.records.edit("swap", settled, {"provider": giver, "minutes": 45})
    assert verbs.reader.balance(taker) == -105
    assert verbs.reader.balance(giver) == (75 if erased else 105), "what an erased one had went to the pot"
    assert check(verbs.circle) == []


def test_nobody_who_is_gone_comes_into_an_exchange_anew(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    giver, taker = people
    third, _ = verbs.records.add("member", {"name": "Third"})
    held = verbs.swaps.record(third, taker, 60, "kiln", proposed=True)[0]
    verbs.records.remove("member", giver)
    with pytest.raises(NotFound, match="was removed"):
        verbs.records.edit("swap", held, {"provider": giver})
    with pytest.raises(NotFound, match="was removed"):
        verbs.swaps.record(giver, taker, 60, "kiln")


def test_a_day_of_somebody_erased_has_24_hours_as_well(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    held = [verbs.swaps.record(*people, 700, "kiln", proposed=True)[0] for _ in range(2)]
    assert erase(verbs, people[0]).done
    verbs.swaps.confirm(held[0])
    with pytest.raises(InvalidValue, match="^Somebody would have given"):
        verbs.records.edit("swap", held[1], {"minutes": 800})


def test_who_was_erased_is_told_by_no_id(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    swap = verbs.swaps.record(*people, 30, "kiln", proposed=True)[0]
    assert erase(verbs, people[0]).done
    verbs.swaps.confirm(swap)
    words = Wording(verbs.reader)
    assert words.value("swap", "provider", people[0], ids=True) == "somebody"
    row = {"at_ms": 0, "newer": False, "author": None, "label": "", "title": "", "entity": "member", "said": ""}
    shown = rescue_row(words, {**row, "record": people[0], "field": "name", "value": "x", "now": None})
    assert (shown["label"], shown["title"]) == ("Member", "somebody")
    assert str(verbs.undo.next_undo()) == "Confirm exchange … → Bo"
