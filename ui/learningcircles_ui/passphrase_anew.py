"""Asking for the passphrase that another program has set or changed while the window was open, and going on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.identity import CHANGED
from learningcircles.laptop.lock import try_passphrase
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.secret import hide_letters
from learningcircles_ui.shell import Shell

Do = Callable[[], None]


class AskAnew(Dialog):
    """Accepted once what was typed is the passphrase by now; the circle goes by it from then on."""

    def __init__(self, shell: Shell, parent: QWidget, error: CircleError) -> None:
        super().__init__(self.tr("The passphrase is another one now"), self.tr("Go on"), parent)
        self._shell = shell
        self.body.addWidget(plain(text.sentence(error), self))
        self.body.addWidget(soft(self.tr("Type it, and what you wanted goes on."), self))
        self.line = QLineEdit(self)
        hide_letters(self.line)
        self.line.setAccessibleName(self.tr("Passphrase"))
        self.line.textEdited.connect(lambda _: self.wrong(""))
        self.body.addWidget(self.line)
        self.on_submit = self._try
        self.line.setFocus()
        self.fit()

    def _try(self) -> None:
        self.done_button.setEnabled(False)
        home, file, typed = self._shell.home, self._shell.file, self.line.text()
        # Taking a passphrase's measure takes a second: on the circle's thread the window stays awake.
        self._shell.tasks.mutate(
            lambda _: try_passphrase(home, file, typed), lambda _: self._is_it(typed), self._not_it
        )

    def _is_it(self, passphrase: str) -> None:
        self._shell.tasks.use_passphrase(passphrase)
        self._shell.signals.passphrase.emit()
        self.accept()

    def _not_it(self, error: CircleError) -> None:
        self.refused(error)
        self.line.selectAll()
        self.line.setFocus()


class Anew(QObject):
    """Asks once, whatever waits for it meanwhile; what nobody waits for is told with a way to type it."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self._waiting: list[tuple[Do, Do]] = []
        shell.tasks.shut.connect(self._ask)

    def offer(self, error: CircleError) -> None:
        """Offer beside an error just said to type the passphrase, where that is why."""
        if error.code == CHANGED:
            words = QCoreApplication.translate("AskAnew", "Type the passphrase…")
            self._shell.signals.also.emit(words, partial(self._ask, error, self._shell.signals.share.emit, _nothing))

    def _ask(self, error: CircleError, again: Do, give_up: Do) -> None:
        front = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        if front is self._window and front.isHidden():
            give_up()  # nobody can be asked
            return
        self._waiting.append((again, give_up))
        if len(self._waiting) > 1:
            return  # it is being asked for
        dialog = AskAnew(self._shell, front, error)
        dialog.accepted.connect(lambda: self._go_on(0))
        dialog.rejected.connect(lambda: self._go_on(1))
        dialog.open()

    def _go_on(self, which: int) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each[which]()


def _nothing() -> None:
    """Nobody waits for it."""
