"""Two at once, out of order, behind: what a receiver must not mix up."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from memory_store import MemoryRoom, MemoryStore
from sync_region import CODE, MemoryMark, Region, add_member, hashes, invite_to

from learningcircles.circle.create import open_circle
from learningcircles.journal.segment import Header
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import seeded
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import Gathered
from learningcircles_sync.line import Line
from learningcircles_sync.protocol import SYNC_PATH, Page
from learningcircles_sync.session import Session

T = TypeVar("T")


@dataclass
class Overtaken(MemoryStore):
    """A store in which somebody else comes in between, once: after a request was judged, before it is stored."""

    between: list[Callable[[], object]] = field(default_factory=list)

    def write(self, circle: bytes, work: Callable[[MemoryRoom], T]) -> T:
        if self.between:
            self.between.pop()()
        return super().write(circle, work)


@pytest.fixture
def region(tmp_path: Path) -> Region:
    return Region(tmp_path, store=Overtaken({CODE: None}))


def line_of(region: Region, engine: Engine) -> Line:
    device = engine.circle.secrets.device
    return Line(Direct(region.answer), region.key.public, device.id, device.sign, region.clock)


def push_of(region: Region, engine: Engine) -> Session:
    exchange = Exchange(engine.circle)
    exchange.close_tail()
    return Session(exchange, exchange.peer_have(f"hub {region.key.public.hex()}"))


def between(region: Region, act: Callable[[], object]) -> None:
    assert isinstance(region.store, Overtaken)
    region.store.between.append(act)


def test_the_same_request_twice_at_once_is_stored_once(region: Region) -> None:
    pilar = region.found()
    add_member(pilar, "João")
    message = push_of(region, pilar).next()
    assert message is not None
    assert message.segments
    twin = line_of(region, pilar)
    between(region, lambda: twin.ask(SYNC_PATH, message, Page))
    page = line_of(region, pilar).ask(SYNC_PATH, message, Page)
    assert page.accepted == len(message.segments)
    rows = [row[:3] for row in region.store.rooms[pilar.circle.id].rows]
    assert len(rows) == len(set(rows))


def test_two_entries_at_once_get_two_places(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    first, second = invite_to(pilar), invite_to(amina)
    between(region, amina.share)
    pilar.share()
    amina.share()
    for engine in (pilar, amina):
        assert {first.id, second.id} <= engine.circle.roster.invites.keys()
    assert pilar.circle.roster.head == amina.circle.roster.head


def test_a_hub_that_is_behind_places_nothing_before_it_is_refilled(region: Region) -> None:
    pilar = region.found()
    backup = deepcopy(region.store.rooms)
    first = invite_to(pilar)
    pilar.share()
    assert first.id in pilar.circle.roster.invites
    region.store.rooms = backup
    second = invite_to(pilar)
    outcome = pilar.share()
    assert not outcome.obstacles
    assert {first.id, second.id} <= pilar.circle.roster.invites.keys()
    assert [item.head for item in region.store.rooms[pilar.circle.id].entries] == pilar.circle.roster.state.heads


def test_segments_whose_predecessor_is_missing_wait_their_turn(region: Region) -> None:
    pilar = region.found()
    for number in range(3):
        add_member(pilar, f"Member {number}")
        Exchange(pilar.circle).close_tail()
    session = push_of(region, pilar)
    message = session.next()
    assert message is not None
    assert len(message.segments) == 3
    message.segments = message.segments[1:]
    page = line_of(region, pilar).ask(SYNC_PATH, message, Page)
    assert page.rejected == [(0, "gap"), (1, "gap")]
    session.take(page)
    assert pilar.share().waiting == 0
    bia = region.laptop(pilar, "Bia")
    assert hashes(bia) == hashes(pilar)


def test_a_joiner_keeps_only_what_goes_on_from_what_it_has(region: Region) -> None:
    pilar = region.found()
    for number in range(3):
        add_member(pilar, f"Member {number}")
        Exchange(pilar.circle).close_tail()
    log = Exchange(pilar.circle).after({}, 10**9)
    gathered = Gathered()
    assert gathered.take([*log[1:], *log]) == len(log)
    assert gathered.take(log) == 0


def test_a_copied_laptop_that_comes_in_between_breaks_no_chain(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    copy = tmp_path / "copy.circle"
    amina.circle.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(amina.circle.path, copy)
    circle = open_circle(copy, amina.circle.secrets, seeded(99, region.clock), MemoryMark())
    twin = region.engine(amina.home, circle, seeded(98, region.clock))
    add_member(twin, "Twin's")
    for number in range(2):
        add_member(amina, f"Amina's {number}")
        Exchange(amina.circle).close_tail()
    between(region, twin.share)
    amina.share()
    before: dict[tuple[int, bytes], bytes] = {}
    for row in sorted(region.store.rooms[amina.circle.id].rows, key=lambda row: row.seq):
        header = Header.parse(row.segment.header)
        assert header.prev_hash == before.get((row.space, row.device), bytes(32))
        before[row.space, row.device] = row.hash
