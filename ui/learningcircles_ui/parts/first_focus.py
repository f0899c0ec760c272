"""Which field a dialog began in: Qt shows a cursor there before the dialog has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid


class FirstFocus(QObject):
    """Takes that cursor away once the dialog has the keyboard, where another field has it by then.

    `QDialog.setVisible` tells the first field that it has the keyboard; what moves on before that is so tells nobody.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._first: QWidget | None = dialog.focusWidget()
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear once that the keyboard has come."""
        if event.type() == QEvent.Type.WindowActivate:
            watched.removeEventFilter(self)
            first, self._first = self._first, None
            if isinstance(first, QWidget) and isValid(first) and first is not self._dialog.focusWidget():
                QApplication.sendEvent(first, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
            self.deleteLater()
        return False
