"""Splitting a delimited text (RFC 4180) into rows, also where a quotation mark is not closed.

A quotation mark that is opened and never closed would take every row after it into one cell. Such a row is split as
if its marks were letters, and reading goes on with the very next line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

MOST_LINES = 1_000
"""No cell goes over more lines than that: its text would be too long for any field."""
_BEYOND = "x"


class Split(NamedTuple):
    """One row; `number` counts from 1, a cell of several lines once.

    `unclosed`: it opens a quotation mark that is not closed. `after`: the number of such a row before it, if the
    cells of that row may go on here; else 0.
    """

    number: int
    cells: list[str]
    unclosed: bool = False
    after: int = 0


def split_rows(text: str, mark: str) -> Iterator[Split]:
    """Yield the rows of a text whose cells are apart by `mark`, empty ones included."""
    lines = list(io.StringIO(text, newline=""))
    at = number = after = until = 0
    while at < len(lines):
        number += 1
        if at >= until:
            after = 0
        read = _row(lines, at, mark)
        if read is None:
            yield Split(number, _bare(lines[at], mark), True, after)
            until, after = max(until, _closing(lines, at)), after or number
            at += 1
        else:
            yield Split(number, read[0], False, after)
            at += read[1]


def _row(lines: list[str], at: int, mark: str) -> tuple[list[str], int] | None:
    """Return (cells, lines that they take), or None where a quotation mark is not closed."""
    if '"' not in lines[at]:
        return _bare(lines[at], mark), 1
    ahead = (lines[place] for place in range(at, min(at + MOST_LINES, len(lines))))  # a slice would be copied
    reader = csv.reader(ahead, delimiter=mark, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error:  # at the end of the lines, or a mark that closes in the midst of a word
        return _loose(lines[at], mark)


def _loose(line: str, mark: str) -> tuple[list[str], int] | None:
    """Read one line that does not keep the rules: "Bud" Fam is Bud Fam, as every spreadsheet reads it."""
    if line.count('"') % 2:
        return None
    try:
        rows = list(csv.reader([line, _BEYOND], delimiter=mark))
    except csv.Error:
        return None
    return (rows[0], 1) if len(rows) > 1 else None


def _closing(lines: list[str], at: int) -> int:
    """Return the place behind the line in which a mark that is open at `at` may have been meant to close."""
    return next((place + 1 for place in range(at + 1, len(lines)) if '"' in lines[place]), len(lines))


def _bare(line: str, mark: str) -> list[str]:
    return line.rstrip("\r\n").split(mark)
