"""Copying the marked rows of a table as text, also those that nobody has scrolled to, which were never read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QTableView

from learningcircles.intake.cells import guarded_copy
from learningcircles_ui.parts.copied import copy
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.table_model import RecordsModel

_BREAKS = re.compile(r"[\t\n\v\f\r\u2028\u2029]+")


def rows_to_copy(table: QTableView) -> list[int]:
    """Return the marked rows; where none is, the one with the ring, as where Tab has come into the list."""
    marked = sorted({index.row() for index in table.selectionModel().selectedRows()})
    current = table.currentIndex()
    return marked or ([current.row()] if current.isValid() else [])


def as_lines(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as lines of cells between tabs, of which a spreadsheet takes none for a formula.

    What is in several lines stands in one: the next one would be a row of its own.
    """
    return "\n".join("\t".join(guarded_copy(_BREAKS.sub(" ", cell)) for cell in cells) for cells in rows)


def copy_rows(table: QTableView, columns: Sequence[int], as_shown: str) -> None:
    """Put the marked rows on the clipboard as lines of cells between tabs, once they are read.

    `as_shown` are the same lines of a table that reads nothing.
    """
    model = table.model()
    rows = rows_to_copy(table)
    if not rows:
        return  # what is on the clipboard already is worth more
    if not isinstance(model, RecordsModel) or all(model.row(at) is not None for at in rows):
        copy(as_shown)
        return
    shown: RecordsModel[Any] = model
    ids = [model.index(at, 0).data(Role.ID) for at in rows]

    def copied(read: list[Any]) -> None:
        copy(as_lines([shown.column(at).text(row) for at in columns] for row in read))

    shown.tasks.query(lambda reader: list(shown.every_row(reader, ids)), copied, key="copy")
