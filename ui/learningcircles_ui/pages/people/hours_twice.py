"""After a merge: hours that both records brought in from before, and that would count twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.leading import likelier
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.shell import Shell


class HoursTwice(Dialog):
    """Asks whether hours that two lists brought in are the same; leaving them is a choice, too."""

    def __init__(self, shell: Shell, member: bytes, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Are these the same hours?"), self.tr("Count them once"), parent)
        self._shell, self._member = shell, member
        told = self.tr("Both records brought {hours} in from before. As one person they have them twice now.")
        self.body.addWidget(soft(told.format(hours=text.hours(minutes, signed=True)), self))
        self.leave_button.setText(self.tr("Leave both"))
        self.on_submit = self._once
        self.fit()

    def _once(self) -> None:
        member = self._member
        self.done_button.setEnabled(False)
        self._shell.do(
            lambda verbs: verbs.merging.hours_once(member),
            say=self.tr("The hours count once"),
            then=lambda _: self.accept(),
            failed=self.refused,
        )


def merging(one: bytes, other: bytes, stays: bytes | None) -> Callable[[Verbs], tuple[Changes, int]]:
    """Return what merges two members, and tells which minutes they would have twice.

    `stays`: whose values lead; where nobody has chosen, it is the likelier one.
    """

    def work(verbs: Verbs) -> tuple[Changes, int]:
        leads = stays or likelier(verbs.reader, one, other)
        return verbs.merging.merge(one, other, stays=leads), sum(verbs.merging.hours_twice(one))

    return work


def asking(shell: Shell, member: bytes, parent: QWidget) -> Callable[[Any], None]:
    """Return what asks about the hours once two members are merged."""

    def ask(merged: tuple[Changes, int]) -> None:
        if merged[1]:
            HoursTwice(shell, member, merged[1], parent).open()

    return ask
