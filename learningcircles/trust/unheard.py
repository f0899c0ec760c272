"""Erasures by a laptop that was shut out, of which the list that shuts it out knows nothing.

Its hub placed them, and was rolled back before anybody else heard of them; then somebody shut the laptop out on the
list as it had been. Both lists part at one position: the laptop itself obeys what it had erased, whichever of the two
counts, and so does who reads its file; nobody else does.
"""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.errors import CircleError
from learningcircles.trust.entry import Body, Entry
from learningcircles.trust.members import forerunners
from learningcircles.trust.redact import read_redaction
from learningcircles.trust.roster import Roster


class Unheard(NamedTuple):
    """The records of one person, and when they were erased, as a stamp."""

    people: frozenset[bytes]
    tick: int


def unheard(roster: Roster, maker: bytes) -> list[Unheard]:
    """Return whom a laptop, under whatever identity, had erased and the list that shuts it out does not erase.

    The order is that of their making; an erasure that took several entries is one.
    """
    device = roster.devices.get(maker)
    if device is None or not device.revoked or not roster.strays:
        return []
    own = forerunners(roster.devices, maker)
    ours, theirs = _parted(roster, own)
    known = {each for body in theirs if body.kind == "redact" for each in read_redaction(body, 0).people}
    found: list[Unheard] = []
    for body in ours:
        if body.kind == "redact":
            new = read_redaction(body, 0).people - known  # who erases again what was overlooked names all who ever were
            known |= new
            found += [Unheard(new, body.tick)] if new and body.author in own else []
    return sorted(found, key=lambda each: each.tick)


def _parted(roster: Roster, own: set[bytes]) -> tuple[list[Body], list[Body]]:
    """Return what lists hold that part: what stands beside the list that shuts these out, and that list."""
    placed, lost = [_read(item.entry) for item in roster.placed], [_read(item.entry) for item in roster.lost]
    if any(_shuts_out(body, own) for body in placed):
        both = {item.entry.hash for item in roster.placed}  # an entry may stand in either list
        return [body for item, body in zip(roster.lost, lost, strict=True) if item.entry.hash not in both], placed
    heads = (item.head for item, body in zip(roster.lost, lost, strict=True) if _shuts_out(body, own))
    shared = min((roster.state.side[head].position for head in heads), default=len(placed))
    return placed[shared + 1 :], [*placed[: shared + 1], *lost]


def _shuts_out(body: Body, own: set[bytes]) -> bool:
    return body.kind == "revoke" and body.fields.get("device") in own


def _read(entry: Entry) -> Body:
    try:
        return entry.read()
    except CircleError:  # of a later version
        return Body(0, 0, b"", b"", "", b"", 0, {}, b"")
