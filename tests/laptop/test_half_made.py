"""A program that dies while it makes a circle leaves nothing; programs that make some at once lose none."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

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
