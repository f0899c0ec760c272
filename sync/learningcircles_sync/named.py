"""The branches of forked logs that lead to an end which the list of laptops names: these count (see `push`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash
from learningcircles.trust.counts import named_ends
from learningcircles.trust.roster import Roster
from learningcircles_sync.store import CircleRoom, Link, LogName, Name


class Step(NamedTuple):
    """A segment on the way to an end: as it is brought, not judged yet, or None where it lies aside.

    What lies aside was judged as it came; `whole`: its payload is kept.
    """

    link: Link
    before: bytes
    segment: Segment | None
    whole: bool


class End(NamedTuple):
    """An end that the list names of a log: its seq, and what leads there where another branch is stored, in order."""

    seq: int
    way: list[Step] | None
    """Empty where the end is stored; None where it is not here."""


def named_branches(room: CircleRoom, roster: Roster, segments: Sequence[Segment]) -> dict[LogName, list[End]]:
    """Return the ends that the list names of pushed logs, in the order in which they decide, up to a stored one.

    One is here where it is stored, or brought with all that leads there.
    """
    brought = {header_hash(each.header): each for each in segments}
    logs = {(header.space, header.device) for header in _headers(segments)}
    named = {log: named_ends(roster.devices[log[1]], log[0]) for log in logs if log[1] in roster.devices}
    return {log: _named(room, log, ends, brought) for log, ends in named.items() if ends}


def _named(
    room: CircleRoom, log: LogName, ends: Sequence[tuple[int, bytes]], brought: Mapping[bytes, Segment]
) -> list[End]:
    found: list[End] = []
    for seq, final in ends:
        if room.header_hash(*log, seq) == final:
            return [*found, End(seq, [])]
        found.append(End(seq, _way_to(room, (*log, seq, final), brought) or None))
    return found


def awaited_ends(room: CircleRoom, roster: Roster) -> dict[LogName, int]:
    """Return up to which seq each log of a circle may be a branch that the list names, and that has not come yet."""
    found: dict[LogName, int] = {}
    for name, device in roster.devices.items():
        for space in Space:
            for seq, final in named_ends(device, space):
                if room.header_hash(space, name, seq) == final:
                    break
                found[int(space), name] = max(seq, found.get((int(space), name), 0))
    return found


def may_lead_to_end(roster: Roster, name: Name) -> bool:
    """Return whether the list names an end of this segment's log that is no earlier; of a laptop it has not, none."""
    space, device, seq = name
    maker = roster.devices.get(device)
    return maker is not None and any(seq <= end for end, _ in named_ends(maker, space))


def _way_to(room: CircleRoom, end: Link, brought: Mapping[bytes, Segment]) -> list[Step]:
    """Return the steps from where a branch leaves a log to its end; empty where something is missing.

    The end itself is brought; what is before it may lie aside, where it came in an earlier page. Of that the headers
    alone are read: there is as much of it as its laptop has ever shared.
    """
    found: list[Step] = []
    link = end
    while end[3] in brought and (step := _step(room, link, brought)) is not None:
        found.append(step)
        seq = link[2]
        before = ZERO_HASH if seq == 1 else room.header_hash(*link[:2], seq - 1)
        if step.before == before:
            return found[::-1]
        link = (*link[:2], seq - 1, step.before)
    return []


def _step(room: CircleRoom, link: Link, brought: Mapping[bytes, Segment]) -> Step | None:
    segment = brought.get(link[3])
    if segment is None:
        kept = room.aside.header(link)
        return None if kept is None else Step(link, kept[0].prev_hash, None, kept[1])
    header = Header.parse(segment.header)
    same = (header.space, header.device, header.seq) == link[:3]
    return Step(link, header.prev_hash, segment, segment.payload is not None) if same else None


def _headers(segments: Sequence[Segment]) -> list[Header]:
    found = []
    for segment in segments:
        with suppress(CircleError):
            found.append(Header.parse(segment.header))
    return found
