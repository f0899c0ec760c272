"""Community: what the circle is for, who sits at its table, where it meets, and the circles around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.community.around import AroundTable
from learningcircles_ui.pages.community.charter_card import CharterCard
from learningcircles_ui.pages.community.place_table import PlaceTable
from learningcircles_ui.pages.community.rows import Community, read_community
from learningcircles_ui.pages.community.sectors_card import SectorsCard
from learningcircles_ui.parts.draft_names import CHARTER
from learningcircles_ui.parts.layouts import ByWidth, scrolled
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import GAP, is_large, larger

_TABLE_HIGH, _BESIDE = 154, 700
"""Pixels at the usual size of text: the height of a table at least; the width from which on there are two columns."""


class CommunityPage(Page):
    """Two columns, below each other where there is no room: the charter and the places; the sectors and the circles
    around.
    """

    name = "community"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._asked = False
        inside = ByWidth(self)
        self.column.addWidget(scrolled(inside, self), 1)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(GAP)
        self.charter, self.sectors = CharterCard(shell, inside), SectorsCard(shell, inside)
        rooms = _Room(inside), _Room(inside)
        self.places, self.around = PlaceTable(shell, rooms[0]), AroundTable(shell, rooms[1])
        for above, below, room in zip((self.charter, self.sectors), (self.places, self.around), rooms, strict=True):
            room.hold(below)
            column = QVBoxLayout()
            column.setSpacing(GAP)
            column.addWidget(above)
            column.addWidget(room, 1)
            self._across.addLayout(column, 1)
        writes = shell.may_write
        self.command(self.tr("Add a place"), self.places.add, "Ctrl+N", icon_name="map-pin", allowed=writes)
        self.command(self.tr("Print the five sectors"), self.sectors.print_, icon_name="printer")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside each other, or below."""
        super().resizeEvent(event)
        below = is_large() or event.size().width() < larger(_BESIDE)
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)

    def activate(self) -> None:
        """Read everything."""
        self.shell.tasks.query(read_community, self._show, key="community")
        again, self._asked = self._asked, True
        for model in (self.places.model, self.around.model):
            if again:
                model.refresh()
            else:
                model.ask(model.question)

    def changed(self, changes: Changes) -> None:
        """Read again what a write may have touched."""
        if touches(changes, "!charter", "member", "member_link", "place"):
            self.activate()

    def begin(self, what: str, id_: bytes | None) -> None:
        """Add a place, or go on with the charter."""
        if what == "place":
            self.places.add()
        elif what == CHARTER:
            self.charter.go_on()

    def show_record(self, entity: str, id_: bytes) -> None:
        """Open a place."""
        self.places.open(id_)

    def _show(self, community: Community) -> None:
        words = self.tr("%n active member(s)", "", community.members)
        self.header.count.setText(text.grouped(words, community.members))
        self.charter.show_charter(community.charter)
        self.sectors.show_sectors(community)


class _Room(QWidget):
    """Room for a table, which asks for no more of it than it needs: it scrolls, and is no reason for the page to.

    A layout would ask for what a table likes best, and for its picture and heading while it has no row.
    """

    def hold(self, table: QWidget) -> None:
        """Take the table, which was made on it."""
        self._table = table
        table.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Some rows, or what is said where there are none."""
        return self._table.minimumSizeHint().expandedTo(QSize(0, larger(_TABLE_HIGH)))

    def sizeHint(self) -> QSize:
        """As wide as it likes, and no higher than it needs to be."""
        return QSize(self._table.sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill it."""
        super().resizeEvent(event)
        self._table.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew when what it holds does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
