"""What nobody foresaw: an error in the window is said in a sentence, and stands in the problem report by its place.

Its own words are kept nowhere: they may hold what people wrote.
"""

from __future__ import annotations

import sys
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal

from learningcircles.errors import Broken

_MOST = 20
_FRAMES = 6
_QUIET_MS = 60_000
"""What paints wrongly does so again as soon as that is said."""
_faults: deque[str] = deque(maxlen=_MOST)


def faults() -> list[str]:
    """Return what went wrong since the program began, oldest first: kinds of errors and places in the program."""
    return list(_faults)


def note(error: BaseException) -> None:
    """Keep where an error came from, for the report."""
    root = error.__cause__ or error
    frames = traceback.extract_tb(root.__traceback__)[-_FRAMES:]
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    _faults.append(f"{type(root).__name__} at {', '.join(places)}")


class Unforeseen(QObject):
    """Hears of errors that nobody has caught, in whichever slot; `tell` is given one, at most once a minute."""

    _came = Signal()

    def __init__(self, tell: Callable[[Broken], object], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._since = QElapsedTimer()
        self._came.connect(self._say, Qt.ConnectionType.QueuedConnection)  # not while something is being painted
        self._former = sys.excepthook
        sys.excepthook = self._caught

    def close(self) -> None:
        """Give the errors back."""
        sys.excepthook = self._former

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._former(kind, error, trace)
        if isinstance(error, Exception):
            note(error)
            self._came.emit()

    def _say(self) -> None:
        if not self._since.isValid() or self._since.elapsed() > _QUIET_MS:
            self._since.start()
            self._tell(Broken("bug", "Something went wrong inside the program."))
