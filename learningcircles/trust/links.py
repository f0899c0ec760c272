"""Keys of lists that have lost, for those who were never on them.

Whoever came in on the list that counts was sent no envelope of an epoch that another list had begun, and could read
nothing of what was written under it. So an organizer's laptop that holds such a key seals it under the newest key of
its space, in a `keys` entry: whoever has that one, now or later, opens the other with it.

    links = {space: [[lost epoch's name, newest epoch's name, sealed]…]}
    sealed = ChaCha20-Poly1305 of the lost key under HKDF(newest key, "lc1 link" ‖ lost epoch's name), nonce zeros
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from learningcircles.crypto.aead import NONCE_BYTES, open_sealed, seal
from learningcircles.crypto.kdf import hkdf
from learningcircles.errors import Unreadable
from learningcircles.trust.entry import Body, Entry, damaged
from learningcircles.trust.members import Epoch, Ledger

LINK_LABEL = b"lc1 link"
MOST = 200
"""So many links fit into an entry."""

Keys = Mapping[tuple[int, bytes], bytes]


class Link(NamedTuple):
    """The key of the epoch `name`, sealed under that of the epoch `by`."""

    space: int
    name: bytes
    by: bytes
    sealed: bytes


def links_of(body: Body) -> list[Link]:
    """Return the links in a `keys` entry; raises Unreadable where they are malformed."""
    rows = body.fields.get("links") or {}
    if not isinstance(rows, dict):
        raise damaged()
    return [_link(space, row) for space, held in rows.items() for row in (held if isinstance(held, list) else [None])]


def _link(space: object, row: object) -> Link:
    if space not in ("0", "1") or not isinstance(row, list) or len(row) != 3:
        raise damaged()
    if not all(isinstance(part, bytes) for part in row) or (len(row[0]), len(row[1])) != (32, 32):
        raise damaged()
    return Link(int(str(space)), *row)


def lost_epochs(state: Ledger) -> dict[tuple[int, bytes], Epoch]:
    """Return the epochs that only lists which have lost have begun, by (space, name)."""
    found: dict[tuple[int, bytes], Epoch] = {}
    for side in state.side.values():
        for space, chain in side.epochs.items():
            found |= {(space, epoch.name): epoch for epoch in chain}
    known = {(space, epoch.name) for space, chain in state.epochs.items() for epoch in chain}
    return {name: epoch for name, epoch in found.items() if name not in known}


def owed(state: Ledger, keys: Keys, waiting: Iterable[Entry]) -> dict[str, Any]:
    """Return the links that nobody has made or proposed, and who holds `keys` can, as the field of an entry."""
    made = {(link.space, link.name) for link in state.links}
    for entry in waiting:
        with suppress(Unreadable):
            made |= {(link.space, link.name) for link in links_of(entry.read())}
    found: dict[str, list[list[bytes]]] = {}
    for space, name in sorted(lost_epochs(state).keys() - made)[:MOST]:
        by = state.epochs[space][-1].name
        if (space, name) in keys and (space, by) in keys:
            sealed = seal(_key(keys[space, by], name), bytes(NONCE_BYTES), keys[space, name], b"")
            found.setdefault(str(space), []).append([name, by, sealed])
    return found


def opened(state: Ledger, keys: Keys) -> dict[tuple[int, bytes], bytes]:
    """Return the keys that links open with those that are held; a link that does not fit opens nothing."""
    found: dict[tuple[int, bytes], bytes] = {}
    for link in state.links:
        if (link.space, link.by) in keys and (link.space, link.name) not in keys:
            with suppress(Unreadable):
                found[link.space, link.name] = open_sealed(
                    _key(keys[link.space, link.by], link.name), bytes(NONCE_BYTES), link.sealed, b""
                )
    return found


def _key(newest: bytes, name: bytes) -> bytes:
    return hkdf(newest, LINK_LABEL + name)
