"""The right to erasure where laptops were away, backups are older, or things travel by other ways than the hub."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import (
    LATER,
    NAME,
    PHONE,
    WORDS,
    amina_lives,
    bring,
    file_in,
    hub_region,
    hub_traces,
    opened,
    plain_pages,
    redactions,
    sayings,
    share,
    state,
    traces,
)
from sync_region import Region, add_member, hashes, invite_to

from learningcircles.errors import NotAllowed
from learningcircles.journal.segment import Segment
from learningcircles.laptop import daily
from learningcircles.laptop.backup import backup, restore
from learningcircles.laptop.copies import copies
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import remove_files
from learningcircles.laptop.rights import revoke
from learningcircles.storage.check import check
from learningcircles.storage.copy import settle_file
from learningcircles.storage.erase import mentions
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.engine import Engine


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def test_a_laptop_that_was_away_for_a_year_brings_nothing_back(region: Region) -> None:
    first = region.found()
    away = region.laptop(first, "Bo", "recorder")
    marek = add_member(first, "Marek Kowalczyk")
    amina = amina_lives(first, marek)
    share(first, away)
    away.verbs.records.edit("member", amina, {"phone": LATER[0], "name": LATER[1]})
    away.verbs.meetups.attend(away.verbs.reader.ids("meetup")[0], member=amina)
    away.verbs.swaps.record(marek, amina, 30, "Chess")
    away.verbs.records.edit("member", marek, {"place": "Old Port", "notes": f"Moved in with {LATER[1]}"})
    Exchange(away.circle).close_tail()  # sealed: it cannot be taken back, only erased again
    away.verbs.records.add("offer", {"member": amina, "title": "Portuguese with Amina"})
    away.verbs.meetups.plan(f"Lunch with {NAME}", "2030-06-01T12:00", 60)

    erase(first.verbs, amina)
    share(first)
    region.clock.ms += 365 * 24 * 3600 * 1000
    share(away, first)

    for engine in (first, away):
        assert traces(engine) == []
        assert check(engine.circle) == []
    assert hub_traces(region, first) == []
    assert state(first) == state(away)
    assert first.verbs.reader.get("member", marek)["place"] == "Old Port", "what was said of others stays"
    assert first.verbs.reader.get("member", marek)["notes"] == "Moved in with …"
    assert {row["title"] for row in first.verbs.reader.list("meetup")} == {"Open day", "Lunch with …"}
    assert redactions(first) == 2, "once by a person, once by the laptop itself"
    assert first.circle.connection.execute("SELECT sum(minutes) FROM balance").fetchone()[0] == 0


def test_daily_backups_from_before_go_and_later_ones_hold_nothing(region: Region, tmp_path: Path) -> None:
    first = region.found()
    amina = amina_lives(first, add_member(first, "Marek"))
    first.share()
    today = datetime.date(2027, 1, 15)
    before = daily.back_up(first.home, first.circle, today)
    asked = tmp_path / "asked.backup"
    backup(first.home, first.circle, asked)
    told = erase(first.verbs, amina)
    assert [copy.where for copy in told.copies] == [str(asked)], "what people made they must destroy"
    share(first)
    assert before is not None and not before.exists()
    after = daily.back_up(first.home, first.circle, today)
    assert after is not None and traces(first) == []
    (tmp_path / "copy.circle").write_bytes(file_in(after))
    found = list(plain_pages(tmp_path / "copy.circle", first.circle.secrets.file_key))
    assert any(b"Marek" in page for page in found)
    assert not [word for word in WORDS for page in found if word.encode() in page]


def test_an_older_backup_that_is_restored_is_erased_when_it_shares(region: Region, tmp_path: Path) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, second)
    backup(second.home, second.circle, tmp_path / "old.backup")
    erase(first.verbs, amina)
    share(first, second)
    second.circle.close()
    restored = restore(second.home, tmp_path / "old.backup", replace=True)
    assert restored.set_aside is not None
    aside = restored.set_aside
    again = region.engine(
        second.home, open_circle(second.home, restored.circle.path, second._surroundings), second._surroundings
    )
    assert restored.erased and again.verbs.reader.find_one("member", amina) is None, "what stood there knew of it"
    assert again.verbs.reader.get("member", marek)["notes"] == "Neighbour of …, call …. Likes chess."
    assert again.verbs.reader.find(NAME) == [] and [w for w in WORDS for t in sayings(again.circle) if w in t] == [], (
        "nor does it wait for a share"
    )
    assert str(aside) in [copy.where for copy in copies(again.circle)], "it is listed, for people to destroy"
    aside.unlink()
    share(again, first)
    assert traces(again) == [] and traces(first) == []
    assert hashes(first) == hashes(again)
    assert check(again.circle) == []


def test_erasing_travels_on_a_stick(region: Region, tmp_path: Path) -> None:
    first = region.found(admitted=False)
    invited = invite_to(first)
    stick = tmp_path / "stick.bundle"
    first.write_bundle(stick)
    second = region.join(invited, "Jo", stick)
    amina = amina_lives(second, add_member(second, "Marek"))
    second.write_bundle(stick)
    first.read_bundle(stick)
    assert erase(first.verbs, amina).done, "this laptop keeps the list"
    first.write_bundle(stick)
    second.read_bundle(stick)
    for engine in (first, second):
        assert traces(engine) == [] and check(engine.circle) == []
    assert state(first) == state(second)
    assert second.verbs.reader.list("member", where={"name": "Marek"})


def test_a_new_laptop_learns_what_was_said_instead(region: Region) -> None:
    first = region.found()
    marek = add_member(first, "Marek Kowalczyk")
    amina = amina_lives(first, marek)
    first.share()
    erase(first.verbs, amina)
    share(first)
    joined = region.laptop(first, "Jo")
    share(first, joined)
    assert hashes(first) == hashes(joined)
    assert joined.verbs.reader.get("member", marek)["name"] == "Marek Kowalczyk"
    assert check(joined.circle) == []


def test_the_rescued_work_of_a_laptop_that_was_shut_out_holds_nothing(region: Region) -> None:
    first = region.found()
    lost = region.laptop(first, "Bo", "recorder")
    marek = add_member(first, "Marek Kowalczyk")
    amina = amina_lives(first, marek)
    share(first, lost)
    revoke(first.circle, lost.circle.secrets.device.id)
    first.share()
    lost.verbs.records.edit("member", amina, {"phone": LATER[0], "name": LATER[1]})
    lost.verbs.records.edit("member", marek, {"place": "Old Port", "notes": f"Moved in with {LATER[1]}"})
    Exchange(lost.circle).close_tail()
    erase(first.verbs, amina)
    share(first)
    with pytest.raises(NotAllowed):
        lost.share()
    bring(lost, first)
    share(first)
    assert traces(first) == [] and hub_traces(region, first) == []
    taken = first.verbs.rescue.take_in(lost.circle.secrets.device.id)
    assert taken.actions == 1
    assert first.verbs.reader.get("member", marek)["place"] == "Old Port"
    assert first.verbs.reader.get("member", marek)["notes"] == "Moved in with …"
    share(first)
    assert traces(first) == [] and check(first.circle) == []


@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_order_nothing_comes_back(region: Region, seed: int) -> None:
    """Three laptops write, share, are away and erase at random; in the end all agree and nobody's words are left."""
    chance = random.Random(seed)
    first = region.found()
    engines = [first, region.laptop(first, "Jo"), region.laptop(first, "Bo", "recorder")]
    friends = [add_member(first, f"Friend {number}") for number in range(3)]
    amina = amina_lives(first, friends[0])
    share(*engines)
    erased = False
    for step in range(25):
        engine = chance.choice(engines)
        alive = engine.verbs.reader.find_one("member", amina) is not None
        what = chance.choice(["write", "write", "friend", "share", "share", "close", "erase"])
        if what == "write" and alive:
            engine.verbs.records.edit("member", amina, {"notes": f"{NAME} {step}", "phone": PHONE})
            engine.verbs.swaps.record(amina, friends[1], 5, f"with {NAME}", f"2026-01-{step + 1:02}")
        elif what == "friend":
            engine.verbs.records.edit("member", chance.choice(friends), {"place": f"Place {step}"})
        elif what == "share":
            engine.share()
        elif what == "close":
            Exchange(engine.circle).close_tail()
        elif what == "erase" and alive and engine is not engines[2]:
            erase(engine.verbs, amina)
            erased = True
    if not erased:
        share(first)
        erase(first.verbs, amina)
    share(*engines, *engines)
    for engine in engines:
        assert traces(engine) == [] and check(engine.circle) == []
    assert hub_traces(region, first) == []
    assert state(engines[0]) == state(engines[1]) == state(engines[2])
    assert first.circle.connection.execute("SELECT sum(minutes) FROM balance").fetchone()[0] == 0


