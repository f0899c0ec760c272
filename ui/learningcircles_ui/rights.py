"""What this laptop may do in the circle on screen: where that changes meanwhile, everything on screen follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from learningcircles.circle.changes import Changes
from learningcircles_ui.opening import shown_right
from learningcircles_ui.shell import Shell

_AGAIN_MS = 250


class Rights(QObject):
    """`changed` is emitted once another right holds than when the window was made.

    Not while somebody is in the middle of something: no dialog, menu or hall is open, nobody is typing, and nothing
    else is in front, as where another circle is begun (`covered`).
    """

    changed = Signal()

    def __init__(self, shell: Shell, window: QWidget, covered: Callable[[], bool]) -> None:
        super().__init__(window)
        self._shell, self._window, self._covered, self._now = shell, window, covered, shell.right
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_AGAIN_MS)
        self._due.timeout.connect(self._tell)
        shell.signals.changed.connect(self._written)
        shell.signals.shared.connect(lambda _: self._look())

    def _written(self, changes: Changes) -> None:
        if not changes.touched:  # another program, or what others shared
            self._look()

    def _look(self) -> None:
        self._shell.tasks.mutate(lambda verbs: shown_right(verbs.circle), self._know)

    def _know(self, right: str) -> None:
        self._now = right
        if right != self._shell.right:
            self._due.start(0)

    def _tell(self) -> None:
        if self._now == self._shell.right:
            return
        if self._busy():
            self._due.start(_AGAIN_MS)
        else:
            self.changed.emit()

    def _busy(self) -> bool:
        if self._covered() or not self._window.isVisible():
            return True
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return True
        typing = self._window.focusWidget()
        if isinstance(typing, QPlainTextEdit):
            return typing.document().isModified()
        return isinstance(typing, QLineEdit) and typing.isModified()


def said(right: str) -> str:
    """Return what is told once another right holds."""
    translate = QCoreApplication.translate
    return {
        "organizer": translate("Rights", "This laptop may run the circle now."),
        "recorder": translate("Rights", "This laptop may record now, and not run the circle."),
        "reader": translate("Rights", "This laptop may only look now."),
    }[right]
