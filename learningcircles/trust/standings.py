"""How lists stand against each other that part after one head (docs/protocol.md, "Two entries at one position").

Each counts by the entry that first takes the list from who kept it there; entries that nobody but a former keeper
stands behind must not end what the circle has agreed on since.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from learningcircles.trust import rules
from learningcircles.trust.entry import Body, Placed
from learningcircles.trust.following import is_unread
from learningcircles.trust.members import ORGANIZER, Device, Ledger, forerunners, heirs


class Change(IntEnum):
    """What an entry does with who keeps the list."""

    RECOVERED = 0  # the recovery key names a keeper
    HANDED = 1  # the keeper has placed the entry that names another one
    TAKEN = 2  # another organizer has taken the list from a laptop
    NONE = 3
    BARRED = 4  # like TAKEN, by an organizer whom another list shuts out


class Step(NamedTuple):
    """An entry of a list, and what it does with who keeps it."""

    placed: Placed
    body: Body
    change: Change


class Keeper(NamedTuple):
    """A hub that keeps the list: its key, and the hash of the entry that has named it."""

    key: bytes
    named_by: bytes


Walk = tuple[list[Step], Ledger]
"""A list from a head on, with the state at its end."""


def step_of(before: Ledger, item: Placed) -> Step:
    """Return an entry with what it does to the state before it."""
    body = item.entry.read()
    if is_unread(before, body):
        return Step(item, body._replace(kind="", fields={}), Change.NONE)
    return Step(item, body, _change(before, item, body))


def put_in_order(before: Ledger, lists: Sequence[Walk], keeper: Keeper | None) -> list[Walk]:
    """Return the lists that part after a head, the one that counts first. `keeper`: see `branches.join`."""
    return sorted(lists, key=lambda walk: _standing(before, walk, lists, keeper))


def _standing(before: Ledger, walk: Walk, lists: Sequence[Walk], keeper: Keeper | None) -> tuple[Any, ...]:
    """Return how a list stands against those that part from it; the lowest one counts."""
    steps, end = walk
    first = next((step for step in steps if step.change is not Change.NONE), None)
    change, to_hub = Change.NONE, False
    if first is not None:
        barred = any(_puts_down(there, first.body.author) for other, there in lists if other is not steps)
        change = Change.BARRED if barred and first.change is Change.TAKEN else first.change
        to_hub = bool(first.body.fields.get("hub"))
    return (
        not _is_recovered(before, steps),
        keeper is not None and not _keeps(before, walk, keeper),
        max(change, Change.TAKEN),
        not _puts_the_keeper_down(before, steps),
        not _ends_without_the_keeper(before, end),
        not to_hub,
        change is not Change.TAKEN,
        steps[0].placed.entry.hash,
        steps[0].placed.head,
    )


def _is_recovered(before: Ledger, steps: Sequence[Step]) -> bool:
    """Return whether the sheet that was in force where lists part has named a keeper, however far on."""
    return any(step.change is Change.RECOVERED and rules.by_recovery(before, step.body) for step in steps)


def _keeps(before: Ledger, walk: Walk, keeper: Keeper) -> bool:
    """Return whether a hub goes on keeping this list, or the list shows to whom it has gone from there."""
    steps, end = walk
    named = keeper.named_by in before.entries or any(step.placed.entry.hash == keeper.named_by for step in steps)
    return named or end.sequencer == keeper.key


def _change(before: Ledger, item: Placed, body: Body) -> Change:
    if body.kind != "sequencer":
        return Change.NONE
    if rules.by_recovery(before, body):
        return Change.RECOVERED
    if body.fields.get("key") == before.sequencer:
        return Change.NONE  # a hub's new certificate
    return Change.HANDED if item.placed_by(before.sequencer, before.circle) else Change.TAKEN


def _puts_down(state: Ledger, device: bytes) -> bool:
    """Return whether a list shuts a laptop out, or lets it run the circle no more."""
    found = state.devices.get(device)
    return found is not None and (found.revoked or found.right != ORGANIZER)


def _keeper_of(before: Ledger) -> Device | None:
    return next((device for device in before.devices.values() if device.sign == before.sequencer), None)


def _puts_the_keeper_down(before: Ledger, steps: Sequence[Step]) -> bool:
    """Return whether an organizer of before, on this very list, puts the laptop down that kept it where lists part.

    Its `base` shows that it was made on this list, or where lists part: a former keeper can place again what was made
    on another one. What was made where they part it can place too, but then it is put down on its own list as well.
    """
    keeper = _keeper_of(before)
    if keeper is None:
        return False
    own, heads = forerunners(before.devices, keeper.id), {before.heads[-1], *(step.placed.head for step in steps)}
    return any(
        _is_put_down_by(step.body)
        and step.body.fields.get("device") in own
        and step.body.base in heads
        and _is_another(before.devices.get(step.body.author), own)
        for step in steps
    )


def _ends_without_the_keeper(before: Ledger, end: Ledger) -> bool:
    """Return whether the laptop that kept the list where lists part, as what it has become, is put down at the end."""
    keeper = _keeper_of(before)
    if keeper is None:
        return False
    line = [end.devices[keeper.id], *heirs(end.devices, keeper.id)]
    succeeded = {each.succeeds for each in line}
    return all(_puts_down(end, each.id) for each in line if each.id not in succeeded)


def _is_put_down_by(body: Body) -> bool:
    return body.kind == "revoke" or (body.kind == "right" and body.fields.get("right") != ORGANIZER)


def _is_another(author: Device | None, own: set[bytes]) -> bool:
    if author is None or author.provisional or author.revoked or author.right != ORGANIZER:
        return False
    return author.id not in own and author.succeeds not in own
