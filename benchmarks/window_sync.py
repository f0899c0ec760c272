"""Our window while its laptop shares, in a process of its own; prints its figures as JSON, times in seconds.

    python -m benchmarks.window_sync     on the circle of LEARNINGCIRCLES_HOME

Members are added one after the other while all that waits goes to the hub, or comes from there.
"""

from __future__ import annotations

import json
import statistics
import time
from functools import partial
from typing import Any

from PySide6.QtTest import QTest

from benchmarks.heartbeat import Heartbeat
from benchmarks.window import until
from learningcircles.laptop.home import Home
from learningcircles.lazy import lazy
from learningcircles_ui.display import load_desktop

QUIET_MS = 1_000
BETWEEN_MS = 40


def measured() -> dict[str, float]:
    """Measure one share, with people added meanwhile, after a while in which nothing happens."""
    app = load_desktop()
    lazy("learningcircles_sync.engine")
    desktop: Any = app.Desktop(app.application(), Home.default())
    desktop.settings.choose("shares", "asked")
    desktop.start()
    window, tasks = desktop.window, desktop.tasks
    window.show_page("people")
    until(lambda: tasks.idle)
    heart = Heartbeat()
    QTest.qWait(QUIET_MS)
    quiet = heart.longest()
    alone = _added(tasks)
    done: list[object] = []
    heart.longest()
    begin = time.perf_counter()
    tasks.share(lambda engine: engine.share(), done.append)
    adds: list[float] = []
    while not done:
        adds.append(_added(tasks))
        QTest.qWait(BETWEEN_MS)
    taken, longest = time.perf_counter() - begin, heart.longest()
    until(lambda: tasks.idle)
    desktop.close()
    desktop.aside.close()
    return {"quiet": quiet, "alone": alone, "share": taken, "longest": longest, "adds": len(adds),
            "add": statistics.median(adds), "worst_add": max(adds)}  # fmt: skip


def _added(tasks: Any) -> float:
    said: list[object] = []
    begin = time.perf_counter()
    tasks.mutate(partial(_add, f"Person {begin}"), said.append)
    until(lambda: bool(said))
    return time.perf_counter() - begin


def _add(name: str, verbs: Any) -> object:
    return verbs.records.add("member", {"name": name})


def main() -> None:
    """Measure the circle of this home."""
    print(json.dumps(measured()))


if __name__ == "__main__":
    main()
