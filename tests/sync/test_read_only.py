"""A circle in a folder that cannot be written to is read from a copy that lasts as long as it is open."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.intake.export import export
from learningcircles.laptop.backup import backup
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.locking import FileLock
from learningcircles.laptop.workroom import clear_left
from learningcircles.storage.check import check
from learningcircles.surroundings import real
from learningcircles_sync.bundle import check_bundle
from learningcircles_sync.engine import Engine

NOBODY = 65_534
NAMES = {"Pilar", "Amina Adeyemi", "In the WAL"}


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder beside the laptop that may be written, and where copies are made."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "outside"
        folder.mkdir()
        folder.chmod(0o777)
        monkeypatch.setattr(tempfile, "tempdir", str(folder))
        yield folder


@pytest.fixture
def home(outside: Path) -> Iterator[Home]:
    """A laptop whose folder cannot be written (root, whom nothing is refused, is nobody meanwhile), with a WAL."""
    folder = outside.parent / "laptop"
    home = Home.default({"LEARNINGCIRCLES_HOME": str(folder)})
    circle = found(home, "Harbour", "Pilar", "Blue")
    Engine(home, Verbs(circle), real()).write_bundle(outside.parent / "before.bundle")
    Verbs(circle).records.add("member", {"name": "Amina Adeyemi"})
    Verbs(circle).records.add("member", {"name": "In the WAL"})
    wal = circle.path.with_name(circle.path.name + "-wal")
    held = {path: path.read_bytes() for path in (circle.path, wal)}
    circle.close()  # brings the WAL into the file: as after a power cut, it is there
    for path, data in held.items():
        path.write_bytes(data)
    every, root = [folder, *folder.rglob("*")], os.geteuid() == 0
    for path in every:
        if root:
            os.chown(path, NOBODY, NOBODY)
        path.chmod(0o555 if path.is_dir() else 0o444)
    if root:
        os.seteuid(NOBODY)
    try:
        yield home
    finally:
        if root:
            os.seteuid(0)
        for path in every:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_what_lies_in_a_folder_that_cannot_be_written_can_be_read_and_carried_off(home: Home, outside: Path) -> None:
    before = {path.name: path.read_bytes() for path in home.folder.iterdir() if path.is_file()}
    with pytest.raises(Refused, match=r"laptop/Harbour\.circle: its folder cannot be written to"):
        open_circle(home)
    circle = open_circle(home, to_read=True)
    (copy,) = outside.iterdir()
    assert copy.stat().st_mode & 0o777 == 0o700
    verbs = Verbs(circle)
    assert {str(row["name"]) for row in verbs.reader.list("member")} == NAMES
    assert [hit.title for hit in verbs.reader.find("amina")] == ["Amina Adeyemi"]
    assert check(circle) == []
    assert not any(b"Amina" in path.read_bytes() for path in copy.iterdir())
    with pytest.raises(Refused, match=r"laptop/Harbour\.circle: its folder cannot be written to"):
        verbs.records.add("member", {"name": "New"})
    assert export(verbs.reader, "member", "json", outside / "a.json") == len(NAMES)
    done = Engine(home, verbs, real()).write_bundle(outside / "a.bundle")
    assert check_bundle(outside / "a.bundle").circle == circle.id and done.segments == 1
    assert done.sentences == (
        "The folder of this circle cannot be written to, and what was written last in it is not on the stick.",
    )
    backup(home, circle, outside / "a.backup")
    circle.close()
    assert {path.name for path in outside.iterdir()} == {"a.json", "a.bundle", "a.backup"}
    assert {path.name: path.read_bytes() for path in home.folder.iterdir() if path.is_file()} == before


def test_a_copy_that_a_killed_program_left_goes_and_no_other_one(home: Home, outside: Path) -> None:
    living = open_circle(home, to_read=True)
    (copy,) = outside.iterdir()
    dead, foreign = outside / "learningcircles-dead", outside / "learningcircles-of-somebody"
    shutil.copytree(copy, dead)  # as it stands when its program is killed: nobody holds its lock
    foreign.mkdir()
    other = open_circle(home, to_read=True)
    assert not dead.exists() and foreign.exists() and copy.exists()
    assert {str(row["name"]) for row in Verbs(living).reader.list("member")} == NAMES
    living.close()
    other.close()
    assert list(outside.iterdir()) == [foreign]


def test_a_copy_that_another_program_takes_away_is_made_elsewhere(
    home: Home, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks for what was left just before this one locks its copy's folder."""
    take, gone = FileLock.take, []

    def meanwhile(self: FileLock) -> None:
        if self.path.name == "lives" and not gone:
            gone.append(self.path.parent)
            self.path.touch()
            clear_left()
        take(self)

    monkeypatch.setattr(FileLock, "take", meanwhile)
    circle = open_circle(home, to_read=True)
    assert {str(row["name"]) for row in Verbs(circle).reader.list("member")} == NAMES
    (copy,) = outside.iterdir()
    assert gone != [copy] and (copy / "lives").exists()
    circle.close()
    assert not list(outside.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="an open file is not removed there")
def test_a_folder_is_not_taken_away_from_whoever_locks_it_meanwhile(
    outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = outside / "learningcircles-made"
    folder.mkdir()
    mine, close, taken = FileLock(folder / "lives", wait=False), FileLock.close, []
    mine.path.touch()

    def meanwhile(self: FileLock) -> None:
        close(self)
        if not taken:
            taken.append(self)
            mine.take()

    monkeypatch.setattr(FileLock, "close", meanwhile)
    clear_left()
    assert taken and mine.path.exists()
    clear_left()
    assert mine.path.exists(), "the next one to look finds that it lives"
    mine.close()
    clear_left()
    assert not folder.exists()
