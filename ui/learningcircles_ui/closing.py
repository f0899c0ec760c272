"""Closing a window over words that are in no file, as on a full disk: they would go with the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.home import Home
from learningcircles_ui import text
from learningcircles_ui.interrupts import goes_on
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.sync_bar import unkept_sentence
from learningcircles_ui.unkept import Unkept


class Closing(QObject):
    """Asks before a window closes. `finish` keeps what is being typed, if there is room, and returns whether words of
    the window's own circle are in no file; a window of none has no such words.
    """

    def __init__(self, window: QWidget, home: Home, unkept: Unkept, finish: Callable[[], bool] = lambda: False) -> None:
        super().__init__(window)
        self._window, self._home, self._unkept, self._finish = window, home, unkept, finish
        self._asked: Dialog | None = None
        self.is_settled = False
        """Whether it closes whatever would go with it."""

    def stays(self) -> bool:
        """Return whether the window stays for now, since words are in no file; whether they may go is asked then."""
        if self.is_settled:
            return False
        here = self._finish()
        if not self._unkept.any_typed():
            return False
        goes_on()
        if self._asked is None or not self._asked.isVisible():
            self._ask(here)
        return True

    def heard(self, why: CircleError | None) -> None:
        """Where all is kept by now, what was asked needs no answer: it closes as it was asked to."""
        if why is None and self._asked is not None and self._asked.isVisible():
            self._asked.reject()
            self._window.close()

    def _ask(self, here: bool) -> None:
        title, action = self.tr("Close, and lose what you typed?"), self.tr("Close and lose it")
        if self._asked is not None:
            self._asked.deleteLater()  # whatever ends a program closes its dialogs first, this one as well
        self._asked = dialog = Dialog(title, action, QApplication.activeModalWidget() or self._window, danger=True)
        dialog.body.addWidget(plain(self._told(here), dialog))
        if here:
            words = self.tr("As soon as it can be kept it is, and the window closes by itself.")
        else:
            words = self.tr("As soon as that circle is open, and it can be kept, it is.")
        dialog.body.addWidget(soft(words, dialog))
        dialog.accepted.connect(self._settle)
        dialog.finished.connect(self._answered)
        dialog.fit()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        dialog.open()

    def _told(self, here: bool) -> str:
        why = self._unkept.why
        if why is not None and here:
            return unkept_sentence(why)
        named = [held.called for each in self._unkept.circles() if (held := self._home.by_id(each)) is not None]
        told = self.tr("What you typed in {circle} is in this program alone, and not kept.")
        return f"{told.format(circle=text.listed(named))} {text.sentence(why) if why is not None else ''}".rstrip()

    def _settle(self) -> None:
        self.is_settled = True
        self._window.close()

    def _answered(self) -> None:
        self._asked = None
