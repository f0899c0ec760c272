"""Epoch keys: made by a rotation, sealed in envelopes, each opening the one before it.

A rotation is `{space: [check, inbox_public, older]}` in an entry's fields; envelopes are the msgpack map
`{recipient id as hex: HPKE({space: key})}`. Map keys are text, so a space is "0" or "1" there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from learningcircles.codec import decode, encode
from learningcircles.crypto.aead import NONCE_BYTES, open_sealed, seal
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.crypto.kdf import hkdf
from learningcircles.errors import Unreadable
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import ZERO_ID
from learningcircles.trust.holders import Recipient
from learningcircles.trust.links import lost_epochs, opened
from learningcircles.trust.members import Epoch
from learningcircles.trust.roster import Roster

ENVELOPE_LABEL = b"lc1 envelope"
OLDER_LABEL = b"lc1 older"
CHECK_LABEL = b"lc1 check"
INBOX_LABEL = b"lc1 inbox"

EpochKeys = dict[tuple[int, bytes], bytes]
"""(space, epoch name) → 32-byte key."""


def rotation_row(key: bytes, older_key: bytes | None) -> list[Any]:
    """Return [check, inbox_public, older] of a new epoch key."""
    inbox = ReceiveKey(hkdf(key, INBOX_LABEL))
    older = None if older_key is None else seal(hkdf(key, OLDER_LABEL), bytes(NONCE_BYTES), older_key, b"")
    return [check_of(key), inbox.public, older]


def check_of(key: bytes) -> bytes:
    """Return the 8 bytes by which a key is recognised."""
    return hkdf(key, CHECK_LABEL)[:8]


def inbox_key(key: bytes) -> ReceiveKey:
    """Return the inbox key of a private epoch."""
    return ReceiveKey(hkdf(key, INBOX_LABEL))


def seal_envelopes(
    circle: bytes, recipients: Iterable[Recipient], keys: Mapping[int, bytes], surroundings: Surroundings
) -> bytes:
    """Return the envelopes of `keys` (space → key), one per recipient, each holding what it may open."""
    rows = {}
    for recipient in recipients:
        held = {str(space): keys[space] for space in recipient.spaces() if space in keys}
        if held:
            info = ENVELOPE_LABEL + circle + recipient.id
            rows[recipient.id.hex()] = surroundings.seal(recipient.receive, info, encode(held))
    return encode(rows)


def open_epochs(roster: Roster, receiver: bytes, receive: ReceiveKey) -> EpochKeys:
    """Return every epoch key that this receiver can open, following `older` back to the first."""
    return open_all(roster, {receiver: receive})


def open_all(roster: Roster, receivers: Mapping[bytes, ReceiveKey]) -> EpochKeys:
    """Return every epoch key that somebody can open who is, or was, these receivers."""
    keys: EpochKeys = {}
    chains = [roster.state.epochs, *(side.epochs for side in roster.state.side.values())]
    for placed in [*roster.placed, *roster.lost]:
        if placed.entry.envelopes is not None:
            # The founding envelopes were sealed before the circle had its id (see make.found).
            circle = ZERO_ID if placed is roster.placed[0] else roster.circle
            for receiver, receive in receivers.items():
                _take(chains, keys, _open_one(circle, placed.entry.envelopes, receiver, receive))
    _walk_all(chains, keys)
    checks = {name: epoch.check for name, epoch in lost_epochs(roster.state).items()}
    held = -1
    while held < len(keys):  # a link may stand under the key of a list that has lost since
        held = len(keys)
        keys |= {name: key for name, key in opened(roster.state, keys).items() if check_of(key) == checks.get(name)}
        _walk_all(chains, keys)
    return keys


def _walk_all(chains: Sequence[Mapping[int, list[Epoch]]], keys: EpochKeys) -> None:
    for chain_of in chains:
        for space, chain in chain_of.items():
            _walk_back(space, chain, keys)


def _open_one(circle: bytes, envelopes: bytes, receiver: bytes, receive: ReceiveKey) -> dict[int, bytes]:
    """Return the keys in an envelope; none where it is not for us, or somebody sealed rubbish into it."""
    try:
        rows = decode(envelopes)
        sealed = rows.get(receiver.hex()) if isinstance(rows, dict) else None
        if not isinstance(sealed, bytes):
            return {}
        held = decode(receive.open(ENVELOPE_LABEL + circle + receiver, sealed))
    except Unreadable:
        return {}
    rows = held if isinstance(held, dict) else {}
    return {int(s): key for s, key in rows.items() if s in ("0", "1") and isinstance(key, bytes) and len(key) == 32}


def _take(chains: Sequence[Mapping[int, list[Epoch]]], keys: EpochKeys, opened: Mapping[int, bytes]) -> None:
    for space, key in opened.items():
        check = check_of(key)
        for epoch in (epoch for chain in chains for epoch in chain[space]):
            if epoch.check == check:
                keys[space, epoch.name] = key


def _walk_back(space: int, chain: list[Epoch], keys: EpochKeys) -> None:
    """Open each older epoch with the next; one that does not fit stays closed, and the rest stays open."""
    for newer, older in zip(reversed(chain), list(reversed(chain))[1:], strict=False):
        key = keys.get((space, newer.name))
        if key is None or newer.older is None or (space, older.name) in keys:
            continue
        with suppress(Unreadable):
            earlier = open_sealed(hkdf(key, OLDER_LABEL), bytes(NONCE_BYTES), newer.older, b"")
            if check_of(earlier) == older.check:
                keys[space, older.name] = earlier
