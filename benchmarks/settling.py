"""Both laptops edit the same members apart from each other, share, and hold the same; nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.measure import Table, timed
from benchmarks.programs import Talk
from benchmarks.sharing import Pair, edit

MOST_ROUNDS = 10


def settling(table: Table, size: int, ours: Pair, bare: Pair, ids: Sequence[str]) -> None:
    """Edit one member in a hundred on both: the same field, different fields, and the same set."""
    some = range(0, size, 100)
    chosen = [ids[number] for number in some]
    ours.first.ask_all([edit(id_, {"phone": "+1 111", "notes": "By A."}, {"topics": ["juggling"]}) for id_ in chosen])
    ours.second.ask_all(
        [edit(id_, {"phone": "+2 222", "email": "b@example.org"}, {"topics": ["karaoke"]}) for id_ in chosen]
    )
    bare.first.ask("edit", numbers=list(some), fields={"phone": "+1 111", "notes": "By A."})
    bare.second.ask("edit", numbers=list(some), fields={"phone": "+2 222", "email": "b@example.org"})
    with timed() as watch:
        requests = _converge(ours)
    with timed() as bare_watch:
        for talk in (bare.first, bare.second, bare.first):
            talk.ask("sync")
    name, note = "same 1 % on both, until they agree", f"{requests} requests"
    table.compare(name, size, [watch.took, bare_watch.took], "ms", aim="≤2×", note=note)
    _count(table, size, ours, set(chosen))


def _converge(pair: Pair) -> int:
    """Share in turn until neither laptop lacks what the other has; return the number of requests."""
    replies = [talk.ask("sync") for talk in (pair.first, pair.second, pair.first)]
    return sum(reply["requests"] for reply in replies)


def _count(table: Table, size: int, ours: Pair, chosen: set[str]) -> None:
    hashes = {talk.ask("check")["state_hash"]["private"] for talk in ours}
    table.add("… laptops that hold the same", size, 3 - len(hashes), 2, "", aim="all")
    counts = [_kept(talk, chosen) for talk in ours]
    names = ("losers kept for review", "edits of different fields merged", "additions to one set kept")
    for at, name in enumerate(names):
        whole = len(chosen) * (1 if at == 0 else 2)
        table.add(f"… {name}", size, min(count[at] for count in counts), whole, "", aim="all")


def _kept(talk: Talk, chosen: set[str]) -> tuple[int, int, int]:
    """Return how many losers are kept for review, fields of both laptops merged, and set elements there."""
    review = [row for row in talk.ask("review")["records"] if row["record"] in chosen and row["field"] == "phone"]
    losers = sum({row["kept"], row["other"]} == {"+1 111", "+2 222"} for row in review)
    rows = [row for row in talk.ask("list", entity="member")["records"] if row["id"] in chosen]
    merged = sum((row["notes"] == "By A.") + (row["email"] == "b@example.org") for row in rows)
    added = sum(topic in row["topics"] for row in rows for topic in ("juggling", "karaoke"))
    return losers, merged, added
