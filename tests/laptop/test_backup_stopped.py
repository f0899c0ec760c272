"""A backup that is stopped while it is written, or brought back, leaves everything as it was."""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path

import pytest
from homes import home_at

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop import backup, founding
from learningcircles.laptop.home import Home
from learningcircles.storage.check import check

PASSPHRASE = "correct horse battery"


class Stops:
    """Hears how far it is, and ends it when it hears it for the `last` time."""

    def __init__(self, last: int) -> None:
        self.last, self.heard = last, list[tuple[int, int]]()

    def __call__(self, done: int, whole: int) -> None:
        self.heard.append((done, whole))
        if len(self.heard) == self.last:
            raise Refused("cancelled", "Cancelled. Nothing was changed.")


@pytest.fixture
def large(circle: Circle) -> Circle:
    rows = [{"name": secrets.token_hex(24)} for _ in range(3_000)]
    Verbs(circle).records.add_many("member", rows, label="Many")
    return circle


def files(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_a_backup_that_is_stopped_leaves_no_file_wherever_it_was(tmp_path: Path, home: Home, large: Circle) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    hears = Stops(0)
    backup.backup(home, large, folder / "whole.backup", told=hears)
    said = [done / whole for done, whole in hears.heard]
    assert said == sorted(said) and 0 <= said[0] < 0.5 <= said[-1] < 1
    copied = sum(share < 0.5 for share in said)
    assert copied > 3 and len(said) > copied, "both while it is copied and while it is written"
    for last in (1, copied, copied + 1, len(said)):
        with pytest.raises(Refused, match="Nothing was changed"):
            backup.backup(home, large, folder / "new.backup", told=Stops(last))
        assert [each.name for each in folder.iterdir()] == ["whole.backup"]
        Verbs(large).records.add("member", {"name": f"After {last}"})  # the circle's file is as usable as ever
    assert check(large) == []


@pytest.mark.parametrize("replaces", [False, True], ids=["new here", "over what is here"])
def test_a_restore_that_is_stopped_leaves_everything_as_it_was(
    tmp_path: Path, home: Home, large: Circle, replaces: bool
) -> None:
    file = tmp_path / "a.backup"
    backup.backup(home, large, file, PASSPHRASE)
    large.close()
    there = home if replaces else home_at(tmp_path / "elsewhere")
    for folder in (home.folder, there.folder):
        folder.mkdir(exist_ok=True)
    hears = Stops(0)
    world = home_at(tmp_path / "third")
    backup.restore(world, file, PASSPHRASE, told=hears)
    assert len(hears.heard) > 1
    before = files(there.folder)
    for last in (1, len(hears.heard)):
        with pytest.raises(Refused, match="Nothing was changed"):
            backup.restore(there, file, PASSPHRASE, replace=replaces, told=Stops(last))
        after = files(there.folder)
        assert {name: data for name, data in after.items() if not name.endswith((".lock", "home.lock"))} == {
            name: data for name, data in before.items() if not name.endswith(".lock")
        }
    back = backup.restore(there, file, PASSPHRASE, replace=replaces)
    with closing(founding.open_circle(there, back.circle.path)) as circle:
        assert circle.reader.count("member") == 3_001 and check(circle) == []
