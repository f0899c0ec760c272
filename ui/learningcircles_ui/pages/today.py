"""Today: what needs someone now, each thing with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.review_words import other_words, question_sentence
from learningcircles_ui.pages.today_rows import Asked, News, Question, Waiting, is_today, read_news
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import button, card, plain, rule, scaled, soft, subtitle
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP, GAP_S

_CLOCK_OFF_MS = 5 * 60_000


class TodayPage(Page):
    """Cards in two columns: what waits for an answer, and what is coming."""

    name = "today"
    icon = "home"

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
        across = QHBoxLayout(inside)
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
        self._ending = 0
        self.news: News | None = None
        shell.signals.shared.connect(self._shared)
        self.command(self.tr("Add a member"), lambda: self._ask("people", "add"), "Ctrl+N", icon_name="user-plus")
        self.command(self.tr("Record an exchange"), lambda: self._ask("exchanges", "record"), "Ctrl+E")
        self.command(self.tr("Plan a meetup"), lambda: self._ask("meetups", "plan"), "Ctrl+M")

    def title(self) -> str:
        """Return the page's name on screen."""
        return self.tr("Today")

    def activate(self) -> None:
        """Read the news."""
        today = text.locale().toString(QDate.currentDate(), "dddd ") + text.day(text.today())
        self.header.count.setText(today)
        self.shell.tasks.query(read_news, self._show, key="today")

    def changed(self, changes: Changes) -> None:
        """Read the news again."""
        self.activate()

    def _shared(self, state: object) -> None:
        self._hub = getattr(state, "hub", None)
        self._clock_off_ms = int(getattr(state, "clock_off_ms", 0))
        self._tell_nag()

    def _show(self, news: News) -> None:
        self.news = news
        self._ending = news.consents
        self._tell_nag()
        focused = self.focusWidget()
        at = focused.accessibleName() if focused is not None else ""
        clear(self._left)
        clear(self._right)
        if news.question_count:
            self._left.addWidget(self._questions(news))
        if news.waiting_count:
            self._left.addWidget(self._swaps(news))
        if news.asked_count:
            self._left.addWidget(self._requests(news))
        if not (news.question_count or news.waiting_count or news.asked_count):
            self._left.addWidget(self._nothing(news))
        self._left.addStretch(1)
        self._right.addWidget(self._meetups(news))
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
        words = self.shell.older
        if words:
            pass
        elif abs(self._clock_off_ms) > _CLOCK_OFF_MS:
            minutes = abs(self._clock_off_ms) // 60_000
            words = self.tr("This laptop’s clock is %n minute(s) off. Please set it right.", "", minutes)
        elif self._ending:
            words = self.tr("%n consent(s) will end within a month. Ask these people again.", "", self._ending)
        elif self._hub is None and self.shell.may_run:
            words = self.tr(
                "Only this laptop has the circle’s records so far. Share shows how to bring them to others."
            )
        self._nag.setText(words)
        self._nag.setVisible(bool(words))

    def _nothing(self, news: News) -> QWidget:
        frame, column = card(self)
        if news.members <= 1:
            state = EmptyState(
                "users",
                self.tr("Welcome"),
                self.tr("Add the people of your circle, one by one or from a list you already have."),
                self.tr("Add member"),
                lambda: self._ask("people", "add"),
            )
        else:
            state = EmptyState(
                "confetti", self.tr("Nothing waits for you"), self.tr("Everything is answered and confirmed.")
            )
        state.setMinimumHeight(300)
        column.addWidget(state)
        return frame

    def _questions(self, news: News) -> QWidget:
        heading = self.tr("%n thing(s) changed on two laptops at once", "", news.question_count)
        return self._list("git-merge", heading, [self._question(each) for each in news.questions])

    def _question(self, question: Question) -> QWidget:
        other = other_words(question)
        use = button(self.tr("Use {value} instead").format(value=other), lambda: self._settle(question, "other"))
        fine = button(self.tr("Fine"), lambda: self._settle(question, "kept"))
        fine.setAccessibleName(self.tr("Fine: {sentence}").format(sentence=question_sentence(question)))
        return self._item(question_sentence(question), "", [use, fine])

    def _swaps(self, news: News) -> QWidget:
        heading = self.tr("%n exchange(s) to confirm", "", news.waiting_count)
        items = [self._swap(each) for each in news.waiting]
        return self._list("arrows-exchange", heading, items, self._more(news.waiting_count, len(items), "exchanges"))

    def _swap(self, waiting: Waiting) -> QWidget:
        swap = waiting.swap
        names = self.tr("{provider} gave {receiver} {hours}").format(
            provider=waiting.provider, receiver=waiting.receiver, hours=text.hours(swap.get("minutes", 0))
        )
        detail = "  ·  ".join(part for part in (swap.get("topic", ""), text.day(swap["on"])) if part)
        if swap["state"] == "disputed":
            detail += "  ·  " + self.tr("disputed")
        yes = button(self.tr("Confirm"), lambda: self._verb(lambda v: v.swaps.confirm(swap.id), self.tr("Confirmed")))
        no = button(self.tr("Decline"), lambda: self._verb(lambda v: v.swaps.decline(swap.id), self.tr("Declined")))
        for each in (yes, no):
            each.setAccessibleName(f"{each.text()}: {names}")
        return self._item(names, detail, [yes, no])

    def _requests(self, news: News) -> QWidget:
        heading = self.tr("%n request(s) without an answer", "", news.asked_count)
        items = [self._request(each) for each in news.asked]
        return self._list("bulb", heading, items, self._more(news.asked_count, len(items), "exchanges"))

    def _request(self, asked: Asked) -> QWidget:
        request = asked.request
        title = str(request.get("title", ""))
        look = button(self.tr("Find someone"), lambda: self._look_for(str(request.get("topic") or title)))
        look.setAccessibleName(self.tr("Find someone for: {title}").format(title=title))
        return self._item(title, asked.member, [look])

    def _meetups(self, news: News) -> QWidget:
        now = [row for row in news.meetups if is_today(row)]
        items = [self._meetup(row) for row in news.meetups]
        if not items:
            frame, column = card(self)
            state = EmptyState(
                "calendar-plus",
                self.tr("No meetup this week"),
                self.tr("Plan one, and it is in everyone’s calendar."),
                self.tr("Plan a meetup"),
                lambda: self._ask("meetups", "plan"),
            )
            state.setMinimumHeight(280)
            column.addWidget(state)
            return frame
        heading = self.tr("%n meetup(s) today", "", len(now)) if now else self.tr("Meetups this week")
        return self._list("calendar-event", heading, items)

    def _meetup(self, meetup: Record) -> QWidget:
        today = is_today(meetup)
        at = str((meetup["start"] or {}).get("at", ""))
        when = self.tr("Today, {time}").format(time=text.clock(at)) if today else text.moment(meetup["start"])
        detail = "  ·  ".join(part for part in (when, str(meetup.get("place", ""))) if part)
        came = button(self.tr("Who came"), lambda: self.shell.signals.asked.emit("meetups", ("attend", meetup.id)))
        came.setAccessibleName(self.tr("Who came to {title}").format(title=meetup["title"]))
        shown = button(self.tr("Open"), lambda: self.shell.signals.asked.emit("meetup", meetup.id))
        shown.setAccessibleName(self.tr("Open {title}").format(title=meetup["title"]))
        return self._item(str(meetup.get("title", "")), detail, [came if today else shown])

    def _list(self, icon_name: str, heading: str, items: Sequence[QWidget], foot: QWidget | None = None) -> QWidget:
        frame, column = card(self)
        row = QHBoxLayout()
        picture = QLabel(frame)
        picture.setPixmap(icon(icon_name, "accent").pixmap(20, 20))
        name = subtitle(heading, frame)
        scaled(name, 0.9, name.font().weight())
        row.addWidget(picture)
        row.addWidget(name, 1)
        column.addLayout(row)
        for place, item in enumerate(items):
            if place:
                column.addWidget(rule(frame))
            column.addWidget(item)
        if foot is not None:
            column.addWidget(foot, 0, Qt.AlignmentFlag.AlignLeading)
        return frame

    def _item(self, words: str, detail: str, buttons: Sequence[QWidget]) -> QWidget:
        item = QWidget(self)
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(GAP_S)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(plain(words, item))
        if detail:
            lines.addWidget(soft(detail, item))
        row.addLayout(lines, 1)
        for each in buttons:
            each.setEnabled(self.shell.may_write)
            row.addWidget(each)
        return item

    def _more(self, count: int, shown: int, page: str) -> QWidget | None:
        if count <= shown:
            return None
        words = self.tr("Show all {count}").format(count=text.number(count))
        return button(words, lambda: self.shell.signals.asked.emit(page, ""), kind="link")

    def _settle(self, question: Question, take: str) -> None:
        self._verb(lambda verbs: verbs.review.resolve(question.item.id, take), self.tr("Settled on every laptop"))

    def _verb(self, work: Callable[[Verbs], object], said: str) -> None:
        self.shell.do(work, say=said)

    def _look_for(self, words: str) -> None:
        self.shell.signals.asked.emit("people", words)

    def _ask(self, page: str, what: str) -> None:
        self.shell.signals.asked.emit(page, (what, None))
