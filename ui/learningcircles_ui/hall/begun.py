"""What has been begun in the hall, for another hall to go on with: after the lock, the first one is gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.several_names import first_names
from learningcircles.phrase import fill
from learningcircles_ui import text
from learningcircles_ui.hall.leaving import Unwritten
from learningcircles_ui.hall.recording import from_to
from learningcircles_ui.hall.refused import not_written
from learningcircles_ui.parts.given import Given

if TYPE_CHECKING:
    from learningcircles_ui.hall.hall import Hall


class Begun(NamedTuple):
    """A screen's name, what stands there, and the exchanges that are being written; who waits is kept (`HallDrafts`).

    `view`: under which name what stands there is kept. `refused`: exchanges that stand on Today, by the names that they
    are kept under (see `Recording`). In plain values that hold no circle open.
    """

    name: str
    view: str
    held: Any
    swaps: tuple[Given, ...]
    refused: Mapping[str, dict[str, Any]]


def name_in_view(hall: Hall) -> str:
    """Return what the screen in view is called."""
    return next(name for name, step in hall.named.items() if step is hall.step)


def begun_in(hall: Hall) -> Begun:
    """Return which screen is in view, and what has been begun there; what is tried again goes no further."""
    for each in (hall.guest.waiting.unwritten, hall.came.waiting.unwritten, hall.came.unwritten):
        each.rest()
    recording = hall.swap.recording
    under_way, refused = tuple(recording.under_way), dict(recording.refused)
    return Begun(name_in_view(hall), hall.drafts.view, hall.step.begun(), under_way, refused)


def waits_elsewhere(hall: Hall) -> str:
    """Say who waits on other screens than the one in view; nothing where nobody does."""
    came = hall.came.names() if hall.step is not hall.came else ""
    guests = hall.guest.waiting.names() if hall.step is not hall.guest else ""
    names = text.listed(filter(None, (came, guests)))
    if not names or (came and (guests or hall.came.unwritten.items)):
        return not_written(names) if names else ""
    asks = QCoreApplication.translate("Hall", "Not written down yet: {names}. “Sign up a guest” asks about them.")
    if came:
        asks = QCoreApplication.translate("Hall", "Not written down yet: {names}. “Who came today?” asks about them.")
    return fill(asks, {"names": names})


def unwritten_in(hall: Hall) -> Unwritten:
    """Return what is not written down yet, on any screen."""
    names = text.listed(filter(None, (hall.came.names(), hall.guest.waiting.names(), _half_done(hall))))
    return Unwritten(names, text.listed(hall.swap.recording.names()))


def _half_done(hall: Hall) -> str:
    """Say what letters are typed, or whose exchange is chosen; nothing of one that is being written, or is on Today."""
    swap, letters = hall.swap, str(hall.step.kept().get("name", "")).strip()
    typed = text.listed(first_names(letters)) if letters else ""
    if hall.step is not swap or swap.giver is None or swap.recording.given is not None or swap.recording.slot:
        return typed
    return from_to(swap.giver.name, swap.taker.name if swap.taker is not None else typed or "?")


def go_on(hall: Hall, begun: Begun) -> None:
    """Go on where another hall was left, once what it gave to be written is written or refused."""
    hall.swap.recording.refused.update(begun.refused)
    hall.drafts.goes_on(begun.view)
    hall.go(begun.name)
    hall.step.go_on(begun.held)
    for each in begun.swaps:
        hall.swap.recording.go_on(each)  # where it is written, and in view, it is begun no more
