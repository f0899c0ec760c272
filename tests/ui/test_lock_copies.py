"""What was copied does not outlive the lock."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.history import HistoryDialog

Settle = Callable[[Desktop], None]


def test_the_lock_takes_what_was_copied_off_the_clipboard(house: Desktop, settle: Settle, qtbot: QtBot) -> None:
    assert house.window is not None
    house.window.show_page("people")
    settle(house)
    people = house.window.pages["people"]
    assert isinstance(people, PeoplePage)
    people.table.selectAll()
    qtbot.keyClick(people.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Lindqvist" in QApplication.clipboard().text()
    house.lockup.lock()
    assert QApplication.clipboard().text() == ""


@pytest.mark.parametrize("where", ["history", "field"])
def test_the_lock_takes_back_what_qt_itself_copied(house: Desktop, settle: Settle, qtbot: QtBot, where: str) -> None:
    """A list in a dialog and a field have a way to copy of their own."""
    window = house.window
    assert window is not None
    window.show_page("people")
    settle(house)
    people = window.pages["people"]
    assert isinstance(people, PeoplePage)
    people.table.go_to(0)
    settle(house)
    QApplication.clipboard().setText("before")
    if where == "history":
        person = people.pane.shown
        assert person is not None
        dialog = HistoryDialog(window.shell, "member", person.record.id, "Mia", window)
        dialog.open()
        settle(house)
        dialog.list.setCurrentIndex(dialog.model.index(0))
        qtbot.keyClick(dialog.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    else:
        people.pane.edit()
        line = people.pane.form.edit("name").control
        line.setFocus()
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() not in ("", "before")
    house.lockup.lock()
    assert QApplication.clipboard().text() == ""
