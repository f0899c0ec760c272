"""Thousands of entries of lists that have lost: little of them is kept, and all that is kept reaches everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, invite_to

from learningcircles.errors import Refused
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make, strays
from learningcircles.trust.entry import Entry, place_entry
from learningcircles.trust.roster import Roster
from learningcircles_sync.buckets import OF_LISTS, Buckets, Rate
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.line import Line
from learningcircles_sync.pages import portions, size_of_entry, told
from learningcircles_sync.protocol import ROSTER_BYTES, SYNC_PATH, Page, Sync
from learningcircles_sync.serve import Identity, Receiver


def before_the_hub(engine: Engine) -> Roster:
    """Return the list as it was when its founder still kept it."""
    placed = engine.circle.roster.placed
    return Roster.replay(placed[: next(n for n, i in enumerate(placed) if i.entry.read().kind == "sequencer")])


def forged(keeper: Engine, base: Roster, count: int, tag: str, *, chain: bool, pad: int = 400) -> list[Entry]:
    """Return what a former keeper places again: one after the other, or all at one position."""
    device, found, at, head = keeper.circle.secrets.device, [], len(base.placed), base.head
    for number in range(count):
        fields = {"n": number, "tag": tag, "pad": b"p" * pad}
        entry = make.propose(base, "rotate", device.id, device.sign, fields, keeper.circle.surroundings)
        item = place_entry(entry, base.circle, at, head, device.sign)
        found.append(strays.stray(item))
        at, head = (at + 1, item.head) if chain else (at, head)
    return found


def bring(region: Region, engine: Engine, entries: list[Entry]) -> None:
    """Push entries to the hub as a program would that was made for it."""
    device = engine.circle.secrets.device
    line = Line(Direct(region.answer), region.key.public, device.id, device.sign, region.clock)
    for part in portions(entries, ROSTER_BYTES):
        roster = engine.circle.roster
        line.ask(SYNC_PATH, Sync(roster.circle, roster.head, [], bytes(16), proposals=part, lost=b""), Page)


def known_to(region: Region, circle: bytes) -> Roster:
    room = region.store.rooms[circle]
    return Roster.replay(room.entries, list(room.waiting.values()))


def test_what_is_kept_reaches_everybody_page_by_page(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    base, stick = before_the_hub(pilar), tmp_path / "stick"
    for engine in (pilar, amina, bo):
        engine.share()
    bring(region, pilar, forged(pilar, base, 40, "at the hub", chain=True, pad=8_000))
    bo.write_bundle(stick)
    for part in portions(forged(pilar, base, 30, "at Bo's", chain=True, pad=8_000), ROSTER_BYTES):
        Exchange(bo.circle).receive_roster(bo.circle.roster.placed, part)
    assert len(bo.circle.roster.strays) == 30
    bo.share()
    amina.share()
    bo.share()
    pilar.read_bundle(_written(bo, stick))
    everybody = [each.circle.roster for each in (pilar, amina, bo)] + [known_to(region, pilar.circle.id)]
    assert {len(each.strays) for each in everybody} == {70}
    assert len({each.lost_digest for each in everybody}) == 1
    assert amina.share().bytes_down < 300, "what both know is told again"


def test_thousands_at_one_place_leave_a_few_on_the_hub_and_everywhere(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    bring(region, pilar, forged(pilar, before_the_hub(pilar), 1_200, "many", chain=False))
    assert len(known_to(region, pilar.circle.id).strays) == strays.PER_PLACE
    amina.share()
    pilar.share()
    assert len({each.circle.roster.lost_digest for each in (amina, pilar)}) == 1
    assert len(amina.circle.roster.strays) == strays.PER_PLACE
    invite_to(pilar)
    pilar.share()
    amina.share()
    assert amina.circle.roster.head == pilar.circle.roster.head


def test_who_brings_ever_more_lists_waits_and_all_others_go_on(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    lists = Buckets(Rate(40, 1_000), region.clock)
    region.receiver = Receiver(region.store, Identity(region.key), region.clock, lists=lists)
    bring(region, pilar, forged(pilar, before_the_hub(pilar), 30, "some", chain=False))
    with pytest.raises(Refused, match="very many entries of other lists.* in 20 seconds"):
        bring(region, pilar, forged(pilar, before_the_hub(pilar), 30, "more", chain=False))
    for engine in (amina, pilar, amina):
        engine.share()
    assert len(amina.circle.roster.strays) == strays.PER_PLACE
    region.clock.ms += 20_000
    bring(region, pilar, forged(pilar, before_the_hub(pilar), 30, "more", chain=False))
    assert OF_LISTS.burst >= 3 * strays.MOST


def test_lists_that_have_lost_travel_beside_however_much_that_waits(region: Region) -> None:
    pilar = region.found()
    base = before_the_hub(pilar)
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, forged(pilar, base, 5, "x", chain=True))
    roster = pilar.circle.roster
    waiting = [Entry(bytes([n]) * (ROSTER_BYTES // 8 - 200), None, bytes(64)) for n in range(8)]
    brought = told(waiting, roster.strays_beyond(set()))
    assert set(roster.strays) <= set(brought) and len(brought) > 5 + 4
    assert sum(map(size_of_entry, brought)) <= ROSTER_BYTES
    assert set(waiting) == set(told(waiting, [])), "all the room is theirs where nothing else travels"


def _written(engine: Engine, stick: Path) -> Path:
    engine.write_bundle(stick)
    return stick
