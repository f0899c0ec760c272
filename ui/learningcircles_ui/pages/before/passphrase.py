"""Asking for the passphrase of a locked circle."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.secret import hide_letters


class AskPassphrase(Dialog):
    """`passphrase()` is what was typed. `sealed`: it is that of the backup which the circle came back from."""

    def __init__(self, circle: str, wrong: str, parent: QWidget | None = None, *, sealed: bool = False) -> None:
        super().__init__(self.tr("{circle} is locked").format(circle=circle), self.tr("Open"), parent)
        told = self.tr("Type the passphrase of this circle (that of the backup it came back from) to open it.")
        self.body.addWidget(soft(told if sealed else self.tr("Type its passphrase to open it."), self))
        self._line = QLineEdit(self)
        hide_letters(self._line)
        self._line.setAccessibleName(self.tr("Passphrase"))
        self.body.addWidget(self._line)
        self.wrong(wrong)
        self._line.setFocus()
        self.fit()

    def passphrase(self) -> str:
        """Return what was typed."""
        return self._line.text()
