"""A line that always breaks before a whole page is through brings one parcel a share all the same, both ways."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from erasing import hub_region
from sync_region import Region, add_member, hashes
from test_forked_rescues import clones_of_one_shut_out
from test_two_keepers import carry

from learningcircles.errors import Unreachable
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.engine import Engine
from learningcircles_sync.talking import WEAK

LASTS = 14_000
"""So many bytes come through, or go up: one parcel of these tests and not two."""


def parcels(engine: Engine, count: int) -> None:
    for number in range(count):
        engine.verbs.records.add("member", {"name": f"M{number}", "notes": os.urandom(4_500).hex()})
        Exchange(engine.circle).close_tail()


def weakened(region: Region, answers: list[int]) -> None:
    strong = region.receiver.answer

    def answer(method: str, path: str, body: bytes) -> object:
        if len(body) > LASTS:
            raise Unreachable("no_answer", "The hub does not answer.")
        found = strong(method, path, body)
        answers.append(len(found.body))
        if len(found.body) > LASTS:
            raise Unreachable("line_broke", "The line broke.")
        return found

    region.receiver.answer = answer  # type: ignore[method-assign, assignment]


def test_what_others_wrote_and_what_is_brought_comes_parcel_by_parcel(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    parcels(pilar, 6)
    pilar.share()
    parcels(bo, 5)
    answers: list[int] = []
    weakened(region, answers)
    for _ in range(30):
        with suppress(Unreachable):
            bo.share()
    assert not bo.share().waiting
    for _ in range(30):
        with suppress(Unreachable):
            pilar.share()
    assert hashes(pilar) == hashes(bo)


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def test_what_lost_of_others_logs_is_brought_parcel_by_parcel_too(lasting: Region, tmp_path: Path) -> None:
    """The hub notes nothing of that: all of it comes in one share, or it would begin anew for ever."""
    pilar = lasting.found()
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 4)
    pilar.share()
    for copy in copies:
        add_member(copy, "More", notes=os.urandom(4_500).hex())
        Exchange(copy.circle).close_tail()
        carry(copy, pilar, tmp_path)
    weakened(lasting, [])
    with suppress(Unreachable):
        pilar.share()
    for _ in range(2):
        assert not pilar.share().obstacles
    assert lasting.store.read(pilar.circle.id, lambda room: len(list(room.aside.headers([device])))) == 8


def test_where_the_line_holds_again_pages_are_as_large_as_before(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    parcels(pilar, 6)
    region.reachable = False
    with suppress(Unreachable):
        pilar.share()
    region.reachable = True
    many = pilar.share().requests
    parcels(pilar, 6)
    assert pilar.share().requests < many
    bo.share()
    assert hashes(pilar) == hashes(bo)


@pytest.mark.parametrize("code", ["no_answer", "too_often", "line_broke"])
def test_a_line_is_weak_where_it_broke_under_something_alone(tmp_path: Path, code: str) -> None:
    """Not where there was no network; and nothing but a share that went through shows that it holds again."""
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    parcels(pilar, 6)
    pilar.share()
    strong = region.receiver.answer

    def fails(method: str, path: str, body: bytes) -> object:
        raise Unreachable(code, "That went wrong.")

    region.receiver.answer = fails  # type: ignore[method-assign, assignment]
    if code == "too_often":
        bo.circle.meta.put(WEAK, 1)
    with pytest.raises(Unreachable):
        bo.share()
    region.receiver.answer = strong  # type: ignore[method-assign]
    assert (bo.share().requests > 2) is (code != "no_answer")
    assert hashes(pilar) == hashes(bo)
