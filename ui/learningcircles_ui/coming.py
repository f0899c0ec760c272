"""How much of what is being fetched is here, as the thread that shares tells it and as the file shows it; and, while
much is given, how much of what is here the other side has."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal


class Coming(QObject):
    """`parcels`: how many are here of how many, while a circle, or much of one, comes; None while nothing does.

    `given`: how many the other side has of how many, while much goes there; else None.
    """

    changed = Signal()
    _told = Signal(int, int)
    _gave = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.parcels: tuple[int, int] | None = None
        self.given: tuple[int, int] | None = None
        self._before: tuple[int, int] | None = None
        self._gave.connect(self._give, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def told(self, come: int, whole: int) -> None:
        """Hear, on any thread, how much has come."""
        self._told.emit(come, whole)

    def gave(self, given: int, whole: int) -> None:
        """Hear, on any thread, how much has gone."""
        self._gave.emit(given, whole)

    def known(self, parcels: tuple[int, int] | None) -> bool:
        """Take what the file shows; return whether it is news that something is still to come."""
        news = self.parcels is None and parcels is not None
        self.parcels, self.given = parcels, None
        return news

    def moved(self) -> bool:
        """Return whether anything has come since this was asked last."""
        before, self._before = self._before, self.parcels
        return before != self.parcels

    def _tell(self, come: int, whole: int) -> None:
        self.parcels, self.given = (come, whole), None
        self.changed.emit()

    def _give(self, given: int, whole: int) -> None:
        self.given = (given, whole)
        self.changed.emit()
