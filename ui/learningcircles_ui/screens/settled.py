"""A scene, and waiting until everything in it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from learningcircles_ui.app import Desktop

_LOOKS_MS, _QUIET_LOOKS, _LONGEST_MS = 5, 6, 10_000
"""Six looks: the rest of a list is asked for twenty milliseconds after its first page."""


class Scene(NamedTuple):
    """`pose` brings it into view; what is photographed is the dialog in front, else the hall, else the window."""

    name: str
    pose: Callable[[], object]


def settle(desktop: Desktop) -> None:
    """Let the event loop run until nothing is under way and everything has been painted."""
    loop, quiet, waited = QEventLoop(), [0], [0]
    timer = QTimer()
    timer.setInterval(_LOOKS_MS)

    def look() -> None:
        waited[0] += timer.interval()
        idle = desktop.aside.idle and (desktop.tasks is None or desktop.tasks.idle)
        quiet[0] = quiet[0] + 1 if idle else 0
        if quiet[0] >= _QUIET_LOOKS or waited[0] > _LONGEST_MS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    QCoreApplication.processEvents()  # what came in at the very end is laid out too
