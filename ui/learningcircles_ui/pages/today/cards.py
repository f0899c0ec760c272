"""The cards of Today: each names what waits, and has beside it what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.matching import FULFILLED
from learningcircles.entities.exchange import REQUEST
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.exchanges.rows import ENDED, and_the_request, still_to_come
from learningcircles_ui.pages.today.consents import show_ending
from learningcircles_ui.pages.today.elsewhere import Shut, There
from learningcircles_ui.pages.today.helping import in_words
from learningcircles_ui.pages.today.lines import TodayLines
from learningcircles_ui.pages.today.review_rows import Question
from learningcircles_ui.pages.today.review_words import fine_words, may_take_other, question_sentence, take_words
from learningcircles_ui.pages.today.rows import Asked, News, Waiting, Written, begins, is_on, is_today
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import button, card

_NOTES = 120
"""Letters of an exchange's notes that stand beside a dispute, at most."""


def letter_words(written: Written) -> str:
    """Return who wants what, in words."""
    words = QCoreApplication.translate("TodayCards", "{name} answers {title}")
    if written.signup["kind"] == "meetup":
        words = QCoreApplication.translate("TodayCards", "{name} would like to come to {title}")
    return words.format(name=str(written.signup.get("name", "")), title=written.title)


def letter_detail(written: Written) -> str:
    """Return how to reach whoever wrote, and what they wrote besides."""
    return "  ·  ".join(str(written.signup[each]) for each in ("contact", "words") if written.signup[each])


