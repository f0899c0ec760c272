"""Leaving the hall: the circle's passphrase where it has one, else a plain question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.founding import is_locked
from learningcircles.laptop.lock import try_passphrase
from learningcircles.phrase import fill
from learningcircles_ui.hall.held import Held
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.shell import Shell


class Unwritten(NamedTuple):
    """What is not written down yet, as it is named: who waits, and exchanges that were refused."""

    names: str = ""
    exchanges: str = ""


class LeaveHall(Dialog):
    """Accepted once the passphrase is right; where there is none, by its button alone, and Enter stays.

    `held`: Escape is down, and no answer until it was let go. `waiting`: returns what is not written down yet.
    """

    def __init__(
        self, shell: Shell, parent: QWidget, *, held: bool = False, waiting: Callable[[], Unwritten] = Unwritten
    ) -> None:
        asks = is_locked(shell.home, shell.file)
        super().__init__(self.tr("Leave the hall mode?"), self.tr("Leave"), parent, danger=not asks)
        self._shell = shell
        self._escape = Held(self, down=held)
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self._waiting, self._told = waiting, (plain("", self), plain("", self))
        for each in self._told:
            self.body.addWidget(each)
        if asks:
            self.body.addWidget(soft(self.tr("Everything of the circle is shown then. Type its passphrase."), self))
            self.body.addWidget(self.passphrase)
            self.on_submit = self._try
            self.passphrase.setFocus()
        else:
            self.passphrase.hide()
            self.body.addWidget(
                soft(self.tr("Everything of the circle is shown then: names, telephones, notes."), self)
            )
        self.tell()

    def tell(self) -> None:
        """Name what is not written down, as it is by now."""
        gives_up = self.tr("Not written down yet: {names}. Whoever leaves the hall mode now gives them up.")
        stays = self.tr("Not written down yet, and kept on Today: {exchanges}.")
        now = self._waiting()
        told = fill(gives_up, {"names": now.names}) if now.names else "", ""
        if now.exchanges:
            told = told[0], fill(stays, {"exchanges": now.exchanges})
        for label, words in zip(self._told, told, strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that was held to come here goes on being pressed until it is let go: that is no answer."""
        if event.key() != Qt.Key.Key_Escape or self._escape.pressed(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Note that Escape is let go."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape.released(event)
        super().keyReleaseEvent(event)

    def _try(self) -> None:
        self.done_button.setEnabled(False)
        home, file, typed = self._shell.home, self._shell.file, self.passphrase.text()
        # Taking a passphrase's measure takes a second: on the circle's thread the window stays awake.
        right = partial(self._right, self._waiting().names)
        self._shell.tasks.mutate(lambda _: try_passphrase(home, file, typed), right, self._not_it)

    def _right(self, told: str, answer: object) -> None:
        """Leave, unless somebody was refused while the passphrase was tried: nobody has read yet that they wait."""
        if self._waiting().names in ("", told):
            self.accept()
            return
        self.done_button.setEnabled(True)
        announce(self, self._told[0].text(), urgent=True)

    def _not_it(self, error: CircleError) -> None:
        self.passphrase.clear()
        self.refused(error)
        self.passphrase.setFocus()
