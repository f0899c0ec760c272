"""FIELD=VALUE words of the command line, and records in JSON, as fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from learningcircles.entities.declare import Kind
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import InvalidValue, Usage

if TYPE_CHECKING:
    from learningcircles_ui.cli.session import Session


def pairs(words: Iterable[str]) -> dict[str, str]:
    """Return {field: value} of words FIELD=VALUE; raises Usage."""
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise Usage("bad_pair", "{word} should read FIELD=VALUE.", word=word)
        found[name] = value
    return found


def element_pairs(words: Iterable[str]) -> dict[str, list[str]]:
    """Return {field: [values]} of repeated FIELD=VALUE words."""
    found: dict[str, list[str]] = {}
    for word in words:
        for name, value in pairs([word]).items():
            found.setdefault(name, []).append(value)
    return found


def resolved(session: Session, entity: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields with references by unique beginning turned into ids."""
    kind = declared(entity)
    found = dict(fields)
    for name, value in fields.items():
        field = kind.field(name)
        if field is not None and field.kind is Kind.REFERENCE and isinstance(value, str) and value:
            found[name] = session.resolve(field.refers_to, value)
    return found


def json_lines(text: Iterable[str]) -> list[dict[str, Any]]:
    """Return the objects of JSON lines; raises InvalidValue that names the line."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InvalidValue("bad_line", "Line {line} is not JSON.", field="line", line=number) from error
        if not isinstance(row, dict):
            raise InvalidValue("bad_line", "Line {line} is not a record.", field="line", line=number)
        rows.append(row)
    return rows
