"""What is told of branches of logs that have lost, so that it is told once: by others to this laptop, where they are
its own logs', or of laptops that were shut out, and by this laptop to a hub, where they are others'.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.journal import caps
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.storage.logs import Logs
from learningcircles.storage.rescue import ends_of_branches, losing_headers, losing_segments
from learningcircles.trust.members import forerunners, out

_AGAIN, _BROUGHT = "parted_again", "parted_brought"
MOST_NAMED = caps.MOST_NAMED
"""So many ends of branches are named in a request at most, and as many of what was told again: what is not named there
is told once more."""


def held_branches(circle: Circle) -> list[bytes] | None:
    """Return by which header hashes this laptop says how far it has all branches of its own logs, by whatever name.

    The last of each, its own before those of laptops that were shut out; and what it was told of again: whoever told it
    knows nothing of what follows that here. None where it has had no other name, and nothing has lost: then it is told
    what lost under this one.
    """
    devices, me = circle.roster.devices, circle.secrets.device.id
    own = forerunners(devices, me)
    ends = [*ends_of_branches(circle.journal, own), *ends_of_branches(circle.journal, out(devices) - own)]
    here = devices.get(me)
    if not ends and (here is None or here.succeeds is None):
        return None
    return sorted({*ends[:MOST_NAMED], *_again(circle)[-MOST_NAMED:]})


def told_of(circle: Circle) -> set[bytes]:
    """Return of whose logs this laptop is told what lost: its own, by whatever name, and those of who was shut out."""
    devices = circle.roster.devices
    return forerunners(devices, circle.secrets.device.id) | out(devices)


def note_told_again(circle: Circle, segments: Sequence[Segment]) -> None:
    """Note segments of which this laptop is told, and that it held aside already: the last of each branch.

    Whoever told it knows what leads there. The latest that were told are kept.
    """
    before = {Header.parse(segment.header).prev_hash for segment in segments}
    noted = _again(circle)
    found = {header_hash(segment.header) for segment in segments} - before - {*noted}
    if found:
        with circle.hint():
            circle.meta.put(_AGAIN, encode([*noted, *sorted(found)][-MOST_NAMED:]))


def held_aside(circle: Circle, segments: Sequence[Segment]) -> list[Segment]:
    """Return which segments are of branches that were set aside here before, of logs of which this laptop is told."""
    makers = told_of(circle)
    logs = Logs(circle.connection, circle.journal.numbers)
    told = [segment for segment in segments if Header.parse(segment.header).device in makers]
    return [segment for segment in told if logs.is_aside(header_hash(segment.header))]


def to_bring(circle: Circle, kept: int | None = None) -> list[Segment]:
    """Return what lost of others' logs, and may be unknown to their makers, where the hub was not brought just that.

    `kept`: how many segments that lost the hub says it keeps. Where they were more when it was brought these, some are
    gone: it was restored from a backup, and is brought all again.
    """
    own = forerunners(circle.roster.devices, circle.secrets.device.id)
    others = circle.roster.devices.keys() - own
    found = losing_headers(circle.journal, others)
    noted = circle.meta.data(_BROUGHT)
    same = bool(found) and noted[:16] == _digest(circle, ((lost.hash, lost.whole) for lost in found))
    if not found or (same and not (kept is not None and kept < int.from_bytes(noted[16:], "big"))):
        return []
    return list(losing_segments(circle.journal, others))


def note_brought(circle: Circle, segments: Sequence[Segment], kept: int) -> None:
    """Note that the hub was brought these, and how many segments that lost it then kept."""
    with circle.hint():
        brought = _digest(circle, ((header_hash(each.header), each.payload is not None) for each in segments))
        circle.meta.put(_BROUGHT, brought + kept.to_bytes(8, "big"))


def _again(circle: Circle) -> list[bytes]:
    packed = circle.meta.data(_AGAIN)
    return list(decode(packed)) if packed else []


def _digest(circle: Circle, lost: Iterable[tuple[bytes, bool]]) -> bytes:
    """Name what lost, by hash and whether it is whole: a hub may have refused it whole, and take its header alone."""
    names = (hash_ + bytes([whole]) for hash_, whole in sorted(lost))
    return hashlib.sha256(circle.roster.hub.encode() + b"".join(names)).digest()[:16]
