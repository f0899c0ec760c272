"""Sharing through the hub: first upload, a second laptop, nothing new, one change, one in a hundred."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from benchmarks.circle import Bench
from benchmarks.measure import Table, Took, in_turn, median, timed
from benchmarks.programs import BARE, Reply, Talk, launch
from learningcircles.laptop.home import Home
from learningcircles.laptop.joining import join
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import real
from learningcircles.trust.invitation import read_invitation

TIMES, ROUNDS = 15, 5
KB, MB = 1_000, 1_000_000
EVERYTHING = 1 << 40


class Pair(NamedTuple):
    """Two laptops whose programs are open."""

    first: Talk
    second: Talk

    def across(self) -> list[Reply]:
        """Share what the first one has with the second one: one sync each."""
        return [self.first.ask("sync"), self.second.ask("sync")]


def first_upload(table: Table, bench: Bench, ours: Talk, bare: Talk) -> None:
    """Send everything that was loaded, by programs that are open and have shared before."""
    with timed() as watch:
        sent = ours.ask("sync")
    with timed() as bare_watch:
        bare_sent = bare.ask("sync", everything=True)
    note = f"{sent['requests']} requests"
    table.compare("first upload", bench.size, [watch.took, bare_watch.took], "ms", aim="≤1.0×", note=note)
    sizes = (sent["bytes_up"] / KB, bare_sent["bytes_up"] / KB)
    table.add("first upload, bytes on the wire", bench.size, *sizes, "kB")


def bootstrap(table: Table, bench: Bench) -> None:
    """A second laptop joins with an invitation and has everything: whole commands, from start to end."""
    invitation = bench.invite()
    ours = bench.second.launch("circle", "join", invitation, "--as", "Amina", "--device", "Red")
    command = [*BARE, str(bench.bare_second), bench.bare_url]
    bare = launch(command, bench.second.environment, bench.folder, stdin=json.dumps({"do": "sync"}))
    table.compare("bootstrap of a second laptop", bench.size, [ours.took, bare.took], "s", aim="≤2×")
    checked = bench.second.launch("check")
    for name, ran in (("bootstrap, peak memory", ours), ("check, peak memory", checked)):
        if ran.peak:
            table.add(name, bench.size, ran.peak / MB, bare.peak / MB, "MB", aim="≤80 MB")


def verified_apply(table: Table, bench: Bench, alone_s: float) -> None:
    """Check and fold all segments into an empty circle, in this process, against `executemany` of the same rows."""
    invitation = read_invitation(bench.invite())
    home = Home.default({"LEARNINGCIRCLES_HOME": str(bench.folder / "apply")})
    with bench.opened() as source:
        roster = source.circle.roster
        segments = Exchange(source.circle).after({}, EVERYTHING)
    circle = join(home, invitation, "Zoë", "Green", roster.placed, roster.proposals, [], real())
    spent = time.process_time()
    with timed() as watch:
        Exchange(circle).receive(segments)
    cpu_s = time.process_time() - spent
    circle.close()
    note = f"more is better; {bench.size / cpu_s:,.0f} a second of processor time"
    table.add("verified apply", bench.size, bench.size / watch.seconds, bench.size / alone_s, "/s", note=note)


def nothing_new(table: Table, bench: Bench, ours: Talk, bare: Talk) -> None:
    """Two laptops, and nothing to say: one request."""
    said = ours.ask("sync")
    took = in_turn(table.times(TIMES), partial(ours.ask, "sync"), partial(bare.ask, "sync"))
    put_nothing_new(table, bench.size, said, bare.ask("sync"), took, 2, 300)


def put_nothing_new(
    table: Table, size: int, said: Reply, bare: Reply, took: list[Took], laptops: int, most: int
) -> None:
    """Add the three rows of a sync with nothing new."""
    name = f"nothing new, {laptops} laptops"
    table.compare(name, size, took, "ms", aim="≤1.2×")
    table.add(f"{name}: requests", size, said["requests"], 1, "", aim="1")
    ours_bytes, bare_bytes = (reply["bytes_up"] + reply["bytes_down"] for reply in (said, bare))
    table.add(f"{name}: bytes both ways", size, ours_bytes, bare_bytes, "B", aim=f"≤{most} B")


def one_change(table: Table, size: int, ours: Pair, bare: Pair, *, name: str, aim: str) -> Took:
    """One change goes from one laptop over the hub to the other; returns our medians.

    What is timed is the sharing: the writing has a row of its own.
    """
    results: list[list[Took]] = [[], []]
    for number in range(table.times(TIMES)):
        fields = {"name": f"Someone New {number}", "topics": ["chess"]}
        ours.first.ask("add", entity="member", fields=fields)
        bare.first.ask("add", fields=fields)
        for held, took in zip(results, in_turn(1, ours.across, bare.across), strict=True):
            held.append(took)
    medians = [median(held) for held in results]
    requests = sum(reply["requests"] for reply in ours.across())
    table.compare(name, size, medians, "ms", aim=aim, note=f"{requests} requests")
    return medians[0]


def one_in_a_hundred(table: Table, size: int, ours: Pair, bare: Pair, ids: Sequence[str]) -> None:
    """One laptop has changed one member in a hundred; the other learns of it."""
    some = range(0, size, 100)
    results: list[list[Took]] = [[], []]
    for turn in range(table.times(ROUNDS)):
        ours.first.ask_all([edit(ids[number], {"phone": f"+44 {turn} {number}"}) for number in some])
        bare.first.ask("edit", numbers=list(some), fields={"phone": f"+44 {turn}"})
        for held, took in zip(results, in_turn(1, ours.across, bare.across), strict=True):
            held.append(took)
    table.compare("1 % changed, A → hub → B", size, [median(held) for held in results], "ms", aim="≤1.5×")


def edit(id_: str, fields: dict[str, Any], add: dict[str, list[str]] | None = None) -> dict[str, Any]:
    """Return the step that edits a member."""
    return {"do": "edit", "entity": "member", "id": id_, "fields": fields, "add": add or {}}
