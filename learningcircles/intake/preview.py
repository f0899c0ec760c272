"""What an import would do, before it does anything: rows with their problems and probable duplicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from learningcircles.circle.people import check_born, doubt_born
from learningcircles.circle.reader import Reader
from learningcircles.circle.records import check_people_keep
from learningcircles.circle.swaps import check_opening, with_oneself
from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.registry import entity as entity_named
from learningcircles.entities.validate import check_length, clean
from learningcircles.errors import InvalidValue, NotFound, Unreadable, Usage
from learningcircles.intake import convert
from learningcircles.intake.as_days import is_ours
from learningcircles.intake.birthdays import has_no_year, is_no_day
from learningcircles.intake.cells import bare
from learningcircles.intake.corrections import NUMBER, Corrections, Telling
from learningcircles.intake.entries import ENDINGS, Read, check_days, preview_entries, read_entries
from learningcircles.intake.footers import Foot
from learningcircles.intake.mapping import (
    BALANCE,
    KINDS,
    ColumnMap,
    chosen,
    fitting,
    guess,
    is_unlike_a_list,
    likeliest,
    titled_so,
)
from learningcircles.intake.parts import address, is_family_first, joined, may_be_turned, turned
from learningcircles.intake.people import People
from learningcircles.intake.plain import folded
from learningcircles.intake.recognise import Recognition
from learningcircles.intake.records_in import ENDING as JSON
from learningcircles.intake.records_in import entries_of, fit, read_rows
from learningcircles.intake.rows import Preview, Problem, Row, Told, missing
from learningcircles.intake.table import Line, Table, bytes_of, read_tables
from learningcircles.intake.torn import one_line, whole_row
from learningcircles.intake.totals import Totals
from learningcircles.journal.caps import TEXT_BYTES
from learningcircles.zone import local_zone

__all__ = ["Preview", "Problem", "Row", "kind_in", "preview", "preview_table"]

_CONTACTS = ("phone", "email")
_BALANCE = Field(BALANCE, "Balance", Kind.MINUTES)
_FIGURES = (Kind.PHONE, Kind.EMAIL, Kind.DATE, Kind.LOCAL_TIME, Kind.INTEGER, Kind.MINUTES)
"""What no apostrophe is part of, as it is of a name: "'t Hart"."""


def preview(
    reader: Reader,
    kind: str,
    file: Path,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str = "",
    zone: str = "",
    told: Told | None = None,
    anyhow: bool = False,
    today: str,
) -> Preview:
    """Read `file` as records of `kind`, or where it is empty as those that fit best.

    `columns` corrects the guessed mapping: {column title: target or ""}. An address book (vCard) holds members, a
    calendar meetups, JSON what was exported. `zone`: in which times are written, by default this machine's. `today`,
    such as 2026-11-20, tells the century of 12/05/49. `told` hears (rows looked at, rows), and until the kind and the
    sheet are found (0, 1) again and again. Of a workbook the sheet is taken whose titles fit best, or `sheet`.
    `encoding` overrides the guess of a text (see `decode_text`); workbooks and JSON tell their own.
    `anyhow`: also a table none of whose titles is known, so that somebody may look at it and say what its columns hold.

    Raises NotFound, Unreadable, and InvalidValue where the file as a whole cannot be read.
    """
    ask = partial(told or _nobody, 0, 1)
    own = _of_own_form(reader, kind, file, zone or local_zone(), today, told or _nobody, encoding)
    if own is not None:
        return own
    tables = read_tables(file, encoding=encoding, delimiter=delimiter, sheet=sheet, ask=ask)
    entity = entity_named(kind or likeliest(*tables, ask=ask))
    table, shown, loose = _one_of(entity, tables, columns or {}, anyhow, ask)
    seen = preview_table(reader, entity, table, columns or {}, zone, told, anyhow=loose, today=today)
    sheets = [each.sheet for each in shown] if len(shown) > 1 else []
    others = [each.sheet for each in tables if each not in shown]
    return replace(seen, sheet=table.sheet if sheet or len(tables) > 1 else "", sheets=sheets, others=others)


def _of_own_form(
    reader: Reader, kind: str, file: Path, zone: str, today: str, told: Told, encoding: str | None
) -> Preview | None:
    """Return what an address book, a calendar or an export as JSON holds; None of a table."""
    ending = file.suffix.lower()
    if ending in ENDINGS:
        only = ENDINGS[ending]
        entity = entity_named(kind or only)
        if entity.name != only:
            raise Usage("not_in_format", "A file of the kind {form} holds {kinds} only.", form=ending.lstrip("."),
                        kinds=entity_named(only).plural.lower())  # fmt: skip
        check_people_keep(entity)
        read = read_entries(file, zone, today, partial(told, 0, 1), encoding)
        return preview_entries(reader, entity, read, today, zone, told)
    if ending == JSON:
        rows = read_rows(bytes_of(file), file.name)
        entity = entity_named(kind or _kind_of(rows))
        check_people_keep(entity)
        return preview_entries(reader, entity, Read(file.name, entries_of(entity, rows)), today, zone, told)
    return None


def _nobody(done: int, whole: int) -> None:
    """Nobody is told how far it is."""


def _one_of(
    entity: Entity, tables: list[Table], columns: Mapping[str, str], anyhow: bool, ask: Callable[[], None]
) -> tuple[Table, list[Table], bool]:
    """Return the table that is meant, all that may be, and whether it is shown although none of its titles is known."""
    table, meant = fitting(entity, titled_so(entity, tables, columns) if columns else tables, ask)
    unknown = not columns and not guess(entity, table).columns
    if len(tables) > 1 and unknown and not anyhow:
        kinds = entity.plural.lower()
        raise InvalidValue("no_sheet_fits", "No sheet of {file} has a column that fits {kinds}.", file=table.name,
                           kinds=kinds)  # fmt: skip
    loose = anyhow and (len(tables) > 1 or table.width > 1)  # lines without columns are a text
    return table, tables if unknown else meant, loose


def kind_in(file: Path) -> str:
    """Return the kind of record that a file holds, or whose fields its columns fit best; raises as `preview`."""
    ending = file.suffix.lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    if ending == JSON:
        return _kind_of(read_rows(bytes_of(file), file.name))
    return likeliest(*read_tables(file))


def _kind_of(rows: Sequence[Mapping[str, Any]]) -> str:
    return max(KINDS, key=lambda kind: fit(entity_named(kind), rows))


def preview_table(
    reader: Reader, entity: Entity, table: Table, columns: Mapping[str, str], zone: str = "",
    told: Told | None = None, *, anyhow: bool = False, today: str,
) -> Preview:  # fmt: skip
    """The same for a table that was read already."""
    check_people_keep(entity)
    if not table.lines:
        raise Unreadable("empty_table", "{file} is empty.", file=table.name)
    mapping = chosen(entity, table, columns) if columns else guess(entity, table)
    if not mapping.columns and not anyhow:
        raise InvalidValue(
            "no_columns", "{file} has no column that fits {kinds}.", file=table.name, kinds=entity.plural.lower()
        )
    lines = table.lines[mapping.header + 1 :]
    making = _Making(reader, entity, mapping, table, zone or local_zone(), today)
    rows = []
    for line in lines:
        rows.append(making.row(line))
        if told is not None:
            told(len(rows), len(lines))
    titles, unlike = table.lines[mapping.header].number, is_unlike_a_list(table, mapping)
    either = {mapping.titles[place]: reading.either for place, reading in making.readings.items() if reading.either}
    rows = making.recognition.settled(rows)
    read = mapping if making.recognition.numbers else mapping.without(NUMBER)
    return Preview(
        entity.name, table.name, rows, read, table.encoding, table.delimiter, titles, unlike, table.mixed, either,
        yearless=making.yearless, turned=making.turned,
    )  # fmt: skip


class _Making:
    """The state of one preview: how each column is meant, and who is known already."""

    def __init__(self, reader: Reader, entity: Entity, mapping: ColumnMap, table: Table, zone: str, today: str) -> None:
        lines = table.lines[mapping.header + 1 :]
        self.entity = entity
        self.today = today
        self.mapping = mapping
        self.zone = zone
        self.readings = {place: self._reading(place, target, lines) for place, target in mapping.columns.items()}
        self.people = People(reader)
        self.corrections = Corrections(reader, entity, self.people, zone)
        self.recognition = Recognition(reader, entity, self.corrections, self._foreign)
        self.totals = Totals(entity, mapping, lines)
        self.foot = Foot(entity, mapping, lines, self.totals.holds)
        self.delimiter = table.delimiter
        self.yearless: dict[str, str] = {}
        self.turned, self.may_be_turned = self._commas(lines)
        self.more: list[str] = []
        """What a row has several of, for its notes."""

    def _commas(self, lines: list[Line]) -> tuple[dict[str, str], bool]:
        """Return {title: a cell} of a column of names that says that the family name comes first.

        And whether one that does not say so may hold such names nevertheless.
        """
        named = next((place for place, target in self.mapping.columns.items() if target == "name"), -1)
        if self.entity.name != "member" or named < 0 or self._is_export(lines):
            return {}, False
        rows = (line for line in lines if len(line.cells) > named and not self.totals.holds(line))
        cells = [line.cells[named] for line in rows if len(line.cells[named]) <= TEXT_BYTES]
        title = self.mapping.titles[named]
        if not is_family_first(title):
            return {}, may_be_turned(cells)
        cell = next((cell for cell in cells if turned(cell) != cell), "")
        return {title: cell} if cell else {}, False

    def _is_export(self, lines: list[Line]) -> bool:
        """Return whether a list was exported here, as far as its member numbers tell: names stand in it as they are."""
        numbers = list(filter(None, map(self._number, lines)))
        return self._is_ours() and (not numbers or any(map(is_ours, numbers)))

    def row(self, line: Line) -> Row:
        """Return one line as a row."""
        problems: list[Problem] = [Problem("", _hidden(), unmeant=True)] if line.hidden else []
        fields: dict[str, Any] = {}
        self.more.clear()
        for name, parts in self._by_field(line).items():
            field = self.entity.field(name)
            if field is not None and field.settable:
                self._take(line, field, parts, fields, problems)
        if torn := whole_row(line, self.mapping, self.delimiter):
            return Row(line.number, fields, (Problem("", torn, "", True),))
        problems.extend(missing(self.entity, fields, {problem.field for problem in problems}))
        if self.entity.name == "swap" and fields.get("provider") and fields["provider"] == fields.get("receiver"):
            problems.append(Problem("receiver", with_oneself(), "", True))
        if self.totals.holds(line):
            problems.append(Problem(self.entity.title, _adds_up(self.entity.title), unmeant=True))
        elif self.foot.holds(line):
            problems.append(Problem(self.entity.title, _alone(self.entity.title), unmeant=True))
        balance = self._opening(line, problems)
        number = self._number(line)
        in_parts = "" not in self._by_field(line).get("name", {"": None})
        told = Telling(self._but_half_a_name(line, fields), self._empty(line), balance, in_parts)
        problems.extend(self.corrections.doubts(number, told.fields))
        row = Row(line.number, fields, tuple(problems), opening=balance or 0, more=tuple(self.more))
        return self.recognition.of(row, told, number)

    def _empty(self, line: Line) -> set[str]:
        """Return the targets of columns that say nothing here, but for the parts of what stands here as a whole.

        What a formula that failed was to fill is not known to be empty, nor are the other parts of it.
        """
        filled = self._by_field(line)
        unknown = {self._named(place) for place in self.mapping.columns if place in line.failed}
        return {
            each
            for place, each in self.mapping.columns.items()
            if self._named(place) not in unknown
            and not filled.get(each.partition(":")[0], {}).keys() & {"", each.partition(":")[2]}
        }

    def _named(self, place: int) -> str:
        """Return the field that a column holds, or holds a part of."""
        return self.mapping.columns[place].partition(":")[0]

    def _opening(self, line: Line, problems: list[Problem]) -> int | None:
        parts = self._by_field(line).get(BALANCE, {})
        for part, (cell, _) in parts.items():
            try:
                check_length(_BALANCE, cell)
                minutes = convert.balance(_BALANCE, cell, hours=part == "hours")
                check_opening(minutes)
                return minutes
            except InvalidValue as error:
                problems.append(Problem(BALANCE, error, cell))
        return None

    def _but_half_a_name(self, line: Line, fields: dict[str, Any]) -> dict[str, Any]:
        """Leave out a name of which the list has one part alone: nobody loses the other one by that."""
        parts = self._by_field(line).get("name", {}).keys()
        half = self.entity.name == "member" and "" not in parts and not {"first", "last"} <= parts
        return {name: value for name, value in fields.items() if not (half and name == "name")}

    def _foreign(self, number: str) -> list[str]:
        """Return a member number of elsewhere for the notes; one as this program gives them is given anew."""
        ours = self._is_ours() and is_ours(number)
        return [f"{self.mapping.title_of(NUMBER)}: {number}"] if number and not ours else []

    def _is_ours(self) -> bool:
        """Return whether a list may be an export of this program, by the title of its member numbers."""
        field = self.entity.field(NUMBER)
        return field is not None and folded(self.mapping.title_of(NUMBER)) == folded(field.label)

    def _number(self, line: Line) -> str:
        return "".join(cell for cell, _ in self._by_field(line).get(NUMBER, {}).values())

    def _reading(self, place: int, target: str, lines: list[Line]) -> convert.Reading:
        field = self.entity.field(target.split(":")[0])
        # What is longer than any field is refused unread (`_take`): reading megabytes as a day takes minutes.
        cells = (self._cell(line, place, target) for line in lines)
        cells = (cell for cell in cells if len(cell) <= TEXT_BYTES)
        part = target.partition(":")[2]
        return convert.column_reading(field, cells, part=part, today=self.today) if field else convert.Reading()

    def _by_field(self, line: Line) -> dict[str, dict[str, tuple[str, convert.Reading]]]:
        found: dict[str, dict[str, tuple[str, convert.Reading]]] = {}
        for place, target in self.mapping.columns.items():
            cell = self._cell(line, place, target)
            name, _, part = target.partition(":")
            if cell and not (name in _CONTACTS and convert.says_nothing(cell)):
                found.setdefault(name, {}).setdefault(part, (cell, self.readings[place]))
        return found

    def _cell(self, line: Line, place: int, target: str) -> str:
        cell = line.cells[place] if place < len(line.cells) else ""
        field = self.entity.field(target.partition(":")[0])
        return bare(cell) if field is None or field.name == NUMBER or field.kind in _FIGURES else cell

    def _others(self, line: Line, field: Field, taken: str) -> list[str]:
        """Return what further columns of a telephone or an e-mail say besides what was taken."""
        places = [place for place, target in self.mapping.columns.items() if target == field.name]
        cells = [self._cell(line, place, field.name) for place in places]
        several = [each for cell in cells if not convert.says_nothing(cell) for each in convert.contacts(field, cell)]
        return [each for each in dict.fromkeys(several) if each != taken]

    def _take(
        self,
        line: Line,
        field: Field,
        parts: dict[str, tuple[str, convert.Reading]],
        fields: dict[str, Any],
        problems: list[Problem],
    ) -> None:
        cell = " ".join(text for text, _ in parts.values())
        if field.kind is Kind.DATE and is_no_day(cell):
            return
        if field.name == "birth_year" and self._without_year(cell):
            return
        cell, parts = self._first(line, field, cell, parts)
        try:
            check_length(field, cell)
            one_line(field, cell, self.delimiter)
            value = self._value(field, parts)
            if field.name == "birth_year":
                check_born(value, self.today)
            read = clean(self.entity, {field.name: value}, partial=True, zone=self.zone)
            check_days(self.entity, read, self.today)
            fields |= read
            if field.name == "birth_year" and (doubt := doubt_born(value, self.today)):
                problems.append(Problem(field.name, doubt))
            if field.name == "name" and self.may_be_turned and "" in parts and turned(value) != value:
                problems.append(Problem(field.name, _may_be_turned(value)))
        except (InvalidValue, NotFound) as error:
            problems.append(Problem(field.name, error, cell, field.required))

    def _without_year(self, cell: str) -> bool:
        """Return whether a cell gives no year of birth, and keep the first that has a day all the same."""
        if is_no_day(cell):
            return True
        if not has_no_year(cell):
            return False
        place = next(place for place, target in self.mapping.columns.items() if target == "birth_year")
        self.yearless.setdefault(self.mapping.titles[place], cell)
        return True

    def _first(
        self, line: Line, field: Field, cell: str, parts: dict[str, tuple[str, convert.Reading]]
    ) -> tuple[str, dict[str, tuple[str, convert.Reading]]]:
        """Take the first of several telephones, of columns or in a cell as Google writes them; notes keep the rest."""
        if field.kind not in (Kind.PHONE, Kind.EMAIL):
            return cell, parts
        first = next(iter(convert.contacts(field, cell)), cell)
        label = "tel" if field.kind is Kind.PHONE else "email"
        self.more += [f"{label}: {each}" for each in self._others(line, field, first)]
        (part, (_, reading)), *_ = parts.items()
        return first, {part: (first, reading)}

    def _value(self, field: Field, parts: dict[str, tuple[str, convert.Reading]]) -> Any:
        texts = {part: text for part, (text, _) in parts.items()}
        reading = next(iter(parts.values()))[1]
        whole = texts.get("") or next(iter(texts.values()))
        if field.kind is Kind.REFERENCE:
            known = {"member": self.people.id_of, "meetup": self.people.gatherings.id_of}.get(field.refers_to)
            return known(whole) if known is not None else whole
        if field.kind is Kind.ADDRESS:
            return address(texts)
        if field.name == "name" and texts.keys() != {""}:
            return joined(texts)
        if field.name == "name" and self.turned:
            return turned(whole)
        if field.kind is Kind.LOCAL_TIME and "" not in texts:
            reading = parts["day"][1] if "day" in parts else reading
            whole = f"{texts.get('day', '')} {texts.get('hour', '')}"
        if field.kind is Kind.MINUTES:
            reading = parts[""][1] if "" in parts else reading
        return convert.converted(field, whole, reading)


def _adds_up(field: str) -> InvalidValue:
    return InvalidValue("adds_up", "This line probably adds the others up ({field}).", field=field)


def _may_be_turned(name: str) -> InvalidValue:
    return InvalidValue(
        "may_be_turned", "Is all of “{value}” the name? Where the family name comes first, write “Last name first name”"
        " above the column.", field="name", value=name,
    )  # fmt: skip


def _hidden() -> InvalidValue:
    return InvalidValue("hidden_row", "The spreadsheet hides this row.")


def _alone(field: str) -> InvalidValue:
    return InvalidValue("alone", "Nothing else stands in this line: does it belong to the list ({field})?", field=field)
