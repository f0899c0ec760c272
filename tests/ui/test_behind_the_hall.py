"""Nothing that was asked for before the hall mode opens over it: it waits until the hall is left."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Hands, Key
from tests.ui.late import Settle, gone, shown_of


def dialogs() -> list[str]:
    """Return the titles of all dialogs in view."""
    return [w.windowTitle() for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def leave(hall: Hall | None, desktop: Desktop, settle: Settle, qapp: QApplication) -> None:
    """Go back to the window."""
    assert hall is not None
    hall.leave()
    gone(qapp)
    settle(desktop)


def test_no_recovery_words_over_the_hall(desktop: Desktop, window: Window, settle: Settle, qapp: QApplication) -> None:
    """They are seen once it is left: what opened the circle before opens it no more."""
    window.page.line.lead.click()
    hall = desktop.enter_hall()
    settle(desktop)
    assert dialogs() == []
    leave(hall, desktop, settle, qapp)
    assert dialogs() == ["Recovery sheet"]


def test_nothing_opens_over_the_hall(other: Verbs, desktop: Desktop, settle: Settle, qapp: QApplication) -> None:
    """Same again, then F11: the form of the last exchange, with both full names, would stand over the hall."""
    ids = add_people(other, ["Ana Ruiz", "Bo Ek"])
    other.swaps.add({"provider": ids[0], "receiver": ids[1], "minutes": 45, "on": "2026-11-01"})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    window.pages["exchanges"].again()
    hall = desktop.enter_hall()
    settle(desktop)
    assert dialogs() == []
    leave(hall, desktop, settle, qapp)
    (form,) = shown_of(window, SwapForm)
    ended: list[int] = []
    form.finished.connect(ended.append)
    form.reject()
    assert ended == [0] and dialogs() == []


def test_the_hall_begins_over_an_open_form_which_comes_back_after_it(
    desktop: Desktop, settle: Settle, window: Window, qtbot: QtBot
) -> None:
    form = AddMember(window.shell, window)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    hands = Hands(qtbot)
    form.form.edit("name").setFocus()
    hands.write("Amina")
    hands.press(Key.Key_F11)
    qtbot.waitUntil(lambda: desktop.hall is not None)
    assert not form.isVisible() and QApplication.activeModalWidget() is None
    assert desktop.hall is not None
    desktop.hall.leave()
    qtbot.waitUntil(form.isVisible)
    assert desktop.hall is None and form.form.draft() == {"name": "Amina"}
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is form)
    form.drafting.leave()
    form.done(0)
    settle(desktop)


def test_over_the_hall_nobody_is_asked_for_a_passphrase(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, _: said.append(words))
    hall = desktop.enter_hall()
    desktop.lockup.lock()
    settle(desktop)
    assert dialogs() == [] and said == []
    leave(hall, desktop, settle, qapp)
    desktop.lockup.lock()
    settle(desktop)
    assert len(dialogs()) == len(said) == 1, "it is asked for over the window"
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()
