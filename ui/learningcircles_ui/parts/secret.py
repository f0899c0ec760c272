"""A line for a passphrase: its letters are hidden, and an eye in it shows them as long as somebody wants that."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from learningcircles_ui.parts.icons import icon
from learningcircles_ui.theme import larger

_SIDE, _AROUND, _EDGE = 17, 3, 6
"""Pixels: the eye at the usual size of text; what it takes around it; between it and the line's end."""


class Eye(QToolButton):
    """Stands at a line's end. It is neither on nor off: whoever looks has changed nothing in a dialog."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setProperty("kind", "eye")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who presses it with the pointer types on
        self.setIconSize(QSize(larger(_SIDE), larger(_SIDE)))
        self.clicked.connect(lambda: self.show_letters(line.echoMode() is QLineEdit.EchoMode.Password))
        self.show_letters(False)
        line.installEventFilter(self)
        self._place()

    def show_letters(self, seen: bool) -> None:
        """Show the letters, or hide them."""
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)
        self.setIcon(icon("eye-off" if seen else "eye"))
        self.setAccessibleName(self.tr("Hide the letters") if seen else self.tr("Show the letters"))
        self.setToolTip(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does: it is no answer to the dialog. Letters typed on it are none of its line's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)
        event.setAccepted(event.isAccepted() or bool(event.text().strip()) and event.key() != Qt.Key.Key_Escape)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        side, mirrored = larger(_SIDE) + 2 * _AROUND, self._line.isRightToLeft()
        left = _EDGE if mirrored else self._line.width() - side - _EDGE
        self.setGeometry(left, (self._line.height() - side) // 2, side, side)
        self._line.setTextMargins(side if mirrored else 0, 0, 0 if mirrored else side, 0)


def hide_letters(*lines: QLineEdit) -> None:
    """Hide what is typed into lines, each with an eye at its end.

    Tab goes from line to line, and to the eyes last: whoever types a passphrase twice looks at the keys.
    """
    for one, other in pairwise([*lines, *[Eye(line) for line in lines]]):
        QWidget.setTabOrder(one, other)
