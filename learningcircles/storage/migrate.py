"""Bringing an older circle file up to this version: its tables, and the words that the search index holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from learningcircles.codec import digest
from learningcircles.entities.registry import declarations
from learningcircles.lazy import lazy
from learningcircles.storage.connect import APPLICATION_ID, FILE_VERSION, Connection
from learningcircles.storage.first_page import name_again
from learningcircles.storage.schema import INDEXED, MIGRATIONS, REMOVED, SORTED, SPARSE, entity_tables
from learningcircles.storage.search import index_again

WORDS = "words 1: what stands around an apostrophe is one word, too"
"""How texts are cut into the words of the index: with another rule this has another name, and they are cut again.

Another name goes with a higher FILE_VERSION: an older program would go on cutting by its own rule in the same file, and
nothing would tell which records it has written since.
"""


def migrate(connection: Connection, copied: Callable[[], Path] | None = None) -> None:
    """Bring a circle file's tables up to this version; each step is atomic with its record.

    `copied` makes a copy of an older file first, whose name ends in `.part` until it is known to be one.
    """
    tables = f"tables {digest([declarations(), INDEXED, SPARSE, REMOVED, SORTED]).hex()[:16]}"
    wanted = {*MIGRATIONS, tables, WORDS}
    if wanted <= _done(connection):
        return
    if copied is not None and _done(connection):
        copy = copied()
        if wanted <= _done(connection):
            copy.unlink()  # another program has done it meanwhile: nobody knows what was copied
            return
        copy.replace(copy.with_suffix(""))
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) WITHOUT ROWID")
        done = _done(connection)
        for name, script in MIGRATIONS.items():
            if name not in done:
                _run(connection, name, script)
        entity_tables(lazy("sqlite_utils").Database(connection, recursive_triggers=False, execute_plugins=False))
        if WORDS not in done:
            index_again(connection)
        connection.executemany("INSERT OR IGNORE INTO migration VALUES (?)", [(tables,), (WORDS,)])
        name_again(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FILE_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise


def _done(connection: Connection) -> set[str]:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name='migration'").fetchone():
        return set()
    return {row[0] for row in connection.execute("SELECT name FROM migration")}


def _run(connection: Connection, name: str, script: str) -> None:
    for statement in script.split(";"):
        if statement.strip():
            connection.execute(statement)
    connection.execute("INSERT INTO migration VALUES (?)", (name,))
