"""Lists by keyboard: sorted, walked through from end to end, their menus; and F1, which tells all of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people import PeoplePage
from learningcircles_ui.pages.shortcuts import Shortcuts
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
    assert page.pane.person is not None and page.pane.person.record.id == chosen


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
