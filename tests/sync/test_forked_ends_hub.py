"""What a hub keeps aside of a forked log, and what it reads of it where the list names an end of that log."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from disks import rivals
from erasing import filed, hub_region
from forks import fork_of
from sync_region import CODE, Clock, Region, add_member, me

from learningcircles.errors import Unreadable
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import aside as hub_aside
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.named import named_branches
from learningcircles_sync.protocol import Sync
from learningcircles_sync.push import Moved, Push, View, apply, examine_segments
from learningcircles_sync.store import Back, CircleRoom, Filed, Head, Link

CIRCLE, DEVICE = b"c" * 16, b"d" * 16
LOG = (1, DEVICE)


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    clock = Clock()
    made = SqliteStore(tmp_path / "hub.db", clock)
    made.new_code(CODE)
    made.admit(CODE, CIRCLE, clock(), lambda room: None)
    yield made
    made.close()


# --- making room


def branch(name: bytes, count: int, begin: int = 1) -> list[Filed]:
    """Return a branch of a log as a store takes it, which looks at no signature."""
    found: list[Filed] = []
    for seq in range(begin, begin + count):
        before = found[-1].hash if found else ZERO_HASH
        header = Header(1, CIRCLE, *LOG, seq, before, seq, bytes(16), 1, bytes(12), name * 32).encode()
        found.append(Filed(*LOG, seq, header_hash(header), Segment(header, bytes(64), name)))
    return found


def keep(store: SqliteStore, rows: Sequence[Filed], awaited: int) -> None:
    store.write(CIRCLE, lambda room: room.append([], rows, {LOG: awaited}))


def kept(store: SqliteStore) -> set[Link]:
    headers = store.read(CIRCLE, lambda room: list(room.aside.headers([DEVICE])))
    return {(*LOG, header.seq, hash_) for hash_, header in headers}


def names(*rows: Filed) -> set[Link]:
    return {row[:4] for row in rows}


def test_the_last_ones_make_room_first(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 2)
    way, junk = branch(b"w", 4), branch(b"j", 5)
    keep(store, junk, 4)
    for row in way[:2]:
        keep(store, [row], 4)
    assert kept(store) == names(*junk[:4], *way[:2])
    keep(store, way, 4)
    assert kept(store) == names(*junk[:2], *way)


def test_what_a_way_goes_on_from_makes_no_room_for_it(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though it is the last: the others are earlier ones."""
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 1)
    way, junk = branch(b"w", 6), branch(b"j", 3)
    for row in [*junk, *way[:3]]:
        keep(store, [row], 5)
    for row in way[3:5]:
        keep(store, [row], 5)
    assert kept(store) == names(junk[0], *way[:5])
    keep(store, way[3:5], 5)
    assert kept(store) == names(junk[0], *way[:5]), "what lies there already needs no room"


