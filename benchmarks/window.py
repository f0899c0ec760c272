"""What our window and the bare one share: watching paints, pressing keys, scrolling."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

WORD = "adeyemi"
STEPS = 100
STEP_PX = 38
PATIENCE_S = 60.0
QUIET_MS = 300

Figures = dict[str, float]


class Watch(QObject):
    """Counts a widget's paints, and how often the model of its table began anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.paints = 0
        self.resets = 0
        self.paints_at_reset = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count paints."""
        self.paints += event.type() == QEvent.Type.Paint
        return False

    def reset(self) -> None:
        """Count a model that has begun anew: what is painted from now on shows its new rows."""
        self.resets += 1
        self.paints_at_reset = self.paints


def until(holds: Callable[[], bool]) -> None:
    """Run the event loop until something holds."""
    end = time.monotonic() + PATIENCE_S
    loop, awake = QEventLoop(), QTimer()
    awake.start(1000)
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("The window did not come as far as this in a minute.")
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def first_paint(window: QWidget, started: float) -> Figures:
    """Return how long after its process was started a window is painted."""
    watch = Watch(window)
    until(lambda: watch.paints > 0)
    return {"first": time.time() - started}


def search_and_scroll(edit: QLineEdit, table: QTableView) -> Figures:
    """Return the medians of a key in search to painted rows, and of a scroll step."""
    watch = Watch(table.viewport())
    table.model().modelReset.connect(watch.reset)
    edit.setFocus()
    keys = [_until_painted(watch, partial(QTest.keyClicks, edit, letter)) for letter in WORD]
    _until_painted(watch, edit.clear)
    QTest.qWait(QUIET_MS)
    steps = [_step(table, number) for number in range(1, STEPS)]
    return {"key": statistics.median(keys), "worst_key": max(keys), "step": statistics.median(steps)}


def _until_painted(watch: Watch, act: Callable[[], object]) -> float:
    resets = watch.resets
    begin = time.perf_counter()
    act()
    until(lambda: watch.resets > resets and watch.paints > watch.paints_at_reset)
    taken = time.perf_counter() - begin
    QTest.qWait(QUIET_MS)
    return taken


def _step(table: QTableView, number: int) -> float:
    begin = time.perf_counter()
    table.verticalScrollBar().setValue(number * STEP_PX)
    table.viewport().repaint()
    QApplication.processEvents()
    return time.perf_counter() - begin
