"""Loading, one durable write, search, memory and disk: what a laptop does without a network."""

from __future__ import annotations

import json
from contextlib import closing
from functools import partial

from benchmarks.baseline import durable, open_plain, plain_row, put_plain
from benchmarks.circle import Bench, settled_size
from benchmarks.measure import Table, in_turn, median, timed
from benchmarks.programs import BARE, Ran, launch

WRITES = 21
WORDS = ("pil", "garcia", "pottery", "mill lane", "weld week", "zoe")
MB = 1_000_000


def load(table: Table, bench: Bench) -> float:
    """Load everybody from a file of JSON lines; return the seconds of `executemany` alone for the same rows."""
    ours = bench.first.launch("batch", str(bench.lines))
    bare = _bare_load(bench)
    table.compare("load through batch", bench.size, [ours.took, bare.took], "s", aim="≤3×")
    alone = _executemany(bench)
    table.add("load, against executemany alone", bench.size, ours.took.wall, alone, "s", note="rows in memory already")
    listed = bench.first.launch("list", "member", "--json")
    peak = max(ours.peak, listed.peak)
    if peak:
        table.add("peak memory of the command line", bench.size, peak / MB, bare.peak / MB, "MB", aim="≤80 MB")
    return alone


def one_write(table: Table, bench: Bench) -> None:
    """One member added by a program that has the circle open: asked, durable, answered."""
    some = iter(bench.people * WRITES)
    with bench.first.talk() as ours, bench.bare_talk(bench.bare_first) as bare:
        took = in_turn(
            table.times(WRITES),
            lambda: ours.ask("add", entity="member", fields=next(some)),
            lambda: bare.ask("add", fields=next(some)),
        )
    table.compare("one durable write", bench.size, took, "ms", aim="≤1.5×")


def search(table: Table, bench: Bench) -> None:
    """Find by words and their beginnings, against a plain FTS5 table that returns as many rows."""
    with bench.first.talk() as ours, bench.bare_talk(bench.bare_first) as bare:
        bare.ask("index")
        pairs = [
            in_turn(table.times(5), partial(ours.ask, "find", text=word), partial(bare.ask, "find", text=word))
            for word in WORDS
        ]
    took = [median([pair[at] for pair in pairs]) for at in (0, 1)]
    table.compare("search", bench.size, took, "ms", note="median of six queries")


def disk(table: Table, bench: Bench) -> None:
    """What the laptop and the hub keep, once everything is shared, against the plain table."""
    plain = settled_size(bench.bare_first)
    table.add("disk of a laptop", bench.size, bench.first.circle_bytes() / MB, plain / MB, "MB", aim="≤1.5×")
    table.add("disk of the hub", bench.size, bench.hub_bytes() / MB, plain / MB, "MB", aim="≤0.3×")


def _bare_load(bench: Bench) -> Ran:
    step = json.dumps({"do": "load", "file": str(bench.lines)})
    command = [*BARE, str(bench.bare_first), bench.bare_url]
    return launch(command, bench.first.environment, bench.folder, stdin=step)


def _executemany(bench: Bench) -> float:
    rows = [plain_row(number, member) for number, member in enumerate(bench.people)]
    with closing(open_plain(bench.folder / "alone.db")) as db, timed() as watch, durable(db):
        put_plain(db, rows)
    return watch.seconds
