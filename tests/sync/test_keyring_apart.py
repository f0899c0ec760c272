"""Keys in the system's keyring stay as they are when a laptop's files are brought back from copies."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, invite_to, me, name_set

from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.laptop.sheets import new_sheet
from learningcircles.laptop.succession import mend
from learningcircles.storage.check import check
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine


@dataclass
class Apart:
    """A laptop whose keys do not lie in its folder: copies of the folder are without them."""

    region: Region
    engine: Engine
    keyring: Path
    opened: int = 0

    @classmethod
    def of(cls, region: Region, engine: Engine) -> Apart:
        folder = engine.home.folder
        keyring = folder.with_name(f"{folder.name} keyring")
        engine.circle.close()
        shutil.move(folder / "keys", keyring)
        laptop = cls(region, engine, keyring)
        laptop.start()
        return laptop

    @property
    def folder(self) -> Path:
        return self.engine.home.folder

    def start(self) -> None:
        """Open the circle as the program does."""
        self.opened += 1
        home, world = Home(self.folder, FileKeystore(self.keyring)), seeded(500 + self.opened, self.region.clock)
        circle = open_circle(home, surroundings=world)
        mend(circle)
        self.engine = self.region.engine(home, circle, world)

    def copy(self) -> Path:
        copied = self.folder.with_name(f"{self.folder.name} copied")
        self.engine.circle.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copytree(self.folder, copied)
        return copied

    def restore_file(self, copy: Path) -> None:
        path = self.engine.circle.path
        self.engine.circle.close()
        shutil.copy(copy / path.name, path)
        self.start()

    def restore_folder(self, copy: Path) -> None:
        self.engine.circle.close()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        self.start()


def settle(engines: list[Engine]) -> None:
    for _ in range(3):
        for engine in engines:
            last = engine.share()
    assert (last.sent, last.received, last.waiting) == (0, 0, 0)
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    assert all(check(engine.circle) == [] for engine in engines)


@pytest.mark.parametrize("sheet", [False, True])
def test_the_only_organizer_is_known_after_its_file_and_then_its_folder_came_back(region: Region, sheet: bool) -> None:
    pilar = Apart.of(region, region.found())
    bo = region.laptop(pilar.engine, "Bo", "recorder")
    if sheet:
        new_sheet(pilar.engine.circle)
        for _ in range(2):
            pilar.engine.share()
    copy = pilar.copy()
    add_member(pilar.engine, "Since")
    pilar.engine.share()
    first = me(pilar.engine)
    pilar.restore_file(copy)
    assert me(pilar.engine) != first, "the mark says that the file is older"
    pilar.restore_folder(copy)
    assert not pilar.engine.circle.shut_out and pilar.engine.circle.roster.devices[me(pilar.engine)].succeeds == first
    add_member(pilar.engine, "Afterwards")
    settle([pilar.engine, bo])
    assert {"Since", "Afterwards"} <= name_set(bo)
    assert pilar.engine.circle.roster.state.is_run and len(pilar.engine.circle.roster.devices) == 3
    chidi = region.laptop(pilar.engine, "Chidi")
    settle([chidi, pilar.engine, bo])


def test_who_keeps_the_list_still_does(region: Region, tmp_path: Path) -> None:
    pilar = Apart.of(region, region.found(admitted=False))
    copy = pilar.copy()
    add_member(pilar.engine, "Since")
    pilar.engine.write_bundle(tmp_path / "stick")
    pilar.restore_file(copy)
    pilar.restore_folder(copy)
    pilar.engine.read_bundle(tmp_path / "stick")
    invitation = invite_to(pilar.engine)
    pilar.engine.write_bundle(tmp_path / "stick")
    amina = region.join(invitation, "Amina", tmp_path / "stick")
    assert "Since" in name_set(amina)
    amina.write_bundle(tmp_path / "stick")
    pilar.engine.read_bundle(tmp_path / "stick")
    assert not pilar.engine.circle.roster.proposals, "all have their place"
    assert me(amina) in pilar.engine.circle.roster.devices and pilar.engine.circle.roster.state.is_run


def test_an_identity_that_the_circle_has_heard_of_is_not_brought_in_twice(region: Region) -> None:
    pilar = Apart.of(region, region.found())
    bo = region.laptop(pilar.engine, "Bo", "recorder")
    copy = pilar.copy()
    add_member(pilar.engine, "Since")
    pilar.engine.share()
    pilar.restore_file(copy)
    add_member(pilar.engine, "By the second")
    settle([pilar.engine, bo])
    placed, second = len(bo.circle.roster.placed), me(pilar.engine)
    pilar.restore_folder(copy)
    assert me(pilar.engine) == second
    add_member(pilar.engine, "Afterwards")
    settle([pilar.engine, bo])
    kinds = [item.entry.read().kind for item in bo.circle.roster.placed[placed:]]
    assert kinds == ["succeed"], "it had shared as the second, and goes on as a third"
    assert pilar.engine.circle.roster.devices[me(pilar.engine)].succeeds == second
    assert {"Since", "By the second", "Afterwards"} <= name_set(bo) & name_set(pilar.engine)
