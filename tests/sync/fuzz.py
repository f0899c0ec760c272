"""Feeds one decoder with damaged and random bytes: `python fuzz.py NAME COUNT SEED`, and says in JSON what came of it.

Whatever arrives, a decoder returns or raises a CircleError. One input may take a second of this thread's time, and the
whole process 200 MB. It ends at the first input of which that is not true, and names it.
"""

from __future__ import annotations

import faulthandler
import json
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from damage import Damage
from decoders import DECODERS, Bench, Read

from learningcircles.errors import CircleError

SLOW_S = 1.0
STUCK_S = 300
"""How long WATCHED inputs together may take before the process ends and says where: a hang, not a busy machine."""
WATCHED = 64
MEMORY_KB = 200 * 1024


class Came(NamedTuple):
    """What came of the inputs. `slowest` in seconds; `peak_kb`: the most memory that the process held (VmHWM)."""

    name: str
    inputs: int
    slowest: float
    peak_kb: int
    problem: str


def peak_kb() -> int:
    """Return the most memory that this process has held (proc(5))."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def feed(
    name: str,
    read: Read,
    damage: Damage,
    count: int,
    *,
    memory_kb: int = MEMORY_KB,
    slow_s: float = SLOW_S,
    watch: Callable[[], None] = lambda: None,
) -> Came:
    """Feed a decoder, until the process holds more than `memory_kb`, or one input takes longer than `slow_s`.

    `watch` is called after every WATCHED inputs.
    """
    slowest = 0.0
    for number in range(1, count + 1):
        data = damage.next()
        begun = time.thread_time()
        try:
            with suppress(CircleError):
                read(data)
        except Exception:  # the edge of a process: the input that it was is named
            return Came(name, number, slowest, peak_kb(), f"{traceback.format_exc()}\n{data[:300]!r}")
        slowest = max(slowest, time.thread_time() - begun)
        if slowest > slow_s:
            return Came(name, number, slowest, peak_kb(), f"too slow: {len(data)} bytes {data[:300]!r}")
        if number % WATCHED:
            continue
        watch()
        if peak_kb() > memory_kb:
            return Came(name, number, slowest, peak_kb(), f"too large: {len(data)} bytes {data[:300]!r}")
    return Came(name, count, slowest, peak_kb(), "")


def watch() -> None:
    """Give this process STUCK_S from now."""
    faulthandler.dump_traceback_later(STUCK_S, exit=True)


def main() -> None:
    name, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    watch()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        read, seeds = DECODERS[name](Bench(Path(folder)))
        read(seeds[0])
        print(json.dumps(feed(name, read, Damage(seeds, random.Random(seed)), count, watch=watch)._asdict()))


if __name__ == "__main__":
    main()
