"""The entries of lists that have lost, kept beside the one that counts: followed, and how many of them are kept.

Whoever holds a key that once kept the list can countersign at its old places for ever. So there is a measure, and
what is kept within it is a function of all that is known, whatever the order in which it came: entries on whose way
more of the circle's laptops have signed come first, then lower positions, then lower heads; of these at most
`PER_PLACE` by one key at one position, and `MOST` in all, which erase no more than `MOST_ERASED` people. An
entry comes after the one that it follows, so that no list has a hole. A laptop signs upon a list that it knows, and
nobody can sign for it: a list that others have lived with is not pushed out by those that a former keeper makes alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError
from learningcircles.trust.entry import ENTRY_BYTES, Body, Entry, Placed
from learningcircles.trust.following import check_place, fold
from learningcircles.trust.members import Device, Ledger, Side, forerunners, heirs
from learningcircles.trust.redact import read_redaction

LOST = "lost"
"""What the body of a stray begins with (see `branches`)."""
PER_PLACE = 16
MOST = 1_000
MOST_BYTES = 2**21
"""Of all bodies of strays, envelopes included."""
MOST_ERASED = 1_000
"""Of all people whom strays erase: each is asked for again on the list that counts, for good."""
UNSIGNED = bytes(64)

Strays = Mapping[bytes, tuple[Entry, Placed]]
"""head → a stray, and the placed entry that it holds."""
After = Mapping[bytes, Sequence[bytes]]
"""head → the heads of the strays after it."""


def stray(placed: Placed) -> Entry:
    """Return a placed entry of a losing branch as it is kept and carried among the proposals."""
    return Entry(encode([LOST, placed.to_wire()]), None, UNSIGNED)


def stray_in(entry: Entry) -> Placed | None:
    """Return the placed entry that a stray holds; None where this is no stray."""
    try:
        row = decode(entry.body)
        is_one = isinstance(row, list) and len(row) == 2 and row[0] == LOST
        return Placed.from_wire(row[1]) if is_one else None
    except CircleError:
        return None


def sorted_out(proposals: Sequence[Entry]) -> tuple[Strays, list[Entry]]:
    """Return (strays by head, the other proposals)."""
    strays: dict[bytes, tuple[Entry, Placed]] = {}
    others: list[Entry] = []
    for entry in proposals:
        placed = stray_in(entry)
        if placed is None:
            others.append(entry)
        elif _is_better((entry, placed), strays.get(placed.head)):
            strays[placed.head] = (entry, placed)
    return strays, others


def _is_better(one: tuple[Entry, Placed], other: tuple[Entry, Placed] | None) -> bool:
    """Return which of two that hold one entry stays: the one with its envelopes, whichever came first."""
    if other is None:
        return True
    lacks, other_lacks = one[1].entry.envelopes is None, other[1].entry.envelopes is None
    return (lacks, one[0].hash) < (other_lacks, other[0].hash)


def parents(strays: Strays) -> After:
    """Return the heads that strays follow, each with the strays after it."""
    found: dict[bytes, list[bytes]] = {}
    for head, (_, item) in sorted(strays.items()):
        with suppress(CircleError):
            found.setdefault(item.position()[2], []).append(head)
    return found


@dataclass
class _Step:
    """A stray that holds, as followed from where its list leaves ours. `backed`: how many have signed on its way."""

    entry: Entry
    item: Placed
    key: bytes
    before: bytes
    side: Side
    came: dict[bytes, Device]
    backed: int

    @property
    def rank(self) -> tuple[int, int, bytes]:
        """What is kept first is lowest."""
        return -self.backed, self.item.position()[0], self.item.head

    @property
    def erases(self) -> frozenset[bytes]:
        """The people whom it erases."""
        body = self.item.entry.read()
        redacts = self.side.read and body.kind == "redact"
        return read_redaction(body, self.side.position).people if redacts else frozenset()


def keep(state: Ledger, strays: Strays, after: After, bases: Mapping[bytes, Ledger]) -> list[Entry]:
    """Note in the state of the list that counts what the losing ones hold that are kept; return those, best list first.

    `after`: see `parents`; `bases`: head of ours → the state there, for those after which strays come.
    """
    steps = {step.item.head: step for step in _followed(state, strays, after, bases)}
    for step in reversed(steps.values()):  # further on first
        if step.before in steps:
            steps[step.before].backed = max(steps[step.before].backed, step.backed)
    kept = _list_by_list(_within_measure(steps))
    for step in kept:
        state.side[step.item.head] = step.side
        if step.side.read:
            _keep_erased(state, step.item.entry, step.side.position)
        state.side_devices |= step.came
    return [step.entry for step in kept]


def _within_measure(steps: Mapping[bytes, _Step]) -> dict[bytes, _Step]:
    """Return by head what is kept, in the order of ranks."""
    erased: set[bytes] = set()
    kept: dict[bytes, _Step] = {}
    here: Counter[tuple[int, bytes]] = Counter()
    room = MOST_BYTES
    for step in sorted(steps.values(), key=lambda step: step.rank):
        place = (step.item.position()[0], step.key)
        hangs, size = step.before in kept or step.before not in steps, len(step.entry.body)
        few = len(erased | step.erases) <= MOST_ERASED
        if hangs and few and here[place] < PER_PLACE and len(kept) < MOST and size <= min(room, ENTRY_BYTES):
            kept[step.item.head] = step
            erased |= step.erases
            here[place] += 1
            room -= size
    return kept


def _list_by_list(kept: dict[bytes, _Step]) -> list[_Step]:
    """Return what is kept so that a part of it holds whole lists, and of these the best: it may travel in parts."""
    after: dict[bytes, list[_Step]] = {}
    for step in reversed(kept.values()):
        after.setdefault(step.before if step.before in kept else b"", []).append(step)
    found: list[_Step] = []
    ahead = after.get(b"", [])
    while ahead:
        found.append(ahead.pop())
        ahead += after.get(found[-1].item.head, [])
    return found


def _followed(state: Ledger, strays: Strays, after: After, bases: Mapping[bytes, Ledger]) -> Iterator[_Step]:
    """Follow losing branches from where they leave ours; what does not hang together is left out."""
    for shared, base in bases.items():
        backers, fork = _backers(base), len(base.heads) - 1
        ahead = [(base, frozenset[bytes](), head) for head in after[shared]]
        while ahead:
            before, backing, head = ahead.pop()
            entry, item = strays[head]
            if head in state.places or (found := _next(before, item)) is None:
                continue
            there, key = found
            backing |= backers & _speaking(item.entry.read(), there, fork)
            came = {name: device for name, device in there.devices.items() if name not in before.devices}
            heard = frozenset(entry for entry, position in there.redactions.heard.items() if position > fork)
            side = Side(fork, {space: list(chain) for space, chain in there.epochs.items()}, not there.unread, heard)
            yield _Step(entry, item, key, before.tip, side, came, len(backing))
            ahead += [(there, backing, each) for each in after.get(head, ())]


def _backers(base: Ledger) -> set[bytes]:
    """Return whose signature speaks for a list that parts here: all laptops but its keeper and what that was, and the
    invitations that these have made and that are still open.

    Who comes in by one of these signs with what its maker has handed out, and the keeper cannot: it is no laptop that
    the keeper has made up.
    """
    keeper = next((device.id for device in base.devices.values() if device.sign == base.sequencer), None)
    own: set[bytes] = set()
    if keeper is not None:
        own = forerunners(base.devices, keeper) | {device.id for device in heirs(base.devices, keeper)}
    laptops = {name for name, device in base.devices.items() if name not in own and not device.revoked}
    return laptops | {door.id for door in base.invites.values() if door.open and door.author in laptops}


def _speaking(body: Body, there: Ledger, fork: int) -> frozenset[bytes]:
    """Return who has signed an entry that shows that it knew this very list, beyond where it parts from ours.

    For who came in since it is the invitation that it came with: many laptops may be one person's.
    """
    if there.places.get(body.base, 0) <= fork:
        return frozenset()
    came = [device for name in forerunners(there.devices, body.author) if (device := there.devices.get(name))]
    doors = {device.invitation for device in came if device.invitation and device.grants[0].position > fork}
    return frozenset(doors or {body.author})


def _next(before: Ledger, item: Placed) -> tuple[Ledger, bytes] | None:
    """Return the state after an entry that nobody vouches for, and who placed it; None where it does not hold."""
    with suppress(CircleError):
        key = check_place(before, item)  # anybody may carry anything: nothing is copied for what is forged
        after = before.copy()
        fold(after, item)
        return after, key
    return None


def _keep_erased(state: Ledger, entry: Entry, position: int) -> None:
    """Let a redaction of a losing branch hold: who had followed it has dropped payloads, and they do not come back."""
    body, redactions = entry.read(), state.redactions
    if body.kind == "redact" and entry.hash not in {each.entry for each in redactions.entries}:
        redactions.add(read_redaction(body, position, entry.hash), lost=True)
