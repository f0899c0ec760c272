"""Laptops that are called the same are told apart wherever they are named; one that only looks is called by others."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, me

from learningcircles.circle import naming
from learningcircles.circle.naming import laptop_name, laptop_names, read_alike
from learningcircles.errors import InvalidValue
from learningcircles.laptop import rights
from learningcircles.laptop.lost import what_was_on_it
from learningcircles.storage.heard import last_heard
from learningcircles_ui.pages.share.rows import laptops


def test_a_laptop_that_calls_itself_as_another_one_is_told_apart(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo, other = region.laptop(pilar, "Bo", "recorder"), region.laptop(pilar, "bo", "recorder")
    for engine in (pilar, bo, other):
        engine.share()
        called = laptop_names(engine.circle)
        assert called[me(pilar)] == "Hall laptop"
        assert called[me(bo)] == f"Bo's laptop ({me(bo).hex()[:6]})"
        assert called[me(other)] == f"bo's laptop ({me(other).hex()[:6]})"
        assert {id_: laptop_name(engine.circle, id_) for id_ in called} == called
        assert {row.id: row.name for row in laptops(engine.verbs)} == called
        assert rights.by_beginning(engine.circle, called[me(other)]) == me(other)
    assert what_was_on_it(pilar.circle, me(bo)).name == called[me(bo)]
    rights.rename(pilar.circle, me(other), "Bo's laptop 2")
    assert laptop_names(pilar.circle)[me(bo)] == "Bo's laptop"


def test_naming_all_laptops_reads_each_name_a_few_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    for number in range(6):
        region.laptop(pilar, f"Bo {number}", "recorder")
    pilar.share()
    read = list[str]()
    monkeypatch.setattr(naming, "read_alike", lambda name: read.append(name) or read_alike(name))
    assert len(laptop_names(pilar.circle)) == 7
    assert len(read) <= 2 * 7, "each of them against each other one is dear in a circle of many"


def test_one_that_was_shut_out_is_told_apart_by_its_own_word(tmp_path: Path) -> None:
    """No record of its name counts any more: what was set aside says it, and is what somebody decides about."""
    region = Region(tmp_path)
    pilar = region.found()
    bo, other = region.laptop(pilar, "Bo", "recorder"), region.laptop(pilar, "Bo", "recorder")
    pilar.share()
    rights.revoke(pilar.circle, me(other), since=0)
    pilar.share()
    bo.share()
    for engine in (pilar, bo):
        called = laptop_names(engine.circle)
        assert called[me(bo)] == f"Bo's laptop ({me(bo).hex()[:6]})"
        assert called[me(other)] == f"Bo's laptop ({me(other).hex()[:6]})"
        assert {id_: laptop_name(engine.circle, id_) for id_ in called} == called


def test_none_is_called_as_another_one_is_shown(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo, _, third = (region.laptop(pilar, name, "recorder") for name in ("Bo", "Bo", "Cy"))
    for engine in (pilar, bo, third):
        engine.share()
    shown = laptop_names(third.circle)[me(bo)]
    for alike in (shown, "bo’s laptop"):
        with pytest.raises(InvalidValue, match="Another laptop is called"):
            rights.rename(third.circle, me(third), alike)
    for alike in (shown, f"{shown} "):
        with third.circle.change("Begin") as change:  # a modified program, or one that joins
            change.set("device", me(third), {"name": alike})
        assert laptop_names(third.circle)[me(bo)] == shown
        assert laptop_names(third.circle)[me(third)] == f"{shown} ({me(third).hex()[:6]})"


@pytest.mark.parametrize("name", ["The blue facade", "Office 202611", "Bo Abadde", "C"])
def test_a_name_that_only_looks_like_an_id_is_shown_as_it_is(tmp_path: Path, name: str) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo", "recorder")
    rights.rename(pilar.circle, me(pilar), name)
    for other in ("C++", "C#"):
        rights.rename(bo.circle, me(bo), other)
        assert laptop_names(bo.circle)[me(bo)] == other
    assert laptop_names(pilar.circle)[me(pilar)] == name
    rights.rename(pilar.circle, me(pilar), f"The {me(bo).hex()[:6]}")
    assert laptop_names(pilar.circle)[me(pilar)] == f"The {me(bo).hex()[:6]} ({me(pilar).hex()[:6]})"
    for alike in ("c ++", "Ć++"):
        assert read_alike(alike) == read_alike("C++") != read_alike("C")


def test_a_name_that_two_laptops_bear_is_asked_for_by_more(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    for _ in range(2):
        region.laptop(pilar, "Bo", "recorder")
    with pytest.raises(InvalidValue, match="2 laptops of this circle fit Bo's laptop"):
        rights.by_beginning(pilar.circle, "Bo's laptop")


def test_a_laptop_that_only_looks_was_heard_of_when_it_came_and_is_called_by_an_organizer(tmp_path: Path) -> None:
    """It writes nothing, not even what it is called, and the list of laptops holds no names."""
    region = Region(tmp_path)
    pilar = region.found()
    before = region.clock.ms
    cy = region.laptop(pilar, "Cy", "reader")
    heard = last_heard(pilar.circle, me(cy))
    assert heard is not None and before < heard < region.clock.ms
    assert laptop_names(pilar.circle)[me(cy)] == ""
    rights.rename(pilar.circle, me(cy), "The board in the hall")
    pilar.share()
    cy.share()
    assert laptop_names(cy.circle)[me(cy)] == "The board in the hall"


@pytest.mark.parametrize("name", ["", "The board in the hall"])
def test_a_laptop_that_only_looked_says_what_it_is_called_once_it_may_record(tmp_path: Path, name: str) -> None:
    """Unless an organizer has called it something meanwhile."""
    region = Region(tmp_path)
    pilar = region.found()
    cy = region.laptop(pilar, "Cy", "reader")
    if name:
        rights.rename(pilar.circle, me(cy), name)
    rights.change_right(pilar.circle, me(cy), "recorder")
    for engine in (pilar, cy, cy, pilar):
        engine.share()
    for engine in (pilar, cy):
        assert laptop_names(engine.circle)[me(cy)] == (name or "Cy's laptop")
    assert cy.verbs.undo.next_undo() is None
    rights.rename(cy.circle, me(cy), "Blue")
    cy.share()
    assert laptop_names(cy.circle)[me(cy)] == "Blue"
