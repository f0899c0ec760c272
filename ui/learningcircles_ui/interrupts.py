"""Ctrl+C in the terminal, the terminal closed, a system that shuts down: the desktop closes as by its own button."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

_ENDING = "ending"
ENDS = [each for name in ("SIGINT", "SIGTERM", "SIGHUP") if (each := getattr(signal, name, None)) is not None]
"""Ctrl+C, whoever ends the program, and its terminal that is closed; Windows knows fewer."""


def is_ending() -> bool:
    """Return whether the system ends the program: by a signal, or because the session ends."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and (app.property(_ENDING) is True or app.isSavingSession())


def ends(ending: bool) -> None:
    """Note whether the program ends: not while somebody is asked first, though it was to."""
    app = QApplication.instance()
    if app is not None:
        app.setProperty(_ENDING, ending)


class Interrupts(QObject):
    """Quits the application on these signals. Python's own handling would raise in whichever slot runs then."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.setProperty(_ENDING, False)
        # Qt waits in C, where no handler runs: a byte on this socket wakes it.
        self._woken, self._wakes = socket.socketpair()
        for end in (self._woken, self._wakes):
            end.setblocking(False)
        self._former = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        self._handlers = {each: signal.signal(each, self._quit) for each in ENDS}
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Give the signals back."""
        self._app.setProperty(_ENDING, False)
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._former)
        for each, handler in self._handlers.items():
            signal.signal(each, handler)
        self._woken.close()
        self._wakes.close()

    def _read(self) -> None:
        self._woken.recv(64)

    def _quit(self, number: int, frame: object) -> None:
        self._app.setProperty(_ENDING, True)
        QApplication.quit()
