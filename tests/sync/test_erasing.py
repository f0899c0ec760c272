"""The right to erasure: a person's words are in no file of any laptop or hub afterwards, whoever was away."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from memory_store import MemoryRoom
from sync_region import CODE, Clock, Region, add_member, hashes, invite_to

from learningcircles.circle.circle import Circle
from learningcircles.errors import NotAllowed, NotFound, Refused
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.scrub import Scrub
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload, open_restated
from learningcircles.laptop import daily
from learningcircles.laptop.backup import backup, restore
from learningcircles.laptop.copies import copies
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.rights import revoke
from learningcircles.laptop.sequencing import propose
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.held import held_segments
from learningcircles.surroundings import Surroundings
from learningcircles.trust import redacting
from learningcircles.trust.placing import settle
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.schema import open_database
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.push import Push, erasures
from learningcircles_sync.store import Filed

NAME, PHONE, MAIL = "Amina Adeyemi", "+33 612 345 678", "amina@example.org"
LATER = ["+33 699 999 999", "Amina Adeyemi-Lopes"]
WORDS = [NAME, PHONE, MAIL, "Rua Quinze 15", "Portuguese with Amina", "Amina Ad", "reading to children", *LATER]
INDEXED = ["eyemi", "uinze"]
"""Ends of words as the search index may hold them."""
PAGE, RESERVED = 4096, 80


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    clock = Clock()
    (tmp_path / "hub").mkdir()
    store = SqliteStore(tmp_path / "hub" / "hub.db", clock)
    store.new_code(CODE)
    yield Region(tmp_path, clock, store)  # type: ignore[arg-type]  # any HubStore will do
    store.close()


def plain_pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Every page of a circle file and of its WAL, decrypted (SQLCipher 4, raw key: AES-256-CBC, IV at the end)."""
    wal = path.with_name(path.name + "-wal")
    pages = [path.read_bytes()[at : at + PAGE] for at in range(0, path.stat().st_size, PAGE)]
    data = wal.read_bytes() if wal.exists() else b""
    pages += [data[at + 24 : at + 24 + PAGE] for at in range(32, len(data), PAGE + 24)]
    for page in pages:
        start = 16 if page is pages[0] else 0
        iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        yield decryptor.update(page[start : PAGE - RESERVED])


def sayings(circle: Circle) -> Iterator[str]:
    """Everything that can be opened of what a laptop holds: segments that count or not, what was set aside, tails."""
    rows = circle.connection.execute(
        "SELECT header, signature, payload FROM segment UNION ALL SELECT header, signature, payload FROM aside"
    ).fetchall()
    for row in rows:
        yield from opened(circle, Segment(*row))
    for (body,) in circle.connection.execute("SELECT body FROM tail UNION ALL SELECT body FROM restated").fetchall():
        yield body.decode("utf-8", "ignore")


def opened(circle: Circle, segment: Segment) -> Iterator[str]:
    header = Header.parse(segment.header)
    key = circle.journal.key_for(header)
    if segment.payload is not None and (key is not None or header.space == 2):
        yield repr(open_payload(segment, header, key)) + repr(open_restated(segment, header, key))


def traces(engine: Engine) -> list[str]:
    """The person's words that a laptop's disk still holds, in clear or under any key that it has."""
    found = [word for word in WORDS for text in sayings(engine.circle) if word in text]
    pages = list(plain_pages(engine.circle.path, engine.circle.secrets.file_key))
    assert any(b"CREATE TABLE" in page for page in pages), "the pages are not decrypted"
    found += [word for word in WORDS + INDEXED for page in pages if word.encode() in page]
    others = [path for path in engine.home.folder.rglob("*") if path.is_file() and path != engine.circle.path]
    return found + [word for word in WORDS for path in others if word.encode() in path.read_bytes()]


def hub_bytes(region: Region) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((region.folder / "hub").iterdir()))


def hub_traces(region: Region, reader: Engine) -> list[str]:
    """The words that a hub's disk holds, in clear or under the circle's keys."""
    database = open_database(region.folder / "hub" / "hub.db")
    rows = database.execute("SELECT header, signature, payload FROM segment").fetchall()
    database.close()
    texts = [text for row in rows for text in opened(reader.circle, Segment(*row))]
    found = [word for word in WORDS for text in texts if word in text]
    return found + [word for word in WORDS if word.encode() in hub_bytes(region)]


