"""Answers and sign-ups from the hub's pages to the circle's laptops: sealed, once each, answered by a private link."""

from __future__ import annotations

import ipaddress
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.requests import Request
from sync_region import CODE, URL, Region, add_member, hashes, invite_to
from web_visitor import Visitor

from learningcircles.circle.believing import trust_clock
from learningcircles.crypto.envelope import ReceiveKey, seal_to
from learningcircles.errors import InvalidValue, NotFound, Unreachable, Unreadable, Usage
from learningcircles.journal.letter import MESSAGE_BYTES, Letter, message_id, open_letter, seal_letter
from learningcircles.laptop.leaving import note_presence
from learningcircles.laptop.rights import revoke
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import seeded
from learningcircles.trust.roster import Roster
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import answering
from learningcircles_sync.hub.app import build
from learningcircles_sync.hub.letters import ALWAYS_TAKEN, MOST_OF_ONE, MOST_WAITING
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.hub.visitors import LOCAL, OF_A_CIRCLE, OF_AN_ADDRESS, read_proxies, whose
from learningcircles_sync.line import Line
from learningcircles_sync.protocol import SYNC_PATH, Done, Page, Sync
from learningcircles_sync.serve import Identity, Receiver

SECRETS = {"name": "Quetzal Visitor", "contact": "visitor-0777-canary", "words": "I bring a squeaky-canary bicycle"}


@dataclass
class Place:
    """A region whose hub has pages, its store, a founder's laptop with a published meetup and offer."""

    region: Region
    store: SqliteStore
    visitor: Visitor
    pilar: Engine
    meetup: bytes
    offer: bytes

    def link(self, item: bytes) -> str:
        return f"/circles/{self.pilar.circle.id.hex()}/items/{item.hex()}/answer?lang=en"

    def sign_up(self, item: bytes | None = None, **fields: str) -> str:
        """Fill in a form; returns the private link."""
        sent = self.visitor.post(self.link(item or self.meetup), {**SECRETS, **fields})
        assert sent.status == 303, sent.text
        return sent.headers["location"]

    def waiting(self) -> int:
        """How many messages the hub keeps; comes after what it still had to merge into its pages."""
        return self.store.write_room(self.pilar.circle.id, lambda room: room.waiting_messages())


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    region = Region(tmp_path)
    store = SqliteStore(tmp_path / "hub.sqlite", region.clock)
    store.new_code(CODE)
    region.receiver = Receiver(store, Identity(region.key, "Hub", URL), region.clock)
    visitor = Visitor(build(region.receiver, store, seeded(99, region.clock)))
    pilar = region.found()
    meetup, _ = pilar.verbs.meetups.plan("Open day", "2027-03-01T18:00", 120, place="Hall", reach=5)
    offer, _ = pilar.verbs.records.add("offer", {"title": "Bicycle repair", "reach": 5})
    pilar.share()
    made = Place(region, store, visitor, pilar, meetup, offer)
    made.waiting()
    yield made
    store.close()


def test_a_sign_up_reaches_the_laptops_once_and_the_link_tells_the_answer(place: Place) -> None:
    amina = place.region.laptop(place.pilar, "Amina")
    page = place.visitor.get("/?lang=en")
    assert place.link(place.meetup).partition("?")[0] in page.text
    form = place.visitor.get(place.link(place.meetup))
    assert form.status == 200 and "<script" not in form.text and 'method="post"' in form.text
    link = place.sign_up()
    assert "waits for the circle" in place.visitor.get(link).text

    outcome = place.pilar.share()
    assert outcome.requests == 2, "one that brings the message, one that brings it back as a record"
    assert place.waiting() == 0, "the hub has let go of it"
    assert "has not answered yet" in place.visitor.get(link).text
    assert place.pilar.share().requests == 1
    amina.share()
    for engine in (place.pilar, amina):
        (signup,) = engine.verbs.inbox.signups()
        assert {name: signup[name] for name in SECRETS} == SECRETS
        assert (signup["kind"], signup["about"], signup["state"]) == ("meetup", place.meetup.hex(), "waiting")

    (signup,) = amina.verbs.inbox.signups()
    changes = amina.verbs.inbox.accept(signup.id)
    assert changes.of("rsvp")
    amina.share()
    place.waiting()
    shown = place.visitor.get(link)
    assert "says yes" in shown.text and "Quetzal" not in shown.text
    assert shown.headers["cache-control"] == "no-store"
    place.pilar.share()
    (rsvp,) = place.pilar.circle.reader.list("rsvp", where={"meetup": place.meetup})
    assert (rsvp["name"], rsvp["answer"]) == (SECRETS["name"], "yes")
    amina.verbs.inbox.decline(signup.id)
    amina.share()
    place.waiting()
    assert "says no" in place.visitor.get(link).text
    place.pilar.share()
    assert hashes(place.pilar) == hashes(amina)
    (rsvp,) = place.pilar.circle.reader.list("rsvp", where={"meetup": place.meetup})
    assert rsvp["answer"] == "no"
    amina.verbs.records.remove("rsvp", rsvp.id)
    place.region.clock.ms += 1000
    place.pilar.verbs.inbox.accept(signup.id)  # apart, and later
    for engine in (place.pilar, amina, place.pilar):
        engine.share()
        place.waiting()
    for engine in (place.pilar, amina):
        (rsvp,) = engine.circle.reader.list("rsvp", where={"meetup": place.meetup})
        assert rsvp["answer"] == "yes"


