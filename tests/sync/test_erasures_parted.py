"""Erasures whose makers knew a list that has lost since: what they might do is judged from where it parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from erasing import NAME, PHONE, hub_region, hub_traces, share, traces
from sticks import carry
from sync_region import Region, add_member, hashes, invite_to, me, name_set
from test_erasures_fallen import asked, circle_of, forgetful

from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.make import propose
from learningcircles.trust.roster import Roster
from learningcircles_sync.engine import Engine
from learningcircles_sync.outcome import Erasing


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


def parted(
    region: Region, tmp_path: Path, *, knows: bool = False, later: bool = False
) -> tuple[Engine, Engine, Engine, bytes]:
    """Return three organizers and a member whom the first erases on a list that loses, since the third shuts it out.

    The second erases somebody else meanwhile, says again what stood beside with the member's words in it, and hears of
    the erasure first. `knows`: it hears before who was shut out, so that it names a head of the list that counts alone;
    `later`: the erasure names a head of the list that loses alone.
    """
    pilar, bo, cy, amina = circle_of(region)
    region.clock.ms += 15  # which list counts hangs on hashes
    zora = add_member(bo, "Zora Quill")
    nora = add_member(bo, "Nora", notes=f"pal of {NAME} at {PHONE}, and of Zora Quill")
    share(bo, pilar, cy)
    if not knows:
        erase(bo.verbs, zora)
    with forgetful(region, tmp_path):
        if later:
            region.clock.ms += 2
            invite_to(pilar)
            pilar.share()
        erase(pilar.verbs, amina)
        pilar.share()
    rights.revoke(cy.circle, me(pilar))
    cy.share()
    if knows:
        bo.share()
        erase(bo.verbs, zora)
    carry(pilar, bo, tmp_path)
    bo.share()
    assert NAME not in name_set(bo)
    lost = [item.entry.read().kind for item in bo.circle.roster.lost]
    assert "redact" in lost, "which of two lists counts hangs on hashes: another time has to be chosen"
    return pilar, bo, cy, nora


@pytest.mark.parametrize("later", [False, True], ids=["first on its list", "later on its list"])
@pytest.mark.parametrize("knows", [False, True], ids=["heard of neither", "heard who is out"])
def test_what_was_said_again_without_knowing_of_an_erasure_on_a_list_that_lost_is_erased(
    region: Region, tmp_path: Path, knows: bool, later: bool
) -> None:
    """No head of the list that counts tells who had heard of it; it is asked for again there."""
    _, bo, cy, nora = parted(region, tmp_path, knows=knows, later=later)
    told = cy.share().erased
    assert set(told) == {Erasing("Hall laptop", 1, True), Erasing("Bo's laptop", 1, False)}
    share(bo, cy, bo)
    late = region.laptop(cy, "Late", "recorder")
    share(late, cy, bo)
    for each in (bo, cy, late):
        assert traces(each) == [] and check(each.circle) == []
        assert each.circle.reader.get("member", nora)["notes"] == "pal of … at +…, and of …"
    assert len({hashes(each)["private"] for each in (bo, cy, late)}) == 1
    assert hub_traces(region, bo) == []
    nothing = [each.share() for each in (bo, cy)]
    assert [each.requests for each in nothing] == [1, 1], "it is asked for once"


def test_somebody_else_of_that_name_may_be_written_of_afterwards(region: Region, tmp_path: Path) -> None:
    _, bo, cy, nora = parted(region, tmp_path)
    share(bo, cy)
    for each in (bo, cy):
        add_member(each, NAME)
        each.verbs.records.edit("member", nora, {"notes": f"Met another {NAME}, by {me(each).hex()}"})
        share(bo, cy)
        assert {one.circle.reader.get("member", nora)["notes"] for one in (bo, cy)} == {
            f"Met another {NAME}, by {me(each).hex()}"
        }
    assert NAME in name_set(bo) & name_set(cy)


def test_nothing_goes_before_what_is_said_instead_of_it_by_its_own_erasure_is_here(
    region: Region, tmp_path: Path
) -> None:
    """Two erasures on a list that lost have one position where it parts; of what they say again only one has come."""
    pilar, bo, cy, amina = circle_of(region)
    zora = add_member(cy, "Zora Quill")
    share(cy, pilar, bo)
    add_member(cy, "Nora", notes=f"pal of {NAME} at {PHONE}")
    share(cy, pilar, bo)
    with forgetful(region, tmp_path):
        erase(pilar.verbs, zora)
        come = list(Exchange(pilar.circle).after({}, 10**9))
        erase(pilar.verbs, amina)
        pilar.share()
    rights.revoke(cy.circle, me(pilar))
    share(cy, bo)
    roster = pilar.circle.roster
    for each in (bo, cy):
        exchange = Exchange(each.circle)
        exchange.receive_roster(roster.placed, roster.kept)
        exchange.receive(come)
        assert len(each.circle.roster.state.redactions.entries) == 2
        assert "Nora" in name_set(each), "she stands in what the second one says again"
    share(bo, cy, bo)
    for each in (bo, cy):
        assert {"Nora", "Marek"} <= name_set(each) and not {NAME, "Zora Quill"} & name_set(each)
        assert traces(each) == [] and check(each.circle) == []
    assert len({hashes(each)["private"] for each in (bo, cy)}) == 1
    assert hub_traces(region, bo) == []


@pytest.mark.parametrize("placed", [False, True], ids=["asked for", "placed"])
def test_it_holds_where_its_laptop_was_let_run_the_circle_on_the_list_that_lost(tmp_path: Path, placed: bool) -> None:
    """Where the lists part it could only record; what lets it run the circle gets its place again."""
    lost = []
    for later_ms in range(3):  # which list counts is decided by hashes
        folder = tmp_path / str(later_ms)
        folder.mkdir()
        with contextmanager(hub_region)(folder) as region:
            lost.append(raised_on_the_other_list(region, folder, placed, later_ms))
    assert any(lost), "or this shows nothing"


def raised_on_the_other_list(region: Region, folder: Path, placed: bool, later_ms: int) -> bool:
    """Look whether the erasure holds; return whether its list has lost."""
    pilar = region.found()
    bo, cy = region.laptop(pilar, "Bo"), region.laptop(pilar, "Cy", "recorder")
    amina = add_member(pilar, NAME, phone=PHONE)
    share(pilar, bo, cy)
    with forgetful(region, folder):
        region.clock.ms += later_ms
        rights.change_right(pilar.circle, me(cy), "organizer")
        share(pilar, cy)
        if placed:
            erase(cy.verbs, amina)
            cy.share()
    invite_to(bo)
    bo.share()
    if not placed:
        erase(cy.verbs, amina)
    for _ in range(3):
        share(cy, pilar, bo)
    assert len({each.circle.roster.head for each in (pilar, bo, cy)}) == 1 and cy.circle.right == "organizer"
    for each in (pilar, bo, cy):
        assert NAME not in name_set(each) and traces(each) == []
    return bool(cy.circle.roster.strays)


def asks_again_in_vain(engine: Engine, hashes: list[bytes]) -> None:
    """Let an organizer's program ask for erasures again without saying who is erased."""
    circle = engine.circle
    fields = {"people": [], "again": hashes}
    entry = propose(circle.roster, "redact", me(engine), circle.secrets.device.sign, fields, circle.surroundings)
    Exchange(circle).receive_roster(circle.roster.placed, [entry])


