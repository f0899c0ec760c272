"""The window: menu, pages, the bar at the foot; it passes on signals and knows nothing of circles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.closing import Closing
from learningcircles_ui.commands import Commands
from learningcircles_ui.main_menu import MainMenu
from learningcircles_ui.menus import UndoRedo, leaves
from learningcircles_ui.naming import Naming
from learningcircles_ui.page_stack import PageStack
from learningcircles_ui.pages import PageKind
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.records.back_again import offer_back
from learningcircles_ui.pages.records.lists import ListActions
from learningcircles_ui.parts.allowed import answer_keys, only_looks
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import HALL
from learningcircles_ui.parts.dropped import Dropped
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.layouts import on_screen
from learningcircles_ui.parts.made import made_within
from learningcircles_ui.parts.middle import Middle
from learningcircles_ui.parts.sidebar import Sidebar
from learningcircles_ui.parts.sync_bar import SyncBar
from learningcircles_ui.parts.telling import telling
from learningcircles_ui.passphrase_anew import Anew
from learningcircles_ui.problem_report import ProblemReport
from learningcircles_ui.sharing import Sharing
from learningcircles_ui.shell import Shell
from learningcircles_ui.tasks import finish_writing
from learningcircles_ui.visitors import may_open, opens, pictured
from learningcircles_ui.visits import Visits, choose_again
from learningcircles_ui.watching import Watching

if TYPE_CHECKING:
    from learningcircles_ui.pages.find import Find

_HOMES = {"member": "people", "consent": "people", "offer": "exchanges", "request": "exchanges", "swap": "exchanges"}
_HOMES |= {"meetup": "meetups", "rsvp": "meetups", "attendance": "meetups", "learning": "learning"}
_HOMES |= {"topic": "learning", "place": "community"}
"""Which page shows which kind of record."""


class Window(QMainWindow):
    """One circle on screen. `switch` asks for another circle: its file's name, or "new", "join" or "sample".

    `received` carries a file that was dragged onto the window; `hall` asks for the hall mode, `lock`
    for the circle to be locked.
    """

    switch = Signal(str)
    received = Signal(str)
    hall = Signal()
    lock = Signal()
    closed = Signal()
    damaged = Signal(object)
    """A page of the circle's file was met that cannot be read."""

    def __init__(self, shell: Shell, sharing: Sharing, kinds: Sequence[PageKind], first: str = "") -> None:
        """`first`: the page that comes into view, the first of all where nothing is said."""
        super().__init__()
        self.shell = shell
        self.sharing = sharing
        self.setWindowTitle(f"{shell.file.called} — Learning Circles")
        self.resize(on_screen(self, 1280, 800))
        Dropped(self, self._dropped)
        self._visits = Visits(self, lambda: self.page, self.show_page)
        self._build(kinds)
        self.undo_redo = UndoRedo(shell, self)
        self.lists = ListActions(shell, self, lambda: self.page)
        self.report = ProblemReport(shell, self)
        self.menu = MainMenu(self, self.stack.kinds)
        for each in leaves(self.menu):
            answer_keys(each, self, lambda why: shell.signals.said.emit(why, b""))
        self._commands = Commands(self.menu, self.stack.pages, lambda: self.page, self._visits.visit, self)
        self.toast = self.bar.toast
        self.stack.currentChanged.connect(lambda _: self.toast.hide())
        self.toast.undo.connect(self.undo_redo.take_back_one)
        self.undo_redo.done.connect(lambda changes: choose_again(shell, self.page, _HOMES, changes))
        self._listen()
        self.closing = Closing(self, shell.home, shell.drafts.unkept, partial(_finish_typing, self))
        shell.drafts.told.connect(self.closing.heard)
        Naming(shell, self)
        geometry = shell.remember.state("window")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.show_page(first if first in self.pages else next(iter(self.pages)))

    @property
    def page(self) -> Page:
        """Return the page in view."""
        return self.stack.page

    def show_page(self, name: str) -> None:
        """Bring a page into view."""
        if name not in self.pages:
            return
        self._visits.forget()
        page = self.stack.show_page(name)
        self.sidebar.show_page(name)
        if not self.sidebar.walks(name):  # in the menu it would mark another page than the one in view
            page.setFocus()
        page.activate()

    def open_record(self, entity: str, id_: bytes) -> None:
        """Show a record on its page."""
        name = _HOMES.get(entity)
        if name is not None:
            self.show_page(name)
            self.pages[name].show_record(entity, id_)

    def commands(self) -> list[QAction]:
        """Return an action for everything that can be done: what Find offers."""
        return self._commands.all()

    def open_find(self) -> None:
        """Open Find."""
        offered = [each for each in self.commands() if each is not self.menu.find_action]
        self.finder.open_with(offered, self._commands.refused())

    @cached_property
    def finder(self) -> Find:
        """Find, made when it is first opened."""
        made: Find = lazy("learningcircles_ui.pages.find").Find(self.shell, self)
        made.chosen.connect(self.open_record)
        return made

    def _dropped(self, files: Sequence[Path]) -> None:
        """Open the first that can be opened, and name what was not."""
        named = [str(each) for each in files]
        # A picture may be of anything, and a paper even more so.
        ranked = (each for kind in (opens, pictured, may_open) for each in filter(kind, named))
        first = Path(next(ranked, named[0]))
        self.received.emit(str(first))
        others = [text.as_written(each.name) for each in files if each != first]
        # Of a picture it is not known yet, and of others it was said that it cannot be.
        if others and opens(str(first)):
            told = self.tr("{name} is opened alone. Not opened: {others}. Drop them one after the other.")
            said = told.format(name=text.as_written(first.name), others=", ".join(others))
            self.shell.signals.said.emit(said, b"")

    def show_shortcuts(self) -> None:
        """Show every command's keys."""
        shown = lazy("learningcircles_ui.pages.shortcuts")
        of_pages = [page.actions() for page in self.pages.values()]
        shown.Shortcuts(shown.uses(self.menu, self.actions(), of_pages), self).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go, and be gone; words that are in no file would go, too, so that is asked before."""
        if self.closing.asks():
            event.ignore()
            return
        self.let_go()
        super().closeEvent(event)

    def let_go(self) -> None:
        """End what is being typed, remember the window, and let go."""
        typing = self.focusWidget()
        if typing is not None:
            typing.clearFocus()
        for drafting in made_within(self, "drafts", "Drafting"):
            drafting.leave(closing=True)
        self.shell.remember.put_state("window", self.saveGeometry())
        self._watching.stop()
        self.sharing.stop()
        self.closed.emit()

    def _build(self, kinds: Sequence[PageKind]) -> None:
        items = [(kind.name, kind.title(), kind.icon) for kind in kinds]
        self.sidebar = Sidebar(self.shell.file.called, items, self)
        self.stack = PageStack(kinds, self._build_page, self)
        self.pages = self.stack.pages
        self.bar = SyncBar(self.sharing, self, writes=self.shell.may_write)
        self.shell.signals.typed.connect(self.bar.note_typed)
        self.bar.note_unkept(self.shell.drafts.why)
        self.shell.drafts.told.connect(self.bar.note_unkept)
        self.setCentralWidget(Middle(self.sidebar, self.stack, self.bar, self))

    def _build_page(self, kind: PageKind) -> Page:
        # Where it will stand: whatever gets another parent is dressed anew, with all that it holds.
        page = kind.build(self.shell, self.stack)
        page.answered.connect(partial(self._visits.ended, page))
        self.shell.signals.sharing.emit(self.sharing)  # it was told before this page was there to hear it
        return page

    def _listen(self) -> None:
        signals = self.shell.signals
        signals.changed.connect(self._changed)
        signals.said.connect(self._said)
        signals.also.connect(lambda words, called: (telling() or self).toast.also(words, called))
        signals.failed.connect(self._failed)
        signals.asked.connect(self._asked)
        self.shell.tasks.failed.connect(self._failed)
        self.shell.tasks.doubtful.connect(self._ask_clock)
        self.sidebar.chosen.connect(self.show_page)
        self.bar.asked.connect(lambda: self.show_page("share"))
        self._anew = Anew(self.shell, self)
        self._watching = Watching(self.shell, self)
        self.watch = self._watching.look
        self.sharing.arrived.connect(self.watch)
        self.shell.drafts.try_again()

    def _said(self, words: str, undo: bytes) -> None:
        """Say it where somebody looks, and there alone."""
        over = telling()
        if over is None:
            self.toast.show_sentence(words, undo=undo)
        else:
            over.tell(words, undo, self.toast)

    def _changed(self, changes: Changes) -> None:
        self.page.changed(changes)

    def _ask_clock(self, error: CircleError, anyway: Callable[[], None], give_up: Callable[[], None]) -> None:
        """Ask once whether to write although the clock is far off."""
        front = QApplication.activeWindow() or self  # the hall, where that is what is seen
        if front is self and self.isHidden():
            give_up()  # nobody can be asked
            return
        # Whoever goes on pressing the keys that write has not read this.
        dialog = Dialog(self.tr("Is this laptop’s clock right?"), self.tr("Write all the same"), front, danger=True)
        told = self.tr(
            "Other laptops merge what you write whatever its time. Only dates that people read would be wrong."
        )
        dialog.body.addWidget(plain(text.sentence(error), dialog))
        dialog.body.addWidget(soft(told, dialog))
        dialog.accepted.connect(anyway)
        dialog.rejected.connect(give_up)
        dialog.fit()
        dialog.open()

    def _failed(self, error: CircleError) -> None:
        if error.code == "damaged_file":
            self.damaged.emit(error)
        if error.code == "bug":
            self.toast.show_sentence(self.tr("Something went wrong that should not have. What was saved is kept."))
            self.toast.also(self.tr("Make a problem report…"), self.report.ask)
            return
        self.toast.show_sentence(text.sentence(error))
        offer_back(self.shell, error)
        self._anew.offer(error)

    def _asked(self, name: str, what: object) -> None:
        if isinstance(what, bytes):  # a record, also where its kind is called as a page is
            self.open_record(name, what)
        elif name == HALL and self.shell.may_write:
            self.hall.emit()
        elif name == HALL:
            self.shell.signals.said.emit(only_looks(), b"")
        elif name in self.pages and isinstance(what, tuple):
            self._visits.visit(name)
            self.pages[name].begin(*what)
        elif name in self.pages:
            self.show_page(name)
            if isinstance(what, str):
                self.pages[name].search(what)


def _finish_typing(window: Window) -> bytes:
    """Keep what was typed, and return the circle's id where some of it is in no file.

    Where nothing is to be kept, nothing is waited for.
    """
    for drafting in made_within(window, "drafts", "Drafting"):
        drafting.keep(closing=True)
    if window.shell.drafts.under_way:
        finish_writing(window.shell.tasks)
    return window.shell.file.circle_id if window.shell.drafts.has_words() else b""
