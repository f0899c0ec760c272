"""Lists that are no table of records are saved and printed like those: laptops, who came, who means to come."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.copies import EXPORT, copies
from learningcircles.laptop.erasing import erase
from learningcircles.papers.signin import sign_in_sheet
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.attendance_rows import read_evening
from learningcircles_ui.pages.meetups.coming import read_answers
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.records.list_files import save_list
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.pages.share.rows import LaptopRow, LaptopsModel
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import shown_of
from tests.ui.two_laptops import share_page

Settle = Callable[[Desktop], None]
WRITES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def table_in(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"))))


def said_in(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    said = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return said


def save_in(dialog: QFileDialog, folder: Path, ending: str) -> Path:
    file = folder / f"saved.{ending}"
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(file))
    dialog.accept()
    return file


def test_the_laptops_are_saved_and_printed_without_any_id(
    red: Engine, desktop: Desktop, other: Verbs, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    window, page = share_page(desktop, settle)
    listed = window.lists.listed()
    assert listed is not None and listed.table is page._table
    for ending in ("csv", "xlsx", "pdf"):
        save_list(listed, tmp_path / f"a.{ending}")
        settle(desktop)
    rows = table_in(tmp_path / "a.csv")
    assert rows[0] == ["Laptop", "What it may do", "Last heard of"] and len(rows) == 3
    assert rows[1][0] == "Pilar’s laptop (this laptop)" and rows[2][0] == "Red"
    assert python_calamine.load_workbook(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()[1] == rows[1]
    assert "Pilar’s laptop" in said_in(tmp_path / "a.pdf") and "Red" in said_in(tmp_path / "a.pdf")
    assert "Whoever has the file can read it" in window.toast.label.text()
    kept = {Path(each.where).name for each in copies(other.circle) if each.kind == EXPORT}
    assert kept == {"a.csv", "a.xlsx", "a.pdf"}
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(desktop)
    (preview,) = shown_of(window, PrintPreview)
    preview.reject()


def test_laptops_of_one_name_and_those_without_one_show_no_id_in_a_file(qapp: QApplication) -> None:
    model = LaptopsModel()
    away = LaptopRow(b"x" * 16, "Blue", "organizer", False, False, None)
    went = away._replace(id=b"y" * 16, name="", went_on=True, heirs=(("", b"z" * 16), ("Blue", b"x" * 16)))
    model.show([away, away._replace(id=b"y" * 16), went])
    assert "(787878)" in model.index(0, 0).data() and "(7a7a7a)" in model.index(2, 1).data()
    names, rights = zip(*model.at_hand("Laptops", [0, 1]).rows, strict=True)
    assert names == ("Blue", "Blue", "Laptop without a name")
    assert rights[2] == "Went on as Laptop without a name, Blue"


@pytest.fixture
def evening(other: Verbs) -> bytes:
    ana, bo, *_ = add_people(other, ["Ana Ruiz", "=Bo", "Cem Kaya"])
    other.records.add("member", {"name": "Ana Ruiz", "phone": "0123"})
    meetup, _ = other.meetups.plan("Tea: late/early", f"{other.desk.today()}T23:00", 60)
    other.meetups.attend(meetup, member=ana)
    other.meetups.attend(meetup, guest_name="Zoë")
    other.meetups.rsvp(meetup, bo, "yes")
    other.meetups.rsvp(meetup, ana, "maybe")
    return meetup


def test_who_came_is_saved_from_its_dialog_as_it_is_seen(
    window: Window, desktop: Desktop, other: Verbs, evening: bytes, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = Attendance(window.shell, evening, window)
    dialog.open()
    settle(desktop)
    assert "Save this list as…" in [each.text() for each in dialog.table.menu().actions()]
    qtbot.keyClick(dialog.table, Qt.Key.Key_L, WRITES)
    (asked,) = shown_of(window, QFileDialog)
    (suggested,) = asked.selectedFiles()
    assert Path(suggested).name.startswith("Who came to Tea- late-early"), "no system takes it for a folder or a disk"
    file = save_in(asked, tmp_path, "csv")
    settle(desktop)
    rows = table_in(file)
    assert rows[0] == ["Name", "Said", "Came"]
    assert ["Ana Ruiz (no. 1-2)", "Maybe", "Came"] in rows and ["Ana Ruiz (0123 · no. 1-5)", "", ""] in rows
    assert ["'=Bo", "Yes", ""] in rows and ["Zoë (guest)", "", "Came"] in rows, "no formula"
    assert "are in saved.csv. Whoever has the file can read it." in dialog._sum.text(), "told here, not behind it"
    dialog.letters.edit.setText("cem")
    assert isinstance(dialog.table.listed, Listed)
    save_list(dialog.table.listed, tmp_path / "b.pdf")
    settle(desktop)
    said = said_in(tmp_path / "b.pdf")
    assert "Cem Kaya" in said and "Ruiz" not in said and "“cem”" in said, "narrowed, and that is told"
    dialog.letters.edit.setText("Nobody")
    save_list(dialog.table.listed, tmp_path / "c.csv")
    settle(desktop)
    assert table_in(tmp_path / "c.csv") == [["Name", "Said", "Came"]], "whom typed letters would add is nobody yet"
    dialog.letters.edit.setText("")
    dialog.accept()
    settle(desktop)


def test_who_means_to_come_is_saved_and_told_when_they_are_erased(
    window: Window, desktop: Desktop, other: Verbs, evening: bytes, settle: Settle, tmp_path: Path
) -> None:
    window.show_page("meetups")
    settle(desktop)
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    page.show_record("meetup", evening)
    settle(desktop)
    menu = Menu(page)
    page.pane.offer(menu, other.reader.get("meetup", evening))
    assert page.pane.coming in [each.text() for each in menu.actions()]
    assert page.pane.coming in [each.text() for each in window.commands()]
    page.pane.save_coming()
    settle(desktop)
    (asked,) = shown_of(window, QFileDialog)
    file = save_in(asked, tmp_path, "xlsx")
    settle(desktop)
    sheet = python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()
    assert sheet[0] == ["Name", "Said"] and sheet[1][1] == "Yes" and sheet[2] == ["Ana Ruiz (no. 1-2)", "Maybe"]
    bo, cem = (other.reader.ids("member", where={"name": name})[0] for name in ("=Bo", "Cem Kaya"))
    assert not erase(other, cem).copies
    assert [Path(each.where).name for each in erase(other, bo).copies] == ["saved.xlsx"]


def test_who_is_one_person_by_now_means_to_come_once(qapp: QApplication, other: Verbs) -> None:
    """They answered under each of their records, or under the one that is shown no more."""
    ana, twin, bo, second = add_people(other, ["Ana Ruiz", "A. Ruiz", "Bo", "Bo Ek"])
    meetup, _ = other.meetups.plan("Tea", f"{other.desk.today()}T23:00", 60)
    for who, answer in ((ana, "no"), (twin, "maybe"), (second, "yes")):
        other.meetups.rsvp(meetup, who, answer)
    other.merging.merge(ana, twin, stays=ana)
    other.merging.merge(bo, second, stays=bo)
    assert read_answers(other.reader, meetup) == {"maybe": ["Ana Ruiz"], "yes": ["Bo"]}
    said = {each.name: each.answer for each in read_evening(other.reader, meetup).people if each.answer}
    assert said == {"Ana Ruiz": "maybe", "Bo": "yes"}
    lines = [line.name for line in sign_in_sheet(other.reader, meetup).lines if line.name]
    assert lines[:2] == ["Ana Ruiz", "Bo"] and len(lines) == len(other.reader.ids("member"))


def test_where_nobody_has_answered_no_file_is_asked_for(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    meetup, _ = other.meetups.plan("Café", f"{other.desk.today()}T18:00", 60)
    window.show_page("meetups")
    settle(desktop)
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    page.show_record("meetup", meetup)
    settle(desktop)
    page.pane.save_coming()
    settle(desktop)
    assert not shown_of(window, QFileDialog) and "Nobody has said yet" in window.toast.label.text()
