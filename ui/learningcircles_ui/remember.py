"""What the window remembers per circle: its size, columns, sorting, filters, and what was being typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from learningcircles_ui.remembered import FILE


class Remember:
    """Small values in one file beside the circles; nothing in it names a person."""

    def __init__(self, folder: Path, circle: bytes) -> None:
        self._kept = QSettings(str(folder / FILE), QSettings.Format.IniFormat)
        self._group = circle.hex()

    def text(self, key: str, otherwise: str = "") -> str:
        """Return a remembered text."""
        return str(self._kept.value(f"{self._group}/{key}", otherwise))

    def put_text(self, key: str, value: str) -> None:
        """Remember a text. One that is remembered already writes no file: lists say so with every key of a search."""
        if self._kept.value(f"{self._group}/{key}") != value:
            self._kept.setValue(f"{self._group}/{key}", value)

    def state(self, key: str) -> QByteArray:
        """Return a widget's remembered state (geometry, header, splitter); empty at first."""
        value: Any = self._kept.value(f"{self._group}/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def put_state(self, key: str, value: QByteArray) -> None:
        """Remember a widget's state."""
        self._kept.setValue(f"{self._group}/{key}", value)

    def forget(self) -> None:
        """Forget all of it: the circle has left this laptop."""
        self._kept.remove(self._group)
        self._kept.sync()
