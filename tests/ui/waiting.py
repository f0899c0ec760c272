"""Waiting in tests: for what is to come, as soon as it is there, and until nothing is under way any more."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles_ui.app import Desktop

_LOOKS_MS = 1
"""pytest-qt looks every ten: half of what many tests took was waiting for that."""
_QUIET_LOOKS = 20
"""More than the five milliseconds after which a list that is on screen is gone into, also where the machine is busy."""
_SHORT_MS = 30
"""A timer that is this short belongs to what is under way: what it does is waited for."""


class Bot(QtBot):
    """A test's hands. A dialog is deleted once it is closed: only what is left of them is closed after the test."""

    def addWidget(self, widget: QWidget, *, before_close_func: Any = None) -> None:
        if isinstance(widget, QDialog):
            self._request.addfinalizer(lambda: widget.close() if isValid(widget) else None)
        else:
            super().addWidget(widget, before_close_func=before_close_func)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 5000) -> None:
        """Let the event loop run until `callback()` is True, or returns without an AssertionError."""
        __tracebackhide__ = True
        until = time.monotonic() + timeout / 1000
        for turn in turns():
            why: AssertionError | None = None
            try:
                result = callback()
            except AssertionError as error:
                result, why = False, error
            if result is None or result is True:
                return
            if result is not False:
                raise ValueError(f"waitUntil() callback must return None, True or False, returned {result!r}")
            if time.monotonic() > until:
                raise TimeoutError(f"waitUntil timed out in {timeout} milliseconds") from why
            turn()


def turns() -> Iterator[Callable[[], object]]:
    """Yield again and again what lets the event loop run for a moment."""
    loop, timer = QEventLoop(), QTimer()
    timer.setSingleShot(True)
    timer.setInterval(_LOOKS_MS)
    timer.timeout.connect(loop.quit)

    def turn() -> None:
        timer.start()
        loop.exec()

    while True:
        yield turn


def settle(bot: Bot, desktop: Desktop) -> None:
    """Wait until nothing is under way: every answer has been shown."""
    quiet = 0

    def nothing_under_way() -> bool:
        nonlocal quiet
        begun = desktop.window is None or desktop.window.sharing.begun
        idle = begun and desktop.aside.idle and (desktop.tasks is None or desktop.tasks.idle)
        quiet = quiet + 1 if idle else 0
        if quiet < _QUIET_LOOKS:
            return False
        if _soon():
            quiet = 0
        return quiet > 0

    bot.waitUntil(nothing_under_way, timeout=20_000)


def _soon() -> bool:
    """Return whether something is about to be done in a window."""
    timers = (each for window in QApplication.topLevelWidgets() for each in window.findChildren(QTimer))
    return any(each.isActive() and each.interval() <= _SHORT_MS for each in timers)
