"""Timing, rows of the result table, and how they are printed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field


@dataclass(slots=True)
class Row:
    """One figure: ours, the baseline's, in the same unit."""

    name: str
    size: int
    ours: float
    baseline: float | None
    unit: str
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the baseline ours is, or None without one."""
        return self.ours / self.baseline if self.baseline else None


@dataclass(slots=True)
class Table:
    """All rows of a run."""

    rows: list[Row] = field(default_factory=list)

    def add(self, name: str, size: int, ours: float, baseline: float | None, unit: str, note: str = "") -> None:
        """Add a figure and print it at once, so that a long run shows where it is."""
        row = Row(name, size, ours, baseline, unit, note)
        self.rows.append(row)
        print(line(row), flush=True)

    def plain(self) -> list[dict[str, object]]:
        """The rows as JSON-able objects, with their ratio."""
        return [{**asdict(row), "ratio": row.ratio} for row in self.rows]


HEADING = f"{'what':<44}{'records':>9}{'ours':>14}{'baseline':>14}{'ratio':>8}"


def line(row: Row) -> str:
    """One printed line of the table."""
    baseline = f"{row.baseline:,.4g} {row.unit}" if row.baseline is not None else "–"
    ratio = f"{row.ratio:.2f}×" if row.ratio is not None else "–"
    text = f"{row.name:<44}{row.size:>9,}{f'{row.ours:,.4g} {row.unit}':>14}{baseline:>14}{ratio:>8}"
    return f"{text}  {row.note}" if row.note else text


class Stopwatch:
    """Holds the seconds that its block took."""

    seconds: float = 0.0


@contextmanager
def timed() -> Iterator[Stopwatch]:
    """Measure a block's wall time with the garbage collector quiet."""
    watch = Stopwatch()
    gc.collect()
    begin = time.perf_counter()
    try:
        yield watch
    finally:
        watch.seconds = time.perf_counter() - begin


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the shortest of several runs, in seconds: the one least disturbed by the machine."""
    results: list[float] = []
    for _ in range(times):
        with timed() as watch:
            work()
        results.append(watch.seconds)
    return min(results)
