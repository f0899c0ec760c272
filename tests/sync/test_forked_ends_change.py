"""A forked log of which the list of laptops names an end, and then another one, or none any more."""

from __future__ import annotations

from pathlib import Path

from sync_region import Region, add_member, hashes, me, name_set
from test_forked_ends import disks, thief
from test_two_keepers import carry

from learningcircles.laptop import rights
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange


def test_an_end_that_is_named_no_more_leaves_the_branch_of_the_lower_hash(region: Region, tmp_path: Path) -> None:
    """Two laptops hold the same list and the same segments. One heard of a proposal meanwhile that was never placed."""
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina")
    dana, eva = region.laptop(pilar, "Dana"), region.laptop(pilar, "Eva")
    for engine in (chidi, dana, eva, pilar):
        engine.share()
    copies = disks(region, amina)
    for name in ("Ana", "Ana's sister"):
        add_member(amina, name)
        amina.share()
    for engine in (pilar, dana):
        engine.share()
    copy = thief(copies, pilar, wins=True)
    for engine in (chidi, eva):
        carry(copy, engine, tmp_path)
        carry(pilar, engine, tmp_path)
        assert "Zoe" in name_set(engine) and "Ana" not in name_set(engine)
    region.reachable = False
    rights.revoke(dana.circle, me(amina))  # waits for its place
    Exchange(chidi.circle).receive_roster(dana.circle.roster.placed, dana.circle.roster.kept)
    assert "Ana" in name_set(chidi)
    region.reachable = True
    rights.change_right(pilar.circle, me(dana), "recorder")
    pilar.share()
    for engine in (chidi, eva):
        Exchange(engine.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    assert chidi.circle.roster.placed == eva.circle.roster.placed and chidi.circle.roster.kept == eva.circle.roster.kept
    assert not chidi.circle.roster.devices[me(amina)].revoked
    assert hashes(chidi)["private"] == hashes(eva)["private"]
    assert "Zoe" in name_set(chidi) and check(chidi.circle) == []
    for engine in (chidi, pilar, eva, dana) * 2:
        engine.share()
    assert len({hashes(engine)["private"] for engine in (pilar, chidi, dana, eva)}) == 1
