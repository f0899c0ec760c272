"""The three lists of the exchanges in the room that there is: all at once, or one beside the other, or one by one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from learningcircles_ui import text
from learningcircles_ui.pages.exchanges.listing_table import ListingTable
from learningcircles_ui.pages.exchanges.swap_table import SwapTable
from learningcircles_ui.parts.layouts import scrolled, split
from learningcircles_ui.parts.shared_room import SharedRoom
from learningcircles_ui.parts.tabs import Tabs
from learningcircles_ui.theme import GAP, is_large, larger

_WIDE = 640
"""Pixels at the usual size of text below which nothing stands beside anything."""
_LISTINGS_HIGH, _SWAPS_HIGH = 212, 298
"""Pixels that offers and requests have at least above the exchanges, three rows, and these below them, four."""
_SHARE = (300, 320)
LISTINGS = "listings"
"""The name of offers and requests beside each other."""


class ExchangeLists(QWidget):
    """Where there is room, offers and requests stand beside each other over the exchanges of time.

    On a low screen those two or the exchanges are in view, with large text or in a narrow window one of the three, and
    tabs above say which: so each has one bar and the room for more than a few rows, and its buttons stay in sight.
    `chosen` carries the tab that somebody has turned to, which the page may remember.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, beside: QWidget | None = None) -> None:
        """`beside`: what stands in the line of the tabs, at its far end."""
        super().__init__(parent)
        self.whole = split(Qt.Orientation.Vertical, self)
        self.area = scrolled(self.whole, self, around=parent)
        self.above = SharedRoom(self.whole)
        self.tabs = Tabs(self.tr("Which list"), self)
        self.tabs.chosen.connect(self._turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._line, self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight), beside
        self._line.setSpacing(GAP)
        self._line.addWidget(self.tabs, 1)
        if beside is not None:
            self._line.addWidget(beside, 0, Qt.AlignmentFlag.AlignTrailing)
        column.addLayout(self._line)
        column.addWidget(self.area, 1)
        self._last = LISTINGS
        self._names: tuple[str, ...] | None = None

    def hold(self, listings: Mapping[str, ListingTable], swaps: SwapTable) -> None:
        """Take the lists, which are made where they will stand: on `above` and on `whole`."""
        self._listings, self._swaps = listings, swaps
        offers, requests = listings["offer"], listings["request"]
        self.above.hold(offers, requests, (offers.whole, requests.whole))
        for part in (self.above, swaps):
            self.whole.addWidget(part)
        self.whole.setSizes(_SHARE)
        for each in listings.values():
            each.model.counted.connect(lambda _: self._look())
            each.model.dataChanged.connect(lambda *_: self._look())
            each.model.counted.connect(lambda _: self._count())
        swaps.model.counted.connect(lambda _: self._count())

    def show_list(self, name: str) -> None:
        """Bring "offer", "request" or "swap" into view, or `LISTINGS`."""
        self._last = name
        self._show()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of the lists: whatever stands beside it gets a tab."""
        held = (*self._listings.values(), self._swaps)
        return QSize(max(each.minimumSizeHint().width() for each in held), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        names = self._fitting(event.size())
        if names != self._names:
            self._names = names
            self.tabs.offer(names)
            self._count()
            self.tabs.setVisible(bool(names))
            self._show()
        self._turn_line(event.size().width())

    def _turn_line(self, room: int) -> None:
        """What stands beside the tabs stands below them where their words would be cut."""
        if self._beside is not None:
            wide = self.tabs.sizeHint().width() + GAP + self._beside.sizeHint().width()
            way = QBoxLayout.Direction.TopToBottom if wide > room else QBoxLayout.Direction.LeftToRight
            self._line.setDirection(way)

    @staticmethod
    def _fitting(room: QSize) -> tuple[str, ...]:
        """Return what has a tab, nothing where all are in view."""
        if is_large() or room.width() < larger(_WIDE):
            return "offer", "request", "swap"
        if room.height() < larger(_LISTINGS_HIGH) + GAP + larger(_SWAPS_HIGH):
            return LISTINGS, "swap"
        return ()

    def _count(self) -> None:
        """Call the tabs by what they show, and while somebody searches by how much of it was found: what is found may
        stand behind another tab.
        """
        said = {LISTINGS: self.tr("Offers and requests"), "swap": self.tr("Time exchanged")}
        said |= {name: each.heading for name, each in self._listings.items()}
        found = {name: each.model.rowCount() for name, each in self._listings.items()}
        found |= {LISTINGS: sum(found.values()), "swap": self._swaps.model.rowCount()}
        searched = bool(self._swaps.model.question.text)
        self.tabs.call({name: f"{said[name]}  {text.number(found[name])}" if searched else said[name] for name in said})
        stacks = {name: each.stack for name, each in self._listings.items()} | {"swap": self._swaps.stack}
        for name, stack in stacks.items():
            own = LISTINGS if name in self._listings and LISTINGS in (self._names or ()) else name
            others = [tab for tab in self._names or () if tab != own and found[tab]] if searched else []
            where = self.tr("{count} under “{list}”.")
            told = (where.format(count=text.number(found[tab]), list=said[tab]) for tab in others)
            stack.say_elsewhere(" ".join(told))

    def _turned(self, name: str) -> None:
        self._last = name
        self._show()
        self.chosen.emit(name)

    def _show(self) -> None:
        names = self._names or ()
        now = self._last
        if now not in names:
            now = LISTINGS if LISTINGS in names else "offer"
        self.tabs.choose(now)
        for name, each in self._listings.items():
            each.setVisible(not names or now in (LISTINGS, name))
            each.stand_alone(name in names and now == name)
        self.above.setVisible(not names or now != "swap")
        self._swaps.setVisible(not names or now == "swap")
        self._swaps.stand_alone(bool(names))
        self._swaps.setMinimumHeight(0 if names else larger(_SWAPS_HIGH))
        self.above.setMinimumHeight(0 if names else larger(_LISTINGS_HIGH))

    def _look(self) -> None:
        """Lists that change their width while one searches are worse than a cut cell."""
        if not any(each.model.question.text for each in self._listings.values()):
            self.above.look()
