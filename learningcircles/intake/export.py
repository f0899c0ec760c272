"""Records as files that other programs read. They are readable by anyone: whoever exports is told so."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.registry import entity as entity_named
from learningcircles.errors import InvalidValue, Usage
from learningcircles.intake.calendars import calendar
from learningcircles.intake.cards import cards
from learningcircles.intake.cells import entity_title, guarded, moment_cell, titled
from learningcircles.intake.people import People
from learningcircles.intake.rows import Told
from learningcircles.laptop.files import write_whole
from learningcircles.laptop.workroom import Workroom, clear_left
from learningcircles.lazy import lazy
from learningcircles.zone import local_zone

FORMATS = ("csv", "xlsx", "json", "ics", "vcf")
Cell = str | int | float
_AT_ONCE = 200
_PIECE = 64 * 1024
ADDRESS_PARTS = ("text", "street", "postcode", "city", "country")
"""In the order in which people write them."""
FORMER_MEMBER = "A former member"
"""Who was erased since, in a table: nobody is found by it, so such a row is left out where it is brought in again."""
KINDS = {"ics": "meetup", "vcf": "member"}
"""The one kind of record that a format can hold; the others hold every kind."""


def export(
    reader: Reader,
    kind: str,
    form: str,
    file: Path,
    *,
    ids: Sequence[bytes] | None = None,
    zone: str = "",
    told: Told | None = None,
) -> int:
    """Write records of `kind` (`ids`, or all that are not removed) to `file`; return how many.

    In a table, times of another zone than `zone`, by default this machine's, name theirs. `told` hears (records read,
    records); what it raises stops the work. Raises InvalidValue for an unknown format, Usage for a kind that the format
    cannot hold, and Refused when the file cannot be written; what it held before stays then.
    """
    entity = entity_named(kind)
    _check_format(entity, form)
    wanted = list(ids) if ids is not None else reader.ids(entity.name, order=entity.title)
    read = 0

    def pages() -> Iterator[Sequence[Record]]:
        nonlocal read
        for begin in range(0, len(wanted), _AT_ONCE):
            yield (page := reader.many(entity.name, wanted[begin : begin + _AT_ONCE]))
            read += len(page)
            if told is not None:
                told(read, len(wanted))

    write_whole(file, exported(reader, entity, form, pages(), zone or local_zone()))
    return read


def exported(
    reader: Reader,
    entity: Entity,
    form: str,
    pages: Iterable[Sequence[Record]],
    zone: str,
) -> Iterable[bytes]:
    """Return the bytes of an export, piece by piece where the format lets it; a workbook is made in a `Workroom`.

    A calendar is held whole: the rules of its zones stand first, and depend on all its days.
    """
    if form == "json":
        return _json(pages)
    if form == "ics":
        return [calendar(list(chain.from_iterable(pages)), datetime.datetime.now(datetime.UTC))]
    if form == "vcf":
        return map(cards, pages)
    header = [entity_title(entity) if field.name == entity.title else titled(field) for field in entity.read]
    people = People(reader)
    rows = (row for page in pages for row in cells(reader, entity, page, zone, people))
    if form == "csv":
        return _csv(header, rows)
    return _xlsx_pieces(entity, header, rows)


def table(entity: Entity | None, form: str, header: list[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows of cells as "csv" or "xlsx"; no cell is a formula there. A float is hours (see `cells.in_hours`).

    `entity` names the sheet: what the rows are about, None where it is no kind of record.
    """
    return b"".join(_csv(header, rows)) if form == "csv" else _xlsx(entity, header, rows)


def cells(
    reader: Reader, entity: Entity, records: Sequence[Record], zone: str, people: People | None = None
) -> list[list[str | int]]:
    """Return the records as rows of a table, a cell for each field, with names in place of ids.

    Times of another zone than `zone` name theirs. `people`: the circle's, for whoever asks page by page.
    """
    names = _names(reader, entity, records, people or People(reader))
    return [[_cell(field, record.get(field.name), names, zone) for field in entity.read] for record in records]


def _check_format(entity: Entity, form: str) -> None:
    if form not in FORMATS:
        raise InvalidValue("no_format", "Records are exported as {formats}, not {form}.", field="format", form=form,
                           formats=", ".join(FORMATS))  # fmt: skip
    only = KINDS.get(form, entity.name)
    if only != entity.name:
        raise Usage("not_in_format", "A file of the kind {form} holds {kinds} only.", form=form,
                    kinds=entity_named(only).plural.lower())  # fmt: skip


