"""What a circle shows: the chosen projection leaves in the clear and nothing else, for as long as it is to be shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import closing
from zoneinfo import ZoneInfo

import pytest
from catalogue_place import Place, day
from sync_region import URL, hashes

from learningcircles.circle import publish
from learningcircles.circle.figures import past_months
from learningcircles.entities.declare import Kind
from learningcircles.laptop.rights import revoke
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.hub import catalogue, keeping, merging
from learningcircles_sync.hub.schema import open_database
from learningcircles_sync.hub.store_sqlite import SqliteStore

TEXTS = (Kind.TEXT, Kind.NOTE)
DAY_MS = 24 * 3600 * 1000


def test_items_are_renewed_withdrawn_and_never_shown_when_expired(place: Place) -> None:
    verbs = place.pilar.verbs
    lasting, _ = verbs.records.add("offer", {"title": "Lasting", "reach": 5})
    ending, _ = verbs.records.add("offer", {"title": "Ending", "reach": 5, "expires": day(place, 10)})
    meetup, _ = verbs.meetups.plan("Soon", f"{day(place, 3)}T18:00", 60, reach=5)
    place.share()
    latest = max(body["expires"] for body in place.items().values())
    assert latest <= day(place, 180)
    assert set(place.items()) >= {lasting, ending, meetup}
    place.region.clock.ms += 11 * DAY_MS
    assert set(place.items()) & {lasting, ending, meetup} == {lasting}, "the hub itself shows nothing that is over"
    before = place.pilar.circle.reader.get("item", ending)["body"]
    assert before is not None
    place.share()
    assert place.pilar.circle.reader.get("item", ending)["body"] is None, "the next laptop to share withdraws it"
    assert place.pilar.share().sent == 0, "and then nothing is written again"
    place.region.clock.ms += 100 * DAY_MS
    place.share()
    assert place.items()[lasting]["expires"] == day(place, 180), "what goes on is renewed"
    place.region.clock.ms += 181 * DAY_MS
    assert place.items() == {}
    assert "Lasting" not in place.visitor.get("/offers?lang=en").text
    verbs.records.edit("offer", lasting, {"reach": 0})
    place.share()
    assert place.pilar.circle.reader.get("item", lasting)["body"] is None


def test_what_a_killed_hub_had_not_shown_yet_is_shown_when_it_starts_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place.store._writer, "_after", lambda connection: None)  # killed after the commit, before that
    place.pilar.verbs.records.add("offer", {"title": "Kiln", "reach": 5})
    place.share()
    assert not place.items()
    place.store.close()
    SqliteStore(place.folder.database, place.region.clock).close()
    with closing(open_database(place.folder.database)) as connection:
        shown = catalogue.items(connection, place.store.today(), reach=5)
    assert "Kiln" in {item.body.get("title") for item in shown}


def test_another_circles_laptop_shows_nothing_that_has_expired(place: Place) -> None:
    place.pilar.verbs.records.add("offer", {"title": "Ending", "reach": 5, "expires": day(place, 10)})
    place.share()
    place.store.new_code(b"second")
    other = place.region.found(admitted=False)
    other.admit(HubCode(URL, None, b"second").text())
    other.share()
    assert [item.body["title"] for item in other.circle.reader.catalogue("ending", today=day(place, 0))] == ["Ending"]
    assert other.circle.reader.catalogue("ending", today=day(place, 11)) == []


def test_monthly_figures_hide_small_numbers_and_stay_as_they_were_told(place: Place) -> None:
    verbs = place.pilar.verbs
    people = [verbs.records.add("member", {"name": f"Member {n}"})[0] for n in range(3)]
    last, before = (month for month, _ in zip(months(place), range(2), strict=False))
    for n in range(6):
        verbs.swaps.record(people[0], people[1], 30, "bicycles", f"{last}-1{n}")
    for n in range(4):
        verbs.swaps.record(people[0], people[2], 30, "bicycles", f"{before}-1{n}")
    place.share()
    assert [body for body in place.items().values() if body["kind"] == "figures"] == [], "only where it was chosen"
    verbs.records.edit("settings", place.pilar.circle.id, {"figures": 3})
    place.share()
    (told,) = [body for body in place.items().values() if body["kind"] == "figures"]
    assert told == {"kind": "figures", "reach": 3, "expires": told["expires"], "month": last, "exchanges": 6,
                    "minutes": 180}  # fmt: skip
    verbs.swaps.record(people[0], people[1], 30, "late", f"{last}-20")
    assert place.pilar.share().sent <= 1
    place.share()
    assert [body["exchanges"] for body in place.items().values() if body["kind"] == "figures"] == [6]
    verbs.records.edit("settings", place.pilar.circle.id, {"figures": 0})
    place.share()
    assert [body for body in place.items().values() if body["kind"] == "figures"] == []


def test_a_circles_page_shows_its_months_in_numbers_and_the_year_of_a_day_that_is_in_another(place: Place) -> None:
    verbs = place.pilar.verbs
    people = [verbs.records.add("member", {"name": f"Member {n}"})[0] for n in range(2)]
    last = next(months(place))
    for n in range(6):
        verbs.swaps.record(people[0], people[1], 30, "bicycles", f"{last}-1{n}")
    verbs.records.edit("settings", place.pilar.circle.id, {"figures": 5})
    this, far = day(place, 0), day(place, 800)
    verbs.meetups.plan("Far evening", f"{far}T19:00", 60, reach=5)
    verbs.meetups.plan("Tonight", f"{this}T23:30", 60, reach=5)
    place.share()
    address = f"/circles/{place.pilar.circle.id.hex()}"
    for lang, lines in (
        ("en", ("<p>Exchanges: 6</p><p>Hours exchanged: 3\u00a0h</p>", f" {far[:4]}, 19:00")),
        ("fr", ("<p>Échanges : 6</p>", f" {far[:4]}, 19:00")),
        ("es", ("<p>Intercambios: 6</p>", f" de {far[:4]}, 19:00")),
    ):
        page = place.visitor.get(f"{address}?lang={lang}").text
        assert all(line in page for line in lines) and f"{last[:4]}</h3>" in page and f"{this[:4]}, 23" not in page
    assert "Nothing was found" in place.visitor.get(f"/search?q={last}&lang=en").text


def test_a_payload_goes_only_when_all_in_it_is_superseded_and_newcomers_see_the_same(place: Place) -> None:
    verbs = place.pilar.verbs
    offers = [verbs.records.add("offer", {"title": f"Offer {n}", "reach": 5})[0] for n in range(3)]
    place.share()
    for n in range(merging.SPARE_PAYLOADS + 14):
        verbs.records.edit("offer", offers[0], {"title": f"Bicycles {n}"})
        place.share()
    kept, all_ = place.payloads()
    assert kept < all_ and kept >= 2, "the first one still holds two offers that nobody has changed"
    assert {body["title"] for body in place.items().values() if body["kind"] == "offer"} == {
        f"Bicycles {merging.SPARE_PAYLOADS + 13}", "Offer 1", "Offer 2",
    }  # fmt: skip
    amina = place.region.laptop(place.pilar, "Amina")
    place.share(amina, place.pilar, amina)
    assert hashes(amina) == hashes(place.pilar)
    assert amina.circle.reader.state_hash()["catalogue"] == place.pilar.circle.reader.state_hash()["catalogue"]
    assert keeping.check(place.folder).problems == []
    assert amina.verbs.publish.refresh().touched == frozenset(), "nothing is missing there, so nothing is written"


def months(place: Place) -> Iterator[str]:
    return past_months(datetime.date.fromisoformat(day(place, 0)))


def test_learners_read_hours_and_languages_in_words_and_no_meetup_that_has_ended(place: Place) -> None:
    verbs = place.pilar.verbs
    verbs.records.add("offer", {"title": "Baking", "reach": 5, "languages": ["ar", "pt", "tlh"]})
    verbs.meetups.plan("Repair evening", f"{day(place, 3)}T15:00", 120, reach=5)
    verbs.meetups.plan("Pottery", f"{day(place, 3)}T20:00", 90, place="Old Port", reach=5)
    place.share()
    offers = {lang: place.visitor.get(f"/offers?lang={lang}").text for lang in ("en", "fr", "es")}
    assert "In: Arabic, Portuguese, tlh" in offers["en"] and "En: arabe, portugais, tlh" in offers["fr"]
    assert "En: árabe, portugués, tlh" in offers["es"]
    page = place.visitor.get("/meetups?lang=en").text
    assert "<p>2\u00a0h</p>" in page and "Old Port · 1\u00a0h\u00a030\u00a0min" in page and "minutes" not in page
    page = place.visitor.get("/meetups?lang=fr").text
    assert "Old Port · 1\u00a0h\u00a030\u00a0min" in page and ", 20:00" in page, "as the desktop writes them"
    start = datetime.datetime.fromisoformat(f"{day(place, 3)}T15:00").replace(tzinfo=ZoneInfo("Europe/Lisbon"))
    for minute, seen in ((-60, True), (119, True), (121, False)):
        place.region.clock.ms = int(start.timestamp() * 1000) + minute * 60_000
        for address in ("/", "/meetups", "/search?q=repair", "/meetups.ics"):
            assert ("Repair evening" in place.visitor.get(address).text) is seen, (minute, address)
    assert "Pottery" in place.visitor.get("/meetups").text


def test_an_empty_search_asks_for_words(place: Place) -> None:
    assert "Type a word" in place.visitor.get("/search?q=%20&lang=en").text
    assert "Nothing was found" in place.visitor.get("/search?q=zzz&lang=en").text


def test_what_a_stolen_laptop_published_goes_with_it_and_what_was_shown_before_is_shown_again(place: Place) -> None:
    baking, _ = place.pilar.verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.share()
    amina = place.region.laptop(place.pilar, "Amina")
    moment = place.region.clock.ms
    amina.verbs.records.edit("offer", baking, {"title": "Buy pills"})
    spam, _ = amina.verbs.records.add("offer", {"title": "Easy money", "reach": 5})
    place.share(amina)
    assert {place.items()[each]["title"] for each in (baking, spam)} == {"Buy pills", "Easy money"}
    before = place.store.catalogue_digest(b"")
    revoke(place.pilar.circle, amina.circle.secrets.device.id, moment)
    place.share()
    assert spam not in place.items() and place.items()[baking]["title"] == "Baking"
    assert place.store.catalogue_digest(b"") != before, "other circles' laptops hear of it"
    page = place.visitor.get("/offers?lang=en").text
    assert "Baking" in page and "pills" not in page and "money" not in page


def test_what_a_hub_has_dropped_is_written_again_when_what_overwrote_it_no_longer_counts(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "SPARE_PAYLOADS", -10)
    verbs = place.pilar.verbs
    knitting, _ = verbs.records.add("offer", {"title": "Knitting", "reach": 5})
    place.share()
    baking, _ = verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.share()
    verbs.records.edit("offer", knitting, {"reach": 0})
    place.share()
    assert set(place.items()) & {baking, knitting} == {baking}
    amina = place.region.laptop(place.pilar, "Amina")
    moment = place.region.clock.ms
    amina.verbs.records.edit("offer", baking, {"title": "Buy pills"})
    amina.verbs.records.edit("offer", knitting, {"reach": 5, "title": "Easy money"})
    place.share(amina)
    assert place.payloads()[0] < place.payloads()[1], "what was overwritten has been dropped"
    revoke(place.pilar.circle, amina.circle.secrets.device.id, moment)
    place.share(place.pilar, place.pilar)  # only the first one brings what had been overwritten here
    assert {place.items()[each]["title"] for each in {baking, knitting} & set(place.items())} == {"Baking"}
    bo = place.region.laptop(place.pilar, "Bo")
    assert hashes(bo) == hashes(place.pilar), "a newcomer has it as well"
    assert [place.pilar.share().sent, bo.share().sent] == [0, 0], "it is written again once"


def test_a_roster_that_moves_without_changing_what_counts_makes_nothing_anew(place: Place) -> None:
    place.pilar.verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.share()
    before = place.store.catalogue_digest(b"")
    place.region.laptop(place.pilar, "Amina")
    place.share()
    assert place.store.catalogue_digest(b"") == before


def test_what_a_losing_branch_of_a_log_published_is_shown_no_longer(place: Place) -> None:
    place.pilar.verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.share()
    assert place.items()
    device = place.pilar.circle.secrets.device.id
    place.store.write_room(place.pilar.circle.id, lambda room: room.cut(2, device, 1, keep=False))
    place.store.write_room(place.pilar.circle.id, lambda room: None)
    assert not place.items()


def test_no_circle_shows_an_item_longer_than_half_a_year_after_it_wrote_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "LONGEST", datetime.timedelta(days=36_500))
    offer, _ = place.pilar.verbs.records.add("offer", {"title": "For ever", "reach": 5})
    place.share()
    assert place.items()[offer]["expires"] == day(place, 180), "laptops of other circles keep what the hub gives them"
    place.region.clock.ms += 181 * DAY_MS
    assert place.items() == {}


def test_a_hub_that_was_updated_judges_all_that_it_shows_once(place: Place) -> None:
    place.pilar.verbs.records.add("offer", {"title": "Baking", "reach": 5})
    place.share()
    shown = place.items()
    place.store.close()
    with closing(open_database(place.folder.database)) as connection:
        connection.execute("UPDATE item SET body=NULL")
        connection.execute("DELETE FROM migration WHERE n=3")
        connection.execute("DROP TABLE stale")
        connection.execute("ALTER TABLE segment DROP COLUMN counted")
        connection.execute("ALTER TABLE message DROP COLUMN about")
    again = SqliteStore(place.folder.database, place.region.clock)
    again.write_room(place.pilar.circle.id, lambda room: None)
    with again.snapshot() as connection:
        assert {item.id: item.body for item in catalogue.items(connection, again.today(), reach=2)} == shown
    again.close()
