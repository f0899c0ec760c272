"""The search field: an icon, the words, a way to clear them; it tells what was typed at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from learningcircles_ui.keys import native
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.theme import GAP_S, larger


class _Clear(QToolButton):
    """Not painted while there is nothing to clear. It is never hidden: that would lay out the whole window anew with
    the first letter.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEnabled():
            super().paintEvent(event)


class SearchField(QFrame):
    """`typed` carries the words with every key: a newer question interrupts an older one. `down`: the list below.

    `keys` lead here, and are told in it.
    """

    typed = Signal(str)
    down = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, keys: str = "") -> None:
        super().__init__(parent)
        placeholder = f"{placeholder}  ({native(keys)})" if keys else placeholder
        self.setProperty("kind", "field")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 6, 0)
        row.setSpacing(GAP_S)
        glass = QLabel(self)
        glass.setPixmap(icon("search").pixmap(larger(17), larger(17)))
        self.edit = QLineEdit(self)
        self.edit.setProperty("kind", "bare")
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.edit.installEventFilter(self)
        self._clear = _Clear(self)
        self._clear.setProperty("kind", "plain")
        self._clear.setIcon(icon("x"))
        self._clear.setIconSize(QSize(larger(16), larger(16)))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.edit.clear)
        self._clear.setEnabled(False)
        self._glass = glass
        row.addWidget(glass)
        row.addWidget(self.edit, 1)
        row.addWidget(self._clear)
        self.edit.textChanged.connect(self._changed)
        self.setFocusProxy(self.edit)

    def minimumSizeHint(self) -> QSize:
        """As high as in the pictures, or as the size of text asks."""
        return super().minimumSizeHint().expandedTo(QSize(0, 34))

    def text(self) -> str:
        """Return the words."""
        return self.edit.text().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus on the frame, clear with Escape, leave with Down."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().polish(self)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the glass in the new theme's colour."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setPixmap(icon("search").pixmap(larger(17), larger(17)))
        super().changeEvent(event)

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
            return True
        if key == Qt.Key.Key_Down:
            self.down.emit()
            return True
        return False

    def _changed(self, text: str) -> None:
        self._clear.setEnabled(bool(text))
        self.typed.emit(text.strip())
