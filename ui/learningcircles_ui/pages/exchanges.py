"""Exchanges: offers and requests beside each other, and below them the exchanges of time by state."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.facets import Verbs
from learningcircles.entities.exchange import OFFER, SWAP, SWAP_STATES
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.exchange_rows import ListingRow, SwapRow, fetch_swaps, lister, listing_fetcher
from learningcircles_ui.pages.listing_form import ListingForm
from learningcircles_ui.pages.opening_balances import OpeningBalances
from learningcircles_ui.pages.swap_form import SwapForm
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.headings import button, card, subtitle
from learningcircles_ui.parts.pills import tone_of
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, Question, RecordsModel
from learningcircles_ui.print.sheets import print_noticeboard
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import GAP

_LIVE = ("open", "matched", "draft")


class ExchangesPage(Page):
    """Three tables over one search field."""

    name = "exchanges"
    icon = "arrows-exchange"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._asked = False
        self._heads()
        self.listings: dict[str, RecordsModel[ListingRow]] = {}
        self.tables: dict[str, Table] = {}
        above = QWidget(self)
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._listing_card("offer", self.tr("Offers"), self.tr("Add an offer"), "Ctrl+Shift+O"))
        row.addWidget(self._listing_card("request", self.tr("Requests"), self.tr("Add a request"), "Ctrl+Shift+R"))
        self.swaps: RecordsModel[SwapRow] = RecordsModel(
            shell.tasks, self._swap_columns(), lister("swap"), fetch_swaps, self
        )
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(self._swap_card())
        split.setSizes([300, 320])
        self.column.addWidget(split, 1)

    def title(self) -> str:
        """Return the page's name on screen."""
        return self.tr("Exchanges")

    def activate(self) -> None:
        """Read the tables at first; later only what may have changed."""
        if not self._asked:
            self._asked = True
            self._ask()
            return
        for model in self.listings.values():
            model.refresh()
        self.swaps.refresh()

    def changed(self, changes: Changes) -> None:
        """Read again what a write may have touched."""
        if touches(changes, "offer", "request", "swap", "member"):
            self.activate()

    def show_record(self, entity: str, id_: bytes) -> None:
        """Open an offer or request; choose an exchange."""
        if entity in self.listings:
            self._open(entity, id_)
        elif entity == "swap":
            row = self.swaps.row_of(id_)
            if row is not None:
                self._swap_table.go_to(row)

    def search(self, words: str) -> None:
        """Search for these words."""
        self.field.edit.setText(words)

    def begin(self, what: str, id_: bytes | None) -> None:
        """Record an exchange, or add an offer or request."""
        if what in self.listings:
            self._add(what)
        elif what == "record":
            self.record(id_)

    def record(self, giver: bytes | None = None) -> None:
        """Ask for an exchange."""
        if self.shell.may_write:
            SwapForm(self.shell, self, giver).open()

    def _heads(self) -> None:
        record = self.command(self.tr("Record an exchange"), self.record, "Ctrl+N", icon_name="arrows-exchange")
        self.command(self.tr("Search exchanges"), lambda: self.field.setFocus(), "Ctrl+F", icon_name="search")
        board = self.command(self.tr("Print the noticeboard sheet"), self._print_board, icon_name="printer")
        if self.shell.may_write:
            opening = self.command(self.tr("Opening balances…"), self._open_balances, icon_name="clock")
            self.header.add(button(opening.text(), opening.trigger, parent=self))
        self.header.add(button(self.tr("Print"), board.trigger, icon_name="printer", parent=self))
        made = button(record.text(), record.trigger, icon_name="plus", kind="main", parent=self)
        made.setEnabled(self.shell.may_write)
        self.header.add(made)
        self.field = SearchField(self.tr("Search names, topics and titles  (Ctrl+F)"), self)
        self.field.typed.connect(lambda _: self._ask())
        self.column.addWidget(self.field)

    def _open_balances(self) -> None:
        OpeningBalances(self.shell, self).open()

    def _print_board(self) -> None:
        print_noticeboard(self.shell, self)

    def _listing_card(self, entity: str, heading: str, adding: str, keys: str) -> QWidget:
        frame, column = card(self, margin=1)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 10, 0)
        head.addWidget(subtitle(heading, frame), 1)
        add = self.command(adding, partial(self._add, entity), keys, icon_name="plus")
        made = button("", add.trigger, icon_name="plus", tip=adding, parent=frame)
        made.setEnabled(self.shell.may_write)
        head.addWidget(made)
        column.addLayout(head)
        model: RecordsModel[ListingRow] = RecordsModel(
            self.shell.tasks, self._listing_columns(), lister(entity), listing_fetcher(entity), self
        )
        table = Table(heading, frame)
        table.setModel(model)
        table.widths(200, 130, 96)
        table.opened.connect(partial(self._open, entity))
        table.deleted.connect(partial(self._remove, entity))
        column.addWidget(table)
        self.listings[entity], self.tables[entity] = model, table
        return frame

    def _listing_columns(self) -> list[Column[ListingRow]]:
        state = OFFER.field("state")
        return [
            Column(self.tr("Title"), lambda row: str(row.record.get("title", "")), order="title"),
            Column(self.tr("Who"), lambda row: row.member, soft=True),
            Column(
                self.tr("State"),
                lambda row: text.choice_label(state, row.record.get("state", "")),
                tone=lambda row: tone_of(row.record.get("state")),
                order="state",
            ),
        ]

    def _swap_columns(self) -> list[Column[SwapRow]]:
        state = SWAP.field("state")
        return [
            Column(self.tr("When"), lambda row: text.day(row.record.get("on"), short=True), order="on"),
            Column(self.tr("From"), lambda row: row.provider),
            Column(self.tr("To"), lambda row: row.receiver),
            Column(self.tr("What"), lambda row: str(row.record.get("topic", "")), order="topic", soft=True),
            Column(self.tr("Time"), lambda row: text.hours(row.record.get("minutes", 0)), order="minutes", right=True),
            Column(
                self.tr("State"),
                lambda row: text.choice_label(state, row.record.get("state", "")),
                tone=lambda row: tone_of(row.record.get("state")),
                order="state",
            ),
        ]

    def _swap_card(self) -> QWidget:
        frame, column = card(self, margin=1)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 10, 0)
        head.addWidget(subtitle(self.tr("Time exchanged"), frame), 1)
        self._filter = Choice(frame)
        self._filter.setAccessibleName(self.tr("Which exchanges"))
        self._filter.addItem(self.tr("All"), "")
        for state in SWAP_STATES:
            self._filter.addItem(text.choice_label(SWAP.field("state"), state), state)
        self._filter.currentIndexChanged.connect(lambda _: self._ask())
        head.addWidget(self._filter)
        column.addLayout(head)
        self._swap_table = Table(self.tr("Time exchanged"), frame)
        self._swap_table.setModel(self.swaps)
        self._swap_table.widths(120, 170, 170, 200, 90, 110, stretch=3)
        self._swap_table.chosen.connect(lambda _: self._offer_turns())
        self.swaps.dataChanged.connect(lambda *_: self._offer_turns())
        self._swap_table.deleted.connect(partial(self._remove, "swap"))
        column.addWidget(self._swap_table)
        column.addLayout(self._turn_row(frame))
        return frame

    def _turn_row(self, frame: QWidget) -> QHBoxLayout:
        """What can be done with the chosen exchange. It stands below the list: Tab comes to it with one chosen."""
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 10, 10)
        row.addStretch(1)
        self._turns: dict[str, QWidget] = {}
        for verb, words in self._verbs().items():
            made = button(words, partial(self._turn, verb), parent=frame)
            made.setEnabled(False)
            self._turns[verb] = made
            row.addWidget(made)
        return row

    def _verbs(self) -> dict[str, str]:
        return {
            "confirm": self.tr("Confirm"),
            "decline": self.tr("Decline"),
            "dispute": self.tr("Dispute"),
            "reverse": self.tr("Reverse"),
        }

    def _ask(self) -> None:
        words = self.field.text()
        for model in self.listings.values():
            model.ask(Question(words, (("state", _LIVE),)))
        state = self._filter.currentData()
        self.swaps.ask(Question(words, (("state", state),) if state else ()))

    def _offer_turns(self) -> None:
        row = (
            self.swaps.row(self._swap_table.currentIndex().row()) if self._swap_table.currentIndex().isValid() else None
        )
        state = str(row.record.get("state", "")) if row is not None and self.shell.may_write else None
        allowed = {
            None: (), "proposed": ("confirm", "decline", "dispute"), "confirmed": ("dispute", "reverse"),
            "disputed": ("confirm", "decline"), "declined": ("confirm",),
        }  # fmt: skip
        for verb, made in self._turns.items():
            made.setEnabled(verb in allowed.get(state, ()))

    def _turn(self, verb: str) -> None:
        swap = self._swap_table.current_id()
        if not isinstance(swap, bytes):
            return
        said = {
            "confirm": self.tr("Confirmed"),
            "decline": self.tr("Declined"),
            "dispute": self.tr("Disputed"),
            "reverse": self.tr("Reversed: both entries stay in the ledger"),
        }
        self.shell.do(lambda verbs: getattr(verbs.swaps, verb)(swap), say=said[verb])

    def _add(self, entity: str) -> None:
        if self.shell.may_write:
            ListingForm(self.shell, self, entity).open()

    def _open(self, entity: str, id_: object) -> None:
        if isinstance(id_, bytes) and self.shell.may_write:
            self.shell.tasks.query(
                lambda reader: reader.find_one(entity, id_), lambda record: self._edit(entity, record), key="listing"
            )

    def _edit(self, entity: str, record: Record | None) -> None:
        if record is not None:
            ListingForm(self.shell, self, entity, record).open()

    def _remove(self, entity: str, id_: object) -> None:
        if isinstance(id_, bytes) and self.shell.may_write:
            work: Callable[[Verbs], Changes] = lambda verbs: verbs.records.remove(entity, id_)  # noqa: E731
            self.shell.do(work, say=self.tr("Removed"))
