"""Versions side by side: what a newer one wrote passes through an older one unharmed, and appears later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import msgspec
from sync_region import Region, add_member, hashes

from learningcircles.circle import create
from learningcircles.codec import encode
from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import ZERO_HASH, Draft, Header, close_segment, header_hash
from learningcircles.storage.check import check
from learningcircles_sync import protocol
from learningcircles_sync.engine import Engine
from learningcircles_sync.line import Line
from learningcircles_sync.protocol import Page, Sync

VENUE = Entity("venue", "Venue", "Venues", (Field("name", "Name", required=True), Field("rooms", "Rooms", many=True)))
YEAR_MS = 365 * 24 * 3_600_000


@contextmanager
def newer() -> Iterator[None]:
    """For a while this is a version that knows one more kind of record, and more of members."""
    before = dict(ENTITIES)
    member = ENTITIES["member"]
    more = (Field("shoe_size", "Shoe size", Kind.INTEGER), Field("crafts", "Crafts", many=True))
    ENTITIES["member"] = replace(member, fields=(*member.fields, *more))
    ENTITIES["venue"] = VENUE
    try:
        yield
    finally:
        ENTITIES.clear()
        ENTITIES.update(before)


def reopened(region: Region, engine: Engine) -> Engine:
    """The same laptop after its program was started again."""
    old = engine.circle
    old.close()
    circle = create.open_circle(old.path, old.secrets, old.surroundings, old.mark, old.keyring)
    return region.engine(engine.home, circle, circle.surroundings)


def test_fields_and_kinds_from_the_future_pass_through_and_appear_after_the_upgrade(tmp_path: Path) -> None:
    region = Region(tmp_path)
    old = region.found()
    new = region.laptop(old, "Amina")
    far = region.laptop(old, "Chidi")
    one = add_member(old, "João", phone="1")
    old.share()
    with newer():
        new = reopened(region, new)
        new.share()
        new.verbs.records.edit("member", one, {"shoe_size": 44, "phone": "2"}, add={"crafts": ["felt", "iron"]})
        venue, _ = new.verbs.records.add("venue", {"name": "Old Port hall", "rooms": ["blue", "green"]})
        new.share()
        theirs = hashes(new)
    old.share()
    assert old.circle.reader.get("member", one)["phone"] == "2"
    assert "shoe_size" not in old.circle.reader.get("member", one).fields
    assert hashes(old) == theirs, "what is not understood counts all the same"
    assert check(old.circle) == []
    old.verbs.records.edit("member", one, {"email": "joao@example.org"})
    old.write_bundle(tmp_path / "stick")
    far.read_bundle(tmp_path / "stick")
    far = reopened(region, far)
    assert hashes(far) == hashes(old)

    with newer():
        old, far = reopened(region, old), reopened(region, far)
        for engine in (old, far):
            record = engine.circle.reader.get("member", one)
            assert (record["shoe_size"], record["crafts"]) == (44, ["felt", "iron"])
            assert (record["phone"], record["email"]) == ("2", "joao@example.org")
            assert engine.circle.reader.get("venue", venue).fields == {
                "name": "Old Port hall",
                "rooms": ["blue", "green"],
            }
            assert check(engine.circle) == []
        new.share()
        old.share()
        new.share()
        assert hashes(old) == hashes(new)


def test_a_laptop_that_was_away_for_a_year_just_shares(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    late = add_member(amina, "Written a year ago")
    offer, _ = amina.verbs.records.add("offer", {"title": "Bicycle repair", "reach": 5})
    for month in range(12):
        region.clock.ms += YEAR_MS // 12
        chidi = region.laptop(pilar, f"Laptop {month}") if month % 4 == 0 else None
        add_member(pilar, f"Month {month}")
        pilar.share()
        if chidi is not None:
            chidi.share()
    back = reopened(region, amina)
    outcome = back.share()
    assert not outcome.obstacles and outcome.waiting == 0
    pilar.share()
    back.share()
    assert pilar.circle.reader.get("member", late)["name"] == "Written a year ago"
    assert hashes(pilar) == hashes(back)
    body = back.circle.reader.get("item", offer)["body"]
    assert body is not None and body["expires"] > "2028-01", "renewed by the date of today"


def test_a_segment_of_a_later_version_is_carried_unread(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "João")
    amina.share()
    pilar.share()
    device = amina.circle.secrets.device
    held = region.store.rooms[pilar.circle.id].heads()[1, device.id]
    draft = Draft(pilar.circle.id, 1, device.id, held.seq + 1, held.hash, amina.circle.roster.head)
    key = amina.circle.journal.epochs[1, amina.circle.roster.state.epochs[1][-1].name]
    changeset = Changeset(1, None, b"a" * 16, "", {}, (SetOp("member", b"m" * 16, {"name": "Later"}, {}),))
    made = close_segment(draft, [changeset], device.sign, key, amina.circle.surroundings.random)
    parts = msgspec.msgpack.decode(made.header)
    parts[0] = 2
    header = encode(parts)
    signed = made._replace(header=header, signature=device.sign.sign(b"lc1 segment" + header))
    assert Header.parse(header).v == 2 and header_hash(header) != ZERO_HASH
    message = Sync(pilar.circle.id, amina.circle.roster.head, [], bytes(16), segments=[signed])
    line = Line(region.transports("https://hub.example", None), region.key.public, device.id, device.sign, region.clock)
    page = line.ask(protocol.SYNC_PATH, message, Page)
    assert page.accepted == 1 and page.rejected == []
    before = pilar.circle.reader.state_hash()
    pilar.share()
    assert pilar.circle.reader.state_hash() == before, "stored and forwarded, not folded"
    assert pilar.share().requests == 1
    far = region.laptop(pilar, "Chidi")
    held_there = far.circle.connection.execute("SELECT count(*) FROM segment WHERE header=?", (header,)).fetchone()
    assert held_there == (1,)


def test_ends_of_messages_that_a_later_version_appends_are_ignored() -> None:
    message = Sync(b"c" * 16, b"h" * 16, [[], [3]], b"d" * 16)
    whole = msgspec.msgpack.decode(msgspec.msgpack.encode(message))
    longer = [*whole, "new", {"and": "newer"}]
    assert protocol.decode(msgspec.msgpack.encode(longer), Sync) == message


def test_empty_ends_of_messages_are_left_out_and_read_as_empty() -> None:
    told = Sync(b"c" * 16, b"h" * 16, [[], [3]], b"d" * 16, fallen=b"")
    said = Sync(b"c" * 16, b"h" * 16, [[], [3]], b"d" * 16, aside=[])
    half = Sync(b"c" * 16, b"h" * 16, [[], [3]], b"d" * 16, strays=[])
    silent = Sync(b"c" * 16, b"h" * 16, [[], [3]], b"d" * 16)
    for message, left_out in ((told, 0), (said, 1), (half, 2), (silent, 3)):
        packed = protocol.encode(message)
        assert len(msgspec.msgpack.decode(packed)) == len(message.__struct_fields__) - left_out
        assert protocol.decode(packed, Sync) == message
