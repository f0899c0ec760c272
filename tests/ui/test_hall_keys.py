"""The hall from the keyboard, and touched: nobody is taken for somebody else, and what has the keyboard is seen."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.tiles import People
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import meetup_today

Settle = Callable[[Desktop], None]


@pytest.fixture
def hall(desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot) -> Hall:
    add_people(other, ["Tom Ek", "Christian Bauer", "Mia Berg", "Mia Oduya"], status="active")
    meetup_today(other)
    made = desktop.enter_hall()
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    settle(desktop)
    return made


def type_in(people: People, words: str) -> None:
    people.letters.setFocus()
    people.letters.clear()
    QTest.keyClicks(people.letters, words)
    QTest.keyClick(people.letters, Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Tim", "Nobody is called so. If Tom is meant"), ("Christina", "Nobody is called so. If Christian is meant"),
        ("mia", "More than one may be meant: Mia B., Mia O."), ("xyzzy", "Nobody is found so"),
    ],
)  # fmt: skip
def test_nobody_is_taken_for_somebody_else(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, typed: str, said: str
) -> None:
    for name in ("came", "swap"):
        hall.go(name)
        settle(desktop)
        people = hall.came.people if name == "came" else hall.swap.people
        type_in(people, typed)
        settle(desktop)
        (hall.came if name == "came" else hall.swap).look()
        settle(desktop)
        assert people._said.text().startswith(said) and people.letters.text() == typed, "it stays over news"
    assert not other.reader.count("attendance") and hall.swap.giver is None
    type_in(hall.swap.people, "tom")
    assert hall.swap.giver is not None and hall.swap.giver.name == "Tom"
    type_in(hall.swap.people, "tom")
    assert hall.swap.taker is None, "nobody gives to themselves"
    type_in(hall.swap.people, "mia o")
    assert hall.swap.taker is not None and hall.swap.taker.name == "Mia O."


@pytest.mark.usefixtures("at_who_came")
def test_whoever_types_after_a_touch_types_in_the_field(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, qapp: QApplication
) -> None:
    """The list's own search by letters would find them too, and its Enter take back whoever is here."""
    people = hall.came.people
    type_in(people, "tom")
    settle(desktop)
    people.list.setFocus()
    for letter in "tom ":
        QTest.keyClicks(qapp.focusWidget(), letter)
    assert people.letters.text() == "tom " and people.letters.hasFocus()
    QTest.keyClick(people.letters, Key.Key_Return)
    settle(desktop)
    assert hall.sentence.text() == "Tom is here already."
    assert [row["state"] for row in other.reader.list("attendance")] == ["attended"]
    QTest.keyClick(people.list, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert people.letters.text() == "", "no letter"


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab])
@pytest.mark.usefixtures("at_who_came")
def test_the_ring_goes_on_with_the_keyboard(hall: Hall, key: Key) -> None:
    """Two rings would be two answers to where one is."""
    people = hall.came.people
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(people.list, Key.Key_Down)
    assert people.list.selectionModel().hasSelection() and people.list.hasFocus()
    QTest.keyClick(people.list, key)
    assert not people.list.hasFocus() and not people.list.selectionModel().hasSelection()


