"""Reading a table from a file as cells of text, whatever wrote it: CSV of any delimiter, xlsx, xls, ods.

Cells are text from here on, so that leading zeros of telephone numbers and member numbers survive.
"""

from __future__ import annotations

import datetime
import io
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import python_calamine

from learningcircles.errors import NotFound, Unreadable
from learningcircles.intake.cells import unguarded
from learningcircles.intake.delimited import Split, split_rows
from learningcircles.intake.hidden import Apart, apart_in
from learningcircles.intake.letters import decode_text
from learningcircles.intake.meanwhile import asking
from learningcircles.laptop.files import plain_file

MAX_BYTES = 64 * 1024 * 1024
DELIMITERS = (",", ";", "\t", "|")
SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
SAMPLE_LINES = 60
_OLD = b"\xd0\xcf\x11\xe0"
"""How spreadsheets of before 2007 begin, and those with a password."""
_ERROR = re.compile(r"#(?:[¡¿]?[A-ZÀ-Ý]+(?:/0)?[!?]|N/[AD]|NV)|Err:\d{3}")
"""What a spreadsheet writes, in its own language, where a formula gives nothing; in its own files `hidden` tells."""

_OFTEN = 1000
"""After how many rows it is asked whether to go on."""

_Numbered = tuple[int, list[str]]
Cell = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file; `number` counts as the spreadsheet does, from 1. For the rest see `delimited.Split`.

    `hidden`: whoever opens the spreadsheet does not see it. `failed`: the places of cells whose formula gave nothing:
    they are empty, and tell nothing, not even that there is nothing.
    """

    number: int
    cells: list[str]
    unclosed: bool = False
    after: int = 0
    hidden: bool = False
    failed: Container[int] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a file that hold anything. `encoding` and `delimiter` are empty for spreadsheets.

    `mixed`: some lines are in UTF-8, the others in `encoding`. `sheet`: which of a workbook it is.
    """

    name: str
    lines: list[Line]
    encoding: str = ""
    delimiter: str = ""
    mixed: bool = False
    sheet: str = ""

    @property
    def width(self) -> int:
        """The number of columns of its widest line."""
        return max((len(line.cells) for line in self.lines), default=0)


def read_table(path: Path, *, encoding: str | None = None, delimiter: str | None = None, sheet: str = "") -> Table:
    """Read a table file, of a workbook the first sheet that holds anything; for the rest see `read_tables`."""
    return read_tables(path, encoding=encoding, delimiter=delimiter, sheet=sheet)[0]


def _nobody() -> None:
    """Nobody asks whether to go on."""


def read_tables(
    path: Path, *, encoding: str | None = None, delimiter: str | None = None, sheet: str = "",
    ask: Callable[[], None] = _nobody,
) -> list[Table]:  # fmt: skip
    """Read a table file: a text, or the sheets of a workbook that are seen and hold anything; at least one table.

    `sheet`: only the sheet of this name, also where it is hidden. `ask` is called again and again, and ends the work by
    raising a CircleError. Raises NotFound, Unreadable, and InvalidValue for an encoding that does not fit.
    """
    data = bytes_of(path)
    if path.suffix.lower() in SHEETS or data.startswith((b"PK\x03\x04", _OLD)):
        sheets = _sheets(data, path.name, sheet, ask)
        read = {name: {number: len(cells) for number, cells in rows} for name, rows in sheets}
        apart = apart_in(data, read, ask)
        tables = (Table(path.name, _lines(rows, apart[name]), sheet=name) for name, rows in sheets)
        return [table for table in tables if table.lines] or [Table(path.name, [])]
    if sheet:
        raise _no_sheet(path.name, sheet)
    return [parse_text(path.name, data, encoding=encoding, delimiter=delimiter)]


def parse_text(name: str, data: bytes, *, encoding: str | None = None, delimiter: str | None = None) -> Table:
    """Read a delimited text file's bytes."""
    text, found, mixed = decode_text(data, encoding)
    text = text.removeprefix("\ufeff")
    if text[:4].lower() == "sep=" and len(text) > 4:  # Excel's own first line
        first, _, text = text.partition("\n")
        # The line is dropped, not blanked: spreadsheets do not show it, so rows keep the number people see.
        delimiter = delimiter or first[4]
    mark = delimiter or guess_delimiter(text)
    return Table(name, [line for line in map(_line, split_rows(text, mark)) if any(line.cells)], found, mark, mixed)


