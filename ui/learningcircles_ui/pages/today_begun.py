"""What somebody had begun to write and not finished, on Today: one press goes on with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from learningcircles_ui import text
from learningcircles_ui.pages.begun_rows import Begun
from learningcircles_ui.pages.today_cards import TodayCards
from learningcircles_ui.pages.today_elsewhere import There
from learningcircles_ui.parts.draft_names import CONSENT, EVENING, OPENING, asked_for
from learningcircles_ui.parts.headings import button


class BegunCards(TodayCards):
    """Makes the card."""

    def begun(self, begun: Sequence[Begun]) -> QWidget:
        """Return what can be gone on with, here and elsewhere."""
        count = len(begun) + sum(len(there.news.begun) for there in self.there)
        heading = self.tr("%n thing(s) begun and not finished", "", count)
        here = [self._begun(each) for each in begun]
        elsewhere = [self._begun(each, there) for there in self.there for each in there.news.begun]
        return self._list("edit", heading, [*here, *elsewhere])

    def _begun(self, begun: Begun, there: There | None = None) -> QWidget:
        about = text.labelled(begun.of, begun.words) if begun.of else begun.words
        words = text.labelled(self._form(begun), about) if about else self._form(begun)
        on = button(self.tr("Go on"), partial(self._go_on, begun))
        on.setAccessibleName(self.tr("Go on with: {words}").format(words=words))
        return self._item(words, text.instant(begun.at), [on], there)

    def _form(self, begun: Begun) -> str:
        named = {
            "member": (self.tr("A new member"), self.tr("Changes to a member")),
            "offer": (self.tr("A new offer"), self.tr("Changes to an offer")),
            "request": (self.tr("A new request"), self.tr("Changes to a request")),
            "swap": (self.tr("An exchange"), self.tr("An exchange")),
            "meetup": (self.tr("A new meetup"), self.tr("Changes to a meetup")),
            "learning": (self.tr("Something learned"), self.tr("Something learned")),
            OPENING: (self.tr("Opening balances"), self.tr("Opening balances")),
            CONSENT: (self.tr("What somebody agreed to"), self.tr("What somebody agreed to")),
            EVENING: (self.tr("Who came"), self.tr("Who came")),
            "place": (self.tr("A new place"), self.tr("Changes to a place")),
        }
        return named[begun.form][bool(begun.record)]

    def _go_on(self, begun: Begun) -> None:
        """Bring the form up with what stood in it: pressing this was the answer to whether to go on."""
        self.shell.resuming.add(begun.name)
        self.shell.signals.asked.emit(*asked_for(begun.form, begun.record))
