"""A monkey at the keyboard: it clicks and types at random on the sample circle, and nothing breaks.

Every traceback and every Qt warning fails the test (pytest-qt), and afterwards the circle is whole.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.laptop.founding import open_circle
from learningcircles.storage.check import check
from learningcircles_ui.app import Desktop
from learningcircles_ui.demo.sample import sample_circle
from tests.ui.conftest import home_in

KEYS = (
    *([Qt.Key.Key_Tab] * 4), *([Qt.Key.Key_Return] * 3), *([Qt.Key.Key_Escape] * 2), Qt.Key.Key_Down, Qt.Key.Key_Up,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F1, Qt.Key.Key_F2,
)  # fmt: skip
CONTROL = (*"knzyf123456", "PgUp", "PgDown", "Home")
WORDS = ("zo", "1:30", "25", "-1", "31/02/2026", "Ünïcödé 😀", "'; --", "=1+1", "a" * 300, "2026-11-20", "")
LEAVES = ("Remove it", "Close the window")
"""What would end the monkey's day: removing the circle, closing the window."""


class Monkey:
    """One under a seed; it acts on whatever dialog is in front, else on the window."""

    def __init__(self, desktop: Desktop, app: QApplication, seed: int) -> None:
        self.draw = random.Random(seed)
        self.desktop = desktop
        self.app = app
        self.told: list[str] = []

    def act(self) -> None:
        front = self.app.activeModalWidget() or self.desktop.window
        assert front is not None
        self.draw.choice((self.press, self.press, self.chord, self.type, self.click, self.click, self.point))(front)

    def press(self, front: QWidget) -> None:
        key = self.draw.choice(KEYS)
        self.told.append(f"press {key.name}")
        QTest.keyClick(front.focusWidget() or front, key)

    def chord(self, front: QWidget) -> None:
        keys = self.draw.choice(CONTROL)
        self.told.append(f"Ctrl+{keys}")
        named = {"PgUp": Qt.Key.Key_PageUp, "PgDown": Qt.Key.Key_PageDown, "Home": Qt.Key.Key_Home}
        key = named.get(keys) or Qt.Key(ord(keys.upper()))
        QTest.keyClick(front.focusWidget() or front, key, Qt.KeyboardModifier.ControlModifier)

    def type(self, front: QWidget) -> None:
        words = self.draw.choice(WORDS)
        self.told.append(f"type {words[:20]}")
        typed = QInputMethodEvent()
        typed.setCommitString(words)
        self.app.sendEvent(front.focusWidget() or front, typed)

    def click(self, front: QWidget) -> None:
        buttons = [each for each in front.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
        buttons = [each for each in buttons if each.text().replace("&", "") not in LEAVES]
        if buttons:
            chosen = self.draw.choice(buttons)
            self.told.append(f"click {chosen.text() or chosen.accessibleName()}")
            QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)

    def point(self, front: QWidget) -> None:
        at = QPoint(self.draw.randrange(front.width()), self.draw.randrange(front.height()))
        under = front.childAt(at)
        if under is not None and not isinstance(under, QAbstractButton):
            self.told.append(f"point at {type(under).__name__}")
            click = self.draw.choice((QTest.mouseClick, QTest.mouseDClick))
            click(under, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, under.mapFrom(front, at))


def put_away(app: QApplication) -> None:
    """Choosing files and walking menus is not the monkey's: files are outside, and menus run loops of their own."""
    for each in app.topLevelWidgets():
        foreign = isinstance(each, QMenu | QFileDialog) or type(each).__name__ in ("QPrintDialog", "QMessageBox")
        if foreign and each.isVisible():
            each.reject() if isinstance(each, QDialog) else each.close()


def let_loose(desktop: Desktop, app: QApplication, seed: int, seconds: float, folder: Path) -> None:
    monkey = Monkey(desktop, app, seed)
    tidy = QTimer()
    tidy.setInterval(20)
    tidy.timeout.connect(lambda: put_away(app))
    tidy.start()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            put_away(app)  # before it acts: nobody knows where a file would be written
            monkey.act()
            app.processEvents()
        finally:
            (folder / "monkey.txt").write_text("\n".join(monkey.told[-200:]), "utf-8")
    tidy.stop()
    while (left := app.activeModalWidget()) is not None:
        left.close()
        app.processEvents()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_monkey_breaks_nothing(qapp: QApplication, qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    _a_day(qapp, qtbot, tmp_path, seed, 8)


@pytest.mark.soak
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("seed", range(100, 103))
def test_a_monkey_breaks_nothing_for_minutes(qapp: QApplication, qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    _a_day(qapp, qtbot, tmp_path, seed, 180)


def _a_day(qapp: QApplication, qtbot: QtBot, tmp_path: Path, seed: int, seconds: float) -> None:
    home = home_in(tmp_path / "laptop")
    sample_circle(home)
    desktop = Desktop(qapp, home)
    desktop.open()
    let_loose(desktop, qapp, seed, seconds, tmp_path)
    qtbot.waitUntil(lambda: desktop.aside.idle and (desktop.tasks is None or desktop.tasks.idle), timeout=20_000)
    desktop.close()
    desktop.aside.close()
    circle = open_circle(home)
    assert check(circle) == []
    circle.close()
