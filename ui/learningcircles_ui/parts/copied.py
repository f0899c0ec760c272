"""What was copied here, so that the lock can take it back: rows of people would stay readable until the next copy."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_put: dict[QClipboard.Mode, int] = {}
"""A hash of what was put there last: not every system says whose it is, and no copy of it is to stay here."""


def copy(words: str, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
    """Put words on the clipboard."""
    QGuiApplication.clipboard().setText(words, mode)
    _put[mode] = hash(words)


def take_back() -> None:
    """Empty the clipboard where it still holds what was put there."""
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        if mode in _put and _put.pop(mode) == hash(clipboard.text(mode)):
            clipboard.clear(mode)
