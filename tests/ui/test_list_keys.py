"""Lists by keyboard: sorted, walked through from end to end, their menus; and F1, which tells all of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.shortcuts import Shortcuts
from learningcircles_ui.parts.copying import as_lines
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.parts.table import Table
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
Key = Qt.Key


def many(other: Verbs, window: Window, desktop: Desktop, settle: Settle) -> PeoplePage:
    add_people(other, [f"Person {number:03}" for number in range(120)])
    window.show_page("people")
    settle(desktop)
    page = window.page
    assert isinstance(page, PeoplePage)
    return page


def test_a_list_is_sorted_by_keys_and_the_chosen_one_stays(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    page = many(other, window, desktop, settle)
    page.table.go_to(70)
    settle(desktop)
    chosen = page.table.current_id()
    for descending in (False, True):
        window.lists.sort()
        menu = qapp.activePopupWidget()
        assert isinstance(menu, QMenu) and menu.actions()[0].text().startswith("Name")
        qtbot.keyClick(menu, Key.Key_Return)
        settle(desktop)
        assert page.model.question[2:] == ("name", descending) and page.table.current_id() == chosen
    assert page.table.horizontalHeader().isSortIndicatorShown()
    assert window.focusWidget() is page.table
    assert page.pane.shown is not None and page.pane.shown.record.id == chosen


def test_another_order_shows_its_top_where_nobody_was_chosen_by_hand(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    page = many(other, window, desktop, settle)
    person = page.model.row(0)
    assert person is not None and page.table.current_id() == person.record.id, "the page has chosen the first one"
    for column in (4, 0, 0):
        page.table.verticalScrollBar().setValue(900)
        sort_by(page.table, column)
        settle(desktop)
        assert page.table.currentIndex().row() == 0 and page.table.verticalScrollBar().value() == 0
        assert page.pane.shown is not None and page.pane.shown.record.id == page.table.current_id()
    page.table.clicked.emit(page.table.currentIndex())
    chosen = page.table.current_id()
    sort_by(page.table, 0)
    settle(desktop)
    assert page.table.current_id() == chosen and page.table.verticalScrollBar().value() > 900


def test_another_order_shows_its_top_where_nothing_is_chosen(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    for number in range(40):
        other.swaps.record(ana, bo, 5 + number, f"Topic {number}")
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    bar = page.swaps.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    sort_by(page.swaps.table, 3)
    settle(desktop)
    assert bar.value() == 0 < bar.maximum() and not page.swaps.table.currentIndex().isValid()


def test_home_and_end_go_to_the_first_and_the_last_row(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    page = many(other, window, desktop, settle)
    page.table.go_to(5)
    for key, row in ((Key.Key_End, 120), (Key.Key_Home, 0)):
        qtbot.keyClick(page.table, key)
        assert page.table.currentIndex().row() == row
    assert len(page.table.selectionModel().selectedRows()) == 1
    qtbot.keyClick(page.table, Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.table.selectionModel().selectedRows()) == 121
    settle(desktop)


def test_shift_f10_opens_the_menu_of_a_row(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    page = many(other, window, desktop, settle)
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [each.text() for each in menu.actions()]
    assert "Edit" in words and "Sort by" in words
    menu.close()


def test_a_list_reached_by_tab_copies_the_row_with_the_ring(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    """Nothing is marked there yet; and where there is no row, what was copied before stays."""
    (ana,) = add_people(other, ["Ana Ruiz"])
    other.records.add("offer", {"title": "Bread", "member": ana})
    other.meetups.plan("Café", f"{other.desk.today()}T18:00", 60)
    other.learning.note(ana, "Yoga")
    other.records.add("place", {"name": "The hall"})
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        if isinstance(window.page, MeetupsPage):
            window.page.head.look_as("list")
            settle(desktop)
        for table in (each for each in window.page.findChildren(Table) if each.isVisible()):
            qapp.clipboard().setText("before")
            table.clearSelection()
            table.setFocus(Qt.FocusReason.TabFocusReason)
            settle(desktop)
            qtbot.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            settle(desktop)
            row = table.currentIndex().row()
            first = str(table.model().index(row, table.wanted_columns()[0]).data()) if row >= 0 else "before"
            assert qapp.clipboard().text().split("\t")[0] == first, (name, table.accessibleName())


def test_who_came_is_copied_with_a_key(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    meetup, _ = other.meetups.plan("Café", f"{other.desk.today()}T18:00", 60)
    other.meetups.attend(meetup, member=ana)
    dialog = Attendance(window.shell, meetup, window)
    dialog.open()
    settle(desktop)
    dialog.table.selectAll()
    qtbot.keyClick(dialog.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(desktop)
    assert qapp.clipboard().text().split("\n")[0] == "Ana Ruiz\tCame"
    dialog.accept()
    settle(desktop)


def test_what_is_copied_is_no_formula_and_an_import_takes_it_as_it_was(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    for words in ("=1+1", "@home", "+cmd|x", "-ette", "'=odd"):
        other.records.add("member", {"name": words, "place": words, "topics": [words]})
    before = other.reader.state_hash()
    qtbot.waitUntil(lambda: people.model.rowCount() == 10)
    people.table.selectAll()
    qtbot.keyClick(people.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(desktop)
    copied = qapp.clipboard().text()
    cells = [cell for line in copied.split("\n") for cell in line.split("\t")]
    assert "'=1+1" in cells and not [cell for cell in cells if cell[:1] in ("=", "@", "+")]
    model = people.model
    titles = [model.column(at).heading or model.column(at).title for at in people.table.wanted_columns()]
    file = tmp_path / "pasted.tsv"
    file.write_text("\n".join(["\t".join(titles), copied]), "utf-8")
    seen = preview(other.reader, "member", file, today=other.desk.today())
    assert not [problem.sentence for row in seen.rows for problem in row.problems] and len(seen.rows) == 10
    made = import_preview(other, seen)
    assert made.added == [] and other.reader.state_hash() == before


def test_delete_removes_the_row_with_the_ring_and_arrows_mark_the_only_row(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    """As Tab comes into a list: Enter opens the row with the ring, so Delete is about that one, too."""
    (ana,) = add_people(other, ["Ana Ruiz"])
    other.records.add("offer", {"title": "Bread", "member": ana})
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    table = page.listings["offer"].table
    assert table.model().rowCount() == 1
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Home, Key.Key_End, Key.Key_PageDown):
        table.clearSelection()
        table.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(table, key)
        assert [each.row() for each in table.selectionModel().selectedRows()] == [0], key
    table.clearFocus()
    table.clearSelection()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, Key.Key_Delete)
    settle(desktop)
    assert other.reader.list("offer") == [] and table.model().rowCount() == 0


def test_f1_tells_every_key_once_by_what_one_is_about(window: Window, desktop: Desktop, settle: Settle) -> None:
    window.show_shortcuts()
    settle(desktop)
    dialog = next(iter(window.findChildren(Shortcuts)))
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    titles = [words for words, keys in dialog.model.rows if not keys]
    assert titles == ["New", "Edit", "Circle", "Go to", "Help", "On a page", "In a list", "In a form", "Everywhere"]
    keys = [keys for _, keys in dialog.model.rows if keys]
    assert len(keys) == len(set(keys))
    told = {keys: words for words, keys in dialog.model.rows}
    assert told["F2"] == "Change what is chosen" and told["Ctrl+F"] == "Search the page’s list"
    assert {"Del", "Ctrl+C", "Menu, Shift+F10", "Ctrl+Shift+B", "Home, End", "Ctrl+Shift+O", "F10"} <= told.keys()
    dialog.close()


def test_what_is_in_several_lines_is_one_row_when_it_is_copied() -> None:
    assert as_lines([["Bread\n=1+1", "a\tb"], ["2\u00a0h", "x"]]) == "Bread =1+1\ta b\n2\u00a0h\tx"


def test_tab_chooses_no_exchange_that_the_buttons_below_would_act_on(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    giver, receiver = add_people(other, ["Amina Haddad", "Bo Ek"])
    other.records.add("request", {"title": "Bread", "member": giver})
    for title in ("Bread", "Chess"):
        other.swaps.record(giver, receiver, 60, title)
    window.resize(1600, 1000)
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    swaps, requests = page.swaps, page.listings["request"]
    page.field.edit.setFocus()
    while not swaps.table.hasFocus():
        qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
    for table in (swaps.table, requests.table):
        assert table.currentIndex().row() == 0 and not table.selectionModel().hasSelection()
    swaps.model.refresh()
    settle(desktop)
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, _: said.append(words))
    requests.finder.click()
    assert said == ["Choose a request first."]
    assert not any(made.isEnabled() for made in swaps.turns.values())
    swaps.turn("reverse")
    settle(desktop)
    assert {each["state"] for each in other.reader.list("swap")} == {"confirmed"}
    offered = {each.text() for each in swaps.table.menu().actions()}
    assert "Reverse" in offered, "its menu is that of the row with the ring"
    qtbot.keyClick(swaps.table, Key.Key_Down)
    assert swaps.turns["reverse"].isEnabled()
    swaps.table.clearSelection()
    assert not swaps.turns["reverse"].isEnabled()
