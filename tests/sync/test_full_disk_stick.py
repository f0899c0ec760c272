"""A laptop whose disk is full still writes a stick: all of it with its reserve, else what it had closed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path

import pytest
from sync_region import Clock

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop.backup import backup
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.reserve import ROOM_BYTES, keep_reserve
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle
from tests.cli.small_disk import PAGE, SmallDisk, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "small", 8 << 20) as made:
        yield made


def home_in(folder: Path) -> Home:
    return Home.default({"LEARNINGCIRCLES_HOME": str(folder)})


def names(verbs: Verbs) -> set[str]:
    return {str(record["name"]) for record in verbs.reader.list("member")}


@pytest.mark.parametrize("reserve", [True, False])
def test_what_lies_on_a_full_disk_is_carried_off(disk: SmallDisk, tmp_path: Path, reserve: bool) -> None:
    clock = Clock()
    home, world = home_in(disk.folder / "one"), seeded(1, clock)
    circle = found(home, "Riverside", "Pilar", "Blue", world)
    invitation = invite(circle).invitation
    verbs, stick = Verbs(circle, zone="Europe/Lisbon"), tmp_path / "a.bundle"
    engine = Engine(home, verbs, world)
    engine.write_bundle(stick)
    closed = names(verbs)
    beside = circle.path.with_name(circle.path.name + ".reserve")
    if reserve:
        keep_reserve(circle.path)
        assert beside.stat().st_size == ROOM_BYTES and beside.stat().st_blocks * 512 >= ROOM_BYTES
    disk.leave(200 * PAGE)
    with pytest.raises(Refused, match=r"the disk is full .* Make room on that disk"):
        for number in range(1000):
            verbs.records.add("member", {"name": f"Member {number}", "notes": os.urandom(400).hex()})
    disk.leave(0)
    held = names(verbs)
    assert len(held) > len(closed)
    done = engine.write_bundle(stick)
    assert not beside.exists()
    carried = Verbs(join_from_bundle(home_in(tmp_path / "two"), invitation, "Bo", "Red", stick, seeded(2, clock)))
    there = names(carried) - {"Bo"}
    assert there == (held if reserve else closed)
    assert done.sentences == (() if reserve else ("This laptop's disk is full, and what was written on it last is not"
        " on the stick. Make room on that disk, and write the stick once more.",))  # fmt: skip
    backup(home, circle, tmp_path / "a.backup")
    keep_reserve(circle.path)
    assert not beside.exists(), "there is no room to spare"
    disk.free()
    verbs.records.add("member", {"name": "Afterwards"})
    assert engine.write_bundle(stick).sentences == ()
    Engine(home_in(tmp_path / "two"), carried, seeded(3, clock)).read_bundle(stick)
    assert names(carried) - {"Bo"} == held | {"Afterwards"}
    circle.close()
    assert open_circle(home, surroundings=world).right == "organizer"


@pytest.mark.parametrize("reserve", [True, False])
def test_a_circle_that_was_closed_is_opened_on_a_full_disk(disk: SmallDisk, tmp_path: Path, reserve: bool) -> None:
    home, world = home_in(disk.folder / "one"), seeded(1, Clock())
    with closing(found(home, "Riverside", "Pilar", "Blue", world)) as circle:
        if reserve:
            keep_reserve(circle.path)
    disk.leave(0)
    with closing(open_circle(home, surroundings=world, to_read=True)) as again:
        verbs, stick = Verbs(again, zone="Europe/Lisbon"), tmp_path / "a.bundle"
        assert names(verbs) == {"Pilar"} and (again.refusal is None) == reserve
        if reserve:
            assert Engine(home, verbs, world).write_bundle(stick).sentences == () and stick.exists()
        else:
            with pytest.raises(Refused, match="Make room on that disk"):
                verbs.records.add("member", {"name": "Zoe"})
    with nullcontext() if reserve else pytest.raises(Refused, match="Make room on that disk"):
        open_circle(home, surroundings=world).close()
    disk.free()
    with closing(open_circle(home, surroundings=world)) as again:
        Verbs(again).records.add("member", {"name": "Zoe"})


def test_however_often_it_is_opened_the_reserve_is_there_for_what_is_open(disk: SmallDisk, tmp_path: Path) -> None:
    """On a disk that something else fills again at once, as a browser or a log does."""
    home, world = home_in(disk.folder / "one"), seeded(1, Clock())
    with closing(found(home, "Riverside", "Pilar", "Blue", world)) as circle:
        keep_reserve(circle.path)
        verbs = Verbs(circle)
        for number in range(100):
            verbs.records.add("member", {"name": f"Member {number}", "notes": os.urandom(300).hex()})
    beside = circle.path.with_name(circle.path.name + ".reserve")
    for _ in range(7):
        disk.leave(0)
        with closing(open_circle(home, surroundings=world)):
            assert beside.stat().st_size < ROOM_BYTES
        assert beside.stat().st_size == ROOM_BYTES
    disk.leave(0)
    with closing(open_circle(home, surroundings=world, to_read=True)) as again:
        engine = Engine(home, Verbs(again, zone="Europe/Lisbon"), world)
        assert again.refusal is None and engine.write_bundle(tmp_path / "a.bundle").sentences == ()


def test_a_disk_that_does_not_tell_its_size_is_written_as_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, world = home_in(tmp_path / "one"), seeded(1, Clock())
    found(home, "Riverside", "Pilar", "Blue", world).close()
    zeros = type(shutil.disk_usage(tmp_path))(0, 0, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: zeros)
    with closing(open_circle(home, surroundings=world, to_read=True)) as circle:
        Verbs(circle).records.add("member", {"name": "Zoe"})
