"""Asking for a file with the system's own dialog, without a loop of one's own.

The static functions of QFileDialog wait inside the system's loop: a circle could not be locked over them, and what was
chosen afterwards would still be written. These return at once; `then` is called if and when somebody has chosen.
Whoever locks rejects the dialog (`lockup`), and nothing follows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], None]


def ask_to_save(
    parent: QWidget, title: str, suggested: str, kinds: str, then: Then, *, overwrites: bool = True
) -> QFileDialog:
    """Ask where to write. `suggested` is a name, or a whole path; without `overwrites` the writer refuses by itself."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not overwrites)
    path = Path(suggested)
    if path.is_absolute():
        dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    return _open(dialog, then)


def ask_to_open(parent: QWidget, title: str, kinds: str, then: Then) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = _dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def ask_for_folder(parent: QWidget, title: str, then: Then) -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, then)


def _dialog(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    if kinds:
        dialog.setNameFilter(kinds)
    return dialog


def _open(dialog: QFileDialog, then: Then) -> QFileDialog:
    dialog.finished.connect(lambda _: dialog.deleteLater())
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog
