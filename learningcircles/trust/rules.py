"""What each kind of roster entry needs, and what it changes. Every `fields` is described in docs/protocol.md."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from learningcircles.errors import NotAllowed, Unreadable
from learningcircles.trust.entry import Body, Entry, damaged
from learningcircles.trust.members import (
    ORGANIZER,
    RIGHTS,
    Cut,
    Device,
    Epoch,
    Grant,
    Invite,
    Ledger,
    device_id,
    heirs,
    invite_id,
)

MAX_DEVICES = 256


def found(state: Ledger, entry: Entry, body: Body) -> None:
    """The first entry: its author's device is organizer and sequencer."""
    sign, receive = keys_of(body)
    device = device_id(sign, receive)
    if body.author != device or not entry.signed_by(sign) or not entry.owned_by(sign):
        raise damaged()
    state.sequencer = sign
    state.devices[device] = Device(device, sign, receive, (Grant(0, ORGANIZER, True),), 0)
    _rotate(state, entry, body)


def apply(state: Ledger, entry: Entry, body: Body) -> None:
    """Fold a placed entry; raises Unreadable or NotAllowed where its author may not make it."""
    if body.kind == "sequencer":
        _check_sequencer(state, entry, body)
    else:
        check_author(state, entry, body)
    _EFFECTS.get(body.kind, _nothing)(state, entry, body)
    _rotate(state, entry, body)


def act_provisionally(state: Ledger, entry: Entry, body: Body) -> None:
    """Let a proposal act before it is placed, where its kind does (revoke, succeed, add by invitation)."""
    if body.kind in ("add", "succeed"):
        _join(state, body, None)
    elif body.kind == "revoke":
        _revoke(state, entry, body)


def check_author(state: Ledger, entry: Entry, body: Body) -> None:
    """Refuse an entry whose author is unknown, revoked, without the right, or not its signer."""
    if body.kind == "found":
        raise damaged()
    if body.kind == "add" and body.author in state.invites:
        _check_invited(state.invites[body.author], entry, body)
        return
    if by_recovery(state, body):
        _check_recovery(state, entry, body)
        return
    device = state.devices.get(body.author)
    if device is None or not entry.signed_by(device.sign):
        raise _not_allowed()
    alone = body.kind == "succeed" and not device.revoked
    if not alone and (device.revoked or device.right != ORGANIZER):
        raise _not_allowed()
    if body.kind in ("add", "succeed") and not entry.owned_by(keys_of(body)[0]):
        raise damaged()


def by_recovery(state: Ledger, body: Body) -> bool:
    """Return whether the recovery sheet in force claims to have made this."""
    return state.recovery is not None and body.author == invite_id(state.recovery[0])


def placing_keys(state: Ledger, body: Body) -> tuple[bytes, ...]:
    """Return the keys that may place an entry here: the sequencer's, and the one that the recovery sheet names.

    Where the old sequencer is gone, nobody else is left to countersign.
    """
    if body.kind == "sequencer" and by_recovery(state, body):
        return state.sequencer, _bytes(body.fields, "key", 32)
    return (state.sequencer,)


def keys_of(body: Body) -> tuple[bytes, bytes]:
    """Return (sign, receive) of the device that an entry brings."""
    return _bytes(body.fields, "sign", 32), _bytes(body.fields, "receive", 32)


def last_of(fields: dict[str, Any]) -> dict[int, tuple[int, bytes]]:
    """Return the `last` map of a revoke: space → (seq, header hash)."""
    rows = fields.get("last") or {}
    if not isinstance(rows, dict):
        raise damaged()
    return {int(space): (int(seq), bytes(hash_)) for space, (seq, hash_) in rows.items()}


def _check_invited(invite: Invite, entry: Entry, body: Body) -> None:
    if invite.revoked:
        raise NotAllowed("invitation_cancelled", "This invitation was cancelled.")
    if not entry.signed_by(invite.sign) or not entry.owned_by(keys_of(body)[0]):
        raise damaged()


def _check_recovery(state: Ledger, entry: Entry, body: Body) -> None:
    """A sheet enrols a laptop and names a sequencer, and nothing else."""
    assert state.recovery is not None
    if body.kind not in ("add", "sequencer") or not entry.signed_by(state.recovery[0]):
        raise _not_allowed()
    if body.kind == "add" and not entry.owned_by(keys_of(body)[0]):
        raise damaged()


def _check_sequencer(state: Ledger, entry: Entry, body: Body) -> None:
    # The countersignature of the old sequencer has been checked by the caller: it agreed.
    check_author(state, entry, body)


