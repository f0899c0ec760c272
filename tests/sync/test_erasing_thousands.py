"""Erasures of very many people, as a program of somebody's own may ask for: nobody is kept from sharing by them."""

from __future__ import annotations

from itertools import pairwise, permutations
from pathlib import Path

import pytest
from sticks import carry, joined
from sync_region import Region, add_member, me, name_set

from learningcircles.errors import Refused
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.branches import stray
from learningcircles.trust.entry import ENTRY_BYTES, Entry, place_entry
from learningcircles.trust.redacting import REDACTED_AT_ONCE
from learningcircles.trust.roster import Roster
from learningcircles.trust.strays import MOST_ERASED
from learningcircles_sync.engine import Engine


def invented(number: int, people: int) -> dict[str, list[bytes]]:
    """Return the fields of an erasure of people who never were."""
    return {"people": [number.to_bytes(4, "big") + each.to_bytes(12, "big") for each in range(people)]}


def with_strays(region: Region, tmp_path: Path, counts: list[int]) -> tuple[Engine, Engine, list[Entry]]:
    """Return two organizers, and what a founder who was shut out after the list went to a hub erases at its old place:
    so many people in each entry.
    """
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", tmp_path), joined(region, pilar, "Bo", tmp_path)
    start = pilar.circle.roster
    pilar.admit(region.code)
    pilar.share()
    for engine in (amina, bo):
        carry(pilar, engine, tmp_path)
    rights.revoke(amina.circle, me(pilar))
    for engine in (amina, bo, amina):
        engine.share()
    keys, placed = pilar.circle.secrets.device, list(start.placed)
    for number, people in enumerate(counts):
        roster = Roster.replay(placed)
        fields = invented(number, people)
        entry = make.propose(roster, "redact", keys.id, keys.sign, fields, pilar.circle.surroundings)
        placed.append(place_entry(entry, roster.circle, len(placed), roster.head, keys.sign))
    return amina, bo, [stray(item) for item in placed[len(start.placed) :]]


@pytest.mark.parametrize("counts", [[3000] * 3, [900], [400, 400, 400]])
def test_those_of_a_former_keeper_who_was_shut_out_stop_nobody(
    region: Region, tmp_path: Path, counts: list[int]
) -> None:
    amina, bo, strays = with_strays(region, tmp_path, counts)
    carrier = region.laptop(amina, "Dana", "recorder")
    Exchange(carrier.circle).receive_roster(carrier.circle.roster.placed, strays)
    carry(carrier, amina, tmp_path)
    add_member(amina, "Ana")
    for _ in range(3):
        for engine in (carrier, amina, bo):
            engine.share()
    assert "Ana" in name_set(bo)
    roster = amina.circle.roster
    assert not roster.proposals and amina.share().requests == 1
    assert max(len(item.entry.body) for item in roster.placed) <= ENTRY_BYTES
    assert len(roster.state.redactions.people) <= MOST_ERASED
    asked = [item for item in roster.placed if item.entry.read().kind == "redact"]
    assert len(asked) <= MOST_ERASED // REDACTED_AT_ONCE + 1  # once each, for good


def test_of_too_many_all_keep_the_same(region: Region, tmp_path: Path) -> None:
    amina, _, strays = with_strays(region, tmp_path, [400, 400, 400])
    roster = amina.circle.roster
    ways = [Roster.replay(roster.placed, [*roster.kept, *order]) for order in permutations(strays)]
    kept = [{entry.hash for entry in way.strays} for way in ways]
    assert all(each == kept[0] for each in kept) and len(kept[0]) == 2


def test_nor_do_they_grow_with_every_share(region: Region, tmp_path: Path) -> None:
    """Whoever has made them may bring the same ones again and again."""
    amina, bo, strays = with_strays(region, tmp_path, [900] * 4)
    for _ in range(3):
        Exchange(amina.circle).receive_roster(amina.circle.roster.placed, [*amina.circle.roster.kept, *strays])
        for engine in (amina, bo, amina):
            engine.share()
    assert len(amina.circle.roster.state.redactions.people) == 900


def test_those_of_an_organizer_stop_nobody(region: Region) -> None:
    """What mentions somebody then is erased by entries that name all who were erased."""
    pilar = region.found()
    bo, dana = region.laptop(pilar, "Bo"), region.laptop(pilar, "Dana", "recorder")
    ana = add_member(pilar, "Ana Quill", phone="+33 612 345 678")
    for engine in (pilar, bo, dana):
        engine.share()
    add_member(dana, "Ben", notes="Lodges with Ana Quill")
    Exchange(dana.circle).close_tail()
    erase(pilar.verbs, ana)
    circle, keys = bo.circle, bo.circle.secrets.device
    for number in range(3):
        entry = make.propose(circle.roster, "redact", keys.id, keys.sign, invented(number, 3000), circle.surroundings)
        Exchange(circle).receive_roster(circle.roster.placed, [entry])
    for _ in range(3):
        for engine in (bo, pilar, dana):
            engine.share()
    assert len(pilar.circle.roster.state.redactions.people) == 9001
    assert not pilar.circle.roster.proposals and pilar.share().requests == 1
    ben = next(row for row in dana.circle.reader.list("member") if row["name"] == "Ben")
    assert "Quill" not in str(ben["notes"])


def with_very_many_numbers(writer: Engine, member: bytes) -> None:
    """Let a program of somebody's own write thousands of telephones for one person."""
    for part in range(4):
        with writer.circle.change("Numbers") as change:
            for each in range(850):
                change.set("member", member, {"phone": f"+33 6{part}{each:07d}"})


@pytest.mark.parametrize("hub", [True, False])
def test_who_had_thousands_of_numbers_is_erased_and_nobody_is_stuck(region: Region, tmp_path: Path, hub: bool) -> None:
    pilar = region.found(admitted=hub)
    dana = region.laptop(pilar, "Dana", "recorder") if hub else joined(region, pilar, "Dana", tmp_path, "recorder")

    def meet(*engines: Engine) -> None:
        for one, other in pairwise(engines):
            if hub:
                one.share()
                other.share()
            else:
                carry(one, other, tmp_path)

    ana = add_member(pilar, "Ana Quill")
    meet(pilar, dana)
    with_very_many_numbers(dana, ana)
    meet(dana, pilar)
    assert erase(pilar.verbs, ana).done is not hub
    add_member(pilar, "Ben")
    meet(pilar, dana, pilar)
    assert name_set(dana) == name_set(pilar) and "Ben" in name_set(dana) and "Ana Quill" not in name_set(dana)
    assert max(len(item.entry.body) for item in pilar.circle.roster.placed) <= ENTRY_BYTES
    add_member(dana, "Cia", notes="She is at +33 630000849.")  # one of the last numbers, by who knows of the erasure
    meet(dana, pilar)
    assert "Cia" in name_set(pilar)
    assert check(dana.circle) == check(pilar.circle) == []


def test_nothing_is_kept_that_is_too_long_for_others(region: Region) -> None:
    circle = region.found().circle
    keys, people = circle.secrets.device, invented(1, 3700)
    with pytest.raises(Refused):
        make.propose(circle.roster, "redact", keys.id, keys.sign, people, circle.surroundings)
