"""What waits for its place in the list is damaged, or the list itself, while this laptop goes on keeping it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sticks import carry, joined
from sync_region import Region, add_member, invite_to, me, name_set
from test_list_damaged import spoil

from learningcircles.errors import Unreadable
from learningcircles.laptop import backup, rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.storage.check import check


@pytest.mark.parametrize(("at", "bits"), [(5, 1), (40, 1), (-9, 1), (40, 3)])
def test_an_erasure_that_waits_is_put_right_or_told(tmp_path: Path, at: int, bits: int) -> None:
    """In how it is written down, in what it says, and in who signed it; more than a bit of it cannot be put right."""
    region = Region(tmp_path)
    pilar = region.found()
    gone = add_member(pilar, "First One")
    bo = region.laptop(pilar, "Bo")
    for engine in (pilar, bo):
        engine.share()
    erase(bo.verbs, gone)
    database, path, world = bo.circle.connection, bo.circle.path, bo.circle.surroundings
    ((name, wire),) = database.execute("SELECT hash, wire FROM proposal").fetchall()
    struck = bytearray(wire)
    struck[at] ^= bits
    database.execute("UPDATE proposal SET wire=? WHERE hash=?", (bytes(struck), name))
    bo.circle.close()
    with pytest.raises(Unreadable, match="Mend it"):
        open_circle(bo.home, path, world)
    saved = salvage_file(bo.home, bo.home.find(path), "", world)
    assert saved is not None and saved.lost is (bits == 3) and saved.how == ("lost" if bits == 3 else "whole")
    again = region.engine(bo.home, open_circle(bo.home, path, world), world)
    for _ in range(2):
        again.share()
        pilar.share()
    assert ("First One" in name_set(pilar)) is (bits == 3) and check(again.circle) == []


def test_what_waits_with_a_struck_signature_shuts_nobody_out_and_is_found(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo, cy = region.laptop(pilar, "Bo"), region.laptop(pilar, "Cy")
    for engine in (pilar, bo):
        engine.share()
    rights.revoke(bo.circle, me(cy))
    database, path, world = bo.circle.connection, bo.circle.path, bo.circle.surroundings
    ((name, wire),) = database.execute("SELECT hash, wire FROM proposal").fetchall()
    database.execute("UPDATE proposal SET wire=? WHERE hash=?", (wire[:-9] + bytes([wire[-9] ^ 4]) + wire[-8:], name))
    bo.circle.close()
    assert salvage_file(bo.home, bo.home.find(path), "", world) is not None
    again = open_circle(bo.home, path, world)
    assert again.roster.devices[me(cy)].revoked and [wire] == [
        row[0] for row in again.connection.execute("SELECT wire FROM proposal")
    ]


def test_a_list_is_not_whole_again_because_of_what_its_keeper_adds(tmp_path: Path) -> None:
    """An erasure was among what is lost: a backup brings the person back, and says that it may; the list itself comes
    back with a stick.
    """
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    amina = add_member(pilar, "Amina Erased")
    carry(pilar, bo, tmp_path)
    carry(bo, pilar, tmp_path)
    backup.backup(pilar.home, pilar.circle, tmp_path / "old.backup")
    erase(bo.verbs, amina)
    for _ in range(2):
        carry(bo, pilar, tmp_path)
        carry(pilar, bo, tmp_path)
    kinds = [each.entry.read().kind for each in pilar.circle.roster.placed]
    spoil(pilar.circle, kinds.index("add"), 60)
    path, world = pilar.circle.path, pilar.circle.surroundings
    pilar.circle.close()
    assert salvage_file(pilar.home, pilar.home.find(path), "", world) is not None
    again = region.engine(pilar.home, open_circle(pilar.home, path, world), world)
    for _ in range(4):
        invite_to(again)
    assert len(again.circle.roster.placed) >= len(kinds) and again.circle.rosters.whole_at()
    bo.write_bundle(tmp_path / "bo's stick")
    again.circle.close()
    done = backup.restore(pilar.home, tmp_path / "old.backup", replace=True)
    assert done.unsure
    back = region.engine(pilar.home, open_circle(pilar.home, done.circle.path, world), world)
    back.read_bundle(tmp_path / "bo's stick")
    assert "Amina Erased" not in name_set(back)


def test_a_list_is_whole_again_once_what_it_had_is_here(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    carry(pilar, bo, tmp_path)
    carry(bo, pilar, tmp_path)
    spoil(pilar.circle, 1, 60)
    path, world = pilar.circle.path, pilar.circle.surroundings
    pilar.circle.close()
    assert salvage_file(pilar.home, pilar.home.find(path), "", world) is not None
    again = region.engine(pilar.home, open_circle(pilar.home, path, world), world)
    for _ in range(3):
        invite_to(again)
    assert again.circle.rosters.whole_at()
    carry(bo, again, tmp_path)
    assert not again.circle.rosters.whole_at() and check(again.circle) == []
