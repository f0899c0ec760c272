"""Who opens the circle with a recovery sheet that was cancelled, and an old stick, is told so, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, me, names

from learningcircles.errors import NotAllowed
from learningcircles.laptop.sheets import new_sheet
from learningcircles.trust import recovering
from learningcircles.trust.roster import PER_SHEET, Roster
from learningcircles_sync.dial import over_http
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan.beside import Lan
from learningcircles_sync.recovering import recover_from_bundle

TOLD = "a newer recovery sheet had cancelled the one"


def opened_too_late(region: Region, tmp_path: Path) -> tuple[Engine, Engine]:
    """Return an organizer, and a laptop that came by her old sheet and an old stick, and has written since."""
    pilar = region.found()
    old = new_sheet(pilar.circle).sheet
    pilar.share()
    pilar.write_bundle(tmp_path / "old")
    new_sheet(pilar.circle)
    pilar.share()
    home, world = region.home()
    circle = recover_from_bundle(home, old, "Xen", "Xen's laptop", tmp_path / "old", world)
    xen = region.engine(home, circle, world)
    add_member(xen, "Written by Xen")
    return pilar, xen


def hear(way: str, pilar: Engine, xen: Engine, folder: Path, offered: Callable[[Engine], Lan]) -> None:
    """Let a laptop hear the list of laptops."""
    if way == "hub":
        with pytest.raises(NotAllowed, match=TOLD):
            xen.share()
    elif way == "beside":
        with pytest.raises(NotAllowed, match=TOLD):
            Engine(xen.home, xen.verbs, xen.circle.surroundings, over_http).share_beside(
                f"http://127.0.0.1:{offered(pilar).port}"
            )
    else:
        pilar.write_bundle(folder / "new")
        done = xen.read_bundle(folder / "new")
        assert [each.code for each in done.obstacles] == ["came_by_a_former_sheet"]


@pytest.mark.parametrize("way", ["hub", "stick", "beside"])
def test_who_comes_by_a_cancelled_sheet_is_told_and_its_work_is_taken_in(
    region: Region, tmp_path: Path, offered: Callable[[Engine], Lan], way: str
) -> None:
    pilar, xen = opened_too_late(region, tmp_path)
    hear(way, pilar, xen, tmp_path, offered)
    assert xen.circle.shut_out and TOLD in xen.state().told_out
    assert [line.value for line in xen.verbs.rescue.own() if line.field == "name"] == ["Xen", "Written by Xen"]
    with pytest.raises(NotAllowed, match=TOLD):
        xen.share()
    xen.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")
    (bundle,) = pilar.verbs.rescue.bundles()
    assert (bundle.name, bundle.refused) == ("Xen's laptop", True)
    pilar.verbs.rescue.take_in(me(xen))
    assert "Written by Xen" in names(pilar)
    pilar.share()
    amina = region.laptop(pilar, "Amina")
    assert hashes(pilar) == hashes(amina) and "Written by Xen" in names(amina)
    assert pilar.verbs.rescue.bundles() == amina.verbs.rescue.bundles() == []


def test_what_counted_where_nobody_had_heard_waits_once_they_have(region: Region, tmp_path: Path) -> None:
    """Another laptop that had not heard of the new sheet took its work by a stick."""
    pilar = region.found()
    old = new_sheet(pilar.circle).sheet
    chidi = region.laptop(pilar, "Chidi")
    pilar.write_bundle(tmp_path / "old")
    new_sheet(pilar.circle)
    pilar.share()
    home, world = region.home()
    xen = region.engine(home, recover_from_bundle(home, old, "Xen", "Xen's", tmp_path / "old", world), world)
    add_member(xen, "Written by Xen")
    xen.write_bundle(tmp_path / "xen")
    chidi.read_bundle(tmp_path / "xen")
    assert "Written by Xen" in names(chidi)
    for engine in (chidi, pilar, chidi):
        engine.share()
        assert "Written by Xen" not in names(engine)
    assert pilar.verbs.rescue.bundles() == chidi.verbs.rescue.bundles() != []
    assert hashes(pilar) == hashes(chidi)


def test_who_found_a_cancelled_sheet_fills_no_list(region: Region) -> None:
    pilar = region.found(admitted=False)
    old = new_sheet(pilar.circle).sheet
    stale = pilar.circle.roster
    new_sheet(pilar.circle)
    world = pilar.circle.surroundings
    made = [recovering.enrol(stale, old, world, take_over=False).roster.proposals[-1] for _ in range(PER_SHEET + 3)]
    roster = Roster.replay(pilar.circle.roster.placed, made)
    assert len(roster.aside) == PER_SHEET and all(each.revoked for each in roster.devices.values() if each.provisional)
    assert Roster.replay(roster.placed, made[::-1]).aside == roster.aside
