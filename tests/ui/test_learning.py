"""Learning on the real window: a moment noted from the keyboard, corrected in place, taken back, found again."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.typeahead import likely_topics as likely
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.learning.learned_form import LearnedForm
from learningcircles_ui.pages.learning.page import LearningPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.list_files import formats_of, read_sheet, save_list
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.parts.turning import Turning
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def page_of(window: Window) -> LearningPage:
    window.show_page("learning")
    return cast(LearningPage, window.pages["learning"])


def open_form(window: Window) -> LearnedForm:
    window.activateWindow()
    page_of(window).note()
    form = QApplication.activeModalWidget()
    assert isinstance(form, LearnedForm)
    return form


def test_a_moment_is_noted_with_a_few_keys_and_undone_from_its_toast(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Zoë Lindqvist", "Bo"])
    other.records.add("offer", {"title": "Bicycle repair", "topic": "bicycle repair"})
    window = desktop.open()
    settle(desktop)
    form = open_form(window)
    settle(desktop)
    qtbot.keyClicks(form.who.control, "zo")
    qtbot.keyClick(form.who.control, Qt.Key.Key_Return)
    assert form.what.control.hasFocus(), "nobody waits for the list"
    qtbot.keyClicks(form.what.control, "patching a tube")
    qtbot.keyClick(form.what.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("learning") == 1)
    settle(desktop)
    record = other.reader.list("learning")[0]
    assert (record["topic"], record["kind"], record["on"]) == ("patching a tube", "informal", other.desk.today())
    assert closed(form) and window.toast.isVisible()
    assert window.toast.label.text() == "Noted: Zoë Lindqvist learned patching a tube"
    page = page_of(window)
    settle(desktop)
    assert page.pane.shown is not None and page.pane.shown.who == "Zoë Lindqvist"
    assert page.model.index(0, 1).data() == "patching a tube"
    window.toast._undo.click()
    qtbot.waitUntil(lambda: other.reader.count("learning") == 0)


def test_more_than_59_minutes_after_a_colon_are_refused_beside_the_field(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    amina = add_people(other, ["Amina"])[0]
    window = desktop.open()
    settle(desktop)
    form = open_form(window)
    form.who.pick(amina, "Amina")
    qtbot.keyClicks(form.what.control, "reading")
    qtbot.keyClicks(form.form.edit("minutes").control, "25:61")
    form.submit()
    settle(desktop)
    assert "1 h 30 min" in form.form.lines["minutes"].sentence and other.reader.count("learning") == 0
    form.dirty = lambda: False
    form.reject()


def test_topics_are_offered_whatever_the_accents_and_slips() -> None:
    topics = ["bicycle repair", "Éclairs", "first aid", "reading aloud"]
    assert likely(topics, "ecl") == ["Éclairs"]
    assert likely(topics, "rep bi") == ["bicycle repair"], "in any order"
    assert likely(topics, "bycicle") == ["bicycle repair"]
    assert likely(topics, "a") == ["first aid", "reading aloud"]
    assert likely(topics, "xylophone") == likely(topics, " ") == []
    assert likely(["sewing"], "rowing") == [], "a slip in the first letter is another word"
    assert likely(["reading aloud", "Reading"], "READING") == ["Reading", "reading aloud"], "itself comes first"
    assert likely(topics, "", usual=["First Aid", "knots"]) == ["first aid", "knots"]


def test_the_topic_that_is_walked_to_is_taken(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    amina = add_people(other, ["Amina"], topics=["bread baking"])[0]
    window = desktop.open()
    settle(desktop)
    form = open_form(window)
    form.who.pick(amina, "Amina")
    settle(desktop)
    line = form.what.control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "bak")
    qtbot.waitUntil(form.what.proposals.isVisible)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("learning") == 1)
    assert other.reader.list("learning")[0]["topic"] == "bread baking"


def test_a_day_to_come_and_nobody_are_refused_beside_their_fields(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    form = open_form(window)
    form.submit()
    assert form.form.lines["member"].sentence and form.form.lines["topic"].sentence
    form.who.pick(other.reader.ids("member")[0], "Pilar Ortega")
    form.what.show_value("chess")
    form.form.edit("on").show_value("2099-01-01")
    form.submit()
    assert "still to come" in form.form.lines["on"].sentence
    settle(desktop)
    assert other.reader.count("learning") == 0
    form.form.show_values({})
    form.reject()


def test_details_save_by_themselves_and_show_on_the_persons_page(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    amina = add_people(other, ["Amina"])[0]
    id_, _ = other.learning.note(amina, "chess")
    page = page_of(window)
    settle(desktop)
    window.open_record("learning", id_)
    settle(desktop)
    page.pane.edit()
    where = page.pane.form.edit("place").control
    where.setFocus()
    qtbot.keyClicks(where, "Library")
    qtbot.keyClick(where, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: other.reader.get("learning", id_)["place"] == "Library")
    page.pane._person(page.pane.shown)
    settle(desktop)
    people = window.pages["people"]
    assert isinstance(people, PeoplePage) and window.page is people
    assert people.pane.shown is not None and [row.id for row in people.pane.shown.learned] == [id_]
    window.open_record("learning", id_)
    settle(desktop)
    page._remove(id_)
    qtbot.waitUntil(lambda: other.reader.count("learning") == 0)
    page._filter.setCurrentIndex(page._filter.count() - 1)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    settle(desktop)
    page.pane._restore.click()
    qtbot.waitUntil(lambda: other.reader.count("learning") == 1)
    settle(desktop)


def test_the_tables_keep_qts_contract_through_filters_sorting_and_growth(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    page = page_of(window)
    for model in (page.model, page.topics.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    settle(desktop)
    assert page._stack.currentIndex() == 1, "an empty page says what can be done"
    amina, bo = add_people(other, ["Amina", "Bo"])
    for topic, kind in (("chess", "formal"), ("chess", "informal"), ("bread", "non_formal")):
        other.learning.note(amina, topic, kind=kind)
    other.learning.note(bo, "chess", kind="formal")
    qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=5_000)
    qtbot.waitUntil(lambda: page.topics.model.rowCount() == 2)
    settle(desktop)
    cells = [[page.topics.model.index(row, at).data() for at in range(6)] for row in range(2)]
    assert cells == [["bread", "", "", "", "1", ""], ["chess", "", "", "2", "", "1"]]
    sort_by(page.topics.table, 3)
    settle(desktop)
    assert page.topics.model.index(0, 0).data() == "chess", "what most have learned comes first"
    page._filter.setCurrentIndex(1)
    settle(desktop)
    assert page.model.rowCount() == 2
    page.search("amina")
    settle(desktop)
    assert page.model.rowCount() == 1
    page._filter.setCurrentIndex(0)
    page.topics._opened(b"bread")
    settle(desktop)
    assert [page.model.index(row, 1).data() for row in range(page.model.rowCount())] == ["bread"]


def test_on_paper_and_in_files_small_numbers_of_people_are_not_told(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, tmp_path: Path
) -> None:
    for member in add_people(other, [f"Person {number}" for number in range(5)]):
        other.learning.note(member, "chess", kind="formal")
    other.learning.note(other.reader.ids("member")[0], "chess")
    page = page_of(window)
    settle(desktop)
    listed = page.topics.table.listed
    assert isinstance(listed, Listed) and not listed.records
    sheet = read_sheet(listed, list(range(6)), other.reader, lambda done, whole: None)
    assert sheet.rows == [["chess", "", "", "5", "", "under 5"]]
    assert list(formats_of("topic", records=False)) == ["xlsx", "csv", "pdf"], "as it is seen, and no records to import"
    save_list(listed, tmp_path / "topics.csv")
    save_list(listed, tmp_path / "topics.xlsx")
    settle(desktop)
    wanted = [["Topic", "Offer", "Ask", "Formal", "Non-formal", "Informal"], ["chess", "", "", "5", "", "under 5"]]
    assert list(csv.reader(io.StringIO((tmp_path / "topics.csv").read_text("utf-8-sig")))) == wanted
    saved = python_calamine.load_workbook(tmp_path / "topics.xlsx").get_sheet_by_index(0).to_python()
    assert saved == [wanted[0], ["chess", "", "", 5, "", "under 5"]]


def test_what_was_learned_is_found_by_its_words_and_by_command(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    other.learning.note(other.reader.ids("member")[0], "naming the stars")
    window.open_find()
    window.finder.field.edit.setText("stars")
    qtbot.waitUntil(lambda: window.finder.model.rowCount() > 0)
    settle(desktop)
    line = window.finder.model.found(0)
    assert line is not None and line.title == "naming the stars" and "Pilar Ortega" in line.detail
    window.finder.close_again()
    topic, _ = other.records.add("topic", {"name": "astronomy"})
    window.open_record("topic", topic)
    settle(desktop)
    assert window.page.name == "learning" and page_of(window).field.text() == "astronomy"
    noting = [each for each in window.commands() if each.text() == "Note what somebody learned"]
    assert noting and any(each.shortcut().toString() == "Ctrl+L" for each in window.findChildren(type(noting[0])))


def test_a_field_of_learning_is_chosen_by_a_word_of_its_name_and_shown_by_its_name(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Bo"])
    person = next(each for each in other.reader.list("member") if each["name"] == "Bo")
    id_, _ = other.learning.note(member=person.id, topic="weaving", field="0611")
    window = desktop.open()
    page = page_of(window)
    settle(desktop)
    page.pane.show_record(id_)
    settle(desktop)
    page.pane.edit()
    editor = page.pane.form.edit("field")
    line = editor.control
    assert isinstance(line, QLineEdit) and line.text() == "Computer use"
    line.selectAll()
    qtbot.keyClicks(line, "handi")
    completer = line.completer()
    assert completer is not None and completer.currentCompletion() == "Handicrafts"
    line.setText(completer.currentCompletion())
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.get("learning", id_)["field"] == "0214")
    line.setText("nothing of the kind")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "nothing of the kind" in page.pane.form.lines["field"].sentence
    settle(desktop)
    assert other.reader.get("learning", id_)["field"] == "0214"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_fields_of_learning_are_told_by_their_names_alone(window: Window, qapp: QApplication, language: str) -> None:
    speak(qapp, language)
    try:
        form = ListingForm(window.shell, window, "offer")
        editor = form.form.edit("field")
        assert isinstance(editor.control, QLineEdit)
        completer = editor.control.completer()
        assert completer is not None
        names = [str(completer.model().index(row, 0).data()) for row in range(completer.model().rowCount())]
        assert len(names) == len(set(names)) and not [each for each in names if any(map(str.isdigit, each))]
        editor.show_value("01")
        assert editor.value() == "01" and "01" not in editor.control.text(), "the wider field of its name stays"
        wider = editor.control.text()
        editor.show_value(None)
        editor.control.setText(wider)
        assert editor.value() == "011"
        form.reject()
    finally:
        speak(qapp, "en")


def test_a_window_that_is_made_narrow_ends_nothing_that_is_being_typed(
    window: Window, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    """Tiled, or on a tablet that is turned: the form moves below the list, and what is half-typed is not written."""
    (ana,) = add_people(other, ["Ana Ruiz"])
    bread = {"member": ana, "topic": "Bread", "kind": "informal", "on": "2026-11-01"}
    learned, _ = other.records.add("learning", bread)
    window.resize(1200, 800)
    window.watch()
    page = page_of(window)
    settle(desktop)
    page.show_record("learning", learned)
    settle(desktop)
    window.activateWindow()
    page.pane._stack.begin()
    settle(desktop)
    line = page.pane.form.edit("topic").control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, "Rye bre")
    for wide, more in ((620, "a"), (1200, "d")):
        turning, window_of = page.findChild(Turning), window.width()
        assert turning is not None
        before = turning._laid
        window.resize(wide, 800)
        qtbot.waitUntil(lambda turning=turning, before=before: turning._laid is not before)
        settle(desktop)
        assert line.hasFocus() and window.width() != window_of
        assert other.reader.get("learning", learned)["topic"] == "Bread"
        qtbot.keyClicks(line, more)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desktop)
    assert other.reader.get("learning", learned)["topic"] == "Rye bread"


def test_which_kind_is_shown_is_remembered(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    other.learning.note(ana, "Bread", kind="informal")
    other.learning.note(ana, "Welding", kind="formal")
    page = page_of(desktop.open())
    settle(desktop)
    assert page.model.rowCount() == 2
    page._filter.setCurrentIndex(page._filter.findData("formal"))
    settle(desktop)
    assert page.model.rowCount() == 1
    again = page_of(desktop.open())
    settle(desktop)
    assert again._filter.currentData() == "formal" and again.model.rowCount() == 1
    again._filter.setCurrentIndex(0)
    settle(desktop)
    assert page_of(desktop.open())._filter.currentData() == ""
    settle(desktop)
