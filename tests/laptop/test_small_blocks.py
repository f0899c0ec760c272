"""A full disk whose blocks are smaller than SQLite's steps: a sentence, never the system's signal (SIGBUS)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from homes import home_at

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.storage.connect import has_room

ADD = """
import shutil, sys
from contextlib import closing
from pathlib import Path
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
home, fill = Home.default({"LEARNINGCIRCLES_HOME": sys.argv[1]}), Path(sys.argv[2])
for left in range(20, 240, 9):
    with closing(open_circle(home)) as circle:
        fill.write_bytes(bytes(shutil.disk_usage(fill.parent).free - left * 1024))
        try:
            Verbs(circle).records.add("member", {"name": "Full", "notes": "x" * 2_000})
            print("added")
        except CircleError as error:
            print(error)
        fill.unlink()
"""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 6 MB in blocks of 1 KB, where this user may mount one."""
    image, folder = tmp_path / "image", tmp_path / "disk"
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(6 << 20)
    make = shutil.which("mkfs.ext4", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    if sys.platform != "linux" or make is None or os.geteuid() != 0:
        pytest.skip("no disk can be made here")
    subprocess.run([make, "-q", "-m", "0", "-b", "1024", "-O", "^has_journal", str(image)], check=True)
    if subprocess.run(["mount", "-o", "loop", str(image), str(folder)], capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_writing_on_it_is_refused_in_a_sentence(disk: Path) -> None:
    home = home_at(disk / "one")
    with closing(found(home, "Riverside", "Pilar", "Blue")) as circle:
        assert has_room(circle.path)
        Verbs(circle).records.add("member", {"name": "Before", "notes": os.urandom(9_000).hex()})
    done = subprocess.run(
        [sys.executable, "-c", ADD, str(home.folder), str(disk / "fill")], capture_output=True, text=True
    )
    told = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert "added" in told and any("Make room on that disk" in each for each in told)
    with closing(open_circle(home)) as circle:
        Verbs(circle).records.add("member", {"name": "Later"})
        assert "Later" in {record["name"] for record in circle.reader.list("member")}


def test_a_circle_that_is_opened_again_and_again_takes_room_once(disk: Path) -> None:
    """What is shared in memory is removed with the last one who has it open: a handle of ours would keep its room."""
    home = home_at(disk / "one")
    found(home, "Riverside", "Pilar", "Blue").close()
    for _ in range(4):
        open_circle(home).close()
    with closing(open_circle(home)) as circle, closing(open_circle(home)):
        assert has_room(circle.path)
        handles = [Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd")]
        assert not [each for each in map(_opened, handles) if each.startswith(str(disk)) and "(deleted)" in each]


def _opened(handle: Path) -> str:
    try:
        return os.readlink(handle)
    except FileNotFoundError:  # the one by which the folder was read
        return ""
