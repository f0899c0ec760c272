"""The window while its laptop shares a circle for the first time: does anything that is typed wait for it?"""

from __future__ import annotations

import json
import sys

from benchmarks.circle import Bench
from benchmarks.measure import Table
from benchmarks.programs import Laptop, launch_saying


def meanwhile(table: Table, bench: Bench) -> None:
    """Load everybody; let a window send them all, then another one, of a laptop that joined before, fetch them all."""
    bench.second.run("circle", "join", bench.invite(), "--as", "Amina", "--device", "Red")
    bench.first.launch("batch", str(bench.lines))
    for laptop, what in ((bench.first, "first upload"), (bench.second, "first download")):
        _watch(table, bench, laptop, what)


def _watch(table: Table, bench: Bench, laptop: Laptop, what: str) -> None:
    command = [sys.executable, "-m", "benchmarks.window_sync"]
    told = json.loads(launch_saying(command, laptop.environment, bench.folder)[1])
    note = f"{told['adds']} added in {told['share']:.1f} s"
    longest, quiet = told["longest"] * 1000, told["quiet"] * 1000
    table.add(f"longest wait of the window, {what}", bench.size, longest, quiet, "ms", aim="≤50 ms", note=note)
    worst = f"worst {told['worst_add'] * 1000:.0f} ms"
    table.add(f"adding a member, {what}", bench.size, told["add"] * 1000, told["alone"] * 1000, "ms", note=worst)
