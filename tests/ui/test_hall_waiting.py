"""Guests typed fast in the hall by someone who does not look up: nobody is lost, nothing is answered by accident."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.begun import begun_in, go_on
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from tests.ui.hands import Key
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_refused import full_disk

__all__ = ["hall"]
Settle = Callable[[Desktop], None]
TOLD = "This could not be written down. Please tell an organizer."


def write(words: str, delay: int = -1) -> None:
    """Press keys on whatever has the keyboard; ⏎ is Enter. `delay`: ms before each, while everything goes on."""
    for letter in words:
        at = QApplication.focusWidget()
        assert at is not None
        if letter == "⏎":
            QTest.keyClick(at, Key.Key_Return, Qt.KeyboardModifier.NoModifier, delay)
        else:
            QTest.keyClicks(at, letter, Qt.KeyboardModifier.NoModifier, delay)


def guests(other: Verbs) -> list[str]:
    """Return the guests who are noted, whether they came or mean to."""
    rows = [row for kind in ("attendance", "rsvp") for row in other.reader.list(kind) if not row["person"]]
    return sorted(str(row["name"]) for row in rows)


def members(other: Verbs) -> int:
    return sum(bool(row["person"]) for kind in ("attendance", "rsvp") for row in other.reader.list(kind))


def seen(hall: Hall) -> str:
    """Return all that the guest's screen says."""
    return " ".join(
        each.text() for kind in (QLabel, QPushButton) for each in hall.guest.findChildren(kind) if each.isVisible()
    )


def button(hall: Hall, words: str) -> QPushButton:
    return next(each for each in hall.guest.findChildren(QPushButton) if each.isVisible() and each.text() == words)


@pytest.fixture
def asking(hall: Hall, desktop: Desktop, settle: Settle) -> Hall:
    """The screen that signs up guests."""
    hall.go("guest")
    settle(desktop)
    return hall