def test_what_an_old_backup_holds_unshared_passes_the_erasures_before_anybody_gets_it(
    region: Region, tmp_path: Path
) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    share(first, second, first)
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    backup(first.home, first.circle, tmp_path / "old.backup")
    share(first, second)
    erase(first.verbs, amina)
    share(first, second, first)
    assert traces(second) == []
    again = brought_back(region, first, tmp_path / "old.backup")
    again.share()
    second.share()
    assert traces(second) == []
    assert traces(again) == [] and hub_traces(region, again) == []
    assert hashes(second) == hashes(again)


def test_who_has_somebody_to_erase_again_hears_first_who_else_was(region: Region, tmp_path: Path) -> None:
    """An organizer's backup, made while somebody erased before was still to be looked for in what Bo had written."""
    first = region.found()
    second, bo = region.laptop(first, "Jo"), region.laptop(first, "Bo", "recorder")
    share(first, second, bo, first)
    marek, zed = add_member(first, "Marek"), add_member(first, "Zed Zorro")
    share(first, bo, second)
    bo.verbs.records.edit("member", marek, {"notes": "Friend of Zed Zorro"})
    erase(second.verbs, zed)
    share(second)
    bo.write_bundle(tmp_path / "stick")
    share(first)
    first.read_bundle(tmp_path / "stick")
    amina = amina_lives(first, marek)
    backup(first.home, first.circle, tmp_path / "old.backup")
    share(first, second)
    erase(first.verbs, amina)
    share(first, second, first, bo)
    again = brought_back(region, first, tmp_path / "old.backup", lost=True)
    assert mentions(again.circle.connection), "there is somebody to erase again"
    again.share()
    assert hub_traces(region, again) == []
    share(second, again)
    assert traces(second) == [] and traces(again) == []


