"""Where the keyboard is among controls that are made anew: on the same one, or the like one that took its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

Key = tuple[str, ...]
"""What the buttons of a part are called, or what it says where it has none, and how many such parts stand before it."""


class Part(NamedTuple):
    """A line of a card, its heading or its foot: what stays, moves or goes as a whole. `card`: which of a column's."""

    widget: QWidget
    key: Key
    column: int
    card: int

    @property
    def buttons(self) -> list[QPushButton]:
        """Return those that can be pressed."""
        return [each for each in _buttons(self.widget) if each.isEnabled()]


class Place(NamedTuple):
    """A button: its name and words, which one it is of its part's, and which part that is of all that have buttons."""

    name: str
    words: str
    number: int
    parts: Sequence[Part]
    at: int


def parts_in(columns: Sequence[QVBoxLayout]) -> list[Part]:
    """Return what stands in columns, in the order in which it is read."""
    found: list[Part] = []
    alike: dict[Key, int] = {}
    for column, held in enumerate(columns):
        for card, shown in enumerate(_widgets(held)):
            lines = shown.layout()
            for each in _widgets(lines) if shown.property("kind") == "card" and lines is not None else [shown]:
                key = _named(each)
                number = alike[key] = alike.get(key, -1) + 1
                if key:
                    found.append(Part(each, (*key, str(number)), column, card))
    return found


def buttons_in(columns: Sequence[QVBoxLayout]) -> list[QPushButton]:
    """Return the buttons of what stands in columns, in their order."""
    return [made for part in parts_in(columns) for made in _buttons(part.widget)]


def place_of(focused: QWidget | None, columns: Sequence[QVBoxLayout]) -> Place | None:
    """Return which button of the columns has the keyboard, or None."""
    parts = [each for each in parts_in(columns) if _buttons(each.widget)]
    for at, part in enumerate(parts):
        buttons = _buttons(part.widget)
        if isinstance(focused, QPushButton) and focused in buttons:
            return Place(focused.accessibleName(), focused.text(), buttons.index(focused), parts, at)
    return None


def rests(place: Place | None, columns: Sequence[QVBoxLayout]) -> bool:
    """Return whether the button is there and cannot be pressed now."""
    return place is not None and any(
        each.accessibleName() == place.name and not each.isEnabled() for each in buttons_in(columns)
    )


def focus_again(place: Place | None, columns: Sequence[QVBoxLayout], otherwise: QWidget) -> QWidget | None:
    """Give the keyboard back, and return the part that has it; to `otherwise` where there is no button any more."""
    if place is None:
        return None
    parts = [each for each in parts_in(columns) if each.buttons]
    chosen = _same(place, parts) or _like(place, parts) or _near(place, parts)
    if chosen is None:
        otherwise.setFocus()
        return None
    like = [each for each in chosen.buttons if each.text() == place.words]
    (like or chosen.buttons[place.number :] or chosen.buttons[-1:])[0].setFocus()
    return chosen.widget


def _same(place: Place, parts: Sequence[Part]) -> Part | None:
    """Return the part itself, or the one whose button alone has the name."""
    named = [part for part in parts if any(each.accessibleName() == place.name for each in part.buttons)]
    key = place.parts[place.at].key
    return next((each for each in parts if each.key == key), named[0] if len(named) == 1 else None)


def _like(place: Place, parts: Sequence[Part]) -> Part | None:
    """Return what has come up in its place in its card, or the last there, of those with the same button.

    Not in another card: what is confirmed there was not looked at yet.
    """
    gone = place.parts[place.at]
    beside = {each.key for each in place.parts if (each.column, each.card) == (gone.column, gone.card)}
    cards = {(each.column, each.card) for each in parts if each.key in beside}
    like = [
        each
        for each in parts
        if (each.column, each.card) in cards and any(made.text() == place.words for made in each.buttons)
    ]
    return _next(place, like)


def _near(place: Place, parts: Sequence[Part]) -> Part | None:
    """Return what comes next in its column or else stood before it; else the first."""
    column = place.parts[place.at].column
    return _next(place, [each for each in parts if each.column == column]) or next(iter(parts), None)


def _next(place: Place, parts: Sequence[Part]) -> Part | None:
    """Return the one after all that stood before and are still there, or the last."""
    before = {each.key for each in place.parts[: place.at]}
    still = [number for number, each in enumerate(parts, 1) if each.key in before]
    return next(iter([*parts[max(still, default=0) :], *parts[-1:]]), None)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    """Yield what a layout holds, also in others within it."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, below = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _widgets(below)


def _buttons(part: QWidget) -> list[QPushButton]:
    return [part] if isinstance(part, QPushButton) else part.findChildren(QPushButton)


def _named(part: QWidget) -> Key:
    labels = [part] if isinstance(part, QLabel) else part.findChildren(QLabel)
    named = [each.accessibleName() or each.text() for each in _buttons(part)]
    return tuple(named or [each.text() for each in labels if each.text()])


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