def amina_lives(engine: Engine, friend: bytes) -> bytes:
    """Leave traces of a member everywhere: record, consent, listing, meetup, exchange, other people's notes, labels."""
    verbs = engine.verbs
    amina = add_member(
        engine, NAME, phone=PHONE, email=MAIL, address={"text": "Rua Quinze 15"}, topics=["Portuguese with Amina"]
    )
    verbs.records.add("consent", {"member": amina, "purpose": "publish_listing", "given": True})
    verbs.records.add("offer", {"member": amina, "title": "Portuguese with Amina", "reach": 5})
    verbs.learning.note(amina, "reading to children", with_whom="Amina Ad", place="Rua Quinze 15")
    verbs.learning.note(friend, "Portuguese", with_whom=NAME)
    meetup = verbs.meetups.plan("Open day", "2030-05-04T11:00", 60, host=amina, notes=f"Ask {NAME} for the key")[0]
    verbs.meetups.rsvp(meetup, amina)
    verbs.meetups.attend(meetup, member=amina)
    verbs.meetups.attend(meetup, member=friend)
    verbs.swaps.record(amina, friend, 90, "Portuguese", notes=f"{NAME} was early")
    verbs.records.edit("member", friend, {"notes": f"Neighbour of {NAME}, call {PHONE}. Likes chess."})
    return amina


def state(engine: Engine) -> list[str | None]:
    """The hashes of the spaces that every laptop can open."""
    return [hashes(engine)[space] for space in ("private", "catalogue")]


def redactions(engine: Engine) -> int:
    """How many entries of the list erase somebody."""
    return len(engine.circle.roster.state.redactions.entries)


def file_in(backup_file: Path) -> bytes:
    """The circle file within a backup (see laptop.backup)."""
    data = backup_file.read_bytes()
    return data[8 + int.from_bytes(data[4:8], "big") :]


def filed(segment: Segment) -> Filed:
    header = Header.parse(segment.header)
    return Filed(header.space, header.device, header.seq, header_hash(segment.header), segment)


def share(*engines: Engine) -> None:
    """Share around until nothing moves."""
    for _ in range(3):
        for engine in engines:
            engine.share()


def test_nobodys_file_holds_a_word_of_who_was_erased(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    away = region.laptop(first, "Bo", "recorder")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second, away)
    assert traces(second) and hub_traces(region, first), "there is nothing to erase"
    for engine in (first, second):
        engine.verbs.drafts.keep_draft("member", {"name": NAME, "phone": PHONE})

    done = erase(second.verbs, amina)
    assert not done.done and done.segments, "the hub has not placed it yet"
    named = {tuple(row[:3]) for row in second.circle.roster.proposals[0].read().fields["erase"]}
    sealed = [row.segment.payload or b"" for row in map(filed, Exchange(first.circle).after({}, 10**9))
              if row[:3] in named and row.space < 2]  # fmt: skip
    assert sealed and all(payload[50:90] in hub_bytes(region) for payload in sealed)
    share(second, first)
    assert not [payload for payload in sealed if payload[50:90] in hub_bytes(region)], "sealed, but still there"
    pages = b"".join(plain_pages(first.circle.path, first.circle.secrets.file_key))
    assert not [payload for payload in sealed if payload[50:90] in pages]

    for engine in (first, second):
        assert traces(engine) == []
        assert check(engine.circle) == []
        assert engine.verbs.reader.find_one("member", amina) is None
        assert engine.verbs.reader.find("Adeyemi") == []
    assert hub_traces(region, first) == []
    assert hashes(first) == hashes(second)
    assert first.verbs.reader.get("member", marek)["notes"] == "Neighbour of …, call …. Likes chess."
    assert first.verbs.reader.balance(marek) == -90, "what Marek received stays received"
    assert first.verbs.reader.balance(marek) + first.verbs.reader.pot() == 0
    assert first.circle.connection.execute("SELECT sum(minutes) FROM balance").fetchone()[0] == 0
    assert redactions(first) == 1, "nothing to erase again"


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


