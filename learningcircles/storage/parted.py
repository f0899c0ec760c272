"""What is told of branches of logs that have lost, so that it is told once: by others to this laptop, where they are
its own logs', or of laptops that were shut out, and by this laptop to a hub, where they are others'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.storage.logs import Logs
from learningcircles.storage.rescue import Branches, branches_of, losing_headers, losing_segments
from learningcircles.trust.members import ORGANIZER, forerunners, out

_AGAIN, _BROUGHT = "parted_again", "parted_brought_names"
_LENGTH = 9
"""Bytes of a name of what lost: how its hash begins, and whether it is whole."""
MOST_NAMED = 1_000
"""So many ends of branches of its own logs a laptop names in a request at most, and as many of what was told again:
what is not named there is told once more."""
MOST_OF_OTHERS = 8_000
"""So many names of what others wrote stand in a request at most."""
MOST_ENDS, MOST_SEGMENTS, MOST_BYTES = 100, 3_000, 16 * 1024 * 1024
"""Of each laptop that was shut out so many branches, segments and bytes that lost are kept: whoever has a copy of its
disk can sign ever more of them. Then its own name says that no more of it is wanted, and others' are told all the
same."""


class _Brought(NamedTuple):
    """What the hub was brought of what lost, and how many segments that lost it then kept."""

    kept: int
    names: frozenset[bytes]


def held_branches(circle: Circle) -> list[bytes] | None:
    """Return by which names, of which the first 8 bytes are told, this laptop says how far it has what lost.

    Of its own logs, by whatever name, and on an organizer's laptop of each that was shut out: the hashes of the last
    headers of all their branches, or the id of one of which it takes no more; and what it was told of again: whoever
    told it knows nothing of what follows that here. None where it has had no other name, and nothing has lost: then it
    is told what lost under this one.
    """
    devices, me = circle.roster.devices, circle.secrets.device.id
    own, told = forerunners(devices, me), told_of(circle)
    found = branches_of(circle.journal, told)
    ends = [end for maker in sorted(own & found.keys()) for end in found[maker].ends]
    others = [_named(maker, found[maker]) for maker in sorted(found.keys() - own)]
    here = devices.get(me)
    if not found and (here is None or here.succeeds is None):
        return None
    named = [name for names in sorted(others, key=len) for name in names]
    return sorted({*ends[:MOST_NAMED], *_again(circle)[-MOST_NAMED:], *named[:MOST_OF_OTHERS]})


def _named(maker: bytes, branches: Branches) -> list[bytes]:
    return [maker] if _is_full(branches) else branches.ends


def _is_full(branches: Branches) -> bool:
    many = len(branches.ends) > MOST_ENDS or branches.segments >= MOST_SEGMENTS
    return many or branches.size >= MOST_BYTES


def full_of(circle: Circle, makers: Iterable[bytes]) -> set[bytes]:
    """Return of which of these laptops no more is kept that lost: shut out, and so much lies aside of them already."""
    devices = circle.roster.devices
    wanted = out(devices) & set(makers) - forerunners(devices, circle.secrets.device.id)
    found = branches_of(circle.journal, wanted) if wanted else {}
    return {maker for maker, branches in found.items() if _is_full(branches)}


def told_of(circle: Circle) -> set[bytes]:
    """Return of whose logs this laptop is told what lost: its own, by whatever name, and, where an organizer may take
    it in, those of who was shut out."""
    devices = circle.roster.devices
    own = forerunners(devices, circle.secrets.device.id)
    return own | out(devices) if circle.right == ORGANIZER else own


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


def to_bring(circle: Circle, kept: int | None = None) -> tuple[list[Segment], int]:
    """Return what lost of others' logs, and may be unknown to their makers, where the hub was not brought just that,
    and how many of these, the first ones, it was brought.

    `kept`: how many segments that lost the hub says it keeps. Where they were more when it was brought these, some are
    gone: it was restored from a backup, and is brought all again.
    """
    own = forerunners(circle.roster.devices, circle.secrets.device.id)
    others = circle.roster.devices.keys() - own
    found, noted = losing_headers(circle.journal, others), _brought(circle)
    names = frozenset[bytes]() if kept is not None and kept < noted.kept else noted.names
    came = sum(_name(lost.hash, lost.whole) in names for lost in found)
    if came == len(found):
        return [], 0
    return sorted(losing_segments(circle.journal, others), key=lambda each: _name_of(each) not in names), came


def note_brought(circle: Circle, segments: Sequence[Segment], new: int, kept: int) -> bool:
    """Note that the hub was brought these, the first of what is to be, and how many segments that lost it then kept.

    `new`: how many of them, the last ones, it was brought just now. Returns whether it still has those before: where it
    kept more by then it was restored meanwhile, and it is noted that it has none.
    """
    lasts = new == len(segments) or kept >= _brought(circle).kept
    names = {_name_of(each) for each in segments} if lasts else ()
    with circle.hint():
        circle.meta.put(_BROUGHT, encode([circle.roster.hub, kept, b"".join(sorted(names))]))
    return lasts


def _brought(circle: Circle) -> _Brought:
    """Return what the hub was brought; another hub nothing."""
    packed = circle.meta.data(_BROUGHT)
    hub, kept, names = decode(packed) if packed else ("", 0, b"")
    if hub != circle.roster.hub:
        return _Brought(0, frozenset())
    return _Brought(kept, frozenset(names[at : at + _LENGTH] for at in range(0, len(names), _LENGTH)))


def _again(circle: Circle) -> list[bytes]:
    packed = circle.meta.data(_AGAIN)
    return list(decode(packed)) if packed else []


def _name(hash_: bytes, whole: bool) -> bytes:
    """Name what lost, by hash and whether it is whole: a hub may have refused it whole, and take its header alone."""
    return hash_[: _LENGTH - 1] + bytes([whole])


def _name_of(segment: Segment) -> bytes:
    return _name(header_hash(segment.header), segment.payload is not None)
