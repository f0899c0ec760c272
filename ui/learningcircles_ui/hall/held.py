"""A key that is held. X11 repeats it as let go and pressed again, and Qt does not always know that for a repeat."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

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


class Once(QObject):
    """Lets an Enter through to fields once, however long it is held: held from before, it was meant for another one."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__(fields[0])
        for each in fields:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a repeat away, which `QLineEdit` takes for another Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return super().eventFilter(watched, event)
