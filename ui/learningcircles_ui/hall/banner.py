"""What was just written down in hall mode, with Undo beside it; or that something was not, with a sign."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from learningcircles_ui.hall.large import large_button, large_font
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.words import leading
from learningcircles_ui.theme import GAP, GAP_S

_EDGE = 4
"""Pixels within which the edge of what is wrong is seen."""


class Banner(QFrame):
    """Hidden until there is something to tell. `sign` stands before what is wrong, and nowhere else."""

    def __init__(self, parent: QWidget, undo: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sign = QLabel(self)
        self.sentence = leading(QLabel(self))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(GAP_S, GAP_S // 2, GAP_S, GAP_S // 2)
        self.undo_button = large_button(self.tr("Undo"), undo, self, icon_name="arrow-back-up")
        row.addSpacing(GAP)
        row.addWidget(self.sign)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo_button)
        self.hide()

    def tell(self, said: str, *, can_undo: bool, wrong: bool = False) -> None:
        """Show a sentence, and have it read out; what is `wrong` looks otherwise, and is read out at once."""
        self.setProperty("wrong", wrong)
        self.style().polish(self)
        self._draw()
        self.sign.setVisible(wrong)
        self.sentence.setFont(large_font(weight=QFont.Weight.Bold) if wrong else large_font())
        self.sentence.setText(said)
        self.undo_button.setVisible(can_undo)
        edge = _EDGE if wrong and can_undo else 0  # else the button would stand on it
        self._row.setContentsMargins(edge, edge, edge, edge)
        self.show()
        announce(self, said, urgent=wrong)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.sign.isHidden():
            self._draw()

    def _draw(self) -> None:
        side = QFontMetrics(large_font()).height() + GAP_S
        self.sign.setPixmap(pixmap("alert-triangle", "warn", side, self.devicePixelRatioF()))
