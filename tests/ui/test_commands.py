"""Ctrl+K knows everything that can be done; what was removed comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.menus import leaves
from learningcircles_ui.pages import PAGES
from learningcircles_ui.pages.learning.page import LearningPage
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.people.farewell import EraseMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.history import HistoryDialog
from learningcircles_ui.pages.records.removed import RecentlyRemoved, RemovedModel
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.headings import ACTION
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.found import lines_of, names

Settle = Callable[[Desktop], None]


def words_of(button: QPushButton) -> str:
    """Return under which words Find knows it: a button that triggers an action is no command of its own."""
    its = button.property(ACTION)
    return its.text().replace("&", "") if isinstance(its, QAction) else button.accessibleName() or button.text()


@pytest.mark.parametrize(("language", "typed"), [("en", "import"), ("fr", "importer"), ("es", "importar")])
def test_what_can_be_done_stands_once_in_find_whatever_its_button_is_called(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication, language: str, typed: str
) -> None:
    speak(qapp, language)
    try:
        made = desktop.open()
        made.show_page("people")
        settle(desktop)
        made.open_find()
        made.finder.field.edit.setText(typed)
        settle(desktop)
        lines = [made.finder.model.found(row).title for row in range(made.finder.model.rowCount())]
        assert len(lines) == 2, lines
        assert all(len(each.split()) > 1 for each in lines), "which list is meant is said"
    finally:
        speak(qapp, "en")


@pytest.mark.parametrize("page", [kind.name for kind in PAGES])
def test_every_button_of_a_page_is_a_command(desktop: Desktop, other: Verbs, settle: Settle, page: str) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    other.swaps.record(amina, bo, 60, "Bread", proposed=True)
    other.records.add("request", {"member": bo, "title": "Bikes"})
    window = desktop.open()
    window.show_page(page)
    settle(desktop)
    known = names(window)
    here = window.page
    buttons = [each for each in here.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
    plain = {words_of(each) for each in buttons if each.menu() is None}
    menus = [each.menu() for each in buttons if isinstance(each.menu(), QMenu)]
    held = {each.text() for menu in menus for each in leaves(menu) if each.isEnabled() and each.isVisible()}
    assert plain | held <= known, plain | held - known
    assert len(buttons) > 0


def test_what_is_on_other_pages_is_done_from_anywhere(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    window.open_find()
    settle(desktop)
    qtbot.keyClicks(window.finder.field.edit, "write a back")
    settle(desktop)
    qtbot.keyClick(window.finder.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    assert window.page.name == "settings" and isinstance(qapp.activeModalWidget(), WriteBackup)
    qapp.activeModalWidget().close()


def test_what_can_be_done_with_the_chosen_member_is_found(desktop: Desktop, window: Window, settle: Settle) -> None:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    assert "History…" not in names(window)
    window.show_page("people")
    settle(desktop)
    assert {"Statement of hours…", "Member card…", "History…"} <= names(window)


def test_what_is_printed_is_found_from_anywhere(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    found = set(lines_of(window, desktop, settle, "print"))
    assert {"Poster", "Sign-in sheet", "Member card…", "Statement of hours…", "Learning record…"} <= found
    window.show_page("people")
    settle(desktop)
    window.show_page("today")
    assert lines_of(window, desktop, settle, "card")[0] == "Member card…"
    qtbot.keyClick(window.finder.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    shown = qapp.activeModalWidget()
    assert window.page.name == "people" and isinstance(shown, PrintPreview)
    shown.close()


@pytest.mark.parametrize(
    ("words", "found", "drawn"),
    [
        ("invit", "Open invitations…", "mail"), ("open inv", "Open invitations…", "mail"),
        ("week", "Show the week", "calendar-event"), ("filter", "Filter the members…", "filter"),
        ("recovery", "Print the recovery sheet…", "printer"), ("backup", "Write a backup…", "archive"),
    ],
)  # fmt: skip
def test_what_a_page_does_is_found_from_everywhere_with_its_icon(
    desktop: Desktop, window: Window, settle: Settle, words: str, found: str, drawn: str
) -> None:
    assert window.page.name == "today"
    lines = lines_of(window, desktop, settle, words)
    assert found in lines
    model = window.finder.model
    assert model.index(lines.index(found)).data(int(Role.ICON)) == drawn


def test_the_week_is_shown_from_everywhere(desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot) -> None:
    assert lines_of(window, desktop, settle, "week")[0] == "Show the week"
    qtbot.keyClick(window.finder.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    page = window.page
    assert isinstance(page, MeetupsPage) and page.view == "week"


def test_what_takes_a_member_out_of_the_circle_is_found_from_anywhere_and_asks_first_whom(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication, other: Verbs
) -> None:
    found = names(window)
    assert {"Merge with…", "Take apart", "Leaves the circle…", "Erase for good…"} <= found
    assert lines_of(window, desktop, settle, "erase")[0] == "Erase for good…"
    window.finder.close_again()
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    erase = next(each for each in page.offered() if each.text() == "Erase for good…")
    window.show_page("people")
    page.pane.show_record(None)
    erase.trigger()
    assert window.toast.label.text() == "Choose somebody first, then once more."
    settle(desktop)
    page.show_record("member", other.reader.list("member")[0].id)
    settle(desktop)
    assert "Take apart" not in {each.text() for each in page.offered()}, "nobody is merged with them"
    erase.trigger()
    asked = qapp.activeModalWidget()
    assert isinstance(asked, EraseMember)
    asked.close()


def test_the_words_of_a_command_come_before_names_that_hold_them(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    for number in range(5):
        other.records.add("place", {"name": f"Hall {number}"})
    assert lines_of(window, desktop, settle, "hall")[0] == "Hall mode"
    assert (
        lines_of(window, desktop, settle, "ha")[0].startswith("Hall ")
        and lines_of(window, desktop, settle, "ha")[0] != "Hall mode"
    )


def test_every_command_has_a_picture_of_its_own(desktop: Desktop, window: Window, settle: Settle) -> None:
    for page in ("people", "exchanges", "settings"):
        window.show_page(page)
        settle(desktop)
        model = window.finder.model
        window.open_find()
        found = [model.found(row) for row in range(model.rowCount())]
        assert all(each is not None and each.icon != "command" for each in found)
        window.finder.close_again()


def test_every_kind_that_was_removed_comes_back(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    made = {
        "offer": other.records.add("offer", {"member": amina, "title": "Bread"})[0],
        "swap": other.swaps.record(amina, bo, 60, "Pottery")[0],
        "meetup": other.meetups.plan("Open day", "2026-12-03T18:00", 60)[0],
        "place": other.records.add("place", {"name": "Hall"})[0],
        "member": bo,
    }
    for kind, id_ in made.items():
        other.records.remove(kind, id_)
    window.lists.show_removed()
    dialog = window.findChild(RecentlyRemoved)
    assert dialog is not None
    settle(desktop)
    assert dialog.model.rowCount() == 5
    assert dialog.model.index(0).data() == "Bo", "the newest first"
    qtbot.keyClicks(dialog.field.edit, "pott")
    assert [row.record.entity for row in dialog.model.rows] == ["swap"]
    assert "Amina → Bo" in dialog.model.rows[0].title
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    assert other.reader.balance(amina) == 60
    dialog.field.edit.clear()
    for _ in range(4):
        dialog.submit()
        settle(desktop)
    assert dialog.model.rowCount() == 0 and not dialog.done_button.isEnabled()
    assert not [kind for kind, id_ in made.items() if other.reader.get(kind, id_).deleted]


def test_what_was_removed_last_is_told_first_whenever_it_was_made(other: Verbs) -> None:
    ids = [other.records.add("place", {"name": f"Hall {number}"})[0] for number in range(4)]
    for number in (3, 0, 2, 1):
        other.records.remove("place", ids[number])
    other.records.restore("place", ids[3])
    other.records.edit("place", ids[3], {"name": "Old hall"})
    other.records.remove("place", ids[3])
    other.records.restore("place", ids[2])
    assert list(other.reader.removed("place", 10)) == [ids[3], ids[1], ids[0]]
    assert list(other.reader.removed("place", 2)) == [ids[3], ids[1]]


def test_the_list_of_what_was_removed_is_a_proper_model() -> None:
    QAbstractItemModelTester(RemovedModel(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_undo_and_redo_name_what_they_do_in_the_menu(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.shell.do(lambda verbs: verbs.records.add("member", {"name": "Amina"}))
    settle(desktop)
    assert "Amina" in window.undo_redo.undo.text() and window.undo_redo.undo in list(leaves(window.menu))
    window.undo_redo.undo.trigger()
    settle(desktop)
    assert other.reader.count("member") == 1 and "Amina" in window.undo_redo.redo.text()
    window.undo_redo.redo.trigger()
    settle(desktop)
    assert other.reader.count("member") == 2


def test_where_nothing_was_removed_nothing_is_offered(desktop: Desktop, window: Window, settle: Settle) -> None:
    """A line of text stood in an empty box over a grey button."""
    window.lists.show_removed()
    dialog = window.findChildren(RecentlyRemoved)[-1]
    settle(desktop)
    assert dialog.none.isVisible() and dialog.none.sentence.isVisible()
    assert not (dialog.done_button.isVisible() or dialog.list.isVisible() or dialog.field.isVisible())


def test_what_one_action_took_away_is_one_line_and_comes_back_at_once(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    bo, *_ = add_people(other, ["Bo Ek"])
    other.records.remove("member", bo)
    add_people(other, [f"Person {number}" for number in range(30)])
    other.undo.undo()
    window.lists.show_removed()
    dialog = window.findChildren(RecentlyRemoved)[-1]
    settle(desktop)
    assert [(row.title, row.many) for row in dialog.model.rows] == [("Undo: Add people", 30), ("Bo Ek", 1)]
    assert "30 members" in str(dialog.model.index(0).data(Role.SECOND))
    assert dialog.done_button.text() == "Restore all of them"
    dialog.submit()
    settle(desktop)
    assert other.reader.count("member") == 31 and window.toast.label.text() == "30 are back."
    assert [row.title for row in dialog.model.rows] == ["Bo Ek"] and dialog.done_button.text() == "Restore"


def test_all_of_one_kind_come_back_and_those_of_another_stay_away(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    (ana,) = add_people(other, ["Ana"])
    with other.circle.group("Import a list"):
        people = add_people(other, [f"Person {number}" for number in range(5)])
        other.swaps.opening_balances({people[0]: 90})
        bread = [{"member": ana, "title": f"Bread {number}"} for number in range(6)]
        offers, _ = other.records.add_many("offer", bread, label="Add offers")
    other.undo.undo()
    window.lists.show_removed()
    dialog = window.findChildren(RecentlyRemoved)[-1]
    settle(desktop)
    said = []
    for kind in ("member", "offer"):
        at = next(at for at, row in enumerate(dialog.model.rows) if row.record.entity == kind)
        dialog.list.setCurrentIndex(dialog.model.index(at))
        dialog.submit()
        settle(desktop)
        said.append(window.toast.label.text())
        assert {*people} <= {row.id for row in other.reader.list("member")}
        assert other.reader.count("offer") == (0 if kind == "member" else len(offers))
    assert said == ["5 are back. Opening balances stay undone.", "6 are back."]


def test_all_of_them_come_back_and_what_else_the_action_did_stays(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    gone = add_people(other, [f"Person {number}" for number in range(5)])
    (ana,) = add_people(other, ["Ana"], phone="111")
    with other.circle.group("Clean up"):
        for each in gone:
            other.records.remove("member", each)
        other.records.edit("member", ana, {"phone": "222"})
    window.lists.show_removed()
    dialog = window.findChildren(RecentlyRemoved)[-1]
    settle(desktop)
    assert dialog.model.rows[0].many == 5
    dialog.submit()
    settle(desktop)
    assert set(gone) <= {row.id for row in other.reader.list("member")}
    assert other.reader.get("member", ana)["phone"] == "222"
    speak(qapp, "fr")
    told = text.action(other.reader.history("member", gone[0])[-1].label)
    speak(qapp, "en")
    assert told == "Rétablir ce qui avait été retiré"
    window.undo_redo.undo.trigger()
    settle(desktop)
    assert not set(gone) & {row.id for row in other.reader.list("member")}


def test_a_member_of_an_undone_import_comes_back_without_the_hours_and_that_is_said(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    with other.circle.group("Import members"):
        ana, *others = add_people(other, ["Ana", *(f"Person {number}" for number in range(2))])
        other.swaps.opening_balances({ana: 90})
    other.undo.undo()
    window.lists.show_removed()
    dialog = window.findChildren(RecentlyRemoved)[-1]
    settle(desktop)
    names = [row.title for row in dialog.model.rows]
    for name, said in (
        ("Ana", "Ana is back; the opening balance of +1 h 30 min stays undone."), ("Person 1", "Person 1 is back"),
    ):  # fmt: skip
        dialog.list.setCurrentIndex(dialog.model.index(names.index(name)))
        dialog.submit()
        settle(desktop)
        names.remove(name)
        assert window.toast.label.text().replace("\u00a0", " ") == said
    assert other.reader.balance(ana) == 0 and other.swaps.taken_back(ana) == 90
    assert not other.reader.get("member", others[1]).deleted
    other.swaps.opening_balances({ana: 60})
    assert other.swaps.taken_back(ana) == 0


def test_who_looks_for_the_lock_where_there_is_none_finds_how_to_set_it(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window.open_find()
    qtbot.keyClicks(window.finder.field.edit, "lock")
    settle(desktop)
    found = [window.finder.model.found(place) for place in range(2)]
    assert {each.title for each in found if each is not None} == {"Lock now", "Set a passphrase…"}


def _details(window: Window) -> list[str]:
    model = window.finder.model
    found = [model.found(row) for row in range(model.rowCount())]
    return [each.detail for each in found if each is not None]


def test_a_slip_of_the_finger_finds_what_is_meant(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Amina Adeyemi", "Bo Ek"])
    other.meetups.plan("Repair evening", "2026-12-03T18:00", 60)
    assert lines_of(window, desktop, settle, "amnia")[0] == "Amina Adeyemi"
    assert lines_of(window, desktop, settle, "repiar")[0] == "Repair evening"
    assert "Settings" in lines_of(window, desktop, settle, "setings")
    assert lines_of(window, desktop, settle, "amina") == ["Amina Adeyemi"], "what is found as it is typed stands alone"
    assert lines_of(window, desktop, settle, "xqzwv")[0].startswith("Nothing was found")


def test_a_setting_is_found_by_what_can_be_chosen_there(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    assert lines_of(window, desktop, settle, "dark")[0] == "Colours" and _details(window)[0] == "Settings"
    qtbot.keyClick(window.finder.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    assert window.page.name == "settings"
    focus = window.focusWidget()
    assert focus is not None and focus.accessibleName() == "Colours"


def test_a_command_says_where_it_stands_and_its_keys(desktop: Desktop, window: Window, settle: Settle) -> None:
    window.open_find()
    settle(desktop)
    assert window.finder.model.rowCount() > 5 and "Do this now" not in _details(window)
    told = dict(zip(lines_of(window, desktop, settle, "record an"), _details(window), strict=True))
    assert told["Record an exchange"].startswith("Menu › New  ·  ")
    told = dict(zip(lines_of(window, desktop, settle, "write a backup"), _details(window), strict=True))
    assert list(told.values())[0].startswith("Settings")


def test_history_and_remove_of_the_chosen_one_are_found_while_the_details_are_put_away(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot, qapp: QApplication
) -> None:
    (member,) = add_people(other, ["Amina Haddad"])
    record = {"member": member, "topic": "Bread", "kind": "informal", "on": "2026-11-20", "minutes": 30}
    other.records.add("learning", record)
    window.watch()
    window.resize(900, 640)
    for name in ("people", "learning"):
        window.show_page(name)
        settle(desktop)
        page = window.pages[name]
        assert isinstance(page, PeoplePage | LearningPage)
        page.table.go_to(0)
        settle(desktop)
        page.pane.hide()
        assert {"History…", "Remove"} <= names(window), name
    assert lines_of(window, desktop, settle, "history")[0] == "History…"
    qtbot.keyClick(window.finder.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    asked = qapp.activeModalWidget()
    assert isinstance(asked, HistoryDialog) and asked.windowTitle() == "History of Bread"
    asked.close()
