"""Exchanges: offers and requests beside each other, and with them the exchanges of time by state."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes, Record
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.exchanges.find_someone import find_someone
from learningcircles_ui.pages.exchanges.listing_table import ListingTable
from learningcircles_ui.pages.exchanges.lists import LISTINGS, ExchangeLists
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.exchanges.rows import ENDED
from learningcircles_ui.pages.exchanges.swap_form import SwapForm, latest
from learningcircles_ui.pages.exchanges.swap_table import SwapTable
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.draft_names import OPENING, PROPOSAL
from learningcircles_ui.parts.filter_line import FilterLine
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.layouts import reveal
from learningcircles_ui.parts.or_empty import Filters
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.print.sheets import print_noticeboard
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import is_large


class ExchangesPage(Page):
    """Three tables over one search field."""

    name = "exchanges"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._asked = self._ended = self._turns = False
        self.filters = Filters(self._narrowed_by, self._show_all)
        self._beside_tabs: QWidget | None = None
        self._heads()
        self.lists = ExchangeLists(self, self._beside_tabs)
        self.listings: dict[str, ListingTable] = {}
        self._listing("offer", self.tr("Offers"), self.tr("Add an offer"))
        self._listing("request", self.tr("Requests"), self.tr("Add a request"))
        self.swaps = SwapTable(shell, self.lists.whole)
        self.swaps.again.connect(self.again)
        self.wanted = {each: made.wanted for each, made in self.listings.items()} | {"swap": self.swaps.wanted}
        self.lists.hold(self.listings, self.swaps)
        self.lists.show_list(shell.remember.text("exchanges/list", LISTINGS))
        self.lists.chosen.connect(lambda name: shell.remember.put_text("exchanges/list", name))
        self.column.addWidget(self.lists, 1)
        QWidget.setTabOrder(self.field.edit, self.line.off)
        QWidget.setTabOrder(self.line.off, self.lists.tabs)  # above the lists, which are older
        if self._beside_tabs is not None:
            QWidget.setTabOrder(self.lists.tabs, self._beside_tabs)

    def activate(self) -> None:
        """Read the tables at first; later only what may have changed."""
        if not self._asked:
            self._asked = True
            self._ask()
            return
        for listing in self.listings.values():
            listing.model.refresh()
        self.swaps.model.refresh()

    def changed(self, changes: Changes) -> None:
        """Read again what a write may have touched."""
        if touches(changes, "offer", "request", "swap", "member"):
            self.activate()

    def show_record(self, entity: str, id_: bytes) -> None:
        """Open an offer or request; choose an exchange."""
        if entity in self.listings:
            self.lists.show_list(entity)
            self.listings[entity].open(id_)
        elif entity == "swap":
            self._show_swap(id_)

    def choose(self, entity: str, id_: bytes) -> None:
        """Bring the list that it is in into view, too."""
        if entity in self.wanted:
            self.lists.show_list(entity)
        super().choose(entity, id_)

    def _show_swap(self, id_: bytes | None) -> None:
        """Choose an exchange, and bring its list into view where the page scrolls."""
        self.lists.show_list("swap")
        self.swaps.wanted.show(id_)
        QTimer.singleShot(0, self.swaps, partial(reveal, self.swaps))

    def search(self, words: str) -> None:
        """Search for these words in all there are."""
        self._show_all()
        self.field.edit.setText(words)

    def begin(self, what: str, id_: bytes | None) -> None:
        """Record an exchange, or one again; add an offer or request, or find somebody; or show which have ended."""
        begins: dict[str, Callable[[], None]] = {
            "record": partial(self.record, id_),
            "again": partial(self.again, id_),
            OPENING: self._open_balances,
            ENDED: self._show_ended,
        }
        if what in self.listings:
            self.lists.show_list(what)
            self.listings[what].add()
        elif what == PROPOSAL and id_ is not None:
            self.lists.show_list("request")
            find_someone(self.shell, id_, self)
        elif what in begins:
            begins[what]()

    def record(self, giver: bytes | None = None) -> None:
        """Ask for an exchange."""
        if self.shell.may_write:
            self._ask_for(SwapForm(self.shell, self, giver))

    def again(self, swap: bytes | None = None) -> None:
        """Ask for the same exchange today: the one named, the one chosen in the table, else the last one recorded."""
        chosen = swap or (self.swaps.table.current_id() if self.swaps.table.hasFocus() else None)
        id_ = chosen if isinstance(chosen, bytes) else None
        if self.shell.may_write:
            self.shell.tasks.query(
                lambda reader: reader.find_one("swap", id_) if id_ else latest(reader), self._again, key="again"
            )

    def _again(self, swap: Record | None) -> None:
        self._ask_for(SwapForm(self.shell, self, again=swap))

    def _show_ended(self) -> None:
        """Show the offers and requests alone that have ended lately: whoever has them is asked whether they hold."""
        self._asked = self._ended = self._turns = True
        self.field.edit.clear()
        self.line.look()
        self.lists.show_list(LISTINGS)
        self._ask()
        self.answered.emit(True)

    def _show_all(self) -> None:
        if self._ended:
            self._ended = False
            self.line.look()
            self._ask()

    def _narrowed_by(self) -> str:
        return self.tr("offers and requests that have ended") if self._ended else ""

    def _turn(self) -> None:
        """Where each list has a tab, turn to the one that holds what is shown."""
        found = {name: each.model.rowCount() for name, each in self.listings.items() if each.model.known}
        if self._turns and len(found) == len(self.listings):
            self._turns = False
            self.lists.show_list(LISTINGS if found["offer"] or not found["request"] else "request")

    def _ask_for(self, form: SwapForm) -> None:
        form.accepted.connect(lambda: self._show_swap(form.recorded))
        self.ask(form)

    def _heads(self) -> None:
        words, writes = self.tr("Record an exchange"), self.shell.may_write
        self.command(words, self.record, "Ctrl+N", icon_name="arrows-exchange", allowed=writes)
        self.command(self.tr("Search exchanges"), lambda: self.field.setFocus(), "Ctrl+F", icon_name="search")
        board = self.command(
            self.tr("Print the noticeboard sheet"), partial(print_noticeboard, self.shell, self), icon_name="printer"
        )
        if writes:
            opening = self.tr("Opening balances…")
            self.command(opening, self._open_balances, icon_name="clock")
            made = button(opening, self._open_balances, parent=self)
            if is_large():
                self._beside_tabs = made  # the header has no room for it
            else:
                self.header.add(made)
        self.header.add(button(self.tr("Print"), board.trigger, icon_name="printer", parent=self))
        made = button(words, self.record, icon_name="plus", kind="main", parent=self)
        allow(made, writes)
        self.header.add(made)
        self.field = SearchField(self.tr("Search names, topics and titles"), self, keys="Ctrl+F")
        self.field.typed.connect(lambda _: self._ask())
        self.column.addWidget(self.field)
        self.line = FilterLine(self.filters, self)
        self.line.then = self.field.edit
        self.column.addWidget(self.line)

    def _listing(self, entity: str, heading: str, adding: str) -> None:
        made = ListingTable(self.shell, entity, heading, adding, self.ask, self.filters, self.lists.above)
        made.model.counted.connect(lambda _: self._turn())
        self.listings[entity] = made

    def _open_balances(self) -> None:
        self.ask(OpeningBalances(self.shell, self))

    def _ask(self) -> None:
        self.swaps.ask(self.field.text())
        for listing in self.listings.values():
            listing.ask(self.field.text(), ended=self._ended)
