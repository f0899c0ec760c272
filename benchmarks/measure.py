"""Timing, rows of the result table, and how they are printed."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: ours and the bare baseline's, in the same unit. `aim` is what we want to keep to."""

    name: str
    size: int
    ours: float
    baseline: float
    unit: str
    aim: str = ""
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the baseline ours is."""
        return self.ours / self.baseline if self.baseline else float("inf")


@dataclass(slots=True)
class Table:
    """All rows of a run."""

    rows: list[Row] = field(default_factory=list)

    def add(
        self, name: str, size: int, ours: float, baseline: float, unit: str, *, aim: str = "", note: str = ""
    ) -> None:
        """Add a figure and print it at once, so that a long run shows where it is."""
        row = Row(name, size, ours, baseline, unit, aim, note)
        self.rows.append(row)
        print(line(row), flush=True)

    def plain(self) -> list[dict[str, object]]:
        """Return the rows as JSON can hold them, with their ratio."""
        return [{**asdict(row), "ratio": row.ratio} for row in self.rows]


HEADING = f"{'what':<46}{'records':>9}{'ours':>14}{'baseline':>14}{'ratio':>9}  {'aim':<14}"


def line(row: Row) -> str:
    """Return one printed line of the table."""
    ours, baseline = (f"{value:,.4g} {row.unit}" for value in (row.ours, row.baseline))
    text = f"{row.name:<46}{row.size:>9,}{ours:>14}{baseline:>14}{row.ratio:>8.2f}×  {row.aim:<14}{row.note}"
    return text.rstrip()


class Stopwatch:
    """Holds the seconds that its block took."""

    seconds: float = 0.0


@contextmanager
def timed() -> Iterator[Stopwatch]:
    """Measure a block's wall time, with what earlier ones left behind collected before."""
    watch = Stopwatch()
    gc.collect()
    begin = time.perf_counter()
    try:
        yield watch
    finally:
        watch.seconds = time.perf_counter() - begin


def median_of(times: int, work: Callable[[], object]) -> float:
    """Return the median of several runs, in seconds."""
    results: list[float] = []
    for _ in range(times):
        with timed() as watch:
            work()
        results.append(watch.seconds)
    return statistics.median(results)


def in_turn(times: int, *works: Callable[[], object]) -> list[float]:
    """Run works by turns, so that a disturbance of the machine meets them all; return each one's median, in seconds."""
    results: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, held in zip(works, results, strict=True):
            with timed() as watch:
                work()
            held.append(watch.seconds)
    return [statistics.median(held) for held in results]
