"""The details of what is chosen in a list: beside it where there is room for both, else once somebody chooses."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from learningcircles_ui.parts.edited import Edited, Glance
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.layouts import reveal, split
from learningcircles_ui.parts.table import Table
from learningcircles_ui.theme import GAP, GAP_S, larger

_AROUND, _CORNER = 18, 8
"""Pixels around what stands in the card; around the button that puts it away."""
ROOM = 860
"""Pixels at the usual size of text below which a list needs all the width for itself."""


class Pane(QFrame):
    """A card with details: wide enough to be read, and for what stands in its `column`. `away` puts it away.

    `asked`: somebody edits what it shows. `put_away`: they have seen enough.
    """

    asked = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self.column.setSpacing(GAP_S)
        told = self.tr("Close the details")
        self.away = button("", self.put_away.emit, icon_name="x", kind="plain", tip=told, parent=self)
        self.away.setProperty("size", "small")
        self.away.hide()
        self._glance: Glance | None = None

    def hold(self, edited: Edited) -> None:
        """Hold what is shown and edited."""
        self.column.addWidget(edited, 1)
        self._glance = edited.glance
        edited.turn.toggled.connect(lambda editing: self.asked.emit() if editing else None)
        edited.enough.connect(self.put_away)

    def comes_and_goes(self, goes: bool) -> None:
        """Offer a button that puts it away, in the corner beside the title; or stay."""
        self.away.setVisible(goes)
        self.away.raise_()
        if self._glance is not None:
            self._glance.leave_corner(self.away.sizeHint().width() + _CORNER - _AROUND if goes else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in its corner."""
        super().resizeEvent(event)
        size = self.away.sizeHint()
        left = _CORNER if self.isRightToLeft() else self.width() - size.width() - _CORNER
        self.away.setGeometry(QRect(QPoint(left, _CORNER), size))

    def minimumSizeHint(self) -> QSize:
        """At 100 % as in the pictures."""
        return super().minimumSizeHint().expandedTo(QSize(min(larger(280), 420), 0))


class DetailsBeside(QWidget):
    """A list and its details. In a narrow window these come when a row is chosen by hand, and go with Escape.

    Whoever has put them away walks through the list with arrow keys and is left alone, until a click or Enter.
    Both are made on `across`: what gets another parent later is dressed anew, with all that it holds.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._narrow = self._open = self._enough = False
        self.across = split(Qt.Orientation.Horizontal, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.across)

    def hold(self, listed: QWidget, table: Table, pane: Pane) -> None:
        """Put the list and the details in their places, before anything is seen; `table` is the list's."""
        self._listed, self._table, self._pane = listed, table, pane
        for each in (listed, pane):
            self.across.addWidget(each)
        self.across.setStretchFactor(0, 1)
        self.across.setSizes([732, 280])
        table.clicked.connect(self.open)
        table.chosen.connect(self._chosen)
        pane.asked.connect(self.open)
        pane.put_away.connect(self._put_away)
        self._place()

    def open(self) -> None:
        """Show the details, because somebody asks for them."""
        self._open, self._enough = True, False
        self._place()

    def minimumSizeHint(self) -> QSize:
        """As wide as both, whether they are seen or not: no window grows for those that come."""
        listed, pane = self._listed.minimumSizeHint(), self._pane.minimumSizeHint()
        return QSize(listed.width() + GAP + pane.width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether there is room for both."""
        super().resizeEvent(event)
        if (narrow := event.size().width() < larger(ROOM)) != self._narrow:
            self._narrow = narrow
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the details away."""
        if event.key() == Qt.Key.Key_Escape and self._narrow and self._open:
            self._put_away()
            return
        super().keyPressEvent(event)

    def _chosen(self, id_: object) -> None:
        if isinstance(id_, bytes) and self._table.hasFocus() and not self._enough:  # else nobody did, but the page
            self.open()

    def _put_away(self) -> None:
        if not self._narrow:
            return
        if self._pane.isAncestorOf(self.focusWidget() or self):
            self._table.setFocus()
        self._open, self._enough = False, True
        self._place()

    def _place(self) -> None:
        self._pane.comes_and_goes(self._narrow)
        self._pane.setVisible(self._open or not self._narrow)


def show_details(beside: DetailsBeside | None, pane: Pane) -> None:
    """Bring details into view, whether they stand beside their list or below it."""
    if beside is not None:
        beside.open()
    reveal(pane)
