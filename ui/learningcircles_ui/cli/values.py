"""FIELD=VALUE words of the command line, and records in JSON, as fields."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from learningcircles.entities.declare import Field, Kind
from learningcircles.entities.registry import entity as declared
from learningcircles.entities.validate import clean_field
from learningcircles.errors import InvalidValue, NotFound, Unreadable, Usage
from learningcircles.intake.days import day_meant
from learningcircles.lazy import lazy
from learningcircles_ui.cli.steps import Step, parsed

if TYPE_CHECKING:
    from learningcircles_ui.cli.session import Session

CHUNK = 256 * 1024


def pairs(words: Iterable[str], form: str = "FIELD=VALUE") -> dict[str, str]:
    """Return {field: value} of words FIELD=VALUE (`form`); raises Usage, also for a field that is given twice."""
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise Usage("bad_pair", "{word} should read {form}.", word=word, form=form)
        if name in found:
            raise Usage("twice", "{name} stands there twice.", name=name)
        found[name] = value
    return found


def element_pairs(words: Iterable[str]) -> dict[str, list[str]]:
    """Return {field: [values]} of repeated FIELD=VALUE words."""
    found: dict[str, list[str]] = {}
    for word in words:
        for name, value in pairs([word]).items():
            found.setdefault(name, []).extend(part for part in value.split(",") if part.strip())
    return found


def resolved(session: Session, entity: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields with references by unique beginning turned into ids."""
    kind = declared(entity)
    found = dict(fields)
    for field in kind.references:
        value = found.get(field.name)
        if isinstance(value, str) and value:
            found[field.name] = session.resolve(field.refers_to, value, field.name)
    return found


def dated(session: Session, entity: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what somebody typed with days as they are stored: "yesterday", "12 May" (see `intake.days`).

    What is no day stays for the field's own check. Programs, which speak through `batch`, are not guessed at.
    """
    kind, found = declared(entity), dict(fields)
    for name, value in fields.items():
        field = kind.field(name)
        if field is not None and field.kind is Kind.DATE and isinstance(value, str) and value.strip():
            today = datetime.date.fromisoformat(session.verbs.desk.today())
            meant = day_meant(value, today, leans=field.leans, month_first=_month_first())
            found[name] = meant.isoformat() if meant is not None else value
    return found


def on_day(typed: str | None, on: str | None) -> str:
    """Return the day that was understood, to be told, where it was not written out."""
    return f" on {on}" if typed is not None and typed != on else ""


def _month_first() -> bool:
    """Whether this terminal's language writes May 12 as 5/12."""
    spoken = [os.environ[name] for name in ("LC_ALL", "LC_TIME", "LANG") if os.environ.get(name)]
    return bool(spoken) and spoken[0].startswith("en_US")


def narrowed(session: Session, entity: str, where: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a list is narrowed to as its columns hold it; a list means any of these. Raises InvalidValue."""
    kind = declared(entity)
    found: dict[str, Any] = {}
    for name, value in resolved(session, entity, where).items():
        field = kind.field(name)
        if field is None:
            raise InvalidValue("unknown_field", "{kind} has no field {field}.", field=name, kind=entity)
        single = [clean_field(field, each, session.verbs.desk.zone) for each in _several(field, value)]
        found[name] = single[0] if len(single) == 1 else single
    return found


def _several(field: Field, value: Any) -> list[Any]:
    return value if isinstance(value, list) and value and not field.many else [value]


def lines_of(file: Path) -> Iterator[bytes]:
    """Yield the lines of a file, or of standard input for "-"; raises NotFound or Unreadable."""
    with _reading(file) as opened:
        yield from opened


def chunks_of(file: Path) -> Iterator[bytes]:
    """Yield what a file, or standard input for "-", holds as it comes; raises NotFound or Unreadable."""
    with _reading(file) as opened:
        while chunk := getattr(opened, "read1", opened.read)(CHUNK):
            yield chunk


@contextmanager
def as_typed(options: Mapping[str, str]) -> Iterator[None]:
    """Name the option that somebody typed in what is raised about the field that it fills: {field: option}."""
    try:
        yield
    except (InvalidValue, NotFound) as error:
        option = options.get(str(error.params.get("field", "")))
        if option is None:
            raise
        said = {name: value for name, value in error.params.items() if name != "field"}
        raise type(error)(error.code, error.template, field=option, **said) from error


@contextmanager
def _reading(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        with lazy("learningcircles.laptop.files").plain_file(file).open("rb") as opened:
            yield opened
    except FileNotFoundError as error:
        raise NotFound("no_file", "There is no file {file}.", file=file) from error
    except OSError as error:
        raise Unreadable("unreadable_file", "{file} cannot be read.", file=file) from error


def json_lines(lines: Iterable[bytes]) -> list[tuple[int, Step]]:
    """Return (line number, object) of each JSON line; raises InvalidValue that names the line."""
    rows: list[tuple[int, Step]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                rows.append((number, parsed(line)))
            except InvalidValue as error:
                raise InvalidValue("bad_line", "Line {line} is not a JSON object. Nothing was added.", field="line",
                                   line=number) from error  # fmt: skip
    return rows
