"""For tests of what happens between a step and its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from learningcircles_ui.app import Desktop

Settle = Callable[[Desktop], None]


def ask(desktop: Desktop, settle: Settle, work: Callable[[Any], Any]) -> Any:
    """Return the answer of the desktop's own verbs."""
    got: list[Any] = []
    desktop.tasks.mutate(work, got.append)
    settle(desktop)
    return got[0]


def twice(table: QTableView, row: int) -> None:
    """Click twice, as quickly as a hand does, on a row."""
    at = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
