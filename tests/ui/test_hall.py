"""The hall mode: large and quick, from the keyboard and with a finger."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.window import Window
from tests.ui.hands import CTRL, Hands, Key
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def test_tiles_begin_where_the_field_does(hall: Hall, qtbot: QtBot) -> None:
    hall.go("came")
    people = hall.came.people

    def begins() -> int:
        paper = people.list.viewport().grab().toImage()
        middle = people.list.visualRect(people.model.index(0)).center().y()
        ground = paper.pixelColor(0, paper.height() - 1)
        inked = (x for x in range(paper.width()) if paper.pixelColor(x, middle) != ground)
        return next(inked, paper.width())

    qtbot.waitUntil(lambda: people.model.rowCount() > 0 and begins() < people.list.width())
    assert begins() <= 1 and people.list.x() == people.letters.x()


def test_a_key_that_is_held_down_takes_somebody_once(hall: Hall, qtbot: QtBot, qapp: QApplication) -> None:
    hall.go("came")
    people = hall.came.people
    qtbot.waitUntil(lambda: people.model.rowCount() > 0)
    took: list[object] = []
    people.chosen.connect(took.append)
    people.list.setFocus()
    people.list.setCurrentIndex(people.model.index(0))
    for repeated in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeated)
        qapp.sendEvent(people.list, key)
    assert len(took) == 1


def first_screen(hall: Hall) -> str:
    return "\n".join(label.text() for label in hall.first.today.findChildren(QLabel) if label.isVisibleTo(hall))


def test_the_first_screen_tells_what_is_on_today_and_who_is_here(
    desktop: Desktop, other: Verbs, window: Window, hall: Hall, settle: Settle
) -> None:
    assert "18:00 – 20:00   Repair café" in first_screen(hall) and "here" not in first_screen(hall)
    other.meetups.attend(other.reader.list("meetup")[0].id, guest_name="Nina")
    window.watch()
    settle(desktop)
    assert "1 here" in first_screen(hall)
    other.meetups.headcount(other.reader.list("meetup")[0].id, 12)
    window.watch()
    settle(desktop)
    assert "13 here" in first_screen(hall), "whoever gave no name is here as well"
    assert hall.first.buttons["came"].why.text() == "Touch the names of those who are here."


def test_without_a_meetup_the_first_screen_says_what_can_be_done_instead(
    desktop: Desktop, other: Verbs, window: Window, hall: Hall, settle: Settle
) -> None:
    other.records.remove("meetup", other.reader.list("meetup")[0].id)
    window.watch()
    settle(desktop)
    doors = hall.first.buttons
    assert first_screen(hall).startswith("TODAY\nThere is no meetup today.\nNone is planned for the next days either.")
    assert not doors["came"].isEnabled() and doors["came"].why.text() == "There is no meetup today."
    assert not doors["guest"].isEnabled() and doors["swap"].isEnabled()
    other.records.add("meetup", {"title": "Seed swap", "start": _in_days(other, 3)})
    window.watch()
    settle(desktop)
    assert "The next one is Seed swap, " in first_screen(hall) and doors["guest"].isEnabled()
    assert not doors["came"].isEnabled()


def test_a_swap_and_its_undo_in_the_hall(
    desktop: Desktop, other: Verbs, hall: Hall, settle: Settle, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    qtbot.mouseClick(hall.first.buttons["swap"], Qt.MouseButton.LeftButton)
    settle(desktop)
    assert hall.question.text() == "Who gave their time?"
    assert [tile.name for tile in hall.swap.people.model.tiles] == ["Mia B.", "Mia O.", "Pilar", "Zoë"]
    QAbstractItemModelTester(hall.swap.people.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view = hall.swap.people.list
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(3, 0)).center())
    assert hall.question.text() == "Who received it from Zoë?"
    hands.type("mia o")
    hands.press(Key.Key_Return)
    assert hall.question.text() == "How long did it take?"
    qtbot.mouseClick(hall.swap.lengths.buttons[90], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(hall.swap.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 1)
    settle(desktop)
    swap = other.reader.list("swap")[0]
    names = {row.id: row["name"] for row in other.reader.list("member")}
    assert (names[swap["provider"]], names[swap["receiver"]], swap["minutes"]) == ("Zoë Lindqvist", "Mia Okafor", 90)
    assert hall.sentence.text() == "Recorded: Zoë gave Mia O. 1 h 30 min" and hall.step is hall.first
    qtbot.mouseClick(hall.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 0)
    settle(desktop)
    assert not hall.undo_button.isVisible()


def test_what_is_said_at_the_foot_covers_none_of_what_can_be_done(desktop: Desktop, hall: Hall, settle: Settle) -> None:
    hall.resize(1024, 640)
    settle(desktop)
    high = hall.steps.parentWidget().height()
    hall.tell("Recorded: Zoë gave Mia O. 1 h 30 min", b"1")
    settle(desktop)
    assert hall.sentence.isVisible() and hall.steps.parentWidget().height() >= high - 2  # its frame


def test_who_came_and_a_guest_from_the_keyboard(
    desktop: Desktop, other: Verbs, hall: Hall, settle: Settle, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    meetup = other.reader.list("meetup")[0].id
    hands.press(Key.Key_Tab, Key.Key_Return)
    settle(desktop)
    assert hall.step is hall.came
    for letters in ("zoe", "mia b"):
        hands.type(letters)
        hands.press(Key.Key_Return)
        settle(desktop)
    assert hall.came.count.text() == "2 people are here by name."
    hands.type("zo")
    hands.press(Key.Key_Return)
    settle(desktop)
    assert hall.sentence.text() == "Zoë is here already.", "Enter takes nobody back"
    hands.type("zo")
    hands.press(Key.Key_Down, Key.Key_Space)
    settle(desktop)
    assert hall.sentence.text() == "Zoë is not here."
    hall.came.guest.emit()
    hands.write("Nina Petrova")
    hands.press(Key.Key_Return)
    settle(desktop)
    assert hall.sentence.text() == "Nina is here."
    present, _ = other.meetups.present(meetup)
    people = {row.id: row["name"] for row in other.reader.list("member")}
    assert sorted(
        (people.get(row["person"], row["name"]), row["state"]) for row in present if row["state"] == "attended"
    ) == [("Mia Brandt", "attended"), ("Nina", "attended")]


def test_a_guest_for_another_day_means_to_come(
    desktop: Desktop, other: Verbs, window: Window, hall: Hall, settle: Settle
) -> None:
    later, _ = other.records.add("meetup", {"title": "Seed swap", "start": _in_days(other, 3)})
    window.watch()
    settle(desktop)
    hall.go("guest")
    hall.guest.name.setText("Tom")
    button = next(each for each in hall.guest.findChildren(QPushButton) if each.text().endswith("Seed swap"))
    button.click()
    hall.guest.sign_up()
    settle(desktop)
    answer = other.reader.list("rsvp", where={"meetup": later})[0]
    assert (answer["name"], answer["answer"], answer["person"]) == ("Tom", "yes", None)
    assert hall.sentence.text() == "Tom is signed up for Seed swap."


def _in_days(other: Verbs, days: int) -> str:
    return (datetime.date.fromisoformat(other.desk.today()) + datetime.timedelta(days=days)).isoformat() + "T18:00"


def test_nothing_else_opens_in_the_hall(
    desktop: Desktop, window: Window, hall: Hall, settle: Settle, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    assert hall.isFullScreen() and not window.isVisible()
    for key in (Key.Key_K, Key.Key_E, Key.Key_M, Key.Key_2):
        hands.press(key, held=CTRL)
    hands.press(Key.Key_F10, Key.Key_F1)
    settle(desktop)
    assert QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None
    assert not window.finder.isVisible()
    desktop.receive("learningcircles://join/nonsense")
    assert desktop.front is window and not window.isVisible(), "it waits until the hall is left"
    hall.close()
    assert hall.isVisible() and isinstance(QApplication.activeModalWidget(), LeaveHall)
    hands.press(Key.Key_Escape)
    assert hall.isVisible()


def test_escape_goes_back_and_held_asks_to_leave(
    desktop: Desktop, window: Window, hall: Hall, settle: Settle, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    hall.go("swap")
    settle(desktop)
    hall.swap.people._take(0)
    hands.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: hall.question.text() == "Who gave their time?")
    hands.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: hall.step is hall.first)
    qtbot.keyPress(hall, Qt.Key.Key_Escape)
    repeat_escape(told=False)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), LeaveHall))
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall) and not asked.passphrase.isVisible()
    qtbot.waitUntil(asked.isActiveWindow)
    for told in (True, False, True, False):
        repeat_escape(told=told)
    assert asked.isVisible(), "the key that is still held is no answer"
    qtbot.keyRelease(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not asked._escape._down)
    hands.press(Key.Key_Escape)
    assert closed(asked) and desktop.hall is hall
    hall.ask_to_leave()
    hands.press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None and desktop.hall is hall, "Enter stays"
    hall.ask_to_leave()
    hands.press(Key.Key_Tab, Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.hall is None and window.isVisible())


def repeat_escape(*, told: bool = True) -> None:
    """The system says once more that the key is down; on X11 it is not always `told` that this is a repeat."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        QApplication.sendEvent(window, QKeyEvent(kind, Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "\x1b", told))


