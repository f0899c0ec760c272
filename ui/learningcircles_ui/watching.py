"""Hears of what others write to the circle's file, and of the hour that turns."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from learningcircles.circle.changes import Changes
from learningcircles_ui import text
from learningcircles_ui.shell import Shell

_WATCH_MS = 1_000


class Watching(QObject):
    """Other programs and the sharing thread write to the same file; their commits show as a new data version.

    Once it is another hour, after a sleep or by a clock that was set as well, anything may have to be shown anew: it is
    another day at midnight, and an evening is over at four.
    """

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._seen, self._hour = 0, _hour()
        self._timer = QTimer(self)
        self._timer.setInterval(_WATCH_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        shell.tasks.look(self._version)
        shell.drafts.unsure.connect(self._tell_unsure)

    def look(self) -> None:
        """Look whether somebody else has written to the file, and which hour it is."""
        before, self._hour = self._hour, _hour()
        if before != self._hour:
            self._shell.signals.changed.emit(Changes())
        if not self._shell.tasks.writing:
            self._shell.tasks.look(self._version)

    def stop(self) -> None:
        """Look no more by itself."""
        self._timer.stop()

    def _tell_unsure(self) -> None:
        told = self.tr(
            "Somebody was erased: what you had begun and was in no file may have spoken of them, and is gone with them."
        )
        self._shell.signals.said.emit(told, b"")

    def _version(self, version: int) -> None:
        before, self._seen = self._seen, version
        if before and before != version:
            self._shell.signals.changed.emit(Changes())


def _hour() -> str:
    return text.now().isoformat(timespec="hours")
