"""The keys that go from row to row in a list."""

from __future__ import annotations

from PySide6.QtCore import Qt

WALKS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)
