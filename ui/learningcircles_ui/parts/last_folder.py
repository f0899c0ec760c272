"""Where a file was chosen last, known before anybody asks for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject


class LastFolder(QObject):
    """Where a file was chosen last: the next dialog begins there. Belongs to whoever keeps it between two runs."""

    def __init__(self, folder: str, keep: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._keep = folder, keep

    def where(self) -> str:
        """Return the folder, or none where it is gone: a stick that was taken out."""
        return self._folder if self._folder and Path(self._folder).is_dir() else ""

    def chose(self, folder: Path) -> None:
        """Remember a folder."""
        if str(folder) != self._folder:
            self._folder = str(folder)
            self._keep(self._folder)


def last_folder() -> LastFolder | None:
    """Return what keeps it in this program."""
    app = QCoreApplication.instance()
    found = app.findChildren(LastFolder) if app is not None else []
    return found[-1] if found else None
