"""Keys that a system keeps for itself never reach the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from learningcircles_ui.app import Desktop
from learningcircles_ui.keys import HALL_KEYS, LOCK_KEYS, keys_on
from learningcircles_ui.pages.share.page import SharePage

Settle = Callable[[Desktop], None]
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