@pytest.mark.parametrize("name", ["first", "came", "swap", "guest"])
def test_after_undo_enter_does_not_lead_out(
    desktop: Desktop, other: Verbs, hall: Hall, settle: Settle, qtbot: QtBot, name: str
) -> None:
    hands = Hands(qtbot)
    hall.go("swap")
    settle(desktop)
    hall.swap.people._take(0)
    hall.swap.people._take(0)
    hall.swap.record()
    settle(desktop)
    hall.go(name)
    settle(desktop)
    hall.undo_button.setFocus()
    hands.press(Key.Key_Return)
    settle(desktop)
    assert other.reader.count("swap") == 0 and not hall.undo_button.isVisible()
    focus = hall.focusWidget()
    assert focus is not None and hall.step.isAncestorOf(focus)
    if name == "first":
        assert focus is hall.first.buttons["swap"]
        hands.press(Key.Key_Return)
        assert hall.step is hall.swap and QApplication.activeModalWidget() is None


def test_leaving_takes_the_passphrase(
    tmp_path: Path, qapp: QApplication, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    lock(home, home.find(), "bread and roses")
    desktop = Desktop(qapp, home)
    desktop.open(passphrase="bread and roses")
    hall = desktop.enter_hall()
    assert hall is not None
    qtbot.waitUntil(hall.isActiveWindow)
    settle(desktop)
    hall.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall)
    hands = Hands(qtbot)
    hands.write("bread")
    hands.press(Key.Key_Return)
    settle(desktop)
    assert asked.isVisible() and desktop.hall is hall
    hands.write("bread and roses")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.hall is None)
    desktop.close()
    desktop.aside.close()


def test_a_guest_is_for_the_meetup_in_view_and_the_next_guest_for_the_same(
    desktop: Desktop, other: Verbs, window: Window, hall: Hall, settle: Settle
) -> None:
    today = other.reader.list("meetup")[0].id
    later, _ = other.records.add("meetup", {"title": "Seed swap", "start": _in_days(other, 3)})
    window.watch()
    settle(desktop)
    hall.go("guest")
    next(each for each in hall.guest.findChildren(QPushButton) if each.text().endswith("Seed swap")).click()
    for name in ("Tom", "Ida"):
        hall.guest.name.setText(name)
        hall.guest.sign_up()
        settle(desktop)
    assert sorted(row["name"] for row in other.reader.list("rsvp", where={"meetup": later})) == ["Ida", "Tom"]
    hall.go("came")
    settle(desktop)
    hall.came.guest.emit()
    hall.guest.name.setText("Nina")
    hall.guest.sign_up()
    settle(desktop)
    assert [row["name"] for row in other.reader.list("attendance", where={"meetup": today})] == ["Nina"]
