"""Files and addresses that macOS brings to a running program: it hands them over as events, not as words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class Arrivals(QObject):
    """Watches the application object. `came` carries a path, or an address."""

    came = Signal(str)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what was opened with this program."""
        if isinstance(event, QFileOpenEvent):
            self.came.emit(event.file() or event.url().toString())
            return True
        return super().eventFilter(watched, event)