@pytest.mark.parametrize("take", ["accepted", "declined"])
def test_what_one_laptop_accepts_and_another_declines_is_asked_and_settled_with_who_comes(
    place: Place, take: str
) -> None:
    amina = place.region.laptop(place.pilar, "Amina")
    link = place.sign_up()
    place.pilar.share()
    amina.share()
    (signup,) = amina.verbs.inbox.signups()
    place.pilar.verbs.inbox.accept(signup.id)
    place.region.clock.ms += 1000
    amina.verbs.inbox.decline(signup.id)
    for engine in (place.pilar, amina, place.pilar, amina):
        engine.share()
    place.waiting()
    for engine in (place.pilar, amina):
        (asked,) = engine.verbs.review.items()
        assert (asked.entity, asked.field, asked.kept, asked.other) == ("signup", "state", "declined", "accepted")
        assert engine.circle.reader.review_count() == 1
    assert "has not answered yet" in place.visitor.get(link).text, "neither answer holds while it is asked"

    (asked,) = amina.verbs.review.items()
    amina.verbs.review.resolve(asked.id, "kept" if take == "declined" else "other")
    for engine in (amina, place.pilar) * 3:
        engine.share()
    place.waiting()
    says, comes = {"accepted": ("says yes", "yes"), "declined": ("says no", "no")}[take]
    assert says in place.visitor.get(link).text
    for engine in (place.pilar, amina):
        assert engine.verbs.review.items() == []
        (rsvp,) = engine.circle.reader.list("rsvp", where={"meetup": place.meetup})
        assert (rsvp["name"], rsvp["answer"]) == (SECRETS["name"], comes)
    assert hashes(place.pilar) == hashes(amina)


def test_undo_passes_over_what_the_program_wrote_by_itself(place: Place) -> None:
    verbs = place.pilar.verbs
    member = add_member(place.pilar, "Typed by hand")
    verbs.records.edit("member", member, {"notes": "Bakes"})
    verbs.undo.undo()
    place.sign_up()
    place.pilar.share()
    assert str(verbs.undo.next_redo()) == "Change the notes of Typed by hand", "nor does it take redo away"
    verbs.undo.redo()
    note_presence(place.pilar.circle, "2026-11-20")
    assert verbs.undo.undo().sentence == "Undone: Change the notes of Typed by hand."
    assert verbs.undo.undo().sentence == "Undone: Add Typed by hand."
    assert len(verbs.inbox.signups()) == 1 and verbs.reader.get("member", member).deleted


def test_two_laptops_that_take_a_message_in_apart_hold_it_once(place: Place) -> None:
    amina = place.region.laptop(place.pilar, "Amina")
    link = place.sign_up()
    # Both fetch it before either has brought it back: the line breaks after the first answer.
    region = place.region

    def last(answer: bytes) -> bytes:
        region.reachable = False
        return answer

    for engine in (place.pilar, amina):
        region.spoil = last
        with pytest.raises(Unreachable):
            engine.share()
        region.spoil, region.reachable = None, True
        assert len(engine.verbs.inbox.signups()) == 1
    for engine in (place.pilar, amina, place.pilar, amina):
        engine.share()
    assert place.waiting() == 0
    assert hashes(place.pilar) == hashes(amina)
    assert len(place.pilar.verbs.inbox.signups()) == len(amina.verbs.inbox.signups()) == 1
    assert place.pilar.verbs.review.items() == []
    assert "has not answered" in place.visitor.get(link).text
    held = place.pilar.circle.connection.execute("SELECT done, sealed FROM inbox").fetchall()
    assert held == [(1, b"")], "the sealed bytes are gone, the id stays"


