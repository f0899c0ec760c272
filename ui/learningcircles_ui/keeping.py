"""Keeping a circle safe by itself: a sealed backup every day, off the window's thread."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QObject, QTimer

from learningcircles.errors import CircleError
from learningcircles.lazy import lazy
from learningcircles_ui.shell import Shell

SOON_MS = 60_000
"""After opening, so that nobody waits for it; then looked at every hour, and when the program is left."""
OFTEN_MS = 3_600_000


class Keeping(QObject):
    """Backs the open circle up, once a day. A folder that cannot be written is told of once."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._told = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.back_up)
        self._due.start(SOON_MS)

    def back_up(self) -> None:
        """Make today's backup, unless there is one."""
        home, now = self._shell.home, self._shell.surroundings.now_ms()
        today = datetime.datetime.fromtimestamp(now / 1000).date()
        self._due.start(OFTEN_MS)
        self._shell.tasks.share(
            lambda engine: lazy("learningcircles.laptop.daily").back_up(home, engine.circle, today),
            None,
            self._failed,
            asks=False,
        )

    def _failed(self, error: CircleError) -> None:
        if not self._told:
            self._told = True
            self._shell.signals.failed.emit(error)
