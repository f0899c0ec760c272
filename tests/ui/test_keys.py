"""Keys that a system keeps for itself never reach the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.keys import HALL_KEYS, LOCK_KEYS, keys_on, native
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.pages.shortcuts import Shortcuts
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.full import asked, room, typed
from tests.ui.hands import CTRL, Hands, Key
from tests.ui.late import Settle, closed, shown_of

_ = (room, typed)
KEPT_BY_MACOS = (
    "Ctrl+Shift+Q",
    "F11",
    "Meta+Ctrl+Q",
    "Ctrl+Space",
    "Ctrl+H",
    "Ctrl+Alt+H",
    "Ctrl+Alt+Esc",
    "Meta+Space",
)
"""As Qt calls them: Ctrl is ⌘, Meta is control (support.apple.com/102650)."""


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_locking_and_the_hall_have_keys_of_their_own_on_every_system(
    desktop: Desktop, settle: Settle, platform: str
) -> None:
    window = desktop.open()
    settle(desktop)
    given = [keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()]
    others = [keys for keys in given if keys not in (LOCK_KEYS, HALL_KEYS)]
    assert len(others) > 20
    for keys in keys_on(platform):
        assert QKeySequence(keys).toString() == keys, "Qt knows it"
        assert keys not in others
        assert platform != "darwin" or keys not in KEPT_BY_MACOS
    if platform == "darwin":
        assert not set(others) & set(KEPT_BY_MACOS)


def test_tab_goes_through_the_cards_of_share_as_they_stand(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open()
    window.show_page("share")
    settle(desktop)
    page = window.pages["share"]
    assert isinstance(page, SharePage)
    order, each = [], window.nextInFocusChain()
    while each is not None and each is not window:
        order.append(each)
        each = each.nextInFocusChain()
    stick = next(each for each in page.stick.card.findChildren(QPushButton))
    places = [order.index(button) for button in (page._now, page._join, page._with_it, stick)]
    assert places == sorted(places)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def close_by_habit(hands: Hands) -> None:
    hands.press(Key.Key_W, held=CTRL)


def test_the_window_closes_by_the_systems_own_keys_as_by_its_button(
    typed: bytes, window: Window, hands: Hands, qtbot: QtBot, room: Callable[[], None]
) -> None:
    close_by_habit(hands)
    assert window.isVisible() and asked(window).isVisible(), "what would be lost is asked about"
    close_by_habit(hands)
    assert window.isVisible() and not shown_of(window, Dialog), "that is the question's own button"
    room()
    qtbot.waitUntil(lambda: window.shell.drafts.why is None)
    window.activateWindow()
    close_by_habit(hands)
    assert not window.isVisible()


def test_over_the_window_they_close_what_is_in_front(
    window: Window, hands: Hands, desktop: Desktop, settle: Settle
) -> None:
    dialog = WriteBackup(window.shell, window)
    dialog.open()
    hands.write("correct")
    close_by_habit(hands)
    assert dialog.isVisible() and dialog._wrong.text().startswith("What you typed is not saved")
    close_by_habit(hands)
    assert closed(dialog) and window.isVisible()
    assert not any(each.autoRepeat() for each in window.actions() if each.shortcuts()[1:] == [QKeySequence("Ctrl+W")])


def test_they_close_the_window_over_what_is_found(window: Window, hands: Hands, desktop: Desktop) -> None:
    window.activateWindow()
    hands.press(Key.Key_K, held=CTRL)
    close_by_habit(hands)
    assert not window.isVisible()


def test_in_the_hall_its_own_way_out_asks(hall: Hall, hands: Hands) -> None:
    close_by_habit(hands)
    assert hall.isVisible()
    hall.ask_to_leave()
    close_by_habit(hands)
    assert hall.isVisible(), "whoever closes the question stays"


def test_the_list_of_keys_has_what_closes(window: Window) -> None:
    window.show_shortcuts()
    (dialog,) = shown_of(window, Shortcuts)
    assert ("Close the window", native("Ctrl+Q", "Ctrl+W")) in dialog.model.rows
