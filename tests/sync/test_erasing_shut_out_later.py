"""A laptop that was shut out and has obeyed an erasure: what comes to it later, and who is erased after that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import cloned
from erasing import NAME, PHONE, amina_lives, bring, hub_region, share, traces
from sticks import carry, joined
from sync_region import Region, add_member, me

from learningcircles.crypto.pages import PAGE_BYTES
from learningcircles.errors import NotAllowed
from learningcircles.journal.segment import header_hash
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.rights import change_right, revoke
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.storage.check import check
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.letting_go import LettingGo
from learningcircles_sync.engine import Engine
from learningcircles_sync.preparing import HEARD_LATELY_MS


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def hear(region: Region, away: Engine) -> None:
    """Let a laptop that was shut out ask the hub: it is told the list alone."""
    region.clock.ms += HEARD_LATELY_MS
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        away.share()


@pytest.mark.parametrize("unheard", [False, True])
def test_of_who_is_erased_later_nothing_stays_in_what_was_left_of_an_earlier_erasure(
    region: Region, unheard: bool
) -> None:
    """`unheard`: the laptop hears of both at once."""
    first = region.found()
    away = region.laptop(first, "Yan")
    marek = add_member(first, "Marek")
    bea = add_member(first, "Beatrix Quimby")
    Exchange(first.circle).close_tail()
    amina = amina_lives(first, marek)
    first.verbs.records.edit("member", bea, {"notes": f"Shares a garden with {NAME}"})
    first.verbs.records.edit("member", marek, {"access_needs": f"Beatrix Quimby drives him, or {NAME}"})
    share(first, away)
    away.verbs.records.edit("member", marek, {"place": f"Lodges with {NAME} and Beatrix Quimby"})
    share(away, first)
    revoke(first.circle, me(away))
    away.verbs.records.edit("member", marek, {"guardian": f"Beatrix Quimby, then {NAME}, {PHONE}"})
    Exchange(away.circle).close_tail()
    bring(away, first)
    first.share()
    for each in (bea, amina):
        erase(first.verbs, each)
        share(first)
        if not unheard:
            hear(region, away)
    hear(region, away)
    assert traces(away) == [] and check(away.circle) == []
    shown = away.verbs.reader.get("member", marek)
    assert shown["access_needs"] == "… drives him, or …" and shown["place"] == "Lodges with … and …"
    assert [line.value for line in away.verbs.rescue.own() if line.field == "guardian"] == ["…, then …, …"]


def test_what_an_old_stick_brings_that_no_entry_names_goes_once_one_does(region: Region, tmp_path: Path) -> None:
    """The laptop knows the words no more by then: it keeps nothing of it."""
    first = region.found()
    away, cy, bo = (region.laptop(first, name) for name in ("Yan", "Cy", "Bo"))
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away, cy, bo)
    cy.verbs.records.edit("member", marek, {"notes": f"Ask {NAME} for the key, {PHONE}"})
    cy.write_bundle(tmp_path / "stick")
    revoke(first.circle, me(away))
    first.share()
    erase(first.verbs, amina)
    share(first, bo)
    hear(region, away)
    away.read_bundle(tmp_path / "stick")
    bo.read_bundle(tmp_path / "stick")
    share(bo, first)
    share(bo, first)
    assert traces(first) == []
    hear(region, away)
    assert traces(away) == [] and check(away.circle) == []
    hear(region, away)
    away.read_bundle(tmp_path / "stick")
    assert traces(away) == [] and check(away.circle) == []


@pytest.mark.parametrize("late", [False, True])
def test_the_other_version_of_a_copied_laptop_keeps_nobody_who_was_erased(
    region: Region, tmp_path: Path, late: bool
) -> None:
    """`late`: it comes to the laptop that was shut out once that has obeyed the erasure."""
    first = region.found()
    away = region.laptop(first, "Yan")
    second = region.laptop(first, "Bo")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away, second)
    twin, known_as = cloned(region, away, 80), me(away)
    for engine, words in ((away, "mornings"), (twin, "evenings")):
        engine.verbs.records.edit("member", marek, {"notes": f"Ask {NAME} for the key, {PHONE}, {words}"})
        Exchange(engine.circle).close_tail()
        engine.write_bundle(tmp_path / words)
    away.share()
    share(first)
    second.read_bundle(tmp_path / "evenings")
    if not late:
        away.read_bundle(tmp_path / "evenings")
    revoke(first.circle, known_as)
    first.share()
    erase(first.verbs, amina)
    share(first, second)
    share(second, first)
    assert traces(first) == [] and traces(second) == []
    hear(region, away)
    if late:
        away.read_bundle(tmp_path / "evenings")
    assert traces(away) == [] and check(away.circle) == []


def test_what_it_closed_and_nobody_had_goes_once_an_organizer_has_it(region: Region, tmp_path: Path) -> None:
    first = region.found()
    away = region.laptop(first, "Yan")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away)
    revoke(first.circle, me(away))
    first.share()
    away.verbs.records.edit("member", marek, {"guardian": f"{NAME}, {PHONE}"})
    away.write_bundle(tmp_path / "stick")
    erase(first.verbs, amina)
    share(first)
    hear(region, away)
    assert NAME not in str(away.verbs.rescue.own())
    first.read_bundle(tmp_path / "stick")
    share(first)
    assert traces(first) == []
    hear(region, away)
    assert traces(away) == [] and check(away.circle) == []


def test_what_takes_the_place_of_what_was_looked_through_was_not_looked_through(region: Region, tmp_path: Path) -> None:
    """The last parcel that had come leaves its log for the other branch of it, which gets the number of its row."""
    first = region.found()
    away, cy, bo = (region.laptop(first, name) for name in ("Yan", "Cy", "Bo"))
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away, cy, bo)
    branches: dict[bytes, Path] = {}
    for engine, words in ((cy, "mornings"), (cloned(region, cy, 80), "evenings")):
        engine.verbs.records.edit("member", marek, {"notes": f"Ask {NAME} for the key, {PHONE}, {words}"})
        Exchange(engine.circle).close_tail()
        engine.write_bundle(tmp_path / words)
        last = "SELECT header FROM segment ORDER BY n DESC LIMIT 1"
        branches[header_hash(engine.circle.connection.execute(last).fetchone()[0])] = tmp_path / words
    away.read_bundle(branches[max(branches)])
    revoke(first.circle, me(away))
    first.share()
    erase(first.verbs, amina)
    share(first, bo)
    hear(region, away)
    for engine in (away, bo):
        engine.read_bundle(branches[min(branches)])  # it wins
    share(bo, first)
    share(bo, first)
    assert traces(first) == []
    hear(region, away)
    assert NAME not in str(away.verbs.reader.get("member", marek))
    rests = away.circle.connection.execute("SELECT body FROM aside_rest").fetchall()
    assert not [body for (body,) in rests if NAME.encode() in body] and check(away.circle) == []


def test_a_file_that_lost_what_was_left_beside_counts_nothing_as_looked_through(region: Region, tmp_path: Path) -> None:
    """Else the whole text would be taken for what is left once an entry names it."""
    first = region.found()
    away = region.laptop(first, "Yan")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away)
    away.verbs.records.edit("member", marek, {"guardian": f"{NAME}, {PHONE}"})
    away.write_bundle(tmp_path / "stick")
    revoke(first.circle, me(away))
    first.share()
    erase(first.verbs, amina)
    share(first)
    hear(region, away)
    assert NAME not in str(away.verbs.rescue.own())
    away = mended_without(region, away, "aside_rest")
    first.read_bundle(tmp_path / "stick")
    share(first)
    assert traces(first) == []
    hear(region, away)
    assert traces(away) == [] and check(away.circle) == []


def test_who_takes_part_again_shows_what_is_here_whole(tmp_path: Path) -> None:
    """Who had shut it out may do less by the list that counts in the end: then others name what speaks of her."""
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    bo, away = (joined(region, pilar, name, tmp_path) for name in ("Bo", "Yan"))
    marek = add_member(pilar, "Marek")
    amina = amina_lives(pilar, marek)
    for engine in (bo, away):
        carry(pilar, engine, tmp_path)
    copy = cloned(region, pilar, 50)
    away.verbs.records.edit("member", marek, {"guardian": f"{NAME}, {PHONE}"})
    Exchange(away.circle).close_tail()
    revoke(bo.circle, me(away))
    erase(pilar.verbs, amina)
    carry(bo, pilar, tmp_path)
    carry(pilar, away, tmp_path)
    beside = "SELECT count(*) FROM aside_rest WHERE substr(hash, 33) = x'3d'"
    assert away.circle.shut_out and away.circle.connection.execute(beside).fetchone()[0]
    assert NAME not in str(away.verbs.rescue.own())
    change_right(copy.circle, me(bo), "reader")
    carry(copy, away, tmp_path)
    assert not away.circle.shut_out and away.circle.connection.execute(beside).fetchone() == (0,)
    assert away.circle.connection.execute("SELECT count(*) FROM looked").fetchone() == (0,)
    assert away.verbs.reader.get("member", marek)["guardian"] == f"{NAME}, {PHONE}" and check(away.circle) == []


def mended_without(region: Region, engine: Engine, table: str) -> Engine:
    """Return the laptop whose file was mended after it has lost the only page of a table."""
    path, world = engine.circle.path, engine.circle.surroundings
    (page,) = engine.circle.connection.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (table,)).fetchone()
    settle_file(engine.circle.connection, keep_wal=False)
    engine.circle.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))
    assert salvage_file(engine.home, engine.home.find(path), "", world) is not None
    return region.engine(engine.home, open_circle(engine.home, path, world), world)


def test_what_was_emptied_and_lost_with_a_damaged_page_stays_empty_where_an_old_stick_brings_it(
    region: Region, tmp_path: Path
) -> None:
    """What is left of it is known here still, and so is what an entry names."""
    first = region.found()
    away = region.laptop(first, "Yan")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, away)
    first.write_bundle(tmp_path / "stick")
    revoke(first.circle, me(away))
    first.share()
    erase(first.verbs, amina)
    share(first)
    hear(region, away)
    emptied = "SELECT min(n) FROM segment WHERE payload IS NULL AND space=1"
    away.circle.connection.execute(f"UPDATE segment SET header=zeroblob(length(header)) WHERE n=({emptied})")
    assert LettingGo(away.circle).let_go().segments == 1
    away.read_bundle(tmp_path / "stick")
    assert traces(away) == [] and check(away.circle) == []