@pytest.fixture
def slowly(qapp: QApplication) -> Iterator[None]:
    """Let no two clicks be a double click."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(before)


@pytest.mark.parametrize("delay", [-1, 5, 40])
def test_who_is_typed_while_a_name_is_asked_about_is_signed_up(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, delay: int
) -> None:
    write("Tom⏎Bert⏎Carl⏎", delay)
    settle(desktop)
    assert guests(other) == ["Bert", "Carl"] and not members(other), "no Enter of another name answers"
    assert "Tom is in the list of members. Is it them?" in seen(asking)
    assert asking.guest.name.hasFocus() and not asking.guest.name.text()
    write("⏎⏎")
    settle(desktop)
    assert not members(other) and "Is it them?" in seen(asking), "Enter in the empty field answers nothing"
    QTest.mouseClick(button(asking, "Tom"), Qt.MouseButton.LeftButton)
    settle(desktop)
    assert members(other) == 1 and "Is it them?" not in seen(asking) and asking.guest.name.hasFocus()


def test_several_are_asked_about_at_once_and_each_is_answered_by_itself(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, slowly: None
) -> None:
    write("Tom⏎")
    settle(desktop)
    write("Christian⏎Carl⏎")
    settle(desktop)
    assert guests(other) == ["Carl"] and seen(asking).count("Is it them?") == 2
    write("Di")
    QTest.mouseClick(button(asking, "Christian"), Qt.MouseButton.LeftButton)
    settle(desktop)
    assert members(other) == 1 and seen(asking).count("Is it them?") == 1
    write("ana⏎")
    settle(desktop)
    QTest.mouseClick(button(asking, "Somebody else"), Qt.MouseButton.LeftButton)
    settle(desktop)
    assert guests(other) == ["Carl", "Diana", "Tom"] and "Is it them?" not in seen(asking)


def test_a_double_click_answers_one_question(asking: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """The next one moves up under the pointer."""
    write("Tom⏎")
    settle(desktop)
    write("Christian⏎")
    settle(desktop)
    for _ in range(2):
        QTest.mouseClick(button(asking, "Somebody else"), Qt.MouseButton.LeftButton)
        settle(desktop)
    assert guests(other) == ["Tom"] and "Christian is in the list of members." in seen(asking)


def test_who_is_asked_about_stays_over_another_screen_a_lock_and_is_named_at_leaving(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    write("Tom⏎")
    settle(desktop)
    asking.back()
    assert asking.step is asking.first and "Tom" in asking.sentence.text()
    asking.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall)
    assert any("Tom" in each.text() for each in asked.findChildren(QLabel))
    asked.reject()
    asking.leave(gives_up=False)
    again = Hall(asking.shell)
    go_on(again, begun_in(asking))
    assert again.step is again.first
    again.go("guest")
    again.show()
    settle(desktop)
    assert "Tom is in the list of members" in seen(again)
    QTest.mouseClick(button(again, "Somebody else"), Qt.MouseButton.LeftButton)
    settle(desktop)
    assert guests(other) == ["Tom"]
    again.leave()


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
def test_who_could_not_be_written_down_stays_apart_and_is_tried_again_when_asked(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with full_disk():
        write("Uno⏎Dos⏎")
        settle(desktop)
        write("Tres⏎")
        settle(desktop)
        assert asking.guest.name.text() == "" and "Uno, Dos, Tres" in seen(asking)
        assert asking.sentence.text() == TOLD and guests(other) == []
    write("Cuatro⏎")
    settle(desktop)
    assert guests(other) == ["Cuatro"] and "Not written down yet: Uno, Dos, Tres." in seen(asking)
    QTest.mouseClick(button(asking, "Try again"), Qt.MouseButton.LeftButton)
    assert asking.guest.name.hasFocus()
    settle(desktop)
    assert guests(other) == ["Cuatro", "Dos", "Tres", "Uno"]
    assert "Uno" not in seen(asking) and asking.sentence.text() != TOLD and not asking.writing


def test_a_surname_is_left_out_and_that_is_said_beside_the_name(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    write("Anna Berg")
    assert "Only “Anna” is written down: guests are noted by first names alone." in seen(asking)
    write("⏎")
    settle(desktop)
    assert "2 guests" not in asking.sentence.text() and "Only “Anna”" not in seen(asking)
    write("anna Cruz⏎")
    settle(desktop)
    assert guests(other) == ["Anna", "anna"]
    assert asking.sentence.text().endswith("There are 2 guests of that name now.")


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
@pytest.mark.usefixtures("at_who_came")
def test_who_came_and_could_not_be_written_down_stays_by_name_and_is_tried_again_when_asked(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with full_disk():
        write("tom⏎chr⏎")
        settle(desktop)
        told = [each.text() for each in hall.came.findChildren(QLabel) if each.isVisible()]
        assert "Not written down yet: Tom, Christian." in told
        hall.back()
        assert "Tom, Christian" in hall.sentence.text()
        hall.ask_to_leave()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, LeaveHall)
        assert any("Tom, Christian" in each.text() for each in asked.findChildren(QLabel))
        asked.reject()
    hall.go("came")
    type_in(hall.came.people, "mia b")
    settle(desktop)
    assert members(other) == 1 and hall.came.refused.isVisible()
    QTest.mouseClick(hall.came.refused.again, Qt.MouseButton.LeftButton)
    assert hall.focusWidget() is hall.came.people.letters
    settle(desktop)
    assert members(other) == 3 and not hall.came.refused.isVisible() and hall.sentence.text() == "Mia B. is here."


@pytest.mark.usefixtures("at_guests")
def test_a_name_is_typed_on_though_something_else_was_touched(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    touched = next(each for each in hall.guest.meetups.findChildren(QPushButton) if each.isVisible())
    touched.setFocus()
    for letter in "Uta":
        QTest.keyClicks(hall.focusWidget(), letter)
    QTest.keyClick(hall.focusWidget(), Qt.Key.Key_Return)
    settle(desktop)
    written = [*other.reader.list("attendance"), *other.reader.list("rsvp")]  # by the hour at which it is tested
    assert [row["name"] for row in written] == ["Uta"]


def test_nothing_moves_up_under_a_finger_once_a_question_is_answered(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, slowly: None
) -> None:
    """Until somebody types on: a touch a moment later would meet what stood below."""
    for name in ("Tom", "Christian"):
        write(f"{name}⏎")
        settle(desktop)
    meetups = asking.guest.meetups
    below = button(asking, "Christian")
    before = [each.mapTo(asking, QPoint()) for each in (below, meetups)]
    button(asking, "Tom").click()
    settle(desktop)
    assert members(other) == 1 and [each.mapTo(asking, QPoint()) for each in (below, meetups)] == before
    below.click()
    settle(desktop)
    assert members(other) == 2 and "Is it them?" not in seen(asking)
    assert meetups.mapTo(asking, QPoint()) == before[1]
    write("N")
    settle(desktop)
    assert meetups.mapTo(asking, QPoint()).y() < before[0].y(), "who types on looks elsewhere"


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
def test_nothing_moves_up_under_a_finger_once_all_are_written_after_all(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    nobody = asking.guest.meetups.mapTo(asking, QPoint())
    with full_disk():
        write("Uno⏎")
        settle(desktop)
    before = asking.guest.meetups.mapTo(asking, QPoint())
    assert before != nobody
    QTest.mouseClick(button(asking, "Try again"), Qt.MouseButton.LeftButton)
    settle(desktop)
    assert guests(other) == ["Uno"] and "Try again" not in seen(asking)
    assert asking.guest.meetups.mapTo(asking, QPoint()) == before
    asking.go("first")
    asking.go("guest")
    settle(desktop)
    assert asking.guest.meetups.mapTo(asking, QPoint()) == nobody


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
@pytest.mark.usefixtures("at_exchanges")
def test_leaving_names_a_refused_exchange_and_renews_what_it_names(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    for letters in ("mia b", "tom"):
        type_in(hall.swap.people, letters)
    with full_disk():
        hall.swap.record()
        settle(desktop)
        hall.go("guest")
        settle(desktop)
        write("Uno⏎")
        settle(desktop)
        hall.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall)

    def told() -> str:
        return " ".join(each.text() for each in asked.findChildren(QLabel) if each.isVisible())

    assert "Not written down yet: Uno." in told()
    assert "Not written down yet, and kept on Today: Mia B. → Tom." in told()
    hall.guest.waiting.again.click()
    settle(desktop)
    assert guests(other) == ["Uno"] and "Uno" not in told() and "Mia B. → Tom" in told()
    asked.reject()
    hall.go("swap")
    settle(desktop)
    hall.ask_to_leave()
    again = QApplication.activeModalWidget()
    assert isinstance(again, LeaveHall)
    assert any("Mia B. → Tom" in each.text() for each in again.findChildren(QLabel)), "it stands on Today still"
    again.reject()


@pytest.mark.parametrize(("typed", "shown"), [("Maria Silva", "Maria"), ("maria", "maria"), ("MARÍA", "MARÍA")])
def test_of_several_members_who_are_called_so_one_is_chosen(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, typed: str, shown: str
) -> None:
    """They were signed up as a guest, and counted twice once their own name was touched as well."""
    ids = [other.records.add("member", {"name": "Maria Silva"})[0] for _ in range(2)]
    other.records.add("member", {"name": "Mariam Diallo"})
    settle(desktop)
    write(f"{typed}⏎")
    settle(desktop)
    assert f"Several members are called {shown}. Which one is it?" in seen(asking) and not guests(other)
    (known,) = asking.guest.waiting.questions
    names = [each.text() for each in known.answers]
    assert names[-1] == "Somebody else" and len(names) == 3 and all(name.startswith("Maria (") for name in names[:-1])
    asking.drafts.keep()
    settle(desktop)
    assert len(other.drafts.drafts()) == 1, "a name that is asked about is kept"
    number = str(other.reader.get("member", ids[1])["number"])
    QTest.mouseClick(next(each for each in known.answers if number in each.text()), Qt.MouseButton.LeftButton)
    settle(desktop)
    assert not guests(other) and "Which one" not in seen(asking)
    rows = [row for kind in ("attendance", "rsvp") for row in other.reader.list(kind)]
    assert [row["person"] for row in rows] == [ids[1]]


def test_somebody_else_of_a_name_that_several_have_is_a_guest(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    for _ in range(2):
        other.records.add("member", {"name": "Maria Silva"})
    settle(desktop)
    write("Maria⏎")
    settle(desktop)
    QTest.mouseClick(button(asking, "Somebody else"), Qt.MouseButton.LeftButton)
    settle(desktop)
    assert guests(other) == ["Maria"] and not members(other) and not asking.guest.waiting.questions


def test_who_is_asked_about_is_kept_before_anything_else_happens(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    write("Tom⏎")
    settle(desktop)
    assert "Is it them?" in seen(asking)
    assert [other.drafts.draft(name).values["name"] for name, _ in other.drafts.drafts()] == ["Tom"]


def test_what_somebody_before_has_typed_does_not_come_back(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    write("Ignaz Geheimrat 0612345678⏎")
    settle(desktop)
    asking.back()
    asking.go("guest")
    settle(desktop)
    QTest.keyClick(asking.guest.name, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asking.guest.name.text() == "" and not asking.guest.name.isUndoAvailable()
    asking.go("came")
    settle(desktop)
    type_in(asking.came.people, "tom")
    settle(desktop)
    QTest.keyClick(asking.came.people.letters, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asking.came.people.letters.text() == ""