def guess_delimiter(text: str) -> str:
    """Return the delimiter that splits the first lines into the most columns, most evenly."""
    sample = "\n".join(text.splitlines()[:SAMPLE_LINES])
    return max(DELIMITERS, key=lambda mark: _evenness(sample, mark))


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes; raises NotFound and Unreadable, also where it is too big for a list."""
    try:
        if plain_file(path).stat().st_size > MAX_BYTES:
            raise Unreadable("too_big", "{file} is too big to be a circle's list.", file=path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("no_file", "There is no file {file}.", file=str(path)) from error
    except OSError as error:
        raise Unreadable("unreadable_file", "{file} cannot be read.", file=path.name) from error


def _evenness(sample: str, mark: str) -> tuple[float, int]:
    widths = [len(row.cells) for row in split_rows(sample, mark) if any(row.cells)]
    if not widths:
        return (0.0, 0)
    width, times = Counter(widths).most_common(1)[0]
    return (times / len(widths) if width > 1 else 0.0, width)


def _line(row: Split) -> Line:
    cells = [unguarded(cell).strip() for cell in row.cells]
    failed = {place for place, cell in enumerate(cells) if _ERROR.fullmatch(cell)}
    told = ["" if place in failed else cell for place, cell in enumerate(cells)]
    return Line(row.number, told, row.unclosed, row.after, failed=failed)


def _sheets(data: bytes, name: str, sheet: str, ask: Callable[[], None]) -> list[tuple[str, list[_Numbered]]]:
    """Return of each sheet the rows that hold anything."""
    found = []
    try:
        book = asking(lambda: python_calamine.load_workbook(io.BytesIO(data)), ask)
        for each in [sheet] if sheet else _seen(book):
            ask()
            read = asking(partial(book.get_sheet_by_name, each), ask)
            found.append((each, _as_text(_filled(read), ask)))
    except python_calamine.WorksheetNotFound as error:
        raise (_no_sheet(name, sheet) if sheet else _damaged(name)) from error  # it lists one that it does not hold
    except python_calamine.PasswordError as error:
        raise Unreadable("sheet_locked", "{file} is protected by a password.", file=name) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        if data.startswith(_OLD):
            raise Unreadable(
                "old_sheet", "{file} is an old spreadsheet, or damaged. Save it as .xlsx.", file=name
            ) from error
        raise _damaged(name) from error
    return found


def _filled(sheet: python_calamine.CalamineSheet) -> Iterator[list[Cell]]:
    """Yield a sheet's rows, from its first on: a small file may unfold to a million of them.

    Of cells that are merged down a column each has what stands in the first. Across columns they are a heading, as a
    rule, and stay.
    """
    before: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
    begins: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right:
            begins.setdefault(top, []).append((left, bottom))
    merged: dict[int, tuple[int, Cell]] = {}
    for number, cells in enumerate(sheet.iter_rows()):
        row = before + cells if before else cells
        for left, (bottom, cell) in merged.items():
            if number <= bottom and left < len(row):
                row[left] = cell
        merged.update((left, (bottom, row[left])) for left, bottom in begins.get(number, ()) if left < len(row))
        yield row


def _seen(book: python_calamine.CalamineWorkbook) -> list[str]:
    """Return the sheets that whoever opens the workbook sees; all where it hides them all."""
    shown = python_calamine.SheetVisibleEnum.Visible
    sheets = [each for each in book.sheets_metadata if each.typ == python_calamine.SheetTypeEnum.WorkSheet]
    return [each.name for each in sheets if each.visible == shown] or [each.name for each in sheets]


def _as_text(rows: Iterable[list[Cell]], ask: Callable[[], None]) -> list[_Numbered]:
    kept = []
    for number, row in enumerate(rows, 1):
        if number % _OFTEN == 0:
            ask()
        cells = [_text_of(cell) for cell in row] if row.count("") < len(row) else []
        if any(cells):
            kept.append((number, cells))
    return kept


def _no_sheet(name: str, sheet: str) -> NotFound:
    return NotFound("no_sheet", "{file} has no sheet called {sheet}.", file=name, sheet=sheet)


def _damaged(name: str) -> Unreadable:
    return Unreadable("bad_sheet", "{file} is not a spreadsheet, or is damaged.", file=name)


def _text_of(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        whole_day = cell.time() == datetime.time()
        return cell.date().isoformat() if whole_day else cell.isoformat(timespec="minutes")
    if isinstance(cell, datetime.timedelta):
        return _length(cell)
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell).strip()


def _length(cell: datetime.timedelta) -> str:
    """Hours of the format [h]:mm, as the spreadsheet shows them: 30:00, -1:30; seconds only where there are any."""
    minutes, seconds = divmod(abs(round(cell.total_seconds())), 60)
    sign = "-" if cell < datetime.timedelta() else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def _lines(rows: Iterable[_Numbered], apart: Apart) -> list[Line]:
    return [
        Line(number, cells, hidden=number in apart.hidden, failed=apart.failed.get(number, ()))
        for number, cells in rows
    ]
