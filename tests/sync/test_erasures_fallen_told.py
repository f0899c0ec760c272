"""Who tells whom of erasures that fell away: a program of the first version keeps none, and would be told them again at
each share; and nobody asks the laptop for them that was shut out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from erasing import NAME, hub_region, share
from msgspec import Struct, structs
from sticks import ask_beside, carry, joined
from sync_region import Region, add_member, invite_to, me, name_set
from test_erasures_fallen import asked, circle_of, forgetful
from test_lost_lists import before_the_hub, bring, forged

from learningcircles.errors import NotAllowed
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import roster
from learningcircles.trust.entry import Entry
from learningcircles.trust.fallen import PER_LAPTOP
from learningcircles.trust.make import DeviceKeys, propose
from learningcircles.trust.roster import PER_LAPTOP_OUT, Roster
from learningcircles.trust.strays import stray_in
from learningcircles_sync import protocol
from learningcircles_sync.engine import Engine
from learningcircles_sync.protocol import Page, Reply, Sync
from learningcircles_sync.serve import Answer
from learningcircles_sync.session import Session

T = TypeVar("T")


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


ENCODE, DECODE, FALLEN = protocol.encode, protocol.decode, roster.fallen
TAKE, NEXT = Session.take, Session.next


def without(message: Any) -> Any:
    return structs.replace(message, fallen=None) if isinstance(message, Sync | Page) else message


def encode_first(message: Struct) -> bytes:
    return ENCODE(without(message))


def decode_first(data: bytes, kind: type[T]) -> T:
    found: T = without(DECODE(data, kind))
    return found


@contextmanager
def program(*, first: bool) -> Iterator[None]:
    """Let what runs in the block be the first program, which neither says nor reads which of such erasures are known,
    and keeps none; or this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protocol, "encode", encode_first if first else ENCODE)
        patch.setattr(protocol, "decode", decode_first if first else DECODE)
        patch.setattr(roster, "fallen", (lambda *_: []) if first else FALLEN)
        yield


@contextmanager
def hub_is(region: Region, *, first: bool) -> Iterator[None]:
    """Let the hub answer as the first program does, or as this one, whatever the laptops are."""
    answer = region.receiver.answer

    def answers(method: str, path: str, body: bytes) -> Answer:
        with program(first=first):
            return answer(method, path, body)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(region.receiver, "answer", answers)
        yield


def heard_by(region: Region, hears: Engine, cy: Engine, amina: bytes) -> None:
    """Shut Cy out, and let an organizer hear whom Cy had erased."""
    now, keys = hears.circle.roster, cy.circle.secrets.device
    entry = propose(now, "redact", keys.id, keys.sign, {"people": [amina]}, hears.circle.surroundings)
    Exchange(hears.circle).receive_roster(now.placed, [entry])
    assert asked(hears)


@pytest.fixture
def laptops(region: Region) -> tuple[Engine, Engine]:
    """Two organizers' laptops, of which the first alone has heard that one which was shut out had erased somebody."""
    pilar, bo, cy, amina = circle_of(region)
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    bo.share()
    heard_by(region, pilar, cy, amina)
    return pilar, bo


def test_a_hub_of_the_first_program_is_asked_once_a_share(region: Region, laptops: tuple[Engine, Engine]) -> None:
    pilar, bo = laptops
    with hub_is(region, first=True):
        assert [pilar.share().requests for _ in range(2)] == [1, 1]
        bo.share()
    assert asked(bo) == [] and asked(pilar)
    assert [pilar.share().requests for _ in range(2)] == [2, 1], "a newer program is told"
    assert [bo.share().requests for _ in range(2)] == [2, 1]
    assert asked(bo) == asked(pilar)


