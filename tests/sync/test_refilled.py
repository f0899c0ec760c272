"""A circle file of which nothing can be read comes back from the hub or a stick, under a new identity."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, name_set

from learningcircles.errors import NotAllowed, Refused, Unreadable
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.rights import revoke
from learningcircles.laptop.succession import mend
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine
from learningcircles_sync.refilling import refill_from_bundle, refill_from_hub


def wreck(engine: Engine) -> bytes:
    """Close a laptop's circle and let nothing of its file be readable; return what is left."""
    engine.circle.close()
    spoilt = b"\x5a" * 40_960
    engine.circle.path.write_bytes(spoilt)
    return spoilt


def opened(region: Region, engine: Engine) -> Engine:
    world = seeded(77, region.clock)
    circle = open_circle(engine.home, surroundings=world)
    assert mend(circle) == ""
    return region.engine(engine.home, circle, world)


@pytest.mark.parametrize("how", ["hub", "stick"])
def test_a_file_beyond_mending_comes_back_and_its_log_is_not_forked(tmp_path: Path, how: str) -> None:
    region = Region(tmp_path)
    founder = region.found()
    laptop = region.laptop(founder, "Amina")
    before = laptop.circle.secrets.device.id
    add_member(laptop, "Shared by it")
    add_member(founder, "Shared by the other")
    laptop.share()
    founder.share()
    founder.write_bundle(tmp_path / "a.bundle")
    add_member(laptop, "Not shared")
    spoilt = wreck(laptop)
    with pytest.raises(Unreadable, match=r"Riverside\.circle is damaged"):
        open_circle(laptop.home)
    held, world = laptop.home.find(), seeded(76, region.clock)
    if how == "hub":
        done = refill_from_hub(laptop.home, held, world, region.transports)
    else:
        done = refill_from_bundle(laptop.home, held, tmp_path / "a.bundle", world)
    assert done.renewed and done.set_aside is not None and done.set_aside.read_bytes() == spoilt
    again = opened(region, laptop)
    assert again.circle.secrets.device.id != before and again.circle.right == "organizer"
    assert {"Shared by it", "Shared by the other"} <= name_set(again)
    add_member(again, "Written since")
    assert again.share().sentences == ()
    founder.share()
    assert again.share().waiting == 0 and hashes(again) == hashes(founder)
    assert {"Shared by it", "Shared by the other", "Written since"} <= name_set(founder)
    assert founder.circle.roster.devices[again.circle.secrets.device.id].succeeds == before
    assert not any("(damaged" in each.name for each in laptop.home.circles())


def test_a_laptop_that_was_shut_out_is_told_so(tmp_path: Path) -> None:
    region = Region(tmp_path)
    founder = region.found()
    laptop = region.laptop(founder, "Amina")
    spoilt = wreck(laptop)
    revoke(founder.circle, laptop.circle.secrets.device.id)
    founder.share()
    held, world = laptop.home.find(), seeded(76, region.clock)
    with pytest.raises(NotAllowed, match="Ask an organizer"):
        refill_from_hub(laptop.home, held, world, region.transports)
    assert held.path.read_bytes() == spoilt and not list(held.path.parent.glob("*(damaged*"))


def test_what_does_not_serve_changes_nothing(tmp_path: Path) -> None:
    region = Region(tmp_path)
    founder = region.found()
    laptop = region.laptop(founder, "Amina")
    held, world = laptop.home.find(), seeded(76, region.clock)
    with pytest.raises(Refused, match=r"Riverside\.circle can be read"):
        refill_from_hub(laptop.home, held, world, region.transports)
    spoilt = wreck(laptop)
    beside = held.path.with_name(held.path.name + ".hub")
    told = beside.read_bytes()
    assert b"hub.example" not in told
    beside.unlink()
    with pytest.raises(Refused, match="Say where it is"):
        refill_from_hub(laptop.home, held, world, region.transports)
    beside.write_bytes(told[:-1])
    with pytest.raises(Refused, match="Say where it is"):
        refill_from_hub(laptop.home, held, world, region.transports)
    assert held.path.read_bytes() == spoilt and not list(held.path.parent.glob("*(damaged*"))
    assert refill_from_hub(laptop.home, held, world, region.transports, hub="https://hub.example").renewed


@pytest.mark.parametrize("how", ["hub", "stick"])
def test_who_waits_no_longer_has_what_was_there_before(tmp_path: Path, how: str) -> None:
    region = Region(tmp_path)
    founder = region.found()
    laptop = region.laptop(founder, "Amina")
    founder.write_bundle(tmp_path / "a.bundle")
    spoilt = wreck(laptop)
    held, world = laptop.home.find(), seeded(76, region.clock)
    heard: list[tuple[int, int]] = []

    def stops(done: int, whole: int) -> None:
        heard.append((done, whole))
        if whole > 1:  # the segments; before it is only read
            raise Refused("cancelled", "Cancelled. Nothing was changed.")

    with pytest.raises(Refused, match="Nothing was changed"):
        if how == "hub":
            refill_from_hub(laptop.home, held, world, region.transports, told=stops)
        else:
            refill_from_bundle(laptop.home, held, tmp_path / "a.bundle", world, told=stops)
    assert heard[-1][1] > 1 and held.path.read_bytes() == spoilt
    assert [each.name for each in laptop.home.circles()] == [held.name]
    refill_from_hub(laptop.home, held, world, region.transports)
    assert hashes(opened(region, laptop)).keys() == hashes(founder).keys()
