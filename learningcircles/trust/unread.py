"""What a later version of the program has written into the list of laptops, or under other cryptography.

It is never read as though it were of this version. A placed entry is where this version's knowledge of the list ends:
it and all that its keeper places after it are kept and carried, and count once the program is newer. Proposals are
kept and carried as well, few of them: as far as somebody who is known has signed them, and may make such ones here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from learningcircles.errors import CircleError, NotAllowed
from learningcircles.trust.entry import Body, Entry, is_later
from learningcircles.trust.members import READER, RIGHTS, Ledger, invite_id

MOST_OF_ONE = 2
"""So many unread proposals are kept of one author: nobody here can tell what they are good for."""
MOST_BYTES = 16 * 1024
"""Of all of them, envelopes included: every share carries them."""


def proposed(state: Ledger, entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return (those of a later version that are kept, those of this one)."""
    read: list[Entry] = []
    later: dict[bytes, tuple[int, bytes, Entry]] = {}
    for entry in entries:
        body = _body(entry)
        if body is None or not is_later(body):
            read.append(entry)
        elif body.circle == state.circle and entry.hash not in state.unread.values() and _is_kept(state, entry, body):
            later[entry.hash] = (_rank(state, body), body.author, entry)
    kept: list[Entry] = []
    of_author: Counter[bytes] = Counter()
    room = MOST_BYTES
    # Nothing is kept after the first that does not fit: who knows more keeps nothing that others with less do not.
    for _, (_, author, entry) in sorted(later.items(), key=lambda item: (item[1][0], item[0])):
        of_author[author] += 1
        if of_author[author] <= MOST_OF_ONE:
            room -= _size(entry)
            if room < 0:
                break
            kept.append(entry)
    return kept, read


def readable(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of this version."""
    return [entry for entry in entries if (body := _body(entry)) is not None and not is_later(body)]


def refusal() -> NotAllowed:
    """The error for what would change a list of which only a part can be read here."""
    return NotAllowed(
        "newer_list",
        "A newer version of Learning Circles has written into the list of this circle's laptops. Update the program"
        " here to go on.",
    )


def _body(entry: Entry) -> Body | None:
    try:
        return entry.read()
    except CircleError:
        return None


def _is_kept(state: Ledger, entry: Entry, body: Body) -> bool:
    """Return whether a laptop, an open invitation or the recovery sheet in force has signed an entry of a kind that it
    may make: a laptop that only reads succeeds itself, an invitation adds one.
    """
    device = state.devices.get(body.author)
    if body.author in state.invites:
        fits = body.kind == "add"
    else:
        fits = device is None or device.right != READER or body.kind == "succeed"
    key = _key(state, body.author)
    return fits and _size(entry) <= MOST_BYTES and key is not None and entry.signed_by(key)


def _rank(state: Ledger, body: Body) -> int:
    """Return whose are kept first: an organizer's and the recovery sheet's, then other laptops', then joiners'."""
    device = state.devices.get(body.author)
    return RIGHTS.index(device.right) if device is not None else 2 if body.author in state.invites else 0


def _size(entry: Entry) -> int:
    return len(entry.body) + len(entry.envelopes or b"")


def _key(state: Ledger, author: bytes) -> bytes | None:
    device, door = state.devices.get(author), state.invites.get(author)
    if device is not None:
        return None if device.revoked else device.sign
    if door is not None:
        return door.sign if door.open else None
    return state.recovery[0] if state.recovery is not None and invite_id(state.recovery[0]) == author else None