def test_the_hub_keeps_payloads_until_it_holds_what_is_said_instead(region: Region) -> None:
    first = region.found()
    amina = amina_lives(first, add_member(first, "Marek"))
    first.share()
    erase(first.verbs, amina)
    roster, refused = settle(first.circle.roster, region.key, region.clock())
    assert not refused and roster.state.redactions
    held = Exchange(first.circle)
    rows = [filed(segment) for segment in held.after({}, 10**9)]
    again = set(roster.state.redactions.entries[0].restated)
    room, push = MemoryRoom(), Push(roster, 0)
    room.append([row for row in rows if row[:3] not in again])
    assert again and erasures(room, push) == []
    room.append(rows)
    named = roster.state.redactions.entries[0].erase
    assert {row[:3] for row in erasures(room, push)} == set(named)
    later = Push(roster, len(roster.placed))
    assert erasures(room, later) == [], "nothing new, nothing to do"
    later.filed = [row for row in rows if row[:3] in named][:1]
    assert erasures(room, later), "what comes back from a laptop is dropped again"


def test_what_others_wrote_in_the_same_segments_keeps_its_place(region: Region) -> None:
    """The fold is the same as though the erased changesets had never been: stamps, laptops, history, undo."""
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="0111")
    amina = amina_lives(first, marek)
    share(first, second)
    first.verbs.records.edit("member", marek, {"phone": "0222"})
    second.verbs.records.edit("member", marek, {"phone": "0333"})
    share(first, second)
    asked = [(item.field, item.kept, item.other) for item in first.verbs.review.items()]
    history = [(line.at, line.device, line.field, line.after) for line in first.verbs.reader.history("member", marek)]
    erase(first.verbs, amina)
    share(first, second)
    assert [(item.field, item.kept, item.other) for item in first.verbs.review.items()] == asked
    after = [(line.at, line.device, line.field, line.after) for line in second.verbs.reader.history("member", marek)]
    assert [line for line in after if line[2] != "notes"] == [line for line in history if line[2] != "notes"]
    assert first.circle.reader.state_hash() == second.circle.reader.state_hash()


def test_two_people_erased_one_after_the_other(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second)
    erase(first.verbs, amina)
    share(first, second)
    erase(second.verbs, marek)
    share(second, first)
    for engine in (first, second):
        assert traces(engine) == []
        assert not [text for text in sayings(engine.circle) if "Kowalczyk" in text or "111 222" in text]
        assert check(engine.circle) == []
        assert [row["title"] for row in engine.verbs.reader.list("meetup")] == ["Open day"]
    assert hashes(first) == hashes(second)


def test_a_segment_of_which_nothing_was_left_stays_settled_when_its_restatement_is_erased_in_turn(
    region: Region,
) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second)
    second.verbs.records.edit("member", amina, {"phone": LATER[0]})  # a segment that speaks of her alone
    share(second, first)
    for person in (amina, marek):
        erase(first.verbs, person)
        share(first, second)
    for engine in (first, second):
        assert check(engine.circle) == []
        waits = engine.circle.connection.execute("SELECT count(*) FROM segment WHERE state='waits'").fetchone()
        assert waits == (0,)
    late = region.laptop(first, "Bo")
    share(late, first, second)
    assert hashes(late)["private"] == hashes(first)["private"] == hashes(second)["private"]


def test_two_organizers_erase_different_people_apart(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second)
    erase(first.verbs, amina)
    erase(second.verbs, marek)
    share(first, second, first, second)
    for engine in (first, second):
        assert traces(engine) == []
        assert not [text for text in sayings(engine.circle) if "Kowalczyk" in text or "111 222" in text]
        assert check(engine.circle) == []
        assert [row["title"] for row in engine.verbs.reader.list("meetup")] == ["Open day"]
    assert hub_traces(region, first) == []
    assert hashes(first) == hashes(second)


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
    amina = amina_lives(first, add_member(first, "Marek"))
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
    assert again.verbs.reader.find_one("member", amina) is not None
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


