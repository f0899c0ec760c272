"""Find answers what stands in its field now, and the keyboard stays in it."""

from __future__ import annotations

import time
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles_ui.app import Desktop
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import PATIENCE, Settle, ask, front, gone, reading_held


def type_over(window: Window, words: str) -> None:
    """Type over what stands in the field, and press Enter before anything is found."""
    window.finder.field.edit.selectAll()
    QTest.keyClicks(window.finder.field.edit, words)
    QTest.keyClick(window.finder.field.edit, Qt.Key.Key_Return)


def test_enter_opens_what_is_found_for_the_letters_of_now(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """“ana” shows Ana; “andrzej” and Enter at once opens Andrzej."""
    _, andrzej = add_people(other, ["Ana Ruiz", "Andrzej Nowak"])
    window = desktop.open()
    settle(desktop)
    window.open_find()
    QTest.keyClicks(window.finder.field.edit, "ana")
    settle(desktop)
    type_over(window, "andrzej")
    settle(desktop)
    assert window.pages["people"].pane._id == andrzej


def test_enter_runs_no_command_of_the_letters_before(desktop: Desktop, window: Window, settle: Settle) -> None:
    """“undo” marks “Undo: …”; a name is typed over it, Enter at once: nothing is undone."""
    got: list[Any] = []
    window.shell.do(lambda verbs: verbs.records.add("member", {"name": "Ana Ruiz"}), then=got.append)
    settle(desktop)
    window.open_find()
    QTest.keyClicks(window.finder.field.edit, "undo")
    settle(desktop)
    type_over(window, "ana ruiz")
    settle(desktop)
    assert not ask(desktop, settle, lambda verbs: verbs.circle.reader.find_one("member", got[0][0]).deleted)


def test_escape_takes_enter_back(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """A name, Enter, and Escape before it is found: the page stays."""
    add_people(other, ["Bo Ek"])
    window = desktop.open()
    settle(desktop)
    page = window.page
    window.open_find()
    with reading_held(desktop):
        type_over(window, "bo ek")
        QTest.keyClick(window.finder.field.edit, Qt.Key.Key_Escape)
    settle(desktop)
    assert window.page is page and not window.finder.isVisible()


def test_an_emptied_field_shows_no_records(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    add_people(other, ["Ana Ruiz"])
    window = desktop.open()
    settle(desktop)
    window.open_find()
    QTest.keyClicks(window.finder.field.edit, "ana")
    window.finder.field.edit.clear()
    settle(desktop)
    assert "Ana Ruiz" not in [window.finder.model.found(n).title for n in range(window.finder.model.rowCount())]


def test_find_after_what_had_the_keyboard_is_gone(
    other: Verbs, desktop: Desktop, settle: Settle, qapp: QApplication
) -> None:
    """Find is opened from a button of Today; others' work arrives, and the button is made anew meanwhile."""
    ids = add_people(other, ["Ana Ruiz", "Bo Ek"])
    other.records.add("request", {"title": "Bread", "member": ids[0]})
    window = desktop.open()
    settle(desktop)
    look = next(b for b in window.page.findChildren(QPushButton) if b.text().startswith("Find someone"))
    look.setFocus()
    window.open_find()
    other.records.add("request", {"title": "Cheese", "member": ids[1]})
    window.watch()
    settle(desktop)
    gone(qapp)
    window.finder.field.edit.setText("bo")
    settle(desktop)
    QTest.keyClick(window.finder.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    assert window.page.name == "people"


def test_tab_stays_in_find(window: Window) -> None:
    front(window)
    window.open_find()
    QTest.keyClick(window.finder.field.edit, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None and window.finder.isAncestorOf(focus)


def test_keys_of_what_lies_behind_sleep_while_find_is_open(desktop: Desktop, window: Window, settle: Settle) -> None:
    front(window)
    window.open_find()
    for key in (Qt.Key.Key_2, Qt.Key.Key_M):
        QTest.keyClick(window.finder.field.edit, key, Qt.KeyboardModifier.ControlModifier)
        settle(desktop)
    assert window.page.name == "today" and window.finder.isVisible()
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("opens", ["anew", "long"])
def test_whoever_types_does_not_wait_for_a_disk(
    desktop: Desktop, window: Window, settle: Settle, monkeypatch: pytest.MonkeyPatch, opens: str
) -> None:
    """Another connection to the file is being opened, which may take seconds."""
    tasks, entered, hold, real = desktop.tasks, Event(), Event(), Circle.open_reader
    assert tasks is not None

    def slow(circle: Circle) -> Reader:
        entered.set()
        hold.wait(PATIENCE)
        return real(circle)

    tasks.query(lambda reader: hold.wait(PATIENCE), key="find")
    monkeypatch.setattr(Circle, "open_reader", slow)
    if opens == "anew":
        tasks.mutate(lambda verbs: tasks._opened.read_anew())
    else:
        tasks.query_long(lambda reader: None)
    assert entered.wait(PATIENCE)
    begun = time.monotonic()
    tasks.query(lambda reader: None, key="find")
    took = time.monotonic() - begun
    hold.set()
    settle(desktop)
    assert took < PATIENCE / 2
