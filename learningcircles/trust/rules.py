"""What each kind of roster entry needs, and what it changes. Every `fields` is described in docs/protocol.md."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from learningcircles.clock import milliseconds
from learningcircles.errors import NotAllowed, Unreadable
from learningcircles.journal.caps import MAX_SEQ
from learningcircles.trust.entry import Body, Entry, damaged
from learningcircles.trust.holders import fold_envelopes
from learningcircles.trust.links import is_only_links, links_of
from learningcircles.trust.members import (
    ORGANIZER,
    READER,
    RIGHTS,
    Cut,
    Device,
    Grant,
    Invite,
    Last,
    Ledger,
    device_id,
    forerunners,
    heirs,
    invite_id,
)
from learningcircles.trust.redact import read_redaction

MAX_DEVICES = 256
MAX_IDENTITIES = 32
"""So many identities a laptop may have, one after the other or at once: whoever holds its key makes these alone, and
each takes a place of those 256."""


def found(state: Ledger, entry: Entry, body: Body) -> None:
    """The first entry: its author's device is organizer and sequencer."""
    sign, receive = keys_of(body)
    device = device_id(sign, receive)
    if body.author != device or not entry.signed_by(sign) or not entry.owned_by(sign):
        raise damaged()
    state.sequencer = sign
    state.devices[device] = Device(device, sign, receive, (Grant(0, ORGANIZER, True),), 0)
    fold_envelopes(state, entry, body)


def apply(state: Ledger, entry: Entry, body: Body) -> None:
    """Fold a placed entry; raises Unreadable or NotAllowed where its author may not make it."""
    check_author(state, entry, body)
    _EFFECTS.get(body.kind, _nothing)(state, entry, body)
    fold_envelopes(state, entry, body)


def join_provisionally(state: Ledger, entry: Entry, body: Body) -> None:
    """Let an `add` by invitation or a `succeed` act before it is placed."""
    _join(state, body, None)


def revoke_provisionally(state: Ledger, entry: Entry, body: Body) -> None:
    """Let a `revoke` act before it is placed; the new key comes with the sequencer."""
    _revoke(state, entry, body)


def set_aside(state: Ledger, entry: Entry, body: Body) -> None:
    """Let the device of a refused `add`, or of a late `succeed`, stand as one of whose work nothing counts; so that of
    an `add` by a recovery sheet that a newer one had cancelled.

    Raises Unreadable when it is forged, or there is no more room.
    """
    sign, receive = keys_of(body)
    device, door, maker = device_id(sign, receive), state.invites.get(body.author), state.devices.get(body.author)
    author = door or maker
    key = author.sign if author else state.former_sheets[body.author]
    if not entry.signed_by(key) or not entry.owned_by(sign) or len(state.devices) >= MAX_DEVICES:
        raise damaged()
    if device not in state.devices:
        right, may_publish = (author.right, author.may_publish) if author else (ORGANIZER, True)
        grant = Grant(len(state.heads) - 1, right, may_publish)
        came, succeeds = door.id if door else None, maker.id if maker else None
        state.devices[device] = Device(device, sign, receive, (grant,), None, came, succeeds, Cut({}))


def check_author(state: Ledger, entry: Entry, body: Body) -> None:
    """Refuse an entry whose author is unknown, revoked, without the right, or not its signer."""
    if body.kind == "found":
        raise damaged()
    if body.author == invite_id(state.sequencer):
        renews = body.kind == "sequencer" and body.fields.get("key") == state.sequencer
        if not (body.kind == "refuse" or renews) or not entry.signed_by(state.sequencer):
            raise _not_allowed()
        return
    if body.kind == "add" and body.author in state.invites:
        _check_invited(state.invites[body.author], entry, body)
        return
    if by_recovery(state, body):
        _check_recovery(state, entry, body)
        return
    device = state.devices.get(body.author)
    if device is None or not entry.signed_by(device.sign):
        raise _not_allowed()
    alone = (body.kind == "succeed" or (is_only_links(body) and device.right != READER)) and not device.revoked
    alone = alone or _goes_on_keeping(state, device, body)
    if not alone and (device.revoked or device.right != ORGANIZER):
        raise _not_allowed()
    if body.kind in ("add", "succeed") and not entry.owned_by(keys_of(body)[0]):
        raise damaged()


def _goes_on_keeping(state: Ledger, device: Device, body: Body) -> bool:
    """Return whether who keeps the list gives it to an identity that succeeds it, whatever it may do by now: nobody
    would keep it then.
    """
    if body.kind != "sequencer" or body.fields.get("hub") or device.sign != state.sequencer or device.revoked:
        return False
    next_ones = [heir.sign for heir in heirs(state.devices, device.id) if heir.id != device.id and not heir.revoked]
    return body.fields.get("key") in next_ones


