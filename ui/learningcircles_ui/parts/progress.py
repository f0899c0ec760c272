"""Long work: how far it is, and Cancel. It shows only where the work takes longer than a moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from learningcircles.errors import CircleError, Refused
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.shell import Shell
from learningcircles_ui.worker import Then

if TYPE_CHECKING:
    from learningcircles_sync.engine import Engine

T = TypeVar("T")
Told = Callable[[int, int], None]
SHOWS_AFTER_MS = 400
CANCELLED = "cancelled"
_STEPS = 100


class Steps(QObject):
    """Shows on a bar how far work is that tells it to `told`, on whatever thread."""

    _went_on = Signal(int)

    def __init__(self, bar: QProgressBar) -> None:
        super().__init__(bar)
        self._bar, self._told = bar, 0
        self._went_on.connect(self._show)

    def told(self, done: int, whole: int) -> None:
        """Say how far the work is."""
        step = done * _STEPS // max(whole, 1)
        if step != self._told:
            self._told = step
            self._went_on.emit(step)

    def _show(self, step: int) -> None:
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(step)


def to_the_end() -> str:
    """Return what is told where there is no Cancel: half of it would be worse than all of it."""
    return QCoreApplication.translate(
        "Progress", "This cannot be stopped halfway. Please leave the laptop on until it is done."
    )


class Progress(Dialog):
    """Give `told` to the work, on whatever thread: it tells how far it is, and stops it where somebody cancels.

    `run(start)` calls `start(then, failed)` with answers that close this dialog first. Cancelled work changes nothing.
    """

    goes_by_itself = True

    def __init__(self, title: str, parent: QWidget, *, stops: bool = True) -> None:
        super().__init__(title, "", parent, width=420)
        self._stops = stops
        self.leave_button.setVisible(stops)
        self._cancelled = threading.Event()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.bar.setTextVisible(False)
        self.body.addWidget(self.bar)
        if not stops:
            self.body.addWidget(soft(to_the_end(), self))
        self._steps = Steps(self.bar)
        self.done_button.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWS_AFTER_MS)
        self._soon.timeout.connect(self.open)
        self.fit()

    def told(self, done: int, whole: int) -> None:
        """Say how far the work is. Raises Refused once somebody has cancelled."""
        if self._cancelled.is_set():
            raise Refused(CANCELLED, "Cancelled. Nothing was changed.")
        self._steps.told(done, whole)

    def run(self, start: Callable[[Then, Then], None], then: Callable[[Any], None], failed: Then) -> None:
        """Begin the work; show this only if it takes longer than a moment."""

        def answered(answer: Callable[[Any], None]) -> Then:
            def close(result: Any) -> None:
                self._soon.stop()
                self.accept()
                answer(result)

            return close

        self._soon.start()
        start(answered(then), answered(failed))

    def reject(self) -> None:
        """Cancel: the work stops at its next step, and says so."""
        if not self._stops:
            return
        self.stop()
        self.leave_button.setEnabled(False)

    def stop(self) -> None:
        """Let the work stop at its next step, on whatever thread."""
        self._cancelled.set()

    def submit(self) -> None:
        """There is nothing to confirm."""


class LateProgress(QObject):
    """Does as `Progress`, which it makes only where the work takes longer than a moment: `shown`, from then on.

    Without `stops` there is no Cancel: half of what cannot be undone would be worse than all of it.
    """

    def __init__(self, title: str, parent: QWidget, *, stops: bool = True) -> None:
        super().__init__(parent)
        self._stops = stops
        self._title, self._over = title, parent
        self.shown: Progress | None = None
        self._at = (0, 1)
        self._below = QApplication.activeModalWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWS_AFTER_MS)
        self._soon.timeout.connect(self._show)

    def told(self, done: int, whole: int) -> None:
        """Say how far the work is, on whatever thread. Raises Refused once somebody has cancelled."""
        self._at, shown = (done, whole), self.shown
        if shown is not None:
            shown.told(done, whole)

    def run(self, start: Callable[[Then, Then], None], then: Callable[[Any], None], failed: Then) -> None:
        """Begin the work; `start` as in `Progress.run`."""

        def answered(answer: Callable[[Any], None]) -> Then:
            def close(result: Any) -> None:
                self._soon.stop()
                if self.shown is not None:
                    self.shown.accept()
                self.deleteLater()
                answer(result)

            return close

        self._soon.start()
        start(answered(then), answered(failed))

    def _show(self) -> None:
        if QApplication.activeModalWidget() not in (None, self._below):
            self._soon.start()  # the work waits for an answer, such as a passphrase
            return
        self.shown = Progress(self._title, self._over, stops=self._stops)
        self.shown.told(*self._at)
        self.shown.open()


def share_long(
    shell: Shell,
    title: str,
    over: QWidget,
    work: Callable[[Engine, Told], T],
    then: Callable[[T], None],
    failed: Callable[[CircleError], None] | None = None,
) -> None:
    """Call `work(engine, told)` on the thread that shares, with progress and Cancel where it takes more than a moment.

    Then `then(result)`, or `failed(CircleError)`: without it the foot of the window tells.
    """
    progress = LateProgress(title, over.window())

    def start(done: Then, wrong: Then) -> None:
        shell.tasks.share(lambda engine: work(engine, progress.told), done, wrong)

    progress.run(start, then, failed or tell_cancelled(shell))


def tell_cancelled(shell: Shell) -> Callable[[CircleError], None]:
    """Return what tells how work failed: that somebody cancelled it is no trouble."""

    def tell(error: CircleError) -> None:
        if error.code == CANCELLED:
            shell.signals.said.emit(text.sentence(error), b"")
        else:
            shell.signals.failed.emit(error)

    return tell
