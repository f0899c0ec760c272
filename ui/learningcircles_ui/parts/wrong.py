"""A sentence on what is wrong that stands below the field at fault, or at its own place where none is."""

from __future__ import annotations

from functools import partial
from weakref import WeakSet

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from learningcircles_ui.parts.layouts import reveal

_BELOW = 8


def mark(control: QWidget, wrong: bool) -> None:
    """Draw a field as one that holds something wrong, or as any other."""
    control.setProperty("wrong", wrong)
    control.style().polish(control)


class Wrong(QLabel):
    """`tell` says what is wrong. Its own place is the end of `home`, as that is when it is made.

    What is wrong with a field is said until something else stands in it.
    """

    def __init__(self, home: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "wrong")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._home, self._place = home, home.count()
        self._at: QWidget | None = None
        self._watched: WeakSet[QWidget] = WeakSet()
        home.addWidget(self)

    def tell(self, words: str, at: QWidget | None = None) -> None:
        """Say this below the field at fault, and bring the keyboard there; empty words take it back home."""
        self._at = at
        if isinstance(at, QLineEdit | QPlainTextEdit) and at not in self._watched:
            self._watched.add(at)
            at.textChanged.connect(partial(self._changed, at))
        around = at.parentWidget() if at is not None else None
        beside = around.layout() if around is not None else None
        if at is not None and isinstance(beside, QVBoxLayout):
            beside.insertWidget(beside.indexOf(at) + 1, self)
            at.setFocus()
        else:
            self._home.insertWidget(self._place, self)
        self.setText(words)
        self.setVisible(bool(words))
        if words:  # once it has its place; the keyboard may have been in the field all along
            QTimer.singleShot(0, self, partial(reveal, self, _BELOW))

    def _changed(self, at: QWidget, *_: object) -> None:
        if self._at is at:
            self.tell("")
