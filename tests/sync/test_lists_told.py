"""What people are told where lists of laptops meet, or one was shut out: by a stick as by the hub, and by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member
from test_two_keepers import carry, cloned, joined, me

from learningcircles.errors import Refused
from learningcircles.laptop import rights, taking_over
from learningcircles_sync.engine import Engine


def read(giver: Engine, taker: Engine, folder: Path) -> tuple[str, ...]:
    """Carry a stick from one laptop to another; return what is said there."""
    giver.write_bundle(folder / "stick")
    return taker.read_bundle(folder / "stick").sentences


def test_two_lists_that_meet_by_a_stick_are_told_on_both_sides_once_and_whose_counts(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", tmp_path), joined(region, pilar, "Bo", tmp_path)
    for engine in (amina, bo):
        assert read(pilar, engine, tmp_path) == ()
    taking_over.take_over(amina.circle)
    assert read(amina, bo, tmp_path) == (), "one list goes on"
    rights.revoke(pilar.circle, me(amina))
    told = read(amina, pilar, tmp_path)
    assert len(told) == 1 and "two lists of this circle's laptops. The one that Hall laptop keeps counts" in told[0]
    assert read(amina, pilar, tmp_path) == (), "it is told once"
    out = read(pilar, amina, tmp_path)
    assert "two lists" in out[0] and "An organizer has taken this laptop out of the circle." in out[1]
    assert ["two lists" in each for each in read(pilar, bo, tmp_path)] == [True]
    assert bo.circle.roster.head == pilar.circle.roster.head


def test_a_second_laptop_that_brings_the_circle_to_the_same_hub_begins_no_second_list(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    with pytest.raises(Refused, match="knows of no hub. If another laptop has brought the circle to one, share"):
        pilar.share()
    amina.admit(region.code)
    add_member(amina, "João")
    amina.share()
    assert pilar.admit(region.code).sentences == ()
    assert not pilar.circle.roster.strays and "João" in {row["name"] for row in pilar.circle.reader.list("member")}
    assert amina.share().sentences == ()
    assert pilar.circle.roster.head == amina.circle.roster.head


def test_which_laptop_has_written_twice_is_told_by_name(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    add_member(amina, "Before")
    carry(amina, pilar, tmp_path)
    copy = cloned(region, amina, 70)
    add_member(amina, "At the first")
    add_member(copy, "At the copy")
    assert read(amina, pilar, tmp_path) == ()
    told = read(copy, pilar, tmp_path)
    assert len(told) == 1 and told[0].startswith("Amina's laptop has written two different versions")
    assert "Nothing of the other is lost" in told[0]
