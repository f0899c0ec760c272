"""What lies aside of branches that lost costs a share no more than their headers, and a request stays bounded."""

from __future__ import annotations

import random

import pytest
from catalogue_place import Place
from disks import cloned
from sticks import carry
from sync_region import add_member, me, name_set

from learningcircles.codec import encode
from learningcircles.journal.segment import Header
from learningcircles.storage import parted
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.aside import Aside


def renewed(place: Place) -> Engine:
    """Return a laptop that goes on under a new name, since its disk was restored."""
    add_member(place.pilar, "First")
    place.pilar.share()
    restored = cloned(place.region, place.pilar, 50)
    add_member(place.pilar, "Ana")
    place.pilar.share()
    add_member(restored, "Zoe")
    place.share(restored, restored)
    assert me(restored) != me(place.pilar) and {"Ana", "Zoe"} <= name_set(restored)
    return restored


def test_a_share_reads_no_payload_of_what_was_brought(place: Place) -> None:
    amina = place.region.laptop(place.pilar, "Amina")
    restored = cloned(place.region, place.pilar, 50)
    for engine, name in ((place.pilar, "Ana"), (restored, "Zoe")):
        add_member(engine, name)
        carry(engine, amina, place.folder.path)
    place.share(amina, restored, amina, restored)
    for engine in (amina, restored):
        logs = Logs(engine.circle.connection, engine.circle.journal.numbers)
        assert any(whole for _, _, whole in logs.headers_aside())
    said: list[str] = []
    for engine in (amina, restored):
        engine.circle.connection.set_trace_callback(said.append)
        outcome = engine.share()
        engine.circle.connection.set_trace_callback(None)
        assert (outcome.requests, outcome.received, outcome.obstacles) == (1, 0, ())
    asked = [sql.replace("typeof(payload)", "").replace("length(payload)", "") for sql in said if "FROM aside" in sql]
    assert asked and not any("payload" in sql for sql in asked)


def test_a_hub_reads_no_payload_that_the_laptop_says_it_has(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    amina = place.region.laptop(place.pilar, "Amina")
    add_member(place.pilar, "Ana")
    place.share(place.pilar, amina)
    restored = [cloned(place.region, place.pilar, seed) for seed in range(50, 60)]
    for engine in restored:
        add_member(engine, "Zoe")
        carry(engine, amina, place.folder.path)
        if "Ana" not in name_set(amina):
            break
    place.share(amina, engine, amina, engine)
    assert {"Ana", "Zoe"} <= name_set(engine)
    with place.store.snapshot() as connection:
        room = Aside(connection, engine.circle.id)
        assert list(room.headers({me(place.pilar)})), "they lie aside for good"
    monkeypatch.delattr(Aside, "get")
    assert engine.share().requests == 1


def test_of_what_is_told_again_the_last_of_each_branch_is_noted(place: Place) -> None:
    restored = renewed(place)
    before = set(parted.held_branches(restored.circle) or ())
    told = [
        each
        for each in Exchange(restored.circle).after({}, 10**6)
        if Header.parse(each.header).device == me(place.pilar)
    ]
    logs = {(header.space, header.device) for header in (Header.parse(each.header) for each in told)}
    assert len(told) > len(logs)
    parted.note_told_again(restored.circle, told)
    assert len(set(parted.held_branches(restored.circle) or ()) - before) <= len(logs)


def test_a_laptop_that_was_told_again_ever_so_often_shares(place: Place) -> None:
    """A former version noted every segment, and could send no request with more than 10,000."""
    restored, some = renewed(place), random.Random(1)
    with restored.circle.hint():
        restored.circle.meta.put("parted_again", encode([some.randbytes(32) for _ in range(10_001)]))
    assert not restored.share().obstacles
    assert len(parted.held_branches(restored.circle) or ()) <= 2 * parted.MOST_NAMED
