"""Ids: 16 bytes, shown as 32 hex digits. Random ones hold no time, since some become public.

Derived ids are SHA-256("lc1 " ‖ kind ‖ 0 ‖ msgpack [parts])[:16]: two laptops that record the same fact
apart from each other give it the same id, so it cannot become a duplicate.
"""

from __future__ import annotations

from collections.abc import Iterable

from learningcircles.codec import encode
from learningcircles.crypto.hashing import sha256

ID_BYTES = 16
UNDO = b"undo"
"""What the id of an action begins with that takes back another one of its laptop. A random id that begins so, one of
four thousand million, only costs a closer look.
"""


def derived(kind: str, *parts: object) -> bytes:
    """Return the 16-byte id that follows from `parts` for this `kind` of thing."""
    return sha256(b"lc1 " + kind.encode() + b"\0" + encode(list(parts)))[:ID_BYTES]


def account(member: bytes) -> bytes:
    """The hour account of a member; it outlives the member, nameless, so that sums stay zero."""
    return derived("account", member)


def pot(circle: bytes) -> bytes:
    """The circle's own hour account, the other side of opening balances."""
    return derived("pot", circle)


def rsvp(occurrence: object, person: bytes) -> bytes:
    """One person's answer to one occurrence (see `occurrence` for its key)."""
    return derived("rsvp", occurrence, person)


def attendance(occurrence: object, person: bytes) -> bytes:
    """One person's presence at one occurrence."""
    return derived("attendance", occurrence, person)


def settlement(swap: bytes, round_: int, legs: Iterable[tuple[bytes, int]]) -> bytes:
    """The settlement of a swap in a round (the number of reversals seen); legs are (account, minutes)."""
    rows = sorted((account_id, minutes) for account_id, minutes in legs)
    return derived("settlement", swap, round_, rows)


def reversal(settlement_id: bytes) -> bytes:
    """The one reversal that a settlement can have."""
    return derived("reversal", settlement_id)


def leaving(member: bytes, times: int) -> bytes:
    """The source of what settles a member's own account when they leave, having left so many `times` before."""
    return derived("leaving", member, times)


def link(one: bytes, other: bytes) -> bytes:
    """The one word on whether two records are the same, whichever is named first."""
    return derived("link", *sorted([one, other]))


def inbox_record(message: bytes) -> bytes:
    """The record that an inbox message becomes, the same on every laptop that accepts it."""
    return derived("inbox", message)


def undo(action: bytes) -> bytes:
    """The action by which a laptop takes back one of its own, so that others can tell what it took back."""
    return UNDO + derived("undo", action)[: ID_BYTES - len(UNDO)]


def following(request: bytes) -> bytes:
    """The action by which laptops bring a request to what its exchanges say, by themselves, on whichever laptop."""
    return derived("following", request)


def taken_in(device: bytes, action: bytes) -> bytes:
    """The action under which one of a laptop's is taken in that does not count, on whichever laptop."""
    return derived("rescue", device, action)


def is_undo(action: bytes) -> bool:
    """Return whether an action's id says that it may take back another one."""
    return action.startswith(UNDO)
