"""Files that are dropped: they belong to the window, wherever they fall, and never into a field as an address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropped(QObject):
    """Takes files before any widget of a window hears of them; words are left to the fields.

    `then` is called with the paths of what was dropped.
    """

    def __init__(self, widget: QWidget, then: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(widget)
        self._then = then
        self.watch(widget)

    def watch(self, widget: QWidget) -> None:
        """Take what falls on this one as well: a dialog over the window."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)
        self._watch(widget)

    def _watch(self, widget: QWidget) -> None:
        """What the system tells comes to the window's handle first, which is there once it is shown."""
        handle = widget.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, and what is held over the window as long as they are files."""
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.Show:
                self._watch(watched)
            return False
        if event.type() not in _DRAGGED or not isinstance(event, QDropEvent):
            return False
        held = _files(event.mimeData())
        if not held:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._then(held)
        return True


def drops_as_window(dialog: QWidget) -> None:
    """What falls on a dialog is taken by the window that it stands over, if that takes anything."""
    above = dialog.parentWidget()
    while above is not None:
        takes = above.findChild(Dropped, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(takes, Dropped):
            takes.watch(dialog)
            return
        above = above.parentWidget()


def _files(held: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
