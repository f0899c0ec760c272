"""Toasts: a sentence above the bottom edge, with Undo where there is something to undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from learningcircles_ui.parts.headings import button
from learningcircles_ui.theme import GAP, GAP_L

SHOWN_MS = 8_000
_ANY = 16_777_215


class Toast(QFrame):
    """One toast at a time; the next one takes its place. `undo` is emitted when Undo is pressed."""

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(GAP)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = button(self.tr("Undo"), self._undone)
        self.more = button("", self._go_on)
        self._called: Callable[[], object] = lambda: None
        self._close = button(self.tr("Dismiss"), self.hide)
        for widget in (self.label, self._undo, self.more, self._close):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._time_over)
        self._over = parent
        parent.installEventFilter(self)
        self.hide()

    def show_sentence(self, sentence: str, *, undo: bool = False) -> None:
        """Show a sentence for eight seconds, longer while the pointer or the keyboard is on it."""
        self.label.setText(sentence)
        self._undo.setVisible(undo)
        self.more.hide()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def also(self, words: str, called: Callable[[], object]) -> None:
        """Offer one more thing to do beside the sentence in view."""
        self._called = called
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self.more.show()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None, "a toast lies on a widget"
        self.label.setWordWrap(False)
        self.setMinimumWidth(0)
        self.setMaximumWidth(_ANY)
        self.adjustSize()
        widest = parent.width() - 2 * GAP_L
        if self.sizeHint().width() > widest:
            self.label.setWordWrap(True)
            self.setFixedWidth(widest)
            self.adjustSize()
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - GAP_L)

    def _time_over(self) -> None:
        if self.underMouse() or self._undo.hasFocus() or self.more.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _undone(self) -> None:
        self.hide()
        self.undo.emit()

    def _go_on(self) -> None:
        self.hide()
        self._called()
