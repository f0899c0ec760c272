"""Several countersigned entries at one position: which list counts, and what becomes of the others.

All lists of a circle that are known, with those that have lost, are one tree of countersigned entries. Which way
through it counts is a function of that tree alone, so that whoever knows the same entries has the same list, in
whatever order they came (docs/protocol.md, "Two entries at one position"; how a list stands: `standings`).

The entries of a list that loses are proposals again, except those that said who keeps the list or refused somebody:
that has been decided. Its epochs stay readable: each of its placed entries is kept as a *stray* (how many: see
`strays`), and a segment that names one of its heads is judged as though it named the last head that it shares with the
list that counts.

    stray = an unsigned entry whose body is msgpack ["lost", placed entry]; its authority is the countersignature within
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from learningcircles.errors import CircleError, Unreadable
from learningcircles.trust.entry import FIRST, Entry, Placed
from learningcircles.trust.following import check_place, fold
from learningcircles.trust.members import Ledger
from learningcircles.trust.roster import Roster
from learningcircles.trust.standings import Keeper, Step, put_in_order, step_of
from learningcircles.trust.strays import stray, stray_in

_DECIDED = ("sequencer", "refuse")


class Joined(NamedTuple):
    """The list that counts, and what the others leave: proposals and strays."""

    placed: list[Placed]
    leftover: list[Entry]


def join(mine: Roster, offered: Sequence[Placed], carried: Iterable[Entry] = (), *, key: bytes | None = None) -> Joined:
    """Return what to make of a list that may differ from ours; raises Unreadable where it is not properly made.

    `carried` are proposals that came with it: strays among them are lists, too. `key` is the receiver's that decides
    this: a hub that keeps the list takes none without the entry that has named it, unless from the recovery key.
    """
    fork = next((n for n, (a, b) in enumerate(zip(mine.placed, offered, strict=False)) if a.place != b.place), None)
    strays = [placed for placed in map(stray_in, carried) if placed is not None]
    known = {*mine.state.places, *mine.state.unread, *(item.head for item in mine.lost)}
    if fork is None:
        longer = offered if len(offered) > len(mine.placed) else mine.placed
        offered = [_whole(longer, n, mine.placed, offered) for n in range(len(longer))]
        if all(item.head in known for item in [*offered, *strays]) or not (mine.strays or strays):
            return Joined(list(offered), [])
    if fork == 0:
        raise Unreadable("other_circle", "This belongs to another circle.")
    theirs = Roster.replay(offered, circle=mine.circle)
    judged = not _holds_later([*mine.placed, *mine.lost])  # what an older version could not read it did not judge
    if fork is not None and judged and theirs.state.tip in known and all(item.head in known for item in strays):
        return Joined(list(mine.placed), [])
    winner = _Tree([theirs.placed, mine.placed], [*mine.lost, *strays]).best(mine.placed[0], _kept_by(mine, key))
    return Joined(winner, list(_left_by(winner, [*mine.placed, *offered])))


def _holds_later(items: Iterable[Placed]) -> bool:
    """Return whether there are entries that the first version of the program cannot read."""
    return any(item.entry.outside().read().v > FIRST for item in items)


def _left_by(winner: Sequence[Placed], others: Iterable[Placed]) -> Iterator[Entry]:
    heads, held = {item.head for item in winner}, {item.entry.hash for item in winner}
    for item in others:
        if item.head not in heads:
            if item.entry.hash not in held and item.entry.read().kind not in _DECIDED:
                yield item.entry
            yield stray(item)


def _whole(longer: Sequence[Placed], at: int, mine: Sequence[Placed], offered: Sequence[Placed]) -> Placed:
    """Return the entry at a position with its envelopes, if either list has them."""
    same = [items[at] for items in (mine, offered) if at < len(items)]
    return next((item for item in same if item.entry.envelopes is not None), longer[at])


def _kept_by(mine: Roster, key: bytes | None) -> Keeper | None:
    """Return the hub that keeps the list, and by which entry, where it is the one with this key."""
    if key is None or not mine.hub or mine.sequencer != key:
        return None
    named = [item.entry for item in mine.placed[: len(mine.state.heads)] if _names(item.entry, key)]
    return Keeper(key, named[-1].hash) if named else None


def _names(entry: Entry, key: bytes) -> bool:
    body = entry.read()
    return body.kind == "sequencer" and body.fields.get("key") == key and not entry.signed_by(key)


@dataclass
class _Run:
    """Entries after which lists part, or one ends: the state there, and the ways from there on."""

    steps: list[Step]
    end: Ledger
    ways: list[_Run] = field(default_factory=list)


class _Tree:
    """All placed entries that are known, by the head before them. `sound` lists were replayed, `strays` not."""

    def __init__(self, sound: Sequence[Sequence[Placed]], strays: Iterable[Placed]) -> None:
        self._after: dict[bytes, dict[bytes, Placed]] = {}
        self._sound = {item.head for placed in sound for item in placed}
        for item in [*strays, *(item for placed in sound for item in placed)]:
            with suppress(CircleError):
                before, entries = item.position()[2], self._after
                held = entries.setdefault(before, {}).get(item.head)
                if held is None or held.entry.envelopes is None:
                    entries[before][item.head] = item

    def best(self, first: Placed, keeper: Keeper | None) -> list[Placed]:
        """Return the list that counts, from the founding on; see `join` for `keeper`."""
        runs = list(self._runs(Roster.replay([first]).state))
        for run in reversed(runs):  # those further on first
            if run.ways:
                chosen = put_in_order(run.end, [(way.steps, way.end) for way in run.ways], keeper)[0]
                run.steps, run.end = run.steps + chosen[0], chosen[1]
        return [first, *(step.placed for step in runs[0].steps)]

    def _runs(self, state: Ledger) -> Iterator[_Run]:
        """Yield the stretches in which one entry follows another, each before those that part after it."""
        ahead = [_Run([], state)]
        while ahead:
            run = ahead.pop()
            while len(ways := list(self._ways(run.end))) == 1:
                run.steps.append(ways[0][0])
                run.end = ways[0][1]
            run.ways = [_Run([step], there) for step, there in ways]
            ahead += run.ways
            yield run

    def _ways(self, state: Ledger) -> Iterator[tuple[Step, Ledger]]:
        """Yield the entries that may follow, each with the state after it."""
        found = sorted(self._after.get(state.tip, {}).items())
        for head, item in found:
            with suppress(CircleError):
                if head not in self._sound:
                    check_place(state, item)  # nothing is copied for what is forged
                there = state if len(found) == 1 and head in self._sound else state.copy()
                step = step_of(there, item)
                fold(there, item)
                yield step, there
