"""Restore, at the foot of a dialog about one record: it is there once that record was removed, wherever that was."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from learningcircles.errors import CircleError, NotFound
from learningcircles_ui.pages.records.back_again import bring_back_said
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.words import Button
from learningcircles_ui.shell import Shell


class RestoreButton(Button):
    """`about`: the record's kind and id."""

    def __init__(self, shell: Shell, about: tuple[str, bytes], dialog: Dialog) -> None:
        super().__init__(QCoreApplication.translate("RecentlyRemoved", "Restore"), dialog)
        self._shell, self._about, self._dialog = shell, about, dialog
        self._gone: tuple[str, bytes, str] | None = None
        self.setAutoDefault(False)
        self.clicked.connect(self._bring_back)
        self.hide()
        dialog.near(self)

    def refused(self, error: CircleError) -> None:
        """Let the dialog say why; be seen where the record was removed, and this laptop may bring it back."""
        self._dialog.refused(error)
        gone = error.removed if isinstance(error, NotFound) else None
        if gone is not None and gone[:2] == self._about:
            self._gone = gone
            self.setVisible(self._shell.may_write)

    def is_here(self) -> None:
        """The record is there, or there again."""
        if self._gone is not None:
            self._gone = None
            self.hide()
            self._dialog.wrong("")

    def _bring_back(self) -> None:
        if self._gone is not None:
            bring_back_said(self._shell, self._gone, self.refused)