def test_a_payload_that_no_redaction_takes_away_cannot_be_withheld(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    add_member(first, "Marek")
    first.share()
    lacking = Exchange(first.circle).after(Exchange(second.circle).have(), 10**9)
    bare = [segment._replace(payload=None) for segment in lacking]
    took = Exchange(second.circle).receive(bare)
    assert took.new == 0 and {code for _, code in took.rejected} <= {"malformed", "gap"}
    second.share()
    assert hashes(first) == hashes(second)


def test_only_an_organizer_erases_and_nobody_oneself(region: Region) -> None:
    first = region.found()
    recorder = region.laptop(first, "Bo", "recorder")
    amina = add_member(first, NAME)
    share(first, recorder)
    with pytest.raises(NotAllowed):
        erase(recorder.verbs, amina)
    assert first.verbs.desk.person is not None
    with pytest.raises(Refused):
        erase(first.verbs, first.verbs.desk.person)


def test_a_recorders_restatement_counts_nowhere(region: Region) -> None:
    """Who may not erase cannot put words into others' mouths either: nothing names their segment."""
    first = region.found()
    recorder = region.laptop(first, "Bo", "recorder")
    marek = add_member(first, "Marek")
    share(first, recorder)
    exchange = Exchange(recorder.circle)
    exchange.close_tail()
    taken = next(held for held in held_segments(recorder.circle) if held.name[0] == 1 and held.rows)
    exchange.restate({1: [taken.rows]})
    before = hashes(first)["private"]
    share(recorder, first)
    assert state(first) == state(recorder)
    assert hashes(first)["private"] == before
    assert first.verbs.reader.get("member", marek)["name"] == "Marek"


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


def test_nothing_is_written_again_of_who_was_erased(region: Region) -> None:
    first = region.found()
    amina = amina_lives(first, add_member(first, "Marek"))
    first.share()
    erase(first.verbs, amina)
    share(first)
    with pytest.raises(Refused), first.circle.change("Revive") as change:
        change.set("member", amina, {"name": NAME})
    assert first.verbs.reader.find_one("member", amina) is None
    with pytest.raises(NotFound):
        first.verbs.swaps.record(amina, first.verbs.desk.person or b"", 30, "Chess")


def test_an_organizer_who_says_others_changes_otherwise_is_found_out(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk")
    amina = amina_lives(first, marek)
    share(first, second)
    held = [each for each in held_segments(first.circle) if each.name[0] == 1]
    scrub = Scrub(frozenset([amina]), frozenset(), frozenset(), (NAME, PHONE, MAIL))
    rows = [
        row._replace(changeset=left) for each in held for row in each.rows if (left := scrub.without(row.changeset))
    ]
    forged = [row._replace(changeset=invented(row.changeset, marek)) for row in rows]
    exchange = Exchange(first.circle)
    exchange.close_tail()
    again = exchange.restate({1: [forged]})
    erased = {each.name: each.hash for each in held}
    keys = first.circle.secrets.device
    for entry in redacting.redact(first.circle.roster, keys, [amina], [], erased, again, {}, [], region_world(first)):
        propose(first.circle, entry)
    share(first, second)
    assert second.verbs.reader.get("member", marek)["name"] == "Marek the Forger", "it counts everywhere"
    assert state(first) == state(second)
    assert second.verbs.reader.restated_otherwise() == 1
    assert check(second.circle) == [
        "When somebody was erased, 1 changes of others were not said again as they had been."
    ]


def invented(changeset: Changeset, member: bytes) -> Changeset:
    ops = [
        op._replace(fields={**op.fields, "name": "Marek the Forger"})
        if isinstance(op, SetOp) and op.id == member and "name" in op.fields
        else op
        for op in changeset.ops
    ]
    return changeset._replace(ops=tuple(ops))


def region_world(engine: Engine) -> Surroundings:
    return engine.circle.surroundings


def bring(giver: Engine, taker: Engine) -> None:
    """Carry everything by hand, as a stick does."""
    source, target = Exchange(giver.circle), Exchange(taker.circle)
    target.receive(source.after(target.have(), 10**9))


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
