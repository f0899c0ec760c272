"""For tests of what happens between a step and its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.print.preview import PrintPreview

Settle = Callable[[Desktop], None]
W = TypeVar("W", bound=QWidget)
PATIENCE = 10
"""Seconds after which a thread that a test holds goes on by itself: a test that fails in between must end, too."""


def ask(desktop: Desktop, settle: Settle, work: Callable[[Any], Any]) -> Any:
    """Return the answer of the desktop's own verbs."""
    got: list[Any] = []
    desktop.tasks.mutate(work, got.append)
    settle(desktop)
    return got[0]


@contextmanager
def writing_held(desktop: Desktop) -> Iterator[None]:
    """Let nothing be written until the block ends, or the window is closed, as while a long list comes in."""
    hold = Event()
    desktop.tasks.mutate(lambda verbs: hold.wait(PATIENCE))
    if desktop.window is not None:
        desktop.window.closed.connect(hold.set)  # what closes it waits for what is written
    yield
    hold.set()


@contextmanager
def reading_held(desktop: Desktop) -> Iterator[None]:
    """Let nothing be read until the block ends, as while a long search goes on."""
    hold = Event()
    desktop.tasks.query(lambda reader: hold.wait(PATIENCE))
    yield
    hold.set()


@contextmanager
def long_reading_held(desktop: Desktop) -> Iterator[None]:
    """Let nothing be read of what goes through all of a circle until the block ends."""
    hold = Event()
    desktop.tasks.query_long(lambda reader: hold.wait(PATIENCE))
    yield
    hold.set()


def twice(table: QTableView, row: int) -> None:
    """Click twice, as quickly as a hand does, on a row."""
    at = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click_row(table: QTableView, row: int) -> None:
    """Click once on a row."""
    at = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def front(window: QWidget) -> None:
    """Bring a window to the front: it takes the keys from now on."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def submit_by_keys(dialog: QWidget, times: int = 2) -> None:
    """Press Ctrl+Enter in a dialog, quicker than anything answers."""
    front(dialog)
    for _ in range(times):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def shown_of(parent: QWidget, kind: type[W]) -> list[W]:
    """Return what is shown of one kind of window."""
    return [each for each in parent.findChildren(kind) if each.isVisible()]


def id_of(page: Any, name: str) -> bytes:
    """Return the id of the row that names somebody so in the list of a page."""
    model = page.model
    return next(model._ids[at] for at in range(model.rowCount()) if model.row(at).record.get("name") == name)


def meetup_today(verbs: Verbs) -> bytes:
    """Add a meetup that is not over today."""
    start = {"at": f"{text.today()}T23:00", "zone": "Europe/Paris"}
    added, _ = verbs.records.add("meetup", {"title": "Bread", "start": start})
    return added


def saved_as_pdf(desktop: Desktop, settle: Settle, preview: PrintPreview, path: Path) -> bool:
    """Write what a preview shows as PDF; return whether it could be written."""
    kept: list[bool] = []
    preview.write(path, lambda: kept.append(True))
    settle(desktop)
    return bool(kept)


def closed(dialog: QWidget) -> bool:
    """Return whether a dialog is closed: it is deleted soon afterwards."""
    return not isValid(dialog) or not dialog.isVisible()


def gone(qapp: QApplication) -> None:
    """Let what was closed and left go."""
    qapp.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Opened(QObject):
    """Hears what would be opened in a program of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Keep it."""
        self.urls.append(url)
