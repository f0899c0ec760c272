"""What the hall records of exchanges: whoever waits for no answer may have begun the next one when it comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from learningcircles_ui.hall.steps import Step
from learningcircles_ui.parts.drafts import fresh
from learningcircles_ui.parts.given import Given

BOTH = ("provider", "receiver")
"""Who is chosen in an exchange."""
ID_BYTES = 16


class Recording:
    """What becomes of an exchange is told to the screen only while that one is in view.

    An item of `Given` is the name of the draft of a refused exchange, and what stands in it. `HallDrafts` keeps these.
    """

    def __init__(self, step: Step) -> None:
        self._step, self._desk = step, step.desk
        self.id = b""
        """Of the record that the one in view becomes: a half that was kept is known again by it (see `HallDrafts`)."""
        self.given: Given | None = None
        """What is being written of the exchange in view."""
        self.slot = ""
        """Under which name the one in view is kept since it was refused; empty where it was not."""
        self.under_way: list[Given] = []
        """All that is being written, also of exchanges that somebody has gone on from."""
        self.refused: dict[str, dict[str, Any]] = {}
        """What was refused, by the name that it is kept under: it stands on Today, for whoever is told of it."""

    def begin(self) -> None:
        """Another exchange is in view: what becomes of the one before says nothing of it."""
        self.given, self.slot, self.id = None, "", self._desk.shell.surroundings.random(ID_BYTES)

    def received(self, person: bytes) -> None:
        """Somebody received it; where it was refused, or is being written, with somebody else, this is another one."""
        says = self.refused.get(self.slot) if self.given is None else self.given.item[1]
        if says is not None and says["receiver"]["id"] != person:
            self.begin()

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

    def waits(self, *, over: bool = False) -> dict[str, tuple[dict[str, Any], Given | None]]:
        """Return what was refused, by the name of its draft; `over`: nobody will hear what becomes of what is being
        written, and that may be refused, too.
        """
        waits: dict[str, tuple[dict[str, Any], Given | None]] = {
            slot: (draft, None) for slot, draft in self.refused.items()
        }
        return waits | ({each.item[0]: (each.item[1], each) for each in self.under_way} if over else {})

    def names(self) -> Sequence[str]:
        """Return who gave and received what was refused."""
        return [between(draft) for draft in self.refused.values()]

    def correct(self, draft: dict[str, Any]) -> None:
        """Note what the one in view says by now, where it was refused."""
        if self.slot:
            self.refused[self.slot] = draft

    def forget(self, slot: str) -> bool:
        """Somebody of it was erased, or it is written: let it wait no more; return whether it did."""
        if slot == self.slot:
            self.slot = ""
        return self.refused.pop(slot, None) is not None

    def go_on(self, given: Given) -> None:
        """Go on with what another hall gave to be written, of which it is known by now whether it was."""
        if given.written:
            self._written(given)
        else:
            self._refused(given)

    def _written(self, given: Given) -> None:
        self.forget(self._answered(given))
        if given is self.given:
            self.begin()
            if isValid(self._step):  # the hall may have been left
                self._step.done.emit()

    def _refused(self, given: Given) -> None:
        slot, draft = self._answered(given), given.item[1]
        if given is self.given:
            self.given, self.slot = None, slot
        self.refused[slot] = draft

    def _answered(self, given: Given) -> str:
        if given in self.under_way:
            self.under_way.remove(given)
        return str(given.item[0])


def between(draft: Mapping[str, Any]) -> str:
    """Say who gave their time to whom in an exchange, as its draft keeps them."""
    return from_to(*(str(draft[each]["words"]) for each in BOTH))


def from_to(giver: str, taker: str) -> str:
    """Say who gave their time to whom."""
    return QCoreApplication.translate("Swap", "{giver} → {taker}").format(giver=giver, taker=taker)
