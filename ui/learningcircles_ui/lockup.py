"""Locking the open circle: its file is closed, its keys leave the memory, and only the passphrase brings it back.

What was begun in a form is kept in the circle's file before; where it cannot be, it stays in memory (`unkept`). The
hall mode is not locked by itself: it shows nothing private, and leaving it takes the passphrase anyway. Locked by its
keys, it comes back where it was.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.founding import is_locked
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.lazy import lazy
from learningcircles.surroundings import Surroundings
from learningcircles_ui.idle import Idle
from learningcircles_ui.pages.before.passphrase import AskPassphrase
from learningcircles_ui.parts import copied
from learningcircles_ui.parts.allowed import only_looks
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import ASKS, asked_for, form_of
from learningcircles_ui.parts.made import made_within
from learningcircles_ui.settings import Settings
from learningcircles_ui.unkept import Unkept

if TYPE_CHECKING:
    from learningcircles_ui.hall.begun import Begun
    from learningcircles_ui.hall.hall import Hall
    from learningcircles_ui.pages.before.first_run import FirstRun
    from learningcircles_ui.pages.before.locked import Locked
    from learningcircles_ui.tasks import Tasks
    from learningcircles_ui.window import Window

_AGAIN_MS = 50
_UNSEEN_MS = 500
"""The circle is closed by then, also where nothing is painted: a window that is minimised."""
_BEGUN = "learningcircles_ui.hall.begun"
_ONCE = Qt.ConnectionType.SingleShotConnection


class House(Protocol):
    """What is asked of the desktop."""

    home: Home
    settings: Settings
    window: Window | None
    tasks: Tasks | None
    hall: Hall | None
    first: FirstRun | None
    front: QWidget | None

    def open(self, path: Path | None = None, passphrase: str = "") -> Window: ...

    def enter_hall(self) -> Hall | None: ...

    def start(self, path: Path | None = None) -> None: ...

    def close(self) -> None: ...

    def bring_up(self, widget: QWidget) -> None: ...

    def receive(self, what: str) -> None: ...

    def trouble(self, error: CircleError, path: Path | None = None) -> None: ...


class Lockup(QObject):
    """`opened` is emitted with the window after each unlocking. `page` is what stands there while it is locked."""

    opened = Signal(object)

    def __init__(
        self, house: House, surroundings: Surroundings, app: QGuiApplication, unkept: Unkept, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._house, self._unkept = house, unkept
        self.page: Locked | None = None
        self._file: CircleFile | None = None
        self._place = ""
        self._begun: list[str] = []
        self._in_hall: Begun | None = None
        """Where the hall was left for the lock, and what had been begun there."""
        self.idle = Idle(surroundings.now_ms, self._minutes, app)
        self.idle.idle.connect(self._left_alone)
        self.idle.at_once.connect(self.lock)
        self.idle.hall.connect(self._enter_hall)
        app.clipboard().changed.connect(self._note_copied)

    @property
    def circle(self) -> bytes | None:
        """Return the id of the circle that is locked."""
        return self._file.circle_id if self.page is not None and self._file is not None else None

    def lock(self, why: str = "") -> None:
        """Lock the circle that is open; where no passphrase opens it, offer to set one."""
        window = self._house.window
        if window is None or self.page is not None:
            return
        if not is_locked(window.shell.home, window.shell.file):
            self._offer_passphrase(window)
            return
        if self._asks():
            QTimer.singleShot(_AGAIN_MS, partial(self.lock, why))
            return
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible() and _is_qts(dialog):
                dialog.reject()  # the system's own for files and printers: nothing may come of them any more
        copied.take_back()
        self._in_hall = lazy(_BEGUN).begun_in(self._house.hall) if self._house.hall is not None else None
        self._file, self._place = window.shell.file, window.page.name
        drafting = made_within(window, "drafts", "Drafting")
        self._begun = [name for each in drafting if (name := each.begun())]
        others = [each for each in self._house.home.circles() if each.circle_id != self._file.circle_id]
        first = self._house.first  # what is typed there is in no circle yet, and nowhere kept
        lost = first is not None and not first.under_way and (first.isVisible() or first.property("behind_hall"))
        kept = bool(self._begun or self._in_hall) and not lost and not self._unkept.any_typed()
        self.page = page = self._made(self._file, why, others, kept=kept)
        page.setGeometry(window.geometry())
        if QApplication.activeWindow() is None:  # somebody types elsewhere: no letter of that is for the lock
            page.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if window.isMinimized():
            page.setWindowState(Qt.WindowState.WindowMinimized)
        self._house.bring_up(page)
        _hide_dialogs()
        if self._house.tasks is None or self._house.tasks.idle:
            self._close(page)
            return
        # What is being written, which may be long, is finished before the circle is closed: the lock is painted first.
        window.hide()
        if self._house.hall is not None:
            self._house.hall.hide()
        close = partial(self._close, page)
        page.painted.connect(lambda: QTimer.singleShot(0, page, close), _ONCE)
        QTimer.singleShot(_UNSEEN_MS, page, close)

    def _made(self, file: CircleFile, why: str, others: Sequence[CircleFile], *, kept: bool) -> Locked:
        made: type[Locked] = lazy("learningcircles_ui.pages.before.locked").Locked
        page = made(self._house.home, file, why, others, kept=kept)
        page.opened.connect(self._unlock)
        page.other.connect(self._elsewhere)
        page.received.connect(self._house.receive)
        return page

    def _note_copied(self, mode: QClipboard.Mode) -> None:
        copied.note(mode)

    def _offer_passphrase(self, window: Window) -> None:
        """Nothing locks without a passphrase: say so, and ask for one, but over no other form and no hall."""
        if self._house.hall is not None or self._house.front is not window or _in_a_loop():
            return
        words = QCoreApplication.translate("Lockup", "Without a passphrase nothing locks. Set one first.")
        window.shell.signals.said.emit(words, b"")
        if QApplication.activeModalWidget() is None:
            lazy("learningcircles_ui.pages.settings.lock_card").Passphrase(window.shell, window).open()

    def _close(self, page: Locked | None) -> None:
        """Close the circle that `page` stands before, unless that was left meanwhile."""
        if page is None or page is not self.page:
            return
        _hide_dialogs()  # they go with the window: until then they would take what is typed for the lock
        self._house.close()
        QTimer.singleShot(0, gc.collect)

    def _asks(self) -> bool:
        """Close what waits for an answer in a loop of its own; return whether there is something of that kind."""
        waits = _in_a_loop()
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        # Our own forms have no loop, and keep their drafts; what has one is Qt's (files, printers) or asks to open.
        elif isinstance(dialog, QDialog) and waits and (isinstance(dialog, AskPassphrase) or _is_qts(dialog)):
            dialog.reject()
        return waits

    def _minutes(self) -> int:
        window = self._house.window
        here = window is not None and self._house.hall is None and window.shell.has_passphrase
        return self._house.settings.lock_after if here else 0

    def _enter_hall(self) -> None:
        """Begin the hall mode over an open form, which steps aside and comes back after it."""
        window = self._house.window
        if window is None or self.page is not None or self._house.hall is not None or _in_a_loop():
            return
        if window.shell.may_write:
            self._house.enter_hall()
        else:
            window.shell.signals.said.emit(only_looks(), b"")

    def _left_alone(self) -> None:
        minutes = self._house.settings.lock_after
        self.lock(QCoreApplication.translate("Lockup", "Nobody used it for %n minute(s).", "", minutes))

    def _unlock(self, passphrase: str) -> None:
        self._close(self.page)
        file, self.page = self._file, None
        if file is None:
            return
        self.idle.begin()
        try:
            window = self._house.open(file.path, passphrase)
        except CircleError as error:
            self._house.trouble(error, file.path)
            return
        window.show_page(self._place)
        window.activateWindow()
        left, self._in_hall = self._in_hall, None
        hall = self._house.enter_hall() if left is not None else None
        if left is not None and hall is not None:
            lazy(_BEGUN).go_on(hall, left)
            hall.activateWindow()
        self._resume(window)
        self.opened.emit(window)

    def _resume(self, window: Window) -> None:
        """Bring up again what was being typed; of several, the last one opened, the others wait on Today."""
        for name in self._begun[-1:]:
            form, record = form_of(name)
            if form in ASKS:
                window.shell.resuming.add(name)
                window.shell.signals.asked.emit(*asked_for(form, record))
        self._begun = []

    def _elsewhere(self, name: str) -> None:
        """Stay locked, and go to another circle."""
        if self.page is not None:
            self._close(self.page)
            self.page.leave()
            self.page = None
        self._house.start(self._house.home.find(name).path)


def _in_a_loop() -> bool:
    """Return whether something waits for an answer in a loop of its own, as Qt's windows for files do."""
    return QThread.currentThread().loopLevel() > 1


def _hide_dialogs() -> None:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.hide()


def _is_qts(dialog: QDialog) -> bool:
    return not isinstance(dialog, Dialog)
