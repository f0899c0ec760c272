"""A line that always breaks before a whole page is through brings one parcel a share all the same, both ways."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sync_region import Region, hashes

from learningcircles.errors import Unreachable
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.engine import Engine

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
