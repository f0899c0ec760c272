"""All meetups in a table, with search: the way back to what was a year ago."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles.intake.cells import moment_cell
from learningcircles.zone import local_zone
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.rows import STATES, MeetupRow, fetch_meetups, list_meetups, state_of, state_words
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.or_empty import OrEmpty
from learningcircles_ui.parts.pills import tone_of, widest_pill
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, RecordsModel, row_with
from learningcircles_ui.parts.wanted import Wanted
from learningcircles_ui.shell import Shell


class MeetupList(QWidget):
    """A search field over a table. `offer` adds to a row's menu what can be done with its meetup.

    `opened` carries the meetup of a row opened with Enter or two clicks.
    """

    opened = Signal(object)

    def __init__(self, shell: Shell, offer: Callable[[Menu, Record], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._asked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.field = SearchField(self.tr("Search meetups by title and place"), self)
        self.model: RecordsModel[MeetupRow] = RecordsModel(
            shell.tasks, self._columns(), list_meetups, fetch_meetups, self
        )
        self.table = Table(self.tr("Meetups"), self)
        self.table.setModel(self.model)
        self.table.opened.connect(self._opened)
        self.table.deleted.connect(self._remove)
        state = widest_pill(map(state_words, STATES))
        self.table.widths(165, 150, 130, 70, 64, state, stretch=1)
        self.table.row_menu = lambda menu: self._offer_row(menu, offer)
        self.table.row_name = self._row_name
        offer_list(shell, self.table, "meetup", "meetups")
        self.wanted = Wanted(self.table, self.model)
        self.field.typed.connect(lambda words: self.model.ask(self.model.question._replace(text=words)))
        above = QVBoxLayout()
        above.setContentsMargins(10, 10, 10, 0)
        above.addWidget(self.field)
        column.addLayout(above)
        nothing = EmptyState(
            "calendar-plus",
            self.tr("No meetup yet"),
            self.tr("Plan one, and it is in everyone’s calendar."),
            self.tr("Plan a meetup") if shell.may_write else "",
            lambda: shell.signals.asked.emit("meetups", ("plan", None)),
        )
        column.addWidget(OrEmpty(self.table, self.model, nothing, self), 1)

    def look(self) -> None:
        """Read the table at first; later only what may have changed."""
        if self._asked:
            self.model.refresh()
        else:
            self._asked = True
            self.model.ask(self.model.question)

    def _row_name(self) -> str:
        row = self.model.row(self.table.currentIndex().row())
        return str(row.record.get("title", "")) if row is not None else ""

    def _offer_row(self, menu: Menu, offer: Callable[[Menu, Record], None]) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            offer(menu, row.record)
            menu.addSeparator()
            remove = menu.offer(self.tr("Remove"), partial(self._remove, row.record.id), "trash", "danger")
            allow(remove, self._shell.may_write)

    def _remove(self, id_: object) -> None:
        row = row_with(self.model, id_)
        if isinstance(id_, bytes) and row is not None and self._shell.may_write:
            said = self.tr("{title} removed").format(title=row.record.get("title", ""))
            self._shell.do(lambda verbs: verbs.records.remove("meetup", id_), say=said)

    def _opened(self, id_: object) -> None:
        row = row_with(self.model, id_)
        if row is not None:
            self.opened.emit(row.record)

    def _columns(self) -> list[Column[MeetupRow]]:
        zone = local_zone()  # once: it is looked for in the system's files
        return [
            Column(
                self.tr("When"),
                lambda row: text.moment(row.record["start"], year=True),
                order="start",
                cell=lambda row: moment_cell(row.record.get("start", {}), zone),
            ),
            Column(self.tr("Title"), lambda row: str(row.record.get("title", "")), order="title", strong=True),
            Column(self.tr("Place"), lambda row: str(row.record.get("place", "")), order="place", soft=True, spared=3),
            Column(
                self.tr("Coming"),
                lambda row: text.number(row.coming) if row.coming else "",
                right=True,
                people=lambda row: row.coming,
                spared=1,
            ),
            Column(
                self.tr("Came"),
                lambda row: text.number(row.came) if row.came else "",
                right=True,
                people=lambda row: row.came,
                spared=2,
            ),
            Column(
                self.tr("State"),
                lambda row: state_words(state_of(row.record)),
                tone=lambda row: tone_of(state_of(row.record)),
                order="state",
            ),
        ]
