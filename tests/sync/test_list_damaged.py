"""A list of laptops that is damaged in the circle's file though SQLite can read it: found on opening, mended, whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, invite_to
from test_two_keepers import names

from learningcircles.errors import Unreadable
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.storage.check import check
from learningcircles_sync.engine import Engine
from learningcircles_sync.refilling import refill_from_hub


def strike(region: Region, position: int) -> tuple[Engine, Engine]:
    """Return who founded the circle, and a laptop with unshared work whose list is damaged at a position; closed."""
    pilar = region.found()
    for _ in range(4):
        invite_to(pilar)
    bo = region.laptop(pilar, "Bo")
    for engine in (pilar, bo):
        engine.share()
    add_member(bo, "Not shared yet")
    database = bo.circle.connection
    (wire,) = database.execute("SELECT wire FROM roster_entry WHERE position=?", (position,)).fetchone()
    struck = wire[:-9] + bytes([wire[-9] ^ 1]) + wire[-8:]
    database.execute("UPDATE roster_entry SET wire=? WHERE position=?", (struck, position))
    bo.circle.close()
    return pilar, bo


@pytest.mark.parametrize("position", [2, 6])
def test_it_is_told_with_what_to_do_and_mended_from_the_hub(tmp_path: Path, position: int) -> None:
    """Before this laptop has come into the list and after it."""
    region = Region(tmp_path)
    pilar, bo = strike(region, position)
    path, world = bo.circle.path, bo.circle.surroundings
    with pytest.raises(Unreadable, match=rf"{path.name} is damaged\. Mend it \(check --rebuild\)") as told:
        open_circle(bo.home, path, world)
    assert told.value.code == "damaged_file"
    saved = salvage_file(bo.home, bo.home.find(path), "", world)
    assert saved is not None and saved.gaps and not saved.alone
    again = region.engine(bo.home, open_circle(bo.home, path, world), world)
    assert "Not shared yet" in names(again)
    for _ in range(2):
        again.share()
        pilar.share()
    assert "Not shared yet" in names(pilar) and hashes(pilar) == hashes(again)
    assert again.circle.roster.head == pilar.circle.roster.head and again.circle.right == "organizer"
    assert check(again.circle) == []


def test_the_circle_can_be_fetched_again_as_well(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar, bo = strike(region, 1)
    world = bo.circle.surroundings
    done = refill_from_hub(bo.home, bo.home.find(bo.circle.path), world, region.transports)
    again = region.engine(bo.home, open_circle(bo.home, done.circle.path, world), world)
    again.share()
    pilar.share()
    assert hashes(pilar) == hashes(again)
