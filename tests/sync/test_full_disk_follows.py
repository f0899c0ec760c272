"""A stick is taken in though the disk is full by then: what came is told, what follows from it is said later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sync_region import Clock
from test_full_disk_stick import home_in

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.laptop.inviting import invite
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle
from tests.cli.small_disk import SmallDisk, small_disk

DAY = "2027-02-20"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "small", 8 << 20) as made:
        yield made


def test_what_a_stick_has_brought_is_told_where_no_room_is_left_to_say_what_follows(
    disk: SmallDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, stick = Clock(), tmp_path / "a.bundle"
    homes, worlds = [home_in(disk.folder / "one"), home_in(tmp_path / "two")], [seeded(each, clock) for each in (1, 2)]
    with closing(found(homes[0], "Riverside", "Pilar", "Blue", worlds[0])) as circle:
        invitation = invite(circle, "organizer").invitation
        pilar = Engine(homes[0], Verbs(circle, zone="Europe/Lisbon"), worlds[0])
        bo, helper = (pilar.verbs.records.add("member", {"name": name})[0] for name in ("Bo", "Chika"))
        request, _ = pilar.verbs.records.add("request", {"title": "Guitar", "member": bo})
        pilar.write_bundle(stick)
        with closing(join_from_bundle(homes[1], invitation, "Amina", "Red", stick, worlds[1])) as joined:
            amina = Engine(homes[1], Verbs(joined, zone="Europe/Lisbon"), worlds[1])
            swaps = [each.verbs.swaps.propose(request, helper, 60, DAY)[0] for each in (pilar, amina)]
            for one, other in ((pilar, amina), (amina, pilar)):
                one.write_bundle(stick)
                other.read_bundle(stick)
            for engine, swap in zip((pilar, amina), swaps, strict=True):
                engine.verbs.swaps.decline(swap)
            amina.write_bundle(stick)
            follow = pilar.preparing.follow

            def filled() -> Changes:
                """Follow once the last of the room has gone."""
                circle.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                disk.leave(0)
                return follow()

            monkeypatch.setattr(pilar.preparing, "follow", filled)
            outcome = pilar.read_bundle(stick)
            monkeypatch.undo()
            assert ("swap", swaps[1]) in outcome.changes.touched and outcome.new == 1
            assert pilar.verbs.reader.get("request", request)["state"] == "matched"
            disk.free()
            pilar.write_bundle(stick)
            assert pilar.verbs.reader.get("request", request)["state"] == "open"
