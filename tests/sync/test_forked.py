"""A disk that is restored and writes on, without a hub: what others had from it before is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes
from test_two_keepers import carry, cloned, joined, me, names

from learningcircles.errors import NotFound
from learningcircles.storage.check import check
from learningcircles_sync.engine import Engine


@pytest.fixture
def region(tmp_path: Path) -> Region:
    return Region(tmp_path)


@pytest.mark.parametrize("seed", range(50, 56))
def test_what_a_restored_disk_had_shared_by_stick_comes_back_to_it(region: Region, tmp_path: Path, seed: int) -> None:
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", tmp_path), joined(region, pilar, "Bo", tmp_path, "recorder")
    carry(pilar, amina, tmp_path)
    restored = cloned(region, pilar, seed)
    add_member(pilar, "Ana")
    carry(pilar, amina, tmp_path)
    carry(amina, bo, tmp_path)
    add_member(restored, "Zoe")
    for _ in range(3):
        for one, other in ((restored, amina), (amina, bo), (bo, amina), (amina, restored), (bo, restored)):
            carry(one, other, tmp_path)
    assert me(restored) != me(pilar), "it goes on under a new identity"
    for engine in (amina, bo, restored):
        assert {"Ana", "Zoe"} <= names(engine)
        assert engine.verbs.rescue.bundles() == []
        assert check(engine.circle) == []
    assert len({hashes(engine)["private"] for engine in (amina, bo, restored)}) == 1


def lost_at(region: Region, folder: Path) -> tuple[bytes, Engine, Engine, Engine]:
    """Return whose disk is restored, the restored laptop, one where its branch has won, and one that knows nothing."""
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", folder), joined(region, pilar, "Bo", folder)
    carry(pilar, amina, folder)
    restored = [cloned(region, pilar, seed) for seed in range(50, 60)]
    for name in ("Ana", "Ana's sister"):
        add_member(pilar, name)
        carry(pilar, amina, folder)
    for engine in restored:
        add_member(engine, "Zoe")
        carry(engine, amina, folder)
        if "Ana" not in names(amina):
            return me(pilar), engine, amina, bo
    raise AssertionError("no branch of ten has won")


def test_an_organizer_takes_in_what_a_restored_disk_does_not_know_of(region: Region, tmp_path: Path) -> None:
    old, _, amina, _ = lost_at(region, tmp_path)
    assert {"Ana", "Ana's sister"}.isdisjoint(names(amina))
    (bundle,) = amina.verbs.rescue.bundles()
    assert bundle.device == old
    assert {line.title for line in amina.verbs.rescue.look(old)} >= {"Ana", "Ana's sister"}
    amina.verbs.rescue.take_in(old)
    assert {"Ana", "Ana's sister", "Zoe"} <= names(amina)
    assert amina.verbs.rescue.bundles() == []
    with pytest.raises(NotFound):
        amina.verbs.rescue.take_in(old)
    assert check(amina.circle) == []


def test_all_of_a_branch_that_lost_is_kept_and_people_are_told_once(region: Region, tmp_path: Path) -> None:
    old, restored, amina, bo = lost_at(region, tmp_path)
    carry(amina, bo, tmp_path)
    titles = {line.title for line in bo.verbs.rescue.look(old)}
    assert titles >= {"Ana", "Ana's sister"}, "the stick held both segments"
    assert not bo.read_bundle(tmp_path / "stick").obstacles
    carry(bo, restored, tmp_path)
    carry(bo, restored, tmp_path)
    assert {"Ana", "Ana's sister", "Zoe"} <= names(restored)
