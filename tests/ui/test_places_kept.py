"""Whoever works stays where they were: keyboard, row and page, after what was done, undone or left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.kept_focus import buttons_in
from learningcircles_ui.parts.scrolled_to import how_far, scroll_to
from learningcircles_ui.parts.table_model import FIRST
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]


def words(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text()]


def do(menu: QMenu, name: str) -> None:
    next(each for each in menu.actions() if each.text() == name).trigger()


def people(desktop: Desktop, settle: Settle) -> tuple[Window, PeoplePage]:
    window = desktop.open()
    window.activateWindow()
    window.show_page("people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    return window, page


def chosen(page: PeoplePage) -> str:
    return str(page.table.currentIndex().siblingAtColumn(0).data())


def test_a_neighbour_comes_up_for_who_was_removed_and_undo_chooses_them_again(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Aoife", "Bo", "Cem", "Dora"])
    window, page = people(desktop, settle)
    page.table.go_to(2)
    settle(desktop)
    menu = page.table.menu()
    assert words(menu)[:2] == ["Edit", "Record an exchange"] and "History…" in words(menu)
    do(menu, "Remove")
    settle(desktop)
    assert window.toast.label.text() == "Cem removed" and chosen(page) == "Dora"
    page.table.go_to(0)
    window.undo_redo.take_back()
    settle(desktop)
    assert window.toast.label.text() == "Undone: Remove Cem." and chosen(page) == "Cem"


def test_edit_begins_in_the_first_field_and_escape_leaves_it(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Aoife"])
    window, page = people(desktop, settle)
    page.pane._edit.click()
    first = next(iter(page.pane.form.lines.values())).editor
    assert page.pane._stack.currentIndex() == 1 and first.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert page.pane._stack.currentIndex() == 0 and window.focusWidget() is page.table
    settle(desktop)


def test_whoever_leaves_what_keys_began_is_where_they_were(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Aoife", "Bo"])
    window, page = people(desktop, settle)
    page.table.setFocus()
    for name in ("exchanges", "meetups", "learning"):
        what = {"exchanges": "record", "meetups": "plan", "learning": "note"}[name]
        window._asked(name, (what, None))
        settle(desktop)
        dialog = QApplication.activeModalWidget()
        assert window.page.name == name and dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert window.page is page and window.focusWidget() is page.table
    window.show_page("exchanges")
    window.pages["exchanges"].begin("record", None)
    form = window.page.findChild(SwapForm)
    assert form is not None
    form.reject()
    assert window.page.name == "exchanges", "who asked for it there stays there"
    settle(desktop)


def test_offers_are_matched_and_removed_by_mouse(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    (bo,) = add_people(other, ["Bo"])
    other.records.add("offer", {"title": "Bicycle repair", "member": bo})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    offers = page.listings["offer"]
    offers.table.go_to(0)
    menu = offers.table.menu()
    assert {"Change…", "Mark as: Matched", "Record an exchange", "Remove"} <= set(words(menu))
    assert "Change…" not in words(offers.table.menu(on_row=False))
    do(menu, "Mark as: Matched")
    settle(desktop)
    assert other.reader.list("offer")[0]["state"] == "matched"
    do(offers.table.menu(), "Remove")
    settle(desktop)
    assert window.toast.label.text() == "Bicycle repair removed" and other.reader.count("offer") == 0


def test_after_confirm_the_next_confirm_has_the_keyboard(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    one, two = add_people(other, ["Aoife", "Bo"])
    for topic in ("Bread", "Kiln", "Bikes"):
        other.swaps.record(one, two, 60, topic, proposed=True)
    window = desktop.open()
    window.activateWindow()
    settle(desktop)
    page = window.page
    assert isinstance(page, TodayPage)
    buttons = [each for each in buttons_in((page._left, page._right)) if each.text() == "Confirm"]
    buttons[1].setFocus()
    buttons[1].click()
    settle(desktop)
    left = [each for each in buttons_in((page._left, page._right)) if each.text() == "Confirm"]
    assert len(left) == 2 and window.focusWidget() is left[1]
    assert isinstance(window.focusWidget(), QPushButton)


def test_a_first_page_is_as_long_as_what_is_seen(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    """Three lists of one page are read with every letter that is typed: what nobody sees is not read first."""
    add_people(other, [f"Person {number}" for number in range(60)])
    window, page = people(desktop, settle)
    seen = page.table.viewport().height() // page.table.verticalHeader().defaultSectionSize()
    assert seen < page.model.first < FIRST and page.model.rowCount() == 61, "the rest follows"
    window.resize(1280, 4000)
    settle(desktop)
    assert page.model.first == FIRST


def test_lists_beside_each_other_stay_as_wide_while_somebody_searches(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    ada, bo = add_people(other, ["Ada Okonkwo", "Bo Berg"])
    for number in range(2):
        long = f"Bicycle repair of every kind and size, number {number}, with tools and tea and a talk about wheels"
        other.records.add("offer", {"member": ada, "title": long, "topic": "bikes"})
        other.records.add("request", {"member": bo, "title": f"Chess {number}", "topic": "chess"})
    window = desktop.open()
    window.resize(1280, 800)
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    offers = page.listings["offer"]
    qtbot.waitUntil(lambda: offers.model.rowCount() == 2 and offers.width() > page.listings["request"].width())
    wide = offers.width()
    for letters, left in (("chess", 0), ("bicycle", 2)):
        page.search(letters)
        qtbot.waitUntil(lambda left=left: offers.model.rowCount() == left)
        settle(desktop)
        QApplication.processEvents()
        assert offers.width() == wide, letters


def test_the_menu_keeps_the_keyboard_only_on_the_page_in_view(desktop: Desktop, window: Window, settle: Settle) -> None:
    people = window.sidebar.items["people"]
    people.setFocus()
    QTest.keyClick(people, Qt.Key.Key_Return)
    settle(desktop)
    assert window.page is window.pages["people"] and people.hasFocus()
    window.show_page("exchanges")
    settle(desktop)
    assert not window.sidebar.isAncestorOf(window.focusWidget())


def test_a_page_that_takes_another_s_place_is_scrolled_as_far_until_somebody_scrolls_it(qtbot: QtBot) -> None:
    page, inside = QWidget(), QWidget()
    qtbot.addWidget(page)
    area = QScrollArea(page)
    inside.setFixedSize(100, 100)
    area.setWidget(inside)
    area.setFixedSize(200, 200)
    page.show()
    scroll_to(page, 0.5)
    inside.setFixedSize(100, 2000)
    QApplication.processEvents()
    assert abs(how_far(page) - 0.5) < 0.01, "as soon as it is as high as it will be"
    scroll_to(page, 0.8)
    area.verticalScrollBar().setValue(0)
    inside.setFixedSize(100, 2100)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0
