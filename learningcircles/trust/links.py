"""Keys of lists that have lost, for those who were never on them.

Whoever came in on the list that counts was sent no envelope of an epoch that another list had begun, and could read
nothing of what was written under it. So a laptop that holds such a key seals it under the newest key of its space, in a
`keys` entry: whoever has that one, now or later, opens the other with it. A laptop that only records may do so as well,
once for each lost epoch and with nothing else in the entry: it may be the last one that was on that list.

The list that has lost may have changed its keys since somebody was shut out, who still holds the newest key here. So
nothing is linked while a key is to be changed, or while a laptop that was shut out holds the one to link it with. As
long as an invitation that was cancelled, or a sheet that was replaced, has it, it is to be changed.

    links = {space: [[lost epoch's name, newest epoch's name, sealed]…]}
    sealed = ChaCha20-Poly1305 of the lost key under HKDF(newest key, "lc1 link" ‖ lost epoch's name), nonce zeros
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from learningcircles.crypto.aead import NONCE_BYTES, open_sealed, seal
from learningcircles.crypto.kdf import hkdf
from learningcircles.errors import Unreadable
from learningcircles.trust.entry import NO_ENVELOPES, Body, Entry, damaged
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
    author: bytes


def is_only_links(body: Body) -> bool:
    """Return whether an entry does nothing but link keys."""
    return body.kind == "keys" and body.fields.keys() == {"links"} and body.envelopes_hash == NO_ENVELOPES


def wanted(state: Ledger, entries: Sequence[Entry]) -> list[Entry]:
    """Return proposals, in order, without those that link what is not lost, or what their author has linked, or with a
    key that is not to be linked with.
    """
    lost = lost_epochs(state).keys()
    by = _to_link_with(state, entries)
    told = {(link.space, link.name, link.author) for link in state.links}
    found: list[Entry] = []
    for entry in entries:
        new = _linked(entry.read())
        if new is None:
            found.append(entry)
            continue
        each = {(link.space, link.name, link.author) for link in new}
        fits = all((link.space, link.name) in lost and by.get(link.space) == link.by for link in new)
        if new and fits and not told & each:
            told |= each
            found.append(entry)
    return found


def _to_link_with(state: Ledger, waiting: Iterable[Entry]) -> dict[int, bytes]:
    """Return space → its newest epoch, where no laptop that is shut out holds its key and no change of it is due."""
    with suppress(Unreadable):
        if any(_changes_keys(entry.read()) for entry in waiting):
            return {}
        out = {device.id for device in state.devices.values() if device.revoked}
        sound = (space for space, holders in state.holders.items() if space not in state.owed and not out & holders)
        return {space: state.epochs[space][-1].name for space in sound if state.epochs[space]}
    return {}


def _changes_keys(body: Body) -> bool:
    return bool(body.fields.get("rotation")) or body.kind == "revoke"


def _linked(body: Body) -> list[Link] | None:
    """Return the links of an entry that does nothing else, none where it is malformed; None of any other."""
    if not is_only_links(body):
        return None
    with suppress(Unreadable):
        return links_of(body)
    return []


def links_of(body: Body) -> list[Link]:
    """Return the links in a `keys` entry; raises Unreadable where they are malformed."""
    rows = body.fields.get("links") or {}
    if not isinstance(rows, dict):
        raise damaged()
    each = [(space, row) for space, held in rows.items() for row in (held if isinstance(held, list) else [None])]
    return [_link(space, row, body.author) for space, row in each]


def _link(space: object, row: object, author: bytes) -> Link:
    if space not in ("0", "1") or not isinstance(row, list) or len(row) != 3:
        raise damaged()
    if not all(isinstance(part, bytes) for part in row) or (len(row[0]), len(row[1])) != (32, 32):
        raise damaged()
    return Link(int(str(space)), row[0], row[1], row[2], author)


def lost_epochs(state: Ledger) -> dict[tuple[int, bytes], Epoch]:
    """Return the epochs that only lists which have lost have begun, by (space, name)."""
    found: dict[tuple[int, bytes], Epoch] = {}
    for side in state.side.values():
        for space, chain in side.epochs.items():
            found |= {(space, epoch.name): epoch for epoch in chain}
    known = {(space, epoch.name) for space, chain in state.epochs.items() for epoch in chain}
    return {name: epoch for name, epoch in found.items() if name not in known}


def owed(state: Ledger, keys: Keys, waiting: Sequence[Entry], me: bytes) -> dict[str, Any]:
    """Return the links that nobody has made or proposed so that they fit, and who holds `keys` can, as a field.

    None in a space while a laptop that is shut out, be it provisionally, has its newest key.
    """
    newest = _to_link_with(state, waiting)
    links = list(state.links)
    for entry in waiting:
        with suppress(Unreadable):
            links += links_of(entry.read())
    made = {link[:2] for link in links if link.author == me or _opened(link, keys) == keys.get(link[:2], b"")}
    found: dict[str, list[list[bytes]]] = {}
    for space, name in sorted(name for name in lost_epochs(state).keys() - made if name in keys)[:MOST]:
        by = newest.get(space)
        if by is not None and (space, by) in keys:
            sealed = seal(_key(keys[space, by], name), bytes(NONCE_BYTES), keys[space, name], b"")
            found.setdefault(str(space), []).append([name, by, sealed])
    return found


def opened(state: Ledger, keys: Keys) -> dict[tuple[int, bytes], bytes]:
    """Return the keys that links open with those that are held; a link that does not fit opens nothing."""
    found: dict[tuple[int, bytes], bytes] = {}
    for link in state.links:
        key = _opened(link, keys) if (link.space, link.name) not in keys else None
        if key is not None:
            found[link.space, link.name] = key
    return found


def _opened(link: Link, keys: Keys) -> bytes | None:
    """Return what a link gives with the keys that are held."""
    newest = keys.get((link.space, link.by))
    with suppress(Unreadable):
        return newest and open_sealed(_key(newest, link.name), bytes(NONCE_BYTES), link.sealed, b"")
    return None


def _key(newest: bytes, name: bytes) -> bytes:
    return hkdf(newest, LINK_LABEL + name)
