"""Folding the next placed entry of a list into its state, if it is properly made and placed."""

from __future__ import annotations

import hashlib

from learningcircles.errors import Unreadable
from learningcircles.trust import rules
from learningcircles.trust.entry import ZERO_ID, Placed
from learningcircles.trust.members import Ledger


def found(item: Placed) -> Ledger:
    """Return the state after the first entry; raises Unreadable where it founds no circle."""
    body = item.entry.read()
    state = Ledger(circle=hashlib.sha256(item.entry.body).digest()[:16])
    position, entry_hash, previous = item.position()
    right_place = position == 0 and entry_hash == item.entry.hash and previous == ZERO_ID
    if body.kind != "found" or body.circle != ZERO_ID or not right_place:
        raise Unreadable("bad_found", "The founding of this circle is not what its list says.")
    rules.found(state, item.entry, body)
    if not item.placed_by(state.sequencer, state.circle):
        raise Unreadable("bad_place", "The list of this circle's laptops is not properly countersigned.")
    _append(state, item)
    return state


def follow(state: Ledger, item: Placed) -> None:
    """Fold the next placed entry; raises Unreadable or NotAllowed where it is not properly made or placed."""
    check_place(state, item)
    fold(state, item)


def fold(state: Ledger, item: Placed) -> None:
    """Fold the next entry, whose place has been checked; raises Unreadable or NotAllowed where its author may not."""
    body = item.entry.read()
    if body.circle != state.circle:
        raise Unreadable("other_circle", "This belongs to another circle.")
    rules.apply(state, item.entry, body)
    _append(state, item)


def check_place(state: Ledger, item: Placed) -> bytes:
    """Return the key that has placed an entry next; raises Unreadable where nobody has who may."""
    position, entry_hash, previous = item.position()
    linked = position == len(state.heads) and previous == state.heads[-1] and entry_hash == item.entry.hash
    keys = rules.placing_keys(state, item.entry.read()) if linked else ()
    for key in keys:
        if item.placed_by(key, state.circle):
            return key
    raise Unreadable("bad_place", "The list of this circle's laptops is not properly countersigned.")


def _append(state: Ledger, item: Placed) -> None:
    state.places[item.head] = len(state.heads)
    state.heads.append(item.head)
    state.entries.append(item.entry.hash)