def test_neither_hub_nor_its_backup_holds_what_was_written(place: Place, tmp_path: Path) -> None:
    place.sign_up()
    place.sign_up(place.offer, words="another-canary")
    data = b"".join(file.read_bytes() for file in tmp_path.glob("hub.sqlite*"))
    place.pilar.share()
    (first, second) = place.pilar.verbs.inbox.signups()
    place.pilar.verbs.inbox.accept(first.id)
    place.pilar.verbs.inbox.decline(second.id)
    place.pilar.write_bundle(tmp_path / "stick.bundle")
    place.pilar.share()
    data += b"".join(file.read_bytes() for file in tmp_path.glob("hub.sqlite*"))
    data += (tmp_path / "stick.bundle").read_bytes()
    for word in (*SECRETS.values(), "canary", "another-canary"):
        assert word.encode() not in data


def test_a_laptop_that_only_looks_leaves_it_to_the_others(place: Place) -> None:
    reader = place.region.laptop(place.pilar, "Reader", "reader")
    place.sign_up()
    reader.share()
    assert place.waiting() == 1
    assert reader.share().requests == 1, "it is not sent twice"
    place.pilar.share()
    reader.share()
    assert place.waiting() == 0 and len(reader.verbs.inbox.signups()) == 1


def test_a_hub_that_was_restored_is_told_again_to_let_go(place: Place, tmp_path: Path) -> None:
    place.sign_up()
    copy = tmp_path / "backup.sqlite"
    with place.store.snapshot() as connection:
        connection.execute("SELECT 1")
    place.store.close()
    shutil.copy(tmp_path / "hub.sqlite", copy)
    store = SqliteStore(tmp_path / "hub.sqlite", place.region.clock)
    place.region.receiver = Receiver(store, Identity(place.region.key, "Hub", URL), place.region.clock)
    place.pilar.share()
    store.close()
    restored = SqliteStore(copy, place.region.clock)
    place.region.receiver = Receiver(restored, Identity(place.region.key, "Hub", URL), place.region.clock)
    for _ in range(3):
        place.pilar.share()
    assert restored.write_room(place.pilar.circle.id, lambda room: room.waiting_messages()) == 0
    assert len(place.pilar.verbs.inbox.signups()) == 1
    restored.close()


def test_a_sign_up_that_came_while_the_clock_was_in_doubt_is_taken_in_once_it_is_not(place: Place) -> None:
    hub = Identity(place.region.key, "Hub", URL)
    place.region.receiver = Receiver(place.store, hub, lambda: place.region.clock() + 3 * 24 * 3_600_000)
    place.sign_up()
    place.pilar.share()
    assert place.pilar.verbs.inbox.signups() == [] and place.waiting() == 1
    trust_clock(place.pilar.circle)
    place.pilar.share()
    assert len(place.pilar.verbs.inbox.signups()) == 1 and place.waiting() == 0


def test_a_message_sealed_before_a_laptop_was_shut_out_still_opens(place: Place) -> None:
    amina = place.region.laptop(place.pilar, "Amina")
    place.sign_up()
    revoke(place.pilar.circle, amina.circle.secrets.device.id)
    place.pilar.share()
    place.sign_up(words="after")
    place.pilar.share()
    assert len(place.pilar.verbs.inbox.signups()) == 2


def test_what_cannot_be_answered_has_no_form(place: Place) -> None:
    hidden, _ = place.pilar.verbs.records.add("offer", {"title": "Only near circles", "reach": 3})
    place.pilar.verbs.meetups.cancel(place.meetup)
    place.pilar.share()
    place.waiting()
    for item in (hidden, place.meetup, place.pilar.circle.id, b"x" * 16):
        assert place.visitor.get(place.link(item)).status == 404
        assert place.visitor.post(place.link(item), SECRETS).status == 404
    for strange in (
        "/circles/zz/items/zz/answer",
        "/circles/zz/answers/zz",
        f"/circles/{'00' * 16}/answers/{'00' * 16}",
    ):
        assert place.visitor.get(strange).status == 404
    assert "nothing of such a message" in place.visitor.get(f"/circles/{'00' * 16}/answers/{'00' * 16}?lang=en").text


def test_a_form_that_is_not_filled_in_says_what_is_missing_and_keeps_what_was_typed(place: Place) -> None:
    for fields in ({"name": "  "}, {"contact": ""}):
        told = place.visitor.post(place.link(place.offer), {**SECRETS, **fields})
        assert told.status == 400 and "Please say your name" in told.text
        assert "squeaky-canary" in told.text
    assert place.visitor.post(place.link(place.meetup), {"name": "Nina"}).status == 303, "a first name will do there"
    for odd in ({"website": "https://spam.example"}, {"words": "x" * 20_000}):
        assert place.visitor.post(place.link(place.meetup), {**SECRETS, **odd}).status == 400
    assert place.visitor.post(place.link(place.meetup), {f"f{n}": "x" for n in range(50)}).status == 400
    assert place.waiting() == 1


