"""The lines of a list's preview: what is turned together, and what stands above them."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles.intake.rows import Here
from learningcircles_ui.pages.importing.said import said_of
from learningcircles_ui.window import Window
from tests.ui.drops import drop
from tests.ui.test_import_list import shown


@pytest.mark.parametrize("hidden", [False, True])
def test_what_takes_away_or_is_hidden_is_ticked_by_itself(
    window: Window, other: Verbs, qtbot: QtBot, qapp: QApplication, tmp_path: Path, hidden: bool
) -> None:
    people = [
        other.records.add("member", {"name": f"P {each}", "phone": "0601", "topics": ["chess"]})[0] for each in "abc"
    ]
    first, second, last = (str(other.reader.get("member", each)["number"]) for each in people)
    file = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        rows = [["Member number", "Name", "Phone", "Skills"], [first, "P a", "0700", ""], [second, "P b", "0701", ""],
                [last, "P c", "", "chess"], ["", "New One", "0800", ""]]  # fmt: skip
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        if hidden:
            sheet.set_row(2, None, None, {"hidden": True})
            sheet.set_row(3, None, None, {"hidden": True})
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    model = dialog.model
    dialog.table.go_to(0)
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not model.less and model.taken == ({2, 5} if hidden else {2, 3, 5})
    goes = next(at for at, line in enumerate(model.lines) if line.less and line.row.number == 4)
    if hidden:
        assert goes > 1 and model.doubts(goes).startswith(
            "The spreadsheet hides this row. No longer in the list: Phone"
        )
    dialog.table.go_to(goes)
    dialog.table.selectAll()
    dialog.table.selectionModel().setCurrentIndex(model.index(goes, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert model.less == ({4} if hidden else {2, 3, 4})
    dialog.reject()


def test_a_list_of_titles_alone_says_so(window: Window, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name;Phone;Skills\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "There are no rows below the titles." in told
    assert not any("is here already" in words for words in told)
    dialog.reject()


def test_of_a_row_meant_both_ways_the_line_one_stands_on_is_taken_and_both_are_left_out(
    window: Window, other: Verbs, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    other.records.add("member", {"name": "Zoë O'Brien", "phone": "0601", "email": "z@example.org"})
    file = tmp_path / "people.csv"
    file.write_text("Name;Phone\nZoë O'Brien;0699999999\nNew One;0700\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    model = dialog.model
    add = next(at for at, line in enumerate(model.lines) if line.paired and line.row.here is None)
    dialog.table.go_to(add)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert model.is_ticked(add) and model.taken == {2, 3}
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not model.taken, "what is left out comes in by neither of its lines"
    dialog.table.selectAll()
    dialog.table.selectionModel().setCurrentIndex(model.index(add, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert model.is_ticked(add) and model.taken == {2, 3} and len(model.ticked.chosen()) == 2
    dialog.reject()


@pytest.mark.parametrize(
    ("cells", "asked"), [("Phone\nZoë O'Brien;0699999999", "takes over: Phone"),
                         ("Hours\nZoë O'Brien;5", "nothing is to be brought in. Balance")],
)  # fmt: skip
def test_where_something_is_asked_it_is_not_said_that_there_is_nothing(
    window: Window, other: Verbs, qtbot: QtBot, qapp: QApplication, tmp_path: Path, cells: str, asked: str
) -> None:
    other.records.add("member", {"name": "Zoë O'Brien", "phone": "0601", "email": "z@example.org"})
    file = tmp_path / "people.csv"
    file.write_text(f"Name;{cells}\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert not any("nothing to import" in words for words in told)
    assert [asked in dialog.model.doubts(at) for at in range(dialog.model.rowCount())] == [True, False]
    dialog.reject()


def test_a_meetup_that_is_here_already_is_no_person(window: Window) -> None:
    told = said_of(Here(), entity("meetup"), "Repair café", lambda name, value: str(value))
    assert told == "“Repair café” is here already; nothing is new."


@pytest.mark.parametrize(
    ("many", "said"), [(1, ""), (2, "{0}, {1}"), (3, "{0}, {1}, {2}"), (5, "{0}, {1}, {2} and 2 more")]
)
def test_all_whom_a_row_may_mean_are_named_and_what_its_tick_does(
    window: Window, other: Verbs, qtbot: QtBot, qapp: QApplication, tmp_path: Path, many: int, said: str
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name;E-mail\nAna Ruiz;ana@example.org\n", "utf-8")
    people = [other.records.add("member", {"name": "Ana Ruiz", "email": "b@example.org"})[0] for _ in range(many)]
    names = [f"Ana Ruiz ({other.reader.get('member', each)['number']})" for each in people]
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    told = [dialog.model.doubts(at) for at in range(dialog.model.rowCount())]
    asked = f"Looks like one of {said.format(*names)}, who are here already. A tick here adds somebody else."
    assert told[-1] == (asked if said else f"Somebody else than {names[0]}? A tick here adds them.")
    assert len(told) == (1 if said else 2) and not dialog.model.taken
    dialog.reject()
