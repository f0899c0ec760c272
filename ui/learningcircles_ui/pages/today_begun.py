"""What somebody had begun to write and not finished, on Today: one press goes on with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import ENTITIES
from learningcircles_ui import text
from learningcircles_ui.pages.today_cards import TodayCards
from learningcircles_ui.parts.draft_names import ASKS, CONSENT, EVENING, OPENING, asked_for, form_of, glance
from learningcircles_ui.parts.headings import button

_SHOWN = 5


class Begun(NamedTuple):
    """One draft by its name: whose form, of which record (empty: a new one), its first words, when it was kept (ms).

    `of`: what the record is called.
    """

    name: str
    form: str
    record: bytes
    words: str
    at: int
    of: str = ""


def read_begun(verbs: Verbs) -> list[Begun]:
    """Return what was begun, newest first."""
    found = []
    for name, at in verbs.drafts.drafts():
        draft, (form, record) = verbs.drafts.draft(name), form_of(name)
        if draft is not None and form in ASKS:
            found.append(Begun(name, form, record, glance(draft.values), at, _called(verbs, form, record)))
    return found


def _called(verbs: Verbs, form: str, record: bytes) -> str:
    held = verbs.reader.find_one(form, record) if record and form in ENTITIES else None
    return str(held.get("name") or held.get("title") or held.get("topic") or "") if held else ""


class BegunCards(TodayCards):
    """Makes the card."""

    def begun(self, begun: Sequence[Begun]) -> QWidget:
        """Return what can be gone on with."""
        heading = self.tr("%n thing(s) begun and not finished", "", len(begun))
        return self._list("edit", heading, [self._begun(each) for each in begun[:_SHOWN]])

    def _begun(self, begun: Begun) -> QWidget:
        words = ": ".join(filter(None, (self._form(begun), begun.of, begun.words)))
        on = button(self.tr("Go on"), partial(self._go_on, begun))
        on.setAccessibleName(self.tr("Go on with: {words}").format(words=words))
        return self._item(words, text.instant(begun.at), [on])

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
