"""The line above Today's cards: the most urgent of what can wait, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from learningcircles import __version__
from learningcircles.circle.believing import SILENT_MS, WARNS_MS
from learningcircles.codec import digest
from learningcircles.lazy import lazy
from learningcircles.zone import day_of
from learningcircles_sync.newer import newer_version, put_away
from learningcircles_ui import text
from learningcircles_ui.pages.today.rows import News
from learningcircles_ui.parts.headings import beside, button, flowing, plain
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate
_Advice = tuple[str, str, Callable[[], object]]
"""Words, and what may be pressed beside them, where anything may, with what it does."""
_MEANT = "swaps/ahead"
"""Which exchanges on days to come somebody has said no word is to be said of any more."""
_LAST, _TRUSTED = "clock/last", "clock/trusted"
"""When the circle was last written to before this laptop's clock jumped, in ms since 1970: it is known no more once
something is written under that clock. And for which such jump somebody has answered.
"""


class TodayLine(QObject):
    """`held` is what is seen of it, if anything is; `hear` takes how sharing stands, `tell` shows what follows."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._page = shell, parent
        self.words = plain("", parent)
        self.lead = button("", lambda: self._led(), kind="link", parent=parent)
        self._led: Callable[[], object] = lambda: None
        self._putting: Callable[[], object] = lambda: None
        self.put_away = button(translate("TodayPage", "Dismiss"), self._put_away, kind="link", parent=parent)
        self._controls = flowing(self.lead, self.put_away)
        self.held = beside(self.words, self._controls, parent=parent)
        self.held.hide()
        for each in (self.lead, self.put_away):
            each.hide()
        self.alone = False
        self._clock_off_ms = 0
        self._clock_by_hub = True
        self.safe = self._hub_safe = self._sheet_names_hub = True
        self.newer = self._quiet = ""
        self.told_out = ""
        self._news: News | None = None

    def hear(self, state: object) -> None:
        """Keep how sharing stands."""
        self.alone = getattr(state, "hub", None) is None and getattr(state, "laptops", 1) < 2
        self._clock_off_ms = int(getattr(state, "clock_off_ms", 0))
        self._clock_by_hub = bool(getattr(state, "clock_by_hub", True))
        self.safe = bool(getattr(state, "safe", True))
        self._hub_safe = bool(getattr(state, "hub_safe", True))
        self._sheet_names_hub = bool(getattr(state, "sheet_names_hub", True))
        newer = newer_version(self._shell.home)
        self.newer = "" if newer == self._quiet else newer
        self.told_out = str(getattr(state, "told_out", ""))
        silent, kept = str(getattr(state, "silent_since", None) or ""), self._shell.remember
        if silent and silent != kept.text(_TRUSTED) and self._shell.may_write and not self._jumped():
            kept.put_text(_LAST, silent)

    def tell(self, news: News | None) -> None:
        """One line at most."""
        self._news = news
        words, lead, self._led = self._said(news)
        self.words.setText(words)
        self.held.setVisible(bool(words))
        self.lead.setText(lead)
        self.lead.setAccessibleName(lead)
        self.lead.setVisible(bool(lead))
        for each in (self._controls, self.held, self._page):  # at once: what stands below is to stay where it is seen
            layout = each.layout()
            if layout is not None:
                layout.activate()

    def _said(self, news: News | None) -> _Advice:
        self.put_away.setVisible(False)
        if self._shell.older:
            return text.told(self._shell.older), "", lambda: None
        if self.told_out:
            return "", "", lambda: None
        if abs(self._clock_off_ms) > WARNS_MS:
            return self._clock_words(), "", lambda: None
        if last := self._jumped():
            return self._jump_words(last), translate("TodayPage", "The clock is right"), self._trust
        if news is not None and (ahead := self._ahead(news)):
            return ahead
        if self._shell.may_run and news is not None and news.restated:
            words = translate(
                "TodayPage",
                "When somebody was erased, %n change(s) by others were not said again as they had been.",
                "",
                news.restated,
            )
            return words, "", lambda: None
        if self.newer:
            told = translate(
                "TodayPage", "There is a newer Learning Circles, {version}. This one, {own}, goes on working."
            )
            self.put_away.setVisible(True)
            self._putting = self._put_version_away
            return told.format(version=self.newer, own=__version__), "", lambda: None
        return self._advice() if self._shell.may_run else ("", "", lambda: None)

    def _clock_words(self) -> str:
        span = text.span(abs(self._clock_off_ms))
        if not self._clock_by_hub:
            told = translate(
                "TodayPage", "This laptop’s clock is {span} behind what others have written. Please set it right."
            )
        elif self._clock_off_ms > 0:
            told = translate(
                "TodayPage",
                "This laptop’s clock is {span} behind the hub’s. Please set right whichever of them is wrong.",
            )
        else:
            told = translate(
                "TodayPage",
                "This laptop’s clock is {span} ahead of the hub’s. Please set right whichever of them is wrong.",
            )
        return told.format(span=span)

    def _jumped(self) -> int:
        """Return when the circle was last written to, where this clock says that this is over a year ago; else 0."""
        kept = self._shell.remember.text(_LAST)
        last = int(kept) if kept.isdecimal() else 0
        if last and self._shell.surroundings.now_ms() - last <= SILENT_MS:
            self._shell.remember.put_text(_LAST, "")  # it was set right
            return 0
        return last

    def _jump_words(self, last: int) -> str:
        told = translate(
            "TodayPage",
            "This laptop’s clock says {today}, and before that nothing was written here since {last}. If the clock is"
            " wrong, please set it right: whatever you write is dated by it.",
        )
        now = self._shell.surroundings.now_ms()
        return told.format(today=text.day(day_of(now)), last=text.day(day_of(last)))

    def _trust(self) -> None:
        """Somebody has answered for the clock."""
        self._shell.remember.put_text(_TRUSTED, self._shell.remember.text(_LAST))
        self._shell.remember.put_text(_LAST, "")
        self.tell(self._news)

    def _ahead(self, news: News) -> _Advice | None:
        """Return what is said of exchanges on days to come, where nobody has said here that they are meant so.

        A clock that is wrong now is told before this: by it nobody can say which days have come.
        """
        found, count = news.dated_ahead, len(news.dated_ahead)
        if not found or not self._shell.may_write or self._shell.remember.text(_MEANT) == _which(found):
            return None
        words = translate(
            "TodayPage",
            "%n exchange(s) stand on a day that has not come yet. If a clock was wrong when they were recorded, reverse"
            " each and record it anew.",
            "",
            count,
        )
        self.put_away.setVisible(True)
        self._putting = partial(self._shell.remember.put_text, _MEANT, _which(found))
        show = partial(self._shell.signals.asked.emit, "swap", found[0])
        return text.grouped(words, count), translate("TodayPage", "Show"), show

    def _advice(self) -> _Advice:
        """Return what keeps the circle from being lost with a laptop or its hub, and where that is done."""
        print_it = translate("TodayPage", "Print the recovery sheet…")
        sheet = partial(_sheet, self._shell, self._page)
        if not self.safe:
            words = translate(
                "TodayPage",
                "If this laptop is lost, so is the circle. Print the recovery sheet, or add a second laptop that may"
                " run the circle.",
            )
            return words, print_it, sheet
        if not self._hub_safe:
            words = translate(
                "TodayPage",
                "If the hub is lost for good, no laptop can be added or shut out any more, unless a recovery sheet was"
                " printed before. Print it while the hub is there.",
            )
            return words, print_it, sheet
        if not self._sheet_names_hub:
            words = translate(
                "TodayPage",
                "The recovery sheet does not say where the circle’s hub is now: it was printed before that. Print it"
                " anew.",
            )
            return words, print_it, sheet
        if self.alone:
            words = translate(
                "TodayPage",
                "Only this laptop has the circle’s records so far. Share shows how to bring them to others.",
            )
            return words, translate("TodayPage", "Show how"), partial(self._shell.signals.asked.emit, "share", "")
        return "", "", lambda: None

    def _put_away(self) -> None:
        """Say no more of it."""
        self._putting()
        self.tell(self._news)

    def _put_version_away(self) -> None:
        self._quiet, self.newer = self.newer, ""
        self._shell.keep(lambda: put_away(self._shell.home))


def _which(ids: Sequence[bytes]) -> str:
    """Return the same words for the same records, in whatever order."""
    return digest(sorted(ids)).hex()


def _sheet(shell: Shell, parent: QWidget) -> None:
    lazy("learningcircles_ui.pages.share.new_sheet").ask_for_sheet(shell, parent)