def test_an_inbox_that_nobody_fetches_is_closed(place: Place) -> None:
    circle = place.pilar.circle.id
    place.store.write_room(circle, lambda room: [room.add_message(b"%d" % n) for n in range(2 * MOST_WAITING)])
    told = place.visitor.post(place.link(place.meetup), SECRETS)
    assert told.status == 503 and "has not fetched its messages" in told.text


def test_a_hub_with_a_full_disk_says_so_and_not_that_the_circle_stays_away(place: Place) -> None:
    place.store._writer.run(lambda connection: connection.execute("PRAGMA query_only = ON") and None)  # as a full disk
    told = place.visitor.post(place.link(place.offer), SECRETS)
    assert told.status == 503 and "disk of its server may be full" in told.text and "squeaky-canary" in told.text


def test_who_floods_one_listing_closes_no_other(place: Place) -> None:
    def flood(about: bytes, first: int, count: int) -> None:
        rows = [b"%d" % n for n in range(first, first + count)]
        place.store.write_room(place.pilar.circle.id, lambda room: [room.add_message(row, about) for row in rows])

    flood(place.offer, 0, MOST_OF_ONE - 1)
    place.sign_up(place.offer)
    assert place.visitor.post(place.link(place.offer), SECRETS).status == 503
    place.sign_up(place.meetup)
    flood(b"others", 1000, MOST_WAITING)
    for _ in range(ALWAYS_TAKEN - 1):
        place.sign_up(place.meetup)
    assert place.visitor.post(place.link(place.meetup), SECRETS).status == 503
    place.pilar.share()
    with place.store.snapshot() as connection:
        held = connection.execute("SELECT count(*) FROM message WHERE about=?", (place.meetup,)).fetchone()
    assert held == (0,), "once they are fetched, nothing says what they were about"


def test_one_address_writes_so_often_and_no_more_and_the_others_go_on(place: Place) -> None:
    for _ in range(OF_AN_ADDRESS.burst):
        place.sign_up()
    told = place.visitor.post(place.link(place.meetup), SECRETS)
    assert told.status == 429 and "Wait a few minutes" in told.text and "squeaky-canary" in told.text
    assert 0 < int(told.headers["retry-after"]) <= OF_AN_ADDRESS.every_ms / 1000
    place.visitor.address = "198.51.100.7"
    place.sign_up()
    place.visitor.address, place.visitor.forwarded = "192.0.2.1", "203.0.113.5"
    assert place.visitor.post(place.link(place.meetup), SECRETS).status == 429, "no proxy was listed"
    place.region.clock.ms += int(told.headers["retry-after"]) * 1000
    place.sign_up()
    assert place.visitor.post(place.link(place.meetup), SECRETS).status == 429


def test_a_circle_is_written_to_so_often_from_however_many_addresses(place: Place) -> None:
    for n in range(OF_A_CIRCLE.burst):
        place.visitor.address = f"198.51.100.{n}"
        place.sign_up(place.offer if n % 2 else place.meetup)
    place.visitor.address = "203.0.113.9"
    assert place.visitor.post(place.link(place.meetup), SECRETS).status == 429
    assert place.waiting() == OF_A_CIRCLE.burst


@pytest.mark.parametrize(
    ("peer", "forwarded", "name"),
    [
        ("192.0.2.1", "203.0.113.5", "192.0.2.1"),
        ("127.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "10.9.9.9, 203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "203.0.113.5, 127.0.0.2", "203.0.113.5"),
        ("127.0.0.1", "rubbish", "127.0.0.1"),
        ("::ffff:127.0.0.1", "2001:db8:1:2:3::4", "2001:db8:1:2::"),
        ("somebody", "203.0.113.5", ""),
    ],
)
def test_only_a_listed_proxy_is_believed(peer: str, forwarded: str, name: str) -> None:
    headers = [(b"x-forwarded-for", forwarded.encode())]
    found = whose(Request({"type": "http", "client": (peer, 1), "headers": headers}), LOCAL)
    assert found == (ipaddress.ip_address(name).packed[: 8 if ":" in name else 4] if name else b"")


def test_a_proxy_is_an_address_or_a_network() -> None:
    assert read_proxies(["10.0.0.2", "fd00::/8"])
    with pytest.raises(Usage):
        read_proxies(["proxy.example"])


