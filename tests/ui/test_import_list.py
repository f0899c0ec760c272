"""Lists of every kind come in through the window: tables, address books, calendars; looked at first, undone as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.intake.export import export
from learningcircles.intake.preview import preview
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.importing.columns import ImportColumns
from learningcircles_ui.pages.importing.preview import ImportList, as_seen
from learningcircles_ui.parts.progress import Progress
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.intake.test_entries import CALENDAR, CARDS
from tests.ui.conftest import add_people
from tests.ui.drops import drop
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def shown(qapp: QApplication, qtbot: QtBot) -> ImportList:
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), ImportList))
    dialog = qapp.activeModalWidget()
    assert isinstance(dialog, ImportList)
    return dialog


FILES = [
    ("people.vcf", CARDS, "member", 2, "people"),
    ("dates.ics", CALENDAR, "meetup", 2, "meetups"),
    ("offers.csv", "Person;Offer\nPilar Ortega;Bread\nNobody;Bikes\n", "offer", 1, "people"),
    ("done.csv", "From;To;Hours;What;Date\nPilar Ortega;Bo Ek;1:30;Bread;3.11.2026\n", "swap", 1, "people"),
]


@pytest.mark.parametrize(("name", "held", "kind", "good", "page"), FILES)
def test_what_is_dragged_onto_the_window_comes_in_and_is_undone_as_one(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path,
    name: str, held: str, kind: str, good: int, page: str,
) -> None:  # fmt: skip
    add_people(other, ["Bo Ek"])
    window = desktop.open()
    settle(desktop)
    file = tmp_path / name
    file.write_text(held, "utf-8")
    before = other.reader.count(kind)
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    assert dialog.kinds.currentData() == kind and window.page is window.pages[page]
    assert len(dialog.model.taken) == good and dialog.model.rowCount() >= good
    if kind == "meetup":
        also = [str(dialog.model.index(at, 3).data()) for at in range(dialog.model.rowCount())]
        assert any(words.startswith("3 Dec 2026") and "Old Port hall" in words for words in also), "when, then where"
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.count(kind) == before + good)
    settle(desktop)
    window.undo_redo.take_back()
    qtbot.waitUntil(lambda: other.reader.count(kind) == before)


def test_a_list_is_read_as_something_else_and_with_other_columns(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "wishes.csv"
    file.write_text("Person;Title;Remark;About\nPilar Ortega;Bikes;soon;repair\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    assert dialog.kinds.currentData() == "offer"
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("request"))
    dialog.kinds.activated.emit(dialog.kinds.currentIndex())
    settle(desktop)
    dialog.map_button.click()
    columns = dialog.findChild(ImportColumns)
    assert columns is not None
    about = columns.boxes["About"]
    about.setCurrentIndex(about.findData("topic"))
    columns.submit()
    settle(desktop)
    assert dialog.model.index(0, 3).data().startswith("Pilar Ortega"), "names, not ids"
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.count("request") == 1)
    (made,) = other.reader.list("request")
    assert (made["title"], made["topic"], made["notes"]) == ("Bikes", "repair", "soon")


def test_letters_that_look_wrong_are_read_as_somebody_says(
    desktop: Desktop, window: Window, other: Verbs, qtbot: QtBot, qapp: QApplication, settle: Settle, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes("Name;Telefon\nKovács Béla;1\nTóth Ernő;2\n".encode("cp1250"))
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    letters = dialog.letters.choice
    assert dialog.letters.isVisible() and letters.currentText() == "Western European"
    assert "Tóth Ernõ" in [dialog.model.index(at, 1).data() for at in range(2)]
    letters.setFocus()
    _choose(letters, "UTF-8")
    qtbot.waitUntil(lambda: letters.currentText() == "Western European", timeout=2_000)
    assert "not written in UTF-8" in dialog._wrong.text(), "and what was seen stays"
    _choose(letters, "Central European")
    qtbot.waitUntil(lambda: "Tóth Ernő" in dialog.model.index(1, 1).data())
    assert letters.currentText() == "Central European" and not dialog._wrong.isVisible()
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("member"))
    dialog.kinds.activated.emit(dialog.kinds.currentIndex())
    settle(desktop)
    assert letters.currentText() == "Central European", "whatever else is said of it"
    dialog.submit()
    qtbot.waitUntil(lambda: any(each["name"] == "Tóth Ernő" for each in other.reader.list("member")))


def _choose(choice: QComboBox, words: str) -> None:
    """As a click on it does."""
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())


def test_what_was_saved_from_the_window_changes_nothing_when_it_comes_back(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    add_people(other, ["Bo Ek", "Bo Ek", "=1+1"])
    for form in ("csv", "xlsx", "vcf"):
        file = tmp_path / f"people.{form}"
        export(other.reader, "member", form, file)
        drop(window, [file])
        dialog = shown(qapp, qtbot)
        assert dialog.model.taken == set() and not dialog.done_button.isEnabled(), form
        dialog.reject()


def test_of_a_file_that_is_no_list_the_preview_says_what_it_found(
    desktop: Desktop, qapp: QApplication, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "deploy.txt"
    file.write_text("#!/bin/bash\n# deploy\nset -e\nname\nfor i in a b; do\n  echo $i\ndone\n")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    (told,) = [label.text() for label in dialog.findChildren(QLabel) if label.text().startswith("This does not look")]
    assert "Row 4" in told and "“name”" in told
    assert not dialog.done_button.isEnabled() and dialog.model.taken == set()
    dialog.table.go_to(0)
    dialog._turn()
    assert dialog.done_button.isEnabled(), "whoever means it may"
    dialog.reject()


def test_a_torn_row_stands_first_and_cannot_be_taken(
    desktop: Desktop, qapp: QApplication, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "torn.csv"
    file.write_bytes(
        'Name;Phone;Né en\nAmina;01;2025\n"Bo Ek;02;1985\nZoé;03;1980\n'.encode() + "Léa;04;1970\n".encode("cp1252")
    )
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    assert dialog.model.taken == {2, 4, 5} and dialog.model.lines[0].row.number == 3
    assert "not closed" in dialog.model.index(0, 4).data()
    assert "Under 18" in dialog.model.index(1, 4).data(), "a note, not a doubt"
    dialog.table.go_to(0)
    dialog._turn()
    assert 3 not in dialog.model.taken
    assert any("mixes two encodings" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_all_that_are_marked_are_taken_at_once(
    window: Window, other: Verbs, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """A family has one telephone: each of them looks like the first one."""
    file = tmp_path / "family.csv"
    names = "".join(f"{name} Ek;0612345678\n" for name in ("Bo", "Ana", "Eva", "Ulf"))
    file.write_text("Name;Phone\n" + names + ";0600000000\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    assert dialog.model.taken == {2}
    dialog.table.selectAll()
    doubtful = next(at for at, line in enumerate(dialog.model.lines) if line.row.number == 3)
    dialog.table.selectionModel().setCurrentIndex(
        dialog.model.index(doubtful, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.model.taken == {2, 3, 4, 5}, "and not the row without a name"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.taken == set(), "Space as Enter"
    qtbot.keyPress(dialog.table, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, " ", True)
        qapp.sendEvent(dialog.table, held)
        assert dialog.model.taken == {2, 3, 4, 5}, "held down it is pressed once"
    qtbot.keyRelease(dialog.table, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.model.taken == set()
    dialog.model.setData(dialog.model.index(doubtful, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.model.taken == {3}, "a click on the box takes one"
    dialog.reject()


def test_what_no_field_holds_is_kept_in_notes_in_the_reader_s_language(
    desktop: Desktop, qapp: QApplication, window: Window, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Nom;Né en;Téléphone\nBo;2030;abc\n", "utf-8")
    seen = as_seen(preview(other.reader, "member", file, today=other.desk.today()), {})
    speak(qapp, "fr")
    try:
        dialog = ImportList(window.shell, file, seen, window)
        dialog.open()
        dialog.model.tick([0], True)
        dialog.submit()
        settle(desktop)
    finally:
        speak(qapp, "en")
    notes = other.reader.list("member", where={"name": "Bo"})[0]["notes"]
    assert "Téléphone\u00a0: abc" in notes and "Année de naissance\u00a0: 2030" in notes


def test_which_sheet_is_asked_where_several_fit(
    window: Window, other: Verbs, settle: Settle, desktop: Desktop, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("Cover", "2025", "2026"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Our circle"] if name == "Cover" else ["Name", "Phone"])
            sheet.write_row(1, 0, [] if name == "Cover" else [f"Person {name}", "01"])
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    assert [dialog.sheets.itemText(at) for at in range(dialog.sheets.count())] == ["2025", "2026", "Cover"]
    assert dialog.sheets.isVisible() and dialog.model.index(0, 1).data() == "Person 2025"
    dialog.sheets.setCurrentIndex(1)
    dialog.sheets.activated.emit(1)
    settle(desktop)
    assert dialog.sheets.currentText() == "2026" and dialog.model.index(0, 1).data() == "Person 2026"
    assert any("the sheet “2026”" in label.text() for label in dialog.findChildren(QLabel))
    dialog.map_button.click()
    columns = dialog.findChild(ImportColumns)
    assert columns is not None
    columns.submit()
    settle(desktop)
    assert dialog.model.index(0, 1).data() == "Person 2026", "other columns, not another sheet"
    held = file.read_bytes()
    file.unlink()  # the stick was drawn out
    dialog.sheets.setCurrentIndex(0)
    dialog.sheets.activated.emit(0)
    settle(desktop)
    assert dialog.sheets.currentText() == "2026", "what is named is what would come in"
    file.write_bytes(held)
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.count("member") == 2)
    assert {row["name"] for row in other.reader.list("member")} == {"Person 2026", "Pilar Ortega"}


def test_a_long_import_tells_how_far_it_is_and_stops_when_asked(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "many.csv"
    file.write_text("Name\n" + "".join(f"Person {number:04d}\n" for number in range(1_000)), "utf-8")
    seen = as_seen(preview(other.reader, "member", file, today=other.desk.today()), {})
    dialog = ImportList(window.shell, file, seen, window)
    dialog.open()
    dialog.submit()
    progress = dialog.findChild(Progress)
    assert progress is not None
    progress.reject()
    settle(desktop)
    assert other.reader.count("member") == 1 and dialog.isVisible()
    assert dialog.done_button.isEnabled(), "one may try again"
    dialog.submit()
    settle(desktop)
    assert other.reader.count("member") == 1_001 and closed(dialog)


def test_what_is_wrong_is_said_in_the_reader_s_language(
    qapp: QApplication, window: Window, other: Verbs, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name;E-mail\n;a@example.org\nBo;not mail\n", "utf-8")
    model = ImportList(
        window.shell, file, as_seen(preview(other.reader, "member", file, today=other.desk.today()), {}), window
    ).model
    speak(qapp, "fr")
    try:
        said = {model.index(row, 4).data() for row in range(2)}
    finally:
        speak(qapp, "en")
    assert "Nom\u00a0: il manque une valeur." in said and not [words for words in said if "needs" in words]


def test_progress_shows_where_it_takes_longer_than_a_moment(window: Window, qtbot: QtBot) -> None:
    progress, answers = Progress("Reading", window), []
    progress.run(lambda then, failed: answers.append(then), lambda result: answers.append(result), answers.append)
    qtbot.waitUntil(progress.isVisible)
    progress.told(30, 60)
    qtbot.waitUntil(lambda: progress.bar.value() == 50)
    answers[0]("done")
    assert answers[1] == "done" and closed(progress)


def test_a_preview_says_whom_a_row_looks_like_and_what_was_left_out(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (zoe,) = add_people(other, ["Zoë Lind"], email="zoe@example.org")
    window = desktop.open()
    settle(desktop)
    file = tmp_path / "list.csv"
    rows = "Name;E-mail;Languages;Status;Offers\n" + "Zoe Lind;zoe@example.org;es;active;\nBo Ek;;eu, es;paused;Bread\n"
    file.write_text(rows + "Total;;;;1\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    told = {str(dialog.model.index(at, 1).data()): str(dialog.model.index(at, 4).data()) for at in range(3)}
    number = other.reader.get("member", zoe)["number"]
    assert told == {
        "Zoe Lind": f"New: Languages also Spanish. This is Zoë Lind ({number}).",
        "Total": "This line probably adds the others up.",
        "Bo Ek": "",
    }
    dialog.table.selectRow(0)
    assert dialog._why.text() == str(dialog.model.index(0, 4).data())
    assert dialog.model.index(2, 3).data() == "Spanish, Basque · Bread · Paused"
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.count("member") == 3)
    settle(desktop)
    assert window.toast.label.text() == "1 row imported, 2 left out"
    bo = next(row for row in other.reader.list("member") if row["name"] == "Bo Ek")
    assert bo["topics"] == ["Bread"], "what a saved list says they offer becomes their skills"


def test_a_corrected_export_says_what_is_new_and_of_whom(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    bo, zoe = add_people(other, ["Bo Ek", "Zoë Lindqvist"], phone="0601020304")
    other.records.edit("member", zoe, {"status": "active", "email": None})
    other.records.edit("member", bo, {"topics": ["chess", "yoga"], "email": None})
    file = tmp_path / "people.csv"
    export(other.reader, "member", "csv", file)
    held = file.read_text("utf-8-sig").replace("0601020304", "0699999999", 1).replace("chess; yoga", "chess; bread")
    file.write_text(held.replace(",Active", ",Left").replace(",active", ",left"), "utf-8")
    window = desktop.open()
    settle(desktop)
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("rows want a look. 1 row says otherwise of somebody who is here." in each for each in told)
    assert [dialog.model.index(at, 2).data() for at in range(4)] == ["Changed", "Lacks something", "Differs", "Differs"]
    assert dialog.model.doubts(0).startswith("New: Phone 0601020304 → 0699999999 · Skills also bread. Status")
    assert dialog.model.doubts(1).startswith("No longer in the list: Skills: yoga. A tick takes it away here, too.")
    assert dialog.model.doubts(2).startswith("Status Active → Left: that is changed in the program, by no list. This")
    assert not dialog.done_button.isEnabled(), "nothing is ticked before somebody has looked"
    dialog.table.go_to(0)
    dialog._turn()
    assert dialog.model.taken and not dialog.model.less, "what is gone has a tick of its own"
    dialog.submit()
    settle(desktop)
    assert closed(dialog) and other.reader.get("member", bo)["phone"] == "0699999999"
    assert other.reader.get("member", bo)["topics"] == ["bread", "chess", "yoga"]
    assert other.reader.count("member") == 3
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    dialog.table.go_to(0)
    dialog._turn()
    assert dialog.model.less and dialog.done_button.text() == "Import 1 row"
    dialog.submit()
    settle(desktop)
    assert other.reader.get("member", bo)["topics"] == ["bread", "chess"]


def test_a_row_that_may_be_two_people_is_offered_both_ways_of_which_one_counts(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (zoe,) = add_people(other, ["Zoë Lind"], phone="0601020304")
    number, count = other.reader.get("member", zoe)["number"], other.reader.count("member")
    window = desktop.open()
    settle(desktop)
    file = tmp_path / "list.csv"
    file.write_text(f"Name;Phone;Member number\nZoë Lind;0699999999;\nZoë Ek;;{number}\n", "utf-8")
    for wanted in (1, 0):
        drop(window, [file])
        dialog = shown(qapp, qtbot)
        model = dialog.model
        called = f"Zoë Lind ({number})"
        under = f"Member {number} is Zoë Lind here: is this the same person under another name?"
        assert [model.doubts(at) for at in range(model.rowCount())] == [
            f"The same as {called}? A tick here takes over: Phone 0601020304 → 0699999999.",
            f"Somebody else than {called}? A tick here adds them.",
            f"The same as {called}? A tick here takes over: Name Zoë Lind → Zoë Ek.",
            f"Somebody else than {called}? A tick here adds them. {under}",
        ]
        seen = dialog.table.fontMetrics().elidedText(model.index(1, 4).data(), Qt.TextElideMode.ElideRight, 200)
        assert seen.startswith("Somebody else than Zo"), "the two are known from each other on a small screen, too"
        assert model.taken == set() and not dialog.done_button.isEnabled()
        model.tick(range(model.rowCount()), taken=True)
        assert [model.is_ticked(at) for at in range(4)] == [True, False, True, False], "of all, who is here"
        model.tick([2], taken=False)
        for at in (1, 0, wanted):
            dialog.table.go_to(at)
            if not model.is_ticked(at):
                qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
            assert [model.is_ticked(each) for each in range(2)] == [at == 0, at == 1]
        assert dialog.done_button.text() == "Import 1 row"
        dialog.submit()
        settle(desktop)
        assert closed(dialog) and other.reader.count("member") == count + wanted
        assert (other.reader.get("member", zoe)["phone"] == "0699999999") == (wanted == 0)
        if wanted:
            other.undo.undo()
            settle(desktop)


def test_a_member_number_still_counts_once_somebody_has_said_which_column_is_the_name(
    window: Window, other: Verbs, settle: Settle, desktop: Desktop, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    add_people(other, ["Bo Ek"])
    (bo,) = other.reader.list("member", where={"name": "Bo Ek"})
    file = tmp_path / "people.csv"
    file.write_text(f"Member number,Quux,Neighbourhood\n{bo['number']},Bo Ek,Quay\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    assert any(label.text() == "Columns left out: Member number, Quux." for label in dialog.findChildren(QLabel))
    dialog.map_button.click()
    columns = dialog.findChild(ImportColumns)
    assert columns is not None and columns.boxes["Member number"].currentData() == "number"
    columns.boxes["Quux"].setCurrentIndex(columns.boxes["Quux"].findData("name"))
    columns.submit()
    settle(desktop)
    (line,) = dialog.model.lines
    assert line.row.here is not None and line.row.here.changes == [("place", None, "Quay")]
    dialog.reject()


def test_a_sheet_whose_titles_are_unknown_can_be_chosen_beside_one_that_fits(
    window: Window, settle: Settle, desktop: Desktop, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name, titles in (("New", ["Quux", "Blorb"]), ("Old", ["Name", "Phone"])):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, titles)
            sheet.write_row(1, 0, [f"Zoe {name}", "01"])
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    assert dialog.sheets.isVisible() and dialog.sheets.currentText() == "Old"
    dialog.sheets.setCurrentIndex(dialog.sheets.findData("New"))
    dialog.sheets.activated.emit(1)
    settle(desktop)
    assert any("the sheet “New”" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_a_workbook_without_known_titles_is_shown_and_its_columns_are_said(
    window: Window, settle: Settle, desktop: Desktop, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("Info", "Liste"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Quux", "Blorb"])
            sheet.write_row(1, 0, [f"Zoe {name}", "01"])
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    seen = {each.text(): each.mapTo(dialog, QPoint()) for each in dialog.findChildren(QLabel) if each.isVisible()}
    assert any(words.startswith("No title of these columns") for words in seen)
    assert [words for words, place in seen.items() if place == QPoint()] == [], "nothing lies in the corner"
    assert dialog.sheets.isVisible() and not dialog.done_button.isEnabled()
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("member"))
    dialog.sheets.setCurrentIndex(1)
    dialog.sheets.activated.emit(1)
    settle(desktop)
    dialog.map_button.click()
    columns = dialog.findChild(ImportColumns)
    assert columns is not None
    columns.boxes["Quux"].setCurrentIndex(columns.boxes["Quux"].findData("name"))
    columns.submit()
    settle(desktop)
    assert dialog.model.index(0, 1).data() == "Zoe Liste" and dialog.done_button.isEnabled()
    dialog.reject()


def test_a_preview_says_how_days_and_names_were_taken(
    window: Window, other: Verbs, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Nachname Vorname;Member since\nMeier, Hans;4/5/2020\nGroß, Änne;6/7/2020\n", "utf-8")
    drop(window, [file])
    dialog = shown(qapp, qtbot)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Member since: 4/5/2020 may be two days." in told and "“Meier, Hans” were turned" in told
    assert {dialog.model.index(at, 1).data() for at in range(2)} == {"Hans Meier", "Änne Groß"}
    dialog.reject()