def test_a_laptop_of_the_first_program_is_told_of_none(region: Region, laptops: tuple[Engine, Engine]) -> None:
    pilar, bo = laptops
    pilar.share()
    pages: list[Page] = []

    def seen(answer: bytes) -> bytes:
        pages.append(protocol.unpack(protocol.decode(answer, Reply).body, Page))
        return answer

    region.spoil = seen
    with program(first=True), hub_is(region, first=False):
        assert [bo.share().requests for _ in range(2)] == [1, 1]
    assert pages and not any(page.proposals or page.strays for page in pages)
    bo.share()
    assert asked(bo) == asked(pilar)


def test_no_list_that_lost_is_named_where_erasures_alone_differ(region: Region) -> None:
    pilar, bo, cy, amina = circle_of(region)
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    bring(region, pilar, forged(pilar, before_the_hub(pilar), 5, "of a former keeper", chain=True))
    share(pilar, bo)
    assert len(pilar.circle.roster.strays) == 5
    heard_by(region, pilar, cy, amina)
    asks: list[Sync] = []
    pages: list[Page] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "take", lambda self, page: (pages.append(page), TAKE(self, page)))
        patch.setattr(Session, "next", lambda self: (asked_for := NEXT(self), asked_for and asks.append(asked_for))[0])
        share(pilar, bo)
    assert bo.circle.roster.fallen == pilar.circle.roster.fallen != ()
    (erasure,) = bo.circle.roster.fallen
    named = [each.strays for each in (*asks, *pages) if each.strays is not None]
    assert named and {hash_ for strays in named for hash_ in strays} <= {erasure.hash[:8]}


@pytest.fixture
def said() -> Iterator[list[Sync | Page]]:
    """All that laptops and hub say to each other from here on."""
    found: list[Sync | Page] = []

    def noted(message: Struct) -> bytes:
        found.extend([message] if isinstance(message, Sync | Page) else [])
        return ENCODE(message)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protocol, "encode", noted)
        yield found


def test_only_what_the_other_one_does_not_know_is_told(region: Region, tmp_path: Path, said: list[Sync | Page]) -> None:
    """By a laptop, once the hub has said what it knows; nothing of a list that lost, if both know that; and of no
    version again and again.
    """
    pilar, bo, cy, amina = circle_of(region)
    zora = add_member(pilar, "Zora")
    share(pilar, bo)
    with forgetful(region, tmp_path):
        invite_to(bo)
        bo.share()
    invite_to(pilar)
    share(pilar, bo, pilar)
    rights.revoke(pilar.circle, me(cy))
    share(pilar, bo)
    assert pilar.circle.roster.strays == bo.circle.roster.strays != ()
    for person in (amina, zora):
        known = set(pilar.circle.roster.told_fallen)
        heard_by(region, pilar, cy, person)
        said.clear()
        share(pilar, bo)
        brought = [entry for each in said if isinstance(each, Sync) for entry in each.proposals]
        assert set(brought) == set(pilar.circle.roster.told_fallen) - known
        assert not any(stray_in(entry) for each in said for entry in each.proposals)
    assert asked(bo) == asked(pilar)
    said.clear()
    bo.share()
    assert [each.version for each in said if isinstance(each, Page)] == [""]


def test_one_that_knows_of_none_says_no_more_than_the_first_program(
    region: Region, laptops: tuple[Engine, Engine]
) -> None:
    _, bo = laptops
    with program(first=True):
        before = bo.share()
    after = bo.share()
    assert (after.bytes_up, after.bytes_down) == (before.bytes_up, before.bytes_down)


def test_who_has_heard_by_a_stick_that_it_is_out_tells_the_hub_whom_it_had_erased(
    region: Region, tmp_path: Path
) -> None:
    """Nobody asks it for that: it brings it by itself."""
    pilar, bo, cy, amina = circle_of(region)
    erase(cy.verbs, amina)
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    carry(pilar, cy, tmp_path)
    assert cy.circle.shut_out and asked(pilar) == []
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        cy.share()
    share(pilar, bo)
    assert asked(pilar) == asked(bo) == [(me(cy), amina, NAME)]


