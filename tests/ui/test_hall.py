"""The hall mode: large, quick, and nothing private in any text of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock
from learningcircles_ui.app import Desktop
from learningcircles_ui.demo.sample import sample_circle
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.hall.names import first_name, short_names
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people, home_in
from tests.ui.hands import CTRL, Hands, Key
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


@pytest.fixture
def hall(desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot) -> Hall:
    add_people(other, ["Zoë Lindqvist", "Mia Okafor", "Mia Brandt"], phone="0123456789", status="active")
    today = other.desk.today()
    other.records.add("meetup", {"title": "Repair café", "start": f"{today}T18:00", "minutes": 120, "reach": 1})
    made = desktop.enter_hall()
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    settle(desktop)
    return made


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


def texts(widget: QWidget) -> Iterator[str]:
    """Every text of a window, in view or not: labels, buttons, fields, hints, names for screen readers, lists."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle())
        if isinstance(each, QLabel | QAbstractButton | QLineEdit):
            yield each.text()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from (str(text) for row in range(each.model().rowCount()) for text in cells(each, row))


def cells(view: QAbstractItemView, row: int) -> Iterator[object]:
    roles = [int(role) for role in Qt.ItemDataRole if int(role) < 0x100] + [0x101 + more for more in range(8)]
    yield from (value for role in roles if (value := view.model().index(row, 0).data(role)) is not None)


def private(verbs: Verbs) -> set[str]:
    """Every string that a hall must not see: whole names, surnames, and all that is kept on people."""
    strings: set[str] = set()
    members = verbs.reader.list("member")
    firsts = {str(row["name"]).split()[0] for row in members}
    for row in members:
        words = str(row["name"]).split()
        strings |= {" ".join(words[: n + 1]) for n in range(1, len(words))} | set(words[1:])
        kept = [value for name, value in row.fields.items() if name not in ("name", "status", "sector")]
        flat = [part for value in kept for part in (value if isinstance(value, list) else [value])]
        strings |= {str(value) for value in flat if value}
    for kind in ("offer", "request", "consent", "place"):
        for row in verbs.reader.list(kind):
            strings |= {str(row[name]) for name in ("title", "topic", "notes", "address") if row[name]}
    strings |= {str(row["topic"]) for row in verbs.reader.list("swap") if row["topic"]}
    return {each for each in strings if each not in firsts and len(each) > 1}


def told(hall: Hall, strings: set[str]) -> set[tuple[str, str]]:
    """What is told of these. The circle's own name above every question is no secret: it stands on its posters."""
    shown = {text for text in texts(hall) if text != hall.above.text()}
    assert hall.above.text().startswith(f"{hall.shell.file.called} · ")
    return {(text, each) for text in shown for each in strings if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text)}


def test_no_private_string_of_the_sample_circle_is_in_any_text(
    tmp_path: Path, qapp: QApplication, settle: Settle, qtbot: QtBot
) -> None:
    home = home_in(tmp_path / "sample")
    sample_circle(home)
    circle = open_circle(home, home.circles()[0].path)
    verbs = Verbs(circle)
    desktop = Desktop(qapp, home)
    verbs.records.add("meetup", {"title": "Secret talk", "start": f"{verbs.desk.today()}T17:00", "reach": 0})
    meetup, _ = verbs.records.add("meetup", {"title": "Open evening", "start": f"{verbs.desk.today()}T18:00"})
    verbs.meetups.attend(meetup, guest_name="Nina Petrova")
    desktop.open(home.circles()[0].path)
    hall = desktop.enter_hall()
    assert hall is not None
    settle(desktop)
    strings = private(verbs) | {"Secret talk", "Petrova", "Harbour’s laptop"}
    assert len(strings) > 100
    assert told(hall, strings) == set()
    for name in ("came", "guest", "swap"):
        hall.go(name)
        settle(desktop)
        assert told(hall, strings) == set(), name
    assert hall.swap.people.model.rowCount() > 20, "the people are there"
    for letters in ("a", "m"):
        hall.swap.people.letters.setText(letters)
        hall.swap.people._take(0)
        assert told(hall, strings) == set()
    hall.swap.record()
    settle(desktop)
    assert hall.sentence.text().startswith("Recorded: ") and told(hall, strings) == set()
    hall.undo()
    settle(desktop)
    assert told(hall, strings) == set()
    for button in hall.findChildren(QPushButton):
        assert not button.isVisible() or button.height() >= 48, button.text()
    desktop.close()
    desktop.aside.close()
    circle.close()


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
    qtbot.mouseClick(hall.swap.lengths[90], Qt.MouseButton.LeftButton)
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