def check_erases(state: Ledger, body: Body) -> None:
    """Refuse a `redact` without a place whose maker's right was taken away since; raises NotAllowed.

    Placed ones are not judged so: a keeper of the first program has placed them, and everybody follows the list.
    """
    if body.kind == "redact" and not has_run_since(state, body):
        raise _not_allowed()


def has_run_since(state: Ledger, body: Body) -> bool:
    """Return whether an entry's maker might run the circle from the head that it names until now, without a break.

    Of a head of a list that has lost it is where that list parts from this one, or where the right comes after that:
    it may have been given on the other list first. Where the head is known nowhere the maker must never have lost it.
    """
    device, side = state.devices.get(body.author), state.side.get(body.base)
    if device is None:
        return False
    grants, base = _grants_through(state, device), state.place_of(body.base) if side is None else side.position
    rights = [grant.right for grant in grants]
    if base is not None:
        rights = rights[max(sum(grant.position <= base for grant in grants) - 1, 0) :]
    if (base is None or side is not None) and ORGANIZER in rights:
        rights = rights[rights.index(ORGANIZER) :]
    return all(right == ORGANIZER for right in rights)


def _grants_through(state: Ledger, device: Device) -> list[Grant]:
    """Return what a laptop was granted under all its identities up to this one, in order."""
    former = state.devices.get(device.succeeds) if device.succeeds is not None else None
    grants = list(device.grants)
    for _ in range(MAX_IDENTITIES):
        if former is None:
            break
        grants = [*(grant for grant in former.grants if grant.position <= grants[0].position), *grants]
        former = state.devices.get(former.succeeds) if former.succeeds is not None else None
    return grants


def by_recovery(state: Ledger, body: Body) -> bool:
    """Return whether the recovery sheet in force claims to have made this."""
    return state.recovery is not None and body.author == invite_id(state.recovery[0])


def placing_keys(state: Ledger, body: Body) -> tuple[bytes, ...]:
    """Return the keys that may place an entry here: the sequencer's, and the one that the recovery sheet names.

    Where the old sequencer is gone, nobody else is left to countersign. Another organizer's entry serves alike
    where the old sequencer is a laptop.
    """
    author = state.devices.get(body.author)
    other = not state.hub and author is not None and author.sign != state.sequencer
    if body.kind == "sequencer" and (other or by_recovery(state, body)):
        return state.sequencer, _bytes(body.fields, "key", 32)
    return (state.sequencer,)


def check_not_moved(state: Ledger, body: Body) -> None:
    """Refuse what was asked of a former keeper of the list, and comes late: raises NotAllowed.

    Two organizers may move the circle in the same second: the second one is told that it has moved, and hubs and
    laptops that were away still carry what it had asked for.
    """
    asked = body.kind == "sequencer" and body.author in state.devices
    if asked and state.places.get(body.base, -1) < state.kept_since:
        raise NotAllowed("moved_since", "Who keeps the list of this circle's laptops has changed since.")


def check_door(door: Invite, now_ms: int) -> None:
    """Refuse an invitation that no longer lets anybody in; raises NotAllowed with a code of its own for each reason."""
    if door.revoked:
        raise NotAllowed("invitation_cancelled", "This invitation was cancelled. Ask for a new one.")
    if door.used >= door.uses:
        raise NotAllowed("invitation_used", "This invitation has been used already. Ask for a new one.")
    if now_ms > door.expires:
        raise NotAllowed("invitation_expired", "This invitation has expired. Ask for a new one.")


def keys_of(body: Body) -> tuple[bytes, bytes]:
    """Return (sign, receive) of the device that an entry brings."""
    return _bytes(body.fields, "sign", 32), _bytes(body.fields, "receive", 32)


def device_of(body: Body) -> bytes:
    """Return the id of the device that an entry brings."""
    return device_id(*keys_of(body))


def check_may_go_on(state: Ledger, device: bytes) -> None:
    """Refuse another identity to a laptop that has had too many; raises NotAllowed."""
    names = forerunners(state.devices, device)
    first = next(name for name in names if name not in state.devices or state.devices[name].succeeds not in names)
    if len(heirs(state.devices, first)) + 1 >= MAX_IDENTITIES:
        raise NotAllowed(
            "too_many_identities",
            "This laptop was restored or copied very often, and may not go on under yet another identity in this"
            " circle. Ask for an invitation.",
        )


def last_of(fields: dict[str, Any]) -> Last:
    """Return the `last` map of a revoke or right: space → (seq, header hash)."""
    rows = fields.get("last") or {}
    if not isinstance(rows, dict):
        raise damaged()
    found: Last = {}
    for space, row in rows.items():
        sound = space in ("0", "1", "2") and isinstance(row, list) and len(row) == 2
        if not sound or type(row[0]) is not int or not isinstance(row[1], bytes) or not 0 <= row[0] <= MAX_SEQ:
            raise damaged()
        found[int(space)] = (row[0], row[1])
    return found


