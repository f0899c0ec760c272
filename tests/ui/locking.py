"""What tests of the lock share: a clock that can be set ahead, the passphrase, and the door."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from learningcircles.surroundings import real
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.locked import Locked
from tests.ui.hands import Hands, Key

WORDS = "bread and roses"
MINUTE = 60_000


class Clock:
    """The real time, and what is added to it."""

    def __init__(self) -> None:
        self.ahead = 0
        self._real = real().now_ms

    def __call__(self) -> int:
        return self._real() + self.ahead


def page(house: Desktop) -> Locked:
    assert house.lockup.page is not None and house.lockup.page is house.front
    return house.lockup.page


def unlock(house: Desktop, hands: Hands, qtbot: QtBot) -> None:
    qtbot.waitUntil(page(house).isActiveWindow)
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: house.window is not None)