@pytest.mark.parametrize("lost", [False, True], ids=["waits", "on a list that lost"])
def test_who_asks_for_an_erasure_again_without_its_people_tells_of_nobody(
    region: Region, tmp_path: Path, lost: bool
) -> None:
    """What is written after that is searched for them all the same: its writers know nothing."""
    pilar, bo, cy, amina = circle_of(region)
    if lost:
        with forgetful(region, tmp_path):
            erase(cy.verbs, amina)
            cy.share()
        made = [item.entry for item in cy.circle.roster.placed]
        rights.change_right(pilar.circle, me(cy), "recorder")
    else:
        erase(cy.verbs, amina)  # the hub has not heard yet
        made = list(cy.circle.roster.proposals)
    asks_again_in_vain(bo, [entry.hash for entry in made if entry.read().kind == "redact"])
    share(pilar, bo, pilar)
    add_member(pilar, "Lea", notes=f"Neighbour of {NAME}, call {PHONE}")
    share(pilar, bo)
    for _ in range(4):
        share(cy, pilar, bo)
    assert bool(cy.circle.roster.strays) == lost, "or this shows nothing"
    for engine in (pilar, bo, cy):
        assert NAME not in name_set(engine) and traces(engine) == []
    assert hub_traces(region, pilar) == []
