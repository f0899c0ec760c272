"""How the command line writes: JSON that programs rely on, and lines that people read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import click

from learningcircles.circle.changes import HistoryLine, Record, ReviewItem
from learningcircles.phrase import roughly

_encode = json.JSONEncoder(ensure_ascii=False).encode
BY_HAND = ", by a stick or beside it, with the laptop that keeps the list"
"""Where a laptop has to share, in a circle without a hub."""


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it: ids as hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value


def record_json(record: Record) -> dict[str, Any]:
    """Return a record as `show --json` prints it: id, its fields that hold something, deleted."""
    held = {name: plain(value) for name, value in record.fields.items() if value not in (None, [])}
    if isinstance(held.get("address"), dict) and set(held["address"]) == {"text"}:
        held["address"] = held["address"]["text"]
    return {"id": record.id.hex(), **held, "deleted": record.deleted}


def history_json(line: HistoryLine) -> dict[str, Any]:
    """Return a line of history; `at` is ms since 1970."""
    return {
        "at": line.at,
        "author": plain(line.author),
        "device": line.device.hex(),
        "label": line.label,
        "field": line.field,
        "before": plain(line.before),
        "after": plain(line.after),
    }


def review_json(item: ReviewItem) -> dict[str, Any]:
    """Return an item of the review."""
    return {
        "id": item.id,
        "entity": item.entity,
        "record": item.record.hex(),
        "field": item.field,
        "kept": plain(item.kept),
        "other": plain(item.other),
        "kept_by": item.kept_by.hex(),
        "other_by": item.other_by.hex(),
        "kept_at": item.kept_at,
        "other_at": item.other_at,
        "kept_who": plain(item.kept_who),
        "other_who": plain(item.other_who),
        "noted": [
            {
                "entity": each.entity,
                "record": each.record.hex(),
                "by": each.by.hex(),
                "at": each.at,
                "who": plain(each.who),
            }
            for each in item.noted
        ],
    }


def say(as_json: bool, document: Any, sentence: str) -> None:
    """Print one document, or what it means."""
    click.echo(dumps(document) if as_json else sentence)


def say_lines(as_json: bool, documents: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> None:
    """Print a list: a JSON document a line, or the named columns, of an id its beginning."""
    names = list(columns)
    for document in documents:
        if as_json:
            click.echo(dumps(document))
        else:
            told = (short(document[name]) if name == "id" else cell(document.get(name)) for name in names)
            click.echo("  ".join(told))


def short(id_: bytes | str) -> str:
    """Return the beginning of an id, which is enough to name what it is of."""
    return (id_.hex() if isinstance(id_, bytes) else id_)[:8]


def dumps(document: Any) -> str:
    """Return JSON on one line, letters of every script as they are."""
    return _encode(document)


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its word: "1 change", "2 changes"."""
    return f"{number} {one if number == 1 else several}"


class Meter:
    """One line on stderr that tells how far something is, where somebody looks on: else nothing."""

    def __init__(self) -> None:
        self._stream = sys.stderr
        self._shows = self._stream.isatty()
        self._long = 0

    def told(self, words: str) -> None:
        """Say this in place of what was said before; empty words clear the line."""
        if self._shows:
            self._stream.write(f"\r{words.ljust(self._long)}" + ("" if words else "\r"))
            self._stream.flush()
            self._long = len(words)


def local_time(at_ms: int) -> str:
    """Return ms since 1970 as people here read it: 2026-11-20 18:05."""
    return datetime.fromtimestamp(at_ms / 1000).strftime("%Y-%m-%d %H:%M")


def span(ms: int, *, least: bool = False) -> str:
    """Return about how long that is: "20 minutes", "3 hours", "30 years"; `least`: and no less than it says."""
    number, unit = roughly(ms, least=least)
    return counted(number, unit, f"{unit}s")


def cell(value: Any) -> str:
    """Return a value as it stands in a column."""
    if value is None:
        return "–"
    if isinstance(value, dict) and "at" in value:
        return str(value["at"]).replace("T", " ")
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value)
