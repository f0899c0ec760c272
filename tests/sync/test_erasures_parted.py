"""Erasures whose makers knew a list that has lost since: what they might do is judged from where it parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from erasing import NAME, hub_region, share, traces
from sticks import carry
from sync_region import Region, invite_to, me, name_set
from test_erasures_fallen import asked, circle_of, forgetful

from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.trust.make import propose
from learningcircles.trust.roster import Roster
from learningcircles_sync.engine import Engine


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def lowered_and_raised(pilar: Engine, cy: Engine, *told: Engine) -> None:
    for right in ("recorder", "organizer"):
        rights.change_right(pilar.circle, me(cy), right)
        share(pilar, *told)


@pytest.mark.parametrize("placed", [False, True], ids=["asked for", "placed"])
@pytest.mark.parametrize("once", [False, True], ids=["organizer ever since", "once only recording"])
def test_an_erasure_that_names_a_head_which_a_hub_has_forgotten_holds(
    region: Region, tmp_path: Path, once: bool, placed: bool
) -> None:
    """Its laptop runs the circle where the lists part and ever since, whatever it could do long ago."""
    pilar, bo, cy, amina = circle_of(region)
    if once:
        lowered_and_raised(pilar, cy, bo, cy)
    with forgetful(region, tmp_path):
        invite_to(cy)
        cy.share()
        if placed:
            erase(cy.verbs, amina)
            cy.share()
    invite_to(pilar)
    pilar.share()
    if not placed:
        erase(cy.verbs, amina)
    for _ in range(2):
        share(cy, pilar, bo)
    assert len({each.circle.roster.head for each in (pilar, bo, cy)}) == 1 and cy.circle.roster.strays
    for each in (pilar, bo, cy):
        assert NAME not in name_set(each) and traces(each) == [] and check(each.circle) == []
        assert asked(each) == [] and each.circle.roster.fallen == ()


def test_it_falls_away_where_its_laptop_was_lowered_after_the_lists_part(region: Region, tmp_path: Path) -> None:
    pilar, bo, cy, amina = circle_of(region)
    with forgetful(region, tmp_path):
        invite_to(cy)
        cy.share()
    lowered_and_raised(pilar, cy)
    erase(cy.verbs, amina)  # it has not heard of that
    for _ in range(2):
        share(cy, pilar, bo)
    assert [NAME in name_set(each) for each in (pilar, bo, cy)] == [True] * 3
    assert asked(cy) == [(me(cy), amina, NAME)], "its laptop hears that it did not count, and may erase her anew"


def test_it_holds_though_its_head_is_known_nowhere_where_its_laptop_never_lost_the_right(region: Region) -> None:
    """One that could only record before is no exception."""
    pilar, _, cy, amina = circle_of(region)
    dana = region.laptop(pilar, "Dana", "recorder")
    rights.change_right(pilar.circle, me(dana), "organizer")
    lowered_and_raised(pilar, cy)
    roster = pilar.circle.roster
    beyond = replace(roster, state=replace(roster.state, heads=[bytes([7]) * 16]))

    def replayed(engine: Engine) -> Roster:
        keys = engine.circle.secrets.device
        entry = propose(beyond, "redact", keys.id, keys.sign, {"people": [amina]}, engine.circle.surroundings)
        return Roster.replay(roster.placed, [entry])

    assert replayed(dana).proposals and not replayed(dana).fallen
    assert replayed(cy).fallen and not replayed(cy).proposals


def test_what_waited_while_the_hub_was_away_is_judged_in_its_order(region: Region, tmp_path: Path) -> None:
    """Lowered, erased, raised: the hub hears of all three at once."""
    pilar, bo, cy, amina = circle_of(region)
    region.reachable = False
    rights.change_right(pilar.circle, me(cy), "recorder")
    erase(cy.verbs, amina)
    rights.change_right(pilar.circle, me(cy), "organizer")
    carry(cy, pilar, tmp_path)
    assert [entry.read().kind for entry in pilar.circle.roster.proposals].count("redact") == 1
    region.reachable = True
    share(pilar, bo, cy)
    for each in (pilar, bo, cy):
        state = each.circle.roster.state
        assert NAME in name_set(each) and not state.redactions.people
        assert state.refused == {}, "nobody proposes it again, so the list need not say no"
    assert asked(pilar) == asked(cy) == [(me(cy), amina, NAME)]