@pytest.mark.parametrize("place", ["before the backup", "between two erasures"])
def test_a_damaged_page_costs_no_more_than_what_stands_behind_it_where_a_backup_is_restored(
    region: Region, tmp_path: Path, place: str
) -> None:
    """What is said again of others is read from where the backup ends, and as far as it can be read."""
    first = region.found()
    second = region.laptop(first, "Jo")
    share(first, second, first)
    large = {name: random.Random(name).randbytes(8_000).hex() for name in ("before the backup", "between two erasures")}
    first.verbs.records.add("member", {"name": "Large", "notes": large["before the backup"]})
    first.share()
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, second)
    backup(second.home, second.circle, tmp_path / "old.backup")
    erase(first.verbs, amina)
    first.share()
    first.verbs.records.add("member", {"name": "Larger", "notes": large["between two erasures"]})
    first.share()
    quentin = add_member(first, "Quentin Farley")
    first.share()
    erase(first.verbs, quentin)
    share(first, second)
    strike(second, large[place][-200:].encode())
    again = brought_back(region, second, tmp_path / "old.backup")
    assert traces(again) == [] and "chess" in again.circle.reader.get("member", marek)["notes"]
    share(first, again)
    assert hashes(again) == hashes(first) and check(again.circle) == []


def strike(engine: Engine, held: bytes) -> None:
    """Let the disk lose the page of a laptop's file on which the segment with this text ends, and close it."""
    circle, key = engine.circle, engine.circle.secrets.file_key
    settle_file(circle.connection, keep_wal=False)
    rows = circle.connection.execute("SELECT header, signature, payload FROM segment").fetchall()
    (payload,) = (row[2] for row in rows if held.decode() in "".join(opened(circle, Segment(*row))))
    circle.close()
    pages = list(plain_pages(circle.path, key))
    ends = (payload[-120:-80], payload[-70:-30])  # one of them may lie on two pages
    number = next(number for number, page in enumerate(pages) if any(end in page for end in ends))
    with circle.path.open("r+b") as file:
        file.seek(number * 4096)
        file.write(bytes(4096))


def brought_back(region: Region, engine: Engine, file: Path, *, lost: bool = False) -> Engine:
    """Replace a laptop's circle by a backup; where its file was lost, nothing tells what it knew since."""
    engine.circle.close()
    if lost:
        remove_files(engine.circle.path)
    restored = restore(engine.home, file, replace=True)
    assert (restored.set_aside is None) == lost
    if restored.set_aside is not None:
        restored.set_aside.unlink()
    circle = open_circle(engine.home, restored.circle.path, engine._surroundings)
    return region.engine(engine.home, circle, engine._surroundings)
