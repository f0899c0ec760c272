"""People: everyone in the circle in a table, one of them in detail beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes
from learningcircles.entities.people import MEMBER, STATUSES
from learningcircles.intake.cells import in_hours
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.people.consents_form import Consents
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.member_pane import MemberPane
from learningcircles_ui.pages.people.rows import Person, PersonRow, fetch, list_ids, read_person
from learningcircles_ui.pages.people.shown import PeopleShown
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.allowed import allow, why_not
from learningcircles_ui.parts.details import DetailsBeside, show_details
from learningcircles_ui.parts.draft_names import CONSENT
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.layouts import below_each_other
from learningcircles_ui.parts.list_beside import ListBeside
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.marked import marked_ids
from learningcircles_ui.parts.pills import tone_of, widest_pill
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, Question, RecordsModel, row_with
from learningcircles_ui.parts.wanted import Wanted
from learningcircles_ui.print.sheets import print_cards
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import is_large, larger

_PAINTED_MS = 5
"""The list is painted first; then somebody is chosen of it, and shown."""
_PART_HIGH = 210
"""Pixels of the table and of the details, below each other, at the usual size of text."""
_SHOWN = ("member", "offer", "request", "swap", "consent", "rsvp", "meetup", "learning")


class PeoplePage(Page):
    """The table of members with search, filter and sorting."""

    name = "people"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._asked = False
        self._heads()
        self._beside = None if is_large() else DetailsBeside(self)
        room = self if self._beside is None else self._beside.across
        self.model: RecordsModel[PersonRow] = RecordsModel(shell.tasks, self._columns(), list_ids, fetch, self)
        self.table = Table(self.tr("Members"), self)
        self.line.then = self.table
        self._wanted = Wanted(self.table, self.model)
        self.wanted = {"member": self._wanted}
        self.pane = MemberPane(shell, room)
        self.of_chosen = lambda: self.pane.shared if self.pane.shown is not None else []
        self._body(room)
        self.model.counted.connect(self._counted)
        writes = shell.may_write
        self.command(self.tr("Add a member"), self.add_member, "Ctrl+N", icon_name="user-plus", allowed=writes)
        self.command(self.tr("Edit the chosen member"), self.edit, "F2", icon_name="edit", allowed=writes)
        self.command(self.tr("Search members"), self.field.setFocus, "Ctrl+F", icon_name="search")
        self.command(self.tr("Filter the members…"), self.narrow.click, icon_name="filter")
        for each in self.pane.papers:
            named, what = seen(each.text()), self.tr("print paper pdf")
            self.command(named, partial(self._of_chosen, each), icon_name="printer", also_called=what)
        for each in self.pane.deeds:
            self.command(seen(each.text()), partial(self._of_chosen, each), icon_name="user")

    def activate(self) -> None:
        """Read the table at first; later only what may have changed."""
        if not self._asked:
            self._asked = True
            self.narrow.recall()
            self._ask()
        else:
            self.model.refresh()
            self.pane.look()

    def changed(self, changes: Changes) -> None:
        """Read again what a write may have touched."""
        if touches(changes, *_SHOWN):
            self.model.refresh()
            self.pane.look()

    def show_record(self, entity: str, id_: bytes) -> None:
        """Choose a member."""
        if entity == "member":
            self._wanted.show(id_)
            self.pane.show_record(id_)
            show_details(self._beside, self.pane)
            if self.model.row_of(id_) is None and self.field.text():
                self.field.edit.clear()  # words that hide whom one came to see

    def search(self, words: str) -> None:
        """Search for these words."""
        self.field.edit.setText(words)

    def begin(self, what: str, id_: bytes | None) -> None:
        """Add a member, import a list of them, or go on with what one of them agrees to."""
        if what == "add":
            self.add_member()
        elif what == CONSENT and id_ is not None:
            self.shell.tasks.query(lambda reader: read_person(reader, id_), partial(_agreed, self), key="consents")
        elif what == "import":
            self.import_members()

    def edit(self) -> None:
        """Edit the chosen member, where they can be seen."""
        show_details(self._beside, self.pane)
        self.table.go_to(self.table.currentIndex().row())  # by hand, wherever another order puts them
        self.pane.edit()

    def add_member(self) -> None:
        """Ask for a new member."""
        if not self.shell.may_write:
            return
        dialog = AddMember(self.shell, self)
        dialog.accepted.connect(lambda: self.show_record("member", dialog.added or b""))
        self.ask(dialog)

    def _of_chosen(self, meant: QAction) -> None:
        """Do something of the menu of the chosen member, who is in view by now; or say why it cannot be done."""
        several = marked_ids(self.table)
        if meant is self.pane.card and len(several) > 1:
            print_cards(self.shell, several, self)
        elif self.pane.shown is None:
            self.shell.signals.said.emit(self.tr("Choose somebody first, then once more."), b"")
        else:
            if why_not(meant):
                self.shell.signals.said.emit(why_not(meant), b"")
            meant.trigger()

    def offered(self) -> list[QAction]:
        """Leave out what cannot be done with the one who is chosen."""
        chosen = self.pane.shown is not None
        idle = {
            each.text() for each in self.pane.deeds if not each.isVisible() or not (each.isEnabled() or why_not(each))
        }
        return [each for each in super().offered() if not chosen or each.text() not in idle]

    def import_members(self) -> None:
        """Bring in a list of members."""
        if self.shell.may_write:
            lazy("learningcircles_ui.pages.importing.preview").ask_for_file(self.shell, self, "member")

    def _heads(self) -> None:
        self.shown = PeopleShown(self.shell, self)
        self._filter, self.narrow, self.line = self.shown.status, self.shown.narrow, self.shown.line
        self._filter.currentIndexChanged.connect(lambda _: self._ask())
        add = button(self.tr("Add member"), self.add_member, icon_name="plus", kind="main")
        writes = self.shell.may_write
        allow(add, writes)
        bring = self.command(self.tr("Import members…"), self.import_members, icon_name="file-import", allowed=writes)
        self.narrow.narrowed.connect(self._ask)
        self.header.add(self.narrow)
        self.header.add(self._filter)
        self.setTabOrder(self.narrow, self._filter)  # as they are drawn
        brings = button(self.tr("Import"), bring.trigger, icon_name="file-import", tip=seen(bring.text()))
        allow(brings, writes)
        self.header.add(brings)
        self.header.add(add)
        self.field = SearchField(self.tr("Search names, skills, neighbourhoods"), self, keys="Ctrl+F")
        self.field.typed.connect(lambda _: self._ask())
        self.column.addWidget(self.field)
        self.column.addWidget(self.line)

    def _body(self, room: QWidget) -> None:
        self.table.setModel(self.model)
        status = widest_pill(text.choice_label(MEMBER.field("status"), each) for each in STATUSES[:5])
        self.table.widths(170, 120, 115, 110, 104, status)
        offer_list(self.shell, self.table, "member", "people")
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.edit())
        self.pane.removed.connect(self._remove)
        listed = ListBeside(
            self.table,
            self.model,
            self.pane,
            self.field,
            self._nobody(),
            room,
            filters=self.shown.filters,
            unfound=self.tr("Nobody found"),
        )
        self._stack = listed.stack
        if self._beside is None:
            high = larger(_PART_HIGH)
            self.column.addWidget(below_each_other(self, (listed, high), (self.pane, high)), 1)
            return
        self._beside.hold(listed, self.table, self.pane)
        self.column.addWidget(self._beside, 1)

    def _nobody(self) -> EmptyState:
        return EmptyState(
            "users",
            self.tr("Nobody here yet"),
            self.tr("Add the first member by name. Everything else can wait.") if self.shell.may_write else "",
            self.tr("Add member") if self.shell.may_write else "",
            self.add_member,
        )

    def _columns(self) -> list[Column[PersonRow]]:
        status = MEMBER.field("status")
        return [
            Column(
                self.tr("Name"),
                lambda row: str(row.record.get("name", "")),
                order="name",
                number=lambda row: str(row.record["number"] or ""),
            ),
            Column(self.tr("Neighbourhood"), lambda row: str(row.record.get("place", "")), order="place", spared=3),
            Column(self.tr("Offers"), lambda row: row.offers),
            Column(self.tr("Wants"), lambda row: row.wants, spared=2),
            Column(
                self.tr("Hours"),
                lambda row: text.hours(row.minutes, signed=True),
                order="balance",
                right=True,
                cell=lambda row: in_hours(row.minutes),
            ),
            Column(
                self.tr("Status"),
                lambda row: text.choice_label(status, row.record.get("status") or "active"),
                tone=lambda row: tone_of(row.record.get("status") or "active"),
                order="status",
                spared=1,
            ),
        ]

    def _ask(self) -> None:
        where = self.shown.where()
        now = self.model.question
        self.model.ask(Question(self.field.text(), tuple(where.items()), now.order, now.descending))

    def _counted(self, number: int) -> None:
        self.header.count.setText(text.grouped(self.tr("%n people", "", number), number))
        self._wanted.look()
        QTimer.singleShot(_PAINTED_MS, self, self._choose_somebody)

    def _choose_somebody(self) -> None:
        """Show the first one where nobody is chosen."""
        if self.table.currentIndex().isValid() or self._wanted.waits:
            return
        if self.model.rowCount():
            self.table.go_to(0, unasked=True)
        else:
            self.pane.show_record(None)

    def _chosen(self, id_: object) -> None:
        if isinstance(id_, bytes):  # else another list has come: `_counted` says who is shown once it is known
            self.pane.show_record(id_)

    def _remove(self, id_: object) -> None:
        row, person = row_with(self.model, id_), self.pane.shown
        record = row.record if row is not None else person.record if person is not None else None
        if not isinstance(id_, bytes) or record is None or record.id != id_:
            return
        if not self.shell.may_write or record.deleted:
            return
        said = self.tr("{name} removed").format(name=record.get("name", ""))
        self.shell.do(lambda verbs: verbs.records.remove("member", id_), say=said)


def _agreed(page: PeoplePage, person: Person | None) -> None:
    if person is not None:
        page.ask(Consents(page.shell, person.record, person.consents, page))
