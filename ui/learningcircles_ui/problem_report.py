"""A problem report, written where somebody wants it: what helps to find a fault, without anybody's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from learningcircles.laptop.files import write_whole
from learningcircles.lazy import lazy
from learningcircles_ui.shell import Shell
from learningcircles_ui.unforeseen import faults


def ask_where(window: QWidget, write: Callable[[Path], None]) -> None:
    """Ask where a report is to be written, and let `write` write it there."""
    title = QCoreApplication.translate("ProblemReport", "Problem report")
    suggested = QCoreApplication.translate("ProblemReport", "problem report") + ".txt"
    kinds = QCoreApplication.translate("ProblemReport", "Texts (*.txt)")
    lazy("learningcircles_ui.parts.files").ask_to_save(window, title, suggested, kinds, write)


class ProblemReport(QObject):
    """Asks where it is to be written, and writes it."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window

    def ask(self) -> None:
        """Ask where."""
        ask_where(self._window, self.write)

    def write(self, path: Path) -> None:
        """Write it there."""
        now = self._shell.surroundings.now_ms()
        programs = lazy("learningcircles_ui.programs").programs
        problem_report = lazy("learningcircles.laptop.report").problem_report
        said, failed = self._shell.signals.said, self._shell.signals.failed
        self._shell.tasks.mutate(
            lambda verbs: write_whole(path, problem_report(verbs.circle, programs(), now, faults()).encode()),
            lambda _: said.emit(self.tr("The report is written. It names nobody."), b""),
            failed.emit,
        )
