"""The lists of dialogs are copied as tables are: several rows, guarded against formulas, gone with the lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.records.history import HistoryDialog
from learningcircles_ui.pages.records.removed import RecentlyRemoved
from learningcircles_ui.pages.today.every_waiting import EveryQuestion
from learningcircles_ui.pages.today.written_apart import WrittenApart
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import shown_of
from tests.ui.test_today_every import apart, pressable
from tests.ui.test_written_apart import Pair, opened, today

Settle = Callable[[Desktop], None]
_ = apart


@pytest.fixture
def pair(home: Home, other: Verbs, red: Engine, tmp_path: Path) -> Pair:
    return Pair(home, other, red, tmp_path)


def copied(listed: QListView, desktop: Desktop, settle: Settle, qtbot: QtBot) -> list[list[str]]:
    """Mark everything and copy it, with keys."""
    QApplication.clipboard().setText("before")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(listed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(desktop)
    return [line.split("\t") for line in QApplication.clipboard().text().split("\n")]


def test_a_history_is_copied_in_whole_lines_and_goes_with_the_lock(
    house: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window = house.window
    assert window is not None
    window.show_page("people")
    settle(house)
    table = window.pages["people"].table
    table.go_to(0)
    settle(house)
    dialog = HistoryDialog(window.shell, "member", table.current_id(), "Mia", window)
    dialog.open()
    settle(house)
    lines = copied(dialog.list, house, settle, qtbot)
    assert len(lines) == dialog.model.rowCount() > 1 and all(len(line) == 2 for line in lines)
    house.lockup.lock()
    assert QApplication.clipboard().text() == ""


def test_no_line_that_is_copied_is_a_formula_and_each_stands_in_one(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    (ana,) = add_people(other, ["Ana"])
    names = ["=1+1", "@home", "Two\nlines"]
    offers, _ = other.records.add_many("offer", [{"member": ana, "title": n} for n in names], label="Add offers")
    for each in offers:
        other.records.remove("offer", each)
    window.lists.show_removed()
    (dialog,) = shown_of(window, RecentlyRemoved)
    settle(desktop)
    lines = copied(dialog.list, desktop, settle, qtbot)
    assert [line[0] for line in lines] == ["Two lines", "'@home", "'=1+1"] and "Offer" in lines[0][1]
    assert not dialog.done_button.isEnabled(), "several are marked: none of them is meant to come back"
    dialog.submit()
    settle(desktop)
    assert other.reader.count("offer") == 0
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    assert dialog.done_button.isEnabled()
    dialog.submit()
    settle(desktop)
    assert [each.id for each in other.reader.list("offer")] == [offers[2]]
    dialog.reject()


def test_all_that_waits_is_copied_and_no_answer_is_given_for_several(
    pair: Pair, apart: list[bytes], desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    page = today(desktop, settle)
    pressable(page, "Show all 7").click()
    settle(desktop)
    (every,) = shown_of(page.window(), EveryQuestion)
    lines = copied(every.list, desktop, settle, qtbot)
    assert len(lines) == 7 and lines[0][1].startswith("Kept “45 min”")
    assert every.current() is None and not (every.done_button.isEnabled() or every.other_button.isEnabled())
    every.submit()
    settle(desktop)
    assert len(pair.here.reader.review()) == 7
    every.list.choose(6)
    chosen = every.current()
    assert chosen is not None and every.other_button.isEnabled() and every.other_button.text().startswith("Use ")
    every.other_button.click()
    settle(desktop)
    assert pair.here.reader.get("swap", chosen.item.record)["minutes"] == 90
    assert every.current() is every.model.pairs[5] and every.list.only() == 5, "the next one is seen to be meant"
    index = every.model.index(5)
    every.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Deselect)
    assert every.current() is None and not every.done_button.isEnabled(), "where no mark is seen nobody is meant"
    every.reject()


def test_what_was_written_apart_is_copied_also_where_nobody_has_looked(
    pair: Pair, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    people = add_people(pair.here, [f"Person {number:03}" for number in range(250)])
    pair.meet()
    for verbs, place in ((pair.here, "=North"), (pair.there, "South")):
        for each in people:
            verbs.records.edit("member", each, {"place": place})
    pair.meet()
    page = today(desktop, settle)
    qtbot.waitUntil(lambda: page.apart.count == 250)
    dialog: WrittenApart = opened(page, desktop, settle)
    lines = copied(dialog.list, desktop, settle, qtbot)
    assert sorted(line[0] for line in lines) == [f"Person {number:03}: Neighbourhood" for number in range(250)]
    assert all("South" in line[1] and "North" in line[1] for line in lines)
    dialog.reject()