def test_no_more_headers_are_read_than_room_is_to_be_made_for(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it happens in the one transaction that writes."""
    read: list[int] = []

    class Counted(Header):
        @classmethod
        def parse(cls, data: bytes) -> Header:
            header = Header.parse(data)
            read.append(header.seq)
            return header

    monkeypatch.setattr(hub_aside, "Header", Counted)
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 300)
    way, junk = branch(b"w", 3), branch(b"j", 300)
    keep(store, [*junk[:299], *way[:1]], 3)
    keep(store, way[1:], 3)
    assert read == [], "there was room"
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 299)
    keep(store, way, 3)
    assert read == [], "they lie there"
    keep(store, junk[299:], 300)
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 3)
    keep(store, branch(b"x", 1, 200), 299)
    assert read == [200], "what makes room is known by its seq alone"


@pytest.mark.parametrize("most", ["MOST_ASIDE", "MOST_BYTES"])
def test_what_goes_back_leaves_its_room_to_what_it_replaces(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch, most: str
) -> None:
    """But no more than that: beside the way lies what takes a room of its own."""
    monkeypatch.setattr(hub_aside, most, 4)  # a payload of these is one byte
    way, held, junk = branch(b"w", 3), branch(b"h", 4), branch(b"j", 1)
    others = [row._replace(device=b"e" * 16) for row in way]
    store.write(CIRCLE, lambda room: room.append(held))
    keep(store, [*way, *junk, *others], 4)
    back = [Back(*row[:4]) for row in way]

    def switch(room: CircleRoom) -> None:
        room.cut(*LOG, 1, keep=True, back=names(*way, *others))
        room.append(back)

    store.write(CIRCLE, switch)
    assert kept(store) == names(*held[:3], *junk)


# --- the way to an end


def payload_bytes(segments: Sequence[Segment]) -> int:
    return sum(len(each.payload or b"") for each in segments)


def long_way(region: Region, many: int) -> tuple[Engine, Engine, list[Segment], list[Segment], list[Segment]]:
    """Return an organizer, another one, the way to an end that the list names, and two other branches of that log."""
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina")
    chidi.share()
    copies = rivals(region, amina)
    for n in range(many):
        add_member(amina, f"Ana {n}", notes=random.Random(n).randbytes(9_500).hex())
        Exchange(amina.circle).close_tail()
    for engine in (amina, pilar):
        engine.share()
    copy, junk = next(copies), next(copies)
    for engine in (copy, junk):
        add_member(engine, "Zoe")
        Exchange(engine.circle).close_tail()
    at = fork_of(copy, amina)

    def beyond(engine: Engine) -> list[Segment]:
        logs = Logs(engine.circle.connection, engine.circle.journal.numbers)
        return list(logs.segments(1, logs.numbers.of(me(amina)), at - 1))

    return pilar, chidi, beyond(pilar), beyond(copy), beyond(junk)


def meets_the_other_first(region: Region, organizer: Engine, way: Sequence[Segment], stood: Sequence[Segment]) -> None:
    """Let a hub stand on another branch, and a way that the list then names lie aside, all but its end."""
    first, last = Header.parse(way[0].header), Header.parse(way[-1].header)

    def work(room: CircleRoom) -> None:
        room.cut(first.space, first.device, first.seq, keep=False)
        room.append([filed(each) for each in stood], list(map(filed, way[:-1])), {(1, first.device): last.seq})

    region.store.write(organizer.circle.id, work)
    rights.revoke(organizer.circle, first.device)


def test_a_hub_follows_a_way_of_any_length_and_reads_none_of_it_into_memory(lasting: Region) -> None:
    pilar, chidi, way, stood, _ = long_way(lasting, 60)
    device, begin = Header.parse(way[0].header).device, Header.parse(way[0].header).seq
    meets_the_other_first(lasting, pilar, way, stood)
    tracemalloc.start()
    view, push = judged(lasting, pilar, chidi, way[-1:])
    lasting.store.write(pilar.circle.id, lambda room: apply(room, view, push, message(pilar)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert payload_bytes(way) > 500_000 and peak < 250_000
    room = lasting.store.read(pilar.circle.id, lambda room: room)
    assert room.heads()[1, device] == Head(begin + 59, header_hash(way[-1].header))
    stored = room.after({(1, device): begin - 1}, 1 << 30)
    assert [each for each in stored if Header.parse(each.header)[2:4] == (1, device)] == way
    assert {hash_ for hash_, _ in room.aside.headers([device])} == {header_hash(each.header) for each in stood}


def message(engine: Engine) -> Sync:
    return Sync(engine.circle.id, engine.circle.roster.state.tip, [], bytes(16))


def judged(region: Region, organizer: Engine, signer: Engine, brought: Sequence[Segment]) -> tuple[View, Push]:
    """Return the hub's circle, and what it makes of segments under the organizer's list."""
    roster = organizer.circle.roster

    def read(room: CircleRoom) -> tuple[View, Push]:
        view, push = View(room.roster_version(), roster, room.heads()), Push(roster, len(roster.placed))
        named = named_branches(room, roster, brought)
        examine_segments(push, view.heads, brought, {}, me(signer), (), named)
        return view, push

    return region.store.read(organizer.circle.id, read)


@pytest.mark.parametrize("erased", [False, True])
def test_a_hub_keeps_no_payload_aside_any_more_once_an_end_is_stored_where_somebody_was_erased(
    lasting: Region, erased: bool
) -> None:
    pilar, chidi, way, stood, junk = long_way(lasting, 2)
    device, seq = Header.parse(way[-1].header).device, Header.parse(way[-1].header).seq
    if erased:
        erase(pilar.verbs, add_member(pilar, "Marek"))
        pilar.share()
    lasting.store.write(pilar.circle.id, lambda room: room.append([], list(map(filed, junk)), {(1, device): seq}))
    meets_the_other_first(lasting, pilar, way, stood)
    view, push = judged(lasting, pilar, chidi, way[-1:])
    lasting.store.write(pilar.circle.id, lambda room: apply(room, view, push, message(pilar)))
    room = lasting.store.read(pilar.circle.id, lambda room: room)
    assert room.heads()[1, device].hash == header_hash(way[-1].header)
    left = [] if erased else [*stood, *junk]
    assert {hash_ for hash_, _ in room.aside.headers([device])} == {header_hash(each.header) for each in left}


def test_a_push_is_judged_again_where_some_of_a_way_has_made_room_meanwhile(lasting: Region) -> None:
    pilar, chidi, way, stood, _ = long_way(lasting, 2)
    meets_the_other_first(lasting, pilar, way, stood)
    view, push = judged(lasting, pilar, chidi, way[-1:])
    lasting.store.write(pilar.circle.id, lambda room: room.aside.drop([filed(way[0])]))
    with pytest.raises(Moved):
        lasting.store.write(pilar.circle.id, lambda room: apply(room, view, push, message(pilar)))
    heads = lasting.store.read(pilar.circle.id, lambda room: room.heads())
    assert heads[1, Header.parse(way[0].header).device].hash == header_hash(stood[-1].header)


# --- what is asked at each share


def test_what_lies_aside_is_not_judged_anew_whenever_somebody_shares(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There may be a thousand of each identity of a copied laptop, and each share of an organizer's asks for all."""
    rows = branch(b"x", 40)
    keep(store, rows, 0)
    found = {row.hash: Header.parse(row.segment.header) for row in rows}
    monkeypatch.delattr(Header, "parse")
    assert store.read(CIRCLE, lambda room: dict(room.aside.headers([DEVICE]))) == found


def test_a_header_that_was_damaged_in_the_store_is_unreadable() -> None:
    (row,) = branch(b"x", 1)
    for damaged in (row.segment.header[:-1], b"\x93\x01\x02\x03", b"\x01"):
        with pytest.raises(Unreadable):
            Header.read_own(damaged)
