"""The field that has the keyboard stays in view, whole: with its label, and with what is said of it below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from learningcircles_ui.parts.layouts import reveal

_BELOW = 8
"""Pixels that are seen below a field."""


class InView(QObject):
    """Scrolls what holds a form when the keyboard comes to another field of it, or its fields get another place.

    Not while a button of the mouse is down: what is pressed must not move away from under it.
    """

    def __init__(self, form: QWidget, focused: Callable[[], QWidget | None]) -> None:
        """`focused` returns the field that has the keyboard, with all that belongs to it; None where none has."""
        super().__init__(form)
        self._focused = focused
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        form.installEventFilter(self)

    def watch(self, stop: QWidget) -> None:
        """Heed where Tab stops."""
        stop.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look once everything has its place."""
        moved = event.type() == QEvent.Type.Resize and watched is self.parent()
        if moved or event.type() == QEvent.Type.FocusIn:
            self._soon.start(0)
        return False

    def _look(self) -> None:
        field = self._focused()
        if field is not None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            reveal(field, _BELOW)
