"""Timing, rows of the result table, and how they are printed."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from benchmarks.spent import spent_s


class Took(NamedTuple):
    """What a piece of work took, in seconds: of wall time, and of all processors (0 where that is unknown)."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: ours and the bare baseline's, in the same unit. `aim` is what we want to keep to.

    `cpu` is how many times the baseline's processor time ours takes, 0 where that is unknown or means nothing.
    """

    name: str
    size: int
    ours: float
    baseline: float
    unit: str
    aim: str = ""
    note: str = ""
    cpu: float = 0.0

    @property
    def ratio(self) -> float:
        """How many times the baseline ours is."""
        return self.ours / self.baseline if self.baseline else float("inf")


@dataclass(slots=True)
class Table:
    """All rows of a run; nothing is measured more than `most` times."""

    rows: list[Row] = field(default_factory=list)
    most: int = 100

    def times(self, usual: int) -> int:
        """Return how often a thing is measured for a median."""
        return min(usual, self.most)

    def compare(self, name: str, size: int, took: Sequence[Took], unit: str, *, aim: str = "", note: str = "") -> None:
        """Add what two pieces of work took, ours and the bare one, as `unit`: s or ms."""
        ours, bare = took
        scale = 1_000 if unit == "ms" else 1
        cpu = ours.cpu / bare.cpu if bare.cpu else 0.0
        self.add(name, size, ours.wall * scale, bare.wall * scale, unit, aim=aim, note=note, cpu=cpu)

    def add(
        self,
        name: str,
        size: int,
        ours: float,
        baseline: float,
        unit: str,
        *,
        aim: str = "",
        note: str = "",
        cpu: float = 0.0,
    ) -> None:
        """Add a figure and print it at once, so that a long run shows where it is."""
        row = Row(name, size, ours, baseline, unit, aim, note, cpu)
        self.rows.append(row)
        print(line(row), flush=True)

    def plain(self) -> list[dict[str, object]]:
        """Return the rows as JSON can hold them, with their ratio."""
        return [{**asdict(row), "ratio": row.ratio} for row in self.rows]


HEADING = f"{'what':<46}{'records':>9}{'ours':>14}{'baseline':>14}{'ratio':>9}{'cpu':>9}  {'aim':<14}"


def line(row: Row) -> str:
    """Return one printed line of the table."""
    ours, baseline = (f"{value:,.4g} {row.unit}" for value in (row.ours, row.baseline))
    cpu = f"{row.cpu:.2f}×" if row.cpu else ""
    text = f"{row.name:<46}{row.size:>9,}{ours:>14}{baseline:>14}{row.ratio:>8.2f}×{cpu:>9}  {row.aim:<14}{row.note}"
    return text.rstrip()


class Stopwatch:
    """Holds what its block took."""

    took: Took = Took(0.0, 0.0)

    @property
    def seconds(self) -> float:
        """The seconds of wall time."""
        return self.took.wall


@contextmanager
def timed() -> Iterator[Stopwatch]:
    """Measure a block: wall time, and the processor time of all programs that this one has started.

    What earlier blocks left behind is collected before.
    """
    watch = Stopwatch()
    gc.collect()
    spent, begin = spent_s(), time.perf_counter()
    try:
        yield watch
    finally:
        wall = time.perf_counter() - begin
        watch.took = Took(wall, spent_s() - spent)


def in_turn(times: int, *works: Callable[[], object]) -> list[Took]:
    """Run works by turns, so that a disturbance of the machine meets them all; return each one's medians."""
    results: list[list[Took]] = [[] for _ in works]
    for _ in range(times):
        for work, held in zip(works, results, strict=True):
            with timed() as watch:
                work()
            held.append(watch.took)
    return [median(held) for held in results]


def median(several: Sequence[Took]) -> Took:
    """Return the median of wall times and that of processor times."""
    return Took(*(statistics.median(each[at] for each in several) for at in (0, 1)))
