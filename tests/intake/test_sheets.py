"""Workbooks whose list is not on their first sheet: hidden and cover sheets, several lists, old files."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event

import pytest
import xlsxwriter

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, NotFound, Refused, Unreadable
from learningcircles.intake.mapping import HEADER_LINES, KINDS, _fits
from learningcircles.intake.meanwhile import asking
from learningcircles.intake.preview import Preview, kind_in, preview
from learningcircles.intake.rows import State
from learningcircles.intake.table import read_tables
from tests.intake.test_ods import archived, cell

Rows = Sequence[Sequence[str]]
COVER: Rows = [["Liste du cercle – ne pas diffuser"]]
PEOPLE: Rows = [["Membres 2026"], ["Nom", "Prénom", "Téléphone", "Courriel"], ["Petit", "Zoë", "06", "z@x.org"]]
LAST_YEAR: Rows = [["Name", "Phone", "E-mail"], ["Bo Ek", "01", "bo@x.org"]]


def workbook(file: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> Path:
    """Write a workbook of these sheets."""
    with xlsxwriter.Workbook(file) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name in hidden:
                sheet.hide()
        next(each for each in book.worksheets() if each.name not in hidden).activate()
    return file


def looked(verbs: Verbs, file: Path, kind: str = "member", sheet: str = "") -> Preview:
    return preview(verbs.reader, kind, file, sheet=sheet, today=verbs.desk.today())


def test_the_list_behind_a_cover_is_found_and_named(verbs: Verbs, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", {"Lisez-moi": COVER, "Membres": PEOPLE})
    assert kind_in(file) == "member"
    found = looked(verbs, file)
    assert [row.fields["name"] for row in found.good] == ["Zoë Petit"]
    assert (found.sheet, list(found.sheets)) == ("Membres", [])
    one = looked(verbs, workbook(tmp_path / "b.xlsx", {"Membres": PEOPLE}))
    assert one.sheet == "", "there is nothing to tell apart"


def test_a_hidden_sheet_is_read_only_where_it_is_named(verbs: Verbs, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", {"old": LAST_YEAR, "Members": PEOPLE}, hidden=["old"])
    assert [row.fields["name"] for row in looked(verbs, file).good] == ["Zoë Petit"]
    assert [row.fields["name"] for row in looked(verbs, file, sheet="old").good] == ["Bo Ek"]
    with pytest.raises(NotFound, match=r"a\.xlsx has no sheet called none"):
        looked(verbs, file, sheet="none")


def test_a_sheet_that_is_missing_from_a_damaged_workbook_is_not_asked_for_by_no_name(tmp_path: Path) -> None:
    whole, file = workbook(tmp_path / "a.xlsx", {"Members": PEOPLE}), tmp_path / "m.xlsx"
    with zipfile.ZipFile(whole) as held, zipfile.ZipFile(file, "w") as kept:
        for name in held.namelist():
            if "worksheets/" not in name:
                kept.writestr(name, held.read(name))
    with pytest.raises(Unreadable, match=r"m\.xlsx is not a spreadsheet, or is damaged"):
        read_tables(file)


def test_a_hidden_sheet_of_libreoffice_is_passed_over(verbs: Verbs, tmp_path: Path) -> None:
    tables = "".join(
        f'<table:table table:name="{name}" table:style-name="{style}"><table:table-row>{cell("Name")}</table:table-row>'
        f"<table:table-row>{cell(person)}</table:table-row></table:table>"
        for name, style, person in (("alt", "off", "Bo Ek"), ("Liste", "on", "Zoë Petit"))
    )
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{seen}"/>'
        "</style:style>"
        for name, seen in (("off", "false"), ("on", "true"))
    )
    found = looked(verbs, archived(tmp_path / "a.ods", tables, styles))
    assert [row.fields["name"] for row in found.good] == ["Zoë Petit"]


def test_where_several_sheets_fit_all_are_named_the_best_is_shown(verbs: Verbs, tmp_path: Path) -> None:
    rooms: Rows = [["Room", "Seats"], ["Hall", "30"]]
    file = workbook(tmp_path / "a.xlsx", {"2025": LAST_YEAR, "2026": PEOPLE, "Rooms": rooms})
    found = looked(verbs, file)
    assert (found.sheet, list(found.sheets), list(found.others)) == ("2026", ["2025", "2026"], ["Rooms"])
    chosen = looked(verbs, file, sheet="2025")
    assert (chosen.sheet, list(chosen.sheets), chosen.rows[0].fields["name"]) == ("2025", [], "Bo Ek")
    assert looked(verbs, file, "place").rows[0].fields["name"] == "Hall"


def test_what_cannot_be_read_says_what_to_do(verbs: Verbs, tmp_path: Path) -> None:
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 24)
    with pytest.raises(Unreadable, match=r"old\.xls is an old spreadsheet, or damaged\. Save it as \.xlsx\."):
        looked(verbs, old)
    with pytest.raises(InvalidValue, match=r"No sheet of a\.xlsx has a column that fits exchanges\."):
        looked(verbs, workbook(tmp_path / "a.xlsx", {"a": COVER, "b": COVER}), "swap")


UNKNOWN: Rows = [["Quux", "Blorb"], ["Zoe Lind", "061122"]]


def test_a_workbook_without_known_titles_can_be_looked_at_and_read_as_somebody_says(
    verbs: Verbs, tmp_path: Path
) -> None:
    file = workbook(tmp_path / "a.xlsx", {"Info": [["Foo"], ["bar"]], "Liste": UNKNOWN})
    found = preview(verbs.reader, "member", file, anyhow=True, today=verbs.desk.today())
    assert list(found.sheets) == ["Info", "Liste"] and all(row.state is State.BLOCKED for row in found.rows)
    named = preview(verbs.reader, "member", file, columns={"Quux": "name", "Blorb": "phone"}, today=verbs.desk.today())
    assert [row.fields for row in named.good] == [{"name": "Zoe Lind", "phone": "061122"}]
    assert (named.sheet, list(named.sheets)) == ("Liste", [])
    with pytest.raises(InvalidValue, match="No sheet of"):
        looked(verbs, file)


def test_what_a_workbook_holds_is_found_once_and_can_be_cancelled(verbs: Verbs, tmp_path: Path) -> None:
    rows = [[f"some words {place} {number}" for place in range(8)] for number in range(12)]
    file = workbook(tmp_path / "a.xlsx", {f"S{number}": [*PEOPLE, *rows] for number in range(6)})
    _fits.cache_clear()
    told: list[tuple[int, int]] = []
    found = preview(
        verbs.reader, "", file, sheet="", today=verbs.desk.today(), told=lambda done, whole: told.append((done, whole))
    )
    assert (found.kind, len(found.sheets)) == ("member", 6)
    looked_at = {cell for row in [*PEOPLE, *rows][:HEADER_LINES] for cell in row}
    assert _fits.cache_info().misses == len(looked_at) * len(KINDS), "no cell is held twice against one kind"
    assert told[: 6 * len(KINDS)] == [(0, 1)] * 6 * len(KINDS), "whoever cancels is heard meanwhile"

    def stop(done: int, whole: int) -> None:
        raise Refused("cancelled", "Cancelled.")

    with pytest.raises(Refused):
        preview(verbs.reader, "", workbook(tmp_path / "b.xlsx", {"a": COVER}), today=verbs.desk.today(), told=stop)


def test_whoever_cancels_does_not_wait_for_a_step_that_cannot_be_stopped() -> None:
    goes_on, ended = Event(), Event()

    def read() -> None:
        goes_on.wait()
        ended.set()

    def stop() -> None:
        raise Refused("cancelled", "Cancelled.")

    with pytest.raises(Refused):
        asking(read, stop)
    assert not ended.is_set()
    goes_on.set()
    assert ended.wait(20) and asking(lambda: 5, lambda: None) == 5
    with pytest.raises(ValueError, match="odd"):
        asking(lambda: int("odd"), lambda: None)


def test_a_text_without_columns_is_not_looked_at(verbs: Verbs, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Quux\nBlorb\n")
    with pytest.raises(InvalidValue, match="no column that fits"):
        preview(verbs.reader, "member", tmp_path / "a.txt", anyhow=True, today=verbs.desk.today())


def test_rows_that_a_filter_hides_want_a_look(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Cover").set_row(1, None, None, {"hidden": True})
        sheet = book.add_worksheet("People & more")
        for number, name in enumerate(("Name", "Bo Ek", "Zoë Lind", "Ida Berg")):
            sheet.write(number, 0, name)
            sheet.write(number, 1, "Phone" if number == 0 else f"060{number}")
        sheet.set_row(2, None, None, {"hidden": True})
    found = looked(verbs, file)
    assert [row.fields["name"] for row in found.good] == ["Bo Ek", "Ida Berg"]
    assert [problem.sentence for problem in found.doubtful[0].problems] == ["The spreadsheet hides this row."]


def test_what_is_merged_down_a_column_is_said_of_each_row(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "Members")
        sheet.write_row(1, 0, ["Name", "Phone", "Neighbourhood"])
        for number, name in enumerate(("Bo Ek", "Zoë Lind", "Ida Berg"), 2):
            sheet.write_row(number, 0, [name, f"060{number}"])
        sheet.merge_range("C3:C4", "Quay")
    assert [row.fields.get("place") for row in looked(verbs, file).rows] == ["Quay", "Quay", None]


def test_a_table_that_begins_further_right_and_below_keeps_its_rows_and_columns(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("S")
        for at, row in enumerate([["Street", "Name"], ["", "Ana"], ["", "Bo"], ["Quay", "Cem"]], 2):
            sheet.write_row(at, 1, row)
        sheet.merge_range(3, 1, 4, 1, "Mill")
    (table,) = read_tables(file)
    assert [(line.number, line.cells) for line in table.lines] == [
        (3, ["", "Street", "Name"]), (4, ["", "Mill", "Ana"]), (5, ["", "Mill", "Bo"]), (6, ["", "Quay", "Cem"]),
    ]  # fmt: skip


def test_a_panic_of_the_library_is_raised_where_somebody_waits() -> None:
    class Panic(BaseException):
        """As that of a library in Rust, which is no Exception."""

    def read() -> None:
        raise Panic

    asked: list[int] = []

    def ask() -> None:
        asked.append(1)
        assert len(asked) < 40, "it is waited for, and for ever"

    with pytest.raises(Panic):
        asking(read, ask)
