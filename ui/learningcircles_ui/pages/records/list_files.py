"""A table of records saved as a file or printed: all its rows, as filtered, sorted and arranged."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.entities.people import MEMBER
from learningcircles.entities.registry import entity as declared
from learningcircles.intake.export import FORMATS, KINDS, export, table
from learningcircles.intake.people import People
from learningcircles.laptop.files import write_whole
from learningcircles.papers.subjects import on_table
from learningcircles_ui import text
from learningcircles_ui.pages.records.lists import AtHand, Listed
from learningcircles_ui.pages.records.written import Printed, Written, ask_as, print_sheet, save_as, write_sheet
from learningcircles_ui.parts.namesakes import Numbered
from learningcircles_ui.parts.table_model import Cell, Column, RecordsModel
from learningcircles_ui.print.listing import Sheet, Told, counted
from learningcircles_ui.print.preview import chosen_paper
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate
_TABLES = ("csv", "xlsx")
_NUMBER = next(each for each in MEMBER.fields if each.name == "number")
Each = TypeVar("Each")


def formats_of(kind: str, *, records: bool = True) -> dict[str, str]:
    """Return ending → words for every format that holds records of a kind, the likeliest first.

    Without `records` for those that hold what is seen, whatever that is.
    """
    seen = {
        "xlsx": translate("Lists", "Spreadsheet (Excel), as the list is seen"),
        "csv": translate("Lists", "CSV table, as the list is seen"),
        "pdf": translate("Lists", "PDF, as the list is seen"),
    }
    if not records:
        return seen
    words = {
        **seen,
        "vcf": translate("Lists", "Address book (vCard)"),
        "ics": translate("Lists", "Calendar (iCalendar)"),
        "json": translate("Lists", "Everything, for programs (JSON)"),
    }
    return {ending: said for ending, said in words.items() if KINDS.get(ending, kind) == kind}


def in_full(kind: str) -> dict[str, str]:
    """Return words → ending for the tables that hold every field of the records, seen or not."""
    people = kind == "member"
    sheet = translate("Lists", "All details of these people, as a spreadsheet (Excel)")
    words = translate("Lists", "All details of these people, as a CSV table")
    if not people:
        sheet = translate("Lists", "All details, as a spreadsheet (Excel)")
        words = translate("Lists", "All details, as a CSV table")
    return {sheet: "xlsx", words: "csv"}


def ask_where(listed: Listed) -> None:
    """Ask for a file, whose ending says what it is; then save the list."""
    if listed.at_hand is not None:
        ask_where_to(listed.shell, listed.table, listed.at_hand())
        return
    seen = {words: ending for ending, words in formats_of(listed.kind, records=listed.records).items()}
    full = in_full(listed.kind) if listed.records else {}

    def save(path: Path, chosen: str) -> None:
        save_list(listed, path, full=chosen in full)

    ask_as(listed.table, listed.table.accessibleName(), seen | full, save)


def ask_where_to(shell: Shell, parent: QWidget, held: AtHand) -> None:
    """Ask for a file, and save rows that are at hand."""
    kinds = {words: ending for ending, words in formats_of("", records=False).items()}
    ask_as(parent, held.title, kinds, lambda path, _: save_at_hand(shell, parent, held, path))


def save_list(listed: Listed, path: Path, *, full: bool = False) -> None:
    """Write all rows of the list, as filtered and sorted, into a file; it is told to whom it is readable.

    A table holds the columns that are seen, and what the records are called; with `full` every field of the records.
    """
    if listed.at_hand is not None:
        save_at_hand(listed.shell, listed.table, listed.at_hand(), path)
        return
    shell, form = listed.shell, path.suffix.lower().lstrip(".")
    model = _model(listed)

    def write(reader: Reader, told: Told) -> Written:
        return Written(into_file(reader, told), _standing(listed, reader))

    def into_file(reader: Reader, told: Told) -> int:
        if form in FORMATS and listed.records and (full or form not in _TABLES):
            return export(reader, listed.kind, form, path, ids=model.every(reader), told=told)
        if form in _TABLES:
            headings, rows = read_table(listed, _named(listed, columns), reader, told)
            write_whole(path, table(_of(listed), form, headings, rows))
            return len(rows)
        return write_sheet(path, paper, read_sheet(listed, columns, reader, told)._replace(narrowed=narrowed), told)

    columns, paper, narrowed = listed.table.wanted_columns(), chosen_paper(shell), _narrowed(listed)
    save_as(shell, listed.table, path, write)


def save_at_hand(shell: Shell, parent: QWidget, held: AtHand, path: Path) -> None:
    """Write rows that are at hand into a file; it is told to whom it is readable."""
    form, paper = path.suffix.lower().lstrip("."), chosen_paper(shell)

    def write(reader: Reader, told: Told) -> Written:
        sheet, about = _sheet_of(held, reader)
        if form in _TABLES:
            write_whole(path, table(None, form, list(held.headings), held.rows))
            return Written(len(held.rows), about)
        return Written(write_sheet(path, paper, sheet, told), about)

    save_as(shell, parent, path, write)


def print_list(listed: Listed) -> None:
    """Show the list as it will be on paper: its columns as they stand."""
    if listed.at_hand is not None:
        held = listed.at_hand()
        print_sheet(listed.shell, listed.table, held.title, lambda reader, _: _sheet_of(held, reader))
        return
    columns, narrowed = listed.table.wanted_columns(), _narrowed(listed)

    def read(reader: Reader, told: Told) -> Printed:
        sheet = read_sheet(listed, columns, reader, told)._replace(narrowed=narrowed)
        return sheet, _standing(listed, reader)

    print_sheet(listed.shell, listed.table, listed.table.accessibleName(), read)


def _standing(listed: Listed, reader: Reader) -> Collection[bytes] | None:
    """Return which records stand on a list, by what they name as well; None where its rows are no records."""
    return on_table(reader, listed.kind, _model(listed).every(reader)) if listed.records else None


def _narrowed(listed: Listed) -> str:
    """Return by what a list is narrowed now: its filter, and the words that are searched."""
    words = _model(listed).question.text.strip()
    searched = translate("Lists", "“{words}”").format(words=words) if words else ""
    return "  ·  ".join(part for part in (listed.table.narrowed(), searched) if part)


def read_sheet(listed: Listed, columns: list[int], reader: Reader, told: Told) -> Sheet:
    """Read all rows of a list as texts; on the reader's thread."""
    shown = [_model(listed).column(at) for at in columns]
    people = Numbered(reader)
    rows = _rows(listed, lambda row: [_on_paper(column, row, people) for column in shown], reader, told)
    circle = _circle_name(reader)
    headers, right = [column.title for column in shown], [column.right for column in shown]
    kind = _of(listed)
    title = text.kind_label(kind, plural=True) if kind is not None else listed.table.accessibleName()
    return Sheet(title, circle, headers, right, rows)


