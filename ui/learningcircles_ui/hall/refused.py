"""Who could not be written down in the hall, by name, with the way to try them again beside them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from learningcircles.phrase import fill
from learningcircles_ui import text
from learningcircles_ui.hall.large import large_button
from learningcircles_ui.hall.steps import Step
from learningcircles_ui.parts.unwritten import Unwritten
from learningcircles_ui.theme import GAP


class NotWritten(QWidget):
    """Hidden while nobody is refused; each item that is has words by which it is `told`."""

    def __init__(self, unwritten: Unwritten, step: Step) -> None:
        super().__init__(step)
        self._step, self._unwritten = step, unwritten
        self._said = step.words("")
        self.again = large_button(self.tr("Try again"), self._try, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._said, 1)
        row.addWidget(self.again)
        unwritten.changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        names = [each.told for each in self._unwritten.items]
        self._said.setText(not_written(text.listed(names)))
        self.setVisible(bool(names))

    def _try(self) -> None:
        self._step.take_keys()  # the keyboard goes on with the next name, before what it is on goes
        self._unwritten.again()


def not_written(names: str) -> str:
    """Say whose names wait."""
    return fill(QCoreApplication.translate("NotWritten", "Not written down yet: {names}."), {"names": names})


def need_names() -> str:
    """Say that nobody is written down without a name."""
    return QCoreApplication.translate("Guest", "Everybody needs a first name here. Type those who have one.")
