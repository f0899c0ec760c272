"""What has been begun in the hall, for another hall to go on with: after the lock, the first one is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles_ui import text
from learningcircles_ui.hall.came import Marks
from learningcircles_ui.hall.given import Given
from learningcircles_ui.hall.refused import not_written
from learningcircles_ui.hall.waiting import Waiting
from learningcircles_ui.tasks import finish_writing

if TYPE_CHECKING:
    from learningcircles_ui.hall.hall import Hall


class Begun(NamedTuple):
    """A screen's name, what stands there, who waits, and the exchange that is being written.

    In plain values that hold no circle open.
    """

    name: str
    held: Any
    waiting: Waiting
    marks: Marks
    swap: Given | None


def begun_in(hall: Hall) -> Begun:
    """Return which screen is in view, and what has been begun there."""
    name = next(name for name, step in hall.named.items() if step is hall.step)
    return Begun(name, hall.step.begun(), hall.guest.waiting.hand_over(), hall.came.hand_over(), hall.swap.given)


def goes_along(begun: Begun) -> bool:
    """Return whether something of it is in no file: who waits, what was refused while it was locked, what is typed."""
    given = [*begun.waiting.given, *begun.marks.given, *([begun.swap] if begun.swap is not None else [])]
    waits = any(begun.waiting[:3]) or bool(begun.marks.refused) or any(not each.written for each in given)
    return waits or (begun.swap is None and begun.name in ("swap", "guest") and bool(begun.held[0]))


def any_waits(hall: Hall) -> bool:
    """Return whether there are names that are not written down, also once what is under way is done."""
    finish_writing(hall.shell.tasks)
    return hall.came.waits() or hall.guest.waiting.waits()


def waits_elsewhere(hall: Hall) -> str:
    """Say who waits on other screens than the one in view; nothing where nobody does."""
    came = hall.came.names() if hall.step is not hall.came else ""
    guests = hall.guest.waiting.names() if hall.step is not hall.guest else ""
    told = not_written("{names}")
    if not came:
        told = QCoreApplication.translate("Hall", "Not written down yet: {names}. “Sign up a guest” asks about them.")
    names = text.listed(filter(None, (came, guests)))
    return told.format(names=names) if names else ""


def go_on(hall: Hall, begun: Begun) -> None:
    """Go on where another hall was left, once what it gave to be written is written or refused."""
    hall.came.take_over(begun.marks)
    hall.guest.waiting.take_over(begun.waiting)
    if begun.name == "swap" and begun.swap is not None and begun.swap.written:
        hall.go("first")  # it is begun no more
        return
    hall.go(begun.name)
    hall.step.go_on(begun.held)
    if begun.swap is not None and not begun.swap.written:
        hall.swap.keep(*begun.swap.item)
