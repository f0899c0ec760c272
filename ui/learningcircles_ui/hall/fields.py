"""The fields of the hall: strangers type there, and get nothing out of what others have typed or copied before.

The clipboard is its owner's, who may have copied a list of telephones: nothing is pasted or dropped here, and there is
no menu to do so.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

_PASTE, _UNDO = QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Undo


class _Public(QObject):
    """Keeps what would bring in something else than keys; Undo in the empty field is left to the hall."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The middle button pastes what is marked elsewhere, on X11."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton:
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            if event.matches(_UNDO) and not watched.text():
                event.ignore()
                return True
            return event.matches(_PASTE)
        return super().eventFilter(watched, event)


def public(*lines: QLineEdit) -> None:
    """Make these fields of the hall; called once all else that listens to their keys does."""
    for line in lines:
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        line.setAcceptDrops(False)
        line.setDragEnabled(False)
        line.installEventFilter(_Public(line))


def wipe(line: QLineEdit) -> None:
    """Empty it for whoever comes next, for good: after `clear`, Ctrl+Z would show what somebody before has typed."""
    line.setText("")
