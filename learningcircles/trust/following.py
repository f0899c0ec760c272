"""Folding the next placed entry of a list into its state, if it is properly made and placed."""

from __future__ import annotations

from dataclasses import replace

from learningcircles.crypto.hashing import sha256
from learningcircles.errors import Unreadable
from learningcircles.trust import rules
from learningcircles.trust.entry import ZERO_ID, Body, Placed, is_later
from learningcircles.trust.members import Ledger, heirs
from learningcircles.trust.unread import refusal


def found(item: Placed) -> Ledger:
    """Return the state after the first entry; raises Unreadable where it founds no circle."""
    body = item.entry.read()
    if is_later(body):
        raise refusal()
    state = Ledger(circle=sha256(item.entry.body)[:16])
    position, entry_hash, previous = item.position()
    right_place = position == 0 and entry_hash == item.entry.hash and previous == ZERO_ID
    if body.kind != "found" or body.circle != ZERO_ID or not right_place:
        raise Unreadable("bad_found", "The founding of this circle is not what its list says.")
    rules.found(state, item.entry, body)
    if not item.placed_by(state.sequencer, state.circle):
        raise Unreadable("bad_place", "The list of this circle's laptops is not confirmed by whoever keeps it.")
    _append(state, item)
    return state


def follow(state: Ledger, item: Placed) -> None:
    """Fold the next placed entry; raises Unreadable or NotAllowed where it is not properly made or placed."""
    check_place(state, item)
    fold(state, item)


def fold(state: Ledger, item: Placed) -> None:
    """Fold the next entry, whose place has been checked; raises Unreadable or NotAllowed where its author may not.

    From the first entry of a later version on nothing is folded: who keeps the list stands behind its order alone.
    """
    body = item.entry.read()
    if body.circle != state.circle:
        raise Unreadable("other_circle", "This belongs to another circle.")
    if is_unread(state, body):
        state.unread[item.head] = item.entry.hash
        return
    rules.apply(state, item.entry, body)
    _note_known(state, body)
    _append(state, item)


def check_place(state: Ledger, item: Placed) -> bytes:
    """Return the key that has placed an entry next; raises Unreadable where nobody has who may."""
    position, entry_hash, previous = item.position()
    next_ = len(state.heads) + len(state.unread)
    linked = position == next_ and previous == state.tip and entry_hash == item.entry.hash
    body = item.entry.read()
    # Who else might place an unread entry stands among what it says.
    keys = (state.sequencer,) if is_unread(state, body) else rules.placing_keys(state, body)
    for key in keys if linked else ():
        if item.placed_by(key, state.circle):
            return key
    raise Unreadable("bad_place", "The list of this circle's laptops is not confirmed by whoever keeps it.")


def is_unread(state: Ledger, body: Body) -> bool:
    """Return whether an entry that follows is not folded here: it, or one before it, is of a later version."""
    return bool(state.unread) or is_later(body)


def _note_known(state: Ledger, body: Body) -> None:
    """Note how much of the list the author knew. One that hands the list to its own successor tells nothing: a laptop
    makes it with its former key as it goes on under the new one, and holds the former no more.
    """
    author, base = state.devices.get(body.author), state.places.get(body.base, -1)
    if author is None or base <= author.known:
        return
    handed = body.fields.get("key") if body.kind == "sequencer" else None
    if handed is None or handed not in [each.sign for each in heirs(state.devices, author.id)]:
        state.devices[author.id] = replace(author, known=base)


def _append(state: Ledger, item: Placed) -> None:
    state.places[item.head] = len(state.heads)
    state.heads.append(item.head)
    state.entries.append(item.entry.hash)
