"""A line that always breaks before a whole page is through brings one parcel a share all the same, both ways."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from erasing import hub_region
from forks import clones_of_one_shut_out
from sticks import carry
from sync_region import Region, hashes
from test_erasures_fallen import forgetful

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
    """A page of more than one of them does not come through: each share brings one more."""
    pilar = lasting.found()
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 4)
    pilar.share()
    write(copies, 3, pilar, tmp_path)
    weakened(lasting, [])
    came: list[int] = []
    for _ in range(15):
        with suppress(Unreachable):
            pilar.share()
        came.append(kept_of(lasting, pilar, device))
    assert came == sorted(came) and came[-1] == 16
    assert not pilar.share().obstacles


def test_so_it_is_over_a_line_that_breaks_after_some_requests(lasting: Region, tmp_path: Path) -> None:
    """Each request holds twice as much as the one before, and the next share goes on where this one ended."""
    pilar = lasting.found()
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 4)
    pilar.share()
    write(copies, 5, pilar, tmp_path)
    lasts, strong = 3, lasting.receiver.answer
    asked: list[int] = []

    def answer(method: str, path: str, body: bytes) -> object:
        asked.append(len(body))
        if len(asked) > lasts:
            raise Unreachable("no_answer", "The hub does not answer.")
        return strong(method, path, body)

    lasting.receiver.answer = answer  # type: ignore[method-assign, assignment]
    pilar.circle.meta.put(WEAK, 1)
    came: list[int] = []
    for _ in range(8):
        asked.clear()
        with suppress(Unreachable):
            pilar.share()
        came.append(kept_of(lasting, pilar, device))
    assert came == sorted(came) and came[-1] == 24
    assert pilar.circle.meta.number(WEAK) == 0, "a share went through"
    asked.clear()
    assert pilar.share().requests == 1


def test_what_was_brought_by_parts_to_a_hub_that_was_restored_is_brought_again(lasting: Region, tmp_path: Path) -> None:
    pilar = lasting.found()
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 4)
    pilar.share()
    with forgetful(lasting, tmp_path):
        write(copies, 5, pilar, tmp_path)
        weakened(lasting, [])
        for _ in range(3):
            with suppress(Unreachable):
                pilar.share()
        assert kept_of(lasting, pilar, device) in range(5, 20)
    for _ in range(3):
        pilar.share()
    assert kept_of(lasting, pilar, device) == 24


def test_one_parcel_more_does_not_have_all_of_them_brought_again(lasting: Region, tmp_path: Path) -> None:
    """Whoever has a copy of the disk may write one that comes first in the order in which they are brought."""
    pilar = lasting.found()
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 4)
    pilar.share()
    write(copies[1:], 3, pilar, tmp_path)
    assert pilar.share().bytes_up > 9 * 4_500
    write(copies[:1], 1, pilar, tmp_path)
    assert pilar.share().bytes_up < 2 * 4_500 + 4_000
    assert kept_of(lasting, pilar, device) == 4 + 9 + 1


def write(copies: Sequence[Engine], parcels_each: int, taker: Engine, folder: Path) -> None:
    """Let copies of a laptop write parcels, and carry them to another one."""
    for copy in copies:
        parcels(copy, parcels_each)
        carry(copy, taker, folder)


def kept_of(region: Region, engine: Engine, device: bytes) -> int:
    """Return how many segments of a laptop that lost the hub keeps."""
    return region.store.read(engine.circle.id, lambda room: len(list(room.aside.headers([device]))))


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


@pytest.mark.parametrize("weak", [0, 1])
def test_to_a_hub_that_was_put_back_to_before_the_one_who_brings_it_joined_all_of_it_comes(
    lasting: Region, tmp_path: Path, weak: int
) -> None:
    """The request that names nobody it knows is made anew, with the list: the same parcel goes with it."""
    region, pilar = lasting, lasting.found()
    device, copies = clones_of_one_shut_out(region, tmp_path, pilar, 4)
    pilar.share()
    with forgetful(region, tmp_path):
        bo = region.laptop(pilar, "Bo")
    write(copies, 2, bo, tmp_path)
    bo.circle.meta.put(WEAK, weak)
    for _ in range(4):
        with suppress(Unreachable):
            bo.share()
    assert kept_of(region, bo, device) == 12


def test_what_a_hub_has_not_judged_since_it_was_put_back_is_brought_again(lasting: Region, tmp_path: Path) -> None:
    """It does not know the head of the list any more, and answers with its own alone."""
    pilar = lasting.found()
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 4)
    with forgetful(lasting, tmp_path):
        pilar.share()
    write(copies, 2, pilar, tmp_path)
    for _ in range(3):
        pilar.share()
    assert kept_of(lasting, pilar, device) == 12
