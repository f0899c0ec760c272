"""Asks before a laptop is shut out, and whether what it wrote lately still counts."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.rescue import Swept, swept
from learningcircles.laptop.lost import Lost, what_was_on_it
from learningcircles_sync import doors
from learningcircles_ui import text
from learningcircles_ui.pages.share.laptop_dialogs import WhatWasOnIt
from learningcircles_ui.pages.share.rows import LaptopRow
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import beside, button, plain, soft
from learningcircles_ui.parts.reading import read_day
from learningcircles_ui.parts.shown import day_shown
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import larger

if TYPE_CHECKING:
    from learningcircles_sync.engine import Engine


class ShutOut(Dialog):
    """Shuts one laptop out; where it was stolen before anybody knew, also what it wrote from some day on."""

    def __init__(self, shell: Shell, row: LaptopRow, parent: QWidget | None = None) -> None:
        name = text.laptop(row.name, row.id)
        title = self.tr("Shut {name} out?").format(name=name)
        super().__init__(title, self.tr("Shut it out"), parent, width=560, danger=True)
        self._shell, self._row = shell, row
        told = self.tr(
            "It gets nothing new from now on, and what it writes no longer counts. What it holds stays on it."
        )
        self.body.addWidget(soft(told, self))
        if row.heirs:
            also = self.tr("Its disk was restored or copied. What went on from it is shut out with it: {names}.")
            self.body.addWidget(plain(also.format(names=row.heirs_named()), self))
        self.since = Tick(self.tr("Count nothing that it wrote since"), self)
        self.day = QLineEdit(day_shown(text.today()), self)
        self.day.setAccessibleName(self.tr("Count nothing that it wrote since"))
        self.day.setEnabled(False)
        self.day.editingFinished.connect(lambda: self.day.setText(day_shown(read_day(self.day.text().strip(), -1))))
        self.since.toggled.connect(self.day.setEnabled)
        self.day.setMinimumWidth(larger(130))
        self.body.addWidget(beside(self.since, self.day, parent=self))
        kept = self.tr(
            "For a laptop that was in strange hands before anybody knew. What ceases to count is kept, and an organizer"
            " can look at it here and take it in."
        )
        self._kept = soft(kept, self)
        self._kept.hide()
        self.since.toggled.connect(self._tell_kept)
        self.body.addWidget(self._kept)
        self.was = WhatWasOnIt(shell, row.id, self, but="shut_it_out")
        self.was.told.connect(self.fit)
        self.was.hide()
        self.lost = button(self.tr("What it may hold, and what else to do…"), self._tell_all, kind="link", parent=self)
        self.body.addWidget(self.lost, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.was)
        self.body.addStretch(1)
        self.on_submit = self._shut_out
        self.fit()

    def _tell_kept(self, since: bool) -> None:
        """Say what becomes of what it wrote, once that is asked about."""
        self._kept.setVisible(since)
        self.fit()

    def _tell_all(self) -> None:
        self.was.show()
        self.lost.hide()
        self.was.setFocus()
        self.fit()

    def _shut_out(self) -> None:
        since = self._moment() if self.since.isChecked() else None
        if self.since.isChecked() and since is None:
            self.wrong(self.tr("“Since” needs a day that has come, such as {day}.").format(day=day_shown(text.today())))
            self.day.setFocus()
            self.fit()
            return
        self.done_button.setEnabled(False)
        self._shell.tasks.share(partial(_shut_out, device=self._row.id, since=since), self._done, self.refused)

    def _moment(self) -> int | None:
        """Return the beginning of the day in ms since 1970, or None where there is none, or it has not come yet."""
        typed = read_day(self.day.text().strip(), -1)
        try:
            day = datetime.date.fromisoformat(typed)
        except ValueError:
            return None
        began = int(datetime.datetime.combine(day, datetime.time()).astimezone().timestamp() * 1000)
        return began if began <= self._shell.surroundings.now_ms() else None

    def _done(self, done: tuple[Swept | None, Lost]) -> None:
        earlier, lost = done
        self._shell.signals.share.emit()  # the hub and the laptops beside this one are to know at once
        told = []
        if earlier is not None:
            told.append(
                self.tr(
                    "Nothing counts that it wrote from {moment} on: what is shared at once counts as a whole or not at"
                    " all. Changes from before that day: {count}. They can be taken in here."
                ).format(moment=text.instant(earlier.first_ms), count=text.number(earlier.actions))
            )
        if self.was.lost is not None and self.was.lost.held != lost.held:
            more = self.tr("More may have been on {name} than was shown here: open it in the list to read it.")
            told.append(more.format(name=text.laptop(self._row.name, self._row.id)))
        if told:
            self._shell.signals.said.emit(" ".join(told), b"")
        self.accept()


def _shut_out(engine: Engine, device: bytes, since: int | None) -> tuple[Swept | None, Lost]:
    """Shut it out; return what of before `since` ceases to count with it, and what was on it: more of that may have
    come here meanwhile.
    """
    doors.shut_out(engine, device, since)
    return swept(engine.circle, device, since) if since is not None else None, what_was_on_it(engine.circle, device)
