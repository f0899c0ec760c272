"""What the hall records of exchanges: whoever waits for no answer may have begun the next one when it comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from learningcircles_ui.hall.steps import Step
from learningcircles_ui.parts.drafts import fresh
from learningcircles_ui.parts.given import Given


class Recording:
    """What becomes of an exchange is told to the screen only while that one is in view.

    An item of `Given` is the name of the draft of a refused exchange, and what stands in it.
    """

    def __init__(self, step: Step) -> None:
        self._step, self._desk = step, step.desk
        self.given: Given | None = None
        """What is being written of the exchange in view."""
        self.slot = ""
        """Under which name the one in view is kept since it was refused; empty where it was not."""
        self.under_way: list[Given] = []
        """All that is being written, also of exchanges that somebody has gone on from."""
        self.refused: dict[str, str] = {}
        """Who gave and received what was refused, by the name that it is kept under."""
        self._says: dict[str, dict[str, Any]] = {}
        """What is kept of these."""

    def begin(self) -> None:
        """Another exchange is in view: what becomes of the one before says nothing of it."""
        self.given, self.slot = None, ""

    def write(self, work: Callable[[Any], Any], said: str, draft: dict[str, Any]) -> None:
        """Write the one in view; another touch on it counts as one, and what was changed since is not lost unsaid."""
        if self.given is None:
            self.given = given = Given((self.slot or fresh(self._desk.shell, "swap"), draft))
            self.under_way.append(given)
            written, refused = partial(self._written, given), partial(self._refused, given)
            self._desk.do(given.writes(work), said, written, of=given, failed=refused)
        elif self.given.item[1] != draft:
            words = QCoreApplication.translate("Swap", "Not changed: it is being written down as it was just now.")
            self._desk.tell(words, wrong=True)

    def correct(self, draft: dict[str, Any]) -> None:
        """Keep what the one in view says by now, where it is kept since it was refused."""
        if self.slot and self._says.get(self.slot) != draft:
            self._keep(self.slot, draft)

    def forget(self, slot: str) -> bool:
        """Somebody of it was erased: keep it no more under this name; return whether it was kept so."""
        if slot == self.slot:
            self.slot = ""
        self._says.pop(slot, None)
        return self.refused.pop(slot, None) is not None

    def go_on(self, given: Given) -> None:
        """Go on with what another hall gave to be written, of which it is known by now whether it was."""
        if given.written:
            self._written(given)
        else:
            self._refused(given)

    def _written(self, given: Given) -> None:
        slot = self._answered(given)
        self.forget(slot)
        self._desk.shell.drafts.keep(slot, dict)
        if given is self.given:
            self.begin()
            if isValid(self._step):  # the hall may have been left
                self._step.done.emit()

    def _refused(self, given: Given) -> None:
        """Keep what was refused: it stands on Today, for whoever is told of it."""
        slot, draft = self._answered(given), given.item[1]
        if given is self.given:
            self.given, self.slot = None, slot
        self._keep(slot, draft)

    def _keep(self, slot: str, draft: dict[str, Any]) -> None:
        self._says[slot] = draft
        self.refused[slot] = from_to(*(str(draft[each]["words"]) for each in ("provider", "receiver")))
        self._desk.shell.drafts.keep(slot, lambda: draft)

    def _answered(self, given: Given) -> str:
        if given in self.under_way:
            self.under_way.remove(given)
        return str(given.item[0])


def from_to(giver: str, taker: str) -> str:
    """Say who gave their time to whom."""
    return QCoreApplication.translate("Swap", "{giver} → {taker}").format(giver=giver, taker=taker)
