"""A key that is held. X11 repeats it as let go and pressed again, and Qt does not always know that for a repeat."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

_GAP_MS = 50
"""Pressed again within this, it was never let go: a repeat's two events are a few ms apart, a finger's far more."""


class Held(QObject):
    """`let_go` is emitted once the key is up. `down`: it was held before anything was heard of it here."""

    let_go = Signal()

    def __init__(self, parent: QObject, *, down: bool = False) -> None:
        super().__init__(parent)
        self._down = down
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.setInterval(_GAP_MS)
        self._gap.timeout.connect(self._up)

    def pressed(self, event: QKeyEvent) -> bool:
        """Note that it is down; return whether somebody has pressed it anew."""
        anew = not self._down and not event.isAutoRepeat()
        self._gap.stop()
        self._down = True
        return anew

    def released(self, event: QKeyEvent) -> None:
        """Note that it may be up."""
        if not event.isAutoRepeat():
            self._gap.start()

    def forget(self) -> None:
        """Begin anew: its end was told to another window."""
        self._gap.stop()
        self._down = False

    def _up(self) -> None:
        self._down = False
        self.let_go.emit()
