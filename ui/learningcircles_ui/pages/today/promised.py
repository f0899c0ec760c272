"""On Today: requests that more than one exchange is proposed for, before somebody comes in vain."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from learningcircles_ui import text
from learningcircles_ui.pages.today.cards import TodayCards
from learningcircles_ui.pages.today.elsewhere import There
from learningcircles_ui.pages.today.promised_rows import Promised
from learningcircles_ui.pages.today.rows import News
from learningcircles_ui.parts.headings import button


class PromisedCards(TodayCards):
    """Makes this card as well."""

    def promised(self, news: News) -> QWidget:
        """Return who is to help with the same request as another one."""
        count = self.count(news, lambda each: each.promised_count)
        heading = self.tr("%n request(s) with more than one exchange proposed", "", count)
        more = self._more(news, lambda each: (each.promised_count, len(each.promised)), page="exchanges")
        return self._list("heart-handshake", heading, self._rows(news, lambda each: each.promised, self._promise), more)

    def _promise(self, each: Promised, there: There | None) -> QWidget:
        told = self.tr("{name} asks for “{title}” once, and more than one is expected: {helpers}")
        helpers = text.listed(f"{name} ({text.day(swap['on'])})" for swap, name in each.helpers)
        words = told.format(name=each.member, title=each.request.get("title", ""), helpers=helpers)
        last, _ = each.helpers[-1]
        show = button(self.tr("Show"), partial(self.shell.signals.asked.emit, "swap", last.id))
        show.setAccessibleName(self.tr("Show: {what}").format(what=words))
        detail = self.tr("Decline the exchange that is not needed, so that nobody comes in vain.")
        return self._item(words, detail, [show], there, ("swap", last.id), looks=True)