def is_lowered(before: Device | None, after: Device | None) -> bool:
    """Return whether a laptop is shut out by a roster, or may do less than it did."""
    if before is None or after is None or before.revoked:
        return False
    return after.revoked or bool(taken_from(before.grants[-1], after.grants[-1]))


def taken_from(before: Grant, after: Grant) -> set[int]:
    """Return the spaces in which a new right allows less than the one before."""
    lowered = {0, 1} if after.rank > before.rank else set()
    return lowered | ({2} if before.publishes and not after.publishes else set())


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


def _join(state: Ledger, body: Body, index: int | None) -> None:
    sign, receive = keys_of(body)
    device = device_id(sign, receive)
    if device in state.devices:
        raise damaged()
    invite = state.invites.get(body.author)
    maker = state.devices.get(body.author)
    position = len(state.heads) if index is not None else len(state.heads) - 1
    if body.kind == "succeed" and maker is not None:
        check_may_go_on(state, maker.id)
        grant, old = Grant(position, maker.right, maker.may_publish), body.author
    elif invite is not None:
        grant, old = Grant(position, invite.right, invite.may_publish), None
        if index is not None:
            state.invites[invite.id] = replace(invite, used=invite.used + 1)
    else:
        grant, old = Grant(position, _right(body.fields), bool(body.fields.get("publish"))), None
    if len(state.devices) >= MAX_DEVICES:
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
    taken = taken_from(device.grants[-1], grant)
    if taken:
        last = last_of(body.fields)
        if not taken <= last.keys():
            raise damaged()
        grant = grant._replace(last={space: last[space] for space in taken})
    state.devices[device.id] = replace(device, grants=(*device.grants, grant))


def _invite(state: Ledger, entry: Entry, body: Body) -> None:
    sign, receive = keys_of(body)
    uses, expires = body.fields.get("uses"), body.fields.get("expires")
    if type(uses) is not int or type(expires) is not int:
        raise damaged()
    name = invite_id(sign)
    publish = bool(body.fields.get("publish"))
    right, position = _right(body.fields), len(state.heads)
    state.invites[name] = Invite(name, sign, receive, right, publish, uses, expires, position, body.author)


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
        state.devices[device.id] = replace(device, cut=Cut(last_of({"last": last})).joined(device.cut))
    if target in state.devices:
        shut = state.devices[target]
        state.devices[target] = replace(shut, cut=Cut(last_of(body.fields)).joined(shut.cut))


def _place_revoke(state: Ledger, entry: Entry, body: Body) -> None:
    _revoke(state, entry, body)
    if "invitation" in body.fields:
        _owe_new_keys(state, body, _bytes(body.fields, "invitation", 16))


def _owe_new_keys(state: Ledger, body: Body, holder: bytes) -> None:
    """Note that keys are to be changed which somebody has who is to have them no more; a rotation beside it does so."""
    for space, holders in state.holders.items():
        if holder in holders:
            state.owed.setdefault(space, body.author)


def _sequencer(state: Ledger, entry: Entry, body: Body) -> None:
    key = _bytes(body.fields, "key", 32)
    if key not in _keys_of_keeper(state):
        state.kept_since = len(state.heads)
    state.sequencer = key
    state.hub = str(body.fields.get("hub") or "")
    state.hub_since_ms = milliseconds(body.tick)
    state.fingerprint = body.fields.get("fingerprint") and _bytes(body.fields, "fingerprint", 32)


def _keys_of_keeper(state: Ledger) -> set[bytes]:
    """Return the keys of who keeps the list; a laptop that goes on under another identity is the same."""
    laptops = [each for each in state.devices.values() if each.sign == state.sequencer]
    return {state.sequencer, *(heir.sign for each in laptops for heir in heirs(state.devices, each.id))}


def _recovery(state: Ledger, entry: Entry, body: Body) -> None:
    former, state.recovery, state.sheet_hub = state.recovery, keys_of(body), state.hub
    state.former_sheets.pop(invite_id(state.recovery[0]), None)
    if former is not None and former != state.recovery:
        state.former_sheets[invite_id(former[0])] = former[0]
        _owe_new_keys(state, body, invite_id(former[0]))


def _refuse(state: Ledger, entry: Entry, body: Body) -> None:
    state.refused[_bytes(body.fields, "proposal", 32)] = str(body.fields.get("reason") or "")


def _redact(state: Ledger, entry: Entry, body: Body) -> None:
    state.redactions.add(read_redaction(body, len(state.heads), entry.hash))


def _keys(state: Ledger, entry: Entry, body: Body) -> None:
    state.links += links_of(body)


def _nothing(state: Ledger, entry: Entry, body: Body) -> None:
    """Kinds without an effect of their own here: rotate (see `holders`), fork."""


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
    "revoke": _place_revoke,
    "sequencer": _sequencer,
    "recovery": _recovery,
    "refuse": _refuse,
    "redact": _redact,
    "keys": _keys,
}
