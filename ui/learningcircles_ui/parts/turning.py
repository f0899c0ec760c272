"""Parts of a page beside each other where there is room; in a narrow window below each other, where one scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles_ui.theme import is_large, larger

_WIDE = 640
"""Pixels at the usual size of text below which nothing stands beside anything."""


class Turning(QWidget):
    """Never wider than its widest part. The parts, and what they are laid out in, are made on it: what gets another
    parent later is dressed anew, with all that it holds.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: Sequence[QWidget] = ()
        self._laid: QWidget | None = None
        self._narrow = self._settling = False
        """`_settling`: what has just been laid out has no width yet: a window would grow for a narrow one's lines."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, parts: Sequence[QWidget], beside: Callable[[], QWidget], below: Callable[[], QWidget]) -> None:
        """Take these parts; `beside` and `below` lay them out, each in a widget made anew."""
        self._parts, self._beside, self._below = parts, beside, below
        for each in parts:
            each.setParent(self)
        if is_large():
            self._lay(narrow=True)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part: whatever stands beside it goes below."""
        high = 0 if self._settling else super().minimumSizeHint().height()
        return QSize(max(each.minimumSizeHint().width() for each in self._parts), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts out for the width that there is."""
        super().resizeEvent(event)
        narrow = is_large() or event.size().width() < larger(_WIDE)
        if self._laid is None or narrow != self._narrow:
            self._lay(narrow=narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide from what has the keyboard that it loses it for a moment."""
        return event.type() in (QEvent.Type.FocusOut, QEvent.Type.FocusIn) or super().eventFilter(watched, event)

    def _lay(self, *, narrow: bool) -> None:
        focused = self.window().focusWidget()
        held = focused if focused is not None and self.isAncestorOf(focused) else None
        if held is not None:  # a form that moves is not left: what is half-typed there is not to be written
            held.installEventFilter(self)
        before, self._narrow = self._laid, narrow
        self._laid = self._below() if narrow else self._beside()
        self._column.addWidget(self._laid)
        self._laid.setVisible(True)
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        if held is not None:
            held.setFocus()
            held.removeEventFilter(self)
        self._settling = True
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self._settling = False
        self.updateGeometry()
