"""Reading records that were exported as JSON, by this program or another one: one list of objects, or one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from learningcircles.entities.declare import Entity, Kind
from learningcircles.errors import Unreadable
from learningcircles.intake.entry import Entry
from learningcircles.intake.letters import decode_text

ENDING = ".json"
_ID = re.compile(r"[0-9a-f]{32}\Z")
_QUIET = frozenset({"id", "entity", "deleted"})

Row = Mapping[str, Any]


def read_rows(data: bytes, name: str) -> list[Row]:
    """Return the objects, without those that were removed; raises Unreadable."""
    text = decode_text(data)[0]
    try:
        rows = _parsed(text)
    except (ValueError, RecursionError) as error:
        raise _no_records(name) from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _no_records(name)
    return [row for row in rows if row.get("deleted") is not True]


def entries_of(entity: Entity, rows: Sequence[Row]) -> list[Entry]:
    """Return the objects as records of a kind; what it has no field for is named as unused."""
    return [_entry(entity, row) for row in rows]


def fit(entity: Entity, rows: Sequence[Row]) -> int:
    """Return how well the objects fit a kind: names that are its fields, less those that are not and what lacks.

    What says of itself that it is of the kind fits a little better.
    """
    names = {name for row in rows for name in row} - _QUIET
    known = {field.name for field in entity.fields}
    lacking = sum(field.name not in names for field in entity.required)
    said = any(row.get("entity") == entity.name for row in rows)
    return len(names & known) - len(names - known) - 100 * lacking + said


def _entry(entity: Entity, row: Row) -> Entry:
    fields: dict[str, Any] = {}
    unused: list[str] = []
    for name, value in row.items():
        field = entity.field(name)
        if field is None or not field.settable:
            unused += [] if name in _QUIET else [name]
        elif value not in (None, "", []):
            fields[name] = bytes.fromhex(value) if field.kind is Kind.REFERENCE and _is_id(value) else value
    return Entry(fields, bytes.fromhex(row["id"]) if _is_id(row.get("id")) else None, (), unused)


def _parsed(text: str) -> Any:
    if text.lstrip()[:1] == "[":
        return json.loads(text)
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and _ID.match(value) is not None


def _no_records(name: str) -> Unreadable:
    return Unreadable("no_records", "{file} holds no list of records, or is damaged.", file=name)
