"""What people are told where lists of laptops meet, or one was shut out: by a stick as by the hub, and by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from disks import cloned
from sticks import carry, joined
from sync_region import Region, add_member, me

from learningcircles.circle.naming import laptop_name, laptop_names
from learningcircles.errors import Refused
from learningcircles.laptop import rights, taking_over
from learningcircles.laptop.lost import what_was_on_it
from learningcircles.laptop.succession import succeed
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


@pytest.mark.parametrize("copy_first", [False, True])
def test_which_laptop_has_written_twice_is_told_by_name(tmp_path: Path, copy_first: bool) -> None:
    """Whichever of its branches comes first: in one of these orders the later one counts."""
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    add_member(amina, "Before")
    carry(amina, pilar, tmp_path)
    copy = cloned(region, amina, 70)
    add_member(amina, "At the first")
    add_member(copy, "At the copy")
    first, second = (copy, amina) if copy_first else (amina, copy)
    assert read(first, pilar, tmp_path) == ()
    told = read(second, pilar, tmp_path)
    assert len(told) == 1 and told[0].startswith("Amina's laptop has written two different versions")
    assert "Nothing of the other is lost" in told[0]


def test_a_laptop_whose_whole_work_was_shut_out_keeps_its_name(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    rights.revoke(pilar.circle, me(amina), since=region.clock.ms - 10**9)
    assert pilar.circle.reader.find_one("device", me(amina)) is None, "nothing that it wrote counts"
    assert laptop_names(pilar.circle)[me(amina)] == "Amina's laptop"
    assert what_was_on_it(pilar.circle, me(amina)).name == "Amina's laptop"
    assert rights.by_beginning(pilar.circle, "Amina's laptop") == me(amina)


def test_a_laptop_that_was_copied_again_and_again_is_counted_not_called_two_of_two(tmp_path: Path) -> None:
    pilar = Region(tmp_path).found(admitted=False)
    for number in (2, 3, 4):
        assert succeed(pilar.circle)
        assert laptop_name(pilar.circle, me(pilar)) == f"Hall laptop ({number})"
