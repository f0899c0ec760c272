"""What counts: a pure function of roster and segment, whatever the order of arrival (DESIGN §6)."""

from __future__ import annotations

from enum import Enum

from learningcircles.entities.declare import Space
from learningcircles.journal.operations import Operation
from learningcircles.journal.segment import Header
from learningcircles.trust.members import ORGANIZER, READER, Device, Grant
from learningcircles.trust.roster import Roster


class Verdict(Enum):
    """What to do with a segment whose signature and chain are right."""

    COUNTS = "counts"
    WAITS = "waits"  # its roster head is not known here yet
    CUT = "cut"  # beyond what counts of a revoked device: kept as a rescue bundle
    NOT = "not"  # its device is no member, or may not write there


def judge(roster: Roster, header: Header, header_hash: bytes) -> Verdict:
    """Return whether a segment counts under this roster."""
    device = roster.devices.get(header.device)
    position = roster.standing(header.roster_head)
    if device is None or position is None:
        return Verdict.WAITS
    grant = device.grant_at(position)
    if grant.right == READER or (header.space == Space.ORGANIZERS and grant.right != ORGANIZER):
        return Verdict.NOT
    if header.space == Space.CATALOGUE and not grant.publishes:
        return Verdict.NOT
    if device.cut is not None and _beyond(device.cut.last.get(header.space, (0, b"")), header, header_hash):
        return Verdict.CUT
    taken = [later.last for later in device.grants if later.position > position and later.last is not None]
    if any(header.space in last and _beyond(last[header.space], header, header_hash) for last in taken):
        return Verdict.CUT
    return Verdict.COUNTS


def may_hold(grant: Grant, op: Operation) -> bool:
    """Return whether a device with this grant may write the operation: only organizers write `!` entities."""
    return grant.right == ORGANIZER or not getattr(op, "entity", "").startswith("!")


def named_ends(device: Device, space: int) -> list[tuple[int, bytes]]:
    """Return the ends (seq, header hash) that the list names of a log: of two branches the one counts that leads to
    the first of these that is held. First what is left to a laptop that was shut out, then to one that may do less.

    What was named last comes first: its branch leads through what was named before, or that is of one which has lost.
    """
    grants = [each.last for each in reversed(device.grants)]
    found = [device.cut.last, *grants] if device.cut else grants
    ends = [last[space] for last in found if last is not None and space in last]
    return [end for end in ends if end[0]]


def _beyond(last: tuple[int, bytes], header: Header, header_hash: bytes) -> bool:
    seq, final = last
    return header.seq > seq or (header.seq == seq and header_hash != final)
