"""Members who were here until another laptop erased them: people are told of it once, since nobody here did it."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError
from learningcircles.trust.fallen import erasures_in
from learningcircles.trust.members import forerunners

_UNTOLD = "erased_by_others"


def note_erased(circle: Circle) -> None:
    """Note whom the list erases now and did not before, in the caller's transaction: the tables still show them alone.

    Whoever is erased by this laptop itself is none of them; who is merged of several records is one. Those who are
    erased again, many of them at once, were told of as they were erased first.
    """
    roster, known, counts = circle.roster, set[bytes](), Counter[bytes]()
    own = forerunners(roster.devices, circle.secrets.device.id)
    for device, people in sorted(erasures_in([*roster.lost, *roster.placed]), key=lambda row: len(row[1])):
        fresh = people - known
        if device not in own and any(circle.reader.find_one("member", each) for each in fresh):
            counts[device] += 1
        known |= fresh
    if counts:
        circle.meta.put(_UNTOLD, encode(sorted((Counter(_untold(circle)) + counts).items())))


def take_erased(circle: Circle) -> dict[bytes, int]:
    """Return how many members each laptop has erased who were here, since this was asked last."""
    found = _untold(circle)
    with suppress(CircleError):  # where nothing can be written they are told again
        if found:
            with circle.transaction():
                circle.meta.put(_UNTOLD, b"")
    return found


def _untold(circle: Circle) -> dict[bytes, int]:
    packed = circle.meta.data(_UNTOLD)
    return dict(decode(packed)) if packed else {}
