"""Scrolling far, sorting and narrowing long lists in our window, in a process of its own; prints figures as JSON.

    python -m benchmarks.window_lists     on the circle of LEARNINGCIRCLES_HOME

Prints the longest time, in seconds, in which the window answered nothing: while it was left alone, and in each step.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtTest import QTest

from benchmarks.heartbeat import Heartbeat
from benchmarks.window import until
from learningcircles.laptop.home import Home
from learningcircles_ui.display import load_desktop
from learningcircles_ui.parts.sorting import sort_by

PAGES = ("people", "exchanges", "learning")
PLACES = (0.5, 1.0, 0.13, 0.77, 0.0)
WORDS = ("a", "zo", "")
QUIET_MS, STEP_MS = 1_000, 60


def measured() -> dict[str, float]:
    """Go through every long list; every page has been visited before."""
    app = load_desktop()
    desktop: Any = app.Desktop(app.application(), Home.default())
    desktop.start()
    window, tasks = desktop.window, desktop.tasks
    for name in PAGES:
        window.show_page(name)
        until(lambda: tasks.idle)
    heart = Heartbeat()
    QTest.qWait(QUIET_MS)
    waits = {"": heart.longest()}
    for name in PAGES:
        for step, act, known in _steps(window, name):
            heart.longest()
            act()
            until(partial(_settled, tasks, known))
            QTest.qWait(STEP_MS)
            waits[f"{name}: {step}"] = heart.longest()
    desktop.close()
    desktop.aside.close()
    return waits


def _steps(window: Any, name: str) -> list[tuple[str, Callable[[], object], Callable[[], bool]]]:
    window.show_page(name)
    page = window.pages[name]
    tables = [page.listings["offer"], page.listings["request"], page.swaps] if name == "exchanges" else [page]
    known = partial(_known, tables)
    steps: list[tuple[str, Callable[[], object], Callable[[], bool]]] = []
    for each in tables:
        model, bar = each.model, each.table.verticalScrollBar()
        far = [(f"to {place:.0%}", partial(_scroll, bar, place), known) for place in PLACES]
        ordered = [at for at in range(model.columnCount()) if model.column(at).order]
        sorts = [(f"by {model.column(at).title}", partial(sort_by, each.table, at), known) for at in ordered]
        steps += [*far, *sorts, *far[:2]]
    return steps + [(f"“{word}”", partial(page.field.edit.setText, word), known) for word in WORDS]


def _settled(tasks: Any, known: Callable[[], bool]) -> bool:
    return bool(tasks.idle) and known()


def _known(tables: list[Any]) -> bool:
    return all(each.model.known for each in tables)


def _scroll(bar: Any, place: float) -> None:
    bar.setValue(round(bar.maximum() * place))


def main() -> None:
    """Measure the circle of this home."""
    print(json.dumps(measured()))


if __name__ == "__main__":
    main()
