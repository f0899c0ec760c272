"""Member numbers that two laptops gave alike: everybody has one of their own in the end, the same on every laptop."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from disks import cloned
from sticks import carry, joined
from sync_region import Region, add_member, hashes, me, name_set

from learningcircles.errors import InvalidValue
from learningcircles.laptop import rights
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.succession import succeed
from learningcircles.storage.check import check
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine

TURNS = [pair for other in (0, 1, 3, 4) for pair in ((other, 2), (2, other))]
"""Whose stick goes to whom: all meet the third one."""


def numbers(engine: Engine) -> dict[str, str | None]:
    return {str(row["name"]): row["number"] for row in engine.circle.reader.list("member")}


def parted(region: Region, folder: Path) -> list[Engine]:
    """Return two copies of the disk of who keeps the list, a third laptop, and one that each copy let in; all wrote."""
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", folder)
    carry(pilar, amina, folder)
    add_member(pilar, "before")
    copy = cloned(region, pilar, 50)
    bo = joined(region, pilar, "Bo", folder, "recorder")
    joao = joined(region, copy, "João", folder, "recorder")
    for engine, name in ((pilar, "At first"), (copy, "At copy"), (bo, "Bo’s"), (joao, "João’s")):
        add_member(engine, name)
    return [pilar, copy, amina, bo, joao]


def meet(engines: Sequence[Engine], turns: Sequence[tuple[int, int]], folder: Path) -> None:
    for _ in range(4):
        for one, other in turns:
            carry(engines[one], engines[other], folder)


def check_own(engines: Sequence[Engine]) -> None:
    """Nobody who has a number shares it, and every laptop says the same."""
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    given = [number for number in numbers(engines[0]).values() if number]
    assert len(given) == len(set(given)) > 3, numbers(engines[0])
    assert all(check(engine.circle) == [] for engine in engines)


def test_two_copies_of_the_keepers_disk_leave_no_number_given_twice(region: Region, tmp_path: Path) -> None:
    everybody = parted(region, tmp_path)
    pilar, copy, _, bo, joao = everybody
    carry(bo, pilar, tmp_path)
    carry(joao, copy, tmp_path)
    before = [numbers(pilar), numbers(copy)]
    alike = {number for number in before[0].values() if number} & {n for n in before[1].values() if n} - {"1-1", "1-2"}
    assert len(alike) > 1, "both gave the same numbers"
    meet(everybody, TURNS, tmp_path)
    check_own(everybody)
    after = numbers(pilar)
    kept = {number for number in alike if number in after.values()}
    assert kept == alike, "one of two keeps what both were given"


def test_who_changes_is_the_same_whatever_comes_first(region: Region, tmp_path: Path) -> None:
    everybody = parted(region, tmp_path)
    chance = random.Random(7)
    turns = list(TURNS)
    chance.shuffle(turns)
    sticks = []
    for number, engine in enumerate(everybody):
        engine.write_bundle(tmp_path / f"stick {number}")
        sticks.append(tmp_path / f"stick {number}")
    said = []
    for number in range(3):
        chance.shuffle(sticks)
        folder = tmp_path / f"onlooker {number}"
        shutil.copytree(everybody[2].home.folder, folder)
        home, world = Home.default({"LEARNINGCIRCLES_HOME": str(folder)}), seeded(90 + number, region.clock)
        onlooker = region.engine(home, open_circle(home, None, world), world)
        for stick in sticks:
            onlooker.read_bundle(stick)
        said.append({late.member for late in onlooker.verbs.people.numbered_late()})
        onlooker.circle.close()
    assert said[0] and said == [said[0]] * 3
    meet(everybody, turns, tmp_path)
    check_own(everybody)
    changed = {row.id for row in everybody[0].circle.reader.list("member") if row["former_number"]}
    assert changed >= said[0], "who was given a number first keeps it"


def test_of_two_copies_of_a_disk_one_keeps_its_numbers_whatever_the_clocks_say(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    copy = cloned(region, amina, 60)
    region.clock.ms += 60_000
    kept = add_member(amina, "Kept")
    amina.share()
    region.clock.ms -= 120_000
    late = add_member(copy, "Later")
    assert numbers(copy)["Later"] == numbers(amina)["Kept"] == "2-2"
    region.clock.ms += 120_000
    for _ in range(3):
        for engine in (copy, pilar, amina):
            engine.share()
    check = pilar.circle.reader
    assert check.get("member", kept)["number"] == "2-2"
    assert check.get("member", late)["number"] not in ("2-2", None)
    assert check.get("member", late)["former_number"] == "2-2"
    before = [line.after for line in check.history("member", late) if line.field == "number"]
    assert before == ["2-2", check.get("member", late)["number"]], "the old number stays in history"
    assert copy.share().sent == 0


def test_people_hear_of_a_number_that_changed_until_somebody_says_fine(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    copy = cloned(region, amina, 61)
    add_member(amina, "Kept")
    amina.share()
    late = add_member(copy, "Later")
    for _ in range(2):
        for engine in (copy, pilar):
            engine.share()
    (item,) = pilar.verbs.review.items()
    assert (item.entity, item.record, item.other) == ("member", late, "2-2")
    assert item.kept == pilar.circle.reader.get("member", late)["number"]
    assert pilar.circle.reader.review_count() == 1
    with pytest.raises(InvalidValue, match="Another member has the number 2-2"):
        pilar.verbs.review.resolve(item.id, "other")
    pilar.verbs.review.resolve(item.id, "kept")
    assert pilar.verbs.review.items() == []
    pilar.share()
    copy.share()
    assert copy.verbs.review.items() == []
    add_member(copy, "Next")
    assert "2-2" not in {value for name, value in numbers(copy).items() if name != "Kept"}


def test_a_place_that_only_this_laptop_has_entered_gives_no_numbers_before_somebody_hears(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    assert succeed(pilar.circle), "the keeper enters its new place itself"
    add_member(pilar, "Early")
    assert numbers(pilar)["Early"] is None
    carry(pilar, amina, tmp_path)
    add_member(amina, "Amina’s")
    carry(amina, pilar, tmp_path)
    add_member(pilar, "After")
    pilar.write_bundle(tmp_path / "stick")
    given = numbers(pilar)
    assert {given["Early"], given["After"]} == {"3-2", "3-3"}


def test_who_was_added_on_a_laptop_that_writes_no_more_gets_a_number_from_an_organizers(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    bo = joined(region, pilar, "Bo", tmp_path, "recorder")
    assert numbers(bo)["Bo"] is None
    carry(bo, pilar, tmp_path)
    rights.change_right(pilar.circle, me(bo), "reader")
    add_member(pilar, "News")
    carry(pilar, amina, tmp_path)
    assert numbers(amina)["Bo"] is not None


def test_a_removed_member_keeps_the_number_too(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    copy = cloned(region, amina, 62)
    gone = add_member(amina, "Gone")
    amina.verbs.records.remove("member", gone)
    amina.share()
    late = add_member(copy, "Later")
    for _ in range(2):
        for engine in (copy, pilar):
            engine.share()
    pilar.verbs.records.restore("member", gone)
    held = {pilar.circle.reader.get("member", each)["number"] for each in (gone, late)}
    assert len(held) == 2 and "2-2" in held


def test_what_was_taken_in_goes_with_one_undo_though_a_number_was_changed_since(region: Region, tmp_path: Path) -> None:
    """Laptops do that by themselves: nobody has changed anything."""
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    carry(pilar, amina, tmp_path)
    copy = cloned(region, amina, 50)
    add_member(amina, "Xavier", notes="n")
    add_member(copy, "Yve")
    carry(copy, pilar, tmp_path)
    before = name_set(pilar)
    rights.revoke(pilar.circle, me(amina))
    carry(amina, pilar, tmp_path)
    pilar.verbs.rescue.take_in(me(amina))
    pilar.write_bundle(tmp_path / "shared")
    assert pilar.circle.reader.list("member", where={"former_number": "2-1"}), "its number was changed"
    undone = pilar.verbs.undo.undo()
    assert not undone.kept and name_set(pilar) == before
    assert "Xavier" in {line.title for line in pilar.verbs.rescue.look(me(amina))}, "it is offered again"
    assert pilar.verbs.rescue.take_in(me(amina)).newer == 0
    assert "Xavier" in name_set(pilar) and check(pilar.circle) == []
