"""What Find offers."""

from __future__ import annotations

from collections.abc import Callable

from learningcircles_ui.app import Desktop
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]


def names(window: Window) -> set[str]:
    """Return the names of all commands."""
    return {each.text().replace("&", "") for each in window.commands()}


def lines_of(window: Window, desktop: Desktop, settle: Settle, words: str) -> list[str]:
    """Open Find, type these words, and return what is found."""
    window.open_find()
    window.finder.field.edit.setText(words)
    settle(desktop)
    model = window.finder.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]
