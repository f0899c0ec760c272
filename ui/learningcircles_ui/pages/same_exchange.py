"""Whether two exchanges are one that two laptops have recorded both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.pages.double_rows import Twins
from learningcircles_ui.pages.every import Every, Told
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.headings import button
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate


def same_question(twins: Twins) -> str:
    """Return the question whether two exchanges are one."""
    words = translate(
        "DoubleCards", "Is this the same exchange? {provider} gave {receiver} {hours} on {day}, and {other_hours}."
    )
    return words.format(
        provider=twins.provider,
        receiver=twins.receiver,
        hours=text.hours(twins.one.get("minutes", 0)),
        day=text.day(twins.one["on"]),
        other_hours=text.hours(twins.other.get("minutes", 0)),
    )


def topics(twins: Twins) -> str:
    """Return what both were about."""
    return "  ·  ".join(dict.fromkeys(str(row["topic"]) for row in (twins.one, twins.other) if row.get("topic")))


class EveryTwin(Every[Twins]):
    """Pairs of exchanges: both answers stand below. The keyboard is in the list, and Enter there is no answer."""

    def __init__(self, shell: Shell, pairs: Sequence[Twins], count: int, parent: QWidget) -> None:
        heading = translate("DoubleCards", "%n exchange(s) probably recorded twice", "", count)
        super().__init__(shell, heading, translate("DoubleCards", "Same"), pairs, count, parent, keys=False)
        self.different_button = button(translate("DoubleCards", "Different"), self._differ, parent=self)
        self.near(self.different_button)
        self.done_button.setDefault(False)
        for each in (self.different_button, self.done_button):
            each.setAutoDefault(False)
        self.on_submit = self._same
        self._may_answer(now=True)
        self.list.setFocus()

    def told(self, pair: Twins) -> Told:
        """Return who gave whom what when, and below it how long on either laptop, and about what."""
        between = f"{pair.provider} → {pair.receiver}  ·  {text.day(pair.one['on'])}"
        hours = "  –  ".join(text.hours(each.get("minutes", 0)) for each in (pair.one, pair.other))
        return Told(between, "  ·  ".join(part for part in (hours, topics(pair)) if part), same_question(pair))

    def _same(self) -> None:
        self._say(_same, translate("DoubleCards", "The later one is gone"))

    def _differ(self) -> None:
        self._say(_different, translate("DoubleCards", "Both stay"))

    def _say(self, work: Callable[[Twins, Verbs], Any], said: str) -> None:
        pair = self.current()
        if pair is None:
            return

        def then(_: object) -> None:
            self._may_answer(now=True)
            self.answered(pair)

        def failed(error: Any) -> None:
            self._may_answer(now=True)
            self.refused(error)

        self._may_answer(now=False)  # until it is told what became of this one: a second click would answer the next
        self._shell.do(partial(work, pair), say=said, then=then, failed=failed)

    def _may_answer(self, *, now: bool) -> None:
        for each in (self.different_button, self.done_button):
            allow(each, self._shell.may_write, now=now)


def _same(twins: Twins, verbs: Verbs) -> Any:
    return verbs.merging.same_exchange(twins.one.id, twins.other.id)


def _different(twins: Twins, verbs: Verbs) -> Any:
    return verbs.merging.different_exchanges(twins.one.id, twins.other.id)
