"""The bare baselines: what the same data costs without any of our machinery.

A table of plain columns filled by `executemany`, and one POST of zstd-compressed JSON to a minimal ASGI app
that stores the same plain rows. Both sides use WAL with `synchronous=FULL`, as we do.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import zstandard

COLUMNS = ("id", "name", "email", "phone", "languages", "topics", "notes", "birth_year", "joined")
_PUT = f"INSERT OR REPLACE INTO member VALUES ({','.join('?' * len(COLUMNS))})"

Plain = tuple[Any, ...]
"""One row of the plain table: the columns in order, lists as JSON text."""


def open_plain(path: Path) -> sqlite3.Connection:
    """Open, or make, a plain database."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute(f"CREATE TABLE IF NOT EXISTS member ({', '.join(COLUMNS)}, PRIMARY KEY (id))")
    return db


def plain_row(number: int, member: dict[str, Any]) -> Plain:
    """Return one member as the plain table's columns."""
    texts = {key: json.dumps(value) if isinstance(value, list) else value for key, value in member.items()}
    return (number.to_bytes(16, "big"), *(texts.get(column) for column in COLUMNS[1:]))


@contextmanager
def durable(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction, on the disk when the block has ended."""
    db.execute("BEGIN IMMEDIATE")
    yield
    db.execute("COMMIT")


def put_plain(db: sqlite3.Connection, rows: Iterable[Plain]) -> None:
    """Insert or replace rows, within a transaction."""
    db.executemany(_PUT, rows)


def pack(rows: Sequence[Plain]) -> bytes:
    """Return rows as zstd JSON: the body of the bare POST and of its answer."""
    return zstandard.compress(json.dumps([[id_.hex(), *rest] for id_, *rest in rows]).encode())


def unpack(body: bytes) -> list[Plain]:
    """Return the rows of a body."""
    return [(bytes.fromhex(row[0]), *row[1:]) for row in json.loads(zstandard.decompress(body))]


def size_on_disk(path: Path) -> int:
    """Return the bytes of a database and of what lies beside it."""
    return sum(file.stat().st_size for file in path.parent.glob(path.name + "*"))
