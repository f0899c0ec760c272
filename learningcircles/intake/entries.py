"""Files that hold records rather than a table: an address book of members, a calendar of meetups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from learningcircles.circle.people import check_born, check_joined, doubt_born
from learningcircles.circle.reader import Reader
from learningcircles.circle.swaps import check_on
from learningcircles.entities.declare import Entity, Kind
from learningcircles.entities.validate import clean
from learningcircles.errors import InvalidValue, NotFound, Unreadable
from learningcircles.intake.calendars_in import read_calendar
from learningcircles.intake.cards_in import read_cards
from learningcircles.intake.corrections import Corrections, Telling
from learningcircles.intake.entry import Entry
from learningcircles.intake.letters import decode_text
from learningcircles.intake.mapping import ColumnMap
from learningcircles.intake.people import People
from learningcircles.intake.recognise import Recognition
from learningcircles.intake.rows import Preview, Problem, Row, Told, missing
from learningcircles.intake.table import bytes_of

ENDINGS = {".vcf": "member", ".vcard": "member", ".ics": "meetup", ".ical": "meetup"}
"""What each kind of file holds."""


class Read(NamedTuple):
    """A file's name, what it holds and, where it is a text, in which encoding."""

    name: str
    entries: list[Entry]
    encoding: str = ""


def read_entries(file: Path, zone: str, today: str, ask: Callable[[], None], encoding: str | None = None) -> Read:
    """Read a file; raises NotFound, Unreadable, and InvalidValue for an encoding that does not fit.

    `zone`: of times that name none. Of a series the dates from `today` on are given. `ask` is called now and then: what
    it raises stops the reading.
    """
    text, found, _ = decode_text(bytes_of(file), encoding)
    people = ENDINGS[file.suffix.lower()] == "member"
    entries = read_cards(text, ask) if people else read_calendar(text, file.name, zone, today, ask)
    if not entries:
        raise Unreadable("empty_table", "{file} is empty.", file=file.name)
    return Read(file.name, entries, found)


def preview_entries(reader: Reader, entity: Entity, read: Read, today: str, zone: str, told: Told) -> Preview:
    """Return what an import would do on this day, such as 2026-11-20. `zone`: this laptop's.

    `told` hears (rows looked at, rows); what it raises stops the work.
    """
    name, entries, encoding = read
    if not entries:
        raise Unreadable("empty_table", "{file} is empty.", file=name)
    met = Recognition(reader, entity, Corrections(reader, entity, People(reader), zone))
    rows: list[Row] = []
    for number, entry in enumerate(entries, 1):
        rows.append(_row(reader, entity, met, number, entry, today))
        told(number, len(entries))
    rows = met.settled(rows)
    used = [each.label for each in entity.fields if any(each.name in entry.fields for entry in entries)]
    unused = sorted({left for entry in entries for left in entry.unused})
    yearless = {_born(entity): entry.yearless for entry in reversed(entries) if entry.yearless}
    series = [entry.series for entry in entries if entry.series is not None]
    mapping = ColumnMap(dict(enumerate(used)), -1, [*used, *unused])
    return Preview(entity.name, name, rows, mapping, encoding, yearless=yearless, series=series)


def check_days(entity: Entity, fields: Mapping[str, Any], today: str) -> None:
    """Raise InvalidValue for what the verbs would refuse of these fields on this day: a row is named, not the file."""
    if entity.name == "member":
        check_born(fields.get("birth_year"), today)
        check_joined(fields.get("joined"), today)
    if entity.name == "swap":
        check_on(fields.get("on"), today)


def _row(reader: Reader, entity: Entity, met: Recognition, number: int, entry: Entry, today: str) -> Row:
    fields: dict[str, Any] = {}
    problems = list(entry.problems)
    for field, value in entry.fields.items():
        try:
            read = _known(reader, entity, clean(entity, {field: value}, partial=True))
            check_days(entity, read, today)
            fields |= read
            if field == "birth_year" and (doubt := doubt_born(value, today)):
                problems.append(Problem(field, doubt))
        except (InvalidValue, NotFound) as error:
            declared = entity.field(field)
            problems.append(Problem(field, error, _shown(value), bool(declared and declared.required)))
    problems += missing(entity, fields, {problem.field for problem in problems})
    return met.of(Row(number, fields, tuple(problems)), Telling(fields), id_=entry.id)


def _born(entity: Entity) -> str:
    field = entity.field("birth_year")
    return field.label if field is not None else ""


def _known(reader: Reader, entity: Entity, fields: dict[str, Any]) -> dict[str, Any]:
    """Return checked fields as they are; raises NotFound where one points at what is not in this circle."""
    for name, value in fields.items():
        field = entity.field(name)
        if field is not None and field.kind is Kind.REFERENCE and reader.find_one(field.refers_to, value) is None:
            raise NotFound("not_here", "{label}: this is not in this circle ({field}).", field=name, label=field.label)
    return fields


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
