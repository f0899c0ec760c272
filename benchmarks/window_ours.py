"""Our window in a process of its own; prints its figures as JSON, times in seconds.

    python -m benchmarks.window_ours first STARTED     on the circle of LEARNINGCIRCLES_HOME: the first painted window
    python -m benchmarks.window_ours table STARTED     a key in search to painted rows, a scroll step

STARTED is when the process was started, in seconds since 1970.
"""

from __future__ import annotations

import json
import sys

from benchmarks.window import Figures, first_paint, search_and_scroll, until
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop, application
from learningcircles_ui.pages.people import PeoplePage


def measured(what: str, started: float) -> Figures:
    """Measure our window on the only circle of this home."""
    desktop = Desktop(application(), Home.default())
    desktop.start()
    window = desktop.window
    assert window is not None and desktop.tasks is not None
    figures = first_paint(window, started)
    tasks = desktop.tasks
    until(lambda: tasks.idle)
    if what == "table":
        page = window.pages["people"]
        assert isinstance(page, PeoplePage)
        window.show_page("people")
        until(lambda: page.model.known and tasks.idle)
        figures |= search_and_scroll(page.field.edit, page.table)
    desktop.close()
    desktop.aside.close()
    return figures


def main() -> None:
    """Measure what the command line asks for."""
    what, started = sys.argv[1:]
    print(json.dumps(measured(what, float(started))))


if __name__ == "__main__":
    main()
