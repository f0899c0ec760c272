"""What is shown where a circle does not open, and what mends it: in the background, with progress and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.backup import Restored, restore
from learningcircles.laptop.files import write_whole
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.laptop.report import unopened_report
from learningcircles.laptop.salvaging import Salvaged, salvage_file
from learningcircles.surroundings import Surroundings
from learningcircles_sync.dial import Transports
from learningcircles_sync.refilling import refill_from_bundle, refill_from_hub
from learningcircles_sync.stopping import Stopper, stoppable
from learningcircles_ui import text
from learningcircles_ui.opening import ASKED
from learningcircles_ui.pages.before.trouble import NOT_SAVED, Fetched, Mended, Trouble, Ways
from learningcircles_ui.parts.files import ask_to_open
from learningcircles_ui.parts.progress import CANCELLED, Progress, Told
from learningcircles_ui.problem_report import ask_where
from learningcircles_ui.programs import programs
from learningcircles_ui.tasks import Aside
from learningcircles_ui.worker import Then

AskPassphrase = Callable[[Path, CircleError], str | None]
"""(circle file, why it is asked for) → what somebody typed; None where they left."""
T = TypeVar("T")
_STOPPED = (CANCELLED, "stopped")


class Troubles(QObject):
    """Shows why circles do not open. `front` takes what is shown; `start` and `begin` are the desktop's."""

    def __init__(
        self,
        home: Home,
        surroundings: Surroundings,
        transports: Transports,
        aside: Aside,
        front: Callable[[QWidget], None],
        start: Callable[[Path | None], None],
        begin: Callable[[str], object],
        ask: AskPassphrase,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._surroundings = surroundings
        self._transports = transports
        self._aside = aside
        self._front = front
        self._start = start
        self._begin = begin
        self._ask = ask
        self._mending = False

    def show(self, error: CircleError, path: Path | None) -> None:
        """Show why the circle at `path` does not open, and what can be done."""
        ways = Ways(
            self._open,
            self._begin,
            self.mend,
            lambda: self._open(path),
            self.from_hub,
            self.from_stick,
            self.from_backup,
            lambda: ask_where(self._shown, partial(self.write_report, error)),
        )
        self._shown = Trouble(error, self._home, path, ways)
        self._front(self._shown)

    def mend(self, path: Path, passphrase: str = "") -> None:
        """Bring what can be read of a damaged file into a new one. A second press while it is mended does nothing."""
        if self._mending:
            return
        held = self._home.find(path)
        progress = Progress(self.tr("Mending {name}…").format(name=held.called), self._shown)

        def work() -> Salvaged | None:
            return salvage_file(self._home, held, passphrase, self._surroundings, progress.told)

        failed = partial(self._failed, path, partial(self.mend, path))
        self._run(progress, work, partial(self._mended, held), failed)

    def from_hub(self, path: Path, passphrase: str = "") -> None:
        """Fetch a circle again from its hub."""
        stopper = Stopper()

        def work(held: CircleFile, told: Told) -> Restored:
            lines = stoppable(self._transports, stopper)
            return refill_from_hub(self._home, held, self._surroundings, lines, passphrase=passphrase, told=told)

        self._bring(path, work, partial(self.from_hub, path), stopper.stop)

    def from_stick(self, path: Path) -> None:
        """Fetch a circle again from a stick that somebody chooses."""
        kinds = self.tr("Sticks (*.bundle)")
        ask_to_open(self._shown, self.tr("A stick of another laptop"), kinds, partial(self.from_bundle, path))

    def from_bundle(self, path: Path, stick: Path, passphrase: str = "") -> None:
        """Fetch a circle again from a stick's file."""

        def work(held: CircleFile, told: Told) -> Restored:
            return refill_from_bundle(self._home, held, stick, self._surroundings, passphrase=passphrase, told=told)

        self._bring(path, work, partial(self.from_bundle, path, stick))

    def from_backup(self, path: Path, file: Path, passphrase: str = "") -> None:
        """Bring a circle back from a backup."""

        def work(held: CircleFile, told: Told) -> Restored:
            return restore(self._home, file, passphrase, replace=True, surroundings=self._surroundings, told=told)

        self._bring(path, work, partial(self.from_backup, path, file))

    def write_report(self, error: CircleError, path: Path) -> None:
        """Write what helps to find out why the circle does not open."""
        try:
            write_whole(path, unopened_report(error, programs()).encode())
        except CircleError as failed:
            self._shown.wrong.tell(text.sentence(failed))
        else:
            self._shown.tell(self.tr("The report is written. It names nobody."))

    def _bring(
        self,
        path: Path,
        work: Callable[[CircleFile, Told], Restored],
        again: Callable[[str], None],
        stop: Callable[[], None] | None = None,
    ) -> None:
        """Bring a circle back in the background. `again`: the same with a passphrase; `stop`: lets it end early."""
        if self._mending:
            return
        held = self._home.find(path)
        progress = Progress(self.tr("Getting {name} back…").format(name=held.called), self._shown)
        if stop is not None:
            progress.leave_button.clicked.connect(stop)
        failed = partial(self._failed, path, again)
        self._run(progress, lambda: work(held, progress.told), partial(self._brought, held), failed, stop)

    def _run(
        self,
        progress: Progress,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Then,
        stop: Callable[[], None] | None = None,
    ) -> None:
        self._mending = True
        self._shown.wrong.tell("")
        progress.run(lambda done, wrong: self._aside.run(work, done, wrong, stop), then, failed)

    def _brought(self, held: CircleFile, back: Restored) -> None:
        self._mending = False
        self._front(Fetched(held.called, back, lambda: self._open(held.path)))

    def _mended(self, held: CircleFile, saved: Salvaged | None) -> None:
        self._mending = False
        if saved is None:
            self._start(held.path)
            return
        self._front(Mended(held.called, saved, lambda: self._open(held.path)))

    def _failed(self, path: Path, again: Callable[[str], None], error: CircleError) -> None:
        self._mending = False
        if error.code in ASKED:
            passphrase = self._ask(path, error)
            if passphrase is not None:
                again(passphrase)
        elif error.code == NOT_SAVED:
            self.show(error, path)
        elif error.code not in _STOPPED:
            self._shown.wrong.tell(text.sentence(error))

    def _open(self, path: Path | None) -> None:
        """Later: the button that asked goes with its window."""
        QTimer.singleShot(0, lambda: self._start(path))
