"""The right to erasure on laptops that were shut out, and in what they wrote: nobody gets back who was erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import LATER, NAME, amina_lives, bring, hub_region, share, traces
from sync_region import Region, add_member, me

from learningcircles.errors import NotAllowed, NotFound
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.rights import revoke
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.preparing import HEARD_LATELY_MS


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


@pytest.mark.parametrize("told_before", [False, True])
def test_a_laptop_that_was_shut_out_keeps_nothing_of_who_is_erased(region: Region, told_before: bool) -> None:
    """It never gets what is said instead: that is sealed for the others."""
    first = region.found()
    away = region.laptop(first, "Yan")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away)
    away.verbs.drafts.keep_draft("request beside 001122334455", {"title": f"A lift for {NAME}"})
    revoke(first.circle, me(away))
    first.share()
    if told_before:
        with pytest.raises(NotAllowed, match="taken this laptop out"):
            away.share()
    else:
        away.verbs.records.edit("member", amina, {"phone": LATER[0], "name": LATER[1]})
        away.verbs.records.edit("member", marek, {"place": "Old Port", "notes": f"Lodges with {LATER[1]}"})
    erase(first.verbs, amina)
    share(first)
    region.clock.ms += HEARD_LATELY_MS
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        away.share()
    assert traces(away) == [] and check(away.circle) == [] and away.verbs.drafts.drafts() == []
    with pytest.raises(NotFound):
        away.verbs.reader.get("member", amina)
    lines = away.verbs.rescue.own()
    assert [line.value for line in lines if line.field == "notes"] == ([] if told_before else ["Lodges with …"])
    notes = str(away.verbs.reader.get("member", marek)["notes"])
    assert notes == "Neighbour of …, call …. Likes chess."
    swap = away.verbs.reader.list("swap")[0].id
    assert not away.verbs.reader.get("swap", swap)["notes"]
    assert not any(NAME in line.label for line in away.verbs.reader.history("swap", swap))


def test_a_laptop_that_is_shut_out_after_it_heard_of_an_erasure_keeps_nothing(region: Region) -> None:
    """The list came to it before what is said instead."""
    first = region.found()
    away = region.laptop(first, "Yan")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away)
    erase(first.verbs, amina)
    share(first)
    Exchange(away.circle).receive_roster(first.circle.roster.placed, [])
    revoke(first.circle, me(away))
    share(first)
    Exchange(away.circle).receive_roster(first.circle.roster.placed, [])
    assert traces(away) == [] and check(away.circle) == []
    assert away.verbs.reader.get("member", marek)["notes"] == "Neighbour of …, call …. Likes chess."


@pytest.mark.parametrize("beside", [False, True])
def test_an_old_stick_brings_nobody_back(region: Region, tmp_path: Path, beside: bool) -> None:
    """Nor does somebody beside who has not heard of it. What was said of others by itself comes in."""
    first = region.found()
    away, cy = region.laptop(first, "Yan"), region.laptop(first, "Cy")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away, cy)
    first.verbs.records.edit("member", marek, {"notes": f"Ask {NAME} for the key"})
    Exchange(first.circle).close_tail()
    first.verbs.records.edit("member", marek, {"place": "Old Port"})
    share(first, cy)
    cy.write_bundle(tmp_path / "stick")
    revoke(first.circle, me(away))
    first.share()
    erase(first.verbs, amina)
    share(first)
    region.clock.ms += HEARD_LATELY_MS
    with pytest.raises(NotAllowed):
        away.share()
    if beside:
        bring(cy, away)
    else:
        away.read_bundle(tmp_path / "stick")
    for _ in range(2):
        assert traces(away) == [] and check(away.circle) == []
        shown = away.verbs.reader.get("member", marek)
        assert shown["place"] == "Old Port" and shown["notes"] == "Neighbour of …, call …. Likes chess."
        with pytest.raises(NotAllowed):
            away.share()


@pytest.mark.parametrize("late", [False, True])
def test_a_listing_of_who_was_erased_does_not_come_back_with_set_aside_work(region: Region, late: bool) -> None:
    """It stands in that work alone, and so does an exchange with them. What it holds of others is taken in."""
    first = region.found()
    away = region.laptop(first, "Yan")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away)
    revoke(first.circle, me(away))
    first.share()
    offer, _ = away.verbs.records.add("offer", {"member": amina, "title": "Adeyemi course", "reach": 5})
    away.verbs.swaps.record(amina, marek, 30, "Portuguese", notes="with Adeyemi at home")
    Exchange(away.circle).close_tail()
    away.verbs.records.edit("offer", offer, {"notes": "At the Adeyemi place"})
    kid = add_member(away, "Kid")
    Exchange(away.circle).close_tail()
    if not late:
        bring(away, first)
    erase(first.verbs, amina)
    share(first)
    if late:
        bring(away, first)
        share(first)
    lines = first.verbs.rescue.look(me(away))
    assert "Kid" in [line.value for line in lines] and not [line for line in lines if "Adeyemi" in str(line.value)]
    for _ in range(2):
        assert first.verbs.rescue.take_in(me(away)).actions == 2
        assert first.verbs.reader.get("member", kid) and first.verbs.reader.find("Adeyemi") == []
        assert first.verbs.reader.list("offer") == [] and first.verbs.rescue.bundles() == []
        first.verbs.undo.undo()
    share(first)
    first.verbs.rescue.take_in(me(away))
    assert first.verbs.rescue.bundles() == [] and check(first.circle) == []
