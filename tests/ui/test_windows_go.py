"""A window that is closed goes, with its threads and timers."""

from __future__ import annotations

import gc
import threading

from PySide6.QtWidgets import QApplication

from learningcircles_ui.app import Desktop
from learningcircles_ui.tasks import Tasks
from learningcircles_ui.window import Window
from tests.ui.late import Settle, gone


def alive(kind: type) -> int:
    """Return how many objects of a class there are."""
    return sum(type(each) is kind for each in gc.get_objects())


def test_windows_and_threads_go(desktop: Desktop, settle: Settle, qapp: QApplication) -> None:
    counts = []
    for _ in range(4):
        window = desktop.open()
        for name in window.pages:
            window.show_page(name)
        settle(desktop)
        window.open_find()
        del window
        gone(qapp)
        gc.collect()
        counts.append((alive(Window), alive(Tasks), threading.active_count()))
    assert all(now <= then for now, then in zip(counts[-1], counts[1], strict=True))
