"""Toasts: a sentence in the bar at the foot, with Undo where there is something to undo; it moves nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from learningcircles_ui import text
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.words import Fitting
from learningcircles_ui.theme import GAP_S

SHOWN_MS = 8_000


class Toast(QFrame):
    """One toast at a time; the next one takes its place. `undo` is emitted when Undo is pressed.

    It stands in place of the words at the foot; `seen` says whether it does. `spoken`: the locale of its sentence.
    """

    undo = Signal(object)
    seen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(GAP_S)
        self.label = Fitting(parent=self)
        self._undo = button(self.tr("Undo"), self._undone)
        self.more = button("", self._go_on)
        self._called: Callable[[], object] = lambda: None
        self._action = b""
        self.spoken = text.locale()
        self._close = button(self.tr("Dismiss"), self.hide)
        row.addWidget(self.label, 1)
        for widget in (self._undo, self.more, self._close):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._time_over)
        self.hide()

    @property
    def action(self) -> bytes:
        """Return what Undo takes back; empty where nothing is offered."""
        return self._action

    def show_sentence(self, sentence: str, *, undo: bytes = b"") -> None:
        """Show a sentence for eight seconds, longer while the pointer or the keyboard is on it.

        `undo`: the action that Undo beside it takes back.
        """
        self._show(sentence, undo)
        announce(self, sentence)

    def go_on(self, before: Toast) -> None:
        """Show what another one still shows, which is gone now: it has been read out, and is once enough."""
        if not before.isHidden():
            self._show(before.label.text(), before.action)
            if not before.more.isHidden():
                self.also(before.more.text(), before._called)

    def also(self, words: str, called: Callable[[], object]) -> None:
        """Offer one more thing to do beside the sentence in view."""
        self._called = called
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self.more.show()

    def setVisible(self, visible: bool) -> None:
        """Take its place, or give it back."""
        super().setVisible(visible)
        self.seen.emit(visible)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on its words is none on the bar that holds it."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As above."""
        event.accept()

    def _show(self, sentence: str, undo: bytes) -> None:
        self.label.setText(sentence)
        self.spoken = text.locale()
        self._action = undo
        self._undo.setVisible(bool(undo))
        self.more.hide()
        self.show()
        self._timer.start()

    def _time_over(self) -> None:
        if self.underMouse() or self._undo.hasFocus() or self.more.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _undone(self) -> None:
        self.hide()
        self.undo.emit(self._action)

    def _go_on(self) -> None:
        self.hide()
        self._called()
