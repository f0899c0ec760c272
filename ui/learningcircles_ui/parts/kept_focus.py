"""Where the keyboard is among controls that are made anew: on the same one, or the like one that took its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget


class Place(NamedTuple):
    """A button: its name, its words, and how many with the same words come before it."""

    name: str
    words: str
    number: int


def buttons_in(columns: Sequence[QVBoxLayout]) -> list[QPushButton]:
    """Return the buttons of what stands in columns, in their order."""
    held = [item.widget() for each in columns for at in range(each.count()) if (item := each.itemAt(at))]
    return [made for widget in held if widget is not None for made in widget.findChildren(QPushButton)]


def place_of(focused: QWidget | None, columns: Sequence[QVBoxLayout]) -> Place | None:
    """Return which button of the columns has the keyboard, or None."""
    buttons = buttons_in(columns)
    if not isinstance(focused, QPushButton) or focused not in buttons:
        return None
    alike = [each for each in buttons if each.text() == focused.text()]
    return Place(focused.accessibleName(), focused.text(), alike.index(focused))


def rests(place: Place | None, columns: Sequence[QVBoxLayout]) -> bool:
    """Return whether the button is there and cannot be pressed now."""
    return place is not None and any(
        each.accessibleName() == place.name and not each.isEnabled() for each in buttons_in(columns)
    )


def focus_again(place: Place | None, columns: Sequence[QVBoxLayout], otherwise: QWidget) -> None:
    """Give the keyboard back; to `otherwise` where there is no button any more."""
    if place is None:
        return
    buttons = [each for each in buttons_in(columns) if each.isEnabled()]
    same = [each for each in buttons if each.accessibleName() == place.name]
    alike = [each for each in buttons if each.text() == place.words]
    found = (same if len(same) == 1 else []) or alike[place.number :][:1] or alike[-1:] or buttons[:1]
    (found[0] if found else otherwise).setFocus()


def number_of(focused: QWidget | None, page: QWidget) -> int | None:
    """Return which control of a page has the keyboard, or None: its words may be in another language in the next."""
    held = _controls(page)
    return held.index(focused) if focused in held else None


def focus_number(number: int | None, page: QWidget) -> None:
    """Give the keyboard to that control of a page that was made anew."""
    held = _controls(page)
    if number is not None and number < len(held):
        held[number].setFocus()


def _controls(page: QWidget) -> list[QWidget]:
    return [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
