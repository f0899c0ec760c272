"""Work that was set aside, on Today: an organizer looks at it and takes it in, as from Share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.circle.rescue import Bundle
from learningcircles.laptop.sheet_uses import SheetUse, answer, unanswered
from learningcircles.lazy import lazy
from learningcircles.trust.members import ORGANIZER
from learningcircles_ui import text
from learningcircles_ui.pages.share.aside import ask_to_save_unshared, dialogs, look_at_kept
from learningcircles_ui.pages.share.rescue_words import bundle_name, crowded_words, erasure_words
from learningcircles_ui.pages.share.rows import LaptopRow, laptops
from learningcircles_ui.pages.today.begun_rows import Begun, read_begun
from learningcircles_ui.pages.today.cards import TodayCards
from learningcircles_ui.pages.today.elsewhere import There
from learningcircles_ui.pages.today.rows import BySheet, News, read_there
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import button, card
from learningcircles_ui.shell import Shell
from learningcircles_ui.unkept import DraftKeeper, Unkept


class Unfinished(NamedTuple):
    """What somebody had begun to write, and what was set aside of laptops' work."""

    begun: list[Begun]
    aside: list[Bundle]
    own: int = 0
    """How many of this laptop's own actions do not count, and wait for an organizer."""
    by_sheet: Sequence[BySheet] = ()


def read_unfinished(drafts: DraftKeeper, verbs: Verbs) -> Unfinished:
    """Return both; what was set aside of others only where it may be taken in."""
    verbs.circle.follow()  # what was set aside hangs on the list of laptops, which another program may have brought
    begun = read_begun(verbs.reader, drafts.left())
    if verbs.circle.right == ORGANIZER:
        return Unfinished(begun, verbs.rescue.bundles(), by_sheet=_by_sheet(verbs))
    return Unfinished(begun, [], 0 if verbs.circle.shut_out else verbs.rescue.own_actions())


def read_elsewhere(unkept: Unkept, verbs: Verbs) -> News:
    """Return what needs someone in another circle of this laptop, a used recovery sheet as well."""
    left = unkept.of(verbs.circle.roster.circle)
    return read_there(verbs.reader, left)._replace(by_sheet=_by_sheet(verbs))


def _by_sheet(verbs: Verbs) -> list[BySheet]:
    uses = unanswered(verbs.circle)
    rows = {row.id: row for row in laptops(verbs)} if uses else {}
    return [(use, rows[use.device]) for use in uses]


class AsideCards(TodayCards):
    """Makes the card."""

    def by_sheet(self, uses: Sequence[BySheet], again: Callable[[], None]) -> QWidget | None:
        """Return what an organizer has to know: who holds the sheet is in, wherever it was found. None where nobody is.

        `uses`: those of this circle; the others' stand in `there`.
        """
        items = [self._use(*each, again, None) for each in uses]
        items += [self._use(*each, again, there) for there in self.there for each in there.news.by_sheet]
        return self._list("alert-triangle", self.tr("The recovery sheet was used"), items) if items else None

    def _use(self, use: SheetUse, row: LaptopRow, again: Callable[[], None], there: There | None) -> QWidget:
        about = {"day": text.instant(use.at_ms), "name": text.laptop(row.name, row.id)}
        if use.shut_out:
            words = self.tr("“{name}” came by the recovery sheet and is shut out; the sheet still opens the circle.")
            ours = self.tr("Leave the sheet as it is")
        else:
            words = self.tr("The recovery sheet was used {day}: “{name}” runs the circle now.")
            ours = self.tr("It was one of us")
        words = words.format(**about)
        told = self.tr("Print a new sheet: it cancels the old one.")
        if not use.shut_out:
            told = self.tr("If that was none of you, shut it out and print a new sheet.")

        def known() -> None:
            self.shell.tasks.mutate(lambda verbs: answer(verbs.circle, use.device), lambda _: again())

        buttons = [button(ours, known)]
        if not use.shut_out:
            buttons.append(button(self.tr("Shut it out…"), partial(self._shut_out, row, again)))
        if use.opens:
            buttons.append(button(self.tr("New sheet…"), partial(self._new_sheet, again)))
        for each in buttons:
            each.setAccessibleName(f"{each.text()} {words}")
        return self._item(words, told, buttons, there)

    def _shut_out(self, row: LaptopRow, again: Callable[[], None]) -> None:
        dialog = lazy("learningcircles_ui.pages.share.shut_out").ShutOut(self.shell, row, self.parentWidget())
        dialog.finished.connect(again)
        dialog.open()

    def _new_sheet(self, again: Callable[[], None]) -> None:
        lazy("learningcircles_ui.pages.share.new_sheet").ask_for_sheet(self.shell, self.parentWidget(), again)

    def aside(self, bundles: Sequence[Bundle], again: Callable[[], None]) -> QWidget:
        """Return what can be looked at; `again` is called when one of the dialogs has been closed."""
        heading = self.tr("Work of %n laptop(s) was set aside", "", len(bundles))
        return self._list("devices", heading, [self._bundle(each, again) for each in bundles])

    def own(self, actions: int) -> QWidget:
        """Return what a laptop is told whose right was changed while it was away: its work waits for an organizer."""
        heading = self.tr("%n change(s) of this laptop do not count", "", actions)
        words = self.tr("What it may do was changed meanwhile. Nothing is lost: an organizer can take them in.")
        look = button(self.tr("Look at what is kept…"), partial(self._kept, look_at_kept))
        return self._list("archive", heading, [self._item(words, "", [look])])

    def taken_out(self, told: str) -> QWidget:
        """Return what a laptop is told that takes no part any more, and how its work reaches an organizer."""
        state = EmptyState("archive", self.tr("This laptop takes no part in the circle"), text.told(told))
        state.or_else(self.tr("Save what was not shared…"), partial(self._kept, ask_to_save_unshared), "download")
        state.or_else(self.tr("Look at what is kept…"), partial(self._kept, look_at_kept))
        state.setMinimumHeight(300)
        frame, column = card(self)
        column.addWidget(state)
        return frame

    def _kept(self, asks: Callable[[Shell, QWidget], None]) -> None:
        parent = self.parentWidget()
        if parent is not None:
            asks(self.shell, parent)

    def _bundle(self, bundle: Bundle, again: Callable[[], None]) -> QWidget:
        words = self.tr("Set aside from {name}").format(name=bundle_name(bundle))
        look = button(self.tr("Look at it…"), partial(self._look, bundle, again))
        look.setAccessibleName(f"{self.tr('Look at it…')} {words}")
        changes = self.tr("%n change(s)", "", bundle.actions) if bundle.actions else ""
        told = " · ".join(each for each in (changes, erasure_words(bundle), crowded_words(bundle)) if each)
        return self._item(words, told, [look])

    def _look(self, bundle: Bundle, again: Callable[[], None]) -> None:
        dialog = dialogs().RescueDialog(self.shell, bundle, self.parentWidget())
        dialog.finished.connect(again)
        dialog.open()
