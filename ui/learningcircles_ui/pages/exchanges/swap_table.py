"""The exchanges of time in a card: which ones, the table, and below it what can be done with the chosen one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from learningcircles.entities.exchange import SWAP, SWAP_STATES
from learningcircles.intake.cells import in_hours
from learningcircles_ui import text
from learningcircles_ui.pages.exchanges.rows import SwapRow, and_the_request, fetch_swaps, lister, still_to_come
from learningcircles_ui.pages.exchanges.swap_removal import ask_to_remove
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.haste import Haste
from learningcircles_ui.parts.headings import as_card, button, flowing, subtitle
from learningcircles_ui.parts.layouts import ByWidth
from learningcircles_ui.parts.literal import Menu, seen
from learningcircles_ui.parts.marked import marked_row
from learningcircles_ui.parts.or_empty import Filters, OrEmpty
from learningcircles_ui.parts.pills import tone_of, widest_pill
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, RecordsModel, row_with
from learningcircles_ui.parts.wanted import Wanted
from learningcircles_ui.shell import Shell

_ALLOWED: dict[str | None, tuple[str, ...]] = {
    "proposed": ("confirm", "decline", "dispute"), "confirmed": ("dispute", "reverse"),
    "disputed": ("confirm", "decline"), "declined": ("confirm",), "reversed": (),
}  # fmt: skip
"""What may be done with an exchange in a state."""


class SwapTable(ByWidth):
    """`turn` does one of confirm, decline, dispute, reverse with the chosen exchange; `again` carries its id."""

    again = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._words = ""
        self._haste = Haste()
        frame, column = as_card(self, margin=1)
        self.model: RecordsModel[SwapRow] = RecordsModel(
            shell.tasks, self._columns(), lister("swap"), fetch_swaps, self
        )
        self.table = Table(self.tr("Time exchanged"), frame)
        self.table.setModel(self.model)
        self.wanted = Wanted(self.table, self.model)
        states = [text.choice_label(SWAP.field("state"), each) for each in SWAP_STATES]
        state = widest_pill([*states, self._asked(90)])
        self.table.widths(120, 165, 165, 200, 100, state, stretch=3)
        offer_list(shell, self.table, "swap", "swaps")
        self.table.chosen.connect(lambda _: self._offer_turns())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer_turns())
        self.table.deleted.connect(self._remove)
        self.table.row_menu = self._offer_row
        self.table.row_name = self._row_name
        self.table.is_beside = lambda words: not self._row.isHidden() and words in map(_words, self.turns.values())
        self.model.dataChanged.connect(lambda *_: self._offer_turns())
        column.addLayout(self._head())
        QWidget.setTabOrder(self.more, self.table)
        nothing = EmptyState(
            "clock",
            self.tr("No exchange yet"),
            self.tr("An hour that one person gave another: note it, and the balances follow."),
            self.tr("Record an exchange") if shell.may_write else "",
            lambda: shell.signals.asked.emit("exchanges", ("record", None)),
        )
        by_state = Filters(self._state, self._every_state)
        self.stack = OrEmpty(self.table, self.model, nothing, frame, by_state)
        column.addWidget(self.stack, 1)
        self._row = self._turn_row()
        column.addWidget(self._row)

    def ask(self, words: str) -> None:
        """Show those that hold these words, in the state that is chosen."""
        self._words = words
        state = self.states.currentData()
        self._shell.remember.put_text("swaps/state", state)
        self.model.ask(self.model.question._replace(text=words, where=(("state", state),) if state else ()))

    def _state(self) -> str:
        return self.states.currentText() if self.states.currentData() else ""

    def _every_state(self) -> None:
        self.states.setCurrentIndex(0)

    def turn(self, verb: str) -> None:
        """Confirm, decline, dispute or reverse the chosen exchange."""
        row = self.model.row(marked_row(self.table))
        if row is not None and not self._haste.again():
            self._turn(verb, row.record.id, row)

    def _turn(self, verb: str, swap: bytes, row: SwapRow | None) -> None:
        if verb == "again":
            self.again.emit(swap)
            return
        said = {
            "confirm": self.tr("Confirmed: {what}"),
            "decline": self.tr("Declined: {what}"),
            "dispute": self.tr("Disputed: {what}"),
            "reverse": self.tr("Reversed: {what}. The hours are back where they were."),
        }
        say = said[verb].format(what=_between(row) if row is not None else "")
        if verb == "confirm" and row is not None:
            say += still_to_come(row.record["on"])
        self._shell.do(lambda verbs: getattr(verbs.swaps, verb)(swap), say=partial(and_the_request, say, verb))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(10, 10, 10, 0)
        self._title = subtitle(self.tr("Time exchanged"), self)
        head.addWidget(self._title, 1)
        self.states = Choice(self)
        self.states.setAccessibleName(self.tr("Which exchanges"))
        self.states.addItem(self.tr("All"), "")
        for state in SWAP_STATES:
            self.states.addItem(text.choice_label(SWAP.field("state"), state), state)
        kept = self._shell.remember.text("swaps/state")
        self.states.setCurrentIndex(max(0, self.states.findData(kept)))
        self.states.currentIndexChanged.connect(lambda _: self.ask(self._words))
        head.addWidget(self.states)
        self.more = button(self.tr("More"), self._open_menu, icon_name="dots", parent=self)
        head.addWidget(self.more)
        return head

    def stand_alone(self, alone: bool) -> None:
        """Leave out the heading where a tab above says it."""
        self._title.setText("" if alone else self.tr("Time exchanged"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the buttons below would take more than a line, their menu stands above: the rows keep the room."""
        super().resizeEvent(event)
        short = self._row.sizeHint().width() > self.width()
        self._row.setVisible(not short)
        self.more.setVisible(short)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _turn_row(self) -> QWidget:
        """It stands below the list: Tab comes to it with an exchange chosen."""
        self.turns: dict[str, QPushButton] = {}
        named = {
            "confirm": self.tr("Confirm"),
            "decline": self.tr("Decline"),
            "dispute": self.tr("Dispute"),
            "reverse": self.tr("Reverse"),
            "again": self.tr("Same again…"),
        }
        for verb, words in named.items():
            self.turns[verb] = button(words, partial(self.turn, verb), parent=self)
            allow(self.turns[verb], self._shell.may_write, now=False)
        row = flowing(*self.turns.values(), far=True, parent=self)
        row.setContentsMargins(12, 4, 10, 10)
        return row

    def _offer_turns(self) -> None:
        row = self.model.row(marked_row(self.table))
        allowed = self._allowed(row)
        for verb, made in self.turns.items():
            enabled = verb in allowed
            if made.hasFocus() and not enabled:
                self.table.setFocus()  # a button that goes grey would give the keyboard to whatever comes next
            allow(made, self._shell.may_write, now=enabled)
        self.more.setEnabled(row is not None and self._shell.may_write)

    def _allowed(self, row: SwapRow | None) -> tuple[str, ...]:
        """Return what may be done with a row."""
        if row is None or not self._shell.may_write:
            return ()
        return (*_ALLOWED.get(str(row.record.get("state", "")), ()), "again")

    def menu(self) -> QMenu:
        """Return the chosen row's menu: what can be done with it now."""
        return self.table.menu()

    def _row_meant(self) -> SwapRow | None:
        current, marked = self.table.currentIndex().row(), marked_row(self.table)
        return self.model.row(current if self.table.hasFocus() or marked < 0 else marked)

    def _row_name(self) -> str:
        row = self._row_meant()
        return _between(row) if row is not None else ""

    def _offer_row(self, menu: Menu) -> None:
        row = self._row_meant()
        if row is None:
            return
        for verb, each in self.turns.items():
            if verb in self._allowed(row):  # with this one, whatever has come up in its place by then
                menu.offer(each.text(), partial(self._turn, verb, row.record.id, row))
        menu.addSeparator()
        ask = self._shell.signals.asked.emit
        for side, name in (("provider", row.provider), ("receiver", row.receiver)):
            if name:
                shown = self.tr("Show {name}").format(name=name)
                menu.offer(shown, partial(ask, "member", row.record[side]), "user")
        menu.addSeparator()
        remove = menu.offer(self.tr("Remove"), partial(self._remove, row.record.id), "trash", "danger")
        allow(remove, self._shell.may_write)

    def _remove(self, id_: object) -> None:
        row = row_with(self.model, id_)
        if isinstance(id_, bytes) and row is not None and self._shell.may_write:
            said = self.tr("Removed: {what}").format(what=_between(row))
            say = partial(and_the_request, said, "remove")
            remove = partial(self._shell.do, lambda verbs: verbs.records.remove("swap", id_), say=say)
            ask_to_remove(self._shell, row, remove, partial(self._turn, "reverse", id_, row), self)

    def _asked(self, counted: int) -> str:
        """What stands in place of a state that two laptops do not agree about: what counts meanwhile."""
        return self.tr("In question: {hours}").format(hours=text.hours(counted))

    def _columns(self) -> list[Column[SwapRow]]:
        state = partial(text.choice_label, SWAP.field("state"))
        return [
            Column(
                self.tr("When"),
                lambda row: text.day(row.record.get("on"), short=True),
                order="on",
                never_cut=True,
                cell=lambda row: str(row.record.get("on", "")),
            ),
            Column(
                self.tr("From"),
                lambda row: row.provider or text.former_member(),
                member=lambda row: row.record["provider"],
            ),
            Column(
                self.tr("To"),
                lambda row: row.receiver or text.former_member(),
                member=lambda row: row.record["receiver"],
            ),
            Column(self.tr("What"), lambda row: str(row.record.get("topic", "")), order="topic", soft=True),
            Column(
                self.tr("Time"),
                lambda row: text.hours(row.record.get("minutes", 0)),
                order="minutes",
                right=True,
                cell=lambda row: in_hours(row.record.get("minutes", 0)),
                heading=self.tr("Time (hours)"),
            ),
            Column(
                self.tr("State"),
                lambda row: state(row.record.get("state", "")) if row.counted is None else self._asked(row.counted),
                tone=lambda row: tone_of(row.record.get("state")) if row.counted is None else "warn",
                order="state",
            ),
        ]


def _words(button: QPushButton) -> str:
    return seen(button.text())


def _between(row: SwapRow) -> str:
    return f"{row.provider or text.former_member()} → {row.receiver or text.former_member()}"