def test_writing_to_a_circle_does_not_replay_its_roster_each_time(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.sign_up()

    def refused(*given: object, **more: object) -> Roster:
        raise AssertionError("the roster was replayed")

    monkeypatch.setattr(Roster, "replay", refused)
    place.sign_up()


def test_a_form_that_never_ends_is_given_up(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "FORM_SECONDS", 0.05)
    assert place.visitor.begin(place.link(place.meetup)).status == 400


def test_rubbish_from_a_hub_is_neither_shown_nor_fetched_twice(place: Place) -> None:
    circle = place.pilar.circle
    epoch = circle.roster.state.epochs[1][-1]
    rubbish = [
        b"not sealed at all",
        seal_to(epoch.inbox_public, b"lc1 inbox" + circle.id, b""),
        seal_to(epoch.inbox_public, b"lc1 inbox" + circle.id, b"\xff" * 300),
        seal_to(epoch.inbox_public, b"lc1 inbox" + circle.id, b"\0\0\0\x02\x91\x01"),
        seal_to(epoch.inbox_public, b"lc1 inbox" + bytes(16), b"another circle's"),
    ]
    place.store.write_room(circle.id, lambda room: [room.add_message(each) for each in rubbish])
    add_member(place.pilar, "João")
    place.pilar.share()
    assert place.pilar.verbs.inbox.signups() == []
    before = place.pilar.share()
    assert before.requests == 1 and before.bytes_down < 300


def test_answering_what_is_not_there_is_refused(place: Place) -> None:
    with pytest.raises(NotFound):
        place.pilar.verbs.inbox.accept(b"x" * 16)
    place.sign_up()
    place.pilar.share()
    (signup,) = place.pilar.verbs.inbox.signups()
    with pytest.raises(InvalidValue):
        place.pilar.verbs.inbox.answer(signup.id, "perhaps")


def test_a_message_passes_on_to_a_laptop_that_joins_later(place: Place) -> None:
    place.sign_up()
    invited = invite_to(place.pilar)
    place.pilar.share()
    amina = place.region.join(invited, "Amina")
    amina.share()
    assert [row["name"] for row in amina.verbs.inbox.signups()] == [SECRETS["name"]]


def test_a_letter_is_padded_and_opens_with_its_key_alone() -> None:
    key, other = ReceiveKey(b"k" * 32), ReceiveKey(b"o" * 32)
    short = Letter("offer", b"a" * 16, "Al", "x", at=1)
    longer = short._replace(words="a few words more")
    sealed = [seal_letter(each, b"c" * 16, key.public, seal_to) for each in (short, longer)]
    assert len(sealed[0]) == len(sealed[1]) < MESSAGE_BYTES
    assert open_letter(sealed[1], b"c" * 16, [other, key]) == longer
    assert open_letter(sealed[1], b"c" * 16, [other]) is None
    assert open_letter(sealed[1], b"d" * 16, [key]) is None
    assert len(message_id(sealed[0])) == 16
    with pytest.raises(Unreadable):
        open_letter(seal_to(key.public, b"lc1 inbox" + b"c" * 16, b"\0" * 256), b"c" * 16, [key])


def test_only_a_laptop_that_may_record_and_has_the_record_lets_the_hub_forget_a_message(place: Place) -> None:
    amina = place.region.laptop(place.pilar, "Amina")
    looks = place.region.laptop(place.pilar, "Hall screen", "reader")
    add_member(amina, "Bo")
    for engine in (amina, looks, place.pilar):
        engine.share()
    place.sign_up()
    held = {(space, device): seq for (space, device), seq in Exchange(looks.circle).have().items() if space == 1}
    with place.store.snapshot() as connection:
        (message,) = connection.execute("SELECT id FROM message").fetchone()
    for engine in (looks, amina):
        say_done(place, engine, [Done(message, device, seq) for (_, device), seq in held.items()])
        assert place.waiting() == 1, "one may only look; the other names what was there before the message came"
    amina.share()
    (signup,) = amina.verbs.inbox.signups()
    assert place.waiting() == 0 and signup["name"] == SECRETS["name"]


def say_done(place: Place, engine: Engine, done: list[Done]) -> None:
    """Say that messages have become records, as another program may."""
    circle = engine.circle
    device = circle.secrets.device
    line = Line(Direct(place.region.answer), place.region.key.public, device.id, device.sign, place.region.clock)
    line.ask(SYNC_PATH, Sync(circle.id, circle.roster.head, [], bytes(16), b"", done=done), Page)