class TodayCards(TodayLines):
    """Makes the cards of what waits in the circles that are looked at."""

    def nothing(self, news: News) -> QWidget:
        """Return what stands there when nothing waits."""
        frame, column = card(self)
        if news.alone and self.shell.may_write:
            state = EmptyState(
                "users",
                self.tr("Welcome"),
                self.tr("Add the people of your circle, one by one or from a list you already have."),
                self.tr("Add member"),
                lambda: self._ask("people", "add"),
            )
            state.or_else(self.tr("Import a list…"), lambda: self._ask("people", "import"), "file-import")
        else:
            state = EmptyState(
                "confetti", self.tr("Nothing waits for you"), self.tr("Everything is answered and confirmed.")
            )
        state.setMinimumHeight(300)
        column.addWidget(state)
        return frame

    def questions(self, news: News) -> QWidget:
        """Return what two laptops changed at once."""
        count = self.count(news, lambda each: each.question_count)
        heading = self.tr("%n thing(s) changed on two laptops at once", "", count)
        more = self._more(news, lambda each: (each.question_count, len(each.questions)), self._every_question)
        return self._list("git-merge", heading, self._rows(news, lambda each: each.questions, self._question), more)

    def _every_question(self) -> None:
        lazy("learningcircles_ui.pages.today.every_waiting").show_questions(self.shell, self.window())

    def _question(self, question: Question, there: There | None) -> QWidget:
        sentence = question_sentence(question)
        use = button(take_words(question), lambda: self._settle(question, "other"))
        fine = button(fine_words(question), lambda: self._settle(question, "kept"))
        fine.setAccessibleName(f"{fine.text()}: {sentence}")
        buttons = [use, fine] if may_take_other(question) else [fine]
        return self._item(sentence, "", buttons, there, about=question.item.id)

    def written(self, news: News) -> QWidget:
        """Return what people wrote on the hub's pages and nobody has answered."""
        heading = self.tr("%n answer(s) from outside", "", self.count(news, lambda each: each.written_count))
        more = self._more(news, lambda each: (each.written_count, len(each.written)), self._every_letter)
        return self._list("mail", heading, self._rows(news, lambda each: each.written, self._letter), more)

    def _every_letter(self) -> None:
        lazy("learningcircles_ui.pages.today.every_waiting").show_letters(self.shell, self.window())

    def _letter(self, written: Written, there: There | None) -> QWidget:
        signup, words, detail = written.signup, letter_words(written), letter_detail(written)
        once = partial(self._verb, about=signup.id)
        yes = button(self.tr("Accept"), lambda: once(lambda v: v.inbox.accept(signup.id), self.tr("Accepted")))
        no = button(self.tr("Decline"), lambda: once(lambda v: v.inbox.decline(signup.id), self.tr("Declined")))
        for each in (yes, no):
            each.setAccessibleName(f"{each.text()}: {words}")
        return self._item(words, detail, [yes, no], there, about=signup.id)

    def swaps(self, news: News) -> QWidget:
        """Return the exchanges to confirm."""
        heading = self.tr("%n exchange(s) to confirm", "", self.count(news, lambda each: each.waiting_count))
        items = self._rows(news, lambda each: each.waiting, self._swap)
        more = self._more(news, lambda each: (each.waiting_count, len(each.waiting)), page="exchanges")
        return self._list("arrows-exchange", heading, items, more)

    def disputed(self, news: News) -> QWidget:
        """Return the exchanges of which somebody says that they were otherwise."""
        heading = self.tr("%n exchange(s) in dispute", "", self.count(news, lambda each: each.disputed_count))
        items = self._rows(news, lambda each: each.disputed, self._dispute)
        more = self._more(news, lambda each: (each.disputed_count, len(each.disputed)), page="exchanges")
        return self._list("alert-triangle", heading, items, more)

    def _dispute(self, waiting: Waiting, there: There | None) -> QWidget:
        """Return a line that says as well who noted the dispute, which accuses nobody, and what is noted of it."""
        noted = {"day": text.instant(waiting.noted_at), "name": waiting.noted_by}
        by = self.tr("Disputed {day}, noted by {name}") if waiting.noted_by else self.tr("Disputed {day}")
        notes = " ".join(str(waiting.swap.get("notes", "")).split())[:_NOTES]
        return self._swap(waiting, there, by.format(**noted) if waiting.noted_at else "", notes)

    def _swap(self, waiting: Waiting, there: There | None, *more: str) -> QWidget:
        swap = waiting.swap
        names = self.tr("{provider} gave {receiver} {hours}").format(
            provider=waiting.provider, receiver=waiting.receiver, hours=text.hours(swap.get("minutes", 0))
        )
        detail = "  ·  ".join(part for part in (swap.get("topic", ""), text.day(swap["on"]), *more) if part)
        said = (self.tr("Confirmed: {what}").format(what=names), self.tr("Declined: {what}").format(what=names))
        told = (
            partial(and_the_request, said[0] + still_to_come(swap["on"]), "confirm"),
            partial(and_the_request, said[1], "decline"),
        )
        once = partial(self._verb, about=swap.id)
        yes = button(self.tr("Confirm"), lambda: once(lambda v: v.swaps.confirm(swap.id), told[0]))
        no = button(self.tr("Decline"), lambda: once(lambda v: v.swaps.decline(swap.id), told[1]))
        for each in (yes, no):
            each.setAccessibleName(f"{each.text()}: {names}")
        return self._item(names, detail, [yes, no], there, about=swap.id)

    def requests(self, news: News) -> QWidget:
        """Return the requests without an answer."""
        heading = self.tr("%n request(s) without an answer", "", self.count(news, lambda each: each.asked_count))
        items = self._rows(news, lambda each: each.asked, self._request)
        more = self._more(news, lambda each: (each.asked_count, len(each.asked)), page="exchanges")
        return self._list("bulb", heading, items, more)

    def _request(self, asked: Asked, there: There | None) -> QWidget:
        request = asked.request
        title = str(request.get("title", ""))
        look = button(self.tr("Find someone…"), partial(self._find_someone, request.id))
        look.setAccessibleName(self.tr("Find someone for: {title}").format(title=title))
        detail = "  ·  ".join(filter(None, (asked.member, in_words(self.helpers.get(request.id)))))
        # An exchange that was recorded by itself says of no request that it was for it: somebody does.
        words = text.choice_label(REQUEST.field("state"), FULFILLED)
        done = partial(
            self._verb, lambda v: v.records.edit("request", request.id, {"state": FULFILLED}),
            text.labelled(title, words), about=request.id,
        )  # fmt: skip
        mark = button(words, done)
        mark.setAccessibleName(self.tr("Mark as fulfilled: {title}").format(title=title))
        return self._item(title, detail, [look, mark], there, about=request.id)

    def _find_someone(self, request: bytes) -> None:
        lazy("learningcircles_ui.pages.exchanges.find_someone").find_someone(self.shell, request, self.window())

    def meetups(self, news: News) -> list[QWidget]:
        """Return today's meetups and the week's, each with how many they are."""
        rows = [
            *((row, None) for row in news.meetups),
            *((row, each) for each in self.there for row in each.news.meetups),
        ]
        if not rows:
            frame, column = card(self)
            state = EmptyState(
                "calendar-plus",
                self.tr("No meetup within a week"),
                self.tr("Plan one, and it is in everyone’s calendar.") if self.shell.may_write else "",
                self.tr("Plan a meetup") if self.shell.may_write else "",
                lambda: self._ask("meetups", "plan"),
            )
            state.setMinimumHeight(300)
            column.addWidget(state)
            return [frame]
        rows.sort(key=lambda pair: begins(pair[0]))
        on = [(row, there) for row, there in rows if is_on(row)]
        before = [self._meetup(row, there) for row, there in on if not is_today(row)]
        now = [self._meetup(row, there) for row, there in on if is_today(row)]
        later = [self._meetup(row, there) for row, there in rows if not is_on(row)]
        today, week = self.tr("%n meetup(s) today", "", len(now)), self.tr("%n meetup(s) within a week", "", len(later))
        if on:
            week = self.tr("%n more meetup(s) within a week", "", len(later))
        still = self.tr("%n meetup(s) still on, or just over", "", len(before))
        lists = ((still, before), (today, now), (week, later))
        return [self._list("calendar-event", head, items) for head, items in lists if items]

    def can_wait(self, news: News) -> list[QWidget]:
        """Return what can wait for a month, so that it stands beside the rest: how many consents end soon, and how many
        offers and requests have ended, where any have.
        """
        heading = self.tr(
            "%n consent(s) have ended, or will within a month", "", self.count(news, lambda each: each.consents)
        )
        look = button(self.tr("Show who they are"), partial(show_ending, self.shell, self))
        words = self.tr("Ask these people again.")
        items = [self._item(words, "", [look], looks=True)] if news.consents else []
        items += [self._item(words, "", [], there, ("people", None)) for there in self.there if there.news.consents]
        ended = self.tr("%n offer(s) or request(s) have ended", "", self.count(news, lambda each: each.ended))
        show = button(self.tr("Show them"), partial(self.shell.signals.asked.emit, "exchanges", (ENDED, None)))
        words = self.tr("Ask whether this still holds, and change the last day.")
        renew = [self._item(words, "", [show], looks=True)] if news.ended else []
        renew += [self._item(words, "", [], there, ("exchanges", None)) for there in self.there if there.news.ended]
        lists = (("hourglass", heading, items), ("refresh", ended, renew))
        return [self._list(icon_name, head, lines) for icon_name, head, lines in lists if lines]

    def _meetup(self, meetup: Record, there: There | None) -> QWidget:
        today = is_today(meetup)
        at = str((meetup["start"] or {}).get("at", ""))
        when = self.tr("Today, {time}").format(time=text.clock(at)) if today else text.moment(meetup["start"])
        detail = "  ·  ".join(part for part in (when, str(meetup.get("place", ""))) if part)
        came = button(self.tr("Who came"), lambda: self.shell.signals.asked.emit("meetups", ("attend", meetup.id)))
        came.setAccessibleName(self.tr("Who came to {title}").format(title=meetup["title"]))
        shown = button(self.tr("Open"), lambda: self.shell.signals.asked.emit("meetup", meetup.id))
        shown.setAccessibleName(self.tr("Open {title}").format(title=meetup["title"]))
        title = str(meetup.get("title", ""))
        on = is_on(meetup)
        return self._item(title, detail, [came if on else shown], there, ("meetup", meetup.id), looks=not on)

    def shut(self, shut: Sequence[Shut]) -> QWidget:
        """Return the circles that could not be looked into."""
        heading = self.tr("%n circle(s) not looked into", "", len(shut))
        return self._list("lock", heading, [self._closed(each) for each in shut])

    def _closed(self, shut: Shut) -> QWidget:
        locked = shut.why.code == "passphrase_needed"
        words = self.tr("{circle} is locked").format(circle=shut.file.called) if locked else shut.file.called
        detail = self.tr("Its passphrase opens it.") if locked else text.sentence(shut.why)
        return self._line(words, detail, [self._go(shut.file, words, "", None)])

    def _settle(self, question: Question, take: str) -> None:
        self._verb(
            lambda verbs: verbs.review.resolve(question.item.id, take),
            self.tr("Settled. The other laptops follow once they share."),
            about=question.item.id,
        )
