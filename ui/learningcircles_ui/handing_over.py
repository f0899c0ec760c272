"""A window that is made anew: the old one stays until the new one stands, and no key between them is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from learningcircles_ui.tasks import Tasks
    from learningcircles_ui.window import Window

HANDED = "handed"
"""The property of a window that stays in sight until its successor is there."""
_LATE_MS = 250
"""How long keys may still reach the old window: those that were pressed while the new one was being made."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_HANDS = _KEYS | {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
}


def leave(window: Window, tasks: Tasks) -> None:
    """Close a circle with its window, which stays in sight where another one takes its place."""
    handed = bool(window.property(HANDED))
    window.closing.is_settled = True  # its circle is left, not the program, which has what is in no file
    if handed:
        window.let_go()
    else:
        window.close()
        window.deleteLater()
    tasks.close()
    if handed:
        window.destroyed.connect(tasks.deleteLater)  # what it still shows speaks of them
    else:
        tasks.deleteLater()


class HandingOver(QObject):
    """Passes the keys on that still reach `before` once `to` has named its successor, then lets it go.

    Its circle is closed by then: a click on it would come to nothing.
    """

    def __init__(self, before: QWidget) -> None:
        super().__init__(before)
        before.setProperty(HANDED, True)
        self._before = before
        self._after: QWidget | None = None

    def to(self, after: QWidget) -> None:
        """Go over to the window that stands there now; the old one goes once nothing reaches it any more."""
        self._after = after
        handle = self._before.windowHandle()
        if handle is None:
            self._before.deleteLater()
            return
        handle.installEventFilter(self)
        QTimer.singleShot(_LATE_MS, self, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass keys on, and let nobody press anything that is no longer there."""
        if event.type() not in _HANDS or self._after is None or not isValid(self._after):
            return False  # the circle may have been left again meanwhile: the new window goes first then
        after = self._after.windowHandle()
        if after is None:
            return False
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            QCoreApplication.sendEvent(after, event.clone())
        return True

    def _go(self) -> None:
        self._before.hide()
        self._before.deleteLater()
