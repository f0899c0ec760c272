"""Who holds which key: whether a rotation counts, and whose envelope is missing (FORMATS, "Keys").

A rotation counts only if its envelopes go to exactly those in force at its position who may open its spaces, and
if no other rotation of the space came between its base and its position: its `older` would not fit then. One
that does not count is made again by its author, while the revocation beside it holds at once.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from learningcircles.codec import decode
from learningcircles.errors import Unreadable
from learningcircles.trust.entry import Body, Entry, damaged
from learningcircles.trust.members import ORGANIZER, Epoch, Ledger, invite_id


class Recipient(NamedTuple):
    """Somebody who gets an envelope: a device, an open invitation, the recovery key."""

    id: bytes
    receive: bytes
    right: str

    def spaces(self) -> tuple[int, ...]:
        """Return the spaces whose keys it may hold: organizers both, others the private one."""
        return (0, 1) if self.right == ORGANIZER else (1,)


def in_force(state: Ledger) -> list[Recipient]:
    """Return everybody in force who must get an envelope: devices, open invitations, the recovery key."""
    found = [Recipient(d.id, d.receive, d.right) for d in state.devices.values() if not d.revoked]
    found += [Recipient(i.id, i.receive, i.right) for i in state.invites.values() if i.open]
    if state.recovery is not None:
        sign, receive = state.recovery
        found.append(Recipient(invite_id(sign), receive, ORGANIZER))
    return found


def who_may_open(state: Ledger, spaces: set[int]) -> list[Recipient]:
    """Return those in force who may open at least one of the spaces."""
    return [each for each in in_force(state) if spaces & set(each.spaces())]


def lacking(state: Ledger) -> list[Recipient]:
    """Return placed devices, open invitations and the recovery key that have no envelope of a newest key.

    The joiner whose `add` was placed after a rotation, or an invitation that was: an organizer owes them a `keys`.
    """
    placed = {device.id for device in state.devices.values() if device.index is None}
    return [
        each
        for each in in_force(state)
        if each.id not in placed and any(each.id not in state.holders[space] for space in each.spaces())
    ]


def fold_envelopes(state: Ledger, entry: Entry, body: Body) -> None:
    """Fold the rotation and the envelopes of a placed entry, once its other effects are folded."""
    rows = _rotation(body)
    named = recipients_named(entry)
    if rows:
        if _counts(state, body, set(rows), named):
            for space, (check, inbox, older) in rows.items():
                state.epochs[space].append(Epoch(entry.hash, len(state.heads), check, inbox, older))
                state.holders[space] = {each.id for each in in_force(state) if space in each.spaces()}
                state.held_since[space] = dict.fromkeys(state.holders[space], len(state.heads))
                state.owed.pop(space, None)
        else:
            state.owed.update(dict.fromkeys(rows, body.author))
        return
    base = state.places.get(body.base, -1)
    for each in in_force(state):
        if named is not None and each.id in named:
            for space in each.spaces():
                # Whoever had no newest key when this was made could seal none.
                since = state.since(space, body.author)
                if since is not None and base >= since:
                    state.holders[space].add(each.id)
                    state.held_since[space].setdefault(each.id, len(state.heads))


def recipients_named(entry: Entry) -> set[bytes] | None:
    """Return to whom an entry's envelopes go; None where an outsider was given it without them."""
    if entry.envelopes is None:
        return None
    try:
        rows = decode(entry.envelopes)
        return {bytes.fromhex(name) for name in rows} if isinstance(rows, dict) else set()
    except (Unreadable, ValueError, TypeError):
        return set()


def _counts(state: Ledger, body: Body, spaces: set[int], named: set[bytes] | None) -> bool:
    if body.kind != "found":
        base = state.places.get(body.base, -1)
        if any(state.epochs[space][-1].position > base for space in spaces):
            return False
    # An outsider cannot tell, and needs no key: it only follows who is in the circle.
    return named is None or named == {each.id for each in who_may_open(state, spaces)}


def _rotation(body: Body) -> dict[int, list[Any]]:
    rotation = body.fields.get("rotation") or {}
    if not isinstance(rotation, dict):
        raise damaged()
    found = {}
    for space, row in rotation.items():
        if space not in ("0", "1") or not isinstance(row, list) or len(row) != 3:
            raise damaged()
        check, inbox, older = row
        if not (isinstance(check, bytes) and isinstance(inbox, bytes) and isinstance(older, bytes | None)):
            raise damaged()
        found[int(space)] = row
    return found