def plain(value: Any) -> Any:
    """Return a stored value as JSON has it: ids as 32 hex digits."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def _json(pages: Iterable[Sequence[Record]]) -> Iterator[bytes]:
    """Yield a list of objects, as `json.dumps` indents it, a page at a time.

    Not record by record: each call that indents leaves a cycle of closures behind, larger than the record.
    """
    begun = False
    for page in pages:
        rows = [{"id": one.id.hex(), "entity": one.entity, **plain(one.fields), "deleted": one.deleted} for one in page]
        if rows:
            lines = json.dumps(rows, ensure_ascii=False, indent=1).removeprefix("[\n").removesuffix("\n]")
            yield f"{',' if begun else '['}\n{lines}".encode()
            begun = True
    yield b"\n]\n" if begun else b"[]\n"


def _csv(header: list[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(header)
    yield held.getvalue().encode("utf-8-sig")  # without the mark Excel takes it for another encoding
    for row in rows:
        held.seek(0)
        held.truncate()
        writer.writerow([_as_text(cell) for cell in row])
        yield held.getvalue().encode()


def _as_text(cell: Cell) -> str | int:
    """Hours have a point and a minus of ASCII, whatever the language, since commas part the cells."""
    if isinstance(cell, float):
        return f"{cell:.4f}".removesuffix("00")
    return guarded(cell) if isinstance(cell, str) else cell


def _xlsx(entity: Entity | None, header: list[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    held = io.BytesIO()
    with lazy("xlsxwriter").Workbook(held, {"in_memory": True}) as book:
        _fill(book, entity, header, rows)
    return held.getvalue()


def _xlsx_pieces(entity: Entity | None, header: list[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Yield a workbook of which one row at a time is held, the others in a folder that lasts as long as this."""
    clear_left()  # of people, in plain, where an export was killed
    with Workroom() as room:
        made = room.folder / "book"
        try:
            with lazy("xlsxwriter").Workbook(str(made), {"constant_memory": True, "tmpdir": str(room.folder)}) as book:
                _fill(book, entity, header, rows)
        except lazy("xlsxwriter.exceptions").FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(*error.args) from error
        with made.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _fill(book: Any, entity: Entity | None, header: list[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(entity.plural[:31] if entity is not None else None)
    bold, hours = book.add_format({"bold": True}), book.add_format({"num_format": "0.00"})
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(header):
        sheet.write_string(0, column, title, bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            # write() would turn "=1+1" into a formula and "007" into 7.
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            else:
                sheet.write_number(number, column, cell, hours if isinstance(cell, float) else None)


def _names(reader: Reader, entity: Entity, records: Sequence[Record], people: People) -> dict[bytes, str]:
    """The names behind references, so that a file can be read and imported elsewhere."""
    wanted: dict[str, set[bytes]] = {}
    for field in entity.fields:
        if field.kind is Kind.REFERENCE:
            ids = {record.get(field.name) for record in records}
            wanted.setdefault(field.refers_to, set()).update(each for each in ids if isinstance(each, bytes))
    return {
        id_: _name_of(people, kind, record)
        for kind, ids in wanted.items()
        for id_ in ids
        if (record := reader.find_one(kind, id_)) is not None
    }


def _name_of(people: People, kind: str, record: Record) -> str:
    """A name; where two members share it, what tells them apart and an import understands as well."""
    if kind == "meetup":
        return people.gatherings.name_of(record)
    name = str(record.get(entity_named(kind).title) or "")
    if kind != "member" or people.is_only(name):
        return name
    return str(record["email"] or record["number"] or record.id.hex())


def _cell(field: Field, value: Any, names: dict[bytes, str], zone: str) -> str | int:
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, bytes):
        return names.get(value) or (FORMER_MEMBER if field.refers_to == "member" else value.hex())
    if isinstance(value, list):
        return _joined([str(each) for each in value])
    if isinstance(value, dict):
        return _compound(field, value, zone)
    return value if isinstance(value, int) else str(value)


def _joined(values: list[str]) -> str:
    """Several values in a cell, with a mark that none of them holds, so that they are read back as they were."""
    mark = "\n" if any(";" in each for each in values) else "; "
    alone = len(values) == 1 and re.search("[,;|/]", values[0])
    return mark.join(values) + (f"{mark.strip(' ')};" if alone and mark == "\n" else ";" if alone else "")


def _compound(field: Field, value: dict[str, Any], zone: str) -> str:
    if field.kind is Kind.LOCAL_TIME:
        return moment_cell(value, zone)
    known = {part: value[part] for part in ADDRESS_PARTS if part in value}
    return ", ".join(str(part) for part in {**known, **value}.values() if part)
