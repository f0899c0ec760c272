"""What other programs, damaged rows and greedy circles may do to the region's catalogue: no more than to themselves."""

from __future__ import annotations

import logging
import sqlite3

import pytest
from catalogue_place import Place, day
from sync_region import add_member, hashes

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.create import open_circle
from learningcircles.codec import encode
from learningcircles.journal.segment import Header, Segment
from learningcircles.laptop.erasing import erase
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.region import Region as RegionCatalogue
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import catalogue, web
from learningcircles_sync.lan.answering import Answering
from learningcircles_sync.line import Line
from learningcircles_sync.protocol import SYNC_PATH, Page, Sync

STRANGER = bytes(16)
"""A circle that comes before every other one."""


def show(place: Place, *bodies: dict[str, object]) -> None:
    """Put items of another circle onto the hub as they are, whatever wrote them."""
    expires = day(place, 100)

    def put(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT OR IGNORE INTO circle VALUES (?,0,0,1,0)", (STRANGER,))
        rows = [
            (STRANGER, n.to_bytes(16, "big"), 5, STRANGER, body["kind"], 5, expires,
             encode({**body, "reach": 5, "expires": expires}))
            for n, body in enumerate(bodies)
        ]  # fmt: skip
        connection.executemany("INSERT OR REPLACE INTO item VALUES (?,?,?,?,?,?,?,?)", rows)

    place.store._writer.run(put)


def test_an_item_whose_keys_are_no_texts_is_not_kept_and_stops_nothing(place: Place) -> None:
    sound = {"kind": "offer", "title": "Loom", "expires": "2030-01-01"}
    odd = {**sound, "title": "Kiln", "start": {b"at": "x"}}
    rows = [CatalogueItem(STRANGER, "Hill", bytes([n]) * 16, body) for n, body in enumerate([odd, sound])]
    kept = RegionCatalogue(place.pilar.circle)
    kept.keep(b"12345678", rows)
    assert [item.body["title"] for item in place.pilar.circle.reader.catalogue(today="2020-01-01")] == ["Loom"]


def test_a_meetup_without_a_day_and_time_that_can_be_read_is_left_out_of_the_calendar_alone(
    place: Place,
) -> None:
    place.pilar.verbs.meetups.plan("Open day", f"{day(place, 3)}T18:00", 60, reach=5)
    place.share()
    at = day(place, 4)
    starts = [
        f"{at}T10:00", None, 5, {}, {"at": ""}, {"at": at[:5] + "13-01T10:00"}, {"at": {}}, {"at": "soon", "zone": 5},
        {"at": f"{at}T10:00\nX-EVIL:1", "zone": "Europe/Lisbon"},
    ]  # fmt: skip
    good = [{"at": f"{at}T10:00", "zone": "../../etc"}, {"at": f"{at}T10:00+05:00", "zone": 7}, {"at": at}]
    show(place, *({"kind": "meetup", "title": f"Odd {n}", "start": start} for n, start in enumerate([*starts, *good])))
    seen = place.visitor.get("/meetups.ics")
    assert seen.status == 200
    lines = seen.text.split("\r\n")
    assert [line for line in lines if line.startswith("SUMMARY")].count("SUMMARY:Open day") == 1
    days = at.replace("-", "")
    odd = [line.partition(":")[2] for line in lines if line.startswith("DTSTART;TZID=UTC")]
    assert sorted(odd) == [f"{days}T{time}" for time in ("000000", "100000", "100000")]
    assert seen.text.count("BEGIN:VEVENT") == 4
    for address in ("/", "/meetups", "/search?q=odd", f"/circles/{STRANGER.hex()}"):
        assert place.visitor.get(address).status == 200, address


def test_no_circle_hides_another_however_much_it_shows(place: Place) -> None:
    other = place.pilar.circle.id
    assert other > STRANGER
    offer, _ = place.pilar.verbs.records.add("offer", {"title": "zz Baking", "reach": 5})
    place.share()
    show(place, *({"kind": "offer", "title": f"Spam {n}"} for n in range(10_000)))
    assert offer in place.items(), "laptops of other circles get it"
    with place.store.snapshot() as connection:
        few = catalogue.items(connection, place.store.today(), reach=5, most=3)
    assert [item.circle for item in few] == [STRANGER, STRANGER, other]
    assert place.visitor.get(f"/circles/{other.hex()}").status == 200
    assert "zz Baking" in place.visitor.get("/search?q=baking").text
    first = place.visitor.get("/offers?lang=en")
    assert first.text.count('<li class="card') == web.OF_A_LEAF and "zz Baking" not in first.text
    leaves = (catalogue.MOST_OF_A_CIRCLE + 1) // web.OF_A_LEAF + 1
    assert 'href="/offers?page=2&amp;lang=en"' in first.text and f"1 / {leaves}" in first.text
    last = place.visitor.get(f"/offers?page={leaves}&lang=en")
    assert "zz Baking" in last.text and 'rel="next"' not in last.text
    for odd in ("0", "-1", "x", "²", "9" * 40):
        assert place.visitor.get(f"/offers?page={odd}").status == 200
    again = place.visitor.get("/search?q=spam+%26&lang=en&page=2").text
    assert "page=" not in again, "nothing holds these words"
    assert 'href="/search?q=spam&amp;page=3&amp;lang=en"' in place.visitor.get("/search?q=spam&lang=en&page=2").text


def push_blank(place: Place, engine: Engine, segments: list[Segment]) -> Page:
    """Push another laptop's catalogue segments without their payloads, as another program may."""
    circle = engine.circle
    device = circle.secrets.device
    line = Line(Direct(place.region.answer), place.region.key.public, device.id, device.sign, place.region.clock)
    blank = [segment._replace(payload=None) for segment in segments]
    return line.ask(SYNC_PATH, Sync(circle.id, circle.roster.head, [], bytes(16), b"", segments=blank), Page)


def unshared(place: Place, engine: Engine) -> list[Segment]:
    """Close a laptop's tail; return its catalogue segments that the hub has not got."""
    exchange = Exchange(engine.circle)
    exchange.close_tail()
    with place.store.snapshot() as connection:
        rows = connection.execute("SELECT space, device, seq FROM head").fetchall()
    found = exchange.after({(space, device): seq for space, device, seq in rows}, 10**9)
    return [segment for segment in found if Header.parse(segment.header).space == 2]


@pytest.mark.parametrize("way", ["hub", "stick"])
def test_who_leaves_out_what_another_laptop_shows_has_hidden_it_until_that_one_shares(
    place: Place,
    way: str,
) -> None:
    looks = place.region.laptop(place.pilar, "Hall screen", "reader")
    amina = place.region.laptop(place.pilar, "Amina")
    place.share(looks, amina, place.pilar, looks, amina)
    offer, _ = place.pilar.verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.pilar.verbs.publish.refresh()
    new = unshared(place, place.pilar)
    assert push_blank(place, looks, new).accepted == len(new) == 1
    place.share(amina)
    assert offer not in place.items() and not amina.circle.reader.find_one("item", offer)
    foreign = new[0]._replace(payload=b"something else")
    assert Exchange(amina.circle).receive([foreign]).new == 0, "the header names another payload"
    assert not amina.circle.reader.find_one("item", offer)
    place.share(place.pilar)
    assert place.items()[offer]["title"] == "Baking"
    if way == "stick":
        stick = place.folder.path / "pilar.bundle"
        place.pilar.write_bundle(stick)
        amina.read_bundle(stick)
    place.share(amina, looks, place.pilar)
    bo = place.region.laptop(place.pilar, "Bo")
    place.share(bo, amina)
    told = [hashes(engine)["catalogue"] for engine in (place.pilar, amina, bo)]
    assert told[0] is not None and len(set(told)) == 1
    assert [place.pilar.share().sent, amina.share().received] == [0, 0]
    before = hashes(amina)
    Exchange(amina.circle).rebuild()
    assert hashes(amina) == before


@pytest.mark.parametrize("beside", [False, True])
def test_what_was_left_out_is_asked_of_whoever_has_it(place: Place, beside: bool) -> None:
    """Not of its maker alone, who may be away for a month: the hub, or a laptop beside, says that it has it not yet."""
    looks = place.region.laptop(place.pilar, "Hall screen", "reader")
    amina = place.region.laptop(place.pilar, "Amina")
    place.share(looks, amina, place.pilar, looks, amina)
    offer, _ = place.pilar.verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.pilar.verbs.publish.refresh()
    new = unshared(place, place.pilar)
    blank = [segment._replace(payload=None) for segment in new]
    stick = place.folder.path / "pilar.bundle"
    place.pilar.write_bundle(stick)
    amina.read_bundle(stick)
    assert amina.circle.reader.find_one("item", offer)
    if beside:
        assert Exchange(looks.circle).receive(blank).new == 1
        circle = looks.circle
        again = open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
        place.region.others["beside"] = Answering(again, lambda: None)
        assert not circle.reader.find_one("item", offer)
        amina.share_beside("beside")
        again.close()
        assert looks.circle.reader.find_one("item", offer)
        return
    push_blank(place, looks, new)
    place.share(looks)
    assert offer not in place.items()
    place.share(amina)
    assert place.items()[offer]["title"] == "Baking"
    place.share(looks, amina)
    assert looks.circle.reader.find_one("item", offer) and amina.share().sent == 0
    with place.store.snapshot() as connection:
        assert connection.execute("SELECT * FROM blank").fetchall() == []


def test_what_was_erased_of_a_circles_catalogue_is_filled_in_by_nobody(place: Place) -> None:
    member = add_member(place.pilar, "Teacher")
    place.pilar.verbs.records.add("consent", {"member": member, "purpose": "publish_listing", "given": True,
                                              "how": "paper", "on": day(place, 0)})  # fmt: skip
    place.pilar.verbs.records.add("offer", {"member": member, "title": "Baking", "reach": 5})
    place.pilar.verbs.publish.refresh()
    whole = unshared(place, place.pilar)
    place.share()
    erase(place.pilar.verbs, member)
    place.share()
    before = place.payloads()
    assert before[0] < before[1], "its payload is gone"
    device = place.pilar.circle.secrets.device
    line = Line(Direct(place.region.answer), place.region.key.public, device.id, device.sign, place.region.clock)
    circle = place.pilar.circle
    line.ask(SYNC_PATH, Sync(circle.id, circle.roster.head, [], bytes(16), b"", segments=whole), Page)
    assert Exchange(circle).receive(whole).new == 0
    assert place.payloads() == before
    held = circle.connection.execute("SELECT count(payload) FROM segment WHERE header=?", (whole[0].header,)).fetchone()
    assert held == (0,)


def test_a_circle_that_cannot_be_merged_stops_no_other_one_and_is_tried_when_it_moves_on(
    place: Place,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.ERROR, "learningcircles.hub")

    def damage(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO circle VALUES (?,0,0,1,0)", (STRANGER,))
        connection.execute("INSERT INTO roster_entry VALUES (?,0,x'00')", (STRANGER,))
        connection.execute("INSERT INTO stale VALUES (?,0)", (STRANGER,))

    place.store._writer.run(damage)
    offer, _ = place.pilar.verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.share()
    assert place.items()[offer]["title"] == "Baking"
    told = [record for record in caplog.records if STRANGER.hex() in record.getMessage()]
    assert len(told) == 1, "the steward reads of it once, not after every write"
    with place.store.snapshot() as connection:
        assert connection.execute("SELECT circle FROM stale").fetchall() == [(STRANGER,)], "it still waits"

    def mend(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM roster_entry WHERE circle=?", (STRANGER,))
        connection.execute("INSERT INTO roster_entry SELECT ?, position, wire FROM roster_entry", (STRANGER,))
        connection.execute("UPDATE circle SET version=2 WHERE circle=?", (STRANGER,))

    place.store._writer.run(mend)
    place.store.write_room(place.pilar.circle.id, lambda room: None)
    with place.store.snapshot() as connection:
        assert connection.execute("SELECT circle FROM stale").fetchall() == []