def _join(state: Ledger, body: Body, index: int | None) -> None:
    sign, receive = keys_of(body)
    device = device_id(sign, receive)
    invite = state.invites.get(body.author)
    maker = state.devices.get(body.author)
    position = len(state.heads) if index is not None else len(state.heads) - 1
    if body.kind == "succeed" and maker is not None:
        grant, old = Grant(position, maker.right, maker.may_publish), body.author
    elif invite is not None:
        grant, old = Grant(position, invite.right, invite.may_publish), None
        state.invites[invite.id] = replace(invite, used=invite.used + 1)
    else:
        grant, old = Grant(position, _right(body.fields), bool(body.fields.get("publish"))), None
    if len(state.devices) >= MAX_DEVICES and device not in state.devices:
        raise Unreadable("too_many_devices", "A circle holds at most 256 laptops.")
    state.devices[device] = Device(device, sign, receive, (grant,), index, invite.id if invite else None, old)


def _place_join(state: Ledger, entry: Entry, body: Body) -> None:
    placed = [device for device in state.devices.values() if device.index is not None]
    _join(state, body, len(placed))


def _grant(state: Ledger, entry: Entry, body: Body) -> None:
    device = state.devices.get(_bytes(body.fields, "device", 16))
    if device is None:
        raise damaged()
    grant = Grant(len(state.heads), _right(body.fields), bool(body.fields.get("publish")))
    state.devices[device.id] = replace(device, grants=(*device.grants, grant))


def _invite(state: Ledger, entry: Entry, body: Body) -> None:
    sign, receive = keys_of(body)
    uses, expires = body.fields.get("uses"), body.fields.get("expires")
    if type(uses) is not int or type(expires) is not int:
        raise damaged()
    name = invite_id(sign)
    publish = bool(body.fields.get("publish"))
    state.invites[name] = Invite(name, sign, receive, _right(body.fields), publish, uses, expires, len(state.heads))


def _revoke(state: Ledger, entry: Entry, body: Body) -> None:
    if "invitation" in body.fields:
        invite = state.invites.get(_bytes(body.fields, "invitation", 16))
        if invite is not None:
            state.invites[invite.id] = replace(invite, revoked=True)
        return
    target = _bytes(body.fields, "device", 16)
    named = body.fields.get("heirs") or {}
    if not isinstance(named, dict):
        raise damaged()
    for device in heirs(state.devices, target):
        # A successor has logs of its own: what counts of them is named apart, and nothing where it is not.
        last = named.get(device.id.hex()) or {}
        state.devices[device.id] = replace(device, cut=Cut(last_of({"last": last})))
    if target in state.devices:
        state.devices[target] = replace(state.devices[target], cut=Cut(last_of(body.fields)))


def _sequencer(state: Ledger, entry: Entry, body: Body) -> None:
    state.sequencer = _bytes(body.fields, "key", 32)
    state.hub = str(body.fields.get("hub") or "")
    state.fingerprint = body.fields.get("fingerprint") and _bytes(body.fields, "fingerprint", 32)


def _recovery(state: Ledger, entry: Entry, body: Body) -> None:
    state.recovery = keys_of(body)


def _refuse(state: Ledger, entry: Entry, body: Body) -> None:
    state.refused.add(_bytes(body.fields, "proposal", 32))


def _nothing(state: Ledger, entry: Entry, body: Body) -> None:
    """Kinds without an effect of their own here: rotate and keys (see `_rotate`), redact, fork."""


def _rotate(state: Ledger, entry: Entry, body: Body) -> None:
    rotation = body.fields.get("rotation") or {}
    if not isinstance(rotation, dict):
        raise damaged()
    for space, row in rotation.items():
        if space not in ("0", "1") or not isinstance(row, list) or len(row) != 3:
            raise damaged()
        check, inbox, older = row
        state.epochs[int(space)].append(Epoch(entry.hash, len(state.heads), check, inbox, older))


def _right(fields: dict[str, Any]) -> str:
    right = fields.get("right")
    if right not in RIGHTS:
        raise damaged()
    return str(right)


def _bytes(fields: dict[str, Any], name: str, size: int) -> bytes:
    value = fields.get(name)
    if not isinstance(value, bytes) or len(value) != size:
        raise damaged()
    return value


def _not_allowed() -> NotAllowed:
    return NotAllowed("no_right", "The laptop that wrote this may not change who is in the circle.")


_EFFECTS = {
    "add": _place_join,
    "succeed": _place_join,
    "right": _grant,
    "invite": _invite,
    "revoke": _revoke,
    "sequencer": _sequencer,
    "recovery": _recovery,
    "refuse": _refuse,
}
