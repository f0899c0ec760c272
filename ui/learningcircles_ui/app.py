"""The composition root: everything that the desktop is made of is put together here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError, Locked
from learningcircles.laptop.home import CircleFile, Home, file_gone
from learningcircles.laptop.identity import passphrase_changed
from learningcircles.lazy import lazy
from learningcircles.surroundings import Surroundings, real
from learningcircles_sync.dial import Transports, over_http
from learningcircles_ui import text
from learningcircles_ui.closing import MAKES_WAY, Guard, close_by_keys
from learningcircles_ui.hall.stepped_aside import bring_back, put_aside
from learningcircles_ui.handing_over import HANDED, HandingOver
from learningcircles_ui.handing_over import leave as leave_window
from learningcircles_ui.interrupts import is_ending
from learningcircles_ui.keeping import Keeping
from learningcircles_ui.lockup import Lockup
from learningcircles_ui.opening import ASKED, Opened, shown_right
from learningcircles_ui.pages import PAGES
from learningcircles_ui.parts.kept_focus import focus_number, number_of
from learningcircles_ui.parts.last_folder import LastFolder
from learningcircles_ui.parts.layouts import in_front_of
from learningcircles_ui.parts.scrolled_to import how_far, scroll_to
from learningcircles_ui.remember import Remember
from learningcircles_ui.repeats import Repeats
from learningcircles_ui.rights import Rights
from learningcircles_ui.rights import said as right_told
from learningcircles_ui.settings import Settings
from learningcircles_ui.sharing import Sharing, say_as_before
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import Signals
from learningcircles_ui.tasks import Aside, Tasks
from learningcircles_ui.theme import Theme
from learningcircles_ui.unkept import DraftKeeper, Unkept
from learningcircles_ui.visitors import Waiting, receive
from learningcircles_ui.visits import in_hand, take_up
from learningcircles_ui.window import Window
from learningcircles_ui.worn import Worn

if TYPE_CHECKING:
    from learningcircles_ui.hall.hall import Hall
    from learningcircles_ui.pages.before.first_run import FirstRun

LAST = "last_circle"
FOLDER = "last_folder"
_STANDS_MS = 50
"""What sharing needs is loaded once the window stands: it would keep the first picture waiting."""


class Desktop(QObject):
    """The running desktop: one window on one circle at a time, and the switching between circles."""

    def __init__(
        self,
        app: QApplication,
        home: Home,
        surroundings: Surroundings | None = None,
        transports: Transports = over_http,
        sample: Callable[[Home], Path] | None = None,
        *,
        offered: bool = False,
    ) -> None:
        """`offered`: circles are offered to their laptops on the local network, and joined through those there."""
        super().__init__(app)
        self._app = app
        self.home = home
        self._surroundings = surroundings or real()
        self._transports = transports
        self._offered = offered
        self._sample = sample
        self.settings = Settings(home)
        self.folder = LastFolder(self.settings.text(FOLDER), partial(_keep_folder, self.settings), self)
        self.repeats = Repeats(app)
        self.theme = Theme(app)
        self._worn = Worn(app, self.settings, self.theme)
        self.aside = Aside(self)
        self.window: Window | None = None
        self.tasks: Tasks | None = None
        self.front: QWidget | None = None
        self.hall: Hall | None = None
        self.first: FirstRun | None = None
        self._sealed: Path | None = None  # a circle that came back, and may be locked as its backup is
        self._waiting = Waiting()
        self._unkept = Unkept()
        self._later: Callable[[], object] | None = None
        """What came of a circle that was being made, while the hall or the lock stands before it."""
        self.lockup = Lockup(self, self._surroundings, app, self._unkept, self)
        self.lockup.opened.connect(self._let_in)

    def start(self, path: Path | None = None) -> None:
        """Show a circle: the one named, the one shown last, the only one; or begin with one."""
        held, last = self.home.circles(), self.settings.text(LAST)
        gone = next((row for row in self.home.missing() if row.circle_id.hex() == last), None)
        if gone is not None and path in (None, gone.path):
            self.trouble(file_gone(gone))
            return
        if path is None and held:
            path = next((row.path for row in held if row.circle_id.hex() == last), held[0].path)
        if path is None:
            self.begin()
            return
        try:
            self.open(path)
        except CircleError as error:
            self.trouble(error, path)

    def open(self, path: Path | None = None, passphrase: str = "", page: str = "") -> Window:
        """Open a circle of this laptop and show its window, with this `page`; raises what opening a circle raises."""
        opened = self._opened(path, passphrase)
        self._worn.put_on()
        self.close()

        def later(then: Callable[[], object]) -> None:
            """Once the slot that asks is left, unless the circle was locked or left for another one meanwhile."""
            QTimer.singleShot(0, window, lambda: then() if self.window is window else None)

        def damaged(error: CircleError) -> None:
            self.close()  # nothing more is written to this file
            self.trouble(error, file.path)

        tasks, file = Tasks(opened, self), opened.file
        shell = self._shell(opened, tasks)
        sharing = Sharing(tasks, shell.signals, self._surroundings, self.settings, tasks, offered=self._offered)
        window = Window(shell, sharing, PAGES, page)
        window.switch.connect(self._switch)
        window.received.connect(self.receive)
        window.hall.connect(self.enter_hall)
        shell.signals.elsewhere.connect(self._elsewhere)
        window.lock.connect(lambda: QTimer.singleShot(0, self.lockup.lock))
        shell.signals.left.connect(lambda: self._left(file))
        path_ = file.path
        window.damaged.connect(lambda error: later(partial(damaged, error)))
        shell.signals.again.connect(lambda: later(lambda: self._again(path_, opened.passphrase)))
        rights = Rights(shell, window, lambda: self.front is not window)
        rights.changed.connect(lambda: self._again(path_, opened.passphrase, window.page.name))
        self.window, self.tasks = window, tasks
        self.bring_up(window)
        # On a full disk another circle stays the last one, and this one can be read all the same.
        self.settings.choose(LAST, opened.file.circle_id.hex())
        self.settings.forget(LAST)  # tried later, it might name a circle that has left this laptop
        shell.signals.changed.connect(lambda _: self.settings.try_again())
        if not opened.only_read:
            Keeping(shell, window)
        QTimer.singleShot(0, window, self._let_in)
        QTimer.singleShot(_STANDS_MS, sharing, partial(sharing.start, shares=not opened.only_read))
        return window

    def begin(self, what: str = "") -> FirstRun:
        """Begin with a circle. `what` is "", new, join, back or sample. One that is being made comes first."""
        if self.first is not None and self.first.under_way:
            self.bring_up(self.first)
            return self.first
        looking = lazy("learningcircles_sync.entering").Looking() if self._offered else None
        starter = lazy("learningcircles_ui.starting").Starter(
            self.home, self._surroundings, self._transports, self._sample, looking
        )
        first: FirstRun = lazy("learningcircles_ui.pages.before.first_run").FirstRun(
            starter, self.settings, self.aside, begin="" if what == "sample" else what
        )
        first.ready.connect(self._begun)
        first.left.connect(self._back)
        first.refused.connect(partial(_say_why, self, first))
        self.bring_up(first)
        self.first, self._later = first, None
        return first

    def _back(self) -> None:
        """Go back to the circle that was open before another one was to be begun."""
        if self.window is None:
            self.start()
            return
        self.bring_up(self.window)
        self.window.activateWindow()

    def receive(self, what: str) -> None:
        """Open what somebody brings to the door (see `visitors`).

        It waits in the hall, while it is locked, and while a circle is being made.
        """
        behind = _closed_by(self)
        if behind is None:
            receive(self, what)
        else:
            self._waiting.add(what, _circle_of(self))
            behind.activateWindow()

    def enter_hall(self) -> Hall | None:
        """Show the hall mode in place of the window."""
        if self.window is None or self.hall is not None:
            return self.hall
        hall: Hall = lazy("learningcircles_ui.hall.hall").Hall(self.window.shell)
        hall.left.connect(self._left_hall)
        guard = Guard(hall, self.home, self._unkept, is_ending, hall.drafts.finish, hall.drafts.lost)
        self.window.shell.drafts.told.connect(guard.closing.heard)
        hall.showFullScreen()
        self.hall = hall
        put_aside()
        if self.front is not None and self.front is not self.window:
            self.front.setProperty("behind_hall", self.front.isVisible())
            self.front.hide()  # a circle that is to be begun: it comes back with the window, unless it was closed
        self.window.hide()
        self.window.setProperty("behind_hall", True)
        return hall

    def _left_hall(self) -> None:
        hall, self.hall = self.hall, None
        if hall is not None:
            hall.deleteLater()
        if self.window is not None:
            self.window.setProperty("behind_hall", False)
            self.window.page.changed(Changes())  # what waited in the hall is begun no more, or still
            self.window.show()
            self.window.activateWindow()
            bring_back()
        if self.front is not None and self.front.property("behind_hall"):
            self.front.setProperty("behind_hall", False)
            self.front.show()
            self.front.activateWindow()
        self.lockup.idle.begin()
        self._let_in()

    def _let_in(self) -> None:
        """Go on with the circle that was made meanwhile; then open what came to the door, each thing in the circle
        that it was brought to.
        """
        if self._later is not None:
            QTimer.singleShot(0, self, partial(_go_on, self))
            return
        while not _closed_by(self) and (what := self._waiting.take(_circle_of(self))) is not None:
            receive(self, what)

    def close(self) -> None:
        """Close the window and the circle."""
        if self.hall is not None:
            self.hall.left.disconnect(self._left_hall)
            self.hall.leave(gives_up=False)
            self.hall.deleteLater()
            self.hall = None
        if self.window is not None and self.tasks is not None:
            leave_window(self.window, self.tasks)
        self.window = self.tasks = None
        self.settings.try_again()

    def _again(self, path: Path, passphrase: str, page: str = "settings") -> None:
        """Another language, size of text or right goes through everything: the window is made anew."""
        before = self.window
        said = before.toast.label.text() if before is not None and before.toast.isVisible() else ""
        undo = before.toast.action if before is not None and said else b""
        stays = before is not None and before.page.name == page
        seen = how_far(before.page) if before is not None and stays else 0.0
        focused = number_of(before.focusWidget(), before.page) if before is not None and stays else None
        held = in_hand(before.pages.built()) if before is not None else None
        handing = HandingOver(before) if before is not None else None
        try:
            window = self.open(path, passphrase, page)  # built before it is seen: it would stand there black
        except CircleError as error:
            if before is None:
                raise
            before.setProperty(HANDED, False)
            self._worn.stays(before, error)
            return
        if before is not None:
            say_as_before(window.sharing, before.sharing)
        if held is not None:
            take_up(window.stack, window.shell, held)
        focus_number(focused, window.page)
        scroll_to(window.page, seen)
        if before is not None and said and before.toast.spoken == text.locale():  # not in a language left meanwhile
            window.toast.show_sentence(said, undo=undo)
        elif said:
            window.shell.tell_refused("language")  # it was told in the one before
        if before is not None and window.shell.right != before.shell.right:
            window.toast.show_sentence(right_told(window.shell.right))
        if handing is not None:
            handing.to(window)

    def _left(self, file: CircleFile) -> None:
        """Remove a circle whose work is safe elsewhere, and go on with another one."""

        def remove() -> None:
            self.close()
            try:
                lazy("learningcircles.laptop.leaving").leave(self.home, file)
                Remember(self.home.folder, file.circle_id).forget()
                self._unkept.forget(file.circle_id)
            except CircleError as error:
                self.trouble(error)
                return
            self.start()

        QTimer.singleShot(0, remove)

    def _opened(self, path: Path | None, passphrase: str) -> Opened:
        held = passphrase
        while True:
            try:
                opened = Opened(self.home, path, self._surroundings, self._transports, passphrase)
                self._sealed = None
                return opened
            except Locked as error:
                told = passphrase_changed() if held and held == passphrase else error  # nobody has typed that one here
                said = self._ask_passphrase(path, told) if error.code in ASKED else None
                if said is None:
                    raise
                passphrase = said

    def _ask_passphrase(self, path: Path | None, error: CircleError) -> str | None:
        wrong = text.sentence(error) if error.code != "passphrase_needed" else ""
        asking = lazy("learningcircles_ui.pages.before.passphrase")
        sealed = path is not None and path == self._sealed
        asked = asking.AskPassphrase(self.home.find(path).called, wrong, self.window, sealed=sealed)
        return str(asked.passphrase()) if asked.exec() else None

    def trouble(self, error: CircleError, path: Path | None = None) -> None:
        """Say why a circle does not open, and what can be done. Its keys may be lost: they can be brought back."""
        troubles = lazy("learningcircles_ui.troubles").Troubles(
            self.home, self._surroundings, self._transports, self.aside,
            self.bring_up, self.start, self.begin, self._ask_passphrase, self,
        )  # fmt: skip
        troubles.show(error, path)

    def bring_up(self, widget: QWidget) -> None:
        """Show a window in place of what is in front; the circle's own window is left alone."""
        before, self.front = self.front, widget
        widget.setProperty(MAKES_WAY, False)
        if before is widget:
            widget.show()
            widget.activateWindow()
            return
        if widget is not self.window:
            in_front_of(widget, self.window or before)
            if widget.findChild(Guard) is None:  # one that makes a circle is come back to: keys given twice do nothing
                ends = partial(_ends_with, self, widget)
                Guard(widget, self.home, self._unkept, ends)
                close_by_keys(widget, lambda: self.window)
        widget.show()
        if before is None or before is self.window or before.property(HANDED):
            return
        before.setProperty(MAKES_WAY, True)
        before.close()
        if before is not self.first:
            before.deleteLater()
        elif not self.first.under_way and self._later is None:  # else it hears, or tells, first what came of it
            self.first.deleteLater()
            self.first = None

    def _begun(self, path: Path, passphrase: str, sheet: bool) -> None:
        """Open the circle that was made; not before the hall is left, nor in place of one that is locked."""
        if self.hall is not None or self.lockup.page is not None:
            self._later = partial(self._begun, path, passphrase, sheet)
            return
        first, self.first = self.first, None
        self._sealed = path if first is not None and first.keys.sealed else None
        try:
            window = self.open(path, passphrase)
        except CircleError as error:
            self.trouble(error, path)
            return
        finally:
            if first is not None:
                first.deleteLater()
        if sheet:
            lazy("learningcircles_ui.pages.share.new_sheet").offer_sheet(window.shell, window)

    def _shell(self, opened: Opened, tasks: Tasks) -> Shell:
        file: CircleFile = opened.file
        right = shown_right(opened.circle)
        drafts = DraftKeeper(tasks, self._unkept, file.circle_id, self._surroundings.now_ms)
        return Shell(
            self.home, file, right, tasks, Signals(tasks), drafts, self.theme, self.settings,
            Remember(self.home.folder, file.circle_id), self._surroundings, opened.renewed or self.home.index.told,
        )  # fmt: skip

    def _elsewhere(self, file: CircleFile, entity: str, id_: bytes | None) -> None:
        """Go on in another circle of this laptop: with a record, or on a page where there is no id.

        Later: the page that asked goes with its window.
        """

        def go() -> None:
            try:
                window = self.open(file.path)
            except CircleError as error:
                if error.code not in ASKED:  # who has no passphrase at hand stays where they are
                    self.trouble(error, file.path)
                return
            if id_ is not None:
                window.open_record(entity, id_)
            elif entity:
                window.show_page(entity)

        QTimer.singleShot(0, go)

    def _switch(self, name: str) -> None:
        """A circle's name, or what to begin after a colon. Later: the menu that asked goes with its window."""
        if name.startswith(":"):
            QTimer.singleShot(0, lambda: self.begin(name[1:]))
        else:
            QTimer.singleShot(0, lambda: self.start(self.home.find(name).path))


