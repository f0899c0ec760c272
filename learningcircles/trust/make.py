"""Making roster entries. Each builder takes the roster that it is made on and returns a signed entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from learningcircles import clock
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import CircleError, NotAllowed, Refused
from learningcircles.surroundings import Surroundings
from learningcircles.trust import members, rules
from learningcircles.trust.entry import (
    SUITE,
    VERSION,
    ZERO_ID,
    Body,
    Entry,
    Placed,
    envelopes_hash,
    make_entry,
    place_entry,
)
from learningcircles.trust.epochs import EpochKeys, Recipient, open_epochs, recipients, rotation_row, seal_envelopes
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.members import ORGANIZER, device_id
from learningcircles.trust.roster import Roster

WEEK_MS = 7 * 24 * 3600 * 1000


class DeviceKeys(NamedTuple):
    """The secret keys of one laptop in one circle; they never lie in the circle file."""

    sign: SigningKey
    receive: ReceiveKey

    @property
    def id(self) -> bytes:
        """The device id: a hash of both public keys."""
        return device_id(self.sign.public, self.receive.public)

    @property
    def public(self) -> dict[str, Any]:
        """The public halves, as entries hold them."""
        return {"sign": self.sign.public, "receive": self.receive.public}

    @classmethod
    def new(cls, surroundings: Surroundings) -> DeviceKeys:
        """Draw keys for a new laptop."""
        return cls(SigningKey.new(surroundings.random), ReceiveKey.new(surroundings.random))


class Founding(NamedTuple):
    """A circle's first entry, its founder's keys and the first epoch keys."""

    placed: Placed
    keys: DeviceKeys
    epochs: EpochKeys

    @property
    def roster(self) -> Roster:
        """The roster of one entry."""
        return Roster.replay([self.placed])


def found(surroundings: Surroundings) -> Founding:
    """Found a circle: this laptop is its organizer and its sequencer."""
    keys = DeviceKeys.new(surroundings)
    epoch = {0: surroundings.random(32), 1: surroundings.random(32)}
    rotation = {str(space): rotation_row(key, None) for space, key in epoch.items()}
    fields = {**keys.public, "rotation": rotation, "nonce": surroundings.random(16)}
    # Nobody knows the circle's id before the body is hashed, so founding envelopes are sealed for circle zero.
    envelopes = seal_envelopes(ZERO_ID, [Recipient(keys.id, keys.receive.public, ORGANIZER)], epoch, surroundings)
    body = _body(ZERO_ID, ZERO_ID, "found", keys.id, surroundings, fields, envelopes)
    entry = make_entry(body, envelopes, keys.sign, keys.sign)
    circle = entry.hash[:16]
    placed = place_entry(entry, circle, 0, ZERO_ID, keys.sign)
    name = entry.hash
    return Founding(placed, keys, {(space, name): key for space, key in epoch.items()})


def propose(
    roster: Roster,
    kind: str,
    author: bytes,
    sign: SigningKey,
    fields: Mapping[str, Any],
    surroundings: Surroundings,
    *,
    envelopes: bytes | None = None,
    own: SigningKey | None = None,
) -> Entry:
    """Return a signed proposal made on the roster's head."""
    body = _body(roster.circle, roster.head, kind, author, surroundings, dict(fields), envelopes)
    return make_entry(body, envelopes, sign, own)


def invite(
    roster: Roster,
    keys: DeviceKeys,
    epochs: EpochKeys,
    surroundings: Surroundings,
    *,
    right: str,
    publish: bool = False,
    uses: int = 1,
    expires: int | None = None,
    hub: str = "",
    fingerprint: bytes | None = None,
) -> tuple[Entry, Invitation]:
    """Open a door: the entry for the roster, and the invitation for the joiner. `expires` is ms since 1970."""
    invitation = Invitation(roster.circle, surroundings.random(16), hub, fingerprint)
    until = surroundings.now_ms() + WEEK_MS if expires is None else expires
    recipient = Recipient(invitation.id, invitation.receive.public, right)
    envelopes = seal_envelopes(roster.circle, [recipient], newest_keys(roster, epochs), surroundings)
    fields: dict[str, Any] = {"sign": invitation.sign.public, "receive": invitation.receive.public, "right": right}
    fields |= {"publish": publish, "uses": uses, "expires": until}
    entry = propose(roster, "invite", keys.id, keys.sign, fields, surroundings, envelopes=envelopes)
    return entry, invitation


def join(roster: Roster, invitation: Invitation, surroundings: Surroundings) -> tuple[Entry, DeviceKeys, EpochKeys]:
    """Enter by an invitation: the add entry, this laptop's new keys, and the circle's keys.

    Raises NotAllowed when the invitation is not (or no longer) in the roster.
    """
    door = roster.invites.get(invitation.id)
    if door is None:
        raise NotAllowed("invitation_unknown", "The circle does not know this invitation yet. Try again later.")
    _check_door(door.used, door.uses, door.expires, door.revoked, surroundings.now_ms())
    epochs = open_epochs(roster, invitation.id, invitation.receive)
    keys = DeviceKeys.new(surroundings)
    recipient = Recipient(keys.id, keys.receive.public, door.right)
    envelopes = seal_envelopes(roster.circle, [recipient], newest_keys(roster, epochs), surroundings)
    entry = propose(
        roster, "add", invitation.id, invitation.sign, keys.public, surroundings, envelopes=envelopes, own=keys.sign
    )
    return entry, keys, epochs


