"""Lists as LibreOffice keeps them, with its repeated empty cells and rows to the end of the sheet."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.intake.hidden import Apart, apart_in
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles.intake.table import read_tables

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
KIND = "application/vnd.oasis.opendocument.spreadsheet"
REST = '<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="1024"/>'
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def cell(words: str, *, kind: str = "string", value: str = "") -> str:
    """Return a cell: its kind, what it is, what it shows."""
    told = {
        "date": f'office:date-value="{value}"',
        "time": f'office:time-value="{value}"',
        "float": f'office:value="{value}"',
    }
    opens = f'<table:table-cell office:value-type="{kind}" {told.get(kind, "")}>'
    return f"{opens}<text:p>{escape(words)}</text:p></table:table-cell>"


def written(file: Path, rows: list[list[str]]) -> Path:
    """Write rows of cells as LibreOffice does."""
    lines = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    return archived(file, f'<table:table table:name="Feuille1">{lines}{REST}</table:table-row></table:table>')


def archived(file: Path, tables: str, styles: str = "") -> Path:
    """Write tables and their styles as a workbook."""
    content = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0"
 xmlns:text="{OASIS}:text:1.0" xmlns:style="{OASIS}:style:1.0" office:version="1.3">
<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>
{tables}
</office:spreadsheet></office:body></office:document-content>"""
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        made.writestr("META-INF/manifest.xml", MANIFEST)
        made.writestr("content.xml", content)
    return file


def test_people_of_a_libreoffice_list_come_in_as_they_are(verbs: Verbs, tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="1021"/>'
    file = written(tmp_path / "liste.ods", [
        [cell("Nom"), cell("Téléphone"), cell("Membre depuis"), empty],
        [empty], [empty],
        [cell("Zoë O’Neill"), cell("0123"), cell("01/03/20", kind="date", value="2020-03-01")],
        [cell("'Ñuño"), cell("612345678", kind="float", value="612345678")],
    ])  # fmt: skip
    seen = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert [(row.number, row.fields) for row in seen.rows] == [
        (4, {"name": "Zoë O’Neill", "phone": "0123", "joined": "2020-03-01"}),
        (5, {"name": "'Ñuño", "phone": "612345678"}),
    ]
    assert len(import_preview(verbs, seen).added) == 2


def test_hours_of_a_libreoffice_list_are_hours(verbs: Verbs, tmp_path: Path) -> None:
    verbs.records.add("member", {"name": "Amina"})
    head = [cell("From"), cell("To"), cell("Duration"), cell("Date")]
    day = cell("05/01/26", kind="date", value="2026-01-05")
    file = written(tmp_path / "list.ods", [
        head, [cell("Amina"), cell("Pilar"), cell("01:30:00", kind="time", value="PT01H30M00S"), day],
    ])  # fmt: skip
    (row,) = preview(verbs.reader, "swap", file, today=verbs.desk.today()).rows
    assert (row.fields.get("minutes"), row.fields.get("on")) == (90, "2026-01-05"), [str(p.error) for p in row.problems]


def test_rows_that_libreoffice_hides_want_a_look(verbs: Verbs, tmp_path: Path) -> None:
    rows = [[cell("Nom"), cell("Téléphone")], [cell("Bo"), cell("01")], [cell("Zoë"), cell("02")]]
    lines = [f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows]
    lines.insert(1, '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>')
    lines[2] = lines[2].replace("<table:table-row>", '<table:table-row table:visibility="filter">')
    other = '<table:table table:name="Autre"><table:table-row table:visibility="collapse"/></table:table>'
    table = f'<table:table table:name="Liste">{"".join(lines)}{REST}</table:table-row></table:table>'
    found = preview(verbs.reader, "member", archived(tmp_path / "a.ods", other + table), today=verbs.desk.today())
    assert [(row.number, row.fields["name"]) for row in found.good] == [(6, "Zoë")]
    assert [row.number for row in found.doubtful] == [5]


FAILED = '<table:table-cell office:value-type="string" calcext:value-type="error"/>'


def test_a_small_file_that_unfolds_to_millions_of_failed_rows_takes_no_more_than_what_is_read(tmp_path: Path) -> None:
    rows = "".join(f'<table:table-row table:number-rows-repeated="65536">{FAILED}</table:table-row>' for _ in range(12))
    named = f"<table:table-row>{cell('Name')}{cell('Skills')}</table:table-row>"
    ana = f"<table:table-row>{cell('Ana Ruiz')}{FAILED}</table:table-row>"
    space = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    tables = f'<table:table {space} table:name="S">{named}{ana}{rows}</table:table>'
    file = archived(tmp_path / "list.ods", tables)
    read = {"S": {1: 2, 2: 2}}
    tracemalloc.start()
    apart = apart_in(file.read_bytes(), read, lambda: None)["S"]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    (table,) = read_tables(file)
    whole = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert apart.failed == {2: {1}} and not apart.hidden
    assert [line.cells for line in table.lines] == [["Name", "Skills"], ["Ana Ruiz", ""]]
    assert most < 4 << 20, most
    assert whole < 8 << 20, whole


@pytest.mark.parametrize(
    "content",
    ["<a " + "x" * (9 << 20), '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a", "", "<a><table:table-row/></b>"],
)
def test_content_that_is_none_hides_nothing(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.ods"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("content.xml", content)
    assert apart_in(file.read_bytes(), {"S": {1: 1}}, lambda: None) == {"S": Apart()}


def test_a_workbook_of_many_sheets_is_gone_through_once_and_stops_where_somebody_cancels(tmp_path: Path) -> None:
    row = f"<table:table-row>{cell('Ana Ruiz')}</table:table-row>"
    hidden = f'<table:table-row table:visibility="filter">{cell("Bo Ek")}</table:table-row>'
    tables = [f'<table:table table:name="S{at}">{(row + hidden) * 50}</table:table>' for at in range(30)]
    file = archived(tmp_path / "list.ods", "".join(tables))
    asked: list[None] = []
    sheets = read_tables(file, ask=lambda: asked.append(None))
    assert len(sheets) == 30 and all([line.hidden for line in each.lines] == [False, True] * 50 for each in sheets)
    pieces = zipfile.ZipFile(file).getinfo("content.xml").file_size // (1 << 16) + 1
    assert len(asked) == 30 + pieces
    for last in range(len(asked)):
        left = iter(range(last))

        def stop(left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Refused("cancelled", "Cancelled. Nothing was changed.")

        with pytest.raises(Refused):
            read_tables(file, ask=stop)
