"""A circle file whose names of tables cannot be read: SQLite does not even say then that it is one of ours.

Its first page holds nothing but SQLite's header, which is the same in each of our files, and where the pages lie that
name the tables. Those say by themselves what they are: each is sought in the file, and what is kept of all of them a
second time as well. What either tells is written down anew (see `naming_pages`), and a first page made that leads
there.
The formats are SQLite's (https://www.sqlite.org/fileformat2.html) and SQLCipher's (`crypto.pages`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from learningcircles.crypto.pages import PAGE_BYTES, SALT_BYTES, Pages
from learningcircles.errors import Locked, Unreadable
from learningcircles.storage.connect import FIRST, UNOPENED, Connection, connect
from learningcircles.storage.naming_pages import Named, first_page, is_leaf, known, leaf_pages, named_on
from learningcircles.storage.waiting_pages import waiting_pages

NAMED_AGAIN = 1_000_000
"""By so much the rows' numbers differ that are kept a second time."""


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

    What stands beside `source` as its WAL is brought in. `iv`: 16 random bytes. The copy is to be read only: pages that
    were free are lost to it. A table that is named nowhere any more is missing in it. Raises OSError where the disk
    refuses.

    Where the salt is damaged, too, no page can be told from a damaged one any more. They are taken as they are: whoever
    reads the journal checks its signatures. A WAL would have to be made anew as well then, and nothing is written.
    """
    beside = source.with_name(source.name + "-wal")
    waits = beside.exists() and beside.stat().st_size > 0
    with source.open("rb") as file:
        pages = Pages(key, file.read(SALT_BYTES).ljust(SALT_BYTES, b"\0"))
        newer = waiting_pages(beside, pages) if waits else {}
        count = max(source.stat().st_size // PAGE_BYTES, *newer, 1)
        salted = True
        named = _named(_numbered(file, count, newer), pages, salted=salted)
        if not named and not waits:
            salted = False
            named = _named(_numbered(file, count, newer), pages, salted=salted)
        if not named:
            return False
        leaves = leaf_pages(named)
        with target.open("wb") as copy:
            copy.write(pages.sealed_first(first_page(leaves, count), iv))
            for number, page in _numbered(file, count, newer):
                copy.write(page if salted else pages.summed(page, number))
            for number, leaf in enumerate(leaves, count + 1):
                copy.write(pages.sealed(leaf.page, number, iv))
    return True


def _named(numbered: Iterator[tuple[int, bytes]], pages: Pages, *, salted: bool) -> dict[int, Named]:
    """Return what names a table, an index and so on, by number: as SQLite itself keeps it or a second time."""
    own: dict[int, Named] = {}
    again: dict[int, Named] = {}
    for number, page in numbered:
        if is_leaf(pages.beginning(page)) and (not salted or pages.holds(page, number)):
            for row, named in named_on(pages.opened(page)).items():
                (own if row < NAMED_AGAIN else again)[row % NAMED_AGAIN] = named
    return known(again | own)


def _numbered(file: BinaryIO, count: int, newer: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the pages after the first with their numbers; `newer` are those of the WAL."""
    file.seek(PAGE_BYTES)
    for number in range(2, count + 1):
        page = file.read(PAGE_BYTES)
        yield number, newer.get(number, page.ljust(PAGE_BYTES, b"\0"))
