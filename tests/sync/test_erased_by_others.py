"""How many members others are said to have erased: who erases again what was overlooked names all who ever were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import NAME, PHONE, hub_region, share
from sync_region import Region, add_member, me
from test_erasures_fallen import circle_of, forgetful

from learningcircles.circle.asked_erasures import unheard_erasures
from learningcircles.errors import NotAllowed
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.rights import revoke
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.fallen import erasures_in
from learningcircles.trust.make import propose
from learningcircles_sync.engine import Engine


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def four(region: Region) -> tuple[list[Engine], bytes, bytes]:
    """Return four laptops and two members whom all of them know."""
    pilar = region.found()
    engines = [pilar, *(region.laptop(pilar, name) for name in ("Bo", "Cy", "Dana"))]
    amina, zora = add_member(pilar, NAME, phone=PHONE), add_member(pilar, "Zora Zimmer")
    share(*engines)
    return engines, amina, zora


def writes_unheard(region: Region, engine: Engine, folder: Path) -> None:
    """Let a laptop name Amina in what it closes before it has heard that she is erased."""
    region.reachable = False
    add_member(engine, "Marek", notes=f"Neighbour of {NAME}")
    engine.write_bundle(folder / "early")
    region.reachable = True


@pytest.mark.parametrize("before", [True, False])
def test_members_are_told_once_each_whoever_erases_them_again(region: Region, tmp_path: Path, before: bool) -> None:
    """`before`: the other one was erased long ago."""
    (pilar, bo, cy, dana), amina, zora = four(region)
    if before:
        erase(pilar.verbs, zora)
        share(pilar, bo, cy, dana)
    writes_unheard(region, cy, tmp_path)
    erase(pilar.verbs, amina)
    if not before:
        erase(bo.verbs, zora)
    share(pilar, bo)
    for _ in range(2):
        share(cy, pilar, bo)
    assert len(pilar.circle.roster.state.redactions.entries) > 2, "erased again, or this shows nothing"
    assert sum(each.members for each in dana.share().erased) == (1 if before else 2)


def test_who_erases_them_again_on_a_list_that_lost_is_told_after_who_erased_them_first(
    region: Region, tmp_path: Path
) -> None:
    (pilar, bo, cy, dana), amina, zora = four(region)
    writes_unheard(region, cy, tmp_path)
    erase(pilar.verbs, amina)
    erase(bo.verbs, zora)
    share(pilar, bo)
    with forgetful(region, tmp_path):
        share(cy, cy)
    now, keys, world = pilar.circle.roster, pilar.circle.secrets.device, pilar.circle.surroundings
    lost = cy.circle.roster.placed[len(now.placed)].entry
    nobody = iter(lambda: propose(now, "redact", keys.id, keys.sign, {"people": []}, world), None)
    Exchange(pilar.circle).receive_roster(now.placed, [next(each for each in nobody if each.hash < lost.hash)])
    share(pilar, cy)
    told = dana.share().erased
    assert [len(rows) for _, rows in erasures_in(dana.circle.roster.lost)] == [2], "or this shows nothing"
    assert sum(each.members for each in told) == 2


def test_what_nobody_heard_of_is_told_once(region: Region, tmp_path: Path) -> None:
    pilar, bo, cy, amina = circle_of(region)
    dana = region.laptop(pilar, "Dana", "recorder")
    zora = add_member(pilar, "Zora Zimmer")
    share(pilar, bo, cy, dana)
    erase(pilar.verbs, zora)
    share(pilar, bo, cy, dana)
    add_member(dana, "Marek", notes=f"Neighbour of {NAME}")
    dana.write_bundle(tmp_path / "stick")
    with forgetful(region, tmp_path):
        erase(cy.verbs, amina)
        cy.share()
        cy.read_bundle(tmp_path / "stick")
        cy.share()
    revoke(pilar.circle, me(cy))
    share(pilar, bo)
    with pytest.raises(NotAllowed):
        cy.share()
    assert len(unheard_erasures(cy.circle)) == 1
