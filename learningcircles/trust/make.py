"""Making roster entries. Each builder takes the roster that it is made on and returns a signed entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from learningcircles import clock
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import NotAllowed
from learningcircles.surroundings import Surroundings
from learningcircles.trust import rules
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
from learningcircles.trust.epochs import EpochKeys, open_epochs, rotation_row, seal_envelopes
from learningcircles.trust.foreseen import foreseen
from learningcircles.trust.holders import Recipient, who_may_open
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.members import ORGANIZER, Grant, Invite, Last, device_id, invite_id
from learningcircles.trust.roster import Roster
from learningcircles.zone import day_of

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


def join(
    roster: Roster, invitation: Invitation, surroundings: Surroundings, now_ms: int | None = None
) -> tuple[Entry, DeviceKeys, EpochKeys]:
    """Enter by an invitation: the add entry, this laptop's new keys, and the circle's keys.

    `now_ms` is the sequencer's clock, which judges expiry; without it this laptop's own has to do. Raises
    NotAllowed when the invitation is not (or no longer) in the roster, or has expired.
    """
    door = _open_door(roster, invitation.id, surroundings.now_ms() if now_ms is None else now_ms, own=now_ms is None)
    epochs = open_epochs(roster, invitation.id, invitation.receive)
    keys = DeviceKeys.new(surroundings)
    recipient = Recipient(keys.id, keys.receive.public, door.right)
    envelopes = seal_envelopes(roster.circle, [recipient], newest_keys(roster, epochs), surroundings)
    entry = propose(
        roster, "add", invitation.id, invitation.sign, keys.public, surroundings, envelopes=envelopes, own=keys.sign
    )
    return entry, keys, epochs


def _open_door(roster: Roster, name: bytes, now_ms: int, *, own: bool) -> Invite:
    """Return the invitation of this id; `own`: this laptop's clock is all that judges it, and the sentence says so."""
    door = roster.invites.get(name)
    if door is None and roster.hub:
        raise NotAllowed(
            "invitation_unknown",
            "The circle does not know this invitation yet: the laptop that gave it must share with the circle’s hub"
            " first, and write the stick again where you join from one.",
        )
    if door is None:
        raise NotAllowed(
            "invitation_unknown",
            "The circle does not know this invitation yet: the laptop that gave it must first share, by a stick or"
            " beside it, with the laptop that keeps the list of this circle’s laptops. Join from a stick that is"
            " written there after that.",
        )
    try:
        rules.check_door(door, now_ms)
    except NotAllowed as error:
        if error.code != "invitation_expired" or not own:
            raise
        raise NotAllowed(
            error.code,
            "This invitation has expired: it ended on {ended}, and by this laptop’s clock it is {today}. If that is"
            " right, ask for a new one; if not, set the clock right and join again.",
            ended=day_of(door.expires),
            today=day_of(now_ms),
        ) from None
    return door


def revoke(
    roster: Roster,
    keys: DeviceKeys,
    epochs: EpochKeys,
    target: bytes,
    last: Mapping[int, tuple[int, bytes]],
    surroundings: Surroundings,
    *,
    heirs: Mapping[bytes, Last] | None = None,
) -> Entry:
    """Shut a laptop out and rotate both keys. `last`: space → (seq, header hash) of what still counts.

    Its successors go with it; what counts of theirs is named in `heirs` by id, otherwise nothing does.
    """
    fields: dict[str, Any] = {"device": target, "last": _last_map(last)}
    if heirs:
        fields["heirs"] = {device.hex(): _last_map(row) for device, row in heirs.items()}
    return rotating(roster, "revoke", keys, epochs, fields, (0, 1), surroundings)


def rotate(
    roster: Roster, keys: DeviceKeys, epochs: EpochKeys, spaces: Iterable[int], surroundings: Surroundings
) -> Entry:
    """Make a rotation again that did not count."""
    return rotating(roster, "rotate", keys, epochs, {}, spaces, surroundings)


def give_keys(
    roster: Roster, keys: DeviceKeys, epochs: EpochKeys, to: Iterable[Recipient], surroundings: Surroundings
) -> Entry:
    """Send the newest keys to those who lack them."""
    envelopes = seal_envelopes(roster.circle, to, newest_keys(roster, epochs), surroundings)
    return propose(roster, "keys", keys.id, keys.sign, {}, surroundings, envelopes=envelopes)


def cancel_invitation(
    roster: Roster, keys: DeviceKeys, epochs: EpochKeys, invitation: bytes, surroundings: Surroundings
) -> Entry:
    """Shut a door that nobody has used up, and change the keys that it opens: somebody may have found it."""
    door = foreseen(roster).invites.get(invitation)
    spaces = (0, 1) if door is None or door.right == ORGANIZER else (1,)
    return rotating(roster, "revoke", keys, epochs, {"invitation": invitation}, spaces, surroundings)


