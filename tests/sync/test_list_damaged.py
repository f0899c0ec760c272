"""A list of laptops that is damaged in the circle's file though SQLite can read it: found on opening, mended, whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sticks import joined
from sync_region import URL, Region, add_member, hashes, invite_to, me, name_set
from test_moves import NEW, other_hub

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.codec import encode
from learningcircles.errors import Refused, Unreadable
from learningcircles.laptop import inviting, rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.laptop.succession import mend
from learningcircles.storage.check import check
from learningcircles.storage.connect import connect
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.rosters import RosterTables
from learningcircles.storage.salvage import salvage
from learningcircles.storage.tail import has_open
from learningcircles.trust.entry import Entry
from learningcircles.trust.invitation import HubCode
from learningcircles.trust.placing import countersign
from learningcircles.trust.roster import Roster
from learningcircles_sync.engine import Engine
from learningcircles_sync.refilling import refill_from_bundle, refill_from_hub


def strike(region: Region, position: int) -> tuple[Engine, Engine]:
    """Return who founded the circle, and a laptop with unshared work whose list is damaged at a position; closed."""
    pilar = region.found()
    for _ in range(4):
        invite_to(pilar)
    bo = region.laptop(pilar, "Bo")
    for engine in (pilar, bo):
        engine.share()
    add_member(bo, "Not shared yet")
    spoil(bo.circle, position)
    bo.circle.close()
    return pilar, bo


def spoil(circle: Circle, position: int, at: int = -9, bits: int = 0xFF) -> None:
    """Strike an entry of the list in the circle's file."""
    database = circle.connection
    (wire,) = database.execute("SELECT wire FROM roster_entry WHERE position=?", (position,)).fetchone()
    struck = bytearray(wire)
    struck[at] ^= bits
    database.execute("UPDATE roster_entry SET wire=? WHERE position=?", (bytes(struck), position))


@pytest.mark.parametrize("position", [2, 6])
def test_it_is_told_with_what_to_do_and_mended_from_the_hub(tmp_path: Path, position: int) -> None:
    """Before this laptop has come into the list and after it."""
    region = Region(tmp_path)
    pilar, bo = strike(region, position)
    path, world = bo.circle.path, bo.circle.surroundings
    with pytest.raises(Unreadable, match=rf"{path.name} is damaged\. Mend it \(check --rebuild\)") as told:
        open_circle(bo.home, path, world)
    assert told.value.code == "damaged_file"
    saved = salvage_file(bo.home, bo.home.find(path), "", world)
    assert saved is not None and saved.gaps and not saved.alone
    again = region.engine(bo.home, open_circle(bo.home, path, world), world)
    assert "Not shared yet" in name_set(again)
    for _ in range(2):
        again.share()
        pilar.share()
    assert "Not shared yet" in name_set(pilar) and hashes(pilar) == hashes(again)
    assert again.circle.roster.head == pilar.circle.roster.head and again.circle.right == "organizer"
    assert check(again.circle) == []


@pytest.mark.parametrize("fetched", [False, True])
def test_the_entry_that_names_the_hub_is_lost(tmp_path: Path, fetched: bool) -> None:
    """Where the hub is was kept beside the file: the list is asked for there, or the circle is fetched again."""
    region = Region(tmp_path)
    pilar, bo = strike(region, 1)
    path, world = bo.circle.path, bo.circle.surroundings
    assert salvage_file(bo.home, bo.home.find(path), "", world) is not None
    again = region.engine(bo.home, open_circle(bo.home, path, world), world)
    mend(again.circle)
    assert not again.circle.roster.hub and "missing. It comes back when this laptop shares" in check(again.circle)[0]
    if fetched:
        again.circle.close()
        refill_from_hub(bo.home, bo.home.find(path), world, region.transports)
        again = region.engine(bo.home, open_circle(bo.home, path, world), world)
    for engine in (again, pilar, again):
        engine.share()
    assert fetched or "Not shared yet" in name_set(pilar)
    assert hashes(pilar) == hashes(again) and check(again.circle) == []
    with pytest.raises(Refused, match="can be read"):
        refill_from_hub(bo.home, bo.home.find(path), world, region.transports)


