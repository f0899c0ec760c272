"""A laptop's clock follows others only so far: a wrong clock spreads no further, also to a laptop that was restored."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from laptops import carry, laptops

from learningcircles.circle.circle import Circle
from learningcircles.circle.create import open_circle
from learningcircles.circle.facets import Verbs
from learningcircles.clock import FOLLOW_AHEAD_MS, MAX_STAMP, milliseconds, next_tick, outbid, stamp_at
from learningcircles.journal.operations import Operation, SetOp
from learningcircles.journal.segment import Header
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange

NOW = 1_800_000_000_000
YEARS_MS = 30 * 365 * 24 * 3_600_000


@pytest.mark.parametrize(
    ("own", "seen", "tick"),
    [
        (0, 0, stamp_at(NOW)),
        (stamp_at(NOW), 0, stamp_at(NOW) + 1),
        (0, stamp_at(NOW + 5_000), stamp_at(NOW + 5_000) + 1),
        (0, stamp_at(NOW + FOLLOW_AHEAD_MS), stamp_at(NOW + FOLLOW_AHEAD_MS) + 1),
        (0, stamp_at(NOW + FOLLOW_AHEAD_MS) + 1, stamp_at(NOW + FOLLOW_AHEAD_MS) + 1),
        (0, stamp_at(NOW + YEARS_MS), stamp_at(NOW + FOLLOW_AHEAD_MS) + 1),
        (0, MAX_STAMP, stamp_at(NOW + FOLLOW_AHEAD_MS) + 1),
        (stamp_at(NOW + YEARS_MS), 0, stamp_at(NOW + YEARS_MS) + 1),
    ],
)
def test_the_next_tick_of_a_clock_that_stands_still(own: int, seen: int, tick: int) -> None:
    assert next_tick(NOW, own, seen) == tick


def ahead(circle: Circle) -> int:
    """Return by how many ms the clock that a laptop writes under is ahead of the wall's."""
    return max(milliseconds(circle.meta.number(name)) for name in ("own_tick", "seen_tick")) - now(circle)


def now(circle: Circle) -> int:
    return circle.surroundings.now_ms()


def wrongly(circle: Circle, member: bytes, phone: str) -> None:
    """Write once under a clock that is thirty years ahead."""
    right = circle.surroundings
    circle.surroundings = replace(right, now_ms=lambda: right.now_ms() + YEARS_MS)
    Verbs(circle, zone="UTC").records.edit("member", member, {"phone": phone})
    circle.surroundings = right


def test_what_another_laptop_stamped_far_ahead_is_not_followed(tmp_path: Path) -> None:
    one, two = laptops(tmp_path, 2)
    member, _ = Verbs(one, zone="UTC").records.add("member", {"name": "Amina", "phone": "1"})
    carry(one, two)
    wrongly(two, member, "2")
    carry(two, one)
    assert ahead(one) <= 0, "what is seen is kept at what can be followed, not only the tick that is made of it"
    Verbs(one, zone="UTC").records.edit("member", member, {"phone": "3"})
    assert ahead(one) <= 0 and one.reader.get("member", member)["phone"] == "3"


def test_a_laptop_that_gets_its_own_log_back_takes_its_ticks_not_the_stamps_that_outbid_a_wrong_clock(
    tmp_path: Path,
) -> None:
    one, two = laptops(tmp_path, 2)
    member, _ = Verbs(one, zone="UTC").records.add("member", {"name": "Amina", "phone": "1"})
    carry(one, two)
    wrongly(two, member, "2")
    carry(two, one)
    Exchange(one).close_tail()
    settle_file(one.connection)
    shutil.copy(one.path, tmp_path / "older.circle")
    Verbs(one, zone="UTC").records.edit("member", member, {"phone": "3"})
    carry(one, two)
    ticked = one.meta.number("own_tick")
    secrets, mark, world = one.secrets, one.mark, one.surroundings
    one.close()

    restored = open_circle(tmp_path / "older.circle", secrets, world, mark)
    assert restored.meta.number("own_tick") < ticked
    carry(two, restored)
    assert restored.reader.get("member", member)["phone"] == "3"
    assert restored.meta.number("own_tick") == ticked, "it goes on after what it had written"
    assert ahead(restored) <= 0
    restored.close()


def test_stamps_that_outbid_keep_below_the_end_of_time() -> None:
    assert outbid(stamp_at(NOW), NOW) == stamp_at(NOW) + 1
    assert outbid(stamp_at(NOW + 100 * YEARS_MS), NOW) == stamp_at(NOW + 100 * YEARS_MS) + 1
    highest = [outbid(MAX_STAMP, at) for at in (0, NOW, NOW + 1, NOW + YEARS_MS)]
    assert highest == sorted(set(highest)) and highest[-1] < MAX_STAMP, "who writes later outbids who wrote before"
    assert outbid(MAX_STAMP, 1 << 47) <= MAX_STAMP


def test_what_follows_the_end_of_time_can_be_followed_once_its_laptop_is_shut_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, hostile, fresh = laptops(tmp_path, 4)
    member, _ = Verbs(one, zone="UTC").records.add("member", {"name": "Amina", "phone": "1"})
    for each in (two, hostile, fresh):
        carry(one, each)
    stamp = hostile.writer._stamp

    def at_the_end(op: Operation, tick: int) -> Operation:
        return op._replace(own=dict.fromkeys(op.fields, MAX_STAMP)) if isinstance(op, SetOp) else stamp(op, tick)

    monkeypatch.setattr(hostile.writer, "_stamp", at_the_end)
    Verbs(hostile, zone="UTC").records.edit("member", member, {"phone": "0"})
    carry(hostile, one)
    carry(hostile, two)
    for number in range(2, 6):
        writer, other = (one, two) if number % 2 else (two, one)
        Verbs(writer, zone="UTC").records.edit("member", member, {"phone": str(number)})
        assert writer.reader.get("member", member)["phone"] == "0"
        carry(writer, other)
        theirs = [each for each in Exchange(writer).after(Exchange(fresh).have(), 10**9)
                  if Header.parse(each.header).device != hostile.secrets.device.id]  # fmt: skip
        Exchange(fresh).receive(theirs)
        assert fresh.reader.get("member", member)["phone"] == str(number), "the newest, whoever wrote it"