def _sheet_of(held: AtHand, reader: Reader) -> Printed:
    numbers, circle = [False] * len(held.headings), _circle_name(reader)
    sheet = Sheet(held.title, circle, held.headings, numbers, held.rows, narrowed=held.narrowed)
    return sheet, held.about(reader) if held.about is not None else None


def _circle_name(reader: Reader) -> str:
    charter = reader.find_one("!charter", reader.circle)
    return str(charter.get("name", "")) if charter else ""


def read_table(listed: Listed, columns: list[int], reader: Reader, told: Told) -> tuple[list[str], list[list[Cell]]]:
    """Read all rows of a list as cells of a file, with their titles; on the reader's thread.

    A list of people in which not every name is one person's tells the numbers, too: an import knows them by these.
    """
    shown = [_model(listed).column(at) for at in columns]
    people, numbers = People(reader), list[str]()
    named = next((at for at, column in enumerate(shown) if column.number is not None), None)

    def cells(row: object) -> list[Cell]:
        numbers.extend(column.number(row) for column in shown if column.number is not None)
        return [_in_a_file(column, row, people, reader) for column in shown]

    rows = _rows(listed, cells, reader, told)
    headings = [column.heading or column.title for column in shown]
    if named is not None and not all(people.is_only(str(row[named])) for row in rows):
        headings.insert(named + 1, text.field_label(_NUMBER))
        for row, number in zip(rows, numbers, strict=True):
            row.insert(named + 1, number)
    return headings, rows


def _rows(listed: Listed, cells: Callable[[object], list[Each]], reader: Reader, told: Told) -> list[list[Each]]:
    model, rows = _model(listed), list[list[Each]]()
    whole = len(model.every(reader))
    for row in model.every_row(reader):
        rows.append(cells(row))
        told(len(rows), whole)
    return rows


def _on_paper(column: Column[object], row: object, people: Numbered) -> str:
    if column.number is not None:
        return people.by(column.number(row), column.text(row))
    if column.member is not None:
        return people.of(column.member(row), column.text(row))
    return counted(column.text(row), column.people(row)) if column.people else column.text(row)


def _in_a_file(column: Column[object], row: object, people: People, reader: Reader) -> Cell:
    """Numbers of people are a number where they are told at all."""
    if column.member is not None:
        return _told_apart(column.text(row), column.member(row), people, reader)
    if column.people is not None:
        many = column.people(row)
        return counted("", many) or many or ""
    return column.cell(row) if column.cell is not None else column.text(row)


def _told_apart(name: str, id_: object, people: People, reader: Reader) -> str:
    """Return a member's name, or what an import knows them by where others have it, too."""
    member = None if not isinstance(id_, bytes) or people.is_only(name) else reader.find_one("member", id_)
    return name if member is None else str(member["number"] or member.id.hex())


def _named(listed: Listed, columns: list[int]) -> list[int]:
    """Return the columns, and before them the one with what the records are called, where it is hidden."""
    model, kind = _model(listed), _of(listed)
    called = kind.title if kind is not None else "name"
    hidden = [at for at in range(model.columnCount()) if model.column(at).order == called and at not in columns]
    return [*hidden, *columns]


def _of(listed: Listed) -> Entity | None:
    """Return what the rows are records of, or were counted by; None where that is nothing of this circle."""
    return declared(listed.kind) if listed.kind else None


def _model(listed: Listed) -> RecordsModel[object]:
    model = listed.table.model()
    assert isinstance(model, RecordsModel)
    return model
