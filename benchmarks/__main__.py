"""The benchmarks: `python3 start.py bench`.

--sizes 1000,10000     how many members; one block of rows each
--laptops 50           how many laptops the crowd has
--times N              measure each thing N times at most, for a look rather than a figure
--json FILE            the rows for machines, besides the table
--only WORDS           only these parts: laptop, crowd, line, window, search, meanwhile
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks import crowd, meanwhile, screen, searching, settling, sharing, writing
from benchmarks.circle import Bench, bench
from benchmarks.measure import HEADING, Table, Took
from benchmarks.sharing import Pair

PARTS = ("laptop", "crowd", "line", "window", "search", "meanwhile")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python3 start.py bench", description="Measure, each figure beside a bare one."
    )
    parser.add_argument("--sizes", default="1000,10000", help="numbers of members: 1000,10000")
    parser.add_argument("--laptops", type=int, default=50, help="laptops in the crowd: at least 2")
    parser.add_argument("--times", type=int, default=100, help="how often a thing is measured at most")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows here as well")
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    asked = parser.parse_args()
    table = Table(most=max(asked.times, 1))
    print(HEADING)
    with tempfile.TemporaryDirectory(prefix="learningcircles-bench-") as folder:
        run(table, Path(folder), [int(size) for size in asked.sizes.split(",")], asked.laptops, asked.only.split(","))
    if asked.json:
        asked.json.write_text(json.dumps({"python": sys.version, "rows": table.plain()}, indent=1), "utf-8")


def run(table: Table, folder: Path, sizes: list[int], laptops: int, parts: list[str]) -> None:
    """Run parts, one after the other."""
    one: dict[int, Took] = {}
    for size in sizes:
        if "search" in parts:
            searching.searching(table, folder / f"mixed-{size}", size)
        if "meanwhile" in parts:
            with bench(size, folder / f"meanwhile-{size}") as circle:
                meanwhile.meanwhile(table, circle)
        if not {"laptop", "window"} & set(parts):
            continue
        with bench(size, folder / f"circle-{size}") as circle:
            if "laptop" in parts or "window" in parts:
                alone_s = _filled(table, circle)
            if "window" in parts:
                screen.windows(table, circle)
            if "laptop" in parts:
                one[size] = _shared(table, circle, alone_s)
    if len(one) > 1:
        small, large = min(one), max(one)
        name = f"one change, against a circle of {small:,}"
        table.compare(name, large, [one[large], one[small]], "ms", aim="the same")
    if "crowd" in parts:
        crowd.crowd(table, folder / "crowd", laptops)
    if "line" in parts:
        crowd.far_away(table, folder / "far")


def _filled(table: Table, circle: Bench) -> float:
    """Load everybody and send it all to the hub; return what `executemany` alone took for the same, in seconds."""
    with circle.first.talk() as ours, circle.bare_talk(circle.bare_first) as bare:
        Pair(ours, bare).across()
        alone_s = writing.load(table, circle)
        sharing.first_upload(table, circle, ours, bare)
    writing.disk(table, circle)
    return alone_s


def _shared(table: Table, circle: Bench, alone_s: float) -> Took:
    """Measure what two laptops do with a circle that is filled; return what one change took."""
    sharing.bootstrap(table, circle)
    sharing.verified_apply(table, circle, alone_s)
    writing.one_write(table, circle)
    writing.search(table, circle)
    with ExitStack() as stack:
        ours = Pair(stack.enter_context(circle.first.talk()), stack.enter_context(circle.second.talk()))
        databases = (circle.bare_first, circle.bare_second)
        bare = Pair(*(stack.enter_context(circle.bare_talk(database)) for database in databases))
        for pair in (ours, bare):
            pair.across()
            pair.across()
        ids = [row["id"] for row in ours.first.ask("list", entity="member")["records"]]
        sharing.nothing_new(table, circle, ours.first, bare.first)
        one = sharing.one_change(table, circle.size, ours, bare, name="one change, A → hub → B", aim="≤1.5×")
        sharing.one_in_a_hundred(table, circle.size, ours, bare, ids)
        settling.settling(table, circle.size, ours, bare, ids)
    return one


if __name__ == "__main__":
    main()
