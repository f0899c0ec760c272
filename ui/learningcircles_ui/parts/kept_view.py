"""What somebody looks at stays where it was in the window while what is scrolled is made anew around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from learningcircles_ui.parts.kept_focus import Key, Part, Place, parts_in
from learningcircles_ui.parts.layouts import reveal

_BELOW = 8
"""Pixels that are seen below what has the keyboard."""


class View(NamedTuple):
    """How far down it was scrolled, whether what has the keyboard was in view, and where parts stood.

    `likely`: column and key of each, with its pixels from the window's top; the first that is still there is to stay.
    """

    far: int
    focus_seen: bool
    likely: Sequence[tuple[int, Key, int]]


def view_of(area: QScrollArea, columns: Sequence[QVBoxLayout], place: Place | None) -> View | None:
    """Return what is seen of an area; None where nothing is. `place`: where in it the keyboard is or will be."""
    if not area.isVisible():
        return None
    far, parts = area.verticalScrollBar().value(), parts_in(columns)
    seen = [each for each in parts if _is_seen(each.widget, area)]
    held = next((each for each in seen if place is not None and each.key == place.parts[place.at].key), None)
    first = held or next(iter(seen), None)
    if not far or first is None:  # whoever is at the top sees what comes in there
        return View(far, held is not None, [])
    beside = [each for each in parts if each.column == first.column]
    at = beside.index(first)
    above, below = beside[:at][::-1], beside[at + 1 :]
    # Where the part that has the keyboard goes, the next one comes up in its place: those above it stay.
    order = [first, *above, *below] if held else [first, *below, *above]
    return View(far, held is not None, [(each.column, each.key, _high(each)) for each in order])


def see_again(view: View | None, area: QScrollArea, columns: Sequence[QVBoxLayout], focused: QWidget | None) -> None:
    """Scroll so that it stands where it stood, and no further than `focused`, a part, is in view where it was."""
    if view is None:
        return
    bar = area.verticalScrollBar()
    bar.setValue(view.far)
    now = {(each.column, each.key): each for each in parts_in(columns)}
    stood = ((now[column, key], high) for column, key, high in view.likely if (column, key) in now)
    for part, high in stood:
        bar.setValue(bar.value() + _high(part) - high)
        break
    if focused is not None and view.focus_seen:
        reveal(focused, _BELOW)


def _high(part: Part) -> int:
    return part.widget.mapTo(part.widget.window(), QPoint()).y()


def _is_seen(widget: QWidget, area: QScrollArea) -> bool:
    top = widget.mapTo(area.viewport(), QPoint()).y()
    return top + widget.height() > 0 and top < area.viewport().height()
