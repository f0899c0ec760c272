"""Keys that are held in the hall, as a real X server tells of them: what they do is done once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from tests.ui.hands import Key

Settle = Callable[[Desktop], None]


def hold(qapp: QApplication, key: Qt.Key, window: QWindow, times: int) -> None:
    """Hold a key as X11 tells it: let go and pressed again in one millisecond, and no repeat to Qt.

    So they were noted of a real X server: P(0) R(661) P(661) R(701) P(701) …, none of them with `isAutoRepeat`.
    """
    text = {Key.Key_Return: "\r", Key.Key_Space: " "}[key]

    def tell(kind: QEvent.Type, at: int) -> None:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, 36, 0xFF0D, 0, text, False, 1)
        event.setTimestamp(at)
        qapp.sendEvent(window, event)
        qapp.processEvents()

    tell(QEvent.Type.KeyPress, 1_000)
    for at in range(1_661, 1_661 + 40 * times, 40):
        tell(QEvent.Type.KeyRelease, at)
        tell(QEvent.Type.KeyPress, at)
    tell(QEvent.Type.KeyRelease, 9_000)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
@pytest.mark.usefixtures("at_who_came")
def test_a_key_held_on_a_real_keyboard_takes_a_name_once(
    hall: Hall, desktop: Desktop, settle: Settle, qapp: QApplication, key: Qt.Key
) -> None:
    hall.activateWindow()
    people = hall.came.people
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    took: list[object] = []
    people.chosen.connect(took.append)
    for times in (1, 2):
        hold(qapp, key, hall.windowHandle(), 5)
        settle(desktop)
        assert len(took) == times
    hall.go("first")
    hall.first.buttons["came"].setFocus()
    went: list[str] = []
    hall.first.wanted.connect(went.append)
    hold(qapp, key, hall.windowHandle(), 5)
    assert went == ["came"] and len(took) == 2


@pytest.mark.usefixtures("at_exchanges")
def test_enter_held_on_a_real_keyboard_records_no_hour(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, qapp: QApplication
) -> None:
    hall.activateWindow()
    hall.swap.people.letters.setFocus()
    QTest.keyClicks(hall.swap.people.letters, "zoe")
    QTest.keyClick(hall.swap.people.letters, Key.Key_Return)
    QTest.keyClicks(hall.swap.people.letters, "mia o")
    hold(qapp, Key.Key_Return, hall.windowHandle(), 8)
    settle(desktop)
    assert hall.swap.taker is not None and not other.reader.count("swap")
    hold(qapp, Key.Key_Return, hall.windowHandle(), 0)
    settle(desktop)
    assert other.reader.count("swap") == 1
