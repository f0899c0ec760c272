"""A table of records saved as a file or printed: all its rows, as filtered, sorted and arranged."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.entities.registry import entity as declared
from learningcircles.intake.export import FORMATS, KINDS, export, table
from learningcircles.intake.people import People
from learningcircles.laptop.copies import EXPORT, note_copy
from learningcircles.laptop.files import write_whole
from learningcircles.papers.subjects import on_table
from learningcircles_ui import text
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.parts.files import ask_to_save
from learningcircles_ui.parts.progress import Progress, tell_cancelled
from learningcircles_ui.parts.table_model import Cell, Column, RecordsModel
from learningcircles_ui.print.listing import Sheet, Told, counted, draw_list
from learningcircles_ui.print.paper import Paper, pdf_bytes
from learningcircles_ui.print.preview import PrintPreview, chosen_paper
from learningcircles_ui.worker import Then

translate = QCoreApplication.translate
_TABLES = ("csv", "xlsx")
Each = TypeVar("Each")


class Written(NamedTuple):
    """How many rows are in a file, and which records, where that is known."""

    rows: int
    about: Collection[bytes] | None


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
    title = listed.table.accessibleName()
    seen = {words: ending for ending, words in formats_of(listed.kind, records=listed.records).items()}
    full = in_full(listed.kind) if listed.records else {}
    kinds = seen | full
    offered = {f"{words} (*.{ending})": words for words, ending in kinds.items()}
    suggested = f"{title} {text.today()}".replace("/", "-")
    asked = translate("Lists", "Save “{list}” as").format(list=title)

    def save(path: Path) -> None:
        chosen = which(dialog.selectedNameFilter())
        given = path.suffix.lower().lstrip(".")
        whole = path if given in kinds.values() else path.with_name(f"{path.name}.{kinds[chosen]}")
        save_list(listed, whole, full=chosen in full)

    dialog = ask_to_save(listed.table, asked, suggested, ";;".join(offered), save)

    def which(shown: str) -> str:
        return offered.get(shown, shown)  # some systems show the words alone

    def ends(shown: str) -> None:
        dialog.setDefaultSuffix(kinds[which(shown)])

    dialog.filterSelected.connect(ends)
    ends(dialog.selectedNameFilter())  # else the dialog looks whether a file of another name is there


def save_list(listed: Listed, path: Path, *, full: bool = False) -> None:
    """Write all rows of the list, as filtered and sorted, into a file; it is told to whom it is readable.

    A table holds the columns that are seen, and what the records are called; with `full` every field of the records.
    """
    shell, form = listed.shell, path.suffix.lower().lstrip(".")
    progress = Progress(translate("Lists", "Saving {file}").format(file=path.name), listed.table.window())
    model = _model(listed)

    def write(reader: Reader) -> Written:
        return Written(into_file(reader), _standing(listed, reader))

    def into_file(reader: Reader) -> int:
        if form in FORMATS and listed.records and (full or form not in _TABLES):
            return export(reader, listed.kind, form, path, ids=model.every(reader), told=progress.told)
        if form in _TABLES:
            headings, rows = read_table(listed, _named(listed, columns), reader, progress.told)
            write_whole(path, table(_of(listed), form, headings, rows))
            return len(rows)
        sheet = read_sheet(listed, columns, reader, progress.told)._replace(narrowed=narrowed)
        write_whole(path, pdf_bytes(lambda page: draw_list(page, sheet, progress.told), paper, sheet.title))
        return len(sheet.rows)

    def done(written: Written) -> None:
        count, about = written
        shell.tasks.mutate(lambda verbs: note_copy(verbs.circle, EXPORT, str(path.absolute()), about=about))
        words = translate("Lists", "%n row(s) are in {file}. Whoever has the file can read it.", "", count)
        shell.signals.said.emit(text.grouped(words, count).format(file=path.name), b"")

    columns, paper, narrowed = listed.table.wanted_columns(), chosen_paper(shell), _narrowed(listed)

    def begin(then: Then, failed: Then) -> None:
        shell.tasks.query_long(write, then, failed, finishes=True)

    progress.run(begin, done, tell_cancelled(shell))


def print_list(listed: Listed) -> None:
    """Show the list as it will be on paper: its columns as they stand."""
    shell, title = listed.shell, listed.table.accessibleName()
    progress = Progress(translate("Lists", "Print “{list}”").format(list=title), listed.table.window())
    columns, narrowed = listed.table.wanted_columns(), _narrowed(listed)

    def show(read: tuple[Sheet, Collection[bytes] | None]) -> None:
        sheet, about = read

        def draw(page: Paper) -> None:
            draw_list(page, sheet._replace(narrowed=narrowed))

        note = translate("Lists", "Whoever finds the paper can read it.")
        PrintPreview(shell, title, draw, listed.table.window(), note=note, about=about).open()

    def read(then: Then, failed: Then) -> None:
        shell.tasks.query_long(
            lambda reader: (read_sheet(listed, columns, reader, progress.told), _standing(listed, reader)),
            then, failed, stop=progress.stop,
        )  # fmt: skip

    progress.run(read, show, tell_cancelled(shell))


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
    rows = _rows(listed, lambda row: [_on_paper(column, row) for column in shown], reader, told)
    charter = reader.find_one("!charter", reader.circle)
    circle = str(charter.get("name", "")) if charter else ""
    headers, right = [column.title for column in shown], [column.right for column in shown]
    kind = _of(listed)
    title = text.kind_label(kind, plural=True) if kind is not None else listed.table.accessibleName()
    return Sheet(title, circle, headers, right, rows)


def read_table(listed: Listed, columns: list[int], reader: Reader, told: Told) -> tuple[list[str], list[list[Cell]]]:
    """Read all rows of a list as cells of a file, with their titles; on the reader's thread."""
    shown = [_model(listed).column(at) for at in columns]
    people = People(reader)
    rows = _rows(listed, lambda row: [_in_a_file(column, row, people, reader) for column in shown], reader, told)
    return [column.heading or column.title for column in shown], rows


def _rows(listed: Listed, cells: Callable[[object], list[Each]], reader: Reader, told: Told) -> list[list[Each]]:
    model, rows = _model(listed), list[list[Each]]()
    whole = len(model.every(reader))
    for row in model.every_row(reader):
        rows.append(cells(row))
        told(len(rows), whole)
    return rows


def _on_paper(column: Column[object], row: object) -> str:
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
