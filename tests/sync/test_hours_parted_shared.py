"""Hours that were said to be the same come back to who is parted, whatever became of what said so meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from erasing import share
from sync_region import Region, add_member, me

from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check


@pytest.mark.parametrize("erases", [False, True])
def test_they_come_back_after_somebody_else_was_erased(region: Region, erases: bool) -> None:
    """The action that took the hours of several back names them, and so loses what it was called."""
    pilar = region.found()
    cy = region.laptop(pilar, "Cy")
    low, high, third = sorted(add_member(pilar, name) for name in ("Cem", "Cem A.", "Cem B."))
    for each in (low, high, third):
        pilar.verbs.swaps.opening_balances({each: 180})
    for each in (high, third):
        pilar.verbs.merging.merge(low, each)
    pilar.verbs.merging.hours_once(low)
    pilar.verbs.merging.part(third)
    share(pilar, cy)
    if erases:
        erase(pilar.verbs, third)
        share(pilar, cy)
    cy.verbs.merging.part(high)
    share(cy, pilar)
    for each in (pilar, cy):
        assert [each.verbs.reader.balance(member) for member in (low, high)] == [180, 180]
        assert check(each.circle) == []


def test_they_come_back_where_it_was_said_on_a_laptop_that_was_shut_out(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    cy = region.laptop(pilar, "Cy")
    low, high = sorted(add_member(pilar, name) for name in ("Cem", "Cem A."))
    for each in (low, high):
        pilar.verbs.swaps.opening_balances({each: 180})
    pilar.verbs.merging.merge(low, high)
    share(pilar, cy)
    cy.verbs.merging.hours_once(low)
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    cy.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")
    pilar.verbs.rescue.take_in(me(cy))
    assert pilar.verbs.reader.balance(low) == 180
    pilar.verbs.merging.part(high)
    assert [pilar.verbs.reader.balance(member) for member in (low, high)] == [180, 180]


@pytest.mark.parametrize("shared", [False, True])
def test_none_come_back_that_a_laptop_took_back_itself_which_was_shut_out(
    region: Region, tmp_path: Path, shared: bool
) -> None:
    """Both what brought them in and what undid that, or the latter alone, go by other names once they are taken in."""
    pilar = region.found()
    cy = region.laptop(pilar, "Cy")
    low, high = sorted(add_member(pilar, name) for name in ("Cem", "Cem A."))
    share(pilar, cy)
    cy.verbs.swaps.opening_balances({high: 180})
    if shared:
        share(cy, pilar)
    cy.verbs.undo.undo()
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    cy.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")
    pilar.verbs.rescue.take_in(me(cy))
    pilar.verbs.swaps.opening_balances({low: 180})
    pilar.verbs.merging.merge(low, high)
    assert pilar.verbs.reader.balance(low) == 180
    pilar.verbs.merging.part(high)
    assert [pilar.verbs.reader.balance(member) for member in (low, high)] == [180, 0]
