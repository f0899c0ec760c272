"""Exchanges that earlier programs reversed: they called them proposed again, which asks for their confirmation."""

from __future__ import annotations

import hashlib

from learningcircles.circle.believing import may_write
from learningcircles.circle.circle import Circle
from learningcircles.circle.swaps import REVERSE, REVERSED
from learningcircles.storage import settlements
from learningcircles.storage.journal import whole
from learningcircles.storage.undo_stack import Past
from learningcircles.trust.members import READER

_LOOKED = "reversals_looked"
"""Of which proposals that something was reversed of it is known that they are none of an earlier program's."""


def name_reversals(circle: Circle) -> int:
    """Say of what earlier programs reversed, and called proposed again, that it is reversed; return of how many.

    They labelled it as it is labelled now; an undone confirmation is not, and stays a proposal. Does nothing where
    this laptop may not write. Whatever a laptop finds in this is the same on every other one.
    """
    found = settlements.taken_back(circle.connection)
    looked = hashlib.sha256(b"".join(found)).digest() if found else b""
    if not found or circle.meta.data(_LOOKED) == looked or circle.right == READER or not may_write(circle):
        return 0
    past = Past(circle.connection, circle.journal)
    standing = {swap: past.writes("swap", swap)["state"][-1] for swap in dict.fromkeys(found)}
    due = {swap: write for swap, write in standing.items() if _is_reversal(circle, write.action)}
    for swap, write in due.items():
        with circle.change(REVERSE, author=write.author, own=True) as change:
            change.set("swap", swap, {"state": REVERSED})
    with circle.hint():
        circle.meta.put(_LOOKED, looked)
    return len(due)


def _is_reversal(circle: Circle, action: bytes) -> bool:
    return any(whole(circle.journal, row).label == REVERSE for row in circle.journal.of_action(action))
