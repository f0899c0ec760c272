"""Two countersigned entries at one position: which branch counts, and what becomes of the other.

The recovery key's entry wins, then an organizer's take-over, then the lower hash (FORMATS, "Taking over"). The
losing branch's entries are proposals again, except those that said who keeps the list or refused somebody: that has
been decided. Its epochs stay readable: each of its placed entries is kept as a *stray*, and a segment that names one
of its heads is judged as though it named the last head that both branches share.

    stray = an unsigned entry whose body is msgpack ["lost", placed entry]; its authority is the countersignature within
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.codec import encode
from learningcircles.errors import Unreadable
from learningcircles.trust import rules
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.roster import LOST, Roster

UNSIGNED = bytes(64)
_DECIDED = ("sequencer", "refuse")


class Joined(NamedTuple):
    """The branch that counts, and what the other one leaves: proposals and strays."""

    placed: list[Placed]
    leftover: list[Entry]


def join(mine: Roster, offered: Sequence[Placed]) -> Joined:
    """Return what to make of a list that may differ from ours; raises Unreadable where it is not properly made."""
    fork = next((n for n, (a, b) in enumerate(zip(mine.placed, offered, strict=False)) if a.place != b.place), None)
    if fork is None:
        longer = offered if len(offered) > len(mine.placed) else mine.placed
        return Joined([_whole(longer, n, mine.placed, offered) for n in range(len(longer))], [])
    if fork == 0:
        raise Unreadable("other_circle", "This belongs to another circle.")
    ours, theirs = Roster.replay(mine.placed), Roster.replay(offered, circle=mine.circle)
    ours_win = _rank(ours, fork, theirs) < _rank(theirs, fork, ours)
    winner, loser = (ours, theirs) if ours_win else (theirs, ours)
    held = {item.entry.hash for item in winner.placed}
    again = [item.entry for item in loser.placed[fork:] if item.entry.hash not in held]
    strays = [stray(item) for item in loser.placed[fork:]]
    return Joined(list(winner.placed), [*(entry for entry in again if entry.read().kind not in _DECIDED), *strays])


def stray(placed: Placed) -> Entry:
    """Return a placed entry of a losing branch as it is kept and carried among the proposals."""
    return Entry(encode([LOST, placed.to_wire()]), None, UNSIGNED)


def _whole(longer: Sequence[Placed], at: int, mine: Sequence[Placed], offered: Sequence[Placed]) -> Placed:
    """Return the entry at a position with its envelopes, if either list has them."""
    same = [items[at] for items in (mine, offered) if at < len(items)]
    return next((item for item in same if item.entry.envelopes is not None), longer[at])


def _rank(roster: Roster, fork: int, other: Roster) -> tuple[int, bytes]:
    """Return how a branch stands against another one; the lower one counts."""
    item = roster.placed[fork]
    body = item.entry.read()
    before = Roster.replay(roster.placed[:fork]).state
    if body.kind == "sequencer" and rules.by_recovery(before, body):
        return 0, item.entry.hash
    if body.kind == "sequencer" and not item.placed_by(before.sequencer, before.circle):
        author = other.state.devices.get(body.author)
        # Whom the old sequencer has shut out takes nothing over.
        return (3 if author is not None and author.revoked else 1), item.entry.hash
    return 2, item.entry.hash
