"""Keys that are held: on X11 each repeat comes as let go and pressed again, and as a rule Qt does not tell it is none.

Qt looks for a pressing behind the letting go, and where the program is quick enough that has not arrived yet. So what
must not happen again and again, such as Enter on a name, would.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_Key = tuple[int, int]
"""A key of the keyboard, and when something happened to it."""


class Repeats(QObject):
    """Makes `isAutoRepeat` tell the truth: a key pressed in the very millisecond it was let go in was never let go.

    It listens to the windows themselves, as `Idle` does. That it was let go has been told by then: who counts on it
    waits (`Held`). What no keyboard sent, a program did, and means it.
    """

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._up: _Key = (0, 0)
        self._watched: set[QWindow] = set()
        app.focusWindowChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on what is pressed again as such."""
        if not isinstance(event, QKeyEvent) or not event.nativeScanCode():
            return False
        key = (event.nativeScanCode(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._up = key
        elif event.type() == QEvent.Type.KeyPress and key == self._up and not event.isAutoRepeat():
            QCoreApplication.sendEvent(watched, _repeated(event))
            return True
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._watched.discard(window))


def _repeated(event: QKeyEvent) -> QKeyEvent:
    made = QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.nativeScanCode(), event.nativeVirtualKey(),
        event.nativeModifiers(), event.text(), True, event.count(),
    )  # fmt: skip
    made.setTimestamp(event.timestamp())
    return made
