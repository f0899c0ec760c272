"""Learning: what the circle teaches and learns by topic, and who has learned what, all three kinds side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes
from learningcircles.entities.learning import KINDS, LEARNING
from learningcircles.intake.cells import in_hours
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.learning.learned_form import LearnedForm
from learningcircles_ui.pages.learning.pane import LearningPane
from learningcircles_ui.pages.learning.rows import REMOVED, LearnedRow, fetch_learned, list_learned
from learningcircles_ui.pages.learning.topic_table import TopicTable
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.details import DetailsBeside, show_details
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.layouts import below_each_other, split
from learningcircles_ui.parts.list_beside import ListBeside
from learningcircles_ui.parts.or_empty import Filters
from learningcircles_ui.parts.pills import widest_pill
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, Question, RecordsModel, row_with
from learningcircles_ui.parts.turning import Turning
from learningcircles_ui.parts.wanted import Wanted
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import is_large, larger

_PART_HIGH = 210
"""Pixels at the usual size of text that each part has at least where they stand below each other."""
_SHOWN = ("learning", "member", "member_link", "offer", "request")


class LearningPage(Page):
    """Topics above, learning records below, one of them in detail beside them."""

    name = "learning"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._asked = False
        self._details: DetailsBeside | None = None
        self._heads()
        self.model: RecordsModel[LearnedRow] = RecordsModel(
            shell.tasks, self._columns(), list_learned, fetch_learned, self
        )
        self._turning = Turning(self)
        self.topics = TopicTable(shell, self._turning)
        self.topics.chosen.connect(self.search)
        self.table = Table(self.tr("Learning records"), self)
        self._wanted = Wanted(self.table, self.model)
        self.wanted = {"learning": self._wanted}
        self.pane = LearningPane(shell, self._turning)
        self.of_chosen = lambda: self.pane.shared if self.pane.shown is not None else []
        self._body()
        self.model.counted.connect(self._counted)
        writes = shell.may_write
        self.command(self.tr("Edit the chosen record"), self.edit, "F2", icon_name="edit", allowed=writes)
        self.command(self.tr("Search what was learned"), self.field.setFocus, "Ctrl+F", icon_name="search")

    def activate(self) -> None:
        """Read the tables at first; later only what may have changed."""
        if not self._asked:
            self._asked = True
            self._ask()
            self.topics.ask()
        else:
            self.model.refresh()
            self.pane.look()
            self.topics.model.refresh()  # last: in a large circle counting takes longest

    def changed(self, changes: Changes) -> None:
        """Read again what a write may have touched."""
        if touches(changes, *_SHOWN):
            self.activate()

    def show_record(self, entity: str, id_: bytes) -> None:
        """Choose a learning record, or all that holds a topic."""
        if entity == "topic":
            self.shell.tasks.query(lambda reader: str(reader.get("topic", id_).get("name", "")), self.search)
            return
        self._wanted.show(id_)
        self.pane.show_record(id_)
        show_details(self._details, self.pane)
        if self.model.row_of(id_) is None and self.field.text():
            self.field.edit.clear()  # words that hide what one came to see

    def search(self, words: str) -> None:
        """Search for these words."""
        self.field.edit.setText(words)

    def begin(self, what: str, id_: bytes | None) -> None:
        """Note what somebody learned."""
        if what == "note":
            self.note(id_)

    def note(self, member: bytes | None = None) -> None:
        """Ask who learned what."""
        if self.shell.may_write:
            dialog = LearnedForm(self.shell, self, member)
            dialog.accepted.connect(lambda: self.show_record("learning", dialog.noted or b""))
            self.ask(dialog)

    def edit(self) -> None:
        """Edit the chosen record, where it can be seen."""
        show_details(self._details, self.pane)
        self.pane.edit()

    def _heads(self) -> None:
        self._filter = Choice(self)
        self._filter.setAccessibleName(self.tr("Which kind of learning"))
        self._filter.addItem(self.tr("All kinds"), "")
        for kind in KINDS:
            self._filter.addItem(text.choice_label(LEARNING.field("kind"), kind), kind)
        self._filter.addItem(self.tr("Recently removed"), REMOVED)
        kept = self.shell.remember.text("learning/filter")
        self._filter.setCurrentIndex(max(0, self._filter.findData(kept)))
        self._filter.currentIndexChanged.connect(lambda _: self._ask())
        words, writes = self.tr("Note what somebody learned"), self.shell.may_write
        self.command(words, self.note, "Ctrl+N", icon_name="book", allowed=writes)
        add = button(words, self.note, icon_name="plus", kind="main", parent=self)
        allow(add, writes)
        self.header.add(self._filter)
        self.header.add(add)
        self.field = SearchField(self.tr("Search names, topics, places"), self, keys="Ctrl+F")
        self.field.typed.connect(lambda _: self._ask())
        self.column.addWidget(self.field)

    def _body(self) -> None:
        self.table.setModel(self.model)
        kind = widest_pill(text.choice_label(LEARNING.field("kind"), each) for each in KINDS)
        self.table.widths(*(115, 150, kind, 76, 92) if is_large() else (145, 150, kind, 86, 92), stretch=1)
        offer_list(self.shell, self.table, "learning", "learning")
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.edit())
        self.pane.removed.connect(self._remove)
        listed = ListBeside(
            self.table,
            self.model,
            self.pane,
            self.field,
            self._nothing(),
            self._turning,
            filters=Filters(self._kind, self._every_kind),
        )
        self._stack = listed.stack
        parts = [self.topics, listed, self.pane]
        self._turning.hold(parts, partial(self._beside, listed), partial(self._below, listed))
        self.column.addWidget(self._turning, 1)

    def _beside(self, listed: QWidget) -> QWidget:
        for each in (self.topics, listed, self.pane):
            each.setMinimumHeight(0)
        self._details = DetailsBeside(self._turning)
        left = split(Qt.Orientation.Vertical, self._details.across, self.topics, listed)
        left.setSizes([260, 360])
        self._details.hold(left, self.table, self.pane)
        return self._details

    def _below(self, listed: QWidget) -> QWidget:
        self._details = None
        self.pane.comes_and_goes(False)
        self.pane.show()
        high = larger(_PART_HIGH)
        return below_each_other(self._turning, (self.topics, high), (listed, high), (self.pane, high))

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "book",
            self.tr("Nothing noted yet"),
            self.tr("A course, a workshop, a hint over the fence: each counts, and takes a moment to note."),
            self.tr("Note what somebody learned") if self.shell.may_write else "",
            self.note,
        )

    def _columns(self) -> list[Column[LearnedRow]]:
        kind = LEARNING.field("kind")
        return [
            Column(self.tr("Who"), lambda row: row.who, member=lambda row: row.record["member"]),
            Column(self.tr("What"), lambda row: str(row.record.get("topic", "")), order="topic"),
            Column(
                self.tr("How"),
                lambda row: text.choice_label(kind, row.record["kind"]),
                tone=lambda row: "info" if row.record["kind"] else "",
                order="kind",
                spared=2,
            ),
            Column(
                self.tr("When"),
                lambda row: text.day(row.record["on"], short=True),
                order="on",
                never_cut=True,
                soft=True,
                cell=lambda row: str(row.record.get("on", "")),
            ),
            Column(
                self.tr("Time"),
                lambda row: text.length(row.record["minutes"]),
                order="minutes",
                right=True,
                cell=lambda row: in_hours(row.record["minutes"]) if row.record["minutes"] else "",
                heading=self.tr("Time (hours)"),
                spared=1,
            ),
        ]

    def _ask(self) -> None:
        chosen = str(self._filter.currentData())
        self.shell.remember.put_text("learning/filter", chosen)
        where: dict[str, object] = {"kind": chosen} if chosen else {}
        if chosen == REMOVED:
            where = {REMOVED: True}
        now = self.model.question
        self.model.ask(Question(self.field.text(), tuple(where.items()), now.order, now.descending))

    def _counted(self, number: int) -> None:
        self.header.count.setText(text.grouped(self.tr("%n record(s)", "", number), number))
        self._wanted.look()
        if number and not self.table.currentIndex().isValid() and not self._wanted.waits:
            self.table.go_to(0, unasked=True)

    def _kind(self) -> str:
        return self._filter.currentText() if self._filter.currentData() else ""

    def _every_kind(self) -> None:
        self._filter.setCurrentIndex(0)

    def _chosen(self, id_: object) -> None:
        if isinstance(id_, bytes):
            self.pane.show_record(id_)
        elif not self._wanted.waits:
            self.pane.show_record(None)

    def _remove(self, id_: object) -> None:
        row = row_with(self.model, id_) or self.pane.shown
        if not isinstance(id_, bytes) or row is None or row.record.id != id_:
            return
        if not self.shell.may_write or row.record.deleted:
            return
        said = self.tr("{topic} removed").format(topic=row.record.get("topic", ""))
        self.shell.do(lambda verbs: verbs.records.remove("learning", id_), say=said)
