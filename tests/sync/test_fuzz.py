"""No decoder of what comes from elsewhere crashes, hangs or fills the memory, whatever arrives."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from damage import Damage
from decoders import DECODERS, Bench
from fuzz import MEMORY_KB, Came, feed

COUNTS = {
    "page": 120_000, "sync": 120_000, "envelope": 120_000, "catalogue": 60_000, "hub_door": 30_000,
    "laptop_door": 30_000, "bundles": 50_000, "header": 150_000, "payload": 100_000, "entry": 100_000, "body": 20_000,
    "invitation": 100_000, "words": 30_000, "letter": 100_000, "backups": 60_000, "wrapped": 500, "circle_file": 20_000,
    "picture": 90_000, "paper": 60_000, "code": 20_000,
}  # fmt: skip
"""How many inputs each gets: as many as take it a minute or a few."""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    yield Bench(tmp_path_factory.mktemp("bench"))


@pytest.mark.qt_log_level_fail("NO")  # libraries say what is wrong with a picture
@pytest.mark.parametrize("name", sorted(DECODERS))
def test_damaged_bytes_are_read_or_refused(bench: Bench, name: str) -> None:
    read, seeds = DECODERS[name](bench)
    read(seeds[0])
    count = 10 if name == "wrapped" else 150
    came = feed(name, read, Damage(seeds, random.Random(1)), count, memory_kb=2 * 1024 * 1024)
    assert not came.problem, came.problem


def test_every_decoder_is_fed_by_the_million() -> None:
    assert COUNTS.keys() == DECODERS.keys() and sum(COUNTS.values()) >= 10**6


def test_a_decoder_that_crashes_hangs_or_hoards_is_found() -> None:
    def crash(data: bytes) -> None:
        data[0]

    def hoard(data: bytes) -> None:
        hoarded.append(bytes(1 << 20) + data)

    hoarded: list[bytes] = []
    assert "IndexError" in feed("crash", crash, Damage([b""], random.Random(1)), 100).problem
    assert "too large" in feed("hoard", hoard, Damage([b"x"], random.Random(1)), 600, memory_kb=MEMORY_KB).problem
    slow = feed("hang", lambda data: sum(range(10**7)), Damage([b"x"], random.Random(1)), 1, slow_s=0.01)
    assert "too slow" in slow.problem


@pytest.mark.soak
@pytest.mark.timeout(14_400)
def test_a_million_inputs() -> None:
    came = [run(name, count) for name, count in COUNTS.items()]
    for each in came:
        print(
            f"\n{each.name:12} {each.inputs:9,} inputs, slowest {each.slowest * 1000:6.1f} ms, {each.peak_kb:,} KB",
            end="",
        )
    assert not [each.problem for each in came if each.problem]
    assert sum(each.inputs for each in came) >= 10**6


def run(name: str, count: int) -> Came:
    """Feed a decoder in a process of its own, others every time."""
    program = str(Path(__file__).with_name("fuzz.py"))
    words = [sys.executable, program, name, str(count), str(random.SystemRandom().randrange(10**9))]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=7200)
    assert ended.returncode == 0, ended.stderr
    return Came(**json.loads(ended.stdout))
