"""A small circle of many laptops, and one at the far end of a slow line: what depends on neither size nor machine."""

from __future__ import annotations

from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from benchmarks.circle import Bench, bench
from benchmarks.measure import Table, in_turn
from benchmarks.sharing import TIMES, Pair, one_change, put_nothing_new
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles.surroundings import real
from learningcircles.trust.invitation import read_invitation
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_hub

ONE_WAY_S = 0.025


def crowd(table: Table, folder: Path, laptops: int) -> None:
    """Nothing new in a circle of so many laptops, each of which has written something."""
    with bench(0, folder) as circle:
        _join_all(circle, laptops - 1)
        with circle.first.talk() as ours, circle.bare_talk(circle.bare_first) as bare:
            ours.ask("sync")
            said, bare_said = ours.ask("sync"), bare.ask("sync")
            took = in_turn(table.times(TIMES), partial(ours.ask, "sync"), partial(bare.ask, "sync"))
        put_nothing_new(table, laptops, said, bare_said, took, laptops, 750)


def _join_all(circle: Bench, count: int) -> None:
    invitation = read_invitation(circle.invite(uses=count))
    world = real()
    for number in range(count):
        home = Home.default({"LEARNINGCIRCLES_HOME": str(circle.folder / f"laptop-{number}")})
        with closing(join_from_hub(home, invitation, f"Person {number}", f"Laptop {number}", world)) as joined:
            Engine(home, Verbs(joined), world).share()


def far_away(table: Table, folder: Path) -> None:
    """One change from laptop to laptop where the hub is at the end of a line of 50 ms, there and back."""
    with bench(0, folder, ONE_WAY_S) as circle, ExitStack() as stack:
        circle.second.run("circle", "join", circle.invite(), "--as", "Amina", "--device", "Red")
        ours = Pair(stack.enter_context(circle.first.talk()), stack.enter_context(circle.second.talk()))
        databases = (circle.bare_first, circle.bare_second)
        bare = Pair(*(stack.enter_context(circle.bare_talk(database)) for database in databases))
        for pair in (ours, bare):
            pair.across()
        one_change(table, 0, ours, bare, name="one change behind a 50 ms line", aim="≤1.1×")
