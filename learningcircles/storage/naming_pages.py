"""The pages of a database file on which SQLite names its tables and indices: read one by one, and written anew.

Formats: https://www.sqlite.org/fileformat2.html, §1.6 (pages of a b-tree), §2.1 (records), §2.6 (table of tables).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from learningcircles.crypto.pages import PAGE_BYTES, RESERVED, USABLE
from learningcircles.storage.connect import APPLICATION_ID, FILE_VERSION

_LEAF, _INNER = 0x0D, 0x05
_KINDS = (b"table", b"index", b"view", b"trigger")
_COLUMNS = 5
"""Of SQLite's own table of tables: type, name, table, root page, SQL."""
_WRITES_WAL, _SCHEMA_FORMAT, _UTF8 = 2, 4, 1
_HEAD, _POINTER = 8, 2
_MOST_HERE, _FEWEST_HERE = USABLE - 35, (USABLE - 12) * 32 // 255 - 23
"""So many bytes of a record stand on its own page, before the others go on elsewhere."""


class Named(NamedTuple):
    """A row that names something: its `kind`, its `table`, and the record as it stands on the page with its length
    (and where it goes on, if it does)."""

    kind: bytes
    table: bytes
    size: bytes
    record: bytes


class Leaf(NamedTuple):
    """A page that names tables; `last` is the highest number of a row on it."""

    page: bytes
    last: int


def is_leaf(beginning: bytes) -> bool:
    """Return whether a page that begins so holds rows of a table."""
    return beginning[0] == _LEAF


def named_on(page: bytes) -> dict[int, Named]:
    """Return the rows of a page by number, none unless every row on it names a table, an index and so on."""
    count = int.from_bytes(page[3:5], "big")
    if _HEAD + _POINTER * count > len(page):  # under another key anything may stand there
        return {}
    rows = [_row(page, *struct.unpack_from(">H", page, _HEAD + _POINTER * place)) for place in range(count)]
    found = dict(row for row in rows if row is not None)
    return found if len(found) == count else {}


def known(named: Mapping[int, Named]) -> dict[int, Named]:
    """Return what SQLite can read: an index of a table that nothing names any more it takes for damage."""
    tables = {row.table for row in named.values() if row.kind == b"table"}
    return {number: row for number, row in sorted(named.items()) if row.kind != b"index" or row.table in tables}


def leaf_pages(named: Mapping[int, Named]) -> list[Leaf]:
    """Return pages with these rows, in order."""
    found: list[Leaf] = []
    cells: list[bytes] = []
    last = room = 0
    for number, row in sorted(named.items()):
        cell = row.size + _as_varint(number) + row.record
        room -= len(cell) + _POINTER
        if room < 0:
            if cells:
                found.append(Leaf(_filled(cells), last))
            cells, room = [], USABLE - _HEAD - len(cell) - _POINTER
        cells.append(cell)
        last = number
    return [*found, Leaf(_filled(cells), last)]


def first_page(leaves: Sequence[Leaf], count: int) -> bytes:
    """Return SQLite's header, and the root that leads to the pages that name tables, which follow `count` others."""
    changes = b"\0\0\0\1"
    header = b"SQLite format 3\0" + struct.pack(">HBBBBBB", PAGE_BYTES, _WRITES_WAL, _WRITES_WAL, RESERVED, 64, 32, 32)
    whole = count + len(leaves)
    header += changes + struct.pack(">IIIIIIIIII", whole, 0, 0, 1, _SCHEMA_FORMAT, 0, 0, _UTF8, FILE_VERSION, 0)
    header += struct.pack(">I", APPLICATION_ID) + bytes(20) + changes + bytes(4)
    cells = [struct.pack(">I", count + 1 + n) + _as_varint(leaf.last) for n, leaf in enumerate(leaves[:-1])]
    starts, end = _starts(cells)
    root = struct.pack(">BHHHBI", _INNER, 0, len(cells), end, 0, whole)
    return (header + root + starts).ljust(end, b"\0") + b"".join(reversed(cells))


def _filled(cells: Sequence[bytes]) -> bytes:
    starts, end = _starts(cells)
    return (struct.pack(">BHHHB", _LEAF, 0, len(cells), end, 0) + starts).ljust(end, b"\0") + b"".join(reversed(cells))


def _starts(cells: Sequence[bytes]) -> tuple[bytes, int]:
    """Return where the cells of a page begin, from its end on, and where the last one does."""
    starts, end = b"", USABLE
    for cell in cells:
        end -= len(cell)
        starts += struct.pack(">H", end)
    return starts, end


def _row(page: bytes, place: int) -> tuple[int, Named] | None:
    """Return a row that names something with its number; None for any other row."""
    try:
        size, begin = _varint(page, place)
        number, at = _varint(page, begin)
        header, after = _varint(page, at)
        end, kinds = at + header, []
        while after < end:
            kind, after = _varint(page, after)
            kinds.append(kind)
    except IndexError:
        return None
    if len(kinds) != _COLUMNS or any(kind < 13 or kind % 2 == 0 for kind in kinds[:3]):  # the first three are texts
        return None
    starts = [end]
    for kind in kinds[:3]:
        starts.append(starts[-1] + (kind - 13) // 2)
    texts = [page[one:two] for one, two in zip(starts, starts[1:], strict=False)]
    if texts[0] not in _KINDS:
        return None
    return number, Named(texts[0], texts[2], page[place:begin], page[at : at + _here(size)])


def _here(size: int) -> int:
    """Return how many bytes of a record stand on its own page; where it goes on, four of them say where."""
    if size <= _MOST_HERE:
        return size
    held = _FEWEST_HERE + (size - _FEWEST_HERE) % (USABLE - 4)
    return 4 + (held if held <= _MOST_HERE else _FEWEST_HERE)


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return SQLite's number of one to nine bytes, and the place after it; raises IndexError at the end of the data."""
    value = 0
    for _ in range(8):
        byte = data[place]
        place += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place
    return value << 8 | data[place], place + 1


def _as_varint(number: int) -> bytes:
    """Return a number below 2⁵⁶ as SQLite writes it."""
    found = bytes([number & 0x7F])
    while number := number >> 7:
        found = bytes([number & 0x7F | 0x80]) + found
    return found
