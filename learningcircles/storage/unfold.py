"""Emptying what is folded from the journal, and checking that it is what the journal says."""

from __future__ import annotations

from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.connect import Connection
from learningcircles.storage.schema import table_of

_FOLDED = (
    "changeset",
    "tail",
    "restated",
    "mention",
    "merged",
    "touch",
    "record",
    "later",
    "review",
    "settlement",
    "stray_entry",
    "leg",
    "balance",
)


def empty_tables(connection: Connection) -> None:
    """Empty every table that is a fold of the journal (the tail's bodies must have been read before)."""
    for table in [*_FOLDED, *(table_of(name) for name in ENTITIES)]:
        connection.execute(f'DELETE FROM "{table}"')
    # Deleting rows one by one would leave their words in the index until it happens to be merged.
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")


def unbalanced(connection: Connection) -> int:
    """Return the sum of all balances: 0, or the ledger is wrong."""
    return int(connection.execute("SELECT coalesce(sum(minutes), 0) FROM balance").fetchone()[0])


def damaged_pages(connection: Connection) -> list[str]:
    """Return what SQLite and SQLCipher say of the file's own pages; empty when sound."""
    found = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
    return found or [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
