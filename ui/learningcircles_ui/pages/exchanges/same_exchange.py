"""Whether two exchanges are one that two laptops have recorded both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.pages.today.double_rows import Twins
from learningcircles_ui.pages.today.every import Told
from learningcircles_ui.pages.today.every_answered import Answered
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


class EveryTwin(Answered[Twins]):
    """Pairs of exchanges."""

    def __init__(self, shell: Shell, pairs: Sequence[Twins], count: int, parent: QWidget) -> None:
        same, different = translate("DoubleCards", "Same"), translate("DoubleCards", "Different")
        super().__init__(shell, same, different, pairs, count, parent)

    def counted(self, pairs: Sequence[Twins], count: int) -> str:
        """Return how many there are."""
        return translate("DoubleCards", "%n exchange(s) probably recorded twice", "", count)

    def told(self, pair: Twins) -> Told:
        """Return who gave whom what when, and below it how long on either laptop, and about what."""
        between = f"{pair.provider} → {pair.receiver}  ·  {text.day(pair.one['on'])}"
        hours = "  –  ".join(text.hours(each.get("minutes", 0)) for each in (pair.one, pair.other))
        return Told(between, "  ·  ".join(part for part in (hours, topics(pair)) if part), same_question(pair))

    def say_done(self, pair: Twins) -> None:
        """Both are one: the later goes."""
        self.say(pair, partial(_same, pair), translate("DoubleCards", "The later one is gone"))

    def say_other(self, pair: Twins) -> None:
        """They are two."""
        self.say(pair, partial(_different, pair), translate("DoubleCards", "Both stay"))


def _same(twins: Twins, verbs: Verbs) -> Any:
    return verbs.merging.same_exchange(twins.one.id, twins.other.id)


def _different(twins: Twins, verbs: Verbs) -> Any:
    return verbs.merging.different_exchanges(twins.one.id, twins.other.id)
