"""The sequencer's part: which proposals get a place, and what becomes of the others.

Expiry is judged here alone, by the sequencer's clock.
"""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import CircleError, NotAllowed
from learningcircles.trust import make, rules
from learningcircles.trust.entry import Body, Entry, Placed, place_entry
from learningcircles.trust.following import follow, is_unread
from learningcircles.trust.members import Ledger, forerunners, kin
from learningcircles.trust.roster import Roster
from learningcircles.trust.unread import refusal

MAX_REFUSED = 1_000
"""Whoever holds a used-up invitation could fill the roster with refusals; beyond this they are dropped unsaid."""


class Settled(NamedTuple):
    """A roster with all that could be placed, and what was not: (entry, why as a code)."""

    roster: Roster
    refused: list[tuple[Entry, str]]


def countersign(roster: Roster, entry: Entry, sequencer: SigningKey, now_ms: int) -> Placed:
    """Place a proposal, judged by the sequencer's clock; raises a CircleError whose code says why not."""
    return _place(Roster.replay(roster.placed).state, entry, sequencer, now_ms)[0]


def settle(roster: Roster, sequencer: SigningKey, now_ms: int) -> Settled:
    """Place every proposal that holds, and write down what is refused for good; nothing where others keep the list.

    One pass is not enough: an `add` may carry an earlier time than the `invite` that it needs.
    """
    late = [entry for entry in roster.aside if entry.read().author not in roster.invites]
    pending = [*roster.proposals, *(entry for entry in roster.aside if entry not in late)]
    if roster.state.unread or {entry.hash for entry in pending} <= {*roster.state.entries, *roster.state.refused}:
        return Settled(roster, [])  # the everyday case: a hub is asked with every share
    state, placed = Roster.replay(roster.placed).state, list(roster.placed)
    state.side |= roster.state.side  # what is asked for may name a head of a list that has lost
    while True:
        before = len(placed)
        state, refused = _pass(state, placed, pending, sequencer, now_ms)
        if len(placed) == before or not refused:
            break
    for entry, reason in refused:
        if len(state.refused) < MAX_REFUSED and _comes_again(state, entry):
            no = make.refuse(state.circle, state.heads[-1], sequencer, entry.hash, reason, now_ms)
            item, state = _place(state, no, sequencer, now_ms)
            placed.append(item)
    out = {entry.hash for entry, _ in refused} - state.refused.keys()
    left = [
        *(entry for entry in pending if entry.hash not in out),
        *late,
        *roster.strays,
        *roster.later,
        *roster.fallen,
    ]
    left += [entry for entry, _ in refused if entry.hash in out and entry.read().kind == "redact"]  # it may be told of
    return Settled(Roster.replay(placed, left), refused)


def with_certificate(roster: Roster, key: SigningKey, fingerprint: bytes | None, now_ms: int) -> Roster:
    """Return the roster with the hub's certificate in it, where the hub keeps the list and another one was pinned."""
    pinned = roster.fingerprint
    if roster.sequencer != key.public or roster.state.unread or None in (pinned, fingerprint) or pinned == fingerprint:
        return roster
    entry = make.renew_hub(roster, key, roster.hub, fingerprint, now_ms)
    return Roster.replay([*roster.placed, countersign(roster, entry, key, now_ms)], roster.kept)


def _pass(
    state: Ledger, placed: list[Placed], pending: list[Entry], sequencer: SigningKey, now_ms: int
) -> tuple[Ledger, list[tuple[Entry, str]]]:
    """Place what holds after `placed`, oldest first; return the state then, and what was refused."""
    refused: list[tuple[Entry, str]] = []
    done = {*state.entries, *state.refused}
    for entry in sorted(pending, key=lambda item: (item.read().tick, item.hash)):
        if state.sequencer != sequencer.public:
            break
        if entry.hash in done:
            continue
        try:
            item, state = _place(state, entry, sequencer, now_ms)
            placed.append(item)
        except CircleError as error:
            refused.append((entry, error.code))
    return state, refused


def _place(state: Ledger, entry: Entry, sequencer: SigningKey, now_ms: int) -> tuple[Placed, Ledger]:
    """Return a placed entry and the state after it; the state given stays as it is."""
    body = entry.read()
    if is_unread(state, body):
        raise refusal()
    if sequencer.public not in rules.placing_keys(state, body):
        raise NotAllowed("not_sequencer", "Another place keeps the list of this circle's laptops.")
    rules.check_author(state, entry, body)
    rules.check_erases(state, body)
    rules.check_not_moved(state, body)
    door = state.invites.get(body.author)
    if body.kind == "add" and door is not None:
        rules.check_door(door, now_ms)
    placed = place_entry(entry, state.circle, len(state.heads), state.heads[-1], sequencer)
    after = state.copy()
    follow(after, placed)
    alive = _still_there(state, body)
    if body.kind != "succeed" and state.is_run_beside(alive) and not after.is_run_beside(alive):
        # Two organizers who step down at once each believe that the other one stays. A successor takes nobody's right.
        raise NotAllowed("last_organizer", "Nobody would be left who may run this circle.")
    return placed, after


def _still_there(state: Ledger, body: Body) -> bytes | None:
    """Return an entry's author, where its `base` shows that it was made after whatever else its laptop has become.

    A disk's copy may go on as a successor while the author goes on as well. What was made before tells nothing: it may
    be carried here by others, long after a backup was restored that knows nothing of it.
    """
    base, own = state.places.get(body.base, -1), forerunners(state.devices, body.author)
    others = [each for each in kin(state.devices, body.author) if each.id not in own and not each.revoked]
    return body.author if all(each.grants[0].position <= base for each in others) else None


def _comes_again(state: Ledger, entry: Entry) -> bool:
    """Return whether laptops would go on proposing what was refused: only a refusal in the list ends that."""
    body = entry.read()
    if body.kind == "add":
        return body.author in state.invites
    try:
        rules.check_author(state, entry, body)
        rules.check_erases(state, body)
    except CircleError:
        return False
    return True