def change_right(
    roster: Roster,
    keys: DeviceKeys,
    epochs: EpochKeys,
    device: bytes,
    right: str,
    publish: bool,
    last: Mapping[int, tuple[int, bytes]],
    surroundings: Surroundings,
) -> Entry:
    """Give a laptop another right. Where less is allowed than before, `last` names what still counts.

    Whoever becomes an organizer is sent the organizers' key; whoever ceases to be one has it changed.
    """
    found = roster.devices[device]
    grant = Grant(len(roster.state.heads), right, publish)
    taken = rules.taken_from(found.grants[-1], grant)
    fields: dict[str, Any] = {"device": device, "right": right, "publish": publish}
    if taken:
        fields["last"] = _last_map({space: last.get(space, (0, bytes(32))) for space in taken})
    if found.right == ORGANIZER and right != ORGANIZER:
        return rotating(roster, "right", keys, epochs, fields, (0,), surroundings)
    raised = right == ORGANIZER and found.right != ORGANIZER
    to = [Recipient(device, found.receive, ORGANIZER)] if raised else []
    envelopes = seal_envelopes(roster.circle, to, newest_keys(roster, epochs), surroundings) if to else None
    return propose(roster, "right", keys.id, keys.sign, fields, surroundings, envelopes=envelopes)


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
    return take_over(roster, keys.id, keys.sign, key, surroundings, hub=hub, fingerprint=fingerprint)


def take_over(
    roster: Roster,
    author: bytes,
    sign: SigningKey,
    key: bytes,
    surroundings: Surroundings,
    *,
    hub: str = "",
    fingerprint: bytes | None = None,
) -> Entry:
    """Name a new sequencer without the old one: by the recovery key, or by an organizer where it was a laptop.

    Whoever holds `key` places it.
    """
    fields = {"key": key, "hub": hub, "fingerprint": fingerprint}
    return propose(roster, "sequencer", author, sign, fields, surroundings)


def refuse(circle: bytes, head: bytes, sequencer: SigningKey, proposal: bytes, reason: str, now_ms: int) -> Entry:
    """Set a proposal aside for good: what was written under it becomes a rescue bundle. `reason` is a code."""
    return _by_sequencer(circle, head, "refuse", sequencer, {"proposal": proposal, "reason": reason}, now_ms)


def renew_hub(roster: Roster, sequencer: SigningKey, hub: str, fingerprint: bytes | None, now_ms: int) -> Entry:
    """Let a hub say which TLS certificate it shows from now on."""
    fields = {"key": sequencer.public, "hub": hub, "fingerprint": fingerprint}
    return _by_sequencer(roster.circle, roster.head, "sequencer", sequencer, fields, now_ms)


def rotating(
    roster: Roster,
    kind: str,
    keys: DeviceKeys,
    epochs: EpochKeys,
    fields: dict[str, Any],
    spaces: Iterable[int],
    surroundings: Surroundings,
) -> Entry:
    """Return an entry with a rotation of the spaces whose newest key this laptop holds.

    Its envelopes go to those who will be in force once it is placed, as far as can be foreseen here.
    """
    newest = {space: chain[-1].name for space, chain in roster.state.epochs.items()}
    old = {space: epochs[space, newest[space]] for space in spaces if (space, newest[space]) in epochs}
    new = {space: surroundings.random(32) for space in old}
    fields["rotation"] = {str(space): rotation_row(key, old[space]) for space, key in new.items()}
    bare = propose(roster, kind, keys.id, keys.sign, {**fields, "rotation": {}}, surroundings)
    to = who_may_open(foreseen(roster, bare), set(new))
    envelopes = seal_envelopes(roster.circle, to, new, surroundings) if new else None
    return propose(roster, kind, keys.id, keys.sign, fields, surroundings, envelopes=envelopes)


def newest_keys(roster: Roster, epochs: EpochKeys) -> dict[int, bytes]:
    """Return the newest key of each space that this laptop can open."""
    held: dict[int, bytes] = {}
    for space, chain in roster.state.epochs.items():
        for epoch in chain:
            if (space, epoch.name) in epochs:
                held[space] = epochs[space, epoch.name]
    return held


def _by_sequencer(
    circle: bytes, head: bytes, kind: str, sequencer: SigningKey, fields: dict[str, Any], now_ms: int
) -> Entry:
    """Return an entry that the sequencer makes by its key alone: a hub has no device."""
    author, tick = invite_id(sequencer.public), clock.stamp_at(now_ms)
    body = Body(VERSION, SUITE, circle, head, kind, author, tick, fields, envelopes_hash(None))
    return make_entry(body, None, sequencer)


def _last_map(last: Mapping[int, tuple[int, bytes]]) -> dict[str, list[Any]]:
    return {str(space): list(row) for space, row in last.items()}


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
