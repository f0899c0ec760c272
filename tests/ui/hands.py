"""Hands on the keyboard: keys go to the window in front as the system sends them, and every one is counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """`keys` counts every key (with what is held down meanwhile: one), `letters` those typed by `type`."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.keys = self.letters = 0

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.keys += 1
            QTest.keyPress(self._front(), key, held)
            self._let_go(key, held)

    def type(self, words: str) -> None:
        """Type the letters of a name."""
        self.letters += len(words)
        self.write(words)

    def write(self, words: str) -> None:
        """Type anything else."""
        for letter in words:
            self.keys += 1
            QTest.keyPress(self._front(), letter)
            self._let_go(letter)

    @property
    def beside(self) -> int:
        """Return how many keys it took beside the names' letters."""
        return self.keys - self.letters

    def _let_go(self, key: Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """The window that had the key pressed may be gone by now: the one in front then hears of its end."""
        QGuiApplication.processEvents()  # between a key's going down and up the system lets programs work
        window = QGuiApplication.focusWindow()
        if window is not None:
            QTest.keyRelease(window, key, held)

    def _front(self) -> QWindow:
        self._qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None and not _dialog_to_come())
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window


def _dialog_to_come() -> bool:
    """A dialog that has just opened has the keyboard a moment later."""
    dialog = QApplication.activeModalWidget()
    return dialog is not None and not dialog.isActiveWindow()