def test_topics_are_proposed_that_are_nobodys_secret(
    desktop: Desktop, other: Verbs, hall: Hall, settle: Settle, qtbot: QtBot
) -> None:
    zoe, mia, bo = add_people(other, ["Zoë Okoye", "Mia Ek", "Bo Ek"], topics=["Breastfeeding"])
    other.records.add("offer", {"member": zoe, "title": "Bicycles", "topic": "Bicycle repair", "reach": 1})
    other.records.add("offer", {"member": zoe, "title": "Bills", "topic": "Bills and debts", "reach": 0})
    other.records.add("request", {"member": mia, "title": "Bread", "topic": "Bread with Okoye", "reach": 3})
    other.swaps.record(zoe, mia, 60, "Bereavement", "2026-11-20")
    add_people(other, [f"Person {number}" for number in range(5)], topics=["Bread baking"])
    hall.swap.people.letters.setFocus()
    hall.go("swap")
    settle(desktop)
    hall.swap.people._take(0)
    hall.swap.people._take(0)
    hall.swap.topic.control.setFocus()
    settle(desktop)
    hands = Hands(qtbot)
    hands.write("b")
    settle(desktop)
    shown = hall.swap.topic.proposals.view.model()
    said = [shown.index(row, 0).data() for row in range(shown.rowCount())]
    assert said == ["Bicycle repair", "Bread baking", "New topic: b"]
    hands.write("i")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 2)
    settle(desktop)
    assert {str(row["topic"]) for row in other.reader.list("swap")} == {"Bereavement", "Bicycle repair"}


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
    button = next(each for each in hall.guest.findChildren(QPushButton) if each.text().startswith("Seed swap"))
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


def test_letters_that_nobody_s_name_begins_with_are_answered(hall: Hall, desktop: Desktop, settle: Settle) -> None:
    hall.go("swap")
    settle(desktop)
    people = hall.swap.people

    def told() -> str:
        return " ".join(each.text() for each in people.findChildren(QLabel) if each.isVisible())

    assert not told()
    people.letters.setText("xyzzy")
    assert people.model.rowCount() == 0 and told().startswith("No first name begins so")
    people.letters.clear()
    assert people.model.rowCount() and not told()


def test_a_whole_name_finds_its_bearer_and_is_shown_nowhere(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Seán O'Brien", "Zoe"], status="active")
    hall.go("swap")
    settle(desktop)
    people = hall.swap.people
    for typed in ("sean o'brien", "SEAN OBRIEN", "Seán O’Brien"):
        people.letters.setText(typed)
        assert [tile.name for tile in people.model.tiles] == ["Seán"], typed
    people.letters.setText("obrien")
    assert not people.model.tiles, "a surname alone is not answered: strangers would learn of it"
    people.letters.setText("zoe")
    assert [tile.name for tile in people.model.tiles] == ["Zoe", "Zoë L."] and "Brien" not in str(
        people.model._meant._tiles
    )


def test_names_tell_people_apart_and_no_more() -> None:
    def shown(*names: str) -> list[str]:
        return list(short_names([(bytes([place]), name) for place, name in enumerate(names)]).values())

    assert shown("Zoë Lindqvist", "Mia Okafor") == ["Zoë", "Mia"]
    assert shown("Ana Silva", "Ana Costa", "Ána Petit") == ["Ana S.", "Ana C.", "Ána P."]
    assert shown("Ana Silva", "Ana Souza", "Ana Costa") == ["Ana Si.", "Ana So.", "Ana C."]
    assert shown("Ana Silva", "Ana Silva") == ["Ana Sil. (1)", "Ana Sil. (2)"]
    assert shown("Seán O'Brien", "Sean Silva") == ["Seán O.", "Sean S."]
    assert shown("Seán O'Brien", "Sean OBrien") == ["Seán O'B.", "Sean OB."]
    assert shown("Ana O’", "Ana ’’") == ["Ana O.", "Ana ’."]
    assert shown("राम किरण", "राम Silva") == ["राम कि.", "राम S."]
    assert shown("Ana Li", "Ana") == ["Ana L.", "Ana"]
    assert shown("Ortega, Pilar", "0612345678", "x@y.org") == ["Pilar", "… (1)", "… (2)"]
    assert shown("@ana Silva", "Mia") == ["@ana", "Mia"]
    assert first_name("Nina Petrova") == "Nina"


def test_a_guest_is_for_the_meetup_in_view_and_the_next_guest_for_the_same(
    desktop: Desktop, other: Verbs, window: Window, hall: Hall, settle: Settle
) -> None:
    today = other.reader.list("meetup")[0].id
    later, _ = other.records.add("meetup", {"title": "Seed swap", "start": _in_days(other, 3)})
    window.watch()
    settle(desktop)
    hall.go("guest")
    next(each for each in hall.guest.findChildren(QPushButton) if each.text().startswith("Seed swap")).click()
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
