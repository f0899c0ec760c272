"""Rows that somebody has answered: their buttons rest until the answer is shown, so that no row is answered twice."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class Resting(QObject):
    """`changed`: the buttons of a row begin to rest, or may be pressed again since the answer was refused."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._written: dict[bytes | str, bool] = {}

    def __contains__(self, row: object) -> bool:
        return row in self._written

    def begin(self, row: bytes | str) -> None:
        """A row is being answered."""
        self._written[row] = False
        self._tell()

    def written(self, row: bytes | str) -> None:
        """The answer is written; what is read from now on shows it."""
        self._written[row] = True

    def refused(self, row: bytes | str) -> None:
        """It was not written: the row may be answered again."""
        self._written.pop(row, None)
        self._tell()

    def _tell(self) -> None:
        """Once the button that was pressed is left: it is made anew."""
        QTimer.singleShot(0, self, self.changed.emit)

    def shown(self) -> None:
        """What was read is shown: what was written before it is in it."""
        self._written = {row: written for row, written in self._written.items() if not written}
