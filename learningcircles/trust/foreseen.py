"""What the roster will be once that which waits has its place, as far as it can be foreseen."""

from __future__ import annotations

from contextlib import suppress

from learningcircles.errors import CircleError
from learningcircles.trust import rules
from learningcircles.trust.entry import Entry
from learningcircles.trust.members import Ledger
from learningcircles.trust.roster import Roster


def foreseen(roster: Roster, *more: Entry) -> Ledger:
    """Return the roster's state after what waits, oldest first, and then `more`; only the sequencer knows better."""
    state = Roster.replay(roster.placed).state
    for item in [*sorted(roster.proposals, key=lambda item: (item.read().tick, item.hash)), *more]:
        body = item.read()
        door = state.invites.get(body.author)
        if body.kind != "add" or door is None or door.open:
            with suppress(CircleError):
                rules.apply(state, item, body)
    return state
