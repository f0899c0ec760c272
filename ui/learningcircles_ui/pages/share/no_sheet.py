"""Before a passphrase is set: that no recovery sheet brings the circle back if it is forgotten, and making one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles_ui.pages.share.new_sheet import ask_for_sheet, standing
from learningcircles_ui.parts.allowed import allow, runs_not
from learningcircles_ui.parts.headings import button, flowing, plain
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S

_NONE = ("none", "unkept")


class NoSheet(QWidget):
    """Seen only where nobody has a sheet; `looked` is emitted each time that this was read."""

    looked = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        told = self.tr("There is no recovery sheet: if the passphrase is forgotten, the circle is lost on this laptop.")
        words = plain(told, self)
        words.setProperty("kind", "wrong")
        column.addWidget(words)
        self.make = button(self.tr("Make the recovery sheet first…"), self._make, icon_name="printer", parent=self)
        allow(self.make, shell.may_run, why=runs_not)
        column.addWidget(flowing(self.make, parent=self))
        self.hide()
        self._look()

    def _look(self) -> None:
        self._shell.tasks.mutate(lambda verbs: standing(verbs.circle), self._show)

    def _show(self, state: str) -> None:
        self.setVisible(state in _NONE)
        self.looked.emit()

    def _make(self) -> None:
        self.make.setEnabled(False)
        ask_for_sheet(self._shell, self, self._made, self._failed)

    def _made(self) -> None:
        allow(self.make, self._shell.may_run, why=runs_not)
        self._look()

    def _failed(self, error: object) -> None:
        allow(self.make, self._shell.may_run, why=runs_not)
        self._shell.signals.failed.emit(error)
