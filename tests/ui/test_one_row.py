"""One row is chosen in every table after something was added, undone, redone or filtered, whatever key is held down."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.table import Table
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import CTRL, SHIFT, Hands, Key

Settle = Callable[[Desktop], None]
PAGES = ("people", "exchanges", "meetups", "learning", "community")


def filled(verbs: Verbs) -> None:
    """Put two of everything into the circle."""
    amina, bo = add_people(verbs, ["Amina", "Bo"], topics=["chess"])
    for number in (1, 2):
        verbs.records.add("offer", {"member": amina, "title": f"Offer {number}", "topic": f"topic {number}"})
        verbs.records.add("request", {"member": bo, "title": f"Request {number}"})
        verbs.swaps.record(amina, bo, 30, f"swap {number}")
        verbs.records.add("meetup", {"title": f"Meetup {number}", "start": f"2030-05-0{number}T18:00"})
        verbs.learning.note(amina, f"lesson {number}")
        verbs.records.add("place", {"name": f"Hall {number}"})


def wrong(window: Window) -> list[str]:
    """Return the tables in which not exactly the current row is chosen."""
    found = []
    for table in window.page.findChildren(Table):
        rows = {index.row() for index in table.selectionModel().selectedIndexes()}
        current = table.currentIndex()
        if rows != ({current.row()} if current.isValid() else set()):
            found.append(f"{table.accessibleName()}: {sorted(rows)}, now {current.row()}")
    return found


@pytest.mark.parametrize("name", PAGES)
def test_adding_undoing_and_filtering_leave_one_row_chosen(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, name: str
) -> None:
    filled(other)
    window = desktop.open()
    window.activateWindow()
    window.show_page(name)
    if isinstance(window.page, MeetupsPage):
        window.page.head.look_as("list")
    settle(desktop)
    tables = [table for table in window.page.findChildren(Table) if table.model().rowCount() > 1]
    for table in tables:
        table.go_to(0)
    settle(desktop)
    QTest.keyPress(window, Qt.Key.Key_Control, CTRL)
    assert QApplication.keyboardModifiers() & CTRL
    try:
        filled(other)
        window.watch()
        settle(desktop)
        assert wrong(window) == [], "added"
        for table in tables:
            table.go_to(1)
        assert wrong(window) == [], "chosen"
        for action in (window.undo_redo.undo, window.undo_redo.undo, window.undo_redo.redo, window.undo_redo.undo):
            action.trigger()
            settle(desktop)
        assert wrong(window) == [], "undone"
        for field in window.page.findChildren(SearchField):
            field.edit.setText("1")
        settle(desktop)
        assert wrong(window) == [], "filtered"
        for field in window.page.findChildren(SearchField):
            field.edit.clear()
        settle(desktop)
        assert wrong(window) == [], "all again"
    finally:
        QTest.keyRelease(window, Qt.Key.Key_Control)


def test_a_member_added_with_ctrl_enter_is_the_one_row_chosen(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Amina", "Zoë"])
    window = desktop.open()
    window.activateWindow()
    window.show_page("people")
    settle(desktop)
    hands = Hands(qtbot)
    hands.press(Key.Key_A, held=CTRL | SHIFT)
    hands.write("Mia")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyPress(dialog, Qt.Key.Key_Control)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle(desktop)
    assert QApplication.keyboardModifiers() & CTRL, "still down when the list comes anew"
    (table,) = window.page.findChildren(Table)
    assert wrong(window) == [] and table.rows_as_text().startswith("Mia"), "what is copied is this one"
    QTest.keyRelease(window, Qt.Key.Key_Control)
