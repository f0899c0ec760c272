"""A list that its keeper left to nobody: it was lowered as it went on under another name, by a program that let it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sticks import agree, carry, joined
from sync_region import Region, invite_to, me

from learningcircles.errors import NotAllowed
from learningcircles.laptop import rights, taking_over
from learningcircles.laptop.succession import become, succeed
from learningcircles.trust import recovering
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster
from learningcircles_sync.engine import Engine


def left_to_nobody(region: Region, folder: Path) -> tuple[Engine, Engine]:
    """Return who kept the list, by its next name, and the organizer who has lowered it: nobody can place anything."""
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", folder)
    rights.change_right(bo.circle, me(pilar), "recorder")
    circle, old = pilar.circle, pilar.circle.secrets.device
    entry, keys = recovering.succeed(circle.roster, old, circle.journal.epochs, circle.surroundings, None)
    waiting = Roster.replay(circle.roster.placed, [entry, *bo.circle.roster.kept])
    become(circle, keys, settle(waiting, old.sign, circle.surroundings.now_ms()).roster, circle.journal.epochs)
    assert circle.roster.sequencer == old.sign.public and circle.right == "recorder"
    return pilar, bo


@pytest.mark.parametrize("heard", [True, False])
@pytest.mark.parametrize("goes_on", [True, False])
def test_another_organizer_brings_it_back_to_life(region: Region, tmp_path: Path, heard: bool, goes_on: bool) -> None:
    """`heard`: it knows what the keeper placed last; `goes_on`: the keeper has another name again by then."""
    pilar, bo = left_to_nobody(region, tmp_path)
    if heard:
        carry(pilar, bo, tmp_path)
    if goes_on:
        assert succeed(pilar.circle)
    invited = invite_to(bo)
    carry(bo, pilar, tmp_path)
    carry(pilar, bo, tmp_path)
    assert invited.id not in bo.circle.roster.invites, "nobody gives it a place"
    with pytest.raises(NotAllowed):
        taking_over.take_over(pilar.circle)
    taking_over.take_over(bo.circle)
    agree(tmp_path, pilar, bo)
    for each in (pilar, bo):
        assert each.circle.roster.sequencer == bo.circle.secrets.device.sign.public
        assert invited.id in each.circle.roster.invites
    assert joined(region, bo, "Cy", tmp_path).circle.right == "organizer"
    assert pilar.circle.right == "recorder"
