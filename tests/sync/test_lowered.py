"""What a laptop that only looks by now had written, restored or copied, before it heard of that: organizers get it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from disks import copied, opened
from sync_region import Region, add_member, me, name_set

from learningcircles.circle.naming import laptop_name
from learningcircles.errors import NotFound
from learningcircles.laptop import backup
from learningcircles.laptop.rights import change_right
from learningcircles.laptop.succession import mend, succeed
from learningcircles.storage.check import check
from learningcircles.trust.members import forerunners
from learningcircles_sync.engine import Engine


def two(region: Region, right: str = "recorder") -> tuple[Engine, Engine]:
    pilar = region.found()
    bo = region.laptop(pilar, "Bo", right)
    for engine in (bo, pilar):
        engine.share()
    return pilar, bo


def offered(pilar: Engine, bo: Engine, name: str = "Gone") -> None:
    """Let both share, and see that what does not count waits here, and is offered there."""
    for engine in (bo, pilar, bo, pilar):
        engine.share()
    assert bo.circle.right == "reader" and name not in name_set(bo)
    assert bo.verbs.rescue.own_actions() == 1
    assert [line.value for line in bo.verbs.rescue.own() if line.field == "name"] == [name]
    (bundle,) = pilar.verbs.rescue.bundles()
    assert {line.title for line in pilar.verbs.rescue.look(bundle.device)} == {name}
    assert bundle.name.startswith("Bo")
    for before in forerunners(pilar.circle.roster.devices, bundle.device) - {
        bundle.device
    }:  # an organizer may say that
        with pytest.raises(NotFound, match=rf"was written as {re.escape(bundle.name)}"):
            pilar.verbs.rescue.take_in(before)
    pilar.verbs.rescue.take_in(bundle.device)
    for engine in (pilar, bo):
        engine.share()
        assert name in name_set(engine) and engine.verbs.rescue.bundles() == []
        assert check(engine.circle) == []
    assert bo.verbs.rescue.own_actions() == 0


def lower(pilar: Engine, bo: Engine) -> None:
    change_right(pilar.circle, me(bo), "reader")
    pilar.share()


@pytest.mark.parametrize("right", ["recorder", "organizer"])
@pytest.mark.parametrize("before", [True, False])
def test_what_was_written_before_or_after_a_backup_is_restored(
    region: Region, tmp_path: Path, right: str, before: bool
) -> None:
    pilar, bo = two(region, right)
    if before:
        add_member(bo, "Gone")
    backup.backup(bo.home, bo.circle, tmp_path / "old.backup")
    lower(pilar, bo)
    bo.circle.close()
    backup.restore(bo.home, tmp_path / "old.backup", replace=True, surroundings=bo.circle.surroundings)
    again = opened(region, bo.home.folder)
    if not before:
        add_member(again, "Gone")
    offered(pilar, again)


def test_what_a_backup_held_that_is_restored_on_another_machine(region: Region, tmp_path: Path) -> None:
    pilar, bo = two(region)
    backup.backup(bo.home, bo.circle, tmp_path / "old.backup")
    recovery = tmp_path / "elsewhere"
    shutil.copytree(bo.home.folder, recovery)  # its keys
    lower(pilar, bo)
    bo.share()
    again = opened(region, recovery)
    again.circle.close()
    backup.restore(again.home, tmp_path / "old.backup", replace=True, surroundings=again.circle.surroundings)
    again = opened(region, recovery)
    add_member(again, "Gone")
    offered(pilar, again)


@pytest.mark.parametrize("shared", [True, False])
def test_what_was_written_on_a_copy_of_its_disk(region: Region, tmp_path: Path, shared: bool) -> None:
    pilar, bo = two(region)
    folder = copied(bo, tmp_path / "copy")
    if shared:
        add_member(bo, "Shared in time")
        bo.share()
        pilar.share()
    lower(pilar, bo)
    again = opened(region, folder)
    mend(again.circle)
    add_member(again, "Gone")
    offered(pilar, again)
    assert ("Shared in time" in name_set(again)) is shared


def test_a_laptop_that_only_looks_is_called_what_it_was_called_before_it_was_restored(region: Region) -> None:
    pilar, bo = two(region)
    lower(pilar, bo)
    bo.share()
    folder = copied(bo, region.folder / "copy")
    again = opened(region, folder)
    assert succeed(again.circle)
    again.share()
    pilar.share()
    assert laptop_name(pilar.circle, me(again)).startswith("Bo")
