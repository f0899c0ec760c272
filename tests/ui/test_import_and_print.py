"""A list of members comes in through the window; a sign-in sheet goes out as searchable PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State
from learningcircles.papers.signin import SignInLine, sign_in_sheet
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.importing.preview import ImportList, as_seen
from learningcircles_ui.pages.importing.rows import PreviewModel, lines_of, names_in
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.sign_in import draw_sign_in, filled

TABLE = "Name;Phone;E-mail\nAïcha O’Neill;0033 123;aicha@example.org\n;0145;\nBo Ek;;not mail\n"


def test_good_rows_come_in_as_one_action(
    desktop: Desktop, other: Verbs, settle: Callable[[Desktop], None], qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text(TABLE, "utf-8")
    window = desktop.open()
    dialog = ImportList(
        window.shell, file, as_seen(preview(other.reader, "member", file, today=other.desk.today()), {}), window
    )
    qtbot.addWidget(dialog)
    dialog.open()
    assert len(dialog.model.taken) == 1
    doubtful = next(place for place, (row, *_) in enumerate(dialog.model.lines) if row.fields.get("name") == "Bo Ek")
    dialog.table.go_to(doubtful)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert len(dialog.model.taken) == 2, "Enter takes a doubtful row"
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.count("member") == 3)
    settle(desktop)
    names = {record["name"] for record in other.reader.list("member")}
    assert {"Aïcha O’Neill", "Bo Ek"} <= names
    window.undo_redo.take_back()
    qtbot.waitUntil(lambda: other.reader.count("member") == 1)


def test_the_preview_is_a_proper_model(other: Verbs, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(TABLE, "utf-8")
    seen = preview(other.reader, "member", file, today=other.desk.today())
    model = PreviewModel("member", lines_of(seen, names_in(other.reader, seen), other.desk.today()))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    blocked = next(place for place, (row, *_) in enumerate(model.lines) if row.state is State.BLOCKED)
    assert not model.setData(model.index(blocked, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)


@pytest.mark.parametrize(("people", "lines"), [(18, 24), (20, 24), (21, 34), (43, 48), (44, 48), (45, 58)])
def test_lines_for_guests_fill_the_last_page(people: int, lines: int) -> None:
    sheet = filled([SignInLine(f"Member {number}") for number in range(people)] + [SignInLine()] * 8, 24)
    assert len(sheet) == lines and all(line.name for line in sheet[:people])
    assert len(filled([SignInLine("Ana")], 24)) == 1, "where no guest is expected"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sign_in_sheet_can_be_searched(desktop: Desktop, other: Verbs, tmp_path: Path, paper: str) -> None:
    for number in range(30):
        other.records.add("member", {"name": f"Zoë Ångström {number:02d}"})
    meetup, _ = other.meetups.plan("Spanish café", "2026-11-24T18:00", 90, place="Old Port hall")
    other.meetups.rsvp(meetup, other.reader.list("member")[0].id, "yes")
    file = tmp_path / "sheet.pdf"
    page = Paper(file, paper, "Sheet")
    pages = draw_sign_in(page, sign_in_sheet(other.reader, meetup))
    page.finish()
    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_range() for page in document]
    assert len(document) == pages == 2
    assert "18:00" in texts[0] and "Spanish café" in texts[0] and "Old Port hall" in texts[1]
    assert "Zoë Ångström 29" in "".join(texts)
    document.close()