@pytest.mark.parametrize(
    ("typed", "minutes", "said"),
    [
        ("1:30", 90, "1 h 30 min"), ("1h30", 90, "1 h 30 min"), ("1.5", 90, "1 h 30 min"), ("90", 90, "1 h 30 min"),
        ("45", 45, "45 min"), ("20 min", 20, "20 min"), ("2", 120, "2 h"), ("", 60, ""),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("at_exchanges")
def test_a_length_that_is_typed_is_said_first_and_counts_and_can_be_undone(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, typed: str, minutes: int, said: str
) -> None:
    for name in ("tom", "mia o"):
        type_in(hall.swap.people, name)
    hall.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClicks(QApplication.focusWidget(), typed)
    told = hall.swap.lengths.said
    assert (told.isVisible(), told.text().replace("\u00a0", " ")) == (bool(said), said)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    settle(desktop)
    assert [row["minutes"] for row in other.reader.list("swap")] == [minutes]
    hall.undo_button.click()
    settle(desktop)
    assert not other.reader.count("swap")
    hall.go("swap")
    assert hall.swap.lengths.minutes() == 60 and not told.text(), "the next one begins anew"


@pytest.mark.usefixtures("at_exchanges")
def test_what_may_be_two_lengths_is_asked_while_it_is_typed_and_moves_nothing_under_a_press(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    for name in ("tom", "mia o"):
        type_in(hall.swap.people, name)
    hall.activateWindow()
    lengths, button = hall.swap.lengths, hall.swap.button
    lengths.line.setFocus()
    QTest.keyClicks(lengths.line, "7")
    settle(desktop)
    assert [each.isVisible() for each in lengths.typed.answers] == [True, True] and not lengths.said.isVisible()
    at = button.mapToGlobal(QPoint())
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    settle(desktop)
    assert button.mapToGlobal(QPoint()) == at
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    settle(desktop)
    assert not other.reader.count("swap")
    lengths.typed.answers[1].click()
    assert lengths.said.text().replace("\u00a0", " ") == "7 h"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(desktop)
    assert [row["minutes"] for row in other.reader.list("swap")] == [420]


def test_as_many_lengths_stand_beside_each_other_as_this_screen_has_room_for(
    hall: Hall, desktop: Desktop, settle: Settle
) -> None:
    hall.go("swap")
    for name in ("tom", "mia o"):
        settle(desktop)
        type_in(hall.swap.people, name)

    def across() -> int:
        tops = [each.y() for each in hall.swap.lengths.buttons.values()]
        return tops.count(tops[0])

    for wide, most in ((1_400, 5), (560, 4), (1_400, 5)):
        hall.showNormal()
        hall.resize(wide, 900)
        settle(desktop)
        right = max(each.geometry().right() for each in hall.swap.lengths.buttons.values())
        assert right < hall.swap.lengths.width() and hall.swap.width() <= wide
        assert across() == 5 if most == 5 else across() <= most


@pytest.mark.usefixtures("at_exchanges")
def test_what_is_no_length_is_refused_in_view_and_a_touch_takes_another(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    for name in ("tom", "mia o"):
        type_in(hall.swap.people, name)
    for typed in ("soon", "25:61", "7", "30 h"):
        hall.swap.lengths.line.setFocus()
        hall.swap.lengths.line.clear()
        QTest.keyClicks(hall.swap.lengths.line, typed)
        assert not any(each.isChecked() for each in hall.swap.lengths.buttons.values())
        hall.tell("")
        QTest.keyClick(hall.swap.lengths.line, Key.Key_Return)
        settle(desktop)
        assert hall.sentence.text() and not other.reader.count("swap"), typed
    assert {15, 20, 45} <= {*hall.swap.lengths.buttons}
    QTest.mouseClick(hall.swap.lengths.buttons[20], Qt.MouseButton.LeftButton)
    assert hall.swap.lengths.line.text() == ""
    QTest.mouseClick(hall.swap.button, Qt.MouseButton.LeftButton)
    settle(desktop)
    assert [row["minutes"] for row in other.reader.list("swap")] == [20]


@pytest.mark.usefixtures("at_exchanges")
def test_a_name_is_marked_while_the_names_have_the_keyboard_and_none_before(hall: Hall, qtbot: QtBot) -> None:
    people = hall.swap.people
    hall.activateWindow()
    qtbot.waitUntil(people.letters.hasFocus)

    def marked() -> list[str]:
        return [str(index.data()) for index in people.list.selectionModel().selectedIndexes()]

    assert marked() == []
    QTest.keyClick(people.letters, Key.Key_Tab)
    assert people.list.hasFocus() and marked() == ["Christian"]
    QTest.keyClick(people.list, Key.Key_Return)
    assert hall.swap.giver is not None and hall.swap.giver.name == "Christian"
    assert people.letters.hasFocus() and marked() == [], "the field has the keyboard, and nothing is typed there"
    QTest.keyClicks(people.letters, "to")
    assert marked() == ["Tom"]


@pytest.fixture
def crowd(other: Verbs) -> None:
    """So many people that the list is longer than any screen."""
    add_people(other, [f"{chr(65 + a)}{chr(97 + b)}na Xy" for a in range(20) for b in range(8)], status="active")


def roll(people: People) -> None:
    """Roll the wheel over the names."""
    view = people.list.viewport()
    at = QPointF(view.rect().center())
    down = QWheelEvent(
        at, QPointF(view.mapToGlobal(at.toPoint())), QPoint(0, -240), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    for _ in range(40):
        QApplication.sendEvent(view, down)
    assert people.list.verticalScrollBar().value() > 0


def touch(people: People) -> str:
    """Touch the name in the middle; return what stood there."""
    view = people.list.viewport()
    at = view.rect().center()
    name = people.model.tiles[people.list.indexAt(at).row()].name
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    return name


@pytest.fixture
def unhurried(qapp: QApplication) -> Iterator[None]:
    """Let no two touches be a double click."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(before)


@pytest.mark.usefixtures("crowd", "at_who_came", "unhurried")
def test_a_touch_takes_who_is_touched_wherever_the_list_is_rolled_to(
    crowd: None, hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    people = hall.came.people
    people.letters.setFocus()
    roll(people)
    assert people.letters.hasFocus()
    name, scrolled = touch(people), people.list.verticalScrollBar().value()
    settle(desktop)
    assert hall.sentence.text() == f"{name} is here."
    assert people.list.verticalScrollBar().value() == scrolled, "the list stays as it is under the next touch"
    hall.go("swap")
    settle(desktop)
    for _ in range(2):
        hall.swap.people.letters.setFocus()
        roll(hall.swap.people)
        name = touch(hall.swap.people)
        asked = hall.swap.taker or hall.swap.giver
        assert asked is not None and asked.name == name
        settle(desktop)


@pytest.mark.usefixtures("crowd", "at_who_came")
def test_news_move_nothing_under_the_hand_and_mark_nobody(
    crowd: None, hall: Hall, desktop: Desktop, settle: Settle
) -> None:
    people = hall.came.people
    people.list.setFocus(Qt.FocusReason.MouseFocusReason)
    roll(people)
    scrolled = people.list.verticalScrollBar().value()
    hall.came.look()
    settle(desktop)
    assert people.list.verticalScrollBar().value() == scrolled and not people.list.currentIndex().isValid()


@pytest.mark.usefixtures("crowd", "at_who_came")
def test_whoever_is_touched_among_those_that_were_typed_stays_marked(
    crowd: None, hall: Hall, desktop: Desktop, settle: Settle
) -> None:
    people = hall.came.people
    people.letters.setFocus()
    QTest.keyClicks(people.letters, "t")
    at = people.list.visualRect(people.model.index(1)).center()
    name = people.model.tiles[1].name
    QTest.mouseClick(people.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(desktop)
    assert (hall.sentence.text(), people.list.currentIndex().data()) == (f"{name} is here.", name)
    QTest.keyClick(people.list, Key.Key_Space)
    settle(desktop)
    assert hall.sentence.text() == f"{name} is not here."


@pytest.mark.parametrize("it_is", [True, False])
@pytest.mark.usefixtures("at_who_came")
def test_a_guest_who_is_a_member_is_asked_about(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, it_is: bool
) -> None:
    """They would be counted twice."""
    type_in(hall.came.people, "tom")
    settle(desktop)
    hall.came.guest.emit()
    settle(desktop)
    QTest.keyClicks(hall.guest.name, "tom")
    QTest.keyClick(hall.guest.name, Key.Key_Return)
    settle(desktop)
    (known,) = hall.guest.waiting.questions
    assert other.reader.count("attendance") == 1 and known.isVisible() and hall.guest.name.hasFocus()
    hall._look()
    settle(desktop)
    assert known.isVisible(), "it is asked still, whatever else is read meanwhile"
    for _ in range(1 if it_is else 2):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    QTest.keyClick(known.them if it_is else known.other, Key.Key_Space)
    settle(desktop)
    assert hall.sentence.text() == ("Tom is here already." if it_is else "tom is here.")
    assert not hall.guest.waiting.questions and hall.guest.name.hasFocus()
    assert other.reader.count("attendance") == (1 if it_is else 2)
    QTest.keyClicks(hall.guest.name, "Nina")
    QTest.keyClick(hall.guest.name, Key.Key_Return)
    settle(desktop)
    assert hall.sentence.text() == "Nina is here." and not hall.guest.waiting.isVisible(), (
        "nobody of that name is in the list"
    )


@pytest.mark.usefixtures("at_exchanges")
def test_whoever_gave_is_not_said_to_be_nobody(hall: Hall) -> None:
    people = hall.swap.people
    type_in(people, "tom")
    for typed, said in (
        ("to", "Tom was chosen already"), ("Tom Ek", "Tom was chosen already"), ("Ek", "Nobody is found so"),
        ("mi", ""),
    ):  # fmt: skip
        people.letters.setText(typed)
        assert people._said.text().startswith(said) and bool(people._said.text()) == bool(said), typed


def test_who_is_not_in_the_list_came_too_and_back_leads_to_it(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    other.meetups.plan("Seed swap", (datetime.date.today() + datetime.timedelta(days=2)).isoformat() + "T18:00", 60)
    assert desktop.window is not None
    desktop.window.watch()
    settle(desktop)
    hall.go("guest")
    assert hall.question.text() == "Who would like to come?" and len(hall.guest.meetups.offered) == 2
    hall.go("came")
    settle(desktop)
    hall.came.people.letters.setText("Nina ")
    hall.came.guest.emit()
    assert (hall.question.text(), hall.guest.name.text()) == ("Who else came?", "Nina")
    assert [each.on for each in hall.guest.meetups.offered] == [True] and hall.guest.button.text() == "They are here"
    hall.back()
    assert hall.step is hall.came and hall.question.text() == "Who came today?"
    hall.came.guest.emit()
    hall.guest.name.setText("Nina")
    hall.guest.button.click()
    settle(desktop)
    assert hall.sentence.text() == "Nina is here." and hall.question.text() == "Who else came?"
    hall.back()
    hall.back()
    hall.go("guest")
    assert hall.question.text() == "Who would like to come?" and hall.guest.button.text() == "Sign up"
    hall.back()
    assert hall.step is hall.first


def test_of_a_meetup_with_a_long_title_its_day_is_seen(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    day = datetime.date.today() + datetime.timedelta(days=2)
    other.meetups.plan("Seeds and bulbs " * 12, f"{day}T18:00", 60)
    assert desktop.window is not None
    desktop.window.watch()
    settle(desktop)
    hall.go("guest")
    (long,) = (each for each in hall.guest.meetups.findChildren(QPushButton) if "bulbs" in each.text())
    shown = QPushButton.text(long)
    assert "…" in shown and "18:00" in shown and str(day.day) in shown


def test_nothing_is_below_the_edge_where_there_is_room_for_it(hall: Hall, desktop: Desktop, settle: Settle) -> None:
    hall.showNormal()
    hall.resize(800, 600)
    for name in ("came", "guest", "swap", "came"):  # what was in view before asks for room no more
        hall.go(name)
        settle(desktop)
        assert hall.steps.height() <= hall._area.viewport().height(), name
    hall.go("swap")
    settle(desktop)
    for typed in ("tom", "mia o"):
        type_in(hall.swap.people, typed)
    QTest.keyClicks(hall.swap.lengths.line, "7")
    settle(desktop)
    assert hall.steps.height() <= hall._area.viewport().height()
    sizes = {each.font().pixelSize() for each in (*hall.swap.lengths.typed.answers, hall.swap.button)}
    assert len(sizes) == 1, "what is asked back is as large as all here"
