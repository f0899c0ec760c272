"""Dialogs on the circle's laptops: one laptop's name, right and contents; open invitations."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import ENTITIES
from learningcircles.laptop import inviting, rights
from learningcircles.laptop.inviting import OpenInvitation
from learningcircles.laptop.lost import Lost, what_was_on_it
from learningcircles.laptop.taking_over import hand_to, take_over
from learningcircles_ui import text
from learningcircles_ui.pages.share.rows import LaptopRow
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button, labelled, plain, soft
from learningcircles_ui.parts.rows_dialog import RowsDialog
from learningcircles_ui.parts.ticks import Radio, Tick
from learningcircles_ui.shell import Shell


def lost_words(lost: Lost, but: str = "") -> str:
    """Return what a laptop held and what to do, in this person's language; `but`: what is being done already."""
    held = ", ".join(
        text.labelled(text.kind_label(ENTITIES[row.entity], plural=row.records != 1), text.number(row.records))
        for row in lost.held
    )
    told = [text.told(sentence) for code, sentence in zip(lost.to_do, lost.sentences, strict=True) if code != but]
    return "\n".join([held, *(f"• {sentence}" for sentence in told)] if held else [f"• {each}" for each in told])


class WhatWasOnIt(QWidget):
    """Tells what a laptop holds or held, as far as the circle knows, and what to do `but` what is being done already.

    `told` once it is read.
    """

    told = Signal()

    def __init__(self, shell: Shell, device: bytes, parent: QWidget | None = None, but: str = "") -> None:
        super().__init__(parent)
        self._but = but
        self.lost: Lost | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            soft(self.tr("As far as this laptop knows, it may hold what the circle held when it last shared:"), self)
        )
        self.words = plain("", self)
        column.addWidget(self.words)
        shell.tasks.mutate(lambda verbs: what_was_on_it(verbs.circle, device), self._show)

    def _show(self, lost: Lost) -> None:
        self.lost = lost
        self.words.setText(lost_words(lost, self._but))
        self.told.emit()


class LaptopDialog(Dialog):
    """A laptop's name, what it may do, and whether it keeps the list. `keeper`: which one does; None for a hub."""

    def __init__(self, shell: Shell, row: LaptopRow, keeper: LaptopRow | None, parent: QWidget | None = None) -> None:
        super().__init__(row.name or self.tr("A laptop"), self.tr("Save"), parent, width=520)
        self._shell, self._row = shell, row
        self.name = labelled(self.body, self.tr("What it is called"), self)
        self.name.setText(row.name)
        self.dirty = self.touched
        self.choices: dict[str, Radio] = {}
        self.keeps: Tick | None = None
        if shell.may_run and not row.revoked:
            self._ask_right()
            self._ask_keeper(keeper)
        if not row.here:  # whoever sits before it has not lost it
            self._was = WhatWasOnIt(shell, row.id, self)
            self._was.told.connect(self.fit)
            self._was.hide()
            self.lost = button(
                self.tr("If it was lost or stolen…"), self._tell_what_was_on_it, kind="link", parent=self
            )
            self.body.addWidget(self.lost, 0, Qt.AlignmentFlag.AlignLeading)
            self.body.addWidget(self._was)
        self.body.addStretch(1)
        self.on_submit = self._save
        self.fit()

    def _tell_what_was_on_it(self) -> None:
        self._was.show()
        self.lost.hide()
        self.fit()

    def _ask_right(self) -> None:
        for right, words in (
            ("organizer", self.tr("This laptop may run the circle")),
            ("recorder", self.tr("This laptop may record")),
            ("reader", self.tr("This laptop may only look")),
        ):
            choice = Radio(words, self)
            self.choices[right] = choice
            self.body.addWidget(choice)
        self.choices[self._row.right].setChecked(True)  # once all stand beside each other: Tab comes to the chosen one

    def _ask_keeper(self, keeper: LaptopRow | None) -> None:
        if keeper is None:
            self.body.addWidget(soft(self.tr("The hub keeps the list of the circle’s laptops."), self))
            return
        if self._row.keeps_list:
            self.body.addWidget(soft(self.tr("It keeps the list of the circle’s laptops."), self))
            return
        here, name = self._row.here, text.laptop(keeper.name, keeper.id)
        words = (
            self.tr("Keep the list on this laptop from now on")
            if here
            else self.tr("Keep the list on that laptop from now on")
        )
        told = (
            self.tr("Whoever keeps the list lets new laptops in. Take it over from {name} only if that one is gone.")
            if here
            else self.tr("Whoever keeps the list lets new laptops in. It must run the circle; {name} keeps it now.")
        )
        self.keeps = Tick(words, self)
        self.body.addWidget(self.keeps)
        self.body.addWidget(soft(told.format(name=name), self))

    def right(self) -> str:
        """Return the right that is chosen."""
        return next((right for right, choice in self.choices.items() if choice.isChecked()), self._row.right)

    def _save(self) -> None:
        name, right, row = self.name.text(), self.right(), self._row
        keeps = self.keeps is not None and self.keeps.isChecked()
        if keeps and right != "organizer":
            self.wrong(self.tr("Only a laptop that may run the circle can keep the list of its laptops."))
            return
        self.done_button.setEnabled(False)

        def save(verbs: Verbs) -> None:
            if name.strip() != row.name:
                rights.rename(verbs.circle, row.id, name)
            if right != row.right:
                rights.change_right(verbs.circle, row.id, right, publish=row.may_publish and right != "reader")
            if keeps and row.here:
                take_over(verbs.circle)
            elif keeps:
                hand_to(verbs.circle, row.id)

        self._shell.tasks.mutate(save, self._saved, self.refused)

    def _saved(self, _: None) -> None:
        self._shell.signals.share.emit()  # whoever keeps the list is to know at once
        self.accept()


class InvitationsDialog(RowsDialog):
    """The invitations that are open, each with a way to cancel it."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Open invitations"), self.tr("No invitation is open."), parent)
        self._shell = shell
        self._read()

    def _read(self) -> None:
        self._shell.tasks.mutate(lambda verbs: inviting.open_invitations(verbs.circle), self._show)

    def _show(self, found: list[OpenInvitation]) -> None:
        self.show_rows([self._line(each) for each in found])

    def _line(self, each: OpenInvitation) -> QWidget:
        words = {
            "organizer": self.tr("May run the circle"),
            "recorder": self.tr("May record"),
            "reader": self.tr("May only look"),
        }[each.right]
        used = self.tr("{used} of {uses} used, until {day}").format(
            used=text.number(each.used), uses=text.number(each.uses), day=text.instant(each.expires)
        )
        cancel = button(self.tr("Cancel it"), partial(self._cancel, each.id), kind="danger", parent=self)
        if each.by_wrong_clock:
            used += f" · {self.tr('made by a clock that was wrong: better cancel it')}"
        return self.row(f"{words} · {used}", cancel)

    def _cancel(self, invitation: bytes) -> None:
        self._shell.tasks.mutate(lambda verbs: inviting.cancel(verbs.circle, invitation), self._cancelled, self.refused)

    def _cancelled(self, holds: bool) -> None:
        self._shell.signals.share.emit()
        self._read()
