"""What is shown where a circle does not open, and what mends it: in the background, with progress and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.home import Home
from learningcircles.laptop.salvaging import Salvaged, salvage_file
from learningcircles.surroundings import Surroundings
from learningcircles_ui.pages.trouble import Mended, Trouble, Ways
from learningcircles_ui.parts.progress import CANCELLED, Progress
from learningcircles_ui.tasks import Aside

AskPassphrase = Callable[[Path, CircleError], str | None]
"""(circle file, why it is asked for) → what somebody typed; None where they left."""
_ASKED = ("passphrase_needed", "wrong_passphrase")


class Troubles(QObject):
    """Shows why circles do not open. `front` takes what is shown; `start` and `begin` are the desktop's."""

    def __init__(
        self,
        home: Home,
        surroundings: Surroundings,
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
        self._aside = aside
        self._front = front
        self._start = start
        self._begin = begin
        self._ask = ask
        self._mending = False

    def show(self, error: CircleError, path: Path | None) -> None:
        """Show why the circle at `path` does not open, and what can be done."""
        ways = Ways(self._open, self._begin, self.mend, lambda: self._open(path))
        self._shown = Trouble(error, self._home, path, ways)
        self._front(self._shown)

    def mend(self, path: Path, passphrase: str = "") -> None:
        """Bring what can be read of a damaged file into a new one. A second press while it is mended does nothing."""
        if self._mending:
            return
        held = self._home.find(path)
        progress = Progress(self.tr("Mending {name}…").format(name=held.name), self._shown)

        def work() -> Salvaged | None:
            return salvage_file(self._home, held, passphrase, self._surroundings, progress.told)

        self._mending = True
        progress.run(
            lambda then, failed: self._aside.run(work, then, failed),
            partial(self._mended, path),
            partial(self._failed, path),
        )

    def _mended(self, path: Path, saved: Salvaged | None) -> None:
        self._mending = False
        if saved is None:
            self._start(path)
            return
        self._front(Mended(path.stem, saved, lambda: self._open(path)))

    def _failed(self, path: Path, error: CircleError) -> None:
        self._mending = False
        if error.code in _ASKED:
            passphrase = self._ask(path, error)
            if passphrase is not None:
                self.mend(path, passphrase)
        elif error.code != CANCELLED:
            self.show(error, path)

    def _open(self, path: Path | None) -> None:
        """Later: the button that asked goes with its window."""
        QTimer.singleShot(0, lambda: self._start(path))
