"""The roster replayed: one linear, signed log of who is in the circle, and the proposals that wait.

Replaying is pure: the same placed entries and proposals give the same roster, whatever the order in which
proposals came. Three kinds of proposal act at once (FORMATS, "Provisional"): a revoke by an organizer, a
succeed, and an add under a countersigned invitation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from learningcircles.errors import CircleError, Unreadable
from learningcircles.trust import rules
from learningcircles.trust.entry import ZERO_ID, Body, Entry, Placed
from learningcircles.trust.members import Device, Epoch, Invite, Ledger

MAX_ENTRIES = 10_000


@dataclass(frozen=True)
class Roster:
    """What a laptop or hub knows of a circle's devices and keys."""

    state: Ledger
    placed: tuple[Placed, ...]
    proposals: tuple[Entry, ...]
    aside: tuple[Entry, ...] = ()
    """Adds that were refused: what their laptops wrote is kept as rescue bundles."""

    @classmethod
    def replay(
        cls, placed: Sequence[Placed], proposals: Sequence[Entry] = (), *, circle: bytes | None = None
    ) -> Roster:
        """Return the roster; raises Unreadable when a placed entry is not what its countersignature says.

        `circle` is the id that the caller expects: nobody can show a joiner another roster.
        Proposals that do not hold are left out, since anyone may carry them.
        """
        if not placed or len(placed) > MAX_ENTRIES:
            raise Unreadable("no_roster", "The list of this circle's laptops is missing.")
        state = _found(placed[0])
        if circle is not None and state.circle != circle:
            raise Unreadable("other_circle", "This belongs to another circle.")
        for item in placed[1:]:
            _follow(state, item)
        waiting = _act(state, proposals)
        return cls(state, tuple(placed), tuple(waiting), tuple(_set_aside(state, proposals)))

    @property
    def circle(self) -> bytes:
        """The circle's id: SHA-256(found body)[:16]."""
        return self.state.circle

    @property
    def head(self) -> bytes:
        """The newest countersigned head."""
        return self.state.heads[-1]

    @property
    def sequencer(self) -> bytes:
        """The public signing key that places entries now."""
        return self.state.sequencer

    @property
    def devices(self) -> dict[bytes, Device]:
        """All devices ever, by id."""
        return self.state.devices

    @property
    def invites(self) -> dict[bytes, Invite]:
        """All invitations ever, by id."""
        return self.state.invites

    @property
    def kept(self) -> tuple[Entry, ...]:
        """What is stored beside the placed entries: proposals that wait, and adds that were refused."""
        return self.proposals + self.aside

    @property
    def hub(self) -> str:
        """The address of the hub that sequences this circle, or empty."""
        return self.state.hub

    @property
    def fingerprint(self) -> bytes | None:
        """SHA-256 of that hub's TLS certificate, or None where browsers' authorities vouch for it."""
        return self.state.fingerprint

    def position_of(self, head: bytes) -> int | None:
        """Return the position whose head this is, or None where it is not on this branch."""
        return self.state.places.get(head)

    def by_index(self, index: int) -> Device | None:
        """Return the placed device of a roster index."""
        return next((device for device in self.state.devices.values() if device.index == index), None)

    def epoch_for(self, space: int, position: int) -> Epoch | None:
        """Return the epoch that a segment uses whose roster_head is at `position`."""
        held = [epoch for epoch in self.state.epochs[space] if epoch.position <= position]
        return held[-1] if held else None

    def served(self, device: bytes) -> Device | None:
        """Return the device if hub and LAN may serve it: in the newest roster, or adding itself; not revoked."""
        found = self.state.devices.get(device)
        return found if found is not None and not found.revoked else None


def _found(item: Placed) -> Ledger:
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


def _follow(state: Ledger, item: Placed) -> None:
    position, entry_hash, previous = item.position()
    linked = position == len(state.heads) and previous == state.heads[-1] and entry_hash == item.entry.hash
    body = item.entry.read()
    placed = any(item.placed_by(key, state.circle) for key in rules.placing_keys(state, body))
    if not linked or not placed:
        raise Unreadable("bad_place", "The list of this circle's laptops is not properly countersigned.")
    if body.circle != state.circle:
        raise Unreadable("other_circle", "This belongs to another circle.")
    rules.apply(state, item.entry, body)
    _append(state, item)


def _append(state: Ledger, item: Placed) -> None:
    state.places[item.head] = len(state.heads)
    state.heads.append(item.head)
    state.entries.append(item.entry.hash)


def _act(state: Ledger, proposals: Sequence[Entry]) -> list[Entry]:
    """Let proposals act that do so before they are placed; return those that hold, in the order of their hashes.

    Joiners first, as far as one stands on another; then everything is judged; revocations act last, so that
    their order does not matter, and only those by organizers who have been placed: an invitation that somebody
    found in an old letter shuts nobody out.
    """
    done = {*state.entries, *state.refused}
    fresh = {entry.hash: entry for entry in proposals if entry.hash not in done}
    left = [fresh[name] for name in sorted(fresh)]
    held: list[Entry] = []
    while joined := [entry for entry in left if _joins(state, entry)]:
        held += joined
        left = [entry for entry in left if entry not in joined]
    rest = [entry for entry in left if _holds(state, entry) and entry.read().kind not in ("add", "succeed")]
    for entry in rest:
        body = entry.read()
        author = state.devices.get(body.author)
        if body.kind == "revoke" and author is not None and author.index is not None:
            with suppress(CircleError):
                rules.revoke_provisionally(state, entry, body)
    return sorted([*held, *rest], key=lambda entry: entry.hash)


def _joins(state: Ledger, entry: Entry) -> bool:
    """Let an `add` by invitation or recovery sheet, or a `succeed`, act if it holds; other adds only wait."""
    if not _holds(state, entry):
        return False
    body = entry.read()
    invited = body.author in state.invites or rules.by_recovery(state, body)
    if body.kind == "succeed" or (body.kind == "add" and invited):
        try:
            rules.join_provisionally(state, entry, body)
        except CircleError:
            return False
    return body.kind in ("add", "succeed")


def _set_aside(state: Ledger, proposals: Sequence[Entry]) -> list[Entry]:
    """Return the adds that were refused, or whose invitation was cancelled before they were placed."""
    done = set(state.entries)
    kept = {}
    for entry in proposals:
        with suppress(CircleError):
            body = entry.read()
            door = state.invites.get(body.author)
            late = entry.hash in state.refused or (door is not None and door.revoked and entry.hash not in done)
            if body.kind == "add" and body.circle == state.circle and door is not None and late:
                rules.set_aside(state, entry, body)
                kept[entry.hash] = entry
    return [kept[name] for name in sorted(kept)]


def _holds(state: Ledger, entry: Entry) -> bool:
    try:
        body: Body = entry.read()
        rules.check_author(state, entry, body)
    except CircleError:
        return False
    return body.circle == state.circle
