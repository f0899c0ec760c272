"""The desktop beside bare Qt: the first painted window, its memory, search as one types, scrolling."""

from __future__ import annotations

import json
import statistics
import sys
import time

from benchmarks.circle import Bench
from benchmarks.measure import Table
from benchmarks.programs import launch_saying

TIMES = 3
FEW = 1_000
MB = 1_000_000


def windows(table: Table, bench: Bench) -> None:
    """Open our window on the circle and a bare one, by turns."""
    with bench.bare_talk(bench.bare_first) as bare:
        bare.ask("index")
    times = table.times(TIMES if bench.size >= FEW else 1)
    pairs = [(_ours(bench, "first"), _bare(bench, "first")) for _ in range(times)]
    seconds = [statistics.median(pair[at]["first"] for pair in pairs) for at in (0, 1)]
    peaks = [statistics.median(pair[at]["peak"] for pair in pairs) / MB for at in (0, 1)]
    table.add("first painted window", bench.size, seconds[0], seconds[1], "s", aim="≤3×")
    if all(peaks):
        table.add("peak memory of the window", bench.size, peaks[0], peaks[1], "MB", aim="≤2×")
    ours, plain = _ours(bench, "table"), _bare(bench, "table")
    note = f"worst {ours['worst_key'] * 1000:.0f} ms"
    key = (ours["key"] * 1000, plain["key"] * 1000)
    table.add("a key in search to painted rows", bench.size, *key, "ms", aim="≤16 ms", note=note)
    table.add("a scroll step", bench.size, ours["step"] * 1000, plain["step"] * 1000, "ms", aim="≤1.5×")


def _ours(bench: Bench, what: str) -> dict[str, float]:
    return _measured(bench, "benchmarks.window_ours", what)


def _bare(bench: Bench, what: str) -> dict[str, float]:
    return _measured(bench, "benchmarks.window_bare", what, str(bench.bare_first))


def _measured(bench: Bench, module: str, what: str, *more: str) -> dict[str, float]:
    """Run a window and return its figures, with the peak of its memory in bytes."""
    command = [sys.executable, "-m", module, what, str(time.time()), *more]
    ran, said = launch_saying(command, bench.first.environment, bench.folder)
    figures: dict[str, float] = json.loads(said)
    return {**figures, "peak": float(ran.peak)}
