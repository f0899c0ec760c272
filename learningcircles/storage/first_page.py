"""A circle file whose first page cannot be read: SQLite does not even say then that it is one of ours.

That page holds nothing but SQLite's header, which is the same in each of our files, and where the pages lie that name
the tables. Those say by themselves what they are: each is sought in the file, and a first page made that leads to them.
Where one of those cannot be read either, what is kept of all of them a second time is led to instead.
The formats are SQLite's (https://www.sqlite.org/fileformat2.html) and SQLCipher's (`crypto.pages`).
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from learningcircles.crypto.pages import PAGE_BYTES, RESERVED, SALT_BYTES, USABLE, Pages
from learningcircles.errors import Locked, Unreadable
from learningcircles.storage.connect import APPLICATION_ID, FILE_VERSION, FIRST, UNOPENED, Connection, connect

_LEAF, _INNER = 0x0D, 0x05
_KINDS = (b"table", b"index", b"view", b"trigger")
_COLUMNS = 5
"""Of SQLite's own table of tables: type, name, table, root page, SQL."""
NAMED_AGAIN = 1_000_000
"""By so much the rows' numbers differ that are kept a second time."""
_WRITES_WAL, _SCHEMA_FORMAT, _UTF8 = 2, 4, 1


class _Leaf(NamedTuple):
    """A page that names tables: so many `rows`, the highest number of which is `last`."""

    page: int
    last: int
    rows: int


def name_again(connection: Connection, database: str = "main") -> None:
    """Keep a second time what SQLite keeps of its tables: without that nobody would know where they lie.

    To be done whenever tables or indices were made, or have moved. In the caller's transaction.
    """
    connection.execute(f"CREATE TABLE IF NOT EXISTS {database}.named_again (type, name, tbl_name, rootpage, sql)")
    connection.execute(f"DELETE FROM {database}.named_again")
    connection.execute(
        f"INSERT INTO {database}.named_again (rowid, type, name, tbl_name, rootpage, sql)"
        f" SELECT rowid + {NAMED_AGAIN}, type, name, tbl_name, rootpage, sql FROM {database}.sqlite_master"
    )


def openable(source: Path, fresh: Path, key: bytes, iv: bytes) -> Path:
    """Return a circle file that can be opened: `source`, or where its first page is damaged a copy beside the file
    `fresh` that has one made anew.

    `iv` as for `with_first_page`. Raises Locked and Unreadable where there is neither, OSError.
    """
    copy = fresh.with_name(fresh.name + FIRST)
    try:
        connect(source, key).close()
    except (Locked, Unreadable) as error:
        if error.code not in UNOPENED or not with_first_page(source, copy, key, iv):
            raise
        return copy
    return source


def with_first_page(source: Path, target: Path, key: bytes, iv: bytes) -> bool:
    """Write a copy of `source` to `target` with a first page made anew; False where nothing leads to its tables.

    What stands beside `source` as its WAL is copied as well. `iv`: 16 random bytes. The copy is to be read only:
    pages that were free are lost to it. Raises OSError where the disk refuses.

    Where the salt is damaged, too, no page can be told from a damaged one any more. They are taken as they are: whoever
    reads the journal checks its signatures. A WAL would have to be made anew as well then, and nothing is written.
    """
    beside = source.with_name(source.name + "-wal")
    waits = beside.exists() and beside.stat().st_size > 0
    with source.open("rb") as file:
        pages = Pages(key, file.read(SALT_BYTES).ljust(SALT_BYTES, b"\0"))
        salted = True
        leaves = _most(_named(file, pages, salted=salted))
        if not leaves and not waits:
            salted = False
            leaves = _most(_named(file, pages, salted=salted))
        if not leaves:
            return False
        with target.open("wb") as copy:
            copy.write(pages.sealed_first(_first(leaves, source.stat().st_size // PAGE_BYTES), iv))
            for number, page in _numbered(file):
                copy.write(page if salted else pages.summed(page, number))
    if waits:
        shutil.copyfile(beside, target.with_name(target.name + "-wal"))
    return True


def _named(file: BinaryIO, pages: Pages, *, salted: bool) -> list[_Leaf]:
    """Return the pages that name tables, in the order of their rows."""
    found = []
    for number, page in _numbered(file):
        if pages.beginning(page)[0] == _LEAF and (not salted or pages.holds(page, number)):
            rows = _rows(pages.opened(page))
            if rows:
                found.append(_Leaf(number, max(rows), len(rows)))
    return sorted(found, key=lambda leaf: leaf.last)


def _most(leaves: list[_Leaf]) -> list[_Leaf]:
    """Return those of SQLite's own pages, or of what is kept of them a second time, that name most tables."""
    own = [leaf for leaf in leaves if leaf.last < NAMED_AGAIN]
    again = [leaf for leaf in leaves if leaf.last >= NAMED_AGAIN]
    return max(own, again, key=lambda each: sum(leaf.rows for leaf in each))


def _numbered(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the whole pages after the first with their numbers."""
    file.seek(PAGE_BYTES)
    number = 2
    while len(page := file.read(PAGE_BYTES)) == PAGE_BYTES:
        yield number, page
        number += 1


def _rows(page: bytes) -> list[int]:
    """Return the numbers of a page's rows, none unless every row on it names a table, an index and so on."""
    count = int.from_bytes(page[3:5], "big")
    if 8 + 2 * count > len(page):  # under another key anything may stand there
        return []
    rows = [_row(page, *struct.unpack_from(">H", page, 8 + 2 * place)) for place in range(count)]
    found = [row for row in rows if row is not None]
    return found if len(found) == count else []


def _row(page: bytes, place: int) -> int | None:
    """Return the number of a row that names something; None for any other row."""
    try:
        _, place = _varint(page, place)
        number, place = _varint(page, place)
        header, after = _varint(page, place)
        end, kinds = place + header, []
        while after < end:
            kind, after = _varint(page, after)
            kinds.append(kind)
    except IndexError:
        return None
    if len(kinds) != _COLUMNS or kinds[0] < 13 or kinds[0] % 2 == 0:  # its type is a text
        return None
    return number if page[end : end + (kinds[0] - 13) // 2] in _KINDS else None


def _first(leaves: list[_Leaf], count: int) -> bytes:
    """Return SQLite's header, and the root that leads to the pages that name tables."""
    changes = b"\0\0\0\1"
    header = b"SQLite format 3\0" + struct.pack(">HBBBBBB", PAGE_BYTES, _WRITES_WAL, _WRITES_WAL, RESERVED, 64, 32, 32)
    header += changes + struct.pack(">IIIIIIIIII", count, 0, 0, 1, _SCHEMA_FORMAT, 0, 0, _UTF8, FILE_VERSION, 0)
    header += struct.pack(">I", APPLICATION_ID) + bytes(20) + changes + bytes(4)
    cells = [struct.pack(">I", leaf.page) + _as_varint(leaf.last) for leaf in leaves[:-1]]
    starts, end = [], USABLE
    for cell in cells:
        end -= len(cell)
        starts.append(end)
    root = struct.pack(">BHHHBI", _INNER, 0, len(cells), end, 0, leaves[-1].page)
    root += b"".join(struct.pack(">H", start) for start in starts)
    return (header + root).ljust(end, b"\0") + b"".join(reversed(cells))


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
