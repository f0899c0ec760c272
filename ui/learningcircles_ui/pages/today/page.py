"""Today: what needs someone now, each thing with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles_ui import text
from learningcircles_ui.opening import Elsewhere
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.today.apart import Apart
from learningcircles_ui.pages.today.aside import AsideCards, Unfinished, read_elsewhere, read_unfinished
from learningcircles_ui.pages.today.begun import BegunCards
from learningcircles_ui.pages.today.cards import TodayCards
from learningcircles_ui.pages.today.double_looking import Looking
from learningcircles_ui.pages.today.double_rows import Doubles, read_doubles
from learningcircles_ui.pages.today.doubles import DoubleCards
from learningcircles_ui.pages.today.elsewhere import Shut, There, told, with_doubles
from learningcircles_ui.pages.today.helping import Helping
from learningcircles_ui.pages.today.line import TodayLine
from learningcircles_ui.pages.today.rows import News, read_news
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.kept_focus import Place, focus_again, place_of, rests
from learningcircles_ui.parts.kept_view import see_again, view_of
from learningcircles_ui.parts.layouts import ByWidth, clear, scrolled
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import GAP, is_large

_EVERY = "every_circle"


class TodayPage(Page):
    """Cards in two columns: what waits for an answer, and what is coming."""

    name = "today"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.line = TodayLine(shell, self)
        self.column.addWidget(self.line.held)
        inside = self._inside = ByWidth(self)
        direction = QBoxLayout.Direction.TopToBottom if is_large() else QBoxLayout.Direction.LeftToRight
        across = QBoxLayout(direction, inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column, stretch in ((self._left, 3), (self._right, 2)):
            column.setSpacing(GAP)
            across.addLayout(column, stretch)
        self._area = scrolled(inside, self)
        self.column.addWidget(self._area, 1)
        self.news: News | None = None
        self._bare = self._told_elsewhere = self._fresh = self._doubles_due = False
        """Whether it is seen that nothing waits; whether the other circles were looked into; whether the news have been
        read since this came into view; whether doubles are to be looked for elsewhere once those circles' news are."""
        self.looking = Looking(shell, self)
        self._cards = DoubleCards(shell, self)
        self._begun_cards = BegunCards(shell, self, self._read_unfinished)
        for gone in (shell.drafts.erased, shell.drafts.forgotten):
            gone.connect(self._read_unfinished)
        self.apart = Apart(shell, self)
        self.helping = Helping(shell, self)
        self.helping.changed.connect(lambda: setattr(self._cards, "helpers", self.helping.found))
        for anew in (
            self._cards.resting.changed,
            self._begun_cards.fuller,
            self.looking.found,
            self.apart.changed,
            self.helping.changed,
        ):
            anew.connect(lambda: self._show(self.news) if self.news is not None else None)
        self._place: Place | None = None
        self.unfinished = Unfinished([], [])
        self._aside_cards = AsideCards(shell, self)
        self._shut: list[Shut] = []
        self.every = self._switch()
        shell.signals.shared.connect(self._shared)
        if shell.signals.state is not None:
            self._shared(shell.signals.state)

    @property
    def knows(self) -> bool:
        """Old cards are seen until the new ones are known; not that nothing waits, which may have changed."""
        return self.news is not None and not self._bare and (self._told_elsewhere or not self._wants_all)

    def _switch(self) -> QPushButton:
        """Return the switch between this circle and all of this laptop's; it is hidden where there is one alone."""
        words, tip = self.tr("All my circles"), self.tr("Show what needs someone in all of them")
        made = button(words, icon_name="stack-2", tip=tip, parent=self)
        made.setCheckable(True)
        made.setChecked(self.shell.settings.text(_EVERY) == "yes")
        made.toggled.connect(self._turn)
        several = len(self.shell.home.circles()) > 1
        made.setVisible(several)
        if several:
            self.command(words, made.toggle, "Ctrl+Shift+C", icon_name="stack-2")
        self.header.add(made)
        return made

    def _turn(self, every: bool) -> None:
        self.shell.choose(_EVERY, "yes" if every else "no")
        self._told_elsewhere = False
        self._know([], [])
        self._look_elsewhere(doubles=True)

    @property
    def _wants_all(self) -> bool:
        return self.every.isChecked() and not self.every.isHidden()

    def _look_elsewhere(self, *, doubles: bool) -> None:
        """Read the other circles' news, and only then look for doubles there, which takes long.

        Where the news are read once more before they are told, doubles are looked for all the same.
        """
        self._doubles_due |= doubles

        def see(found: list[Elsewhere[News]]) -> None:
            self._told_elsewhere = True
            self._know(*told(found, self._cards.there))
            if self._doubles_due and self._wants_all:
                self._doubles_due = False
                self.shell.tasks.elsewhere(lambda verbs: read_doubles(verbs.reader), see_doubles, key="doubles")

        def see_doubles(found: list[Elsewhere[Doubles]]) -> None:
            self._know(with_doubles(self._cards.there, found), self._shut)

        if self._wants_all:
            self.shell.tasks.elsewhere(partial(read_elsewhere, self.shell.drafts.unkept), see, key="news")

    def _know(self, there: list[There], shut: list[Shut]) -> None:
        """Show what is known of the other circles, where they are asked for by now."""
        every = self._wants_all
        self._cards.every_circle = self._begun_cards.every_circle = self._aside_cards.every_circle = every
        self._cards.there, self._shut = (there, shut) if every else ([], [])
        self._begun_cards.there = self._aside_cards.there = self._cards.there
        if self.news is not None:
            self._show(self.news)

    def activate(self) -> None:
        """Read the news."""
        self._fresh = False
        self._read()
        self.looking.due = True
        self._read_unfinished()
        self._look_elsewhere(doubles=True)

    def changed(self, changes: Changes) -> None:
        """Read the news again."""
        self._read()
        if not changes.touched:
            self._read_unfinished()
            self._look_elsewhere(doubles=False)
        if touches(changes, "member", "member_link", "swap", "swap_link"):
            self.looking.due = True
            if changes.touched:
                self.looking.answered()

    def _read(self) -> None:
        day = QDate.fromString(text.today(), "yyyy-MM-dd")
        self.header.count.setText(text.locale().toString(day, "dddd ") + text.day(text.today()))
        self.shell.tasks.query(read_news, self._show_news, key="today")

    def _show_news(self, news: News) -> None:
        """Show the news, and only then look for doubles, which takes long."""
        self._cards.resting.shown()
        self._fresh = True
        self._show(news)
        self.apart.read()
        self.looking.begin()
        self.helping.read([each.request.id for each in news.asked])

    def _read_unfinished(self) -> None:
        self.shell.tasks.mutate(partial(read_unfinished, self.shell.drafts), self._show_unfinished)

    def _show_unfinished(self, unfinished: Unfinished) -> None:
        again, self.unfinished = unfinished != self.unfinished, unfinished
        if again and self.news is not None:
            self._show(self.news)

    def _shared(self, state: object) -> None:
        before = self.line.told_out
        self.line.hear(state)
        if before != self.line.told_out and self.news is not None:
            self._show(self.news)
        view = view_of(self._area, (self._left, self._right), None)
        self.line.tell(self.news)
        see_again(view, self._area, (self._left, self._right), None)

    def _show(self, news: News) -> None:
        """Show the news in place of those before; whoever looks at something, or has it under the keys, stays there."""
        columns = (self._left, self._right)
        place = place_of(self.window().focusWidget(), columns) or (self._place if self.hasFocus() else None)
        view = view_of(self._area, columns, place)
        self._fill(news)
        # A refresh must not throw the keyboard off the page, nor onto the next row before this one's answer is shown.
        self._place = place if rests(place, columns) else None
        held = focus_again(None if self._place else place, columns, self)
        if self._place:
            self.setFocus()
        see_again(view, self._area, columns, held)
        if self._fresh and (self._told_elsewhere or not self._wants_all):
            self.known.emit()

    def _fill(self, news: News) -> None:
        self.news = news
        self.line.tell(news)
        clear(self._left)
        clear(self._right)
        if self.line.told_out:
            self._left.addWidget(self._aside_cards.taken_out(self.line.told_out))
        # Beside today's meetups, before all else that waits: a neighbour may be about to set out for what is off.
        if self._cards.count(news, lambda each: each.untold_count):
            self._left.addWidget(self._cards.untold(news))
        begun = self.unfinished.begun or any(there.news.begun for there in self._begun_cards.there)
        if begun and not self.line.told_out:
            self._left.addWidget(self._begun_cards.begun(self.unfinished.begun))
        used = self._aside_cards.by_sheet(() if self.line.told_out else self.unfinished.by_sheet, self.activate)
        if used is not None:
            self._left.addWidget(used)
        asks = self._cards.count(news, lambda each: each.question_count)
        questions = self._cards.questions(news) if asks else None
        for card in (questions, *self._waiting(news)):
            if card is not None:
                self._left.addWidget(card)
        self._bare = _place_rest(self._cards, news, self._left, self._right)
        self.apart.place(questions, self._left)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._area.at_once()

    def _waiting(self, news: News) -> list[QWidget]:
        """Return a card for each other kind of thing that waits, here or elsewhere."""
        cards, doubles = self._cards, [self.looking.doubles, *(each.doubles for each in self._cards.there)]
        wanted: list[tuple[int, Callable[[], QWidget]]] = [
            (sum(each.twin_count for each in doubles), lambda: cards.twins(self.looking.doubles)),
            (sum(each.people_count for each in doubles), lambda: cards.people(self.looking.doubles)),
            (cards.count(news, lambda each: each.apart_count), lambda: cards.differing(news)),
            (cards.count(news, lambda each: each.written_count), lambda: cards.written(news)),
            (cards.count(news, lambda each: each.waiting_count), lambda: cards.swaps(news)),
            (cards.count(news, lambda each: each.disputed_count), lambda: cards.disputed(news)),
            (cards.count(news, lambda each: each.promised_count), lambda: cards.promised(news)),
            (cards.count(news, lambda each: each.asked_count), lambda: cards.requests(news)),
            (len(self.unfinished.aside), lambda: self._aside_cards.aside(self.unfinished.aside, self.activate)),
            (self.unfinished.own, lambda: self._aside_cards.own(self.unfinished.own)),
            (len(self._shut), lambda: cards.shut(self._shut)),
        ]
        return [made() for count, made in wanted if count]


def _place_rest(cards: TodayCards, news: News, left: QBoxLayout, right: QBoxLayout) -> bool:
    """Place what does not wait; in the order in which it is read, which is the order of Tab. Return whether all that
    is said is that nothing does.
    """
    beside, ending = bool(left.count()), cards.can_wait(news)
    if not beside:
        for card in ending or [cards.nothing(news)]:
            left.addWidget(card)
    for card in cards.meetups(news):
        right.addWidget(card)
    for card in ending if beside else ():  # what can wait for a month, beside what cannot
        right.addWidget(card)
    return not beside and not ending
