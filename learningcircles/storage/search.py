"""Full-text search: one accent-insensitive index of prefixes over every record's searchable fields (FTS5)."""

from __future__ import annotations

import re
from typing import Any

from learningcircles.entities.declare import Entity
from learningcircles.storage.connect import Connection
from learningcircles.storage.rows import Row


def put_text(connection: Connection, entity: Entity, row: Row) -> None:
    """Index a record's searchable text, or take it out where the record was removed."""
    searchable = {field.name for field in entity.fields if field.search}
    if not searchable:
        return
    deleted = row.registers.get("#deleted")
    words = [] if deleted and deleted.value is True else _words(row, searchable)
    if row.stored:
        connection.execute("DELETE FROM search WHERE rowid=?", (row.number,))
    if words:
        connection.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (row.number, " ".join(words)))
    row.stored = True


def query_of(text: str) -> str:
    """Return the FTS5 query for what somebody typed: every word a prefix, nothing of it syntax; empty for none."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", text))


def _words(row: Row, searchable: set[str]) -> list[str]:
    words: list[str] = []
    for name, register in row.registers.items():
        field, _, element = name.partition("/")
        if field in searchable:
            words += _text(element if element and register.value is True else register.value)
    return words


def _text(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [word for item in value.values() for word in _text(item)] if isinstance(value, dict) else []