def test_what_one_brings_who_is_shut_out_by_an_entry_that_waits_is_not_taken(region: Region, tmp_path: Path) -> None:
    """Who keeps the list might place it first: it is told once that entry is placed."""
    pilar = region.found(admitted=False)
    bo, cy = (joined(region, pilar, name, tmp_path) for name in ("Bo", "Cy"))
    amina = add_member(pilar, NAME)
    for engine in (bo, cy):
        carry(pilar, engine, tmp_path)
    erase(cy.verbs, amina)
    region.clock.ms += 60_000
    rights.revoke(bo.circle, me(cy))
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        ask_beside(region, cy, bo)
    bo.circle.follow()
    assert [entry.read().kind for entry in bo.circle.roster.proposals] == ["revoke"]
    for giver, taker in ((bo, pilar), (pilar, bo)):
        carry(giver, taker, tmp_path)
    assert NAME in name_set(pilar) and asked(bo) == []
    with pytest.raises(NotAllowed):
        ask_beside(region, cy, bo)
    bo.circle.follow()
    assert asked(bo) == [(me(cy), amina, NAME)]


def test_a_wish_is_lost_to_nobody_where_another_copy_has_it_too_that_the_list_lets_go_of(region: Region) -> None:
    """Of nine copies of a laptop's disk the list keeps eight; the first and the last want the same person erased, and
    whoever knew these two alone would have kept the wish of the one that goes.
    """
    pilar, _, cy, amina = circle_of(region)
    early, keys, world = pilar.circle.roster, cy.circle.secrets.device, pilar.circle.surroundings
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    pairs = []
    for _ in range(PER_LAPTOP_OUT + 1):
        new = DeviceKeys.new(world)
        pairs.append((propose(early, "succeed", keys.id, keys.sign, new.public, world, own=new.sign), new))
    pairs.sort(key=lambda pair: pair[0].hash)
    copies = [entry for entry, _ in pairs]

    def wish(of: DeviceKeys) -> Entry:
        return propose(early, "redact", of.id, of.sign, {"people": [amina]}, world)

    first = wish(pairs[0][1])
    last = next(entry for entry in iter(lambda: wish(pairs[-1][1]), None) if entry.hash < first.hash)

    def heard(*entries: Entry) -> Roster:
        return Roster.replay(pilar.circle.roster.placed, entries)

    one, other = heard(copies[0], copies[-1], first, last), heard(*copies[:-1])
    assert heard(*copies, first, last).fallen == heard(*one.kept, *other.kept).fallen == (first,)


def test_a_stick_carries_none_whose_maker_may_run_the_circle_again(region: Region, tmp_path: Path) -> None:
    pilar, bo, cy, amina = circle_of(region)
    keys, world = cy.circle.secrets.device, pilar.circle.surroundings
    wish = propose(pilar.circle.roster, "redact", keys.id, keys.sign, {"people": [amina]}, world)
    for right in ("recorder", "organizer"):
        rights.change_right(pilar.circle, me(cy), right)
        share(pilar, bo)
    Exchange(bo.circle).receive_roster(bo.circle.roster.placed, [wish])
    assert bo.circle.roster.fallen == (wish,)
    carry(bo, pilar, tmp_path)
    assert pilar.circle.roster.fallen == ()


def test_of_one_laptop_eight_are_kept_by_whatever_name_it_asked_for_them(region: Region) -> None:
    pilar, _, cy, _ = circle_of(region)
    early, keys, world = pilar.circle.roster, cy.circle.secrets.device, pilar.circle.surroundings
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    new = DeviceKeys.new(world)
    copy = propose(early, "succeed", keys.id, keys.sign, new.public, world, own=new.sign)
    wishes = [
        propose(early, "redact", by.id, by.sign, {"people": [bytes([place, number]) * 8]}, world)
        for place, by in enumerate((keys, new))
        for number in range(PER_LAPTOP)
    ]
    placed = pilar.circle.roster.placed
    assert len(Roster.replay(placed, [copy, *wishes]).fallen) == PER_LAPTOP
    assert len(Roster.replay(placed, [copy, *wishes[PER_LAPTOP:]]).fallen) == PER_LAPTOP
