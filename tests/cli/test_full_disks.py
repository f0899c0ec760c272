"""A small file system that is full after any number of pages: what is written is there, or fails in one sentence."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.cli.outside import HUB, Laptop, hub
from tests.cli.small_disk import PAGE, SmallDisk, small_disk

MIB = 1 << 20
WORDS = ("full", "no room is left", "cannot be written", "could not be written")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "small", 24 * MIB) as made:
        yield made


def until_it_fits(disk: SmallDisk, stride: int, attempt: Callable[[int], bool]) -> int:
    """Try with ever more pages free until it succeeds; return how often it failed."""
    for number in count():
        disk.leave(number * stride * PAGE)
        done = attempt(number)
        disk.free()
        if done:
            return number
    raise AssertionError


def tried(laptop: Laptop, *words: str, stdin: str = "") -> bool:
    """Run a command; return whether it succeeded, and see to it that it says plainly why not."""
    ended = laptop.run(*words, stdin=stdin)
    if ended.returncode == 0:
        return True
    sentence = ended.stderr.strip()
    assert ended.returncode == 1 and sentence and "\n" not in sentence and "Traceback" not in sentence, ended.stderr
    assert any(word in sentence for word in WORDS), sentence
    return False


def members(many: int, size: int = 60) -> str:
    return "\n".join(json.dumps({"name": f"Member {n}", "notes": os.urandom(size).hex()}) for n in range(many))


def fill_at_every(stride: int, disk: SmallDisk, tmp_path: Path) -> dict[str, int]:
    first, failed = Laptop(disk.folder / "first"), {}

    def found(number: int) -> bool:
        done = tried(first, "circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
        assert done == bool(list(first.folder.glob("*.circle")))
        return done

    failed["circle new"] = until_it_fits(disk, stride, found)
    held = {"Pilar"}

    def add(number: int) -> bool:
        done = tried(first, "add", "member", f"name=Try {number}")
        held.update({f"Try {number}"} if done else ())
        disk.free()
        assert {row["name"] for row in first.rows("list", "member")} == held, "what failed is there, or the other way"
        return done

    failed["add"] = until_it_fits(disk, stride, add)
    failed["add many"] = until_it_fits(
        disk, 4 * stride, lambda n: tried(first, "add", "member", "--from", "-", stdin=members(60))
    )
    assert len(first.rows("list", "member")) == len(held) + 60, "half of a list was added"
    stick, copy = disk.folder / "stick", disk.folder / "copy"
    for name, file, words in (("bundle", stick, ("bundle", "write")), ("backup", copy, ("backup",))):

        def write(number: int, file: Path = file, words: tuple[str, ...] = words) -> bool:
            done = tried(first, *words, str(file))
            assert done == file.exists()
            assert {path.name for path in disk.folder.iterdir()} <= {"first", "filler", "stick", "copy"}, "half-done"
            return done

        failed[name] = until_it_fits(disk, 4 * stride, write)
    assert first.ask("check")["ok"]
    return failed


def test_a_laptop_on_a_small_disk(disk: SmallDisk, tmp_path: Path) -> None:
    failed = fill_at_every(30, disk, tmp_path)
    assert min(failed.values()) >= 1, failed


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_laptop_on_a_disk_that_is_full_after_any_page(disk: SmallDisk, tmp_path: Path) -> None:
    print(f"\n{fill_at_every(1, disk, tmp_path)}")


def share_at_every(stride: int, disk: SmallDisk, tmp_path: Path) -> dict[str, int]:
    """The hub's disk, then the disk of a laptop that joins and shares, are full after so many pages."""
    first, second = Laptop(tmp_path / "first"), Laptop(disk.folder / "second")
    failed = {}
    with hub(disk.folder / "hub", "--no-tls") as (said, process):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        invitation = first.ask("circle", "invite")["invitation"]
        assert first.run("add", "member", "--from", "-", stdin=members(200, 600)).returncode == 0
        failed["hub"] = until_it_fits(disk, stride, lambda n: tried(first, "sync"))
        assert process.poll() is None and first.ask("sync")["waiting"] == 0

        def join(number: int) -> bool:
            done = tried(second, "circle", "join", invitation, "--as", "Bo", "--device", "Red")
            disk.free()
            assert done == (second.run("list", "member").returncode == 0), "neither in nor out"
            return done

        failed["join"] = until_it_fits(disk, 4 * stride, join)
        assert first.run("add", "member", "--from", "-", stdin=members(80)).returncode == 0
        first.ask("sync")
        failed["sync"] = until_it_fits(disk, stride, lambda n: tried(second, "sync"))
        second.ask("sync")
        first.ask("sync")
        checks = [each.ask("check") for each in (first, second)]
        assert all(each["ok"] for each in checks)
        assert checks[0]["state_hash"]["private"] == checks[1]["state_hash"]["private"]
    steward = subprocess.run(
        [*HUB, "check", "--data", str(disk.folder / "hub"), "--json"], capture_output=True, text=True
    )
    assert json.loads(steward.stdout) == {"ok": True, "problems": []}
    return failed


def test_a_hub_and_a_joiner_on_a_small_disk(disk: SmallDisk, tmp_path: Path) -> None:
    failed = share_at_every(30, disk, tmp_path)
    assert min(failed.values()) >= 1, failed


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_hub_and_a_joiner_on_a_disk_that_is_full_after_any_page(disk: SmallDisk, tmp_path: Path) -> None:
    print(f"\n{share_at_every(1, disk, tmp_path)}")
