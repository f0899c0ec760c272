"""Full-text search: one index of word beginnings over every record's searchable fields (FTS5).

Words are cut and stripped of accents and case here, alike for what is indexed and what is sought: then the
index needs neither positions (which are two thirds of its size) nor rules of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from learningcircles.entities.declare import Entity
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.operations import DELETED
from learningcircles.storage.connect import Connection
from learningcircles.storage.rows import Row, unpack
from learningcircles.storage.schema import table_of
from learningcircles.storage.spelling import plain_letters

_APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4\u2032\uff07"
"""As they are typed and pasted: O'Brien, O\u2019Brien."""
_WORD = re.compile(r"[^\W_\u02bc]+")
_JOINED = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)+")
_NO_APOSTROPHES = dict.fromkeys(map(ord, _APOSTROPHES))
_MOST_WORDS = 16
READY = 2
"""Letters of the beginnings that the index holds ready, as `schema` says."""
_FEW_WORDS = 8
LAST_LETTER = "\U0010ffff"


@cache
def searched(entity: str) -> frozenset[str]:
    """Return the fields whose values are part of a record's searchable text."""
    declared = ENTITIES.get(entity)
    return frozenset(field.name for field in declared.fields if field.search) if declared else frozenset()


def put_texts(connection: Connection, rows: Sequence[Row]) -> None:
    """Index records' searchable text; a removed record is found no longer."""
    connection.executemany(
        "DELETE FROM search WHERE rowid=?",
        [(row.number,) for row in rows if row.stored],
    )
    texts = [(row.number, _indexed(row)) for row in rows]
    connection.executemany(
        "INSERT INTO search (rowid, text) VALUES (?, ?)",
        [pair for pair in texts if pair[1]],
    )


class Texts:
    """Reads from the tables what the index holds of the records of a kind."""

    def __init__(self, connection: Connection, entity: Entity) -> None:
        self._db = connection
        self._entity = entity
        columns = "".join(f'"{field.name}", ' for field in entity.fields)
        self._sql = f'SELECT n, {columns}_deleted, _stamps FROM "{table_of(entity.name)}"'

    def of(self, numbers: Sequence[int]) -> list[str]:
        """Return the words of these records, in their order, each with a space before it."""
        marks = ",".join("?" * len(numbers))
        rows = self._db.execute(f"{self._sql} WHERE n IN ({marks})", tuple(numbers))
        found = {number: self._words(number, columns) for number, *columns in rows}
        return [found.get(number, "") for number in numbers]

    def every(self) -> Iterator[tuple[int, str]]:
        """Yield (number, words) of the records that have some."""
        for number, *columns in self._db.execute(self._sql):
            if words := self._words(number, columns)[1:]:
                yield number, words

    def _words(self, number: int, columns: Sequence[Any]) -> str:
        row = Row(number, self._entity.name, b"")
        unpack(self._entity, row, tuple(columns))
        return f" {_indexed(row)}"


def query_of(text: str) -> str:
    """Return the FTS5 query for what somebody typed: every word a prefix, nothing of it syntax; empty for none."""
    return " ".join(f'"{word}"*' for word in sought(text))


def exact_query(connection: Connection, text: str) -> str:
    """Return a query that finds what `query_of` finds, by whole words where few begin as typed; empty for nothing.

    The index holds beginnings of two letters ready. For a longer one it would first gather the records of each word
    that begins so, which takes three times as long as reading those of the few words that there mostly are.
    """
    # Each time: where a transaction is given up, the temporary table may be gone again.
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed USING fts5vocab(main, search, row)")
    parts = []
    for word in sought(text):
        begun = [f'"{word}"*']
        if len(word) > READY:
            sql = "SELECT term FROM temp.indexed WHERE term >= ? AND term < ? LIMIT ?"
            rows = connection.execute(sql, (word, word + LAST_LETTER, _FEW_WORDS + 1)).fetchall()
            if not rows:
                return ""
            begun = [f'"{row[0]}"' for row in rows] if len(rows) <= _FEW_WORDS else begun
        parts.append(f"({' OR '.join(begun)})")
    return " AND ".join(parts)


def sought(text: str) -> list[str]:
    """Return the words that are looked for."""
    return words_of(text)[:_MOST_WORDS]


def words_of(text: str) -> list[str]:
    """Return the words of a text without accents and case: "Łukasz O’Neill" is lukasz, o, neill."""
    return words_in(plain_letters(text))


def words_in(plain: str) -> list[str]:
    """Return the words of a text that has no accents and case any more."""
    return _WORD.findall(plain)


def known_by(text: str) -> list[str]:
    """Return the words that a text is found by: those of `words_of`, and what stands around an apostrophe as one.

    Mateo O'Brien is mateo, o, brien, obrien.
    """
    within = joined(text)
    return [*words_of(text), *words_of(within)] if within else words_of(text)


def joined(text: str) -> str:
    """Return what of a text has an apostrophe inside, without it: "OBrien" of "Mateo O'Brien"; mostly nothing."""
    if "'" not in text and text.isascii() and "`" not in text:
        return ""
    return without_apostrophes(" ".join(_JOINED.findall(text)))


def without_apostrophes(text: str) -> str:
    """Return a text with what stands around each apostrophe as one word."""
    return text.translate(_NO_APOSTROPHES)


def index_again(connection: Connection) -> None:
    """Index all records anew, within the caller's transaction."""
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    for entity in ENTITIES.values():
        if searched(entity.name):
            connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", Texts(connection, entity).every())


def _indexed(row: Row) -> str:
    return " ".join(known_by(" ".join(_words(row))))


def _words(row: Row) -> list[str]:
    if row.values.get(DELETED) is True:
        return []
    wanted = searched(row.entity)
    words: list[str] = []
    for name, value in row.values.items():
        if name in wanted and type(value) is str:
            words.append(value)
            continue
        field, mark, element = name.partition("/")
        if field in wanted:
            words += _text(element if mark and value is True else value)
    return words


def _text(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [word for item in value.values() for word in _text(item)] if isinstance(value, dict) else []
