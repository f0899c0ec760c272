"""A bare window in a process of its own; prints its figures as JSON, times in seconds.

python -m benchmarks.window_bare first STARTED DB     a QMainWindow with nothing in it
python -m benchmarks.window_bare table STARTED DB     a QTableView over a list, whose search asks plain FTS5
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTableView, QVBoxLayout, QWidget

from benchmarks.baseline import Plain, open_plain
from benchmarks.window import STEP_PX, Figures, first_paint, search_and_scroll

_NOWHERE = QModelIndex()


class PlainModel(QAbstractTableModel):
    """Rows in a list."""

    def __init__(self, rows: list[Plain]) -> None:
        super().__init__()
        self._rows = rows

    def show(self, rows: list[Plain]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of columns: as many as our table of people has."""
        return 6

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Return a cell's text."""
        return self._rows[index.row()][index.column() + 1] if role == Qt.ItemDataRole.DisplayRole else None


def measured(what: str, started: float, database: str) -> Figures:
    """Measure a bare window."""
    QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    if what == "first":
        window.show()
        return first_paint(window, started)
    db = open_plain(Path(database))
    rows = db.execute("SELECT * FROM member ORDER BY name").fetchall()
    model = PlainModel(rows)
    edit, table = put_table(window, model)
    sql = "SELECT m.* FROM text JOIN member m ON m.rowid = text.rowid WHERE text MATCH ? ORDER BY m.name LIMIT 64"
    edit.textChanged.connect(lambda word: model.show(db.execute(sql, (f'"{word}"*',)).fetchall() if word else rows))
    window.show()
    return {**first_paint(window, started), **search_and_scroll(edit, table)}


def put_table(window: QMainWindow, model: PlainModel) -> tuple[QLineEdit, QTableView]:
    """Put a field and a table below it into a window."""
    edit, table = QLineEdit(), QTableView()
    table.setModel(model)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setDefaultSectionSize(STEP_PX)
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.addWidget(edit)
    column.addWidget(table)
    window.setCentralWidget(middle)
    return edit, table


def main() -> None:
    """Measure what the command line asks for."""
    what, started, database = sys.argv[1:]
    print(json.dumps(measured(what, float(started), database)))


if __name__ == "__main__":
    main()
