"""What has been begun in the hall, for another hall to go on with: after the lock, the first one is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from learningcircles_ui.hall.came import Mark
from learningcircles_ui.hall.waiting import Slip

if TYPE_CHECKING:
    from learningcircles_ui.hall.hall import Hall

Begun = tuple[str, Any, Sequence[Slip], Sequence[Mark]]
"""A screen's name, what stands there, and who waits, in plain values that hold no circle open."""


def begun_in(hall: Hall) -> Begun:
    """Return which screen is in view, and what has been begun there; what is being written is begun no more."""
    name = next(name for name, step in hall.named.items() if step is hall.step)
    waiting = hall.guest.waiting.hand_over()
    marks = list(hall.came.unwritten.items)
    hall.came.unwritten.clear()
    return ("first", None, waiting, marks) if hall.writing else (name, hall.step.begun(), waiting, marks)


def go_on(hall: Hall, begun: Begun) -> None:
    """Go on where another hall was left."""
    name, held, waiting, marks = begun
    for each in marks:
        hall.came.unwritten.add(each)
    hall.guest.waiting.take_over(waiting)
    hall.go(name)
    hall.step.go_on(held)
