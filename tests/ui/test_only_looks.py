"""A laptop that may only look is told so: at the foot, beside what is grey, by its keys, and in Find."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.pages.shortcuts import Shortcuts
from learningcircles_ui.parts.allowed import allow, only_looks, runs_not, why_not
from learningcircles_ui.parts.table import Table
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people, home_in
from tests.ui.hands import Hands, Key
from tests.ui.late import front, meetup_today, shown_of

Settle = Callable[[Desktop], None]


@pytest.fixture
def joined(
    qapp: QApplication, home: Home, other: Verbs, settle: Settle, tmp_path: Path
) -> Iterator[Callable[[str], Window]]:
    """The window of a second laptop that was given a right, on the page of people."""
    made: list[Desktop] = []

    def join(right: str) -> Window:
        invitation = invite(other.circle, right).invitation
        Engine(home, other, real()).write_bundle(tmp_path / "stick")
        place = home_in(tmp_path / "two")
        join_from_bundle(place, invitation, "Tomás", "Red", tmp_path / "stick", real()).close()
        made.append(Desktop(qapp, place))
        window = made[0].open()
        window.show_page("people")
        settle(made[0])
        return window

    yield join
    for each in made:
        each.close()
        each.aside.close()
    qapp.processEvents()


def test_a_laptop_that_may_only_look_is_told_why(other: Verbs, joined: Callable[[str], Window], qtbot: QtBot) -> None:
    add_people(other, ["Addison Vale"])
    window = joined("reader")
    why = "This laptop may look at everything and change nothing."
    assert window.bar.sentence.text().startswith(why) and why == only_looks()
    add = next(each for each in window.page.findChildren(QPushButton) if each.text() == "Add member")
    assert not add.isEnabled() and why in add.toolTip()
    for keys in (Qt.Key.Key_N, Qt.Key.Key_E):
        window.toast.hide()
        qtbot.keyClick(window, keys, Qt.KeyboardModifier.ControlModifier)
        assert window.toast.isVisible() and window.toast.label.text() == why
    window.show_page("share")
    share = window.page
    assert isinstance(share, SharePage)
    qtbot.waitUntil(lambda: share._model.rowCount() == 2)
    assert share._model.index(0, 0).data() == "Red (this laptop)", "it cannot tell others, and knows it all the same"
    window.show_page("people")
    window.open_find()
    qtbot.keyClicks(window.finder.field.edit, "add")
    qtbot.waitUntil(lambda: window.finder._answers == "add")
    lines = [window.finder.model.found(row) for row in range(window.finder.model.rowCount())]
    told = [(line.title, line.detail) for line in lines if line is not None]
    assert told[0][0] == "Addison Vale" and ("Add a member", why) in told
    assert not any("Nothing was found" in title for title, _ in told)


def test_whoever_may_only_look_is_told_why_marked_rows_are_not_removed(
    other: Verbs, joined: Callable[[str], Window], qtbot: QtBot
) -> None:
    add_people(other, ["Addison Vale", "Bo Ek"])
    window = joined("reader")
    table = window.page.findChildren(Table)[0]
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert window.toast.isVisible() and window.toast.label.text() == only_looks()
    assert not table.menu().actions()[0].isEnabled()


def test_a_laptop_that_may_record_is_told_what_runs_the_circle(
    joined: Callable[[str], Window],
) -> None:
    window = joined("recorder")
    assert window.bar.sentence.text().startswith("All changes saved")
    add = next(each for each in window.page.findChildren(QPushButton) if each.text() == "Add member")
    assert add.isEnabled() and why_not(add) == ""
    window.show_page("settings")
    sheet = next(each for each in window.page.findChildren(QPushButton) if each.text().startswith("Print the recovery"))
    assert not sheet.isEnabled() and sheet.toolTip() == runs_not()


def test_grey_items_of_the_menus_tell_why_they_are_grey(joined: Callable[[str], Window]) -> None:
    window = joined("reader")
    grey = [(menu, each) for menu in window.findChildren(QMenu) for each in menu.actions() if why_not(each)]
    assert len(grey) > 5 and [each.text() for menu, each in grey if not menu.toolTipsVisible()] == []


def test_what_only_shows_something_on_today_is_open_to_whoever_may_only_look(
    other: Verbs, joined: Callable[[str], Window], qtbot: QtBot
) -> None:
    day = datetime.date.today() + datetime.timedelta(days=3)
    (id_,) = add_people(other, ["Addison Vale"])
    consent = {"member": id_, "purpose": "keep_details", "given": True, "on": "2026-01-01", "until": day.isoformat()}
    other.records.add("consent", consent)
    other.meetups.plan("Bikes", f"{day}T17:30", 60)
    window = joined("reader")
    window.show_page("today")

    def shown() -> list[QPushButton]:
        words = ("Show who they are", "Open")
        return [each for each in window.page.findChildren(QPushButton) if each.text() in words and each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 2)
    assert all(each.isEnabled() and not each.toolTip() and not why_not(each) for each in shown())


def test_what_is_allowed_again_says_no_more_why_it_was_not(qtbot: QtBot) -> None:
    made = QPushButton()
    qtbot.addWidget(made)
    made.setToolTip("Add a place")
    action = QAction("Remove", made)
    for each in (made, action):
        for _ in range(2):
            allow(each, False)
            assert not each.isEnabled() and each.toolTip() == why_not(each) == only_looks()
        allow(each, True)
        assert each.isEnabled() and not why_not(each)
    assert made.toolTip() == "Add a place" and action.toolTip() == "Remove"


def test_a_laptop_that_may_only_look_gets_no_hall_over_a_dialog_either(
    other: Verbs, joined: Callable[[str], Window], qtbot: QtBot, qapp: QApplication
) -> None:
    add_people(other, ["Addison Vale"])
    window = joined("reader")
    window.show_shortcuts()
    (dialog,) = shown_of(window, Shortcuts)
    front(dialog)
    Hands(qtbot).press(Key.Key_F11)
    qtbot.waitUntil(lambda: window.toast.isVisible() and window.toast.label.text() == only_looks())
    assert dialog.isVisible() and not [each for each in qapp.topLevelWidgets() if isinstance(each, Hall)]
    dialog.reject()


@pytest.mark.parametrize("typed", ["addison", "wolfgang", "ad"])
@pytest.mark.parametrize("by", ["Done", "Enter", "closing"])
def test_whoever_may_only_look_looks_for_somebody_in_who_came_and_leaves_at_once(
    other: Verbs, joined: Callable[[str], Window], qtbot: QtBot, typed: str, by: str
) -> None:
    add_people(other, ["Addison Vale", "Ada Bell"])
    meetup = meetup_today(other)
    window = joined("reader")
    evening = Attendance(window.shell, meetup, window)
    evening.open()
    qtbot.waitUntil(lambda: evening._known)
    qtbot.keyClicks(evening.letters.edit, typed)
    if by == "Enter":
        qtbot.keyClick(evening.letters.edit, Qt.Key.Key_Return)
        evening.letters.edit.clear()
        qtbot.keyClick(evening.letters.edit, Qt.Key.Key_Return)
    elif by == "Done":
        evening.done_button.click()
    else:
        evening.close()
    assert not (isValid(evening) and evening.isVisible())
