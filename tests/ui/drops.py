"""Files that are dragged over a window and let go there, as the system tells of them: to the window's handle."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(on: QWidget, files: Sequence[Path], words: str = "") -> bool:
    """Let go of files, or of words, in the middle of a widget; returns whether they were wanted."""
    held = QMimeData()
    held.setText(words or "\n".join(QUrl.fromLocalFile(str(each)).toString() for each in files))
    if files:
        held.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    window = on.window()
    handle = window.windowHandle()
    assert handle is not None, "it is shown"
    at: QPoint = on.mapTo(window, on.rect().center())
    enter = QDragEnterEvent(at, _COPY, held, _LEFT, _NONE)
    QApplication.sendEvent(handle, enter)
    if enter.isAccepted():
        QApplication.sendEvent(handle, QDropEvent(QPointF(at), _COPY, held, _LEFT, _NONE))
    return enter.isAccepted()
