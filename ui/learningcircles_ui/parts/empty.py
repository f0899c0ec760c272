"""What a page shows when there is nothing yet: a picture, a sentence, one thing to do, seldom another way to do it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from learningcircles_ui.parts.headings import button, soft, subtitle
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.layouts import ByWidth
from learningcircles_ui.theme import GAP, colour, larger

_DISC, _WIDE = 72, 460
"""Pixels at the usual size of text."""


class EmptyState(ByWidth):
    """An empty state with at most one main action. In too little height it does without picture and heading."""

    def __init__(
        self,
        icon_name: str,
        heading: str,
        sentence: str,
        action: str = "",
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        icon: str = "plus",
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        self._disc = _Disc(icon_name, self)
        column.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading = subtitle(heading, self)
        self.sentence = soft(sentence, self)
        self.sentence.setMaximumWidth(larger(_WIDE))
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row = QHBoxLayout()  # not an alignment of its own: wrapped lines are measured for the width that they get
            row.addStretch(1)
            row.addWidget(label, 1_000)
            row.addStretch(1)
            column.addLayout(row)
        self.button = button(action, clicked, kind="main", icon_name=icon) if action else None
        if self.button is not None:
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column = column
        column.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """It can do without its picture, and with the sentence alone."""
        least = super().minimumSizeHint()
        spare = sum(self._takes(each) for each in (self._disc, self.heading) if each.isVisibleTo(self))
        return QSize(least.width(), least.height() - spare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show heading and picture where there is room for them."""
        super().resizeEvent(event)
        room = self.height() - self.minimumSizeHint().height()
        for each in (self.heading, self._disc):
            room -= self._takes(each)
            each.setVisible(room >= 0)

    def _takes(self, part: QWidget) -> int:
        return part.sizeHint().height() + self._column.spacing()

    def or_else(self, action: str, clicked: Callable[[], object], icon_name: str = "") -> QPushButton:
        """Offer another way as well, under the first; returns its button."""
        made = button(action, clicked, icon_name=icon_name, parent=self)
        self._column.insertWidget(self._column.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made


class _Disc(QWidget):
    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self.setFixedSize(larger(_DISC), larger(_DISC))

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft"))
        painter.drawEllipse(self.rect())
        side = larger(32)
        drawn = pixmap(self._icon, "accent", side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
