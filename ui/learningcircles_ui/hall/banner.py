"""What was just written down in hall mode, with Undo beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from learningcircles_ui.hall.large import large_button, large_font
from learningcircles_ui.parts.words import leading
from learningcircles_ui.theme import GAP, GAP_S


class Banner(QFrame):
    """Hidden until there is something to tell."""

    def __init__(self, parent: QWidget, undo: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP + GAP_S, 0, 0, 0)
        self.sentence = leading(QLabel(self))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setFont(large_font())
        self.sentence.setWordWrap(True)
        self.undo_button = large_button(self.tr("Undo"), undo, self, icon_name="arrow-back-up")
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo_button)
        self.hide()

    def tell(self, said: str, *, can_undo: bool) -> None:
        """Show a sentence."""
        self.sentence.setText(said)
        self.undo_button.setVisible(can_undo)
        self.show()
