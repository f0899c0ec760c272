"""Emptying what is folded from the journal, and checking that it is what the journal says."""

from __future__ import annotations

import re

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


_PAGE = re.compile(r"page (\d+)")
_NAMED = 10


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
    """Return what is wrong with the file's own pages, by SQLite and SQLCipher, in a sentence; empty when sound."""
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if found:
        return [_of_pages(sorted({int(number) for words in found for number in _PAGE.findall(words)}))]
    sound = all(row[0] == "ok" for row in connection.execute("PRAGMA quick_check"))
    return [] if sound else ["Its parts do not fit together any more."]


def _of_pages(numbers: list[int]) -> str:
    """Return a sentence on pages that cannot be read; of many the first ones are named."""
    if not numbers:
        return "It is not as long as it was."
    named = ", ".join(map(str, numbers[:_NAMED]))
    more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    return f"Parts of it cannot be read (pages {named}{more})." if numbers[1:] else f"Page {named} cannot be read."
