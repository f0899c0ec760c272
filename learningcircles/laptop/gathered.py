"""What was gathered elsewhere comes into a new file of this laptop, part by part: whoever waits sees how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.circle import Circle
from learningcircles.journal.segment import Segment
from learningcircles.storage.copy import Told
from learningcircles.storage.exchange import Exchange

_AT_ONCE = 32
"""Segments that are taken in between two looks whether somebody waits no longer."""


def nobody(done: int, whole: int) -> None:
    """Hear nothing."""


def take_gathered(circle: Circle, segments: Sequence[Segment], told: Told) -> None:
    """Store and fold segments, which a hub or a stick has still: a power cut may take them back.

    `told` hears how many are in of how many; what it raises is passed on.
    """
    for begin in range(0, len(segments), _AT_ONCE):
        told(begin, len(segments))
        Exchange(circle).receive(segments[begin : begin + _AT_ONCE], kept_there=True)
