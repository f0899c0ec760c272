"""A large button with a picture, words, and below them a sentence: what it is for, or why it is not to be had."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from learningcircles_ui.hall.large import large_font, wide
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.words import Pressable, Words, leading
from learningcircles_ui.theme import GAP, GAP_L, GAP_S, colour

_BADGE, _LOW = 42, 32
"""Pixels at the hall's size of text: the round that a picture stands in, above words and beside them."""
_TALLEST = 185
"""Pixels at the hall's size of text that a door is high at most, if its words do not need more."""
_FILLED = 0.57
"""How much of its round a picture takes."""


class Badge(QWidget):
    """A picture in a round of the accent's soft colour; grey where what it stands for cannot be had."""

    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.measure(_BADGE)

    def measure(self, side: int) -> None:
        """Be a round of so many pixels at the hall's size of text."""
        self.setFixedSize(wide(side), wide(side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if self.isEnabled() else "line"))
        painter.drawEllipse(QRectF(self.rect()))
        side = round(self.width() * _FILLED)
        at = (self.width() - side) // 2
        token = "accent" if self.isEnabled() else "soft"
        painter.drawPixmap(at, at, pixmap(self._icon, token, side, self.devicePixelRatioF()))


class Door(Pressable):
    """What leads on from the hall's first screen. `words` name it, `why` says more."""

    def __init__(self, words: str, icon_name: str, clicked: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "door")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.badge = Badge(icon_name, self)
        self.words, self.why = leading(Words(words, self)), soft("", self)
        self.words.setFont(large_font(1.15, QFont.Weight.Bold))
        self.why.setFont(large_font(0.85))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        self._row.setSpacing(GAP + GAP_S)
        self._row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(GAP_S)
        for label in (self.words, self.why):
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            told.addWidget(label)
        told.addStretch(1)
        self._row.addLayout(told, 1)
        self.clicked.connect(lambda: clicked())

    def tell(self, why: str, *, can: bool = True) -> None:
        """Say what it is for, or why it cannot be had; a screen reader is told it too."""
        self.why.setText(why)
        self._fit()
        self.setAccessibleDescription(why)
        self.setEnabled(can)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor)

    def lie(self, down: bool) -> None:
        """Put the picture beside the words, where doors stand below each other, else above them."""
        way = QBoxLayout.Direction.LeftToRight if down else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        margin = GAP_S if down else GAP_L
        self._row.setContentsMargins(GAP_L, margin, GAP_L, margin)
        self.badge.measure(_LOW if down else _BADGE)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as its words need at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A button asks for no height by its width: it is said here, once the width is known.
        needed = self._row.totalHeightForWidth(self.width())
        self.setMinimumHeight(needed)
        self.setMaximumHeight(max(wide(_TALLEST), needed))

    def sizeHint(self) -> QSize:
        """As much as its words take, as wide as it is."""
        wide_ = self._row.totalMinimumSize().width()
        return QSize(wide_, self._row.totalHeightForWidth(max(wide_, self.width())))

    def minimumSizeHint(self) -> QSize:
        """No word of it is cut."""
        return self._row.totalMinimumSize()

    def changeEvent(self, event: QEvent) -> None:
        """Look as one that can be had, or cannot."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.badge.update()
