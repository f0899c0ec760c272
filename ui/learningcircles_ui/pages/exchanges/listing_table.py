"""Offers or requests in a card: its heading, a button to add one, the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.listings import has_ended
from learningcircles.circle.matching import MATCHED
from learningcircles.entities.exchange import OFFER
from learningcircles.entities.registry import entity as declared
from learningcircles_ui import text
from learningcircles_ui.pages.exchanges.find_someone import find_someone
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.rows import ENDED, ListingRow, lister, listing_fetcher
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import as_card, button, flowing, headed
from learningcircles_ui.parts.headings import heading as card_heading
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.marked import marked_row
from learningcircles_ui.parts.or_empty import Filters, OrEmpty
from learningcircles_ui.parts.pills import tone_of, widest_pill
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, RecordsModel, row_with
from learningcircles_ui.parts.wanted import Wanted
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import is_large

_LIVE = ("open", "matched", "draft")
_MARKS = ("open", "matched", "fulfilled", "withdrawn")


class ListingTable(QWidget):
    """For `entity` "offer" or "request": those that are neither fulfilled nor withdrawn.

    Of what has ended by its last day the state says since when: it can be renewed, and is matched with nobody before.
    Of a request that is matched it says for which day: then it is asked whether the exchange took place.

    `ask` opens a form for a new one. `filters`: what the page narrows them by.
    """

    def __init__(
        self, shell: Shell, entity: str, heading: str, adding: str, ask: Callable[[QDialog], None], filters: Filters,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._filters = filters
        self._shell, self._entity, self._ask = shell, entity, ask
        self.heading, self._adding = heading, adding
        frame, column = as_card(self, margin=1)
        self._adder = made = button("", self.add, icon_name="plus", tip=adding, parent=frame)
        allow(made, shell.may_write)
        self.finder = button(self.tr("Find someone…"), self._find, icon_name="search", parent=frame)
        self.finder.setVisible(entity == "request")
        allow(self.finder, shell.may_write)
        self._title = card_heading(heading, frame)
        column.addWidget(headed(self._title, made if entity == "offer" else flowing(self.finder, made), parent=frame))
        self.model: RecordsModel[ListingRow] = RecordsModel(
            shell.tasks, self._columns(), lister(entity), listing_fetcher(entity), self
        )
        self.table = Table(heading, frame)
        self.table.setModel(self.model)
        self.wanted = Wanted(self.table, self.model)
        labels = [text.choice_label(OFFER.field("state"), each) for each in _LIVE]
        self.table.widths(200, 130, widest_pill([*labels, _ended(text.today()), _matched(text.today())]))
        offer_list(shell, self.table, entity, f"{entity}s")
        self.table.opened.connect(self.open)
        self.table.deleted.connect(self._remove)
        self.table.row_menu = self._offer_row
        self.table.is_beside = lambda words: not self.finder.isHidden() and words == self.finder.text()
        nothing = EmptyState(
            "heart-handshake" if entity == "offer" else "search",
            self.tr("No offer yet") if entity == "offer" else self.tr("No request yet"),
            self.tr("What would somebody teach?") if entity == "offer" else self.tr("What would somebody learn?"),
            adding if shell.may_write else "",
            self.add,
        )
        self.stack = OrEmpty(self.table, self.model, nothing, frame, filters)
        column.addWidget(self.stack, 1)

    def ask(self, words: str, *, ended: bool = False) -> None:
        """Show those that hold these words; `ended`: those alone that have ended lately."""
        where = (ENDED, text.today()) if ended else ("state", _LIVE)
        self.model.ask(self.model.question._replace(text=words, where=(where,)))

    def stand_alone(self, alone: bool) -> None:
        """Leave out the heading where a tab above says it; where there is room then, say in words what is added."""
        self._title.setText("" if alone else self.heading)
        one = self.finder.isHidden() or not is_large()
        self._adder.setText(self._adding if alone and one else "")

    def whole(self) -> int:
        """Return the pixels in which none of it is cut."""
        wide = self.table.columns.room.whole() if self.table.columns is not None else 0
        return wide + self.width() - self.table.viewport().width() if wide else 0

    def add(self) -> None:
        """Ask for a new one."""
        if self._shell.may_write:
            form = ListingForm(self._shell, self, self._entity)
            form.accepted.connect(self._filters.off)  # it would not be seen
            form.accepted.connect(lambda: self.wanted.show(form.added))
            self._ask(form)

    def _find(self) -> None:
        """Look for somebody for the chosen request."""
        row = self.model.row(marked_row(self.table))
        if row is None:
            self._shell.signals.said.emit(self.tr("Choose a request first."), b"")
        else:
            self._find_for(row.record)

    def _find_for(self, request: Record) -> None:
        if has_ended(request, text.today()):
            self._shell.signals.said.emit(self.tr("This request has ended. Change its last day first."), b"")
        elif request["state"] == MATCHED:
            self._shell.signals.said.emit(self.tr("Somebody is found for this request already."), b"")
        else:
            find_someone(self._shell, request.id, self)

    def open(self, id_: object) -> None:
        """Open one to change it."""
        if isinstance(id_, bytes) and self._shell.may_write:
            entity = self._entity
            self._shell.tasks.query(lambda reader: reader.find_one(entity, id_), self._edit, key="listing")

    def _edit(self, record: Record | None) -> None:
        if record is not None:
            ListingForm(self._shell, self, self._entity, record).open()

    def _remove(self, id_: object) -> None:
        row = row_with(self.model, id_)
        if isinstance(id_, bytes) and row is not None and self._shell.may_write:
            entity, said = self._entity, self.tr("{title} removed").format(title=row.record.get("title", ""))
            self._shell.do(lambda verbs: verbs.records.remove(entity, id_), say=said)

    def _mark(self, listing: Record, state: str) -> None:
        """Say how it stands with an offer or a request."""
        label = text.choice_label(OFFER.field("state"), state)
        said = text.labelled(str(listing.get("title", "")), label)
        self._shell.do(lambda verbs: verbs.records.edit(self._entity, listing.id, {"state": state}), say=said)

    def _offer_row(self, menu: Menu) -> None:
        """Add what can be done with an offer or a request: change it, match it, go to its person, remove it."""
        row = self.model.row(self.table.currentIndex().row())
        if row is None:
            return
        listing, ask, writes = row.record, self._shell.signals.asked.emit, self._shell.may_write
        person = listing["member"]
        allow(menu.offer(self.tr("Change…"), partial(self.open, listing.id), "edit"), writes)
        for state in _MARKS:
            if state != listing.get("state", "open"):
                words = self.tr("Mark as: {state}").format(state=text.choice_label(OFFER.field("state"), state))
                allow(menu.offer(words, partial(self._mark, listing, state)), writes)
        menu.addSeparator()
        if self._entity == "request":
            allow(menu.offer(self.tr("Find someone…"), partial(self._find_for, listing), "search"), writes)
        if person and self._entity == "offer":
            record = partial(ask, "exchanges", ("record", person))
            allow(menu.offer(self.tr("Record an exchange"), record, "heart-handshake"), writes)
        if person:
            menu.offer(self.tr("Show the person"), partial(ask, "member", person), "user")
        menu.addSeparator()
        allow(menu.offer(self.tr("Remove"), partial(self._remove, listing.id), "trash", "danger"), writes)

    def _columns(self) -> list[Column[ListingRow]]:
        state = partial(text.choice_label, OFFER.field("state"))

        def ended(row: ListingRow) -> bool:
            return has_ended(row.record, text.today())

        def told(row: ListingRow) -> str:
            if ended(row):
                return _ended(str(row.record["expires"]))
            return _matched(row.proposed) if row.proposed else state(row.record.get("state", ""))

        return [
            Column(
                self.tr("Title"),
                lambda row: str(row.record.get("title", "")),
                order="title",
                heading=text.kind_label(declared(self._entity)),
            ),
            Column(self.tr("Who"), lambda row: row.member, soft=True, member=lambda row: row.record["member"]),
            Column(
                self.tr("State"),
                told,
                tone=lambda row: tone_of("expired" if ended(row) else row.record.get("state")),
                order="state",
                cell=lambda row: state(row.record.get("state", "")),  # what an import takes back as it was
            ),
        ]


def _matched(day: str) -> str:
    """Return the state of a request for which somebody is proposed."""
    return QCoreApplication.translate("ListingTable", "Matched for {day}").format(day=text.day(day, short=True))


def _ended(day: str) -> str:
    """Return the state of what had a last day: in few letters, since the form has all of it."""
    if day[:4] != text.today()[:4]:
        return QCoreApplication.translate("ListingTable", "Ended in {year}").format(year=day[:4])
    return QCoreApplication.translate("ListingTable", "Ended on {day}").format(day=text.day(day, short=True))
