"""Noticing that nobody is at the laptop any more: no key, no click, no touch for a while, or the system has slept.

The time is the wall clock's, so that hours of sleep count: the first key after them locks and is swallowed.
The keys to lock at once are heard here too: the shortcuts of a window sleep while a dialog is over it, and the hall
has none.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication

from learningcircles_ui.keys import HALL_KEYS, LOCK_KEYS

OFTEN_MS = 15_000
_MINUTE_MS = 60_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """`idle` is emitted once nothing was typed or touched for `minutes()`; 0 is never. `at_once`: by `LOCK_KEYS`.

    `hall`: by `HALL_KEYS` in a dialog, under which the shortcuts of the window sleep.

    It listens to the windows themselves, not to every event of the program: scrolling and painting cost nothing.
    """

    idle = Signal()
    at_once = Signal()
    hall = Signal()

    def __init__(self, now_ms: Callable[[], int], minutes: Callable[[], int], app: QGuiApplication) -> None:
        super().__init__(app)
        self._now_ms, self._minutes = now_ms, minutes
        self._last = now_ms()
        self._locking = False
        self._watched: set[QWindow] = set()
        app.focusWindowChanged.connect(self._follow)
        self._often = QTimer(self)
        self._often.setInterval(OFTEN_MS)
        self._often.timeout.connect(self.look)
        self._often.start()

    def look(self) -> bool:
        """Return whether it was too long, and tell so."""
        over = self._is_over()
        if over:
            self.idle.emit()
        return over

    def begin(self) -> None:
        """Somebody is here now."""
        self._last = self._now_ms()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what somebody does; what comes too late is not passed on to what it was meant for."""
        if event.type() in _INPUT:
            if self._locking:
                return True
            if self._is_over():
                self._lock_soon(self.idle.emit)
                return True
            self.begin()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is(event, LOCK_KEYS):
            if not event.isAutoRepeat():
                self._lock_soon(self.at_once.emit)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is(event, HALL_KEYS):
            over = QApplication.activeModalWidget() is not None
            if over and not event.isAutoRepeat():
                QTimer.singleShot(0, self, self.hall.emit)
            return over
        return False

    def _is_over(self) -> bool:
        now, minutes = self._now_ms(), self._minutes()
        self._last = min(self._last, now)  # a clock that was set back
        over = minutes > 0 and now - self._last >= minutes * _MINUTE_MS
        if over:
            self._last = now
        return over

    def _lock_soon(self, tell: Callable[[], None]) -> None:
        """Lock after this event: Qt still holds the window that it was meant for. Nothing gets through meanwhile."""

        def lock() -> None:
            self._locking = False
            tell()

        self._locking = True
        QTimer.singleShot(0, self, lock)

    def _follow(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._watched.discard(window))


def _is(event: QKeyEvent, keys: str) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(keys)
