"""Today: what needs someone now, each thing with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from learningcircles import __version__
from learningcircles.circle.believing import WARNS_MS
from learningcircles.circle.changes import Changes
from learningcircles.lazy import lazy
from learningcircles_sync.newer import newer_version, put_away
from learningcircles_ui import text
from learningcircles_ui.opening import Elsewhere
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.double_looking import Looking
from learningcircles_ui.pages.double_rows import Doubles, read_doubles
from learningcircles_ui.pages.today_apart import Apart
from learningcircles_ui.pages.today_aside import AsideCards, Unfinished, read_elsewhere, read_unfinished
from learningcircles_ui.pages.today_begun import BegunCards
from learningcircles_ui.pages.today_cards import TodayCards
from learningcircles_ui.pages.today_doubles import DoubleCards
from learningcircles_ui.pages.today_elsewhere import Shut, There, told, with_doubles
from learningcircles_ui.pages.today_rows import News, read_news
from learningcircles_ui.parts.headings import beside, button, flowing, plain
from learningcircles_ui.parts.kept_focus import Place, focus_again, place_of, rests
from learningcircles_ui.parts.layouts import ByWidth, at_once, clear, scrolled
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import GAP, is_large

_EVERY = "every_circle"


class TodayPage(Page):
    """Cards in two columns: what waits for an answer, and what is coming."""

    name = "today"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._nag = plain("", self)
        self.lead = button("", lambda: self._led(), kind="link", parent=self)
        self._led: Callable[[], None] = lambda: None
        self.put_away = button(self.tr("Dismiss"), self._put_away, kind="link", parent=self)
        self._line = beside(self._nag, flowing(self.lead, self.put_away), parent=self)
        self._line.hide()
        for each in (self.lead, self.put_away):
            each.hide()
        self.column.addWidget(self._line)
        inside = self._inside = ByWidth(self)
        direction = QBoxLayout.Direction.TopToBottom if is_large() else QBoxLayout.Direction.LeftToRight
        across = QBoxLayout(direction, inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column, stretch in ((self._left, 3), (self._right, 2)):
            column.setSpacing(GAP)
            across.addLayout(column, stretch)
        self.column.addWidget(scrolled(inside, self), 1)
        self._alone = False
        self._clock_off_ms = 0
        self._clock_by_hub = True
        self._safe = True
        self._hub_safe = True
        self._sheet_names_hub = True
        self._newer = self._quiet = ""
        self._told_out = ""
        self.news: News | None = None
        self._bare = self._told_elsewhere = self._fresh = False
        """Whether it is seen that nothing waits; whether the other circles were looked into; whether the news have been
        read since this came into view."""
        self.looking = Looking(shell, self)
        self._cards = DoubleCards(shell, self)
        self._begun_cards = BegunCards(shell, self, partial(shell.tasks.mutate, read_unfinished, self._show_unfinished))
        self.apart = Apart(shell, self)
        for anew in (self._cards.resting.changed, self._begun_cards.fuller, self.looking.found, self.apart.changed):
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
        """Read the other circles' news, and only then look for doubles there, which takes long."""

        def see(found: list[Elsewhere[News]]) -> None:
            self._told_elsewhere = True
            self._know(*told(found, self._cards.there))
            if doubles and self._wants_all:
                self.shell.tasks.elsewhere(lambda verbs: read_doubles(verbs.reader), see_doubles, key="doubles")

        def see_doubles(found: list[Elsewhere[Doubles]]) -> None:
            self._know(with_doubles(self._cards.there, found), self._shut)

        if self._wants_all:
            self.shell.tasks.elsewhere(read_elsewhere, see, key="news")

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
        self.shell.tasks.mutate(read_unfinished, self._show_unfinished)
        self._look_elsewhere(doubles=True)

    def changed(self, changes: Changes) -> None:
        """Read the news again."""
        self._read()
        if not changes.touched:
            self.shell.tasks.mutate(read_unfinished, self._show_unfinished)
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

    def _show_unfinished(self, unfinished: Unfinished) -> None:
        again, self.unfinished = unfinished != self.unfinished, unfinished
        if again and self.news is not None:
            self._show(self.news)

    def _shared(self, state: object) -> None:
        self._alone = getattr(state, "hub", None) is None and getattr(state, "laptops", 1) < 2
        self._clock_off_ms = int(getattr(state, "clock_off_ms", 0))
        self._clock_by_hub = bool(getattr(state, "clock_by_hub", True))
        self._safe = bool(getattr(state, "safe", True))
        self._hub_safe = bool(getattr(state, "hub_safe", True))
        self._sheet_names_hub = bool(getattr(state, "sheet_names_hub", True))
        newer = newer_version(self.shell.home)
        self._newer = "" if newer == self._quiet else newer
        before, self._told_out = self._told_out, str(getattr(state, "told_out", ""))
        if before != self._told_out and self.news is not None:
            self._show(self.news)
        self._tell_nag()

    def _show(self, news: News) -> None:
        self.news = news
        self._tell_nag()
        columns = (self._left, self._right)
        place = place_of(self.window().focusWidget(), columns) or (self._place if self.hasFocus() else None)
        clear(self._left)
        clear(self._right)
        if self._told_out:
            self._left.addWidget(self._aside_cards.taken_out(self._told_out))
        elif self.unfinished.begun or any(there.news.begun for there in self._begun_cards.there):
            self._left.addWidget(self._begun_cards.begun(self.unfinished.begun))
        used = self._aside_cards.by_sheet(() if self._told_out else self.unfinished.by_sheet, self.activate)
        if used is not None:
            self._left.addWidget(used)
        waiting = self._waiting(news)
        for card in waiting:
            self._left.addWidget(card)
        self._bare = _place_rest(self._cards, news, self._left, self._right)
        asks = self._cards.count(news, lambda each: each.question_count)
        self.apart.place(waiting[0] if asks else None, self._left)
        self._left.addStretch(1)
        self._right.addStretch(1)
        at_once(self._inside)
        # A refresh must not throw the keyboard off the page, nor onto the next row before this one's answer is shown.
        self._place = place if rests(place, columns) else None
        focus_again(None if self._place else place, columns, self)
        if self._place:
            self.setFocus()
        if self._fresh and (self._told_elsewhere or not self._wants_all):
            self.known.emit()

    def _waiting(self, news: News) -> list[QWidget]:
        """Return a card for each kind of thing that waits, here or elsewhere."""
        cards, doubles = self._cards, [self.looking.doubles, *(each.doubles for each in self._cards.there)]
        wanted: list[tuple[int, Callable[[], QWidget]]] = [
            (cards.count(news, lambda each: each.question_count), lambda: cards.questions(news)),
            (sum(each.twin_count for each in doubles), lambda: cards.twins(self.looking.doubles)),
            (sum(each.people_count for each in doubles), lambda: cards.people(self.looking.doubles)),
            (cards.count(news, lambda each: each.written_count), lambda: cards.written(news)),
            (cards.count(news, lambda each: each.waiting_count), lambda: cards.swaps(news)),
            (cards.count(news, lambda each: each.disputed_count), lambda: cards.disputed(news)),
            (cards.count(news, lambda each: each.asked_count), lambda: cards.requests(news)),
            (len(self.unfinished.aside), lambda: self._aside_cards.aside(self.unfinished.aside, self.activate)),
            (self.unfinished.own, lambda: self._aside_cards.own(self.unfinished.own)),
            (len(self._shut), lambda: cards.shut(self._shut)),
        ]
        return [made() for count, made in wanted if count]

    def _clock_words(self) -> str:
        span = text.span(abs(self._clock_off_ms))
        if not self._clock_by_hub:
            told = self.tr("This laptop’s clock is {span} behind what others have written. Please set it right.")
        elif self._clock_off_ms > 0:
            told = self.tr(
                "This laptop’s clock is {span} behind the hub’s. Please set right whichever of them is wrong."
            )
        else:
            told = self.tr(
                "This laptop’s clock is {span} ahead of the hub’s. Please set right whichever of them is wrong."
            )
        return told.format(span=span)

    def _tell_nag(self) -> None:
        """One line at most: the most urgent of what can wait."""
        words, told_newer = text.told(self.shell.older) if self.shell.older else "", False
        lead, self._led = "", lambda: None
        if words or self._told_out:
            pass
        elif abs(self._clock_off_ms) > WARNS_MS:
            words = self._clock_words()
        elif self.shell.may_run and self.news is not None and self.news.restated:
            words = self.tr(
                "When somebody was erased, %n change(s) by others were not said again as they had been.",
                "",
                self.news.restated,
            )
        elif self._newer:
            words = self.tr("There is a newer Learning Circles, {version}. This one, {own}, goes on working.").format(
                version=self._newer, own=__version__
            )
            told_newer = True
        elif self.shell.may_run:
            words, lead, self._led = self._advice()
        self._nag.setText(words)
        self._line.setVisible(bool(words))
        self.lead.setText(lead)
        self.lead.setAccessibleName(lead)
        self.lead.setVisible(bool(lead))
        self.put_away.setVisible(told_newer)

    def _advice(self) -> tuple[str, str, Callable[[], None]]:
        """Return what keeps the circle from being lost with a laptop or its hub, and where that is done."""
        sheet, print_it = partial(_sheet, self.shell, self), self.tr("Print the recovery sheet…")
        if not self._safe:
            words = self.tr(
                "If this laptop is lost, so is the circle. Print the recovery sheet, or add a second laptop that may"
                " run the circle."
            )
            return words, print_it, sheet
        if not self._hub_safe:
            words = self.tr(
                "If the hub is lost for good, no laptop can be added or shut out any more, unless a recovery sheet was"
                " printed before. Print it while the hub is there."
            )
            return words, print_it, sheet
        if not self._sheet_names_hub:
            words = self.tr(
                "The recovery sheet does not say where the circle’s hub is now: it was printed before that. Print it"
                " anew."
            )
            return words, print_it, sheet
        if self._alone:
            words = self.tr(
                "Only this laptop has the circle’s records so far. Share shows how to bring them to others."
            )
            return words, self.tr("Show how"), partial(self.shell.signals.asked.emit, "share", "")
        return "", "", self._led

    def _put_away(self) -> None:
        """Say no more of this version."""
        self._quiet, self._newer = self._newer, ""
        self.shell.keep(lambda: put_away(self.shell.home))
        self._tell_nag()


def _place_rest(cards: TodayCards, news: News, left: QBoxLayout, right: QBoxLayout) -> bool:
    """Place what does not wait; in the order in which it is read, which is the order of Tab. Return whether all that
    is said is that nothing does.
    """
    beside, ending = bool(left.count()), cards.consents(news)
    if not beside:
        for card in ending or [cards.nothing(news)]:
            left.addWidget(card)
    for card in cards.meetups(news):
        right.addWidget(card)
    for card in ending if beside else ():  # what can wait for a month, beside what cannot
        right.addWidget(card)
    return not beside and not ending


def _sheet(shell: Shell, parent: QWidget) -> None:
    lazy("learningcircles_ui.pages.new_sheet").ask_for_sheet(shell, parent)
