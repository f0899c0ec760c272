"""Whom to tell, on Today: they meant to come to a meetup that was called off or moved since, and may not know of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.reader import Reader
from learningcircles.circle.untold import Untold, Who, is_off
from learningcircles.errors import CircleError, NotFound
from learningcircles_ui import text
from learningcircles_ui.pages.today.elsewhere import There
from learningcircles_ui.pages.today.every import Told
from learningcircles_ui.pages.today.every_answered import Answered
from learningcircles_ui.pages.today.promised import PromisedCards
from learningcircles_ui.pages.today.rows import News
from learningcircles_ui.pages.today.untold_rows import named, reached, read_untold
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.copied import copy
from learningcircles_ui.parts.headings import button
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches

translate = QCoreApplication.translate
_NAMED = 3


class ToTell(NamedTuple):
    """Somebody, and what they are to be told."""

    meetup: Record
    changed: tuple[str, ...]
    stands: str
    who: Who


def news_of(meetup: Record, changed: Sequence[str]) -> str:
    """Return what became of a meetup, in a sentence."""
    place = str(meetup.get("place", ""))
    if is_off(meetup):
        words = translate("Untold", "{title}, {when}: called off")
    elif "state" in changed:
        after_all = translate("Untold", "{title}, {when}, {place}: takes place after all")
        words = after_all if place else translate("Untold", "{title}, {when}: takes place after all")
    elif "start" in changed:
        elsewhere = translate("Untold", "{title}: now {when}, {place}")
        words = elsewhere if "place" in changed and place else translate("Untold", "{title}: now {when}")
    elif place:
        words = translate("Untold", "{title}, {when}: now at {place}")
    else:
        words = translate("Untold", "{title}, {when}: no longer at its place")
    return words.format(title=meetup.get("title", ""), when=text.moment(meetup["start"]), place=place)


class UntoldCards(PromisedCards):
    """Makes this card as well."""

    def untold(self, news: News) -> QWidget:
        """Return whom to tell of which meetup."""
        heading = self.tr("%n person(s) to tell", "", self.count(news, lambda each: each.untold_people))
        more = self._more(news, lambda each: (each.untold_count, len(each.untold)), self._every)
        return self._list("bell", heading, self._rows(news, lambda each: each.untold, self._untold), more)

    def _every(self) -> None:
        show_untold(self.shell, self.window())

    def _untold(self, each: Untold, there: There | None) -> QWidget:
        words = news_of(each.meetup, each.changed)
        names = text.listed(map(named, each.people[:_NAMED]))
        rest = len(each.people) - _NAMED
        if len(each.people) == 1:
            detail = reached(each.people[0])
        elif rest > 0:
            detail = self.tr("{names} and %n more", "", rest).format(names=names)
        else:
            detail = names
        answers = [who.answer for who in each.people]
        said = self.tr("%n person(s) told", "", len(answers))
        done = self.tr("Told") if len(answers) == 1 else self.tr("All told")
        told = button(
            done,
            partial(self._verb, lambda verbs: verbs.meetups.told(answers, each.stands), said, about=each.meetup.id),
        )
        told.setAccessibleName(f"{done}: {words}")
        look = button(self.tr("Show whom…"), partial(show_untold, self.shell, self, each.meetup.id))
        look.setAccessibleName(f"{look.text()}: {words}")
        return self._item(words, detail, [told] if len(answers) == 1 else [look, told], there, about=each.meetup.id)


class EveryUntold(Answered[ToTell]):
    """All who are to be told, each with how they are reached; `other_button` copies e-mail addresses for one letter."""

    def __init__(self, shell: Shell, found: Sequence[ToTell], parent: QWidget, meetup: bytes | None = None) -> None:
        copying = translate("EveryUntold", "Copy e-mail addresses")
        super().__init__(shell, translate("UntoldCards", "Told"), copying, found, len(found), parent)
        self._meetup = meetup
        shell.signals.changed.connect(self._changed)

    def counted(self, pairs: Sequence[ToTell], count: int) -> str:
        """Count each person once, of however many meetups they are to be told."""
        people = len({each.who.member or each.who.answer for each in pairs})
        return text.grouped(translate("UntoldCards", "%n person(s) to tell", "", people), people)

    def told(self, pair: ToTell) -> Told:
        """Return who it is, how they are reached, and what they are to be told."""
        words = news_of(pair.meetup, pair.changed)
        first = reached(pair.who)
        return Told(first, words, f"{first}\n{words}")

    def choose(self, pair: ToTell) -> None:
        """Addresses may be copied by every laptop, where there are some."""
        allow(self.other_button, True, now=bool(self._addresses()))

    def say_done(self, pair: ToTell) -> None:
        """They know."""
        said = translate("UntoldCards", "%n person(s) told", "", 1)
        self.say(pair, lambda verbs: verbs.meetups.told([pair.who.answer], pair.stands), said)

    def say_other(self, pair: ToTell) -> None:
        """Copy the addresses of all who are left."""
        found = self._addresses()
        copy(", ".join(found))
        self.toast.show_sentence(translate("EveryUntold", "%n address(es) copied", "", len(found)))

    def settled_meanwhile(self, error: CircleError) -> bool:
        """Return whether their answer is gone."""
        return isinstance(error, NotFound)

    def _changed(self, changes: Changes) -> None:
        """Read again how they are reached, and what they are to be told."""
        if self.isVisible() and touches(changes, "member", "meetup", "rsvp"):
            self._shell.tasks.query_long(partial(read_to_tell, meetup=self._meetup), self._renew, key="untold anew")

    def _renew(self, found: list[ToTell]) -> None:
        if not isValid(self) or not self.isVisible() or self.under_way:  # what is under way tells of a change itself
            return
        if not found:
            self.accept()
            return
        chosen = self.current()
        answers = [each.who.answer for each in found]
        there = chosen is not None and chosen.who.answer in answers
        row = answers.index(chosen.who.answer) if chosen is not None and there else self.list.currentIndex().row()
        self.renew(found, max(0, min(row, len(found) - 1)))

    def _addresses(self) -> list[str]:
        return list(
            dict.fromkeys(part for each in self.model.pairs for way in each.who.ways for part in way if "@" in part)
        )


def read_to_tell(reader: Reader, meetup: bytes | None = None) -> list[ToTell]:
    """Return all who are to be told, of one meetup or of every one; on the reader's thread."""
    wanted = (each for each in read_untold(reader) if meetup is None or each.meetup.id == meetup)
    return [ToTell(each.meetup, each.changed, each.stands, who) for each in wanted for who in each.people]


def show_untold(shell: Shell, parent: QWidget, meetup: bytes | None = None) -> None:
    """Show all who are to be told; nothing where all know meanwhile."""

    def show(found: list[ToTell]) -> None:
        if found:
            EveryUntold(shell, found, parent.window(), meetup).open()

    shell.tasks.query_long(partial(read_to_tell, meetup=meetup), show, key="untold")
