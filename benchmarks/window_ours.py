"""Our window in a process of its own; prints its figures as JSON, times in seconds.

    python -m benchmarks.window_ours first STARTED     on the circle of LEARNINGCIRCLES_HOME: the first painted window
    python -m benchmarks.window_ours table STARTED     a key in search to painted rows, a scroll step

STARTED is when the process was started, in seconds since 1970.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from learningcircles.laptop.home import Home
from learningcircles.lazy import lazy
from learningcircles_ui.display import load_desktop


def measured(what: str, started: float) -> dict[str, float]:
    """Measure our window on the only circle of this home; it is loaded in the order in which people's programs do."""
    lazy("learningcircles_ui.cli.main")  # people's programs begin there
    app, bench = load_desktop(), lazy("benchmarks.window")
    first_paint, until = bench.first_paint, bench.until
    desktop: Any = app.Desktop(app.application(), Home.default())
    desktop.start()
    window = desktop.window
    assert window is not None and desktop.tasks is not None
    figures: dict[str, float] = first_paint(window, started)
    tasks = desktop.tasks
    until(lambda: tasks.idle)
    if what == "table":
        page = window.pages["people"]
        window.resize(1280, 800)  # as large as the bare one, however small the screen
        window.show_page("people")
        until(lambda: page.model.known and tasks.idle)
        figures |= bench.search_and_scroll(page.field.edit, page.table)
    desktop.close()
    desktop.aside.close()
    return figures


def main() -> None:
    """Measure what the command line asks for."""
    what, started = sys.argv[1:]
    print(json.dumps(measured(what, float(started))))


if __name__ == "__main__":
    main()
