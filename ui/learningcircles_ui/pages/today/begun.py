"""What somebody had begun to write and not finished, on Today: one press goes on with it, or throws it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from learningcircles_ui import text
from learningcircles_ui.pages.today.begun_rows import Begun
from learningcircles_ui.pages.today.cards import TodayCards
from learningcircles_ui.pages.today.elsewhere import There
from learningcircles_ui.parts.draft_names import (
    CHARTER,
    CONSENT,
    EVENING,
    HALL,
    OPENING,
    PROPOSAL,
    agreed,
    came_to,
    found_for,
)
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.thrown import bring_up, throw_away
from learningcircles_ui.shell import Shell

_SHOWN = 5
_NAMED = (CONSENT, EVENING, PROPOSAL)
"""Forms that are called by the record that they are about."""


class BegunCards(TodayCards):
    """Makes the card. `again` reads anew what there is; `fuller`: it is to be made again, with all that there is."""

    fuller = Signal()

    def __init__(self, shell: Shell, parent: QWidget, again: Callable[[], None]) -> None:
        super().__init__(shell, parent)
        self._again = again
        self._all = False

    def begun(self, begun: Sequence[Begun]) -> QWidget:
        """Return what can be gone on with, here and elsewhere; more than a few only once all are asked for."""
        rows: list[tuple[Begun, There | None]] = [(each, None) for each in begun]
        rows += [(each, there) for there in self.there for each in there.news.begun]
        heading = self.tr("%n thing(s) begun and not finished", "", len(rows))
        shown = rows if self._all else rows[:_SHOWN]
        more = None
        if len(rows) > len(shown):
            more = button(self.tr("Show %n more", "", len(rows) - len(shown)), self._show_all, kind="link", parent=self)
        return self._list("edit", heading, [self._begun(*row) for row in shown], more)

    def _show_all(self) -> None:
        self._all = True
        QTimer.singleShot(0, self, self.fuller.emit)  # once the button that was pressed is left: it goes

    def _begun(self, begun: Begun, there: There | None) -> QWidget:
        words = begun.words
        for label in (begun.of if begun.form not in _NAMED else "", self._form(begun)):
            words = text.labelled(label, words) if label and words else label or words
        on = button(self.tr("Go on"), partial(self._go_on, begun))
        on.setAccessibleName(self.tr("Go on with: {words}").format(words=words))
        away = button(self.tr("Throw away"), partial(self._throw_away, begun.name, words))
        away.setAccessibleName(text.labelled(away.text(), words))
        return self._item(words, text.instant(begun.at), [on, away], there, looks=True)

    def _throw_away(self, name: str, words: str) -> None:
        """Forget it; as long as it is said, it can be had back."""
        if not self._haste.again():  # the next line moves up under the pointer
            throw_away(self.shell, name, words, self._look_again)

    def _look_again(self) -> None:
        if isValid(self):
            self._again()

    def _form(self, begun: Begun) -> str:
        named = {
            "member": (self.tr("A new member"), self.tr("Changes to a member")),
            "offer": (self.tr("A new offer"), self.tr("Changes to an offer")),
            "request": (self.tr("A new request"), self.tr("Changes to a request")),
            "swap": (self.tr("An exchange"), self.tr("An exchange")),
            "meetup": (self.tr("A new meetup"), self.tr("Changes to a meetup")),
            "learning": (self.tr("Something learned"), self.tr("Something learned")),
            OPENING: (self.tr("Opening balances"), self.tr("Opening balances")),
            CONSENT: (agreed(begun.of), agreed(begun.of)),
            CHARTER: (self.tr("Our charter"), self.tr("Our charter")),
            PROPOSAL: (found_for(begun.of), found_for(begun.of)),
            EVENING: (came_to(begun.of), came_to(begun.of)),
            HALL: (self.tr("Not written down in the hall mode"), self.tr("Not written down in the hall mode")),
            "place": (self.tr("A new place"), self.tr("Changes to a place")),
        }
        return named[begun.form][bool(begun.record)]

    def _go_on(self, begun: Begun) -> None:
        """Bring the form up with what stood in it: pressing this was the answer to whether to go on."""
        bring_up(self.shell, begun.name)
