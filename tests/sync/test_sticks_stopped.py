"""Somebody who does not want to wait any longer stops a stick, or the program ends in the middle of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, hashes, invite_to

from learningcircles.errors import Refused
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.joining import is_arriving
from learningcircles.storage.check import check
from learningcircles.surroundings import seeded
from learningcircles_sync import joining
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle

PARTS, EACH = 5, 500


class Ended(BaseException):
    """The program ends here."""


class Stops:
    """Hears how far it is, and ends it the moment that it hears it for the `last` time."""

    def __init__(self, last: int, error: BaseException | None = None) -> None:
        self.last, self.heard = last, list[tuple[int, int]]()
        self.error = error or Refused("cancelled", "Cancelled. Nothing was changed.")

    def __call__(self, done: int, whole: int) -> None:
        self.heard.append((done, whole))
        if len(self.heard) == self.last:
            raise self.error


@pytest.fixture
def two(region: Region, tmp_path: Path) -> tuple[Engine, Engine, Path]:
    """Pilar, who has written much, Amina, who has nothing of it, and the stick."""
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    pilar.share()
    random = pilar.circle.surroundings.random
    for part in range(PARTS):
        rows = [{"name": random(24).hex()} for _ in range(EACH)]
        pilar.verbs.records.add_many("member", rows, label=f"Part {part}")
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    return pilar, amina, stick


def count(engine: Engine) -> int:
    return engine.circle.reader.count("member")


def test_who_stops_a_stick_keeps_what_came_and_gets_the_rest_with_the_next_reading(
    two: tuple[Engine, Engine, Path],
) -> None:
    pilar, amina, stick = two
    hears = Stops(6)
    done = amina.read_bundle(stick, hears)
    assert 0 < done.segments < done.of and hears.heard[-1] == (done.segments, done.of)
    assert 2 < count(amina) < count(pilar) and done.changes.touched, "what came can be used, and is told"
    assert check(amina.circle) == []
    goes_on = Stops(0)
    rest = amina.read_bundle(stick, goes_on)
    assert rest.of == 0 and rest.segments == done.of and rest.new < done.of
    assert [so_far for so_far, _ in goes_on.heard] == sorted(so_far for so_far, _ in goes_on.heard)
    assert hashes(amina) == hashes(pilar)


def test_who_stops_a_stick_before_anything_came_has_changed_nothing(two: tuple[Engine, Engine, Path]) -> None:
    _, amina, stick = two
    before = hashes(amina)
    with pytest.raises(Refused, match="Nothing was changed"):
        amina.read_bundle(stick, Stops(1))
    assert hashes(amina) == before


def test_a_program_that_ends_while_it_reads_a_stick_leaves_a_whole_circle(
    two: tuple[Engine, Engine, Path], region: Region
) -> None:
    pilar, amina, stick = two
    for last in range(1, 40):
        try:
            amina.read_bundle(stick, Stops(last, Ended()))
            break
        except Ended:
            world, path = amina.circle.surroundings, amina.circle.path
            amina.circle.close()
            amina = region.engine(amina.home, open_circle(amina.home, path), world)
            assert check(amina.circle) == []
    assert last > PARTS and hashes(amina) == hashes(pilar)


def test_a_stick_whose_writing_is_stopped_holds_what_it_held(two: tuple[Engine, Engine, Path]) -> None:
    pilar, amina, stick = two
    before = stick.read_bytes()
    pilar.verbs.records.add("member", {"name": "Chidi"})
    with pytest.raises(Refused, match="Nothing was changed"):
        pilar.write_bundle(stick, Stops(2))
    assert stick.read_bytes() == before and not stick.with_name("stick.part").exists()
    new = stick.with_name("new")
    with pytest.raises(Refused, match="Nothing was changed"):
        pilar.write_bundle(new, Stops(2))
    assert not new.exists() and not new.with_name("new.part").exists()
    hears = Stops(0)
    pilar.write_bundle(stick, hears)
    assert len(hears.heard) > 2 and all(done <= whole for done, whole in hears.heard)
    amina.read_bundle(stick)
    assert hashes(amina) == hashes(pilar)


def test_who_stops_joining_from_a_stick_has_nothing_or_can_get_the_rest_later(
    two: tuple[Engine, Engine, Path], region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilar, _, stick = two
    monkeypatch.setattr(joining, "HELD_BYTES", 100_000)  # as where the stick holds more than fits into memory
    invitation = invite_to(pilar)
    pilar.share()
    pilar.write_bundle(stick)
    home, world = region.home()
    for last in range(1, 40):
        try:
            circle = join_from_bundle(home, invitation, "Chidi", "Chidi's laptop", stick, world, Stops(last))
            break
        except Refused:
            assert home.circles() == [], last
    assert last > 2 and is_arriving(circle), "it was stopped after the circle had come"
    chidi = region.engine(home, circle, seeded(99, region.clock))
    assert 0 < count(chidi) < count(pilar) and check(circle) == []
    chidi.read_bundle(stick)
    assert not is_arriving(circle) and count(chidi) == count(pilar) + 1, "and who uses the laptop"
