"""Cards of Today for what is probably here twice: exchanges that two laptops recorded, and members."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.today_cards import TodayCards
from learningcircles_ui.pages.today_rows import SHOWN, News
from learningcircles_ui.parts.headings import button

if TYPE_CHECKING:
    from learningcircles.intake.duplicates import Pair


class Twins(NamedTuple):
    """Two exchanges that are probably one."""

    one: Record
    other: Record
    provider: str
    receiver: str


class Doubles(NamedTuple):
    """What is probably here twice; lists are bounded, numbers are of all."""

    twins: Sequence[Twins] = ()
    twin_count: int = 0
    people: Sequence[Pair] = ()
    people_count: int = 0


def read_doubles(reader: Reader) -> Doubles:
    """Look for them; takes a second in a circle of ten thousand."""
    twins, people = reader.twin_swaps(), lazy("learningcircles.intake.duplicates").pairs(reader)
    names = {record.id: str(record.get("name", "")) for record in reader.many("member", _sides(twins[:SHOWN]))}
    shown = [
        Twins(one, other, names.get(one["provider"], ""), names.get(one["receiver"], ""))
        for one, other in twins[:SHOWN]
    ]
    return Doubles(shown, len(twins), people[:SHOWN], len(people))


def _sides(twins: Sequence[tuple[Record, Record]]) -> list[bytes]:
    return list(dict.fromkeys(one[side] for one, _ in twins for side in ("provider", "receiver") if one[side]))


class DoubleCards(TodayCards):
    """Makes these cards as well."""

    def questions(self, news: News) -> QWidget:
        """Return what two laptops changed at once, with a way to take all of one laptop."""
        made = super().questions(news)
        laptops = dict.fromkeys((each.item.other_by, each.other_laptop) for each in news.questions)
        if news.question_count < 2 or not self.shell.may_write:
            return made
        row = QHBoxLayout()
        for device, laptop in laptops:
            words = self.tr("Take everything of {laptop}").format(laptop=laptop or self.tr("the other laptop"))
            row.addWidget(button(words, partial(self._take_all, device), kind="link"))
        row.addStretch(1)
        layout = made.layout()
        assert layout is not None
        foot = QWidget(made)
        foot.setLayout(row)
        layout.addWidget(foot)
        return made

    def twins(self, doubles: Doubles) -> QWidget:
        """Return the exchanges that two laptops have probably recorded both."""
        heading = self.tr("%n exchange(s) probably recorded twice", "", doubles.twin_count)
        return self._list("arrows-exchange", heading, [self._twins(each) for each in doubles.twins])

    def people(self, doubles: Doubles) -> QWidget:
        """Return the members who are probably here twice."""
        heading = self.tr("%n member(s) probably here twice", "", doubles.people_count)
        return self._list("friends", heading, [self._people(each) for each in doubles.people])

    def _twins(self, twins: Twins) -> QWidget:
        one, other = twins.one, twins.other
        words = self.tr("Is this the same exchange? {provider} gave {receiver} {hours} on {day}, and {other_hours}.")
        shown = words.format(
            provider=twins.provider,
            receiver=twins.receiver,
            hours=text.hours(one.get("minutes", 0)),
            day=text.day(one["on"]),
            other_hours=text.hours(other.get("minutes", 0)),
        )
        topics = "  ·  ".join(dict.fromkeys(str(row.get("topic", "")) for row in (one, other) if row.get("topic")))
        same = button(
            self.tr("Same"),
            lambda: self._verb(lambda v: v.merging.same_exchange(one.id, other.id), self.tr("The later one is gone")),
        )
        differ = button(
            self.tr("Different"),
            lambda: self._verb(lambda v: v.merging.different_exchanges(one.id, other.id), self.tr("Both stay")),
        )
        return self._named(shown, topics, same, differ)

    def _people(self, pair: Pair) -> QWidget:
        one, other = pair.one, pair.other
        words = self.tr("Is {one} the same person as {other}?").format(one=one.get("name"), other=other.get("name"))
        why = {
            "email": self.tr("the same e-mail"),
            "phone": self.tr("the same phone"),
            "name": self.tr("nearly the same name"),
        }[pair.why]
        same = button(
            self.tr("Same"), lambda: self._verb(lambda v: v.merging.merge(one.id, other.id), self.tr("Merged"))
        )
        differ = button(
            self.tr("Different"),
            lambda: self._verb(lambda v: v.merging.different(one.id, other.id), self.tr("Both stay")),
        )
        return self._named(words, why, same, differ)

    def _named(self, words: str, detail: str, *buttons: QPushButton) -> QWidget:
        for each in buttons:
            each.setAccessibleName(f"{each.text()}: {words}")
        return self._item(words, detail, buttons)

    def _take_all(self, device: bytes) -> None:
        self._verb(
            lambda verbs: verbs.review.take_all(device), self.tr("Settled. The other laptops follow once they share.")
        )