def revoke(
    roster: Roster,
    keys: DeviceKeys,
    epochs: EpochKeys,
    target: bytes,
    last: Mapping[int, tuple[int, bytes]],
    surroundings: Surroundings,
    *,
    heirs: Mapping[bytes, Mapping[int, tuple[int, bytes]]] | None = None,
) -> Entry:
    """Shut a laptop out, with its successors, and rotate both keys.

    `last`: space → (seq, header hash) of what still counts; `heirs`: the same by successor.
    """
    old = newest_keys(roster, epochs)
    new = {space: surroundings.random(32) for space in old}
    gone = {target} | {each.id for each in members.heirs(roster.devices, target)}
    others = [r for r in recipients(roster) if r.id not in gone]
    envelopes = seal_envelopes(roster.circle, others, new, surroundings)
    rotation = {str(space): rotation_row(key, old[space]) for space, key in new.items()}
    fields: dict[str, Any] = {"device": target, "last": _cut(last), "rotation": rotation}
    if heirs:
        fields["heirs"] = {name.hex(): _cut(each) for name, each in heirs.items()}
    return propose(roster, "revoke", keys.id, keys.sign, fields, surroundings, envelopes=envelopes)


def cancel_invitation(roster: Roster, keys: DeviceKeys, invitation: bytes, surroundings: Surroundings) -> Entry:
    """Shut a door that nobody has used up."""
    return propose(roster, "revoke", keys.id, keys.sign, {"invitation": invitation}, surroundings)


def change_right(
    roster: Roster, keys: DeviceKeys, device: bytes, right: str, publish: bool, surroundings: Surroundings
) -> Entry:
    """Give a laptop another right."""
    fields = {"device": device, "right": right, "publish": publish}
    return propose(roster, "right", keys.id, keys.sign, fields, surroundings)


def hand_sequencer(
    roster: Roster,
    keys: DeviceKeys,
    key: bytes,
    hub: str,
    surroundings: Surroundings,
    *,
    fingerprint: bytes | None = None,
) -> Entry:
    """Let another key (a hub's, or a device's) place entries from the next one on.

    `hub` is its address, empty for a device; `fingerprint` of its TLS certificate, so that laptops that joined
    before there was a hub can pin it too.
    """
    fields = {"key": key, "hub": hub, "fingerprint": fingerprint}
    return propose(roster, "sequencer", keys.id, keys.sign, fields, surroundings)


def refuse(roster: Roster, keys: DeviceKeys, proposal: bytes, surroundings: Surroundings) -> Entry:
    """Set a proposal aside for good."""
    return propose(roster, "refuse", keys.id, keys.sign, {"proposal": proposal}, surroundings)


def countersign(roster: Roster, entry: Entry, sequencer: SigningKey, now_ms: int) -> Placed:
    """Place a proposal, judged by the sequencer's clock; raises Refused with the reason why not."""
    if sequencer.public != roster.sequencer:
        raise NotAllowed("not_sequencer", "Another place keeps the list of this circle's laptops.")
    settled = Roster.replay(roster.placed)
    body = entry.read()
    rules.check_author(settled.state, entry, body)
    door = settled.invites.get(body.author)
    if body.kind == "add" and door is not None:
        _check_door(door.used, door.uses, door.expires, door.revoked, now_ms)
    placed = place_entry(entry, roster.circle, len(settled.state.heads), settled.head, sequencer)
    Roster.replay([*roster.placed, placed])
    return placed


def place_all(roster: Roster, sequencer: SigningKey, now_ms: int) -> tuple[Roster, list[tuple[Entry, str]]]:
    """Place every proposal that holds; return the new roster and what was refused, with the reason's code."""
    refused: list[tuple[Entry, str]] = []
    pending = list(roster.proposals)
    current = Roster.replay(roster.placed)
    for entry in sorted(pending, key=lambda item: (item.read().tick, item.hash)):
        if current.sequencer != sequencer.public:
            break
        try:
            current = Roster.replay([*current.placed, countersign(current, entry, sequencer, now_ms)])
        except CircleError as error:
            refused.append((entry, error.code))
    return Roster.replay(current.placed, pending), refused


def newest_keys(roster: Roster, epochs: EpochKeys) -> dict[int, bytes]:
    """Return the newest key of each space that this laptop can open."""
    held: dict[int, bytes] = {}
    for space, chain in roster.state.epochs.items():
        for epoch in chain:
            if (space, epoch.name) in epochs:
                held[space] = epochs[space, epoch.name]
    return held


def _cut(last: Mapping[int, tuple[int, bytes]]) -> dict[str, list[Any]]:
    return {str(space): list(row) for space, row in last.items()}


def _check_door(used: int, uses: int, expires: int, revoked: bool, now_ms: int) -> None:
    if revoked:
        raise NotAllowed("invitation_cancelled", "This invitation was cancelled. Ask for a new one.")
    if used >= uses:
        raise NotAllowed("invitation_used", "This invitation has been used already. Ask for a new one.")
    if now_ms > expires:
        raise Refused("invitation_expired", "This invitation has expired. Ask for a new one.")


def _body(
    circle: bytes,
    base: bytes,
    kind: str,
    author: bytes,
    surroundings: Surroundings,
    fields: dict[str, Any],
    envelopes: bytes | None,
) -> Body:
    tick = clock.stamp_at(surroundings.now_ms())
    return Body(VERSION, SUITE, circle, base, kind, author, tick, fields, envelopes_hash(envelopes))
