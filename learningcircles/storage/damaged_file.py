"""Reading the tables of a damaged circle file, as far as its pages can be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from learningcircles.storage.connect import DatabaseError, connect

MOST_MISSED = 100_000
"""So many rows of a table are asked for in vain at most."""

Row = tuple[Any, ...]


class DamagedFile:
    """A damaged file, opened anew after every page that cannot be read; `missed` counts those.

    SQLCipher may hand out a row that goes on on such a page, with zeros for what it could not read, and says so only
    when it has to decrypt the next page. So it is made to do that, and rows of a scan that did not end well are asked
    for again, one by one.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.missed = 0
        self._key = key
        self._connection = connect(path, key)

    def close(self) -> None:
        """Close it."""
        self._connection.close()

    def numbered(self, table: str, key: str) -> list[Row]:
        """Return what can be read of a table whose rows have numbers, in order; what lies between by its number."""
        names, whole = self._names(f"{table} NOT INDEXED", (key,))
        if whole is not None:
            return whole
        last = max(names, default=(0,))[0]
        names |= self._names(f"{table} NOT INDEXED", (key,), " DESC")[0]
        first = max(names, default=(last,))[0]
        numbers = {*(name for (name,) in names), *range(last + 1, min(first, last + MOST_MISSED))}
        found = {number: self.one(f"{table} NOT INDEXED", (key,), (number,)) for number in numbers}
        return [row for _, row in sorted(found.items()) if row is not None]

    def ends(self, table: str, *keys: str) -> list[Row]:
        """Return what can be read of a small table from either end; `keys` are its first columns."""
        names, whole = self._names(table, keys)
        if whole is not None:
            return whole
        names |= self._names(table, keys, " DESC")[0]
        return [row for row in (self.one(table, keys, name) for name in sorted(names)) if row is not None]

    def indexed(self, table: str, index: str, columns: str, *order: str) -> list[Row]:
        """Return what an index, which holds these columns, tells of a table from either end, in the index's order."""
        sql = f"SELECT {columns} FROM {table} INDEXED BY {index} ORDER BY "
        rows: list[Row] = []
        if not self._scan(sql + ", ".join(order), rows):
            others: list[Row] = []
            self._scan(sql + ", ".join(f"{key} DESC" for key in order), others)
            rows += [row for row in reversed(others) if row not in rows]
        return rows

    def columns(self, table: str) -> list[str]:
        """Return the names of a table's columns; none where they cannot be read."""
        rows: list[Row] = []
        self._scan(f"PRAGMA table_info({table})", rows)
        return [row[1] for row in rows]

    def one(self, table: str, keys: Sequence[str], name: Row) -> Row | None:
        """Return one row, None where it cannot be read."""
        rows: list[Row] = []
        wanted = " AND ".join(f"{key}=?" for key in keys)
        whole = self._scan(f"SELECT * FROM {table} WHERE {wanted}", rows, *name)
        return rows[0] if rows and whole else None

    def _names(self, table: str, keys: Sequence[str], order: str = "") -> tuple[set[Row], list[Row] | None]:
        """Return what the rows that are met from one end are called by, and the rows where all can be read."""
        rows: list[Row] = []
        whole = self._scan(f"SELECT * FROM {table} ORDER BY {', '.join(key + order for key in keys)}", rows)
        return {row[: len(keys)] for row in rows}, rows if whole else None

    def _scan(self, sql: str, rows: list[Row], *words: Any) -> bool:
        """Add to `rows` what is found until a page cannot be read; return whether there was none such."""
        try:
            rows.extend(self._connection.execute(sql, words))
            self._connection.execute("PRAGMA shrink_memory")  # no page is at hand any more
            self._connection.execute("SELECT 1 FROM sqlite_master").fetchall()
        except (DatabaseError, UnicodeDecodeError):  # what SQLite says may name what it has read
            self.missed += 1
            self._connection.close()
            self._connection = connect(self.path, self._key)
            return False
        return True