def _go_on(desktop: Desktop) -> None:
    """Go on with what came of a circle that was being made, and then with what waits at the door."""
    later = desktop._later
    if later is not None and desktop.hall is None and desktop.lockup.page is None:
        desktop._later = None
        later()
        desktop._let_in()


def _say_why(desktop: Desktop, first: FirstRun) -> None:
    """Say why no circle was made, also where somebody went elsewhere meanwhile; once the hall and the lock are left."""
    if desktop.hall is None and desktop.lockup.page is None:
        desktop.bring_up(first)
    else:
        desktop._later = partial(desktop.bring_up, first)


def _ends_with(desktop: Desktop, widget: QWidget) -> bool:
    """Return whether closing a window ends the program: no circle's own one stands behind it."""
    window = desktop.window
    return desktop.front is widget and (window is None or window.isHidden())


def _closed_by(desktop: Desktop) -> QWidget | None:
    """Return what keeps everything at the door."""
    first = desktop.first
    return desktop.hall or desktop.lockup.page or (first if first is not None and first.under_way else None)


def _circle_of(desktop: Desktop) -> bytes | None:
    """Return the id of the circle that is on screen, or locked."""
    window = desktop.window
    return window.shell.file.circle_id if window is not None else desktop.lockup.circle


def _keep_folder(settings: Settings, folder: str) -> None:
    settings.choose(FOLDER, folder)  # on a full disk: until the program ends
