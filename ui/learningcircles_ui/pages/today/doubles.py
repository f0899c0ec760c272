"""Cards of Today for what is probably here twice: exchanges that two laptops recorded, and members."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.differing import Differing
from learningcircles.entities.people import MEMBER
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.today.double_rows import Doubles, Twins
from learningcircles_ui.pages.today.elsewhere import There
from learningcircles_ui.pages.today.rows import SHOWN, News
from learningcircles_ui.pages.today.untold import UntoldCards
from learningcircles_ui.parts.headings import button, flowing
from learningcircles_ui.parts.progress import LateProgress, tell_cancelled
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.worker import Then

if TYPE_CHECKING:
    from learningcircles.intake.doubles import Pair


def _exchanges() -> ModuleType:
    return lazy("learningcircles_ui.pages.exchanges.same_exchange")  # most circles have nothing twice


def _persons() -> ModuleType:
    return lazy("learningcircles_ui.pages.people.same_person")


class DoubleCards(UntoldCards):
    """Makes these cards as well."""

    def questions(self, news: News) -> QWidget:
        """Return what two laptops changed at once, with a way to take all of one laptop."""
        made = super().questions(news)
        laptops = dict.fromkeys((each.item.other_by, each.other_laptop) for each in news.questions)
        if news.question_count < 2 or not self.shell.may_write:
            return made
        buttons = []
        for device, laptop in laptops:
            words = self.tr("Take everything of {laptop}").format(laptop=laptop or self.tr("the other laptop"))
            buttons.append(button(words, partial(self._take_all, device), kind="link"))
        layout = made.layout()
        assert layout is not None
        layout.addWidget(flowing(*buttons, parent=made))
        return made

    def twins(self, doubles: Doubles) -> QWidget:
        """Return the exchanges that two laptops have probably recorded both."""
        every = [doubles, *(there.doubles for there in self.there)]
        heading = self.tr("%n exchange(s) probably recorded twice", "", sum(each.twin_count for each in every))
        elsewhere = [self._twins(each, there) for there in self.there for each in there.doubles.twins[:SHOWN]]
        here = [self._twins(each) for each in doubles.twins[:SHOWN]]
        more = self._all_of(
            (doubles.twin_count, len(here)),
            [((each.doubles.twin_count, SHOWN), each.file) for each in self.there],
            partial(self._every_twin, doubles),
        )
        return self._list("arrows-exchange", heading, [*here, *elsewhere], more)

    def people(self, doubles: Doubles) -> QWidget:
        """Return the members who are probably here twice."""
        every = [doubles, *(there.doubles for there in self.there)]
        count = sum(each.people_count for each in every)
        heading = self.tr("%n pair(s) of members who may be one person", "", count)
        if any(each.people_more for each in every):
            heading = self.tr("More than %n pair(s) of members who may be one person", "", count)
        elsewhere = [self._people(each, there) for there in self.there for each in there.doubles.people[:SHOWN]]
        here = [self._people(each) for each in doubles.people[:SHOWN]]
        more = self._all_of(
            (doubles.people_count, len(here)),
            [((each.doubles.people_count, SHOWN), each.file) for each in self.there],
            partial(self._every_pair, doubles),
        )
        return self._list("friends", heading, [*here, *elsewhere], more)

    def differing(self, news: News) -> QWidget:
        """Return what the records of somebody who was merged say differently."""
        count = self.count(news, lambda each: each.apart_count)
        heading = self.tr("%n thing(s) that merged records say differently", "", count)
        more = self._more(news, lambda each: (each.apart_count, len(each.apart)), page="people")
        return self._list("git-merge", heading, self._rows(news, lambda each: each.apart, self._which), more)

    def _which(self, apart: Differing, there: There | None) -> QWidget:
        field = MEMBER.field(apart.field)
        assert field is not None
        words = {
            "phone": self.tr("Which telephone is right for {name}?"),
            "email": self.tr("Which e-mail is right for {name}?"),
            "address": self.tr("Which address is right for {name}?"),
            "emergency_contact": self.tr("Who is to be called for {name} in an emergency?"),
        }[apart.field].format(name=apart.name)

        def say(value: Any, told: str) -> None:
            self._verb(
                lambda verbs: verbs.merging.say_right(apart.member, apart.field, value),
                text.labelled(apart.name, told),
                about=f"{apart.member.hex()} {apart.field}",
            )

        told = [(each, shown(field, each)) for each in apart.values]
        buttons = [button(words_, partial(say, each, words_)) for each, words_ in told]
        for each in buttons:
            each.setAccessibleName(f"{each.text()}: {words}")
        about = f"{apart.member.hex()} {apart.field}"
        return self._item(words, self.tr("Each record has another one."), buttons, there, about=about)

    def _twins(self, twins: Twins, there: There | None = None) -> QWidget:
        one, other = twins.one, twins.other
        same = button(
            self.tr("Same"),
            lambda: self._verb(lambda v: v.merging.same_exchange(one.id, other.id), self.tr("The later one is gone")),
        )
        differ = button(
            self.tr("Different"),
            lambda: self._verb(lambda v: v.merging.different_exchanges(one.id, other.id), self.tr("Both stay")),
        )
        return self._named(_exchanges().same_question(twins), _exchanges().topics(twins), [same, differ], there)

    def _every_twin(self, doubles: Doubles) -> None:
        _exchanges().EveryTwin(self.shell, doubles.twins, doubles.twin_count, self.window()).open()

    def _people(self, pair: Pair, there: There | None = None) -> QWidget:
        one, other = pair.one, pair.other
        look = button(self.tr("Look at both…"), lambda: _persons().compare(self.shell, pair, self.window()))
        differ = button(
            self.tr("Different"),
            lambda: self._verb(lambda v: v.merging.different(one.id, other.id), self.tr("Both stay")),
        )
        made = self._named(_persons().question(pair), _persons().reasons(pair), [look, differ], there)
        look.setEnabled(True)  # whoever may only look may look at these, too
        return made

    def _every_pair(self, doubles: Doubles) -> None:
        _persons().EveryPair(self.shell, doubles.people, doubles.people_count, self.window()).open()

    def _named(self, words: str, detail: str, buttons: Sequence[QPushButton], there: There | None) -> QWidget:
        for each in buttons:
            each.setAccessibleName(f"{each.text()}: {words}")
        return self._item(words, detail, buttons, there)

    def _take_all(self, device: bytes) -> None:
        if self._haste.again():
            return
        progress = LateProgress(self.tr("Settling what is asked"), self.window())

        def start(done: Then, failed: Then) -> None:
            self.shell.tasks.mutate(lambda verbs: verbs.review.take_all(device, told=progress.told), done, failed)

        def settled(changes: Changes) -> None:
            self.shell.signals.changed.emit(changes)
            said = self.tr("Settled. The other laptops follow once they share.")
            self.shell.signals.said.emit(said, changes.action)

        progress.run(start, settled, tell_cancelled(self.shell))
