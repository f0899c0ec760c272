"""Rows that a spreadsheet hides, such as by a filter: whoever looks at the list there does not know of them.

And cells whose formula gave nothing (“#N/A”), which are no empty ones.

What reads the cells does not tell, so that the files themselves are asked: parts of an archive, in XML (ECMA-376,
18.3.1.73; OpenDocument 1.3, 19.752). A part that is damaged hides nothing: the cells have been read all the same.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

_PIECE, _MOST = 1 << 16, 1 << 28
"""Bytes that are read at once, and at most: an archive may hold thousands of times its size."""
_TAG = re.compile(
    r"<(?:[\w-]+:)?(row|sheet|Relationship|(?:covered-)?table-cell|table-row|table|c(?=\s[^<>]*\bt=.e\b))(?![\w:-])([^<>]*)>"
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_BOOK, _LINKS, _CONTENT = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "content.xml"
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, RuntimeError)
_HIDDEN = ("collapse", "filter")


_CELL = re.compile(r"([A-Z]{1,3})\d+")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Apart:
    """The numbers of a sheet's hidden rows, from 1, and the places of cells in error, from 0, in each row of them."""

    hidden: set[int] = field(default_factory=set)
    failed: dict[int, set[int]] = field(default_factory=dict)


def apart_in(data: bytes, sheet: str) -> Apart:
    """Return what a sheet hides, and what failed in it; nothing where the file is no .xlsx or .ods."""
    apart = Apart()
    with suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if _BOOK in names:
            _of_excel(archive, sheet, apart)
        elif _CONTENT in names:
            _of_office(archive, sheet, apart)
    return apart


def _of_excel(archive: zipfile.ZipFile, sheet: str, apart: Apart) -> None:
    ids = (held for tag, held in _tags(archive, _BOOK) if tag == "sheet" and held.get("name") == sheet)
    id_ = next((held.get("id", "") for held in ids), "")
    targets = {held.get("Id"): held.get("Target", "") for _, held in _tags(archive, _LINKS)}
    path = targets.get(id_, "")
    number = 0
    for tag, held in _tags(archive, path[1:] if path.startswith("/") else f"xl/{path}"):
        if tag == "row":
            number = int(held.get("r", number + 1))
            if held.get("hidden") in ("1", "true"):
                apart.hidden.add(number)
        elif tag == "c" and held.get("t") == "e" and (cell := _CELL.fullmatch(held.get("r", ""))):
            apart.failed.setdefault(number, set()).add(_place(cell[1]))


def _place(letters: str) -> int:
    """Return a column's place from 0: A, B … Z, AA."""
    place = 0
    for letter in letters:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place - 1


def _of_office(archive: zipfile.ZipFile, sheet: str, apart: Apart) -> None:
    number, place, here, rows = 0, 0, False, range(0)
    for tag, held in _tags(archive, _CONTENT):
        if tag == "table":
            number, here = 0, held.get("name") == sheet
        elif tag == "table-row" and here:
            times = int(held.get("number-rows-repeated", 1))
            if held.get("visibility") in _HIDDEN and times <= _PIECE:  # else it is the rest of the sheet
                apart.hidden.update(range(number + 1, number + times + 1))
            rows, place = range(number + 1, number + min(times, _PIECE) + 1), 0
            number += times
        elif tag.endswith("table-cell") and here:
            for row in rows if held.get("value-type") == "error" else ():
                apart.failed.setdefault(row, set()).add(place)
            place += int(held.get("number-columns-repeated", 1))


def _tags(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the tags that tell something, and their attributes without prefixes."""
    rest, left = "", _MOST
    with io.TextIOWrapper(archive.open(path), "utf-8", "replace") as part:
        while left > 0 and (piece := part.read(_PIECE)):
            left -= len(piece)
            text = rest + piece
            whole, mark, cut = text.rpartition("<")
            rest = (text if not mark else mark + cut)[-_PIECE:]  # no tag is longer
            for match in _TAG.finditer(whole):
                yield match[1], _attributes(match[2])
        for match in _TAG.finditer(rest):
            yield match[1], _attributes(match[2])


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text)
    return {name.rpartition(":")[2]: html.unescape(double or single) for name, double, single in found}
