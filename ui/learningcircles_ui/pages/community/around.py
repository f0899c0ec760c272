"""Circles around us: what the region's other circles plan, offer and ask for, as this laptop last heard it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import CatalogueItem
from learningcircles.entities.registry import entity as declared
from learningcircles_sync.outcome import ShareState
from learningcircles_ui import text
from learningcircles_ui.pages.community.rows import Around, Region
from learningcircles_ui.pages.find import ICONS, Found, FoundModel, OthersItem
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import CARD_EDGE, as_card, heading, plain
from learningcircles_ui.parts.lines_list import LinesList
from learningcircles_ui.parts.or_empty import OrEmpty
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, RecordsModel
from learningcircles_ui.shell import Shell

_COUNTED = ("meetup", "offer", "request")


class AroundTable(QWidget):
    """Enter shows all that a circle shows."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        frame, column = as_card(self, margin=1)
        title = heading(self.tr("Circles around us"), frame)
        title.setContentsMargins(CARD_EDGE, 10, CARD_EDGE, 0)
        title.setMinimumHeight(title.minimumHeight() + 10)
        column.addWidget(title)
        region = Region()
        self.model: RecordsModel[Around] = RecordsModel(
            shell.tasks, self._columns(), region.list_circles, region.fetch, self
        )
        self.table = Table(self.tr("Circles around us"), frame)
        self.table.setModel(self.model)
        self.table.widths(150, 76, 76, 84)
        offer_list(shell, self.table, "", "around", records=False)
        self.table.opened.connect(lambda _: self.open())
        self.nobody = self._nobody()
        self._stack = OrEmpty(self.table, self.model, self.nobody, frame)
        column.addWidget(self._stack, 1)
        shell.signals.shared.connect(self._shared)
        if isinstance(shell.signals.state, ShareState):
            self._shared(shell.signals.state)

    def open(self) -> None:
        """Show the chosen circle."""
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            CircleAround(row, self).open()

    def _nobody(self) -> EmptyState:
        return EmptyState(
            "world",
            *self._without_hub(),
            self.tr("Join a hub") if self._shell.may_run else "",
            lambda: self._shell.signals.asked.emit("share", ""),
        )

    def _shared(self, state: ShareState) -> None:
        """Where the circle is on a hub, nobody is sent to one: the others have shown nothing. It may leave it again."""
        heading, sentence = self._without_hub() if state.hub is None else self._on_hub()
        self.nobody.heading.setText(heading)
        self.nobody.sentence.setText(sentence)
        if self.nobody.button is not None:
            self.nobody.button.setVisible(state.hub is None)

    def _without_hub(self) -> tuple[str, str]:
        return self.tr("No other circle heard of yet"), self.tr(
            "Through a hub, the circles of a region see what the others offer, also without a network later."
        )

    def _on_hub(self) -> tuple[str, str]:
        return self.tr("The other circles show nothing yet"), self.tr(
            "What the circles of this hub offer and plan is seen here, also without a network later."
        )

    def _columns(self) -> list[Column[Around]]:
        titles = {"meetup": self.tr("Plans"), "offer": self.tr("Offers"), "request": self.tr("Asks")}
        name = Column[Around](self.tr("Circle"), lambda row: row.name, order="name")
        return [name, *(_column(kind, titles[kind]) for kind in _COUNTED)]


class CircleAround(Dialog):
    """What one other circle shows. Enter opens a line."""

    def __init__(self, row: Around, parent: QWidget) -> None:
        super().__init__(row.name, self.tr("Close"), parent, width=560)
        self.leave_button.hide()
        if row.objective:
            self.body.addWidget(plain(row.objective, self))
        self.model = FoundModel(self)
        self.model.show_found([self._line(item) for item in row.items])
        self.list = LinesList(self.model, self.tr("What {circle} shows").format(circle=row.name), self)
        self.list.setMinimumHeight(340)
        self.list.activated.connect(lambda index: self._run(index.row()))
        self.body.addWidget(self.list)
        self.list.choose(0)
        self.list.setFocus()

    def _run(self, row: int) -> None:
        line = self.model.found(row)
        if line is not None:
            line.run()

    def _line(self, item: CatalogueItem) -> Found:
        kind = str(item.body.get("kind"))
        title = str(item.body.get("title", ""))
        start = item.body.get("start")
        told = text.moment(start) if isinstance(start, dict) else str(item.body.get("topic", ""))
        who = str(item.body.get("name", "")) or str(item.body.get("place", ""))
        detail = "  ·  ".join(part for part in (text.kind_label(declared(kind)), told, who) if part)
        return Found(title, detail, ICONS[kind], partial(_open, title, detail, item, self))


def _open(title: str, detail: str, item: CatalogueItem, parent: QWidget) -> None:
    OthersItem(title, detail, item, parent).open()


def _column(kind: str, words: str) -> Column[Around]:
    return Column(words, _number(kind), order=kind, right=True, cell=lambda row: row.number(kind) or "")


def _number(kind: str) -> Callable[[Around], str]:
    def number(row: Around) -> str:
        count = row.number(kind)
        return text.number(count) if count else ""

    return number
