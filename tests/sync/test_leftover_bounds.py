"""Of a laptop that was shut out only so much of what lost is said again: whoever has a copy of its disk signs more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import hub_region
from forks import clones_of_one_shut_out, log_hashes
from sticks import carry
from sync_region import Region, add_member

from learningcircles.laptop.erasing import erase
from learningcircles.storage import leftover
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles_sync.engine import Engine


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def circle_of(region: Region) -> Engine:
    """Return an organizer of a circle that has erased somebody: its hub keeps nothing of what lost."""
    pilar = region.found()
    erase(pilar.verbs, add_member(pilar, "Quentin Farley"))
    pilar.share()
    return pilar


def lost(engine: Engine, device: bytes) -> list[tuple[int, bytes]]:
    """The segments of a laptop's log that lost, by seq and hash."""
    logs = Logs(engine.circle.connection, engine.circle.journal.numbers)
    return sorted((header.seq, hash_) for hash_, header, _ in logs.headers_aside() if header.device == device)


def said(engine: Engine, device: bytes) -> list[tuple[int, bytes]]:
    """Those that have been said again."""
    entries = engine.circle.roster.state.redactions.entries
    return sorted((name[2], hash_) for each in entries for name, hash_ in each.erase.items() if name[1] == device)


def test_of_one_place_in_a_log_four_are_said_again_whatever_comes_later(lasting: Region, tmp_path: Path) -> None:
    pilar = circle_of(lasting)
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 8)
    copies.sort(key=lambda copy: log_hashes(copy, device)[-1])
    for copy in copies[3:]:
        carry(copy, pilar, tmp_path)
    for _ in range(2):
        pilar.share()
    branches = lost(pilar, device)
    assert len(branches) == 5 and len({seq for seq, _ in branches}) == 1
    assert said(pilar, device) == branches[:4], "the first ones by their hash"
    for copy in copies[:3]:
        carry(copy, pilar, tmp_path)
    for _ in range(2):
        pilar.share()
    assert len(lost(pilar, device)) == 8 and said(pilar, device) == branches[:4]


def test_of_a_log_so_many_are_said_again_the_first_ones(
    lasting: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftover, "MOST_OUT", 5)
    pilar = circle_of(lasting)
    device, (copy,) = clones_of_one_shut_out(lasting, tmp_path, pilar, 1)
    for number in range(9):
        add_member(copy, f"More {number}")
        Exchange(copy.circle).close_tail()
    carry(copy, pilar, tmp_path)
    branch = lost(pilar, device)
    assert len(branch) == 10
    for _ in range(2):
        pilar.share()
    assert said(pilar, device) == branch[:5]