@pytest.mark.parametrize("gone", [False, True])
def test_the_entry_that_names_a_second_hub_is_lost(tmp_path: Path, gone: bool) -> None:
    """The former one, which the list names then, is neither asked nor brought anything."""
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    other_hub(region)
    pilar.admit(HubCode(NEW, None, b"new").text())
    for engine in (bo, pilar, bo):
        engine.share()
    add_member(bo, "Not shared yet")
    spoil(bo.circle, len(bo.circle.roster.placed) - 1)
    path, world = bo.circle.path, bo.circle.surroundings
    bo.circle.close()
    assert salvage_file(bo.home, bo.home.find(path), "", world) is not None
    again = region.engine(bo.home, open_circle(bo.home, path, world), world)
    mend(again.circle)
    assert again.circle.roster.hub == URL and "It comes back when this laptop shares" in check(again.circle)[0]
    region.reachable = not gone
    held = region.store.rooms[pilar.circle.id].heads()
    for engine in (again, pilar):
        engine.share()
    assert region.store.rooms[pilar.circle.id].heads() == held
    assert again.circle.roster.hub == NEW and check(again.circle) == []
    assert "Not shared yet" in name_set(pilar) and hashes(pilar) == hashes(again)


def test_who_kept_the_list_before_the_hub_does_not_keep_it_again_since_that_entry_is_lost(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    for engine in (pilar, bo):
        engine.share()
    spoil(pilar.circle, 1)
    path, world = pilar.circle.path, pilar.circle.surroundings
    pilar.circle.close()
    assert salvage_file(pilar.home, pilar.home.find(path), "", world) is not None
    again = region.engine(pilar.home, open_circle(pilar.home, path, world), world)
    inviting.invite(again.circle)
    assert len(again.circle.roster.placed) == 1, "what waits gets its place by whoever keeps the list"
    for engine in (again, bo):
        engine.share()
    assert again.circle.roster.head == bo.circle.roster.head and not again.circle.roster.proposals
    assert hashes(bo) == hashes(again) and check(again.circle) == []


@pytest.mark.parametrize("gone", [False, True])
def test_a_backup_of_another_list_fills_what_is_damaged_and_takes_nothing_else_away(tmp_path: Path, gone: bool) -> None:
    """Since the backup the list had changed to another branch; the backup's end must not take its place."""
    region = Region(tmp_path)
    pilar = region.found()
    pilar.share()
    circle = pilar.circle
    for _ in range(3):
        invite_to(pilar)
    begun, entries = Roster.replay(circle.roster.placed), circle.roster.proposals

    def going_on(*proposals: Entry) -> Roster:
        roster = begun
        for entry in proposals:
            item = countersign(roster, entry, region.key, region.clock.ms)
            roster = Roster.replay([*roster.placed, item])
        return roster

    old, new = going_on(entries[0]), going_on(*entries[1:])
    kept = [(n, encode(item.to_wire())) for n, item in enumerate(old.placed)]
    Exchange(circle).receive_roster(new.placed, [])
    database = circle.connection
    spoil(circle, 1)
    if gone:
        database.execute("DELETE FROM roster_entry WHERE position=1")
    path, key, device = circle.path, circle.secrets.file_key, me(pilar)
    settle_file(database, keep_wal=False)
    circle.close()
    salvage(path, tmp_path / "fresh.circle", key, lambda done, whole: None, bytes(16), device, lambda: [kept])
    with closing(connect(tmp_path / "fresh.circle", key)) as fresh:
        assert RosterTables(fresh).load().head == new.head


def test_a_backup_of_the_same_list_fills_whatever_is_damaged(tmp_path: Path) -> None:
    """One by one only a few entries are taken from it."""
    region = Region(tmp_path)
    pilar = region.found()
    for _ in range(20):
        invite_to(pilar)
    pilar.share()
    circle = pilar.circle
    kept = [(n, encode(item.to_wire())) for n, item in enumerate(circle.roster.placed)]
    assert len(kept) > 20
    database, head = circle.connection, circle.roster.head
    database.execute("UPDATE roster_entry SET wire = zeroblob(9) WHERE position BETWEEN 1 AND 20")
    path, key, device = circle.path, circle.secrets.file_key, me(pilar)
    settle_file(database, keep_wal=False)
    circle.close()
    salvage(path, tmp_path / "fresh.circle", key, lambda done, whole: None, bytes(16), device, lambda: [kept])
    with closing(connect(tmp_path / "fresh.circle", key)) as fresh:
        assert RosterTables(fresh).load().head == head


@pytest.mark.parametrize("shared", [False, True])
def test_the_end_of_the_list_is_lost(tmp_path: Path, shared: bool) -> None:
    """All rows of it that are there hold: what the laptop has closed under it tells that there were more."""
    region = Region(tmp_path)
    pilar = region.found(admitted=shared)
    invite_to(pilar)
    if shared:
        pilar.share()
    add_member(pilar, "Closed")
    Exchange(pilar.circle).close_tail()
    database, path, world = pilar.circle.connection, pilar.circle.path, pilar.circle.surroundings
    database.execute("DELETE FROM roster_entry WHERE position=(SELECT max(position) FROM roster_entry)")
    pilar.circle.close()
    short = open_circle(pilar.home, path, world)
    assert "Some of the list of laptops is missing. Mend the file (check --rebuild)" in check(short)[0]
    short.close()
    saved = salvage_file(pilar.home, pilar.home.find(path), "", world)
    assert saved is not None and saved.how == ("gaps" if shared else "alone")
    again = region.engine(pilar.home, open_circle(pilar.home, path, world), world)
    mend(again.circle)
    if shared:
        again.share()
        assert again.circle.roster.hub
    assert {"Pilar", "Closed"} <= name_set(again) and check(again.circle) == []
    add_member(again, "Later")
    assert Exchange(again.circle).close_tail() and not Exchange(again.circle).behind()


def test_a_keeper_without_a_hub_goes_on_and_can_fetch_the_circle_from_a_stick(tmp_path: Path) -> None:
    """What is lost of the list nobody else has ever had: it does not come back."""
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    invite_to(pilar)
    add_member(pilar, "Closed")
    Exchange(pilar.circle).close_tail()
    database, path, world = pilar.circle.connection, pilar.circle.path, pilar.circle.surroundings
    database.execute("DELETE FROM roster_entry WHERE position=(SELECT max(position) FROM roster_entry)")
    pilar.circle.close()
    saved = salvage_file(pilar.home, pilar.home.find(path), "", world)
    assert saved is not None and saved.how == "gaps" and not saved.alone
    again = region.engine(pilar.home, open_circle(pilar.home, path, world), world)
    before = len(again.circle.roster.placed)
    inviting.invite(again.circle)
    assert len(again.circle.roster.placed) == before + 1
    bo.write_bundle(tmp_path / "bo's stick")
    again.circle.close()
    done = refill_from_bundle(pilar.home, pilar.home.find(path), tmp_path / "bo's stick", world)
    fetched = region.engine(pilar.home, open_circle(pilar.home, done.circle.path, world), world)
    add_member(fetched, "Later")
    for giver, taker in ((fetched, bo), (bo, fetched)):
        giver.write_bundle(tmp_path / "stick")
        taker.read_bundle(tmp_path / "stick")
    assert "Later" in name_set(bo) and hashes(bo) == hashes(fetched) and check(fetched.circle) == []


def test_the_circle_can_be_fetched_again_as_well(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar, bo = strike(region, 1)
    world = bo.circle.surroundings
    done = refill_from_hub(bo.home, bo.home.find(bo.circle.path), world, region.transports)
    again = region.engine(bo.home, open_circle(bo.home, done.circle.path, world), world)
    again.share()
    pilar.share()
    assert hashes(pilar) == hashes(again)


@pytest.mark.parametrize("position", [3, 6])
def test_erasures_and_shutting_out_that_wait_outlast_it(tmp_path: Path, position: int) -> None:
    """Made while the hub was away; the list is damaged before this laptop has come into it, and where it does."""
    region = Region(tmp_path)
    pilar = region.found()
    gone = add_member(pilar, "First One")
    for _ in range(2):
        invite_to(pilar)
    bo, cy = region.laptop(pilar, "Bo"), region.laptop(pilar, "Cy")
    for engine in (pilar, bo, cy, pilar, bo):
        engine.share()
    erase(bo.verbs, gone)
    rights.revoke(bo.circle, me(cy))
    spoil(bo.circle, position)
    path, world = bo.circle.path, bo.circle.surroundings
    bo.circle.close()
    saved = salvage_file(bo.home, bo.home.find(path), "", world)
    assert saved is not None and saved.gaps
    again = region.engine(bo.home, open_circle(bo.home, path, world), world)
    for _ in range(3):
        again.share()
        pilar.share()
    for engine in (pilar, again):
        assert "First One" not in name_set(engine) and engine.circle.roster.devices[me(cy)].revoked
    assert hashes(pilar) == hashes(again) and not again.circle.roster.proposals
    assert not again.circle.rosters.whole_at()


@pytest.mark.parametrize(("position", "at", "bits"), [(0, 5, 1), (1, 40, 4), (3, 2, 128), (3, -9, 1)])
def test_a_single_bit_is_found_again(tmp_path: Path, position: int, at: int, bits: int) -> None:
    """In the founding, in what an entry says, in how it is written down, and in a countersignature; with nobody else
    who could have the list.
    """
    home = Home.default({"LEARNINGCIRCLES_HOME": str(tmp_path / "one")})
    verbs = Verbs(found(home, "Riverside", "Pilar", "Blue"))
    for _ in range(3):
        inviting.invite(verbs.circle)
    verbs.records.add("member", {"name": "Closed"})
    Exchange(verbs.circle).close_tail()
    verbs.records.add("member", {"name": "Open"})
    before, path = verbs.circle.roster.placed, verbs.circle.path
    spoil(verbs.circle, position, at, bits)
    verbs.circle.close()
    with pytest.raises(Unreadable, match="Mend it"):
        open_circle(home, path)
    saved = salvage_file(home, home.find(path))
    assert saved is not None and saved.how == "whole" and saved.counts["member"] == 3
    again = open_circle(home, path)
    assert again.roster.placed == before and check(again) == []
    Verbs(again).records.add("member", {"name": "Later"})
    assert Exchange(again).close_tail()


@pytest.mark.parametrize("position", [1, 2, 3])
def test_a_lone_laptop_whose_list_is_lost_keeps_what_was_written(tmp_path: Path, position: int) -> None:
    """Nobody else has the list, so it never comes back; what the laptop had closed under it counts all the same."""
    home = Home.default({"LEARNINGCIRCLES_HOME": str(tmp_path / "one")})
    verbs = Verbs(found(home, "Riverside", "Pilar", "Blue"))
    for _ in range(3):
        inviting.invite(verbs.circle)
    verbs.records.add("member", {"name": "Closed"})
    Exchange(verbs.circle).close_tail()
    verbs.records.add("member", {"name": "Open"})
    path = verbs.circle.path
    spoil(verbs.circle, position, 40, 0xFF)
    verbs.circle.close()
    saved = salvage_file(home, home.find(path))
    assert saved is not None and saved.how == "alone" and saved.counts["member"] == 3
    again = open_circle(home, path)
    mend(again)
    assert len(again.roster.invites) == 2 and again.right == "organizer" and not Exchange(again).behind()
    Verbs(again).records.add("member", {"name": "Later"})
    assert Exchange(again).close_tail() and not has_open(again.connection)
    Exchange(again).rebuild()
    assert {str(row["name"]) for row in again.reader.list("member")} == {"Pilar", "Closed", "Open", "Later"}
    assert check(again) == [] and [row["name"] for row in again.reader.list("!charter")] == ["Riverside"]


def test_who_has_met_a_hub_that_the_list_names_no_more_is_not_alone(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    pilar.share()
    spoil(pilar.circle, 1, 40)
    path, world = pilar.circle.path, pilar.circle.surroundings
    pilar.circle.close()
    saved = salvage_file(pilar.home, pilar.home.find(path), "", world)
    assert saved is not None and not saved.alone and saved.how == "gaps"
