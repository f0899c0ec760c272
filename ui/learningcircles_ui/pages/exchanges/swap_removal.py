"""Removing exchanges that are confirmed: asked once, since hours of two people change with each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles_ui import text
from learningcircles_ui.pages.exchanges.rows import SwapRow, fetch_swaps
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.shell import Shell

CONFIRMED = "confirmed"
Balances = Mapping[bytes, int]


class RemoveConfirmed(Dialog):
    """Says what becomes of both people's hours. `reverse` does what keeps the exchange in the list, `remove` not."""

    def __init__(
        self, row: SwapRow, balances: Balances, remove: Callable[[], None], reverse: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(self.tr("Remove a confirmed exchange?"), self.tr("Remove"), parent, danger=True)
        swap = row.record
        minutes = swap.get("minutes", 0) if row.counted is None else row.counted
        what = self.tr("{provider} gave {receiver} {hours} on {day}.")
        names = {"provider": row.provider or "?", "receiver": row.receiver or "?"}
        self.body.addWidget(plain(what.format(hours=text.hours(minutes), day=text.day(swap["on"]), **names), self))
        after = {
            "gave": balances.get(swap["provider"], 0) - minutes,
            "had": balances.get(swap["receiver"], 0) + minutes,
        }
        told = self.tr("The hours go back: {provider} then has {gave}, and {receiver} {had}.")
        shown = {name: text.hours(count, signed=True) for name, count in after.items()}
        self.body.addWidget(plain(told.format(**names, **shown), self))
        self.body.addWidget(
            soft(self.tr("Reversing it takes the hours back as well, and the exchange stays in the list."), self)
        )
        self.reverse = button(self.tr("Reverse"), partial(self._do, reverse), parent=self)
        self.near(self.reverse)
        self.on_submit = partial(self._do, remove)
        self.fit()

    def _do(self, what: Callable[[], None]) -> None:
        self.accept()
        what()


class RemoveSeveral(Dialog):
    """Asks about several, of which some are confirmed."""

    def __init__(self, many: int, confirmed: Sequence[Record], remove: Callable[[], None], parent: QWidget) -> None:
        title = text.grouped(self.tr("Remove %n exchange(s)?", "", many), many)
        super().__init__(title, self.tr("Remove"), parent, danger=True)
        count, minutes = len(confirmed), sum(swap.get("minutes", 0) for swap in confirmed)
        told = text.grouped(self.tr("%n of them are confirmed: {hours} go back to where they were.", "", count), count)
        self.body.addWidget(plain(told.format(hours=text.hours(minutes)), self))
        keeps = self.tr("An exchange that is reversed instead stays in the list; its hours go back as well.")
        self.body.addWidget(soft(keeps, self))
        self.accepted.connect(remove)
        self.fit()


def ask_to_remove(
    shell: Shell, row: SwapRow, remove: Callable[[], None], reverse: Callable[[], None], parent: QWidget
) -> None:
    """Ask before a confirmed exchange is removed; remove any other one at once."""
    id_ = row.record.id

    def read(reader: Reader) -> tuple[SwapRow | None, Balances]:
        now = next((each for _, each in fetch_swaps(reader, [id_]) if each.record["state"] == CONFIRMED), None)
        people = [now.record[side] for side in ("provider", "receiver") if now.record[side]] if now else []
        return now, reader.balances(people)

    def ask(read: tuple[SwapRow | None, Balances]) -> None:
        now, balances = read
        if now is None:
            remove()
        else:
            RemoveConfirmed(now, balances, remove, reverse, parent).open()

    shell.tasks.query(read, ask, key="swap removal")


def ask_about_confirmed(shell: Shell, within: QWidget, ids: Sequence[bytes], remove: Callable[[], None]) -> None:
    """Ask before several exchanges are removed of which some are confirmed; remove others at once."""

    def read(reader: Reader) -> list[Record]:
        held = reader.many("swap", ids)
        return [swap for swap in held if swap["state"] == CONFIRMED and not swap.deleted]

    def ask(confirmed: Sequence[Record]) -> None:
        if confirmed:
            RemoveSeveral(len(ids), confirmed, remove, within).open()
        else:
            remove()

    shell.tasks.query(read, ask, key="swap removal")
