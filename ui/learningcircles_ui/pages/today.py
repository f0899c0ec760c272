"""Today: what needs someone now, each thing with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.today_begun import Begun, BegunCards, read_begun
from learningcircles_ui.pages.today_doubles import DoubleCards, Doubles, read_doubles
from learningcircles_ui.pages.today_rows import News, read_news
from learningcircles_ui.parts.headings import plain
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import GAP, is_large

_CLOCK_OFF_MS = 5 * 60_000


class TodayPage(Page):
    """Cards in two columns: what waits for an answer, and what is coming."""

    name = "today"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._nag = plain("", self)
        self._nag.hide()
        self.column.addWidget(self._nag)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(area)
        direction = QBoxLayout.Direction.TopToBottom if is_large() else QBoxLayout.Direction.LeftToRight
        across = QBoxLayout(direction, inside)
        across.setContentsMargins(0, 0, 4, 0)
        across.setSpacing(GAP)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column, stretch in ((self._left, 3), (self._right, 2)):
            column.setSpacing(GAP)
            across.addLayout(column, stretch)
        area.setWidget(inside)
        self.column.addWidget(area, 1)
        self._hub: str | None = ""
        self._clock_off_ms = 0
        self._safe = True
        self._ending = 0
        self.news: News | None = None
        self.doubles = Doubles()
        self._doubles_due = False
        self._cards = DoubleCards(shell, self)
        self.begun: list[Begun] = []
        self._begun_cards = BegunCards(shell, self)
        shell.signals.shared.connect(self._shared)

    def activate(self) -> None:
        """Read the news."""
        today = text.locale().toString(QDate.currentDate(), "dddd ") + text.day(text.today())
        self.header.count.setText(today)
        self._read()
        self._doubles_due = True
        self.shell.tasks.mutate(read_begun, self._show_begun)

    def changed(self, changes: Changes) -> None:
        """Read the news again."""
        self._read()
        self._doubles_due |= touches(changes, "member", "member_link", "swap", "swap_link")

    def _read(self) -> None:
        self.shell.tasks.query(read_news, self._show_news, key="today")

    def _show_news(self, news: News) -> None:
        """Show the news, and only then look for doubles, which takes long."""
        self._show(news)
        if self._doubles_due:
            self._doubles_due = False
            self.shell.tasks.query(read_doubles, self._show_doubles, key="doubles")

    def _show_begun(self, begun: list[Begun]) -> None:
        again, self.begun = begun != self.begun, begun
        if again and self.news is not None:
            self._show(self.news)

    def _show_doubles(self, doubles: Doubles) -> None:
        self.doubles = doubles
        if self.news is not None:
            self._show(self.news)

    def _shared(self, state: object) -> None:
        self._hub = getattr(state, "hub", None)
        self._clock_off_ms = int(getattr(state, "clock_off_ms", 0))
        self._safe = bool(getattr(state, "safe", True))
        self._tell_nag()

    def _show(self, news: News) -> None:
        self.news = news
        self._ending = news.consents
        self._tell_nag()
        focused = self.focusWidget()
        at = focused.accessibleName() if focused is not None else ""
        clear(self._left)
        clear(self._right)
        if self.begun:
            self._left.addWidget(self._begun_cards.begun(self.begun))
        if news.question_count:
            self._left.addWidget(self._cards.questions(news))
        if self.doubles.twin_count:
            self._left.addWidget(self._cards.twins(self.doubles))
        if self.doubles.people_count:
            self._left.addWidget(self._cards.people(self.doubles))
        if news.written_count:
            self._left.addWidget(self._cards.written(news))
        if news.waiting_count:
            self._left.addWidget(self._cards.swaps(news))
        if news.asked_count:
            self._left.addWidget(self._cards.requests(news))
        twice = self.doubles.twin_count or self.doubles.people_count
        if not (news.question_count or news.written_count or news.waiting_count or news.asked_count or twice):
            self._left.addWidget(self._cards.nothing(news))
        self._left.addStretch(1)
        self._right.addWidget(self._cards.meetups(news))
        self._right.addStretch(1)
        self._focus_again(at)

    def _focus_again(self, name: str) -> None:
        """A refresh must not throw the keyboard off the page."""
        if not name or self.window().focusWidget() is not None:
            return
        for each in self.findChildren(QWidget):
            if each.accessibleName() == name and each.isEnabled():
                each.setFocus()
                return

    def _tell_nag(self) -> None:
        """One line at most: the most urgent of what can wait."""
        words = text.told(self.shell.older)
        if words:
            pass
        elif abs(self._clock_off_ms) > _CLOCK_OFF_MS:
            minutes = abs(self._clock_off_ms) // 60_000
            words = self.tr("This laptop’s clock is %n minute(s) off. Please set it right.", "", minutes)
        elif self.shell.may_run and self.news is not None and self.news.restated:
            words = self.tr(
                "When somebody was erased, %n change(s) by others were not said again as they had been.",
                "",
                self.news.restated,
            )
        elif self._ending:
            words = self.tr("%n consent(s) will end within a month. Ask these people again.", "", self._ending)
        elif not self._safe and self.shell.may_run:
            words = self.tr(
                "If this laptop is lost, so is the circle. Print the recovery sheet (in Settings), or add a second"
                " organizer’s laptop."
            )
        elif self._hub is None and self.shell.may_run:
            words = self.tr(
                "Only this laptop has the circle’s records so far. Share shows how to bring them to others."
            )
        self._nag.setText(words)
        self._nag.setVisible(bool(words))
