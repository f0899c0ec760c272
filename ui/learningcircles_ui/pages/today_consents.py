"""Whose consents have ended, or will within a month: their names, each leading to the person to be asked again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles_ui import text
from learningcircles_ui.pages.today_rows import ending
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button, soft
from learningcircles_ui.shell import Shell

_MOST = 100
"""So many people are named; in a month they are asked, and the next are seen."""


class Ending(NamedTuple):
    """A member, the first day (2026-11-20) on which a consent of theirs ends, and what for, as codes."""

    member: bytes
    name: str
    until: str
    purposes: tuple[str, ...]


class EndingConsents(Dialog):
    """The people, soonest first; `people` has a button for each."""

    def __init__(self, shell: Shell, found: Sequence[Ending], parent: QWidget) -> None:
        super().__init__(self.tr("Consents that have ended, or will within a month"), self.tr("Close"), parent)
        self.leave_button.hide()
        self._shell = shell
        self.people = [self._person(each) for each in found[:_MOST]]
        if len(found) > _MOST:
            self.body.addWidget(soft(self.tr("and %n more", "", len(found) - _MOST), self))
        self.body.addStretch(1)
        self.fit()

    def _person(self, each: Ending) -> QWidget:
        made = button(each.name, partial(self._open, each.member), kind="link", parent=self)
        purpose = declared("consent").field("purpose")
        what = text.listed(text.choice_label(purpose, code) for code in each.purposes)
        pair = QVBoxLayout()
        pair.setSpacing(0)
        ended = text.in_days(each.until) < 0
        day = self.tr("ended {day}").format(day=text.day(each.until)) if ended else text.day(each.until)
        detail = soft("  ·  ".join((day, what)), self)
        detail.setIndent(6)  # below the name's first letter, which stands within a ring
        pair.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        pair.addWidget(detail)
        self.body.addLayout(pair)
        return made

    def _open(self, member: bytes) -> None:
        self.accept()
        self._shell.signals.asked.emit("member", member)


def read_ending(reader: Reader) -> list[Ending]:
    """Return the people whose consents have ended, or will within a month, soonest first; on the reader's thread."""
    found: dict[bytes, Ending] = {}
    for row in ending(reader):
        member = reader.find_one("member", row["member"]) if row["member"] else None
        if member is not None:
            held = found.setdefault(member.id, Ending(member.id, str(member.get("name", "")), str(row["until"]), ()))
            found[member.id] = held._replace(purposes=(*held.purposes, str(row["purpose"])))
    return list(found.values())


def show_ending(shell: Shell, parent: QWidget) -> None:
    """Name those whose consents have ended, or will within a month."""

    def show(found: list[Ending]) -> None:
        EndingConsents(shell, found, parent.window()).open()

    shell.tasks.query(read_ending, show, key="ending")
