"""A sentence of the window's foot: with large text it keeps to one line, and all of it is told when pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from learningcircles_ui.parts.literal import tip
from learningcircles_ui.parts.words import Fitting
from learningcircles_ui.theme import is_large, larger

_LEAST, _MOST = 60, 110
"""Pixels, at the usual size of text: what there is room for in any window."""
_EDGES = 2
"""Pixels that a label asks for beside its letters."""


class OneLine(Fitting):
    """Where there is no room for the whole, a shorter sentence stands there; only the shortest is ever cut at its end.

    At a usual size of text it wraps. `text()` and what a screen reader is told are always the whole.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._said: Sequence[str] = [""]

    def tell(self, words: str, *shorter: str) -> None:
        """Say it; `shorter` say the same, or what matters most of it, in fewer and fewer words."""
        self._said = [words, *shorter]
        self.setText(words)
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """One line, of the fewest words, where the text is large."""
        if not (is_large() and self.text()):
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self._said[-1]) + _EDGES
        return QSize(min(max(larger(_LEAST), wide), larger(_MOST)), metrics.lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole, metrics, room = self.text(), self.fontMetrics(), self.contentsRect().width()
        self.setWordWrap(not is_large())
        fits = [each for each in self._said if metrics.horizontalAdvance(each) + _EDGES <= room]
        shown = fits[0] if fits else metrics.elidedText(self._said[-1], Qt.TextElideMode.ElideRight, room)
        if not is_large():
            self.setToolTip("")
            return
        QLabel.setText(self, shown)  # not as `setText`: what it says stays the whole
        self.setToolTip(tip(whole) if shown != whole else "")
