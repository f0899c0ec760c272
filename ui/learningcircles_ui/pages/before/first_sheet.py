"""The recovery sheet in the first run: made at once, or skipped knowing what that means."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.theme import GAP, GAP_S


class FirstSheet(QWidget):
    """`wanted` is ticked at first: nobody is without a sheet because they overlooked it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(plain(self.tr("If this laptop is lost"), self))
        self.wanted = Tick(self.tr("Make the recovery sheet now, to print or to save"), self)
        self.wanted.setAccessibleName(self.wanted.text())
        self.wanted.setChecked(True)
        column.addWidget(self.wanted)
        told = self.tr(
            "24 words on paper that bring the circle back. You may skip it: until there is a sheet, a lost laptop is a"
            " lost circle, and Today reminds you."
        )
        column.addWidget(soft(told, self))
