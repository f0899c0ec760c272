"""A copy that one side cannot keep, since it knows as many others of that laptop as are kept, told to nobody till then:
no share asks twice for its erasure, or brings its work, once both have heard of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import cloned
from erasing import hub_region, share
from sticks import carry
from sync_region import Region, add_member, me
from test_erasures_fallen import circle_of

from learningcircles.laptop import rights
from learningcircles.laptop.succession import succeed
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.entry import Entry
from learningcircles.trust.make import DeviceKeys, propose
from learningcircles.trust.roster import PER_LAPTOP_OUT
from learningcircles_sync.engine import Engine
from learningcircles_sync.outcome import Outcome


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def copies_of(engine: Engine, many: int) -> list[tuple[Entry, DeviceKeys]]:
    """Return that a laptop goes on under other names, as whoever has its disk can say, by their hashes."""
    roster, maker, world = engine.circle.roster, engine.circle.secrets.device, engine.circle.surroundings
    keys = [DeviceKeys.new(world) for _ in range(many)]
    made = [
        (propose(roster, "succeed", maker.id, maker.sign, each.public, world, own=each.sign), each) for each in keys
    ]
    return sorted(made, key=lambda row: row[0].hash)


def by_a_stick(engine: Engine, *entries: Entry) -> None:
    Exchange(engine.circle).receive_roster(engine.circle.roster.placed, entries)


def agree(*engines: Engine) -> list[Outcome]:
    """Let all share three times, and return what came of it from the second time on."""
    share(*engines)
    return [engine.share() for _ in range(2) for engine in engines]


@pytest.mark.parametrize("many", [PER_LAPTOP_OUT - 1, PER_LAPTOP_OUT])
@pytest.mark.parametrize("full_first", [False, True])
def test_no_share_asks_twice_for_an_erasure(region: Region, many: int, full_first: bool) -> None:
    pilar, bo, cy, amina = circle_of(region)
    *made, (late, keys) = copies_of(cy, many + 1)
    roster, world = cy.circle.roster, cy.circle.surroundings
    erasure = propose(roster, "redact", keys.id, keys.sign, {"people": [amina]}, world)
    rights.revoke(pilar.circle, me(cy))
    share(pilar, bo)
    by_a_stick(pilar, *(entry for entry, _ in made))
    by_a_stick(bo, late, erasure)
    assert bo.circle.roster.fallen == (erasure,)
    share(*((pilar, bo) if full_first else (bo, pilar)))
    assert [each.requests for each in agree(bo, pilar)] == [1] * 4
    assert bo.circle.roster.fallen == pilar.circle.roster.fallen == ((erasure,) if many < PER_LAPTOP_OUT else ())
    assert len(bo.circle.roster.aside) == (1 if many < PER_LAPTOP_OUT else PER_LAPTOP_OUT), "no more than are needed"


@pytest.mark.parametrize("by_the_hub", [True, False])
def test_nor_for_what_an_honest_copy_wrote(region: Region, tmp_path: Path, by_the_hub: bool) -> None:
    """Its work is at the hub, or with a laptop: the other cannot take it, and tells people so once."""
    pilar = region.found()
    bo, dana = region.laptop(pilar, "Bo"), region.laptop(pilar, "Dana", "recorder")
    share(pilar, bo, dana)
    honest = cloned(region, dana, 50)
    add_member(honest, "Of the honest copy")
    assert succeed(honest.circle)
    rights.revoke(pilar.circle, me(dana))
    share(pilar, bo)
    carry(honest, bo, tmp_path)
    (owners,) = bo.circle.roster.aside
    made: list[Entry] = []
    while len(made) < PER_LAPTOP_OUT:
        made += [entry for entry, _ in copies_of(dana, 1) if entry.hash < owners.hash]
    by_a_stick(pilar, *made)
    if by_the_hub:
        bo.share()
        told = pilar.share()
        assert len(told.sentences) == 1 and "one copy too many" in told.sentences[0]
    share(pilar, bo)
    came = agree(pilar, bo)
    assert [(each.requests, each.received, each.sentences) for each in came] == [(1, 0, ())] * 4
    assert all(each.bytes_down < 200 for each in came), "what nobody takes is not brought again"
    assert {entry.hash for entry in pilar.circle.roster.aside} == {entry.hash for entry in made}
    (offered,) = bo.verbs.rescue.bundles()
    assert offered.device == me(honest), "what a laptop had offered goes on being offered there"
