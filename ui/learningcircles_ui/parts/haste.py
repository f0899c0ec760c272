"""The second press of a double click."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication


class Haste:
    """Tells a press that comes as quickly after another as in a double click.

    The next row moves up under the pointer when the first is dealt with: that one was not meant.
    """

    def __init__(self) -> None:
        self._since = QElapsedTimer()

    def again(self, *, there: bool = True) -> bool:
        """Return whether this press belongs to the one before: elsewhere than `there`, it never does."""
        if there and self._since.isValid() and self._since.elapsed() < QApplication.doubleClickInterval():
            return True
        self._since.start()
        return False
