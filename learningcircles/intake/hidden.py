"""Rows that a spreadsheet hides, such as by a filter: whoever looks at the list there does not know of them.

And cells whose formula gave nothing (“#N/A”), which are no empty ones.

What reads the cells does not tell, so that the files themselves are asked: parts of an archive, in XML (ECMA-376,
18.3.1.73; OpenDocument 1.3, 19.752). Each part is gone through once, in pieces, and only of rows that were read
anything is kept, however much a small archive unfolds to. A part that is damaged hides nothing: the cells have been
read all the same.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

Rows = Mapping[int, int]
"""{the number of a row that was read, from 1: how many cells it has}, in order."""
_Seen = Callable[[str, dict[str, str]], None]
"""Hears of a tag, and its attributes, without prefixes."""

_PIECE, _MOST, _LONGEST = 1 << 16, 1 << 28, 1 << 22
"""Bytes that are read at once, of one part, and of one tag at most: an archive may hold thousands of times its size."""
_BOOK, _LINKS, _CONTENT = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "content.xml"
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, ValueError, OSError, NotImplementedError, RuntimeError,
)  # fmt: skip
_HIDDEN = ("collapse", "filter")
_CELL = re.compile(r"([A-Z]{1,3})\d+")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Apart:
    """The numbers of a sheet's hidden rows, from 1, and the places of cells in error, from 0, in each row of them."""

    hidden: set[int] = field(default_factory=set)
    failed: dict[int, set[int]] = field(default_factory=dict)


def apart_in(data: bytes, sheets: Mapping[str, Rows], ask: Callable[[], None]) -> dict[str, Apart]:
    """Return what each sheet hides, and what failed in it, of the rows that were read; nothing in other files.

    `ask` is called for each piece; a CircleError that it raises ends the work.
    """
    apart = {name: Apart() for name in sheets}
    with suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if _BOOK in names:
            _of_excel(archive, sheets, apart, ask)
        elif _CONTENT in names:
            _go_through(archive, _CONTENT, _Office(sheets, apart), ask)
    return apart


def _of_excel(
    archive: zipfile.ZipFile, sheets: Mapping[str, Rows], apart: Mapping[str, Apart], ask: Callable[[], None]
) -> None:
    ids, targets = _Told("sheet", "name", "id"), _Told("Relationship", "Id", "Target")
    _go_through(archive, _BOOK, ids, ask)
    _go_through(archive, _LINKS, targets, ask)
    for name, rows in sheets.items():
        path = targets.told.get(ids.told.get(name, ""), "")
        with suppress(*_DAMAGED):
            part = path[1:] if path.startswith("/") else f"xl/{path}"
            _go_through(archive, part, _Excel(rows, apart[name]), ask)


class _Told:
    """Keeps what tags of one kind tell: {one attribute: another}."""

    def __init__(self, tag: str, key: str, value: str) -> None:
        self._asked = tag, key, value
        self.told: dict[str, str] = {}

    def __call__(self, tag: str, held: dict[str, str]) -> None:
        wanted, key, value = self._asked
        if tag == wanted and key in held:
            self.told.setdefault(held[key], held.get(value, ""))


class _Excel:
    """Keeps what one sheet's own part tells."""

    def __init__(self, rows: Rows, apart: Apart) -> None:
        self._rows, self._apart, self._number = rows, apart, 0
        self._failed: dict[int, set[int]] = apart.failed

    def __call__(self, tag: str, held: dict[str, str]) -> None:
        if tag == "row":
            self._number = int(held.get("r", self._number + 1))
            if held.get("hidden") in ("1", "true") and self._number in self._rows:
                self._apart.hidden.add(self._number)
        elif tag == "c" and held.get("t") == "e" and self._number in self._rows:
            cell = _CELL.fullmatch(held.get("r", ""))
            self._failed.setdefault(self._number, set()).update([_place(cell[1])] if cell else [])


class _Office:
    """Keeps what a whole workbook's content tells of its sheets; of a repeated row once for all that were read."""

    def __init__(self, sheets: Mapping[str, Rows], apart: Mapping[str, Apart]) -> None:
        self._sheets, self._apart = sheets, apart
        self._name = ""
        self._read: Sequence[int] = ()
        self._number = self._place = 0
        self._rows: Sequence[int] = ()
        self._failed: set[int] = set()

    def __call__(self, tag: str, held: dict[str, str]) -> None:
        if tag == "table":
            self._name, self._number, self._rows = held.get("name", ""), 0, ()
            self._read = list(self._sheets.get(self._name, ()))
        elif tag == "table-row" and self._read:
            self._begin_row(int(held.get("number-rows-repeated", 1)), held.get("visibility") in _HIDDEN)
        elif tag in ("table-cell", "covered-table-cell") and self._rows:
            times = int(held.get("number-columns-repeated", 1))
            if held.get("value-type") == "error":
                self._fail(times)
            self._place += times

    def _begin_row(self, times: int, hidden: bool) -> None:
        begin, end = self._number + 1, self._number + times
        self._rows = self._read[bisect_left(self._read, begin) : bisect_right(self._read, end)]
        self._number, self._place, self._failed = end, 0, set()
        if hidden:
            self._apart[self._name].hidden.update(self._rows)

    def _fail(self, times: int) -> None:
        width = self._sheets[self._name][self._rows[0]]
        if not self._failed and self._place < width:
            self._apart[self._name].failed.update(dict.fromkeys(self._rows, self._failed))
        self._failed.update(range(self._place, min(self._place + times, width)))


def _place(letters: str) -> int:
    """Return a column's place from 0: A, B … Z, AA."""
    place = 0
    for letter in letters:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place - 1


def _go_through(archive: zipfile.ZipFile, path: str, seen: _Seen, ask: Callable[[], None]) -> None:
    """Tell of each tag of a part, as far as it is no longer than any sheet's."""

    def begin(tag: str, held: dict[str, str]) -> None:
        seen(_bare(tag), {_bare(name): value for name, value in held.items()})

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.EntityDeclHandler = _refused  # no spreadsheet has any, and few of them name very much
    left = _MOST
    with archive.open(path) as part:
        while left > 0 and (piece := part.read(_PIECE)):
            ask()
            left -= len(piece)
            parser.Parse(piece, False)
            if _MOST - left - parser.CurrentByteIndex > _LONGEST:
                raise ValueError("a tag without an end")


def _refused(*_: object) -> None:
    raise ValueError("an entity")


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
