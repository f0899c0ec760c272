"""What an organizer does in a day, on the real window, mostly from the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.storage.region import Region
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.find import OthersItem
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]


def people(window: Window) -> PeoplePage:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    return page


def names(page: PeoplePage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def test_a_member_is_added_edited_removed_and_each_is_undone(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, home: Home
) -> None:
    page = people(window)
    settle(desktop)
    page.add_member()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AddMember)
    qtbot.keyClicks(dialog.form.edit("name").control, "Amina Adeyemi")
    qtbot.keyClicks(dialog.form.edit("phone").control, "0123")
    qtbot.keyClick(dialog.form.edit("phone").control, Qt.Key.Key_Return)
    settle(desktop)
    assert names(page) == ["Amina Adeyemi", "Pilar Ortega"]
    assert page.pane.shown is not None and page.pane.shown.record["name"] == "Amina Adeyemi"
    assert "Amina Adeyemi added" in window.toast.label.text()

    page.pane.edit()
    line = page.pane.form.edit("place").control
    line.setFocus()
    qtbot.keyClicks(line, "Old Town")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(desktop)
    assert page.pane.shown.record["place"] == "Old Town"
    assert "Amina" in window.undo_redo.undo.text()

    window.undo_redo.undo.trigger()
    settle(desktop)
    assert page.pane.shown.record["place"] is None
    window.undo_redo.redo.trigger()
    settle(desktop)
    assert page.pane.shown.record["place"] == "Old Town"

    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    settle(desktop)
    assert names(page) == ["Pilar Ortega"]
    window.toast._undo.click()
    settle(desktop)
    assert names(page) == ["Amina Adeyemi", "Pilar Ortega"]
    desktop.close()
    circle = open_circle(home)
    assert [row["place"] for row in circle.reader.list("member", where={"name": "Amina Adeyemi"})] == ["Old Town"]
    circle.close()


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle
) -> None:
    page = people(window)
    settle(desktop)
    page.add_member()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AddMember)
    qtbot.keyClicks(dialog.form.edit("email").control, "amina at example")
    dialog.submit()
    assert dialog.form.edit("name").control.accessibleDescription() == "Name is needed."
    assert "e-mail" in dialog.form.edit("email").control.accessibleDescription()
    assert dialog.form.edit("email").typed() == "amina at example"
    dialog.reject()
    settle(desktop)
    assert names(page) == ["Pilar Ortega"]


def test_words_are_found_without_their_accents_and_in_any_order(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    add_people(other, ["Zoë Müller", "José García", "Amina Adeyemi"], place="Riverside")
    page = people(window)
    settle(desktop)
    qtbot.keyClicks(page.field.edit, "mul zo")
    qtbot.waitUntil(lambda: names(page) == ["Zoë Müller"])
    page.field.edit.clear()
    qtbot.keyClicks(page.field.edit, "riverside")
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    page.field.edit.setText("nobody at all")
    qtbot.waitUntil(lambda: names(page) == [])


def test_what_another_program_writes_is_seen(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    page = people(window)
    window.watch()
    settle(desktop)
    add_people(other, ["Noor Haddad"])
    qtbot.waitUntil(lambda: "Noor Haddad" in names(page), timeout=5_000)


def test_the_sort_order_follows_the_header_and_the_row_stays_chosen(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    ids = add_people(other, ["Amina", "Björn", "Chloé"])
    other.swaps.record(ids[1], ids[0], 90, "Yoga")
    page = people(window)
    settle(desktop)
    page.show_record("member", ids[1])
    settle(desktop)
    page.table.horizontalHeader().sectionClicked.emit(4)
    settle(desktop)
    assert names(page)[0] == "Amina" and names(page)[-1] == "Björn"
    assert page.table.current_id() == ids[1]
    assert page.model.index(3, 4).data() == "+1 h 30 min"


def test_removed_members_can_be_restored_from_their_list(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    (gone,) = add_people(other, ["Samuel Silva"])
    other.records.remove("member", gone)
    page = people(window)
    settle(desktop)
    page._filter.setCurrentIndex(page._filter.findData("removed"))
    settle(desktop)
    assert names(page) == ["Samuel Silva"]
    page.show_record("member", gone)
    settle(desktop)
    page.pane._restore.click()
    settle(desktop)
    assert names(page) == []


def test_find_opens_records_and_runs_commands(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    (amina,) = add_people(other, ["Amina Adeyemi"])
    settle(desktop)
    window.open_find()
    find = window.finder
    qtbot.keyClicks(find.field.edit, "ade ami")
    qtbot.waitUntil(lambda: find.model.rowCount() > 0 and find.model.index(0).data() == "Amina Adeyemi")
    qtbot.keyClick(find.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    assert window.page.name == "people" and not find.isVisible()
    page = people(window)
    assert page.pane.shown is not None and page.pane.shown.record.id == amina

    window.open_find()
    qtbot.keyClicks(find.field.edit, "settings")
    qtbot.waitUntil(lambda: find.model.rowCount() > 0 and find.model.index(0).data() == "Settings")
    qtbot.keyClick(find.field.edit, Qt.Key.Key_Return)
    assert window.page.name == "settings"


def test_many_records_hide_no_command_and_names_still_come_first(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    add_people(other, [f"Share {n}" for n in range(12)])
    settle(desktop)
    window.open_find()
    find = window.finder
    qtbot.keyClicks(find.field.edit, "shar")  # the whole word would mean the command
    qtbot.waitUntil(lambda: find.model.rowCount() > 12)
    titles = [str(find.model.index(row).data()) for row in range(find.model.rowCount())]
    assert all(title.startswith("Share ") for title in titles[:4])
    assert "Share" in titles[4:8] and sum(title[6:].isdigit() for title in titles) == 12


def test_find_closes_with_escape_and_gives_the_keyboard_back(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle
) -> None:
    page = people(window)
    settle(desktop)
    page.field.setFocus()
    window.open_find()
    qtbot.keyClick(window.finder.field.edit, Qt.Key.Key_Escape)
    assert not window.finder.isVisible()
    assert window.focusWidget() is page.field.edit


def test_today_confirms_what_waits(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    ids = add_people(other, ["Amina", "Björn"])
    other.swaps.record(ids[0], ids[1], 60, "Yoga", proposed=True)
    other.records.add("request", {"member": ids[1], "title": "Bicycle repair", "state": "open"})
    window.show_page("today")
    settle(desktop)
    page = window.page
    assert isinstance(page, TodayPage) and page.news is not None
    assert page.news.waiting_count == 1 and page.news.asked_count == 1
    confirm = next(b for b in page.findChildren(QPushButton) if b.text() == "Confirm" and b.isVisible())
    assert "Amina gave Björn" in confirm.accessibleName()
    confirm.click()
    settle(desktop)
    assert page.news.waiting_count == 0
    assert other.reader.balance(ids[0]) == 60


def test_consents_are_noted_and_withdrawn(desktop: Desktop, window: Window, settle: Settle, other: Verbs) -> None:
    (amina,) = add_people(other, ["Amina"])
    page = people(window)
    page.show_record("member", amina)
    settle(desktop)
    page.pane._consents(page.pane.shown)
    dialog = QApplication.activeModalWidget()
    dialog._ticks["name_in_print"].setChecked(True)  # the dialog just opened
    dialog.submit()
    settle(desktop)
    assert [row["purpose"] for row in other.reader.list("consent", where={"member": amina})] == ["name_in_print"]
    page.pane._consents(page.pane.shown)
    dialog = QApplication.activeModalWidget()
    dialog._ticks["name_in_print"].setChecked(False)
    dialog.submit()
    settle(desktop)
    assert [bool(row["withdrawn"]) for row in other.reader.list("consent", where={"member": amina})] == [True]


def test_history_names_people_and_laptops(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    (amina,) = add_people(other, ["Amina"])
    other.records.edit("member", amina, {"phone": "0145"})
    page = people(window)
    page.show_record("member", amina)
    settle(desktop)
    page.pane._history(page.pane.shown)
    dialog = QApplication.activeModalWidget()
    settle(desktop)
    model = dialog.model
    assert model.index(0).data() == "Phone: 0145"
    assert "Pilar’s laptop" in model.index(0).data(Role.SECOND)
    dialog.accept()


def test_what_is_being_typed_is_kept_when_the_window_closes(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    (amina,) = add_people(other, ["Amina"])
    page = people(window)
    page.show_record("member", amina)
    settle(desktop)
    page.pane.edit()
    line = page.pane.form.edit("phone").control
    line.setFocus()
    qtbot.keyClicks(line, "0145")
    desktop.close()
    assert other.reader.get("member", amina)["phone"] == "0145"


def test_other_circles_offers_are_found_offline(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    body = {"kind": "offer", "title": "Pottery for beginners", "topic": "Pottery", "name": "Inès", "reach": 3}
    body["expires"] = "2099-01-01"
    item = CatalogueItem(b"c" * 16, "Mill Lane Circle", b"i" * 16, body)
    Region(other.circle).keep(b"1" * 16, [item])
    window.open_find()
    find = window.finder
    qtbot.keyClicks(find.field.edit, "pott")
    qtbot.waitUntil(lambda: find.model.rowCount() == 1 and find.model.index(0).data() == "Pottery for beginners")
    assert find.model.index(0).data(Role.SECOND) == "Offer of Mill Lane Circle"
    qtbot.keyClick(find.field.edit, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OthersItem)
    dialog.accept()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_themes_change_while_the_window_is_open(desktop: Desktop, window: Window, settle: Settle, theme: str) -> None:
    desktop.theme.choose(theme)
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        shade = window.grab().toImage().pixelColor(window.width() - 6, 60).lightness()
        assert (shade < 60) if theme == "dark" else (shade > 220), name
