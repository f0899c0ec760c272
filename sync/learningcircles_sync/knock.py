"""Who asks: the key that a request names, found and tried before anything is replayed for it.

A request of a device that stands in the roster is checked with the key that stands there. Any other one has to bring
the entry that brings its key, and the request is checked with that: this costs one look at each entry and one
signature. Then a chain of signatures has to lead from that entry to a key that the roster knows already, and of such
a request only the chain's proposals and a few of the laptop's own are judged; what else it has is taken once it is
known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

from msgspec.structs import replace

from learningcircles.errors import CircleError, NotAllowed, Unreadable
from learningcircles.trust.entry import Entry
from learningcircles.trust.members import device_id, invite_id
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import keys_of
from learningcircles_sync.pages import check_entries, size_of_entry, size_of_placed
from learningcircles_sync.protocol import BODY_BYTES, ROSTER_BYTES, Sync

LONGEST_CHAIN = 64
"""So many invitations and laptops may stand between one that is known and one that asks."""
FIRST_PROPOSALS = 16
"""So many proposals of its own does a laptop bring in its first request: it may have invited somebody meanwhile."""
_DEVICES = ("found", "add", "succeed")
_DOORS = ("invite", "recovery")


class Brought(NamedTuple):
    """A key that an entry brings, and who made the entry."""

    entry: Entry
    key: bytes
    author: bytes
    is_device: bool


KeyOf = Callable[[bytes], bytes | None]


def brought_by(entries: Iterable[Entry]) -> dict[bytes, Brought]:
    """Return the keys that entries bring, by the id of the laptop, invitation or sheet; nothing is verified."""
    found: dict[bytes, Brought] = {}
    for entry in entries:
        with suppress(CircleError):
            body = entry.outside().read()
            if body.kind in (*_DEVICES, *_DOORS):
                sign, receive = keys_of(body)
                is_device = body.kind in _DEVICES
                name = device_id(sign, receive) if is_device else invite_id(sign)
                found.setdefault(name, Brought(entry, sign, body.author, is_device))
    return found


def keys_in(known: Roster) -> KeyOf:
    """Return how to find the key of a laptop, an invitation, a recovery sheet, also one that was cancelled, or the
    sequencer in a roster: who came by a cancelled one is told so.
    """

    def key(name: bytes) -> bytes | None:
        found = known.devices.get(name) or known.invites.get(name)
        if found is not None:
            return found.sign
        recovery, former = known.state.recovery, known.state.former_sheets.get(name)
        keys = (recovery and recovery[0], known.sequencer)
        return former or next((each for each in keys if each and invite_id(each) == name), None)

    return key


def keys_among(entries: Iterable[Entry]) -> KeyOf:
    """Return how to find a key among stored entries that have not been replayed."""
    found = brought_by(entries)
    return lambda name: found[name].key if name in found else None


def entries_of(message: Sync) -> list[Entry]:
    """Return the entries that a request brings; raises Unreadable where there are more than any laptop sends."""
    check_entries([*message.proposals, *(item.entry for item in message.roster)])
    roster, proposals = sum(map(size_of_placed, message.roster)), sum(map(size_of_entry, message.proposals))
    if roster > BODY_BYTES or proposals > ROSTER_BYTES:
        raise Unreadable("too_large", "This is larger than anything this program sends.")
    return [*(item.entry for item in message.roster), *message.proposals]


def introduced(known: Roster, message: Sync, signer: bytes) -> Sync:
    """Return what is judged of a request: all of it for a laptop of the roster, else what introduces its signer.

    Raises NotAllowed where nobody who is known has let the signer in.
    """
    if signer in known.devices:
        return message
    judged = chain_to(keys_in(known), entries_of(message), signer)
    judged += [entry for entry in message.proposals if _author(entry) == signer][:FIRST_PROPOSALS]
    return replace(message, proposals=[entry for entry in message.proposals if entry in judged])


def chain_to(key_of: KeyOf, entries: Iterable[Entry], signer: bytes) -> list[Entry]:
    """Return the entries that lead from a signer to a key that is known; raises NotAllowed where none do."""
    found = brought_by(entries)
    chain: list[Entry] = []
    name = signer
    while len(chain) < LONGEST_CHAIN and name in found:
        link = found.pop(name)
        chain.append(link.entry)
        above = found.get(link.author)
        known = key_of(link.author)
        key = known or (above.key if above else None)
        if key is None or not link.entry.signed_by(key) or (link.is_device and not link.entry.owned_by(link.key)):
            break
        if known is not None:
            return chain
        name = link.author
    raise not_served()


def _author(entry: Entry) -> bytes | None:
    try:
        return entry.outside().read().author
    except CircleError:
        return None


def is_erasure_by(entry: Entry, signer: bytes) -> bool:
    """Return whether an entry says that this laptop made it to erase somebody; nothing is verified."""
    try:
        body = entry.outside().read()
    except CircleError:
        return False
    return body.kind == "redact" and body.author == signer


def not_served() -> NotAllowed:
    """The error for who is not in the newest roster known here, nor is let in by it."""
    return NotAllowed("not_served", "This laptop is not, or no longer, in this circle.")
