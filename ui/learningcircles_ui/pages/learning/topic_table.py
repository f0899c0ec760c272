"""What the circle teaches and learns, in a card: by topic, how many people offer, ask, have learned."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Subject
from learningcircles.entities.learning import KINDS, LEARNING
from learningcircles_ui import text
from learningcircles_ui.pages.learning.learned_form import kinds_explained
from learningcircles_ui.pages.learning.rows import Topics, counted
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import as_card, beside, subtitle
from learningcircles_ui.parts.layouts import ByWidth
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.or_empty import OrEmpty
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, RecordsModel
from learningcircles_ui.parts.words import Fitting
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import is_large


class TopicTable(ByWidth):
    """`chosen` carries a topic that was opened."""

    chosen = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        frame, column = as_card(self, margin=1)
        heading = subtitle(self.tr("What the circle teaches and learns"), frame)
        heading.setToolTip(kinds_explained())
        told = Fitting(self.tr("how many people offer, ask, have learned"), frame)
        told.setProperty("kind", "soft")
        told.setVisible(not is_large())
        head = beside(heading, told, parent=frame)
        head.setContentsMargins(10, 10, 12, 0)
        column.addWidget(head)
        topics = Topics()
        self.model: RecordsModel[Subject] = RecordsModel(
            shell.tasks, self._columns(), topics.list_topics, topics.fetch, self
        )
        self.table = Table(self.tr("Topics"), frame)
        self.table.setModel(self.model)
        self.table.widths(200, 96, 100, 84, 104, 92)
        offer_list(shell, self.table, "topic", "topics", records=False)
        self.table.opened.connect(self._opened)
        self.table.row_menu = self._offer_row
        column.addWidget(OrEmpty(self.table, self.model, self._nothing(), frame))

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "bulb",
            self.tr("No topic yet"),
            self.tr("Topics stand here as soon as somebody offers, asks for or has learned something."),
            self.tr("Add an offer") if self._shell.may_write else "",
            lambda: self._shell.signals.asked.emit("exchanges", ("offer", None)),
        )

    def ask(self) -> None:
        """Count anew."""
        self.model.ask(self.model.question)

    def _columns(self) -> list[Column[Subject]]:
        numbers = {"offers": self.tr("Offer"), "asks": self.tr("Ask")}
        numbers |= {kind: text.choice_label(LEARNING.field("kind"), kind) for kind in KINDS}
        topic = Column[Subject](self.tr("Topic"), lambda row: row.name, order="name")
        return [topic, *(_column(what, words) for what, words in numbers.items())]

    def _opened(self, id_: object) -> None:
        if isinstance(id_, bytes):
            self.chosen.emit(id_.decode())

    def _offer_row(self, menu: Menu) -> None:
        menu.offer(self.tr("Show who learned it"), partial(self._opened, self.table.current_id()), "search")


def _column(what: str, words: str) -> Column[Subject]:
    return Column(words, partial(_number, what=what), order=what, right=True, people=partial(counted, what=what))


def _number(row: Subject, what: str) -> str:
    people = counted(row, what)
    return text.number(people) if people else ""
