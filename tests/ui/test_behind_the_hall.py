"""Nothing that was asked for before the hall mode opens over it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Settle


def dialogs() -> list[str]:
    """Return the titles of all dialogs in view."""
    return [w.windowTitle() for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def test_no_recovery_words_over_the_hall(desktop: Desktop, window: Window, settle: Settle) -> None:
    window.page.lead.click()
    desktop.enter_hall()
    settle(desktop)
    assert dialogs() == []


def test_nothing_opens_over_the_hall(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """Same again, then F11: the form of the last exchange, with both full names, would stand over the hall."""
    ids = add_people(other, ["Ana Ruiz", "Bo Ek"])
    other.swaps.add({"provider": ids[0], "receiver": ids[1], "minutes": 45, "on": "2026-11-01"})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    window.pages["exchanges"].again()
    desktop.enter_hall()
    settle(desktop)
    assert dialogs() == []
