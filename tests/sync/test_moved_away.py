"""A circle that moves to another hub is shown there and no longer on the former one, which takes no sign-ups for it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sync_region import CODE, URL, Region
from web_visitor import Visitor

from learningcircles.crypto.sign import SigningKey
from learningcircles.surroundings import seeded
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.hub.app import build
from learningcircles_sync.hub.schema import open_database
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.serve import Identity, Receiver

OTHER = "https://other.example"
OFFER = "Bicycle repair"
FORM = {"name": "Quetzal", "contact": "0777", "words": "Hello"}


def test_the_former_hub_shows_nothing_of_a_circle_that_moved_until_it_comes_back(tmp_path: Path) -> None:
    region, keys = Region(tmp_path), {URL: None, OTHER: SigningKey(b"o" * 32)}
    keys[URL] = region.key
    with (
        closing(SqliteStore(tmp_path / "hub.sqlite", region.clock, region.key.public)) as store,
        closing(SqliteStore(tmp_path / "other.sqlite", region.clock, keys[OTHER].public)) as second,
    ):
        for code in (CODE, b"again"):
            store.new_code(code)
        second.new_code(b"two")
        region.receiver = Receiver(store, Identity(region.key, "Hub", URL), region.clock)
        region.others[OTHER] = Receiver(second, Identity(keys[OTHER], "Other", OTHER), region.clock)
        former = Visitor(build(region.receiver, store, seeded(99, region.clock)))
        newer = Visitor(build(region.others[OTHER], second, seeded(98, region.clock)))
        pilar = region.found()
        offer, _ = pilar.verbs.records.add("offer", {"title": OFFER, "reach": 5})
        pilar.share()
        form = f"/circles/{pilar.circle.id.hex()}/items/{offer.hex()}/answer?lang=en"

        def shown(visitor: Visitor, where: SqliteStore) -> bool:
            where.write_room(pilar.circle.id, lambda room: room.waiting_messages())  # after what it had to merge
            return OFFER in visitor.get("/offers?lang=en").text

        assert shown(former, store) and former.post(form, FORM).status == 303
        pilar.share()
        pilar.admit(HubCode(OTHER, None, b"two").text())
        pilar.share()
        assert pilar.circle.roster.hub == OTHER and shown(newer, second)
        assert not shown(former, store)
        assert former.get(form).status == former.post(form, FORM).status == 404
        assert newer.post(form, FORM).status == 303
        pilar.share()
        assert len(pilar.verbs.inbox.signups()) == 2

        pilar.admit(HubCode(URL, None, CODE).text())
        pilar.share()
        assert shown(former, store) and not shown(newer, second)


def test_a_hub_that_is_updated_stops_showing_what_had_moved_away_before(tmp_path: Path) -> None:
    region, other, path = Region(tmp_path), SigningKey(b"o" * 32), tmp_path / "hub.sqlite"
    with (
        closing(SqliteStore(path, region.clock)) as store,  # without its key it shows all, as former versions did
        closing(SqliteStore(tmp_path / "other.sqlite", region.clock, other.public)) as second,
    ):
        store.new_code(CODE)
        second.new_code(b"two")
        region.receiver = Receiver(store, Identity(region.key, "Hub", URL), region.clock)
        region.others[OTHER] = Receiver(second, Identity(other, "Other", OTHER), region.clock)
        pilar = region.found()
        pilar.verbs.records.add("offer", {"title": OFFER, "reach": 5})
        pilar.share()
        pilar.admit(HubCode(OTHER, None, b"two").text())
        pilar.share()
        store.write_room(pilar.circle.id, lambda room: room.waiting_messages())  # after what it had to merge
        assert pilar.circle.roster.hub == OTHER and store.catalogue(bytes(16), (b"", b""), 9)
    with closing(open_database(path)) as before:
        before.execute("DELETE FROM migration WHERE n>5")
    with closing(SqliteStore(path, region.clock, region.key.public)) as store:
        store.write_room(pilar.circle.id, lambda room: room.waiting_messages())
        assert not store.catalogue(bytes(16), (b"", b""), 9)
