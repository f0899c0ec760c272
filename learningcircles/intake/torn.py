"""Rows of a text that a forgotten quotation mark has torn: nothing may come in shifted, cut, or run together."""

from __future__ import annotations

from learningcircles.entities.declare import Field, Kind
from learningcircles.errors import InvalidValue
from learningcircles.intake.mapping import ColumnMap
from learningcircles.intake.table import Line

_SHOWN = 40
"""Letters of a cell that are quoted back."""
_SEVERAL_LINES = (Kind.NOTE, Kind.ADDRESS)


def whole_row(line: Line, mapping: ColumnMap, delimiter: str) -> InvalidValue | None:
    """Return why a row's cells cannot be told apart, or None. Rows of spreadsheets (no delimiter) always can."""
    if not delimiter:
        return None
    if line.unclosed:
        return InvalidValue("quote_open", "A quotation mark is not closed here. The rows below were read without it.")
    titles = max((place + 1 for place, title in enumerate(mapping.titles) if title), default=0)
    cells = len(line.cells)
    if line.after and cells != titles:
        return InvalidValue(
            "row_torn", "It may belong to row {row}, where a quotation mark is not closed.", row=line.after
        )
    beyond = [cell for cell in line.cells[titles:] if cell]
    if beyond:
        return InvalidValue(
            "more_cells",
            "It has {cells} cells under {titles} titles: “{extra}” has none. A cell that holds “{mark}” needs quotation"
            " marks around it.",
            cells=cells, titles=titles, extra=beyond[0][:_SHOWN], mark=delimiter,
        )  # fmt: skip
    return None


def one_line(field: Field, cell: str, delimiter: str) -> None:
    """Raise InvalidValue where a cell of one line looks like several rows that two stray quotation marks hold."""
    if field.many or field.kind in _SEVERAL_LINES or not delimiter or "\n" not in cell or delimiter not in cell:
        return
    raise InvalidValue(
        "rows_in_cell", "{label} goes over several lines: is a quotation mark missing?", field=field.name,
        label=field.label,
    )  # fmt: skip
