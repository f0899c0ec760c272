"""The lock stands where the window stood, title and all, and the window comes back there."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from tests.ui.hands import Hands
from tests.ui.locking import page, unlock

Settle = Callable[[Desktop], None]


def test_the_lock_stands_where_the_window_stood_however_often(house: Desktop, settle: Settle, qtbot: QtBot) -> None:
    """It stood lower by half the height of a title, as a window that has none yet."""
    assert house.window is not None
    house.window.resize(700, 600)
    house.window.move(10, 60)
    stood = house.window.frameGeometry()
    assert stood != house.window.geometry(), "it has a frame"
    for _ in range(2):
        house.lockup.lock()
        qtbot.waitUntil(lambda: house.window is None)
        assert page(house).frameGeometry() == stood
        unlock(house, Hands(qtbot), qtbot)
        settle(house)
        assert house.window.frameGeometry().topLeft() == stood.topLeft()
