"""What a page shows when there is nothing yet: a picture, a sentence, one thing to do, seldom another way to do it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from learningcircles_ui.parts.headings import button, soft, subtitle
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.theme import GAP, colour

_DISC = 72


class EmptyState(QWidget):
    """An empty state with at most one main action."""

    def __init__(
        self,
        icon_name: str,
        heading: str,
        sentence: str,
        action: str = "",
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(_Disc(icon_name, self), 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading = subtitle(heading, self)
        self.sentence = soft(sentence, self)
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.sentence.setMaximumWidth(460)
        self.sentence.setMinimumWidth(min(240, self.sentence.fontMetrics().horizontalAdvance(sentence) + 8))
        self.sentence.setMinimumHeight(self.sentence.heightForWidth(240))
        column.setAlignment(self.sentence, Qt.AlignmentFlag.AlignHCenter)
        self.button = button(action, clicked, kind="main", icon_name="plus") if action else None
        if self.button is not None:
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column = column
        column.addStretch(3)

    def or_else(self, action: str, clicked: Callable[[], object], icon_name: str = "") -> QPushButton:
        """Offer another way as well, under the first; returns its button."""
        made = button(action, clicked, icon_name=icon_name, parent=self)
        self._column.insertWidget(self._column.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made


class _Disc(QWidget):
    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft"))
        painter.drawEllipse(self.rect())
        drawn = pixmap(self._icon, "accent", 32, self.devicePixelRatioF())
        painter.drawPixmap((_DISC - 32) // 2, (_DISC - 32) // 2, drawn)
