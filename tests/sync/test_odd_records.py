"""One odd record, by whoever wrote it, keeps nobody from sharing, and no page from being shown."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from catalogue_place import Place
from sync_region import Region

from learningcircles_sync.protocol import Item

ODD: list[tuple[str, dict[str, Any]]] = [
    ("signup", {"kind": "offer", "state": "accepted", "answered": "2027-01-15", "message": "zz", "about": "no id"}),
    ("signup", {"kind": "meetup", "state": "waiting", "message": "ab", "about": "zz"}),
    ("meetup", {"title": "x", "reach": 5, "start": {"at": "2030-01-15T10:00", "zone": {"a": {"b": {"c": "d"}}}}}),
    ("meetup", {"title": "x", "reach": 5, "start": {"at": {"a": "b"}, "zone": "Europe/Lisbon"}}),
    ("offer", {"title": {"a": {"b": {"c": {"d": "e"}}}}, "reach": 5}),
]


@pytest.mark.parametrize(("entity", "fields"), ODD)
def test_an_odd_record_keeps_nobody_from_sharing(tmp_path: Path, entity: str, fields: dict[str, Any]) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina", "recorder")
    with amina.circle.change("odd") as change:
        change.set(entity, b"S" * 16, fields)
    amina.share()
    pilar.verbs.records.add("offer", {"title": "Bread", "reach": 5})
    for _ in range(2):
        assert not pilar.share().obstacles
    assert pilar.share().waiting == 0
    pilar.write_bundle(tmp_path / "stick")
    shown = [record["body"].get("title") for record in pilar.circle.reader.list("item") if record["body"]]
    assert "Bread" in shown


@pytest.mark.parametrize("zone", ["Europe", "x" * 300, "Bad\r\nATTACH:http://evil\r\nX-A", 7])
def test_an_odd_zone_takes_no_page_down_and_adds_no_line(place: Place, zone: object) -> None:
    body = {"kind": "meetup", "title": "Odd\r\nATTACH:x", "reach": 5, "expires": "2027-06-01", "minutes": -5}
    start = {"at": "2027-03-01T10:00", "zone": zone}
    with place.pilar.circle.change("odd") as change:
        change.set("item", b"Z" * 16, {"body": {**body, "start": start}})
        change.set("item", b"Y" * 16, {"body": {**body, "title": "Sound", "start": {**start, "zone": "Europe/Lisbon"}}})
    place.pilar.verbs.publish.refresh = lambda: None
    place.share(place.pilar)
    for path in ("/", "/meetups", "/search?q=sound", "/offers"):
        assert place.visitor.get(path).status == 200
    calendar = place.visitor.get("/meetups.ics").text
    assert "\r\nATTACH" not in calendar and "PT-5M" not in calendar and "SUMMARY:Sound" in calendar


def test_a_published_item_that_no_program_writes_hides_no_other(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    odd: list[Any] = [1.5, float("nan"), 2**70 % 2**64, datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)]
    bodies = [{"kind": "offer", "title": "Odd", "expires": "2028-01-01", "x": each} for each in odd]
    bodies.append({"kind": "offer", "title": "Sound", "expires": "2028-01-01"})
    region.store.items = [
        Item(bytes(15) + b"x", "Hillside", number.to_bytes(16, "big"), body) for number, body in enumerate(bodies)
    ]
    assert not pilar.share().obstacles
    shown = {item.body["title"] for item in pilar.circle.reader.catalogue(today="2027-01-15")}
    assert "Sound" in shown
