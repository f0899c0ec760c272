"""What an import would do, before it does anything: rows with their problems and probable duplicates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from learningcircles.circle.reader import Reader
from learningcircles.circle.records import check_people_keep
from learningcircles.circle.swaps import check_opening, with_oneself
from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.registry import entity as entity_named
from learningcircles.entities.validate import clean
from learningcircles.errors import InvalidValue, NotFound, Unreadable
from learningcircles.intake import convert
from learningcircles.intake.duplicates import Known
from learningcircles.intake.mapping import BALANCE, ColumnMap, chosen, guess
from learningcircles.intake.people import People
from learningcircles.intake.table import Line, Table, read_table

_BALANCE = Field(BALANCE, "Balance", Kind.MINUTES)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell cannot be taken as it is. `blocks`: the row makes no record without it."""

    field: str
    sentence: str
    cell: str = ""
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file as a record; `number` counts as the spreadsheet does.

    `duplicate_of` is the id of a record that is probably the same, `duplicate_row` the number of an earlier
    row of this file that is. `opening`: the minutes that a member brings along, negative where they owe.
    """

    number: int
    fields: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    duplicate_of: bytes | None = None
    duplicate_row: int | None = None
    opening: int = 0

    @property
    def good(self) -> bool:
        """Whether it can be taken whole, and is new."""
        return not self.problems and self.duplicate_of is None and self.duplicate_row is None

    @property
    def blocked(self) -> bool:
        """Whether it cannot become a record at all."""
        return any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that an import screen shows; nothing has been written yet."""

    kind: str
    name: str
    rows: list[Row]
    mapping: ColumnMap
    encoding: str = ""
    delimiter: str = ""

    @property
    def good(self) -> list[Row]:
        """The rows that would be imported as they are."""
        return [row for row in self.rows if row.good]

    @property
    def doubtful(self) -> list[Row]:
        """The rows that somebody should look at."""
        return [row for row in self.rows if not row.good]


def preview(
    reader: Reader,
    kind: str,
    file: Path,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str = "",
) -> Preview:
    """Read `file` as records of `kind`. `columns` corrects the guessed mapping: {column title: target or ""}.

    Raises NotFound, Unreadable, and InvalidValue where the file as a whole cannot be read.
    """
    table = read_table(file, encoding=encoding, delimiter=delimiter, sheet=sheet)
    return preview_table(reader, entity_named(kind), table, columns or {})


def preview_table(reader: Reader, entity: Entity, table: Table, columns: Mapping[str, str]) -> Preview:
    """The same for a table that was read already."""
    check_people_keep(entity)
    if not table.lines:
        raise Unreadable("empty_table", "{file} is empty.", file=table.name)
    mapping = chosen(entity, table, columns) if columns else guess(entity, table)
    if not mapping.columns:
        raise InvalidValue(
            "no_columns", "{file} has no column that fits {kinds}.", file=table.name, kinds=entity.plural.lower()
        )
    lines = table.lines[mapping.header + 1 :]
    making = _Making(reader, entity, mapping, lines)
    rows = [making.row(line) for line in lines]
    return Preview(entity.name, table.name, rows, mapping, table.encoding, table.delimiter)


class _Making:
    """The state of one preview: how each column is meant, and who is known already."""

    def __init__(self, reader: Reader, entity: Entity, mapping: ColumnMap, lines: list[Line]) -> None:
        self.entity = entity
        self.mapping = mapping
        self.readings = {place: self._reading(place, target, lines) for place, target in mapping.columns.items()}
        self.people = People(reader)
        self.known = Known(reader, entity)

    def row(self, line: Line) -> Row:
        """Return one line as a row."""
        problems: list[Problem] = []
        fields: dict[str, Any] = {}
        for name, parts in self._by_field(line).items():
            field = self.entity.field(name)
            if field is not None:
                self._take(field, parts, fields, problems)
        problems.extend(self._missing(fields, problems))
        if self.entity.name == "swap" and fields.get("provider") and fields["provider"] == fields.get("receiver"):
            problems.append(Problem("receiver", str(with_oneself()), "", True))
        opening = self._opening(line, problems)
        record, row = self.known.match(line.number, fields)
        return Row(line.number, fields, tuple(problems), record, row, opening)

    def _opening(self, line: Line, problems: list[Problem]) -> int:
        parts = self._by_field(line).get(BALANCE, {})
        for part, (cell, _) in parts.items():
            try:
                minutes = convert.balance(_BALANCE, cell, hours=part == "hours")
                check_opening(minutes)
                return minutes
            except InvalidValue as error:
                problems.append(Problem(BALANCE, str(error), cell))
        return 0

    def _reading(self, place: int, target: str, lines: list[Line]) -> convert.Reading:
        field = self.entity.field(target.split(":")[0])
        cells = (line.cells[place] for line in lines if place < len(line.cells))
        return convert.column_reading(field, cells, hours=target.endswith(":hours")) if field else convert.Reading()

    def _by_field(self, line: Line) -> dict[str, dict[str, tuple[str, convert.Reading]]]:
        found: dict[str, dict[str, tuple[str, convert.Reading]]] = {}
        for place, target in self.mapping.columns.items():
            cell = line.cells[place] if place < len(line.cells) else ""
            if cell:
                name, _, part = target.partition(":")
                found.setdefault(name, {})[part] = (cell, self.readings[place])
        return found

    def _take(
        self,
        field: Field,
        parts: dict[str, tuple[str, convert.Reading]],
        fields: dict[str, Any],
        problems: list[Problem],
    ) -> None:
        cell = " ".join(text for text, _ in parts.values())
        try:
            value = self._value(field, parts)
            fields |= clean(self.entity, {field.name: value}, partial=True)
        except (InvalidValue, NotFound) as error:
            problems.append(Problem(field.name, str(error), cell, field.required))

    def _value(self, field: Field, parts: dict[str, tuple[str, convert.Reading]]) -> Any:
        texts = {part: text for part, (text, _) in parts.items()}
        reading = next(iter(parts.values()))[1]
        whole = texts.get("") or next(iter(texts.values()))
        if field.kind is Kind.REFERENCE:
            return self.people.id_of(whole) if field.refers_to == "member" else whole
        if field.kind is Kind.ADDRESS:
            return {part or "text": text for part, text in texts.items()}
        if field.name == "name" and "" not in texts:
            return " ".join(texts[part] for part in ("first", "last") if part in texts)
        if field.kind is Kind.LOCAL_TIME and "" not in texts:
            reading = parts["day"][1] if "day" in parts else reading
            whole = f"{texts.get('day', '')} {texts.get('hour', '')}"
        if field.kind is Kind.MINUTES:
            reading = convert.Reading(hours="" not in texts)
        return convert.converted(field, whole, reading)

    def _missing(self, fields: dict[str, Any], problems: list[Problem]) -> list[Problem]:
        told = {problem.field for problem in problems}
        return [
            Problem(field.name, f"{field.label} is missing.", "", True)
            for field in self.entity.fields
            if field.required and field.name not in told and fields.get(field.name) in (None, "", [])
        ]
