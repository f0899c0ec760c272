"""What has been begun in the hall, for another hall to go on with: after the lock, the first one is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles_ui import text
from learningcircles_ui.hall.given import Given
from learningcircles_ui.hall.leaving import Unwritten
from learningcircles_ui.hall.refused import not_written

if TYPE_CHECKING:
    from learningcircles_ui.hall.hall import Hall


class Begun(NamedTuple):
    """A screen's name, what stands there, and the exchange that is being written; who waits is kept (`HallDrafts`).

    In plain values that hold no circle open.
    """

    name: str
    held: Any
    swap: Given | None


def name_in_view(hall: Hall) -> str:
    """Return what the screen in view is called."""
    return next(name for name, step in hall.named.items() if step is hall.step)


def begun_in(hall: Hall) -> Begun:
    """Return which screen is in view, and what has been begun there; what is tried again goes no further."""
    for each in (hall.guest.waiting.unwritten, hall.came.unwritten):
        each.rest()
    return Begun(name_in_view(hall), hall.step.begun(), hall.swap.given)


def waits_elsewhere(hall: Hall) -> str:
    """Say who waits on other screens than the one in view; nothing where nobody does."""
    came = hall.came.names() if hall.step is not hall.came else ""
    guests = hall.guest.waiting.names() if hall.step is not hall.guest else ""
    told = not_written("{names}")
    if not came:
        told = QCoreApplication.translate("Hall", "Not written down yet: {names}. “Sign up a guest” asks about them.")
    names = text.listed(filter(None, (came, guests)))
    return told.format(names=names) if names else ""


def unwritten_in(hall: Hall) -> Unwritten:
    """Return what is not written down yet, on any screen."""
    names = text.listed(filter(None, (hall.came.names(), hall.guest.waiting.names())))
    return Unwritten(names, text.listed(list(hall.swap.refused.values())))


def go_on(hall: Hall, begun: Begun) -> None:
    """Go on where another hall was left, once what it gave to be written is written or refused."""
    hall.drafts.goes_on()
    if begun.name == "swap" and begun.swap is not None and begun.swap.written:
        hall.go("first")  # it is begun no more
        return
    hall.go(begun.name)
    hall.step.go_on(begun.held)
    if begun.swap is not None and not begun.swap.written:
        hall.swap.keep(*begun.swap.item)
