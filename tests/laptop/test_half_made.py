"""A program that dies while it makes a circle leaves nothing; programs that make some at once lose none."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from learningcircles.errors import Locked, Refused
from learningcircles.laptop import leaving
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.surroundings import real


def home_in(folder: Path) -> Home:
    return Home(folder, FileKeystore(folder / "keys"))


def dies_at(number: int) -> Callable[[int], bytes]:
    """Return a source of randomness whose so-manieth use is the process's last."""
    left = iter(range(number, 0, -1))

    def random(size: int) -> bytes:
        if next(left, 0) <= 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.urandom(size)

    return random


def killed_founding(home: Home, number: int) -> bool:
    """Found a circle in a child process; return whether it was killed."""
    child = os.fork()
    if child == 0:
        try:
            found(home, "Harbour", "Pilar", "Blue", replace(real(), random=dies_at(number))).close()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


@pytest.mark.skipif(os.name == "nt", reason="no process splits in two there")
def test_a_founding_that_is_killed_anywhere_leaves_nothing(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    killed = 0
    while killed_founding(home, killed + 1):
        killed += 1
        assert home.circles() == []
        assert killed < 200
    assert killed > 5
    (held,) = home.circles()
    assert held.path.name == "Harbour.circle", "its name was free again"
    assert [path.name for path in tmp_path.glob("*.circle")] == ["Harbour.circle"]
    assert [path.stem for path in (tmp_path / "keys").iterdir()] == [held.circle_id.hex()]


def test_circles_founded_at_once_are_all_there(tmp_path: Path) -> None:
    started = threading.Barrier(5)

    def make() -> None:
        started.wait()
        found(home_in(tmp_path), "Harbour", "Pilar", "Blue").close()

    def choose() -> None:
        started.wait()
        for number in range(50):
            home_in(tmp_path).set_setting("size", number)

    threads = [threading.Thread(target=make) for _ in range(4)] + [threading.Thread(target=choose)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    home = home_in(tmp_path)
    assert len(home.circles()) == len({row.circle_id for row in home.circles()}) == 4
    assert sorted(path.name for path in tmp_path.glob("*.circle")) == sorted(row.path.name for row in home.circles())
    assert home.settings == {"size": 49}


class LockedKeystore(FileKeystore):
    """A keyring that its owner has not unlocked."""

    def delete(self, name: str) -> None:
        raise Locked("keyring_locked", "The keyring is locked.")


def test_a_circle_whose_key_cannot_be_removed_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    for name in ("Harbour", "Quay"):
        found(home_in(tmp_path), name, "Pilar", "Blue").close()
    locked = Home(tmp_path, LockedKeystore(tmp_path / "keys"))
    with pytest.raises(Locked):
        leaving.leave(locked, locked.find("Harbour"))
    assert [row.name for row in locked.circles()] == ["Quay"]
    assert [row.name for row in home_in(tmp_path).circles()] == ["Quay"]
    assert not list(tmp_path.glob("Harbour*")) and len(list((tmp_path / "keys").iterdir())) == 1


def test_a_file_that_cannot_be_removed_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    for name in ("Harbour", "Quay"):
        found(home_in(tmp_path), name, "Pilar", "Blue").close()
    held = tmp_path / "Harbour.circle.recovery"
    held.mkdir()  # as a file that another program holds: unlinking it fails
    with pytest.raises(Refused, match="Harbour"):
        leaving.leave(home_in(tmp_path), home_in(tmp_path).find("Harbour"))
    assert [row.name for row in home_in(tmp_path).circles()] == ["Quay"]
    with pytest.raises(Refused, match="Harbour"):
        found(home_in(tmp_path), "Harbour", "Pilar", "Blue")
    held.rmdir()
    assert [row.name for row in home_in(tmp_path).circles()] == ["Quay"]
    assert not list(tmp_path.glob("Harbour*"))


def test_circles_are_listed_while_another_program_moves_one(tmp_path: Path) -> None:
    for name in ("Harbour", "Quay"):
        found(home_in(tmp_path), name, "Pilar", "Blue").close()
    home = home_in(tmp_path)
    path, listed = home.find("Harbour").path, list[str]()
    with home.alone(), home.moved(path, path.with_name("aside")):
        looking = threading.Thread(target=lambda: listed.extend(row.name for row in home_in(tmp_path).circles()))
        looking.start()
        looking.join(5)
        assert listed == ["Quay"]
    assert [row.name for row in home_in(tmp_path).circles()] == ["Harbour", "Quay"]
