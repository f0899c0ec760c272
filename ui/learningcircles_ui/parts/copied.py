"""What was copied here, so that the lock can take it back: rows of people would stay readable until the next copy."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QPlainTextEdit

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_put: dict[QClipboard.Mode, int] = {}
"""A hash of what was put there last: not every system says whose it is, and no copy of it is to stay here."""


def copy(words: str, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
    """Put words on the clipboard."""
    QGuiApplication.clipboard().setText(words, mode)
    _put[mode] = hash(words)


def note(mode: QClipboard.Mode) -> None:
    """Take what Qt itself has put on the clipboard for copied here: lists and fields bring a way to copy of their own.

    To be called where the clipboard has changed. Where the system does not say whose it is, it is what is marked here.
    """
    clipboard = QGuiApplication.clipboard()
    modes = {QClipboard.Mode.Clipboard: clipboard.ownsClipboard, QClipboard.Mode.Selection: clipboard.ownsSelection}
    if mode not in modes:
        return
    owns, here = modes[mode](), _marked()
    if not owns and not here:
        return  # another program's: to read it may take as long as that one likes
    words = clipboard.text(mode)
    if words and (owns or words == here):
        _put[mode] = hash(words)


def _marked() -> str:
    """Return the words that are marked where the keyboard is."""
    at = QApplication.focusWidget()
    if isinstance(at, QLineEdit | QLabel):
        return at.selectedText()
    if isinstance(at, QPlainTextEdit):
        return at.textCursor().selection().toPlainText()
    return str(at.currentIndex().data() or "") if isinstance(at, QAbstractItemView) else ""


def take_back() -> None:
    """Empty the clipboard where it still holds what was put there."""
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        if mode in _put and _put.pop(mode) == hash(clipboard.text(mode)):
            clipboard.clear(mode)
