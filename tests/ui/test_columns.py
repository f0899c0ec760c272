"""Tables look as they were left, circle by circle: columns, their order and widths, sorting, filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.parts.table import Table
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]


def people(window: Window) -> PeoplePage:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    return page


def titles(table: Table) -> list[str]:
    """The columns in view, as they stand."""
    header = table.horizontalHeader()
    model = table.model()
    shown = [header.logicalIndex(place) for place in range(header.count())]
    return [
        str(model.headerData(each, Qt.Orientation.Horizontal)) for each in shown if not header.isSectionHidden(each)
    ]


def tick(menu: QMenu, words: str) -> None:
    next(each for each in menu.actions() if each.text() == words).trigger()


def test_columns_and_sorting_are_as_they_were_left(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    add_people(other, ["Bo Ek", "Zoë Hall"])
    table = people(desktop.open()).table
    settle(desktop)
    assert table.columns is not None
    header = table.horizontalHeader()
    tick(table.columns.menu(table), "Wants")
    header.moveSection(header.visualIndex(5), 1)
    table.setColumnWidth(1, 222)
    header.sectionClicked.emit(0)
    header.sectionClicked.emit(0)
    settle(desktop)
    left = titles(table)
    assert left == ["Name", "Status", "Neighbourhood", "Offers", "Hours"]

    window = desktop.open()
    window.resize(1500, 800)  # room for all, in which none steps aside
    again = people(window).table
    settle(desktop)
    assert titles(again) == left and again.columnWidth(1) == 222
    assert [again.model().index(row, 0).data() for row in range(3)] == ["Zoë Hall", "Pilar Ortega", "Bo Ek"]
    assert again.horizontalHeader().isSortIndicatorShown()
    assert again.columns is not None
    tick(again.columns.menu(again), "As they were at first")
    settle(desktop)
    assert titles(again) == ["Name", "Neighbourhood", "Offers", "Wants", "Hours", "Status"]
    assert again.model().index(0, 0).data() == "Bo Ek" and not again.horizontalHeader().isSortIndicatorShown()
    assert titles(people(desktop.open()).table)[1] == "Neighbourhood", "what was put back stays so"


@pytest.mark.parametrize("clicks", [1, 2])
def test_the_last_click_on_a_heading_is_remembered(
    clicks: int, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Bo Ek", "Zoë Hall"])
    table = people(desktop.open()).table
    settle(desktop)
    header = table.horizontalHeader()
    sort_by(table, 1)  # the arrow is in view by now: a click turns it before the rows are sorted
    settle(desktop)
    for _ in range(clicks):
        at = QPoint(header.sectionViewportPosition(0) + 12, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle(desktop)
    order = [table.model().index(row, 0).data() for row in range(3)]
    assert order[0] == ("Bo Ek" if clicks == 1 else "Zoë Hall")
    again = people(desktop.open()).table
    settle(desktop)
    assert [again.model().index(row, 0).data() for row in range(3)] == order


def test_another_circle_has_its_own_columns(desktop: Desktop, home: Home, settle: Settle) -> None:
    found(home, "Hill Circle", "Pilar Ortega", "Pilar’s laptop").close()
    for name, wanted in (("Harbour Circle", 5), ("Hill Circle", 6), ("Harbour Circle", 5)):
        table = people(desktop.open(home.find(name).path)).table
        assert table.columns is not None
        if name == "Harbour Circle":
            table.columns.show_column(3, False)
        assert len(titles(table)) == wanted, name


def test_the_laptops_on_share_keep_the_order_and_widths_of_their_columns(
    desktop: Desktop, home: Home, settle: Settle
) -> None:
    found(home, "Hill Circle", "Pilar Ortega", "Pilar’s laptop").close()

    def laptops(name: str) -> Table:
        window = desktop.open(home.find(name).path)
        window.resize(1500, 800)
        window.show_page("share")
        settle(desktop)
        page: Any = window.page
        return page._table

    table = laptops("Harbour Circle")
    at_first = titles(table)
    table.horizontalHeader().moveSection(2, 0)
    table.setColumnWidth(1, 333)
    settle(desktop)
    assert titles(laptops("Hill Circle")) == at_first
    again = laptops("Harbour Circle")
    assert titles(again) == [at_first[2], *at_first[:2]] and again.columnWidth(1) == 333
    assert again.model().rowCount() == 1 and again.model().index(0, 0).data().startswith("Pilar’s laptop")


def test_the_last_column_stays(window: Window) -> None:
    table = people(window).table
    assert table.columns is not None
    for column in (0, 1, 2, 3, 4):
        table.columns.show_column(column, False)
    assert titles(table) == ["Status"] and table.columnWidth(5) > 300, "it takes all of the width"
    ticked = [each for each in table.columns.menu(table).actions() if each.isChecked()]
    assert [(each.text(), each.isEnabled()) for each in ticked] == [("Status", False)]


@pytest.mark.parametrize("kept", ["[", "[]", '{"order": [0, 1]}', '{"order": [5,4,3,2,1,0], "hidden": 3}'])
def test_what_is_kept_wrongly_counts_as_nothing(desktop: Desktop, kept: str) -> None:
    desktop.open().shell.remember.put_text("people/columns", kept)
    assert "Name" in titles(people(desktop.open()).table)


def test_the_menu_key_reaches_the_columns_and_rows_are_copied_as_they_stand(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    table = people(window).table
    settle(desktop)
    assert table.columns is not None
    table.columns.show_column(1, False)
    qtbot.waitUntil(lambda: table.model().index(0, 0).data() == "Pilar Ortega")
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Pilar Ortega\t\t\t0 h\tActive"
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), table.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(table, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and "Columns" in [each.text() for each in menu.actions()]
    menu.close()


def test_filters_are_as_they_were_left(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    other.swaps.record(amina, bo, 60, "Bread")
    other.swaps.record(bo, amina, 30, "Bikes", proposed=True)
    page = desktop.open().pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    page.swaps.states.setCurrentIndex(page.swaps.states.findData("proposed"))
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    again = window.pages["exchanges"]
    assert isinstance(again, ExchangesPage)
    assert again.swaps.states.currentData() == "proposed" and again.swaps.model.rowCount() == 1
    again.swaps.table.horizontalHeader().sectionClicked.emit(4)
    settle(desktop)
    again.swaps.states.setCurrentIndex(0)
    settle(desktop)
    assert again.swaps.model.question.order == "minutes", "another filter keeps the order"


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_the_arrow_of_what_a_list_is_sorted_by_covers_no_letter(
    desktop: Desktop, other: Verbs, settle: Settle, order: Qt.SortOrder
) -> None:
    add_people(other, ["Bo Ek"])
    table = people(desktop.open()).table
    settle(desktop)
    header = table.horizontalHeader()
    lines = QRect(0, 0, header.width(), header.height()).adjusted(0, header.height() // 3, 0, 0)
    header.setSortIndicatorShown(False)
    plain, whole = header.grab(lines).toImage(), header.grab().toImage()
    for column in range(header.count()):
        header.setSortIndicator(column, order)
        header.setSortIndicatorShown(True)
        assert header.grab(lines).toImage() == plain, column
    assert header.grab().toImage() != whole


def test_widths_that_somebody_chose_outlast_a_small_window(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    add_people(other, ["Ana Ruiz"], topics=["bicycle repair"], place="Quay")
    window = desktop.open()
    window.resize(1500, 900)
    table = people(window).table
    settle(desktop)
    for column in range(1, 5):
        table.setColumnWidth(column, 180)
    settle(desktop)
    window.resize(1000, 700)
    settle(desktop)
    assert 0 in [table.columnWidth(column) for column in range(1, 5)], "one has stepped aside"
    window = desktop.open()
    window.resize(1500, 900)
    table = people(window).table
    settle(desktop)
    assert [table.columnWidth(column) for column in range(1, 5)] == [180] * 4


def test_columns_are_moved_and_made_wider_from_the_menu(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    """Whoever has no mouse reaches the menu by its key; what is done there is remembered as by hand."""
    add_people(other, ["Bo Ek"])
    other.records.edit("member", add_people(other, ["Zoë"])[0], {"place": "The Old Town behind the mill by the river"})
    window = desktop.open()
    window.resize(1500, 800)
    table = people(window).table
    settle(desktop)
    assert table.columns is not None

    def choose(column: str, words: str) -> bool:
        assert table.columns is not None
        menu = table.columns.menu(table)
        placing = next(made for each in menu.actions() if (made := each.menu()) and each.text() == "Order and width")
        assert isinstance(placing, QMenu)
        one = next(each.menu() for each in placing.actions() if each.text() == column)
        assert isinstance(one, QMenu)
        step = next(each for each in one.actions() if each.text() == words)
        step.trigger()
        return step.isEnabled()

    assert not choose("Name", "Move left") and choose("Name", "Move right")
    assert titles(table)[:2] == ["Neighbourhood", "Name"]
    tick(table.columns.menu(table), "Neighbourhood")
    choose("Offers", "Move left")
    tick(table.columns.menu(table), "Neighbourhood")
    assert titles(table)[:3] == ["Neighbourhood", "Offers", "Name"], "it passes the next one that is seen"
    before = table.columnWidth(1)
    choose("Neighbourhood", "Wider")
    assert table.columnWidth(1) > before
    for _ in range(40):
        choose("Neighbourhood", "Narrower")
    narrow = table.columnWidth(1)
    assert 0 < narrow < before
    choose("Neighbourhood", "Fit to contents")
    fits = table.columnWidth(1)
    assert fits > table.fontMetrics().horizontalAdvance("The Old Town behind the mill by the river")
    left = titles(table)
    window = desktop.open()
    window.resize(1500, 800)
    again = people(window).table
    settle(desktop)
    assert titles(again) == left and again.columnWidth(1) == fits
